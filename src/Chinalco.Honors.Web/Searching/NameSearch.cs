using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Data.Text;
using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Searching;

/// <summary>Finds units, awards and documents that bear every word in one of their names or numbers.</summary>
internal static class NameSearch
{
    public static async Task<SearchGroup<UnitHit>> UnitsAsync(
        HonorsContext db,
        IReadOnlyList<WordHits> words,
        SearchRequest request,
        List<Guid?>? unit,
        CancellationToken cancellationToken
    )
    {
        var kinds = Common(words, w => w.Units);
        if (unit is not null)
        {
            kinds = kinds.Where(pair => unit.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value);
        }

        var ids = kinds.Keys.ToList();
        var found = await db
            .Units.AsNoTracking()
            .Where(u => EF.Parameter(ids).Contains(u.Id))
            .Select(u => new
            {
                u.Id,
                u.Name,
                u.Tier,
            })
            .ToListAsync(cancellationToken);
        var page = found
            .OrderBy(u => kinds[u.Id])
            .ThenBy(u => u.Tier)
            .ThenBy(u => u.Name.Length)
            .ThenBy(u => u.Id)
            .Skip(request.Skip)
            .Take(request.Take)
            .ToList();
        var shown = page.Select(u => u.Id).ToList();
        var names = (
            await db
                .UnitNames.AsNoTracking()
                .Where(n => EF.Parameter(shown).Contains(n.UnitId) && n.Kind != UnitNameKind.Legal)
                .OrderBy(n => n.Order)
                .Select(n => new { n.UnitId, n.Name })
                .ToListAsync(cancellationToken)
        ).ToLookup(n => n.UnitId, n => n.Name);
        return new SearchGroup<UnitHit>(
            new Tally(found.Count, IsMore: false),
            [.. page.Select(u => new UnitHit(u.Id, u.Name, Reason(kinds[u.Id], names[u.Id], words)))]
        );
    }

    public static async Task<SearchGroup<AwardHit>> AwardsAsync(
        HonorsContext db,
        IReadOnlyList<WordHits> words,
        SearchRequest request,
        CancellationToken cancellationToken
    )
    {
        var kinds = Common(words, w => w.Awards);
        var ids = kinds.Keys.ToList();
        var found = await db
            .Awards.AsNoTracking()
            .Where(a => EF.Parameter(ids).Contains(a.Id) && (request.Level == null || a.Level == request.Level))
            .Select(a => new
            {
                a.Id,
                a.Name,
                a.Level,
                a.ConferringBody,
            })
            .ToListAsync(cancellationToken);
        var page = found
            .OrderBy(a => kinds[a.Id])
            .ThenBy(a => a.Level)
            .ThenBy(a => a.Name.Length)
            .ThenBy(a => a.Id)
            .Skip(request.Skip)
            .Take(request.Take)
            .ToList();
        var shown = page.Select(a => a.Id).ToList();
        var names = (
            await db
                .AwardAliases.AsNoTracking()
                .Where(n => EF.Parameter(shown).Contains(n.AwardId))
                .Select(n => new { n.AwardId, n.Name })
                .ToListAsync(cancellationToken)
        ).ToLookup(n => n.AwardId, n => n.Name);
        return new SearchGroup<AwardHit>(
            new Tally(found.Count, IsMore: false),
            [.. page.Select(a => new AwardHit(a.Id, a.Name, a.Level, a.ConferringBody, Reason(kinds[a.Id], names[a.Id], words)))]
        );
    }

    public static async Task<SearchGroup<DocumentHit>> DocumentsAsync(
        HonorsContext db,
        IReadOnlyList<WordHits> words,
        SearchRequest request,
        CancellationToken cancellationToken
    )
    {
        var kinds = Common(words, w => w.Documents);
        var ids = kinds.Keys.ToList();
        var from = request.From is { } first ? new DateOnly(first, 1, 1) : (DateOnly?)null;
        var to = request.To is { } last ? new DateOnly(last, 12, 31) : (DateOnly?)null;
        var found = await db
            .Documents.AsNoTracking()
            .Where(d => EF.Parameter(ids).Contains(d.Id) && (from == null || d.Date >= from) && (to == null || d.Date <= to))
            .Select(d => new
            {
                d.Id,
                d.Title,
                d.Number,
                d.IssuingBody,
                d.Date,
            })
            .ToListAsync(cancellationToken);
        var ordered =
            request.Sort == SearchSort.Oldest ? found.OrderBy(d => d.Date) : found.OrderBy(d => kinds[d.Id]).ThenByDescending(d => d.Date);
        return new SearchGroup<DocumentHit>(
            new Tally(found.Count, IsMore: false),
            [
                .. ordered
                    .ThenBy(d => d.Id)
                    .Skip(request.Skip)
                    .Take(request.Take)
                    .Select(d => new DocumentHit(d.Id, d.Title, d.Number, d.IssuingBody, d.Date, new MatchReason(kinds[d.Id]))),
            ]
        );
    }

    /// <summary>What every word fits, with the worst of the words' matches.</summary>
    private static Dictionary<Guid, TermKind> Common(IReadOnlyList<WordHits> words, Func<WordHits, Dictionary<Guid, TermKind>> of) =>
        words.Count == 0
            ? []
            : of(words[0])
                .Where(pair => words.All(w => of(w).ContainsKey(pair.Key)))
                .ToDictionary(pair => pair.Key, pair => words.Max(w => of(w)[pair.Key]));

    /// <summary>The other name that matched, where the name shown does not show it.</summary>
    private static MatchReason Reason(TermKind kind, IEnumerable<string> names, IReadOnlyList<WordHits> words)
    {
        var isOther = kind is TermKind.Alias or TermKind.AliasPart or TermKind.Former or TermKind.FormerPart;
        var match = isOther
            ? names.FirstOrDefault(n => words.Any(w => SearchFold.Of(n).Contains(w.Word.Folded, StringComparison.Ordinal)))
            : null;
        return new MatchReason(kind, match);
    }
}
