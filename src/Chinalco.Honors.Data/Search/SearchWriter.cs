using System.Globalization;
using System.Text.Json;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Chinalco.Honors.Data.Search;

/// <summary>
/// The search terms that follow from what one save changes. Noted before the save, written after it in the same transaction, one statement
/// for thousands of rows. Whoever saves entities need not think of it.
/// </summary>
internal sealed class SearchWriter
{
    // A statement's rows travel as one JSON text.
    private const int RowsAtOnce = 4000;

    private readonly List<object> added = [];
    private readonly List<EntityEntry> changed = [];
    private readonly List<Guid> removed = [];

    /// <summary>Awards with another name: what their conferrals are found by is what their award's name does not say.</summary>
    private readonly List<Guid> renamed = [];

    private SearchWriter() { }

    /// <summary>Whether the save changes anything that is searched.</summary>
    public bool HasWork => added.Count + changed.Count + removed.Count > 0;

    /// <summary>Notes what the context is about to save.</summary>
    /// <param name="untracked">New entities that are saved with it though it does not track them.</param>
    public static SearchWriter Before(HonorsContext db, IReadOnlyCollection<object>? untracked = null)
    {
        var writer = new SearchWriter();
        var entries = db.ChangeTracker.Entries().ToList();
        var touched = entries
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e =>
                e.Entity switch
                {
                    UnitName name => name.UnitId,
                    AwardAlias alias => alias.AwardId,
                    HonoreeAlias alias => alias.HonoreeId,
                    _ => (Guid?)null,
                }
            )
            .OfType<Guid>()
            .ToHashSet();
        foreach (var entry in entries)
        {
            if (entry.State == EntityState.Added && IsSearched(entry.Entity))
            {
                writer.added.Add(entry.Entity);
            }
            else if (entry.State == EntityState.Deleted && IsSearched(entry.Entity))
            {
                writer.removed.Add((Guid)entry.Property("Id").CurrentValue!);
            }
            else if (IsChanged(entry, touched))
            {
                writer.changed.Add(entry);
                if (entry.Entity is Award award && IsModified(entry, nameof(Award.Name)))
                {
                    writer.renamed.Add(award.Id);
                }
            }
        }

        writer.added.AddRange((untracked ?? []).Where(IsSearched));
        return writer;
    }

    /// <summary>Writes the terms of what was saved.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction that holds both.</exception>
    public async Task WriteAsync(HonorsContext db, CancellationToken cancellationToken)
    {
        if (!HasWork)
        {
            return;
        }

        _ =
            db.Database.CurrentTransaction
            ?? throw new InvalidOperationException("Terms are written in the transaction of their entities.");
        foreach (var names in changed.SelectMany(e => e.Collections).Where(c => c.Metadata.Name is "Names" or "Aliases" or "Recipients"))
        {
            await names.LoadAsync(cancellationToken);
        }

        var written = added.Concat(changed.Select(e => e.Entity)).ToList();
        var conferrals = written.OfType<Conferral>().ToList();
        var awardNames = await AwardNamesAsync(db, conferrals, cancellationToken);
        var terms = written
            .SelectMany(entity =>
                entity switch
                {
                    Honoree honoree => SearchTerms.Of(honoree),
                    Unit unit => SearchTerms.Of(unit),
                    Award award => SearchTerms.Of(award),
                    Document document => SearchTerms.Of(document),
                    Conferral conferral => SearchTerms.Of(conferral, awardNames[conferral.AwardId]),
                    _ => [],
                }
            )
            .ToList();
        await DeleteAsync(db, [.. changed.Select(e => (Guid)e.Property("Id").CurrentValue!), .. removed], cancellationToken);
        await (terms.Count < RowsAtOnce ? InsertAsync(db, terms, cancellationToken) : InsertInBulkAsync(db, terms, cancellationToken));
        await InsertAsync(
            db,
            written.OfType<Article>().SelectMany(article => ArticleGrams.Of(article).Select(gram => new ArticleGram(gram, article.Id))),
            cancellationToken
        );
        await RenewConferralsAsync(db, cancellationToken);
    }

    private async Task RenewConferralsAsync(HonorsContext db, CancellationToken cancellationToken)
    {
        if (renamed.Count == 0)
        {
            return;
        }

        var conferrals = await db
            .Conferrals.Where(c => EF.Parameter(renamed).Contains(c.AwardId))
            .OrderBy(c => c.Id)
            .Select(c => c.Id)
            .ToListAsync(cancellationToken);
        foreach (var ids in conferrals.Chunk(RowsAtOnce))
        {
            var terms = await TermSource.ConferralsAsync(db, [.. ids], cancellationToken);
            await DeleteAsync(db, ids, cancellationToken);
            await InsertAsync(db, terms, cancellationToken);
        }
    }

    /// <summary>Removes every term of the entities.</summary>
    public static async Task DeleteAsync(HonorsContext db, IReadOnlyCollection<Guid> entities, CancellationToken cancellationToken)
    {
        foreach (var ids in entities.Chunk(RowsAtOnce))
        {
            await db.SearchTerms.Where(t => EF.Parameter(ids).Contains(t.EntityId)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    public static async Task InsertAsync(HonorsContext db, IReadOnlyCollection<SearchTerm> terms, CancellationToken cancellationToken)
    {
        foreach (var rows in terms.Chunk(RowsAtOnce))
        {
            object[][] cells = [.. rows.Select(t => new object[] { (byte)t.Of, t.Term, (byte)t.Kind, Text(t.EntityId) })];
            await db.Database.ExecuteSqlAsync(db.InsertTerms(JsonSerializer.Serialize(cells)), cancellationToken);
        }
    }

    /// <summary>Nearly in the order of the key, so that each page of the table is written once and stays at hand: numbers sort faster than texts.</summary>
    private static Task InsertInBulkAsync(HonorsContext db, List<SearchTerm> terms, CancellationToken cancellationToken)
    {
        SearchTerm[] ordered = [.. terms];
        Array.Sort([.. ordered.Select(PlaceOf)], ordered);
        return db.InsertRowsAsync(ordered, cancellationToken);
    }

    /// <summary>Grows with kind and text: eight letters or digits fit, or three other characters.</summary>
    private static ulong PlaceOf(SearchTerm term)
    {
        var (text, place) = (term.Term, 0UL);
        if (text.Length > 0 && char.IsAscii(text[0]))
        {
            for (var at = 0; at < 8; at++)
            {
                place = (place << 7) | (at < text.Length ? Math.Min(text[at], '\x7F') : '\0');
            }

            return ((ulong)term.Of << 57) | place;
        }

        for (var at = 0; at < 3; at++)
        {
            place = (place << 16) | (at < text.Length ? text[at] : '\0');
        }

        return ((ulong)term.Of << 57) | (1UL << 56) | (place << 8);
    }

    public static async Task InsertAsync(HonorsContext db, IEnumerable<ArticleGram> grams, CancellationToken cancellationToken)
    {
        // In the order of the key, so that each page of the table is written once.
        foreach (var rows in grams.OrderBy(g => g.Gram).Chunk(RowsAtOnce))
        {
            object[][] cells = [.. rows.Select(g => new object[] { g.Gram, Text(g.ArticleId) })];
            await db.Database.ExecuteSqlAsync(db.InsertGrams(JsonSerializer.Serialize(cells)), cancellationToken);
        }
    }

    private static bool IsSearched(object entity) => entity is Honoree or Unit or Award or Document or Conferral or Article;

    private static bool IsChanged(EntityEntry entry, HashSet<Guid> touched) =>
        entry.State is EntityState.Modified or EntityState.Unchanged
        && entry.Entity switch
        {
            Honoree honoree => touched.Contains(honoree.Id)
                || IsModified(entry, nameof(Honoree.Name))
                || IsModified(entry, nameof(Honoree.EmployeeNumber))
                || IsModified(entry, nameof(Honoree.MergedIntoId)),
            Unit unit => touched.Contains(unit.Id),
            Award award => touched.Contains(award.Id) || IsModified(entry, nameof(Award.Name)),
            Document => IsModified(entry, nameof(Document.Title)) || IsModified(entry, nameof(Document.Number)),
            Conferral => IsModified(entry, nameof(Conferral.AwardAsPrinted)),
            _ => false,
        };

    private static bool IsModified(EntityEntry entry, string property) => entry.Property(property).IsModified;

    private static async Task<Dictionary<Guid, string>> AwardNamesAsync(
        HonorsContext db,
        List<Conferral> conferrals,
        CancellationToken cancellationToken
    )
    {
        var ids = conferrals.Select(c => c.AwardId).Distinct().ToList();
        return ids.Count == 0
            ? []
            : await db
                .Awards.Where(a => EF.Parameter(ids).Contains(a.Id))
                .Select(a => new { a.Id, a.Name })
                .ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
    }

    // As EF Core writes ids on SQLite, where they are texts.
    private static string Text(Guid id) => id.ToString("D", CultureInfo.InvariantCulture).ToUpperInvariant();
}
