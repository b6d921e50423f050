using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Nominations.Programmes;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>An award that winners of a programme receive.</summary>
public sealed record ProgrammeAward(Guid Id, string Name, AwardLevel Level, string? ConferringBody);

/// <summary>An honour in the registry that is a nominee's result.</summary>
/// <param name="Document">The document that confers it; null when none is known.</param>
public sealed record MatchedHonour(Guid Id, string Award, int? Year, string? Document);

/// <summary>A nomination that waits for its result.</summary>
/// <param name="Matches">The nominee's honours by the programme's awards and its year.</param>
public sealed record AwaitedResult(Nomination Nomination, string Candidate, string NominatingUnit, ImmutableArray<MatchedHonour> Matches);

/// <summary>A round with those of its nominations that wait for their result.</summary>
/// <param name="OnTheWay">Nominations that were not sent off yet.</param>
public sealed record RoundResults(
    NominationRound Round,
    Programme Programme,
    ImmutableArray<AwaitedResult> Awaited,
    int Decided,
    int OnTheWay
)
{
    /// <summary>Whether nothing is left to decide, and the round may be closed.</summary>
    public bool IsSettled => Awaited.IsEmpty && OnTheWay == 0 && Decided > 0 && Round.State == NominationRoundState.Open;
}

/// <summary>Reads what results are entered with.</summary>
public sealed class ResultQuery(IHonorsDatabase database, NominationReach reach)
{
    /// <returns>Null when there is no such round, or the user's units do not hold it.</returns>
    public async Task<RoundResults?> RoundAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            if (
                await db.NominationRounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } round
                || !await reach.HoldsAsync(round.UnitId, cancellationToken)
            )
            {
                return null;
            }

            var version = await db.NominationProgrammes.AsNoTracking().FirstAsync(p => p.Id == round.ProgrammeId, cancellationToken);
            var programme = (await ProgrammeReader.OfAsync(db, cancellationToken)).Read(version);
            var waiting = await db
                .Nominations.AsNoTracking()
                .Where(n => n.RoundId == id && n.Stage == NominationStage.Submitted)
                .OrderBy(n => n.Choice)
                .ThenBy(n => n.Rank)
                .Select(n => new
                {
                    Nomination = n,
                    Person = db.Honorees.Where(h => h.Id == n.HonoreeId).Select(h => h.Name).FirstOrDefault(),
                    Unit = db.Units.Where(u => u.Id == n.CandidateUnitId).Select(u => u.Name).FirstOrDefault(),
                    By = db.Units.Where(u => u.Id == n.NominatingUnitId).Select(u => u.Name).FirstOrDefault(),
                })
                .ToListAsync(cancellationToken);
            var matches = await MatchesAsync(db, programme, [.. waiting.Select(w => w.Nomination)], cancellationToken);
            return new RoundResults(
                round,
                programme,
                [
                    .. waiting.Select(w => new AwaitedResult(
                        w.Nomination,
                        w.Person ?? w.Unit ?? "",
                        w.By ?? "",
                        [.. matches[w.Nomination.HonoreeId ?? w.Nomination.CandidateUnitId!.Value]]
                    )),
                ],
                await db.Nominations.CountAsync(n => n.RoundId == id && n.Stage == NominationStage.Decided, cancellationToken),
                await db.Nominations.CountAsync(n => n.RoundId == id && n.Stage < NominationStage.Submitted, cancellationToken)
            );
        }
    }

    /// <summary>The nominee's honours by the programme's awards and its year.</summary>
    public async Task<ImmutableArray<MatchedHonour>> MatchesAsync(NominationCourse course, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(course);
        var db = database.Open();
        await using (db)
        {
            var matches = await MatchesAsync(db, course.Programme, [course.Nomination], cancellationToken);
            return [.. matches.SelectMany(found => found)];
        }
    }

    /// <summary>What winners of the programme receive.</summary>
    public async Task<ImmutableArray<ProgrammeAward>> AwardsAsync(Programme programme, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(programme);
        List<string> codes = [.. programme.Awards];
        var db = database.Open();
        await using (db)
        {
            return
            [
                .. await db
                    .Awards.Where(a => a.Code != null && EF.Parameter(codes).Contains(a.Code))
                    .OrderBy(a => a.Code)
                    .Select(a => new ProgrammeAward(a.Id, a.Name, a.Level, a.ConferringBody))
                    .ToListAsync(cancellationToken),
            ];
        }
    }

    /// <summary>The nominee as recipient of an honour, with the unit that the nominee works in now.</summary>
    public async Task<RecipientDraft> RecipientAsync(Nomination nomination, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(nomination);
        var db = database.Open();
        await using (db)
        {
            if (nomination.HonoreeId is not { } person)
            {
                var tier = await db.Units.Where(u => u.Id == nomination.CandidateUnitId).Select(u => u.Tier).FirstAsync(cancellationToken);
                var kind = tier == UnitTier.Team ? RecipientKind.Team : RecipientKind.Unit;
                return new RecipientDraft(kind, HonoreeId: null, nomination.CandidateUnitId, name, UnitAsPrinted: null);
            }

            var post = await db
                .Employments.Where(e => e.HonoreeId == person && e.To == null)
                .Select(e => new { e.UnitId, e.UnitText })
                .FirstOrDefaultAsync(cancellationToken);
            return new RecipientDraft(RecipientKind.Person, person, post?.UnitId, name, post?.UnitText);
        }
    }

    /// <summary>Whether the honour is in the registry.</summary>
    public async Task<bool> IsEnteredAsync(Guid conferralId, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db.Conferrals.AnyAsync(c => c.Id == conferralId, cancellationToken);
        }
    }

    private static async Task<ILookup<Guid, MatchedHonour>> MatchesAsync(
        HonorsContext db,
        Programme programme,
        IReadOnlyList<Nomination> nominations,
        CancellationToken cancellationToken
    )
    {
        List<string> codes = [.. programme.Awards];
        List<Guid?> people = [.. nominations.Where(n => n.HonoreeId != null).Select(n => n.HonoreeId)];
        List<Guid?> units = [.. nominations.Where(n => n.CandidateUnitId != null).Select(n => n.CandidateUnitId)];
        var found = await (
            from r in db.Recipients
            where
                (r.HonoreeId != null && EF.Parameter(people).Contains(r.HonoreeId))
                || (r.HonoreeId == null && r.UnitId != null && EF.Parameter(units).Contains(r.UnitId))
            join c in db.Conferrals.Counting() on r.ConferralId equals c.Id
            where c.Year == programme.Year
            join a in db.Awards on c.AwardId equals a.Id
            where a.Code != null && EF.Parameter(codes).Contains(a.Code)
            select new
            {
                r.HonoreeId,
                r.UnitId,
                c.Id,
                a.Name,
                c.Year,
                Document = db
                    .Documents.Where(d => d.Id == c.DocumentId || (d.ArticleId != null && c.Evidence.Any(e => e.ArticleId == d.ArticleId)))
                    .OrderBy(d => d.Id)
                    .Select(d => d.Title)
                    .FirstOrDefault(),
            }
        ).ToListAsync(cancellationToken);
        return found.ToLookup(f => f.HonoreeId ?? f.UnitId!.Value, f => new MatchedHonour(f.Id, f.Name, f.Year, f.Document));
    }
}
