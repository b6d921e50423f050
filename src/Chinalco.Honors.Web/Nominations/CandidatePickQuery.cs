using System.Collections.Immutable;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>Finds whom the user may nominate in a round: people who work, and units that stand, in the user's units below the round's.</summary>
public sealed class CandidatePickQuery(ReadingDatabase database, NominationReach reach)
{
    private const int Most = 20;

    /// <param name="words">Part of a name.</param>
    public async Task<ImmutableArray<PickedCandidate>> FindAsync(Board board, string words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(board);
        var db = database.Open();
        await using (db)
        {
            var units = await WithinAsync(await UnitTree.LoadAsync(db, cancellationToken), board, cancellationToken);
            if (board.Stored.Kind == CandidateKind.Unit)
            {
                var found = await db
                    .Units.AsNoTracking()
                    .Where(u => u.DissolvedOn == null && u.Name.Contains(words) && EF.Parameter(units).Contains(u.Id))
                    .OrderBy(u => u.Name)
                    .Take(Most)
                    .Select(u => new PickedCandidate(u.Id, u.Name, u.Id, ""))
                    .ToListAsync(cancellationToken);
                return [.. found];
            }

            var people = await db
                .Employments.AsNoTracking()
                .Where(e => e.To == null && e.UnitId != null && EF.Parameter(units).Contains(e.UnitId.Value))
                .Join(
                    db.Honorees.Where(h => h.Name.Contains(words)),
                    e => e.HonoreeId,
                    h => h.Id,
                    (e, h) =>
                        new
                        {
                            h.Id,
                            h.Name,
                            UnitId = e.UnitId!.Value,
                            e.UnitText,
                            e.Position,
                        }
                )
                .OrderBy(p => p.Name)
                .ThenBy(p => p.Id)
                .Take(Most)
                .ToListAsync(cancellationToken);
            return
            [
                .. people
                    .DistinctBy(p => p.Id)
                    .Select(p => new PickedCandidate(p.Id, p.Name, p.UnitId, $"{p.UnitText} {p.Position}".Trim())),
            ];
        }
    }

    /// <returns>Null when there is no such candidate, or the user may not nominate it here.</returns>
    public async Task<PickedCandidate?> OneAsync(Board board, Guid id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(board);
        var db = database.Open();
        await using (db)
        {
            var units = await WithinAsync(await UnitTree.LoadAsync(db, cancellationToken), board, cancellationToken);
            if (board.Stored.Kind == CandidateKind.Unit)
            {
                var unit = await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id && u.DissolvedOn == null, cancellationToken);
                return unit is not null && units.Contains(id) ? new PickedCandidate(id, unit.Name, id, "") : null;
            }

            var name = await db.Honorees.Where(h => h.Id == id).Select(h => h.Name).FirstOrDefaultAsync(cancellationToken);
            var post = await db
                .Employments.AsNoTracking()
                .Where(e => e.HonoreeId == id && e.To == null && e.UnitId != null && EF.Parameter(units).Contains(e.UnitId.Value))
                .FirstOrDefaultAsync(cancellationToken);
            return name is null || post is null
                ? null
                : new PickedCandidate(id, name, post.UnitId!.Value, $"{post.UnitText} {post.Position}".Trim());
        }
    }

    /// <summary>The units that may nominate the candidate: its own and those above it, as far as they are the user's and the round's.</summary>
    public async Task<ImmutableArray<Named>> NominatingAsync(Board board, PickedCandidate candidate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(candidate);
        var db = database.Open();
        await using (db)
        {
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            var units = await WithinAsync(tree, board, cancellationToken);
            return [.. tree.Upwards(candidate.UnitId).Where(u => units.Contains(u.Id)).Select(u => new Named(u.Id, u.Name))];
        }
    }

    private async Task<List<Guid>> WithinAsync(UnitTree tree, Board board, CancellationToken cancellationToken)
    {
        var (round, mine) = (tree.Subtree([board.Round.UnitId]), await reach.UnitsAsync(cancellationToken));
        return [.. round.Where(u => mine is null || mine.Contains(u))];
    }
}

/// <summary>Somebody, or a unit, that may be nominated.</summary>
/// <param name="UnitId">Where the person works; of a unit, itself.</param>
/// <param name="Post">Unit and post of a person.</param>
public sealed record PickedCandidate(Guid Id, string Name, Guid UnitId, string Post);
