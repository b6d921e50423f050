using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Nominations.Programmes;
using Chinalco.Honors.Nominations.Quotas;
using Chinalco.Honors.Packets.Snapshots;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>A round as its board shows it: whoever holds it sees the whole batch, everybody else what their own units nominated.</summary>
public sealed class BoardQuery(ReadingDatabase database, NominationReach reach, PacketWatch watch)
{
    /// <returns>Null when there is no such round, or it does not concern the user.</returns>
    public async Task<Board?> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var round = await db.NominationRounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken);
            if (round is null || !await reach.ReachesRoundOfAsync(round.UnitId, cancellationToken))
            {
                return null;
            }

            var stored = await db.NominationProgrammes.AsNoTracking().FirstAsync(p => p.Id == round.ProgrammeId, cancellationToken);
            var rules = (await ProgrammeReader.OfAsync(db, cancellationToken)).Read(stored);
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            var (holds, mine) = (await reach.HoldsAsync(round.UnitId, cancellationToken), await reach.UnitsAsync(cancellationToken));
            var lines = await LinesAsync(db, id, tree, cancellationToken);
            var quotas = await QuotasAsync(db, id, tree, lines, cancellationToken);
            var seen = lines.Where(l => holds || mine!.Contains(l.NominatingUnit.Id)).ToImmutableArray();
            var batch = BatchOf(lines);
            var flags = await watch.FlaggedAsync(db, [.. seen.Select(l => l.Id)], cancellationToken);
            return new Board(
                round,
                stored,
                rules,
                new Named(round.UnitId, tree.Find(round.UnitId)?.Name ?? ""),
                holds,
                seen,
                flags,
                [.. quotas.Where(q => holds || mine!.Contains(q.Unit.Id) || IsAboveMine(q.Unit.Id))],
                holds ? [.. batch.Check(rules.Shares)] : [],
                holds ? batch : null,
                holds && rules.Shares.Length > 0 ? SmallestSwap.Find(batch, rules.Shares) : []
            );

            bool IsAboveMine(Guid unit) => mine!.OfType<Guid>().Any(m => tree.Upwards(m).Any(above => above.Id == unit));
        }
    }

    /// <summary>The batch of the round's lines: first choices and reserves by rank.</summary>
    public static Batch BatchOf(IEnumerable<BoardLine> lines)
    {
        var all = lines.ToLookup(l => l.Choice, l => new Nominee(l.Id, l.Name, [.. l.Groups]));
        return new Batch([.. all[NominationChoice.First]], [.. all[NominationChoice.Reserve]]);
    }

    private static async Task<ImmutableArray<BoardLine>> LinesAsync(
        HonorsContext db,
        Guid round,
        UnitTree tree,
        CancellationToken cancellationToken
    )
    {
        var rows = await db
            .Nominations.AsNoTracking()
            .Where(n => n.RoundId == round && n.Stage != NominationStage.Withdrawn)
            .OrderBy(n => n.Choice)
            .ThenBy(n => n.Rank)
            .Select(n => new
            {
                Nomination = n,
                Person = db.Honorees.Where(h => h.Id == n.HonoreeId).Select(h => h.Name).FirstOrDefault(),
                Post = db
                    .Employments.Where(e => e.HonoreeId == n.HonoreeId && e.To == null)
                    .OrderBy(e => e.Id)
                    .Select(e => new { e.UnitText, e.Position })
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new BoardLine(
                r.Nomination.Id,
                r.Nomination.Version,
                r.Nomination.HonoreeId,
                r.Nomination.CandidateUnitId,
                r.Person ?? NameOf(r.Nomination.CandidateUnitId) ?? "—",
                r.Post is null ? null : string.Join(' ', new[] { r.Post.UnitText, r.Post.Position }.Where(t => !string.IsNullOrEmpty(t))),
                new Named(r.Nomination.NominatingUnitId, NameOf(r.Nomination.NominatingUnitId) ?? "—"),
                r.Nomination.Choice,
                r.Nomination.Rank,
                r.Nomination.Stage,
                [.. r.Nomination.Groups]
            )),
        ];

        string? NameOf(Guid? unit) => unit is { } id ? tree.Find(id)?.Name : null;
    }

    private static async Task<ImmutableArray<QuotaRow>> QuotasAsync(
        HonorsContext db,
        Guid round,
        UnitTree tree,
        ImmutableArray<BoardLine> lines,
        CancellationToken cancellationToken
    )
    {
        var quotas = await db
            .RoundQuotas.AsNoTracking()
            .Where(q => q.RoundId == round)
            .ToDictionaryAsync(q => q.UnitId, q => q.Seats, cancellationToken);
        var used = new QuotaUse(quotas, unit => tree.Find(unit)?.ParentId).Used(
            lines.Where(l => l.Choice == NominationChoice.First).Select(l => l.NominatingUnit.Id)
        );
        return
        [
            .. tree.All.Where(u => quotas.ContainsKey(u.Id)).Select(u => new QuotaRow(new Named(u.Id, u.Name), quotas[u.Id], used[u.Id])),
        ];
    }
}

/// <summary>A round with everything that the user sees of it.</summary>
/// <param name="Holds">Whether the user's units hold it.</param>
/// <param name="Lines">First choices, then reserves, by rank.</param>
/// <param name="Flags">Of nominations whose packet rests on something that changed since: what changed.</param>
/// <param name="Shares">What each share says of the whole batch; none for those who do not hold the round.</param>
/// <param name="Batch">The whole batch; null for those who do not hold the round.</param>
/// <param name="Swaps">The fewest swaps that mend every share; empty when none is needed, null when none is found.</param>
public sealed record Board(
    NominationRound Round,
    NominationProgramme Stored,
    Programme Rules,
    Named Unit,
    bool Holds,
    ImmutableArray<BoardLine> Lines,
    ImmutableDictionary<Guid, ImmutableArray<FactChange>> Flags,
    ImmutableArray<QuotaRow> Quotas,
    ImmutableArray<ShareState> Shares,
    Batch? Batch,
    ImmutableArray<Swap>? Swaps
);

/// <summary>A nomination on the board.</summary>
/// <param name="Post">Present unit and post of a person.</param>
public sealed record BoardLine(
    Guid Id,
    long Version,
    Guid? HonoreeId,
    Guid? CandidateUnitId,
    string Name,
    string? Post,
    Named NominatingUnit,
    NominationChoice Choice,
    int Rank,
    NominationStage Stage,
    ImmutableArray<string> Groups
);

/// <summary>A unit's quota and what is used of it.</summary>
public sealed record QuotaRow(Named Unit, int Seats, int Used)
{
    public int Left => Seats - Used;
}
