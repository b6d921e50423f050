using System.Collections.Immutable;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>The rounds that the user may take part in, and what a new one is opened with.</summary>
public sealed class NominationRoundsQuery(ReadingDatabase database, NominationReach reach)
{
    /// <summary>Open rounds before closed ones, the next deadline first.</summary>
    public async Task<ImmutableArray<NominationRoundRow>> AllAsync(CancellationToken cancellationToken)
    {
        var (reached, mine) = (await reach.RoundUnitsAsync(cancellationToken), await reach.UnitsAsync(cancellationToken));
        var db = database.Open();
        await using (db)
        {
            var rounds = await db
                .NominationRounds.AsNoTracking()
                .OrderBy(r => r.State)
                .ThenBy(r => r.Deadline)
                .ThenBy(r => r.Name)
                .Select(r => new NominationRoundRow(
                    r.Id,
                    r.Name,
                    db.NominationProgrammes.Where(p => p.Id == r.ProgrammeId).Select(p => p.Name).First(),
                    r.UnitId,
                    db.Units.Where(u => u.Id == r.UnitId).Select(u => u.Name).First(),
                    r.Seats,
                    r.Deadline,
                    r.State,
                    db.Nominations.Count(n =>
                        n.RoundId == r.Id
                        && n.Stage != NominationStage.Withdrawn
                        && n.Choice == NominationChoice.First
                        && (mine == null || mine.Contains(r.UnitId) || mine.Contains(n.NominatingUnitId))
                    )
                ))
                .ToListAsync(cancellationToken);
            return [.. rounds.Where(r => reached is null || reached.Contains(r.UnitId))];
        }
    }

    /// <summary>The programmes in force, and the units that the user may hold a round for: down to enterprises, and those of the user's own role.</summary>
    public async Task<RoundChoices> ChoicesAsync(CancellationToken cancellationToken)
    {
        var mine = await reach.UnitsAsync(cancellationToken);
        var db = database.Open();
        await using (db)
        {
            var programmes = await db
                .NominationProgrammes.AsNoTracking()
                .Where(p => p.State == ProgrammeState.Published)
                .OrderByDescending(p => p.Year)
                .ThenBy(p => p.Code)
                .Select(p => new Named(p.Id, p.Name))
                .ToListAsync(cancellationToken);
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            var units = tree
                .All.Where(u => !u.HasEnded && (mine is null || mine.Contains(u.Id)))
                .Where(u => u.Tier is UnitTier.Group or UnitTier.Segment or UnitTier.DirectlyManaged or UnitTier.Enterprise || IsOnes(u))
                .OrderBy(u => u.Tier)
                .Select(u => new Named(u.Id, u.Name));
            return new RoundChoices([.. programmes], [.. units]);

            bool IsOnes(UnitNode unit) => mine is not null && (unit.ParentId is not { } parent || !mine.Contains(parent));
        }
    }
}

/// <summary>A round in the list.</summary>
/// <param name="Chosen">First choices that the user sees.</param>
public sealed record NominationRoundRow(
    Guid Id,
    string Name,
    string Programme,
    Guid UnitId,
    string Unit,
    int Seats,
    DateOnly Deadline,
    NominationRoundState State,
    int Chosen
);

/// <summary>What a round is opened with.</summary>
public sealed record RoundChoices(ImmutableArray<Named> Programmes, ImmutableArray<Named> Units);
