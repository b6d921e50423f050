using Chinalco.Honors.Data;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>
/// How far the user's right to nominate reaches: rounds of one's units and of the units above them; in a round the nominations of one's
/// units, and all of them where one's units hold the round.
/// </summary>
public sealed class NominationReach(Scope scope, IHonorsDatabase database)
{
    private List<Guid?>? units;
    private bool loaded;

    /// <summary>Whether the user holds what a unit holds: allots quotas, sees every nomination, closes the round.</summary>
    public async Task<bool> HoldsAsync(Guid unit, CancellationToken cancellationToken) =>
        await UnitsAsync(cancellationToken) is not { } mine || mine.Contains(unit);

    /// <summary>Whether the user may nominate for a unit, and sees what it nominated.</summary>
    public Task<bool> MayNominateForAsync(Guid unit, CancellationToken cancellationToken) => HoldsAsync(unit, cancellationToken);

    /// <summary>Whether the user sees a nomination: as the nominating unit, or as whoever holds the round.</summary>
    public async Task<bool> MaySeeAsync(Guid roundUnit, Guid nominatingUnit, CancellationToken cancellationToken) =>
        await HoldsAsync(nominatingUnit, cancellationToken) || await HoldsAsync(roundUnit, cancellationToken);

    /// <summary>Whether the user may take part in a round that a unit holds.</summary>
    public async Task<bool> ReachesRoundOfAsync(Guid roundUnit, CancellationToken cancellationToken) =>
        await RoundUnitsAsync(cancellationToken) is not { } reached || reached.Contains(roundUnit);

    /// <summary>The units whose rounds concern the user; null for all.</summary>
    public async Task<HashSet<Guid>?> RoundUnitsAsync(CancellationToken cancellationToken)
    {
        if (await UnitsAsync(cancellationToken) is not { } mine)
        {
            return null;
        }

        var db = database.Open();
        await using (db)
        {
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            return [.. mine.OfType<Guid>().SelectMany(tree.Upwards).Select(unit => unit.Id)];
        }
    }

    /// <summary>The units that the user nominates for, each named; null for the whole group.</summary>
    public async Task<List<Guid?>?> UnitsAsync(CancellationToken cancellationToken)
    {
        if (!loaded)
        {
            (units, loaded) = (await scope.UnitsAsync(Right.Nominate, cancellationToken), true);
        }

        return units;
    }

    /// <summary>Whether the user writes the rules of programmes: union and HR of the whole group, who do not compete.</summary>
    public Task<bool> KeepsProgrammesAsync(CancellationToken cancellationToken) =>
        scope.CoversGroupAsync(Right.KeepProgrammes, cancellationToken);
}
