using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Nominations;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>What everybody sees of a nomination while it is shown, and nothing else.</summary>
/// <param name="Candidate">The name of the person or unit.</param>
/// <param name="Unit">Where the person works; of a unit, the one above it; null when nobody knows.</param>
/// <param name="Level">The programme's word for how far it is shown.</param>
/// <param name="Until">The last day.</param>
public sealed record ShownNomination(
    Guid Id,
    string Programme,
    string Candidate,
    string? Unit,
    string? Position,
    string NominatingUnit,
    string Level,
    DateOnly From,
    DateOnly Until,
    int Days,
    bool InWorkingDays,
    string Place
);

/// <summary>A page of what is shown today.</summary>
public sealed record ShownPage(ImmutableArray<ShownNomination> Lines, int Total, int Page, int Pages);

/// <summary>
/// Reads what is up for publicity today. Whoever is shown is shown to everybody, whatever else of them is hidden: that is what a publicity is.
/// From the day after its last day, or once it is taken down, nothing is found.
/// </summary>
public sealed class PublicityQuery(IHonorsDatabase database, TimeProvider clock)
{
    private const int PageSize = 50;

    public async Task<ShownPage> ListAsync(int page, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var up = Up(db);
            var total = await up.CountAsync(cancellationToken);
            var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
            var at = Math.Clamp(page, 1, pages);
            var lines = await Lines(db, up.OrderBy(p => p.Until).ThenBy(p => p.Id).Skip((at - 1) * PageSize).Take(PageSize))
                .ToListAsync(cancellationToken);
            return new ShownPage([.. lines], total, at, pages);
        }
    }

    /// <returns>Null when there is none, or it is over.</returns>
    public async Task<ShownNomination?> OneAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await Lines(db, Up(db).Where(p => p.Id == id)).FirstOrDefaultAsync(cancellationToken);
        }
    }

    private IQueryable<Publicity> Up(HonorsContext db)
    {
        var today = ChinaToday.Of(clock);
        return db
            .Publicities.AsNoTracking()
            .Where(p =>
                p.TakenDownAt == null
                && p.From <= today
                && p.Until >= today
                && db.Nominations.Any(n => n.Id == p.NominationId && n.Stage < NominationStage.Decided)
            );
    }

    private static IQueryable<ShownNomination> Lines(HonorsContext db, IQueryable<Publicity> of) =>
        from p in of
        join n in db.Nominations on p.NominationId equals n.Id
        join r in db.NominationRounds on n.RoundId equals r.Id
        join g in db.NominationProgrammes on r.ProgrammeId equals g.Id
        select new ShownNomination(
            p.Id,
            g.Name,
            (
                n.HonoreeId != null
                    ? db.Honorees.Where(h => h.Id == n.HonoreeId).Select(h => h.Name).FirstOrDefault()
                    : db.Units.Where(u => u.Id == n.CandidateUnitId).Select(u => u.Name).FirstOrDefault()
            ) ?? "",
            n.HonoreeId != null
                ? db.Employments.Where(e => e.HonoreeId == n.HonoreeId && e.To == null).Select(e => e.UnitText).FirstOrDefault()
                : db
                    .Units.Where(u => db.Units.Any(c => c.Id == n.CandidateUnitId && c.ParentId == u.Id))
                    .Select(u => u.Name)
                    .FirstOrDefault(),
            db.Employments.Where(e => e.HonoreeId == n.HonoreeId && e.To == null).Select(e => e.Position).FirstOrDefault(),
            db.Units.Where(u => u.Id == n.NominatingUnitId).Select(u => u.Name).FirstOrDefault() ?? "",
            p.StageName,
            p.From,
            p.Until,
            p.Days,
            p.InWorkingDays,
            p.Place
        );
}
