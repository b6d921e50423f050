using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Nominations.Eligibility;
using Chinalco.Honors.Nominations.Programmes;
using Chinalco.Honors.Nominations.Shortlists;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;
using Candidate = Chinalco.Honors.Nominations.Eligibility.Candidate;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>Somebody on a shortlist.</summary>
/// <param name="Assessment">What every clause says.</param>
/// <param name="Where">The unit, and for a person the post there; null where nobody knows.</param>
/// <param name="NominationId">Of this round, where there is one already.</param>
/// <param name="Earlier">The rounds in which it was nominated and not chosen, the latest first.</param>
public sealed record ShortlistLine(
    Listed Listed,
    Assessment Assessment,
    Named? Where,
    string? Post,
    Guid? NominationId,
    ImmutableArray<string> Earlier
);

/// <summary>A page of a shortlist.</summary>
/// <param name="Top">The unit at the top; null for all of one's units.</param>
/// <param name="Units">What the filter offers: the units above the top, the top, and those right below.</param>
/// <param name="Eligible">How many are eligible under the top, whatever the filter asks.</param>
/// <param name="Nearly">How many nearly are.</param>
/// <param name="First">The place of the first line, from 1.</param>
public sealed record ShortlistBoard(
    NominationRound Round,
    Programme Programme,
    UnitNode? Top,
    ImmutableArray<UnitNode> Units,
    int Eligible,
    int Nearly,
    int Page,
    int Pages,
    int First,
    ImmutableArray<ShortlistLine> Lines
);

/// <summary>Lists who is eligible for a round or nearly, of the units that the current user may nominate from.</summary>
public sealed class ShortlistQuery(CandidateLedger ledger, ReadingDatabase database, Scope scope, CurrentUser current, TimeProvider clock)
{
    public const int PageSize = 20;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <param name="most">Lines at most, from the filter's page on.</param>
    /// <returns>Null when there is no such round, or none of its units is the user's.</returns>
    /// <exception cref="NominationFileException">The programme's text cannot be read any more.</exception>
    public async Task<ShortlistBoard?> RunAsync(
        Guid roundId,
        ShortlistFilter filter,
        CancellationToken cancellationToken,
        int most = PageSize
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        var db = database.Open();
        await using (db)
        {
            if (await db.NominationRounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == roundId, cancellationToken) is not { } round)
            {
                return null;
            }

            var tree = await TreeAsync(db, round.Deadline, cancellationToken);
            var own = tree.Subtree([round.UnitId]);
            if (await scope.UnitsAsync(Right.Nominate, cancellationToken) is { } reach)
            {
                own.IntersectWith(reach.OfType<Guid>());
            }

            if (own.Count == 0)
            {
                return null;
            }

            var top = filter.Unit is { } unit && own.Contains(unit) ? tree.Find(unit) : null;
            var units = top is null ? own : [.. tree.Subtree([top.Id]).Where(own.Contains)];
            var entity = await db.NominationProgrammes.AsNoTracking().FirstAsync(p => p.Id == round.ProgrammeId, cancellationToken);
            var programme = (await ProgrammeReader.OfAsync(db, cancellationToken)).Read(entity);
            var entered = await EnteredAsync(db, roundId, cancellationToken);
            var listed = Shortlist.Of(
                programme,
                await CandidatesAsync(db, programme, tree, units, round.Deadline, entered, cancellationToken)
            );
            var shown = filter.Only is { } only ? [.. listed.Where(l => l.Verdict == only)] : listed;
            var pages = Math.Max(1, (shown.Length + PageSize - 1) / PageSize);
            var page = Math.Clamp(filter.Page, 1, pages);
            var eligible = listed.Count(l => l.Verdict == Verdict.Eligible);
            return new ShortlistBoard(
                round,
                programme,
                top,
                Offered(tree, own, top),
                eligible,
                listed.Length - eligible,
                page,
                pages,
                ((page - 1) * PageSize) + 1,
                await LinesAsync(db, programme, tree, entered, [.. shown.Skip((page - 1) * PageSize).Take(most)], cancellationToken)
            );
        }
    }

    /// <summary>
    /// Whose seat a candidate takes whom the current user nominates: of the units of the user that the candidate belongs to, the nearest one
    /// with seats of its own; where no seats were given out, the highest below the one that holds the round.
    /// </summary>
    /// <param name="candidate">A person or a unit.</param>
    /// <returns>Null when the candidate belongs to none of them.</returns>
    public async Task<Guid?> NominatingUnitAsync(NominationRound round, Guid candidate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        var db = database.Open();
        await using (db)
        {
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            var own = tree.Subtree([round.UnitId]);
            if (await scope.UnitsAsync(Right.Nominate, cancellationToken) is { } reach)
            {
                own.IntersectWith(reach.OfType<Guid>());
            }

            List<Guid> at = own.Contains(candidate)
                ? [candidate]
                : await db
                    .Employments.Where(e => e.HonoreeId == candidate && e.To == null && e.UnitId != null)
                    .Select(e => e.UnitId!.Value)
                    .ToListAsync(cancellationToken);
            var seated = await db
                .RoundQuotas.Where(q => q.RoundId == round.Id && q.Seats > 0)
                .Select(q => q.UnitId)
                .ToListAsync(cancellationToken);
            List<UnitNode> path = [.. at.Where(own.Contains).Take(1).SelectMany(tree.Upwards).Where(u => own.Contains(u.Id))];
            return (path.Find(u => seated.Contains(u.Id)) ?? path.FindLast(u => u.Id != round.UnitId) ?? path.LastOrDefault())?.Id;
        }
    }

    private async Task<UnitTree> TreeAsync(HonorsContext db, DateOnly on, CancellationToken cancellationToken) =>
        on < DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(China).Date)
            ? await UnitTree.AsOfAsync(db, PartialDate.From(on), cancellationToken)
            : await UnitTree.LoadAsync(db, cancellationToken);

    private async Task<IEnumerable<Candidate>> CandidatesAsync(
        HonorsContext db,
        Programme programme,
        UnitTree tree,
        HashSet<Guid> units,
        DateOnly on,
        Dictionary<Guid, EnteredNomination> entered,
        CancellationToken cancellationToken
    )
    {
        var declared = entered.ToDictionary(e => e.Key, e => e.Value.Declared);
        return programme.Kind == CandidateKinds.Unit
            ? await CandidateQuery.UnitsAsync(
                db,
                tree,
                [.. units.Where(id => tree.Find(id) is { HasEnded: false })],
                on,
                declared,
                cancellationToken
            )
            : await ledger.AskAsync(units, on, current.Viewer, declared, cancellationToken);
    }

    /// <summary>Who is nominated in the round by now, with what was declared of them.</summary>
    private static async Task<Dictionary<Guid, EnteredNomination>> EnteredAsync(
        HonorsContext db,
        Guid roundId,
        CancellationToken cancellationToken
    )
    {
        var nominations = db.Nominations.Where(n => n.RoundId == roundId && n.Stage != NominationStage.Withdrawn);
        var facts = (
            await (
                from n in nominations
                join f in db.NominationFacts on n.Id equals f.NominationId
                select new
                {
                    f.NominationId,
                    f.Key,
                    f.Value,
                    f.Evidence,
                    f.ValidUntil,
                }
            ).ToListAsync(cancellationToken)
        ).ToLookup(f => f.NominationId);
        return (
            await nominations
                .Select(n => new
                {
                    n.Id,
                    n.HonoreeId,
                    n.CandidateUnitId,
                })
                .ToListAsync(cancellationToken)
        ).DistinctBy(n => n.HonoreeId ?? n.CandidateUnitId).ToDictionary(n => (n.HonoreeId ?? n.CandidateUnitId)!.Value, n => new EnteredNomination(n.Id, facts[n.Id].ToImmutableDictionary(f => f.Key, f => new DeclaredFact(f.Value, f.Evidence, f.ValidUntil))));
    }

    private static async Task<ImmutableArray<ShortlistLine>> LinesAsync(
        HonorsContext db,
        Programme programme,
        UnitTree tree,
        Dictionary<Guid, EnteredNomination> entered,
        List<Listed> listed,
        CancellationToken cancellationToken
    )
    {
        var ids = listed.ConvertAll(l => l.Candidate.Id);
        var posts = programme.Kind == CandidateKinds.Unit ? [] : await PostsAsync(db, ids, cancellationToken);
        var earlier = (
            await (
                from n in db.Nominations
                where n.Outcome == NominationOutcome.NotConferred
                where
                    (n.HonoreeId != null && EF.Parameter(ids).Contains(n.HonoreeId.Value))
                    || (n.CandidateUnitId != null && EF.Parameter(ids).Contains(n.CandidateUnitId.Value))
                join r in db.NominationRounds on n.RoundId equals r.Id
                orderby r.Deadline descending, r.Name
                select new
                {
                    n.HonoreeId,
                    n.CandidateUnitId,
                    r.Name,
                }
            ).ToListAsync(cancellationToken)
        ).ToLookup(n => n.HonoreeId ?? n.CandidateUnitId, n => n.Name);
        return
        [
            .. listed.Select(l =>
            {
                var post = posts.GetValueOrDefault(l.Candidate.Id);
                var unit = programme.Kind == CandidateKinds.Unit ? tree.Find(l.Candidate.Id)?.ParentId : post.UnitId;
                return new ShortlistLine(
                    l,
                    programme.Assess(l.Candidate),
                    unit is { } id && tree.Find(id) is { } node ? new Named(node.Id, node.Name) : null,
                    post.Position,
                    entered.GetValueOrDefault(l.Candidate.Id)?.Id,
                    [.. earlier[l.Candidate.Id].Distinct()]
                );
            }),
        ];
    }

    private static async Task<Dictionary<Guid, (Guid? UnitId, string? Position)>> PostsAsync(
        HonorsContext db,
        List<Guid> people,
        CancellationToken cancellationToken
    ) => (
            await db
                .Employments.AsNoTracking()
                .Where(e => EF.Parameter(people).Contains(e.HonoreeId))
                .Select(e => new
                {
                    e.Id,
                    e.HonoreeId,
                    e.UnitId,
                    e.Position,
                    e.From,
                    Lasts = e.To == null,
                })
                .ToListAsync(cancellationToken)
        ).GroupBy(e => e.HonoreeId).ToDictionary(of => of.Key, of => of.OrderBy(e => e.Lasts).ThenBy(e => e.From).ThenBy(e => e.Id).Select(e => (e.UnitId, e.Position)).Last());

    private static ImmutableArray<UnitNode> Offered(UnitTree tree, HashSet<Guid> own, UnitNode? top)
    {
        IEnumerable<UnitNode> above = top is null ? [] : tree.Upwards(top.Id).Where(u => own.Contains(u.Id)).Reverse();
        var below = top is not null
            ? tree.ChildrenOf(top.Id)
            : tree
                .All.Where(u => own.Contains(u.Id) && (u.ParentId is not { } parent || !own.Contains(parent)))
                .SelectMany(u => tree.ChildrenOf(u.Id).Prepend(u));
        return [.. above, .. below.Where(u => own.Contains(u.Id) && !u.HasEnded)];
    }

    private sealed record EnteredNomination(Guid Id, ImmutableDictionary<string, DeclaredFact> Declared);
}
