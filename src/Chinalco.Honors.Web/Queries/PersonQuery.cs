using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>A person's page.</summary>
/// <param name="Status">Null when the viewer may not see it.</param>
/// <param name="Honours">Deprecated ones left out.</param>
/// <param name="Namesakes">Others who bear the same name.</param>
public sealed record PersonPage(
    Guid Id,
    string Name,
    HonoreeStatus? Status,
    bool IsSample,
    ImmutableArray<string> OtherNames,
    ImmutableArray<EmploymentLine> Employments,
    ImmutableArray<HonourLine> Honours,
    ImmutableArray<ArticleRow> Articles,
    ImmutableArray<PersonHint> Namesakes
)
{
    /// <summary>The employment beside the name: the one that lasts, else the last.</summary>
    public EmploymentLine? Current => Employments.FirstOrDefault();

    /// <summary>Honours that count, by level from the highest down.</summary>
    public IEnumerable<(AwardLevel Level, int Count)> Levels =>
        Honours.Where(h => h.Counts).GroupBy(h => h.Level).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()));
}

public sealed record EmploymentLine(Guid? UnitId, string Unit, string? Position, PartialDate? From, PartialDate? To);

/// <summary>The facts about a person that a viewer may see, whoever shows them: pages, API and exports read them here.</summary>
/// <param name="Status">Null when the viewer may not see it.</param>
public sealed record PersonFacts(string Name, HonoreeStatus? Status, bool IsSample, ImmutableArray<EmploymentLine> Employments)
{
    /// <summary>The employment beside the name: the one that lasts, else the last.</summary>
    public EmploymentLine? Current => Employments.FirstOrDefault();
}

/// <summary>As much of a person as tells namesakes apart.</summary>
public sealed record PersonHint(Guid Id, string Name, string? Unit, string? Position);

/// <summary>Reads a person's page.</summary>
public sealed class PersonQuery(ReadingDatabase database)
{
    private const int MostArticles = 50;

    private const int MostNamesakes = 10;

    /// <returns>Null when there is no such person.</returns>
    public async Task<PersonPage?> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var person = await FactsAsync(db, id, cancellationToken);
            return person is null
                ? null
                : new PersonPage(
                    id,
                    person.Name,
                    person.Status,
                    person.IsSample,
                    [
                        .. await db
                            .HonoreeAliases.Where(a => a.HonoreeId == id && a.Kind == AliasKind.Name)
                            .OrderBy(a => a.Text)
                            .Select(a => a.Text)
                            .ToListAsync(cancellationToken),
                    ],
                    person.Employments,
                    await HonourLines.LoadAsync(db, db.Recipients.AsNoTracking().Where(r => r.HonoreeId == id), cancellationToken),
                    await ArticlesAsync(db, id, cancellationToken),
                    await NamesakesAsync(db, id, person.Name, cancellationToken)
                );
        }
    }

    /// <summary>The facts that the context's viewer may see; null when there is no such person, or none for this viewer.</summary>
    public static async Task<PersonFacts?> FactsAsync(HonorsContext db, Guid id, CancellationToken cancellationToken) =>
        (await FactsAsync(db, [id], cancellationToken)).GetValueOrDefault(id);

    /// <summary>The facts of several people that the context's viewer may see, in as many queries as for one.</summary>
    public static async Task<Dictionary<Guid, PersonFacts>> FactsAsync(
        HonorsContext db,
        List<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        var people = await db
            .Honorees.AsNoTracking()
            .Where(h => EF.Parameter(ids).Contains(h.Id))
            .Select(h => new
            {
                h.Id,
                h.Name,
                h.Status,
                h.StatusVisibility,
                h.IsSample,
            })
            .ToListAsync(cancellationToken);
        var employments = (
            await db
                .Employments.AsNoTracking()
                .Where(e => EF.Parameter(ids).Contains(e.HonoreeId))
                .OrderByDescending(e => e.To == null)
                .ThenByDescending(e => e.From)
                .ThenByDescending(e => e.Id)
                .Select(e => new { e.HonoreeId, Line = new EmploymentLine(e.UnitId, e.UnitText, e.Position, e.From, e.To) })
                .ToListAsync(cancellationToken)
        ).ToLookup(e => e.HonoreeId, e => e.Line);
        return people.ToDictionary(
            p => p.Id,
            p =>
            {
                ImmutableArray<EmploymentLine> lines = [.. employments[p.Id]];
                HonoreeStatus? status = db.Viewer.May(p.StatusVisibility, lines.FirstOrDefault()?.UnitId) ? p.Status : null;
                return new PersonFacts(p.Name, status, p.IsSample, lines);
            }
        );
    }

    private static async Task<ImmutableArray<ArticleRow>> ArticlesAsync(HonorsContext db, Guid id, CancellationToken cancellationToken) =>
        await ArticleRows.LoadAsync(
            db,
            db.Articles.Where(a => db.Mentions.Any(m => m.ArticleId == a.Id && m.HonoreeId == id))
                .OrderByDescending(a => a.Date)
                .ThenBy(a => a.Page)
                .ThenBy(a => a.Id)
                .Take(MostArticles),
            cancellationToken
        );

    private static async Task<ImmutableArray<PersonHint>> NamesakesAsync(
        HonorsContext db,
        Guid id,
        string name,
        CancellationToken cancellationToken
    ) =>
        [
            .. (
                await db
                    .Honorees.AsNoTracking()
                    .Where(h => h.Name == name && h.Id != id)
                    .OrderBy(h => h.Id)
                    .Take(MostNamesakes)
                    .Select(h => new
                    {
                        h.Id,
                        h.Name,
                        Current = h
                            .Employments.OrderByDescending(e => e.To == null)
                            .ThenByDescending(e => e.From)
                            .ThenByDescending(e => e.Id)
                            .Select(e => new { e.UnitText, e.Position })
                            .FirstOrDefault(),
                    })
                    .ToListAsync(cancellationToken)
            ).Select(h => new PersonHint(h.Id, h.Name, h.Current?.UnitText, h.Current?.Position)),
        ];
}
