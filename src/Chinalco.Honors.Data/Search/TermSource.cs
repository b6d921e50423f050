using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.Search;

/// <summary>Where the terms of one kind come from.</summary>
/// <param name="Ids">Every entity of the kind.</param>
/// <param name="DeriveAsync">The terms of some of them, from the database as it is.</param>
/// <param name="HoldAsync">Keeps others from changing them until the transaction ends: a row that is written to is held, though nothing changes.</param>
internal sealed record TermSource(
    SearchKind Kind,
    Func<HonorsContext, IQueryable<Guid>> Ids,
    Func<HonorsContext, List<Guid>, CancellationToken, Task<List<SearchTerm>>> DeriveAsync,
    Func<HonorsContext, List<Guid>, CancellationToken, Task> HoldAsync
)
{
    /// <summary>Every kind but articles, which have pairs instead of terms.</summary>
    public static readonly IReadOnlyList<TermSource> All =
    [
        new(
            SearchKind.Person,
            db => db.Honorees.Select(h => h.Id),
            async (db, ids, stop) =>
                Terms(
                    await db.Honorees.AsNoTracking().Include(h => h.Aliases).Where(h => EF.Parameter(ids).Contains(h.Id)).ToListAsync(stop),
                    SearchTerms.Of
                ),
            (db, ids, stop) =>
                db
                    .Honorees.Where(h => EF.Parameter(ids).Contains(h.Id))
                    .ExecuteUpdateAsync(set => set.SetProperty(h => h.PageVersion, h => h.PageVersion), stop)
        ),
        new(
            SearchKind.Unit,
            db => db.Units.Select(u => u.Id),
            async (db, ids, stop) =>
                Terms(
                    await db.Units.AsNoTracking().Include(u => u.Names).Where(u => EF.Parameter(ids).Contains(u.Id)).ToListAsync(stop),
                    SearchTerms.Of
                ),
            (db, ids, stop) =>
                db
                    .Units.Where(u => EF.Parameter(ids).Contains(u.Id))
                    .ExecuteUpdateAsync(set => set.SetProperty(u => u.PageVersion, u => u.PageVersion), stop)
        ),
        new(
            SearchKind.Award,
            db => db.Awards.Select(a => a.Id),
            async (db, ids, stop) =>
                Terms(
                    await db.Awards.AsNoTracking().Include(a => a.Aliases).Where(a => EF.Parameter(ids).Contains(a.Id)).ToListAsync(stop),
                    SearchTerms.Of
                ),
            (db, ids, stop) =>
                db
                    .Awards.Where(a => EF.Parameter(ids).Contains(a.Id))
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.PageVersion, a => a.PageVersion), stop)
        ),
        new(
            SearchKind.Document,
            db => db.Documents.Select(d => d.Id),
            async (db, ids, stop) =>
                Terms(await db.Documents.AsNoTracking().Where(d => EF.Parameter(ids).Contains(d.Id)).ToListAsync(stop), SearchTerms.Of),
            (db, ids, stop) =>
                db
                    .Documents.Where(d => EF.Parameter(ids).Contains(d.Id))
                    .ExecuteUpdateAsync(set => set.SetProperty(d => d.PageVersion, d => d.PageVersion), stop)
        ),
        new(SearchKind.Conferral, db => db.Conferrals.Select(c => c.Id), ConferralsAsync, HoldAwardsAsync),
    ];

    internal static async Task<List<SearchTerm>> ConferralsAsync(HonorsContext db, List<Guid> ids, CancellationToken cancellationToken)
    {
        var conferrals = await db
            .Conferrals.AsNoTracking()
            .Include(c => c.Recipients)
            .Where(c => EF.Parameter(ids).Contains(c.Id))
            .ToListAsync(cancellationToken);
        var awards = conferrals.Select(c => c.AwardId).Distinct().ToList();
        var names = await db
            .Awards.Where(a => EF.Parameter(awards).Contains(a.Id))
            .Select(a => new { a.Id, a.Name })
            .ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        return Terms(conferrals, c => SearchTerms.Of(c, names[c.AwardId]));
    }

    /// <summary>Conferrals belong to their award.</summary>
    private static async Task HoldAwardsAsync(HonorsContext db, List<Guid> ids, CancellationToken cancellationToken) =>
        await db
            .Awards.Where(a => db.Conferrals.Any(c => c.AwardId == a.Id && EF.Parameter(ids).Contains(c.Id)))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.PageVersion, a => a.PageVersion), cancellationToken);

    private static List<SearchTerm> Terms<T>(IEnumerable<T> entities, Func<T, IReadOnlyCollection<SearchTerm>> of) =>
        [.. entities.SelectMany(of)];
}
