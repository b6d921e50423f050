using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Units;

namespace Chinalco.Honors.Grains;

/// <summary>Sends commands to grains, wherever in the cluster they live; sends again while a node's fate is open.</summary>
internal sealed class GrainRegistry(IGrainFactory grains, Resending resending) : IRegistry
{
    public Task<CommandOutcome> SendAsync(Guid honoreeId, RegisterHonoree command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(
            command.Stamp,
            token => grains.GetGrain<IHonoreeGrain>(honoreeId).RegisterAsync(command, token),
            cancellationToken
        );

    public Task<CommandOutcome> SendAsync(Guid honoreeId, ShowHonoree command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(command.Stamp, token => grains.GetGrain<IHonoreeGrain>(honoreeId).ShowAsync(command, token), cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid honoreeId, LookAtHonoree command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(command.Stamp, token => grains.GetGrain<IHonoreeGrain>(honoreeId).LookAsync(command, token), cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid honoreeId, CorrectHonoree command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(
            command.Stamp,
            token => grains.GetGrain<IHonoreeGrain>(honoreeId).CorrectAsync(command, token),
            cancellationToken
        );

    public Task<CommandOutcome> SendAsync(Guid unitId, RegisterUnit command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(command.Stamp, token => grains.GetGrain<IUnitGrain>(unitId).RegisterAsync(command, token), cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid unitId, AddUnitName command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(command.Stamp, token => grains.GetGrain<IUnitGrain>(unitId).AddNameAsync(command, token), cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid unitId, CorrectUnit command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(command.Stamp, token => grains.GetGrain<IUnitGrain>(unitId).CorrectAsync(command, token), cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid unitId, CountUnit command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(command.Stamp, token => grains.GetGrain<IUnitGrain>(unitId).CountAsync(command, token), cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, RegisterAward command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(command.Stamp, token => grains.GetGrain<IAwardGrain>(awardId).RegisterAsync(command, token), cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, Confer command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(command.Stamp, token => grains.GetGrain<IAwardGrain>(awardId).ConferAsync(command, token), cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, ConferEach command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(
            command.Stamp,
            token => grains.GetGrain<IAwardGrain>(awardId).ConferEachAsync(command, token),
            cancellationToken
        );

    public Task<CommandOutcome> SendAsync(Guid awardId, AddAwardAlias command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(command.Stamp, token => grains.GetGrain<IAwardGrain>(awardId).AddAliasAsync(command, token), cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, DescribeAward command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(command.Stamp, token => grains.GetGrain<IAwardGrain>(awardId).DescribeAsync(command, token), cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, EndConferral command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(command.Stamp, token => grains.GetGrain<IAwardGrain>(awardId).EndAsync(command, token), cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, ProveConferral command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(command.Stamp, token => grains.GetGrain<IAwardGrain>(awardId).ProveAsync(command, token), cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, WithdrawProof command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(command.Stamp, token => grains.GetGrain<IAwardGrain>(awardId).WithdrawAsync(command, token), cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, ShowConferral command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(command.Stamp, token => grains.GetGrain<IAwardGrain>(awardId).ShowAsync(command, token), cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, CorrectConferral command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(command.Stamp, token => grains.GetGrain<IAwardGrain>(awardId).CorrectAsync(command, token), cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, RestoreConferral command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(command.Stamp, token => grains.GetGrain<IAwardGrain>(awardId).RestoreAsync(command, token), cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, NoteCertificate command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(
            command.Stamp,
            token => grains.GetGrain<IAwardGrain>(awardId).NoteCertificateAsync(command, token),
            cancellationToken
        );

    public Task<CommandOutcome> SendAsync(Guid awardId, NoteReturn command, CancellationToken cancellationToken = default) =>
        resending.CallAsync(
            command.Stamp,
            token => grains.GetGrain<IAwardGrain>(awardId).NoteReturnAsync(command, token),
            cancellationToken
        );
}
