using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Nominations.Programmes;
using Chinalco.Honors.Packets.Snapshots;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>What a nomination has to be done by.</summary>
public enum DueKind
{
    /// <summary>The round's deadline.</summary>
    Deadline = 1,

    /// <summary>The last day of the publicity that is up.</summary>
    Publicity = 2,

    /// <summary>The last day of an answer that runs out soon, or has.</summary>
    Answer = 3,
}

/// <summary>A nomination that waits for the user's side.</summary>
/// <param name="Candidate">The name of the person or unit.</param>
/// <param name="NominatingUnit">Whose seat it takes.</param>
/// <param name="Holder">Who holds the round.</param>
/// <param name="Changes">What changed of what its packet rests on.</param>
/// <param name="Due">The first day that something ends; null once it is sent off.</param>
public sealed record WaitingLine(
    NominationCourse Course,
    string Candidate,
    string NominatingUnit,
    string Holder,
    ImmutableArray<FactChange> Changes,
    (DateOnly Day, DueKind Kind)? Due
);

/// <summary>What waits for the user, the most urgent first.</summary>
/// <param name="Lines">As many as were asked for.</param>
/// <param name="Total">How many there are.</param>
public sealed record Waiting(ImmutableArray<WaitingLine> Lines, int Total, DateOnly Today);

/// <summary>
/// Lists the live nominations whose next step is the user's side's: the nominating unit's until they are sent off, the holder's after.
/// Packets that rest on something that changed come first.
/// </summary>
public sealed class WaitingQuery(ReadingDatabase reading, NominationReach reach, PacketWatch watch, TimeProvider clock)
{
    /// <summary>Answers that run out within so many days are told.</summary>
    private const int Soon = 15;

    /// <param name="most">How many are listed.</param>
    /// <exception cref="NominationFileException">A programme cannot be read any more, because an award left the catalogue.</exception>
    public async Task<Waiting> RunAsync(int most, CancellationToken cancellationToken)
    {
        var today = ChinaToday.Of(clock);
        var mine = await reach.UnitsAsync(cancellationToken);
        var db = reading.Open();
        await using (db)
        {
            var all = await MineAsync(db, mine, today, cancellationToken);
            var flags = await watch.FlaggedAsync(db, all.ConvertAll(d => d.Id), cancellationToken);
            var urgent = all.OrderByDescending(d => flags.TryGetValue(d.Id, out var changes) && changes[0].Stops)
                .ThenByDescending(d => flags.ContainsKey(d.Id))
                .ThenBy(d => d.Due?.Day ?? DateOnly.MaxValue)
                .ThenBy(d => d.Id)
                .Take(most)
                .ToList();
            var courses = await NominationCourses.LoadAsync(db, urgent.ConvertAll(d => d.Id), cancellationToken);
            var people = await PeopleAsync(db, courses, cancellationToken);
            var units = await UnitsAsync(db, courses, cancellationToken);
            return new Waiting([.. courses.Zip(urgent, Line)], all.Count, today);

            WaitingLine Line(NominationCourse course, Waiter due)
            {
                var nomination = course.Nomination;
                return new WaitingLine(
                    course,
                    (nomination.HonoreeId is { } person ? people.GetValueOrDefault(person) : NameOf(nomination.CandidateUnitId!.Value))
                        ?? "—",
                    NameOf(nomination.NominatingUnitId) ?? "—",
                    NameOf(course.Round.UnitId) ?? "—",
                    flags.GetValueOrDefault(nomination.Id, []),
                    due.Due
                );
            }

            string? NameOf(Guid unit) => units.GetValueOrDefault(unit);
        }
    }

    private static async Task<List<Waiter>> MineAsync(
        HonorsContext db,
        List<Guid?>? mine,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var soon = today.AddDays(Soon);
        var rows = await (
            from n in db.Nominations.AsNoTracking()
            join r in db.NominationRounds on n.RoundId equals r.Id
            where
                (
                    n.Stage < NominationStage.Submitted
                    && r.State == NominationRoundState.Open
                    && (mine == null || mine.Contains(n.NominatingUnitId))
                ) || (n.Stage == NominationStage.Submitted && (mine == null || mine.Contains(r.UnitId)))
            select new
            {
                n.Id,
                n.Stage,
                r.Deadline,
                Shown = db
                    .Publicities.Where(p => p.NominationId == n.Id && p.TakenDownAt == null && p.From <= today && p.Until >= today)
                    .Max(p => (DateOnly?)p.Until),
                RunsOut = db
                    .Consultations.Where(c =>
                        c.NominationId == n.Id
                        && c.Agrees == true
                        && c.ValidUntil <= soon
                        && !db.Consultations.Any(l => l.NominationId == n.Id && l.Body == c.Body && l.EnteredAt > c.EnteredAt)
                    )
                    .Min(c => c.ValidUntil),
            }
        ).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new Waiter(
            r.Id,
            r.Stage == NominationStage.Submitted
                ? null
                : First((r.Deadline, DueKind.Deadline), (r.Shown, DueKind.Publicity), (r.RunsOut, DueKind.Answer))
        ));
    }

    private static (DateOnly Day, DueKind Kind)? First(params (DateOnly? Day, DueKind Kind)[] ends) =>
        ends.Where(e => e.Day is not null).Select(e => (e.Day!.Value, e.Kind)).MinBy(e => e.Value);

    private static async Task<Dictionary<Guid, string>> PeopleAsync(
        HonorsContext db,
        ImmutableArray<NominationCourse> courses,
        CancellationToken cancellationToken
    )
    {
        var ids = courses.Select(c => c.Nomination.HonoreeId).OfType<Guid>().Distinct().ToList();
        return await db
            .Honorees.Where(h => EF.Parameter(ids).Contains(h.Id))
            .Select(h => new { h.Id, h.Name })
            .ToDictionaryAsync(h => h.Id, h => h.Name, cancellationToken);
    }

    private static async Task<Dictionary<Guid, string>> UnitsAsync(
        HonorsContext db,
        ImmutableArray<NominationCourse> courses,
        CancellationToken cancellationToken
    )
    {
        var ids = courses
            .SelectMany(c => new[] { c.Nomination.CandidateUnitId, c.Nomination.NominatingUnitId, c.Round.UnitId })
            .OfType<Guid>()
            .Distinct()
            .ToList();
        return await db
            .Units.Where(u => EF.Parameter(ids).Contains(u.Id))
            .Select(u => new { u.Id, u.Name })
            .ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);
    }

    private sealed record Waiter(Guid Id, (DateOnly Day, DueKind Kind)? Due);
}
