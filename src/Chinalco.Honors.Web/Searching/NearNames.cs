using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Data.Text;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Searching;

/// <summary>Names of people, units and awards that differ from a word by one character, one letter or not in sound.</summary>
internal static class NearNames
{
    private const int LongestPersonName = 6;
    private const int ShortestOtherName = 3;
    private const int ShortestPinyin = 3;
    private const int LongestPinyin = 24;
    private const int MostReadings = 4;
    private const int MostCandidates = 400;
    private const int MostPeople = 8;
    private const int MostOthers = 4;

    public static async Task<ImmutableArray<NearName>> FindAsync(HonorsContext db, SearchWord word, CancellationToken cancellationToken)
    {
        var people = await PeopleAsync(db, word, cancellationToken);
        return
        [
            .. people,
            .. await OthersAsync(db, word, SearchKind.Unit, cancellationToken),
            .. await OthersAsync(db, word, SearchKind.Award, cancellationToken),
        ];
    }

    private static async Task<IEnumerable<NearName>> PeopleAsync(HonorsContext db, SearchWord word, CancellationToken cancellationToken)
    {
        var candidates = word.Pinyin is { } pinyin
            ? await ReadLikeAsync(db, Misspellings(pinyin), cancellationToken)
            : await WrittenLikeAsync(db, word.Folded, cancellationToken);
        var readings = Readings.OfName(word.Folded, MostReadings).Select(r => string.Concat(r)).ToHashSet(StringComparer.Ordinal);
        var people = await db
            .Honorees.AsNoTracking()
            .Where(h => EF.Parameter(candidates).Contains(h.Id))
            .Select(h => new PeopleQuery.Found(h.Id, h.Name, h.IsSample))
            .ToListAsync(cancellationToken);
        var near = people
            .Select(h => (Person: h, How: How(SearchFold.Of(h.Name))))
            .Where(h => h.How is not null)
            .OrderBy(h => h.How)
            .ThenBy(h => h.Person.Name.Length == word.Folded.Length ? 0 : 1)
            .ThenBy(h => h.Person.Name[0] == word.Folded[0] ? 0 : 1)
            .ThenBy(h => h.Person.Name, StringComparer.Ordinal)
            .ThenBy(h => h.Person.Id)
            .Take(MostPeople)
            .ToList();
        var rows = await PeopleQuery.RowsAsync(db, [.. near.Select(h => h.Person)], cancellationToken);
        return rows.Zip(near, (row, h) => new NearName(word.Typed, SearchKind.Person, row.Id, row.Name, row.Unit, h.How!.Value));

        Nearness? How(string name) =>
            word.Pinyin is not null ? Nearness.OneOff
            : Readings.OfName(name, SearchTerms.MostReadings).Any(r => readings.Contains(string.Concat(r))) ? Nearness.SameSound
            : IsOneOff(word.Folded, name) ? Nearness.OneOff
            : null;
    }

    /// <summary>People whose name sounds like the word, or might differ from it by one character: each place is tried by a range of its own.</summary>
    private static async Task<List<Guid>> WrittenLikeAsync(HonorsContext db, string name, CancellationToken cancellationToken)
    {
        if (name.Length is < 2 or > LongestPersonName || name.Any(char.IsSurrogate))
        {
            return [];
        }

        var readings = Readings.OfName(name, MostReadings).Select(r => string.Concat(r)).ToList();
        var candidates = await ReadLikeAsync(db, readings, cancellationToken);
        var (rest, first) = (name[1..], name[..1]);
        var terms = db.SearchTerms.AsNoTracking().Where(t => t.Of == SearchKind.Person);

        // The first character is wrong or one too many: the rest ends a name, or is one.
        candidates.AddRange(
            await terms
                .Where(t => t.Term == rest && (t.Kind == TermKind.NamePart || t.Kind == TermKind.Name))
                .Select(t => t.EntityId)
                .Take(MostCandidates)
                .ToListAsync(cancellationToken)
        );

        // A later one is wrong, missing or one too many: names that begin with the first, by pattern.
        var after = SearchFold.After(first);
        foreach (var pattern in Patterns(name))
        {
            candidates.AddRange(
                await terms
                    .Where(t => t.Term.CompareTo(first) >= 0 && t.Term.CompareTo(after) < 0)
                    .Where(t => t.Kind == TermKind.Name && EF.Functions.Like(t.Term, pattern))
                    .Select(t => t.EntityId)
                    .Take(MostCandidates)
                    .ToListAsync(cancellationToken)
            );
        }

        return candidates;
    }

    private static IEnumerable<string> Patterns(string name)
    {
        for (var at = 1; at < name.Length; at++)
        {
            yield return string.Concat(name.AsSpan(0, at), "_", name.AsSpan(at + 1));
            yield return string.Concat(name.AsSpan(0, at), "_", name.AsSpan(at));
            yield return string.Concat(name.AsSpan(0, at), name.AsSpan(at + 1));
        }
    }

    private static async Task<List<Guid>> ReadLikeAsync(HonorsContext db, List<string> readings, CancellationToken cancellationToken) =>
        readings.Count == 0
            ? []
            : await db
                .SearchTerms.AsNoTracking()
                .Where(t => t.Of == SearchKind.Person && readings.Contains(t.Term) && t.Kind == TermKind.Pinyin)
                .Select(t => t.EntityId)
                .Take(MostCandidates)
                .ToListAsync(cancellationToken);

    /// <summary>Every row of whole syllables that one letter too many, missing, wrong or swapped makes of the word.</summary>
    private static List<string> Misspellings(string word)
    {
        const string Letters = "abcdefghijklmnopqrstuvwxyz";
        if (word.Length is < ShortestPinyin or > LongestPinyin)
        {
            return [];
        }

        HashSet<string> all = [];
        for (var at = 0; at <= word.Length; at++)
        {
            var (head, tail) = (word[..at], word[at..]);
            foreach (var letter in Letters)
            {
                all.Add(head + letter + tail);
                if (tail.Length > 0)
                {
                    all.Add(head + letter + tail[1..]);
                }
            }

            if (tail.Length > 0)
            {
                all.Add(head + tail[1..]);
            }

            if (tail.Length > 1)
            {
                all.Add(head + tail[1] + tail[0] + tail[2..]);
            }
        }

        return [.. all.Where(Readings.IsPinyin)];
    }

    /// <summary>Units or awards that hold the word with one character off: one half of it is right, so that half is looked up.</summary>
    private static async Task<IEnumerable<NearName>> OthersAsync(
        HonorsContext db,
        SearchWord word,
        SearchKind of,
        CancellationToken cancellationToken
    )
    {
        if (word.Folded.Length < ShortestOtherName || word.Pinyin is not null)
        {
            return [];
        }

        var half = word.Folded.Length / 2;
        var terms = new[] { word.Folded[..half], word.Folded[half..] }
            .Select(part => WordHits.TermsFrom(db, of, part).Where(t => t.Kind <= TermKind.FormerPart).Take(MostCandidates))
            .Aggregate((all, more) => all.Concat(more));
        var candidates = (await terms.Select(t => t.EntityId).ToListAsync(cancellationToken)).Distinct().ToList();
        var names =
            of == SearchKind.Unit
                ? await UnitNamesAsync(db, candidates, cancellationToken)
                : await AwardNamesAsync(db, candidates, cancellationToken);
        return names
            .Where(n => HoldsOneOff(SearchFold.Of(n.Matched), word.Folded))
            .DistinctBy(n => n.Id)
            .OrderBy(n => n.Name.Length)
            .ThenBy(n => n.Name, StringComparer.Ordinal)
            .Take(MostOthers)
            .Select(n => new NearName(word.Typed, of, n.Id, n.Name, n.Detail, Nearness.OneOff));
    }

    private static async Task<List<Candidate>> UnitNamesAsync(HonorsContext db, List<Guid> ids, CancellationToken cancellationToken) =>
        await db
            .UnitNames.AsNoTracking()
            .Where(n => EF.Parameter(ids).Contains(n.UnitId))
            .Join(db.Units, n => n.UnitId, u => u.Id, (n, u) => new Candidate(u.Id, u.Name, n.Name, null))
            .ToListAsync(cancellationToken);

    private static async Task<List<Candidate>> AwardNamesAsync(HonorsContext db, List<Guid> ids, CancellationToken cancellationToken)
    {
        var awards = await db
            .Awards.AsNoTracking()
            .Where(a => EF.Parameter(ids).Contains(a.Id))
            .Include(a => a.Aliases)
            .ToListAsync(cancellationToken);
        return
        [
            .. awards.SelectMany(a =>
                a.Aliases.Select(n => n.Name).Prepend(a.Name).Select(name => new Candidate(a.Id, a.Name, name, a.Level.ToChinese()))
            ),
        ];
    }

    /// <summary>Whether one character was wrong, missing or too many.</summary>
    internal static bool IsOneOff(string typed, string name)
    {
        if (typed == name || Math.Abs(typed.Length - name.Length) > 1)
        {
            return false;
        }

        var start = 0;
        while (start < typed.Length && start < name.Length && typed[start] == name[start])
        {
            start++;
        }

        var (left, right) = (typed.Length - 1, name.Length - 1);
        while (left >= start && right >= start && typed[left] == name[right])
        {
            (left, right) = (left - 1, right - 1);
        }

        return left - start < 1 && right - start < 1;
    }

    private static bool HoldsOneOff(string name, string typed)
    {
        for (var length = typed.Length - 1; length <= typed.Length + 1; length++)
        {
            for (var at = 0; at + length <= name.Length; at++)
            {
                if (IsOneOff(typed, name.Substring(at, length)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private sealed record Candidate(Guid Id, string Name, string Matched, string? Detail);
}
