using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Data.Text;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Searching;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.LookUps;

/// <summary>People whose names sound like names that nobody bears, or differ from them by one character. Two queries for all of them, and one a name.</summary>
internal static class NearPeople
{
    /// <summary>Of a list that is wrong altogether, so many names are tried.</summary>
    private const int MostNames = 40;
    private const int MostReadings = 4;
    private const int MostOfAName = 4;
    private const int MostCandidates = 400;

    public static async Task<ILookup<string, PersonHint>> FindAsync(
        HonorsContext db,
        IReadOnlyCollection<string> names,
        CancellationToken cancellationToken
    )
    {
        var tried = names
            .Distinct(StringComparer.Ordinal)
            .Select(name => (Name: name, Folded: SearchFold.Of(name)))
            .Where(n => n.Folded.Length is >= 2 and <= 6 && !n.Folded.Any(char.IsSurrogate))
            .Take(MostNames)
            .Select(n => (n.Name, n.Folded, Readings: ReadingsOf(n.Folded)))
            .ToList();
        if (tried.Count == 0)
        {
            return Array.Empty<(string, PersonHint)>().ToLookup(n => n.Item1, n => n.Item2);
        }

        var readings = tried.SelectMany(n => n.Readings).ToList();
        var rests = tried.Select(n => n.Folded[1..]).ToList();
        var terms = db.SearchTerms.AsNoTracking().Where(t => t.Of == SearchKind.Person);
        var candidates = await terms
            .Where(t => EF.Parameter(readings).Contains(t.Term) && t.Kind == TermKind.Pinyin)
            .Select(t => t.EntityId)
            .Concat(
                terms
                    .Where(t => EF.Parameter(rests).Contains(t.Term) && (t.Kind == TermKind.NamePart || t.Kind == TermKind.Name))
                    .Select(t => t.EntityId)
            )
            .Take(MostCandidates * 10)
            .ToListAsync(cancellationToken);
        foreach (var (_, folded, _) in tried)
        {
            candidates.AddRange(await BeginningLikeAsync(terms, folded, cancellationToken));
        }

        var hints = await PersonHints.LoadAsync(db, [.. candidates.Distinct()], cancellationToken);
        var known = hints
            .Select(h => (Hint: h, Folded: SearchFold.Of(h.Name)))
            .Select(h => (h.Hint, h.Folded, Readings: ReadingsOf(h.Folded)))
            .ToList();
        return tried
            .SelectMany(n =>
                known
                    .Select(k =>
                        (n.Name, k.Hint, Sounds: k.Readings.Overlaps(n.Readings), IsOneOff: NearNames.IsOneOff(n.Folded, k.Folded))
                    )
                    .Where(k => k.Sounds || k.IsOneOff)
                    .OrderByDescending(k => k.Sounds)
                    .ThenByDescending(k => k.Hint.Name.Length == n.Name.Length)
                    .ThenBy(k => k.Hint.Name, StringComparer.Ordinal)
                    .ThenBy(k => k.Hint.Id)
                    .Take(MostOfAName)
            )
            .ToLookup(n => n.Name, n => n.Hint, StringComparer.Ordinal);
    }

    /// <summary>Names that begin with the same character and may have one other wrong, missing or too many: one range, looked through once.</summary>
    private static Task<List<Guid>> BeginningLikeAsync(IQueryable<SearchTerm> terms, string name, CancellationToken cancellationToken)
    {
        var (first, after) = (name[..1], SearchFold.After(name[..1]));
        List<string> patterns =
        [
            .. Enumerable
                .Range(1, name.Length - 1)
                .SelectMany(at =>
                    new[] { name[..at] + "_" + name[(at + 1)..], name[..at] + "_" + name[at..], name[..at] + name[(at + 1)..] }
                ),
            name + "_",
        ];
        var like = patterns
            .Distinct(StringComparer.Ordinal)
            .Select(pattern => (System.Linq.Expressions.Expression<Func<SearchTerm, bool>>)(t => EF.Functions.Like(t.Term, pattern)))
            .Aggregate((one, other) => one.Or(other));
        return terms
            .Where(t => t.Term.CompareTo(first) >= 0 && t.Term.CompareTo(after) < 0 && t.Kind == TermKind.Name)
            .Where(like)
            .Select(t => t.EntityId)
            .Take(MostCandidates)
            .ToListAsync(cancellationToken);
    }

    private static HashSet<string> ReadingsOf(string name) =>
        Readings.OfName(name, MostReadings).Select(r => string.Concat(r)).ToHashSet(StringComparer.Ordinal);
}
