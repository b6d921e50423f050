using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Units;

namespace Chinalco.Honors.Grains;

/// <summary>Where commands are sent: to the owners' grains, or straight to the database when there is no silo. Both run the same command code.</summary>
/// <remarks>
/// <para>An answer means: committed, or refused by a rule; what the rules refuse is an outcome, never an exception. All else is an exception:</para>
/// <list type="bullet">
/// <item><see cref="OperationCanceledException"/>: the caller gave up. The command may have been carried out nevertheless.</item>
/// <item><see cref="RegistryUnavailableException"/>: no node answered in time. The command may have been carried out nevertheless.</item>
/// <item>What the database threw, under its own type or as a fallback with its text: the command was not carried out.</item>
/// </list>
/// <para>Whoever does not know what became of a command sends it again with the same id: it is carried out once and answers the same.</para>
/// </remarks>
public interface IRegistry
{
    Task<CommandOutcome> SendAsync(Guid honoreeId, RegisterHonoree command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid honoreeId, ShowHonoree command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid honoreeId, LookAtHonoree command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid honoreeId, CorrectHonoree command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid unitId, RegisterUnit command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid unitId, AddUnitName command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid unitId, CorrectUnit command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid unitId, CountUnit command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid awardId, RegisterAward command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid awardId, Confer command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid awardId, ConferEach command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid awardId, AddAwardAlias command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid awardId, DescribeAward command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid awardId, EndConferral command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid awardId, ProveConferral command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid awardId, WithdrawProof command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid awardId, ShowConferral command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid awardId, CorrectConferral command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid awardId, RestoreConferral command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid awardId, NoteCertificate command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> SendAsync(Guid awardId, NoteReturn command, CancellationToken cancellationToken = default);
}

/// <summary>Runs commands in this process. Safe beside a running site: versions and command ids decide races.</summary>
public sealed class DirectRegistry(HonoreeHandler honorees, UnitHandler units, AwardHandler awards) : IRegistry
{
    public Task<CommandOutcome> SendAsync(Guid honoreeId, RegisterHonoree command, CancellationToken cancellationToken = default) =>
        honorees.RegisterAsync(honoreeId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid honoreeId, ShowHonoree command, CancellationToken cancellationToken = default) =>
        honorees.ShowAsync(honoreeId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid honoreeId, LookAtHonoree command, CancellationToken cancellationToken = default) =>
        honorees.LookAsync(honoreeId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid honoreeId, CorrectHonoree command, CancellationToken cancellationToken = default) =>
        honorees.CorrectAsync(honoreeId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid unitId, RegisterUnit command, CancellationToken cancellationToken = default) =>
        units.RegisterAsync(unitId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid unitId, AddUnitName command, CancellationToken cancellationToken = default) =>
        units.AddNameAsync(unitId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid unitId, CorrectUnit command, CancellationToken cancellationToken = default) =>
        units.CorrectAsync(unitId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid unitId, CountUnit command, CancellationToken cancellationToken = default) =>
        units.CountAsync(unitId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, RegisterAward command, CancellationToken cancellationToken = default) =>
        awards.RegisterAsync(awardId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, Confer command, CancellationToken cancellationToken = default) =>
        awards.ConferAsync(awardId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, ConferEach command, CancellationToken cancellationToken = default) =>
        awards.ConferEachAsync(awardId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, AddAwardAlias command, CancellationToken cancellationToken = default) =>
        awards.AddAliasAsync(awardId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, DescribeAward command, CancellationToken cancellationToken = default) =>
        awards.DescribeAsync(awardId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, EndConferral command, CancellationToken cancellationToken = default) =>
        awards.EndAsync(awardId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, ProveConferral command, CancellationToken cancellationToken = default) =>
        awards.ProveAsync(awardId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, WithdrawProof command, CancellationToken cancellationToken = default) =>
        awards.WithdrawAsync(awardId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, ShowConferral command, CancellationToken cancellationToken = default) =>
        awards.ShowAsync(awardId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, CorrectConferral command, CancellationToken cancellationToken = default) =>
        awards.CorrectAsync(awardId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, RestoreConferral command, CancellationToken cancellationToken = default) =>
        awards.RestoreAsync(awardId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, NoteCertificate command, CancellationToken cancellationToken = default) =>
        awards.NoteCertificateAsync(awardId, command, cancellationToken);

    public Task<CommandOutcome> SendAsync(Guid awardId, NoteReturn command, CancellationToken cancellationToken = default) =>
        awards.NoteReturnAsync(awardId, command, cancellationToken);
}
