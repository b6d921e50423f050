using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Units;

namespace Chinalco.Honors.Grains;

/// <summary>Where commands are sent: to the owners' grains, or straight to the database when there is no silo. Both run the same command code.</summary>
public interface IRegistry
{
    Task<CommandOutcome> SendAsync(Guid honoreeId, RegisterHonoree command);

    Task<CommandOutcome> SendAsync(Guid unitId, RegisterUnit command);

    Task<CommandOutcome> SendAsync(Guid awardId, RegisterAward command);

    Task<CommandOutcome> SendAsync(Guid awardId, Confer command);
}

/// <summary>Sends commands to grains.</summary>
internal sealed class GrainRegistry(IGrainFactory grains) : IRegistry
{
    public Task<CommandOutcome> SendAsync(Guid honoreeId, RegisterHonoree command) =>
        grains.GetGrain<IHonoreeGrain>(honoreeId).RegisterAsync(command);

    public Task<CommandOutcome> SendAsync(Guid unitId, RegisterUnit command) => grains.GetGrain<IUnitGrain>(unitId).RegisterAsync(command);

    public Task<CommandOutcome> SendAsync(Guid awardId, RegisterAward command) =>
        grains.GetGrain<IAwardGrain>(awardId).RegisterAsync(command);

    public Task<CommandOutcome> SendAsync(Guid awardId, Confer command) => grains.GetGrain<IAwardGrain>(awardId).ConferAsync(command);
}

/// <summary>Runs commands in this process. Safe beside a running site: versions and command ids decide races.</summary>
public sealed class DirectRegistry(HonoreeHandler honorees, UnitHandler units, AwardHandler awards) : IRegistry
{
    public Task<CommandOutcome> SendAsync(Guid honoreeId, RegisterHonoree command) => honorees.RegisterAsync(honoreeId, command);

    public Task<CommandOutcome> SendAsync(Guid unitId, RegisterUnit command) => units.RegisterAsync(unitId, command);

    public Task<CommandOutcome> SendAsync(Guid awardId, RegisterAward command) => awards.RegisterAsync(awardId, command);

    public Task<CommandOutcome> SendAsync(Guid awardId, Confer command) => awards.ConferAsync(awardId, command);
}
