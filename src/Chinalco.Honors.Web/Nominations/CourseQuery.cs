using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Nominations.Eligibility;
using Chinalco.Honors.Nominations.Programmes;
using Chinalco.Honors.Packets.Snapshots;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>One nomination as its page shows it.</summary>
/// <param name="Assessment">What the programme says of the candidate on the round's deadline; null when the user does not see the candidate.</param>
/// <param name="Candidate">The name of the person or unit.</param>
/// <param name="Post">Of a person: unit and position now.</param>
/// <param name="NominatingUnit">Whose seat it takes.</param>
/// <param name="Holder">Who holds the round.</param>
/// <param name="MayDecide">Whether the user's units hold the round.</param>
/// <param name="Today">In China.</param>
/// <param name="PacketChanges">What changed of what the last packet rests on; nothing without one.</param>
public sealed record CourseView(
    NominationCourse Course,
    Assessment? Assessment,
    string Candidate,
    string? Post,
    string NominatingUnit,
    string Holder,
    bool MayDecide,
    DateOnly Today,
    ImmutableArray<FactChange> PacketChanges
)
{
    public Nomination Nomination => Course.Nomination;

    /// <summary>What holds the nomination up, as commands ask it.</summary>
    public CandidateStanding Standing =>
        Assessment is null
            ? new CandidateStanding(Bar: null, Open: 1)
            : new CandidateStanding(
                Assessment.Open.FirstOrDefault(c => c.Answer is { Outcome: RuleOutcome.Broken, Change: null })?.Clause.Rule.Condition,
                Assessment.Open.Count()
            );

    /// <summary>What is missing before the nomination goes on, in Chinese.</summary>
    public ImmutableArray<string> Missing => Course.Missing(Today, Judged);

    /// <summary>The packet that goes up, compared with what is known now; null while there is none.</summary>
    public JudgedPacket? Judged => Course.LastPacket is { } packet ? new JudgedPacket(packet.Id, PacketChanges.Length) : null;

    /// <summary>The facts that the programme's rules ask to be declared.</summary>
    public IEnumerable<string> AskedFacts =>
        Course.Programme.Clauses.Select(c => c.Rule.Fact).OfType<string>().Distinct(StringComparer.Ordinal);
}

/// <summary>Reads one nomination for those who may nominate where it was made, and for those who hold its round.</summary>
public sealed class CourseQuery(ReadingDatabase reading, NominationReach reach, PacketWatch watch, TimeProvider clock)
{
    /// <returns>Null when there is no such nomination, or it is not the user's.</returns>
    public async Task<CourseView?> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = reading.Open();
        await using (db)
        {
            if (await NominationCourse.LoadAsync(db, id, cancellationToken) is not { } course)
            {
                return null;
            }

            var (holder, by) = (course.Round.UnitId, course.Nomination.NominatingUnitId);
            if (!await reach.MaySeeAsync(holder, by, cancellationToken))
            {
                return null;
            }

            var assessment = await AssessAsync(db, course, ChinaToday.Of(clock), cancellationToken);
            return new CourseView(
                course,
                assessment,
                assessment?.Candidate.Name ?? "",
                await PostAsync(db, course.Nomination, cancellationToken),
                await UnitAsync(db, by, cancellationToken),
                await UnitAsync(db, holder, cancellationToken),
                await reach.HoldsAsync(holder, cancellationToken),
                ChinaToday.Of(clock),
                course.LastPacket is { } packet
                    ? (await watch.ChangesAsync([(course.Nomination, packet)], cancellationToken))[packet.Id]
                    : []
            );
        }
    }

    private static async Task<Assessment?> AssessAsync(
        HonorsContext db,
        NominationCourse course,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var (nomination, on) = (course.Nomination, course.Round.Deadline);
        var id = nomination.HonoreeId ?? nomination.CandidateUnitId!.Value;
        var declared = new Dictionary<Guid, ImmutableDictionary<string, DeclaredFact>>
        {
            [id] = course.Facts.ToImmutableDictionary(f => f.Key, f => new DeclaredFact(f.Value, f.Evidence, f.ValidUntil)),
        };
        var found = nomination.HonoreeId is not null
            ? await CandidateQuery.PeopleAsync(db, [id], on, declared, cancellationToken)
            : await CandidateQuery.UnitsAsync(
                db,
                on < today
                    ? await UnitTree.AsOfAsync(db, new PartialDate(on.Year, on.Month, on.Day), cancellationToken)
                    : await UnitTree.LoadAsync(db, cancellationToken),
                [id],
                on,
                declared,
                cancellationToken
            );
        return found.Count == 0 ? null : course.Programme.Assess(found[0]);
    }

    private static async Task<string?> PostAsync(HonorsContext db, Nomination nomination, CancellationToken cancellationToken)
    {
        var post = await db
            .Employments.Where(e => e.HonoreeId == nomination.HonoreeId && e.To == null)
            .Select(e => new { e.UnitText, e.Position })
            .FirstOrDefaultAsync(cancellationToken);
        return post is null ? null : $"{post.UnitText} {post.Position}".TrimEnd();
    }

    private static async Task<string> UnitAsync(HonorsContext db, Guid id, CancellationToken cancellationToken) =>
        await db.Units.Where(u => u.Id == id).Select(u => u.Name).FirstOrDefaultAsync(cancellationToken) ?? "";
}

/// <summary>The day as it is in China, where the group is.</summary>
internal static class ChinaToday
{
    public static DateOnly Of(TimeProvider clock) => Of(clock.GetUtcNow());

    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(8)).Date);
}
