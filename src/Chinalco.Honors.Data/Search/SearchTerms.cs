using System.Collections.Immutable;
using Chinalco.Honors.Data.Text;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;

namespace Chinalco.Honors.Data.Search;

/// <summary>What each entity is found by: a pure function, the same for a command, an import and a rebuild.</summary>
public static class SearchTerms
{
    /// <summary>Moves with every change of what this class or <see cref="ArticleGrams"/> gives, so that the next start derives anew.</summary>
    public const int Rules = 1;

    /// <summary>Most readings of one name: a name of three characters with three readings each would have 27.</summary>
    public const int MostReadings = 8;

    // Longer names of units and awards are not typed by their letters.
    private const int LongestReadName = 12;

    public static IReadOnlyCollection<SearchTerm> Of(Honoree honoree)
    {
        ArgumentNullException.ThrowIfNull(honoree);
        var terms = new Terms(SearchKind.Person, honoree.Id);
        if (honoree.MergedIntoId is not null)
        {
            return terms.All;
        }

        var name = SearchFold.Of(honoree.Name);
        terms.AddWithParts(name, TermKind.Name, TermKind.NamePart);
        terms.AddReadings(name, MostReadings, parts: true);
        foreach (var alias in honoree.Aliases.Where(a => a.Kind == AliasKind.Name))
        {
            var folded = SearchFold.Of(alias.Text);
            terms.AddWithParts(folded, TermKind.Former, TermKind.FormerPart);
            terms.AddReadings(folded, MostReadings, parts: true);
        }

        foreach (
            var number in honoree.Aliases.Where(a => a.Kind == AliasKind.Number).Select(a => a.Text).Append(honoree.EmployeeNumber ?? "")
        )
        {
            terms.Add(SearchFold.Of(number), TermKind.Number);
        }

        return terms.All;
    }

    public static IReadOnlyCollection<SearchTerm> Of(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var terms = new Terms(SearchKind.Unit, unit.Id);
        foreach (var name in unit.Names)
        {
            var folded = SearchFold.Of(name.Name);
            var (whole, part) = name.Kind switch
            {
                UnitNameKind.Legal => (TermKind.Name, TermKind.NamePart),
                UnitNameKind.Alias => (TermKind.Alias, TermKind.AliasPart),
                UnitNameKind.Former => (TermKind.Former, TermKind.FormerPart),
                _ => throw new ArgumentOutOfRangeException(nameof(unit), name.Kind, message: null),
            };
            terms.AddWithParts(folded, whole, part);
            terms.AddReadings(folded, most: 1, parts: false);
        }

        return terms.All;
    }

    public static IReadOnlyCollection<SearchTerm> Of(Award award)
    {
        ArgumentNullException.ThrowIfNull(award);
        var terms = new Terms(SearchKind.Award, award.Id);
        var name = SearchFold.Of(award.Name);
        terms.AddWithParts(name, TermKind.Name, TermKind.NamePart);
        terms.AddReadings(name, most: 1, parts: false);
        foreach (var alias in award.Aliases)
        {
            var folded = SearchFold.Of(alias.Name);
            terms.AddWithParts(folded, TermKind.Alias, TermKind.AliasPart);
            terms.AddReadings(folded, most: 1, parts: false);
        }

        return terms.All;
    }

    public static IReadOnlyCollection<SearchTerm> Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var terms = new Terms(SearchKind.Document, document.Id);
        terms.AddWithParts(SearchFold.Of(document.Title), TermKind.Name, TermKind.NamePart);
        terms.AddWithParts(SearchFold.Of(document.Number ?? ""), TermKind.Number, TermKind.NumberPart);
        return terms.All;
    }

    /// <summary>Only what award, people and units are not found by themselves: half a million conferrals shall not repeat their awards' names.</summary>
    /// <param name="awardName">The name of the conferral's award.</param>
    public static IReadOnlyCollection<SearchTerm> Of(Conferral conferral, string awardName)
    {
        ArgumentNullException.ThrowIfNull(conferral);
        var terms = new Terms(SearchKind.Conferral, conferral.Id);
        var printed = SearchFold.Of(conferral.AwardAsPrinted);
        if (!SearchFold.Of(awardName).Contains(printed, StringComparison.Ordinal))
        {
            terms.AddWithParts(printed, TermKind.Printed, TermKind.PrintedPart);
        }

        // A person's printed name is not here: who may not see the person must not find the conferral by it.
        foreach (var recipient in conferral.Recipients.Where(r => r.Kind != RecipientKind.Person))
        {
            terms.AddWithParts(SearchFold.Of(recipient.NameAsPrinted), TermKind.Recipient, TermKind.RecipientPart);
        }

        return terms.All;
    }

    private sealed class Terms(SearchKind of, Guid id)
    {
        private const int FewTerms = 40;

        private readonly List<SearchTerm> terms = new(12);

        // A person has some ten terms: looking through them costs less than hashing them.
        private HashSet<SearchTerm>? many;

        public IReadOnlyCollection<SearchTerm> All => terms;

        public void Add(string text, TermKind kind)
        {
            var term = Cut(text);
            if (term.Length == 0 || (many is null && Holds(term, kind)))
            {
                return;
            }

            var added = new SearchTerm(of, term, kind, id);
            if (many?.Add(added) != false)
            {
                terms.Add(added);
            }

            if (many is null && terms.Count > FewTerms)
            {
                many = [.. terms];
            }
        }

        private bool Holds(string term, TermKind kind)
        {
            foreach (var other in terms)
            {
                if (other.Kind == kind && other.Term == term)
                {
                    return true;
                }
            }

            return false;
        }

        public void AddWithParts(string text, TermKind whole, TermKind part)
        {
            Add(text, whole);
            for (var at = 1; at < text.Length; at++)
            {
                // Not in the middle of a character beyond the first plane.
                if (!char.IsLowSurrogate(text[at]))
                {
                    Add(text[at..], part);
                }
            }
        }

        public void AddReadings(string name, int most, bool parts)
        {
            if (name.Length is < 2 or > LongestReadName)
            {
                return;
            }

            foreach (var syllables in Readings.OfName(name, most))
            {
                Add(string.Concat(syllables.AsSpan()), TermKind.Pinyin);
                Add(string.Create(syllables.Length, syllables, FirstLetters), TermKind.Initials);
                for (var from = 1; parts && from < syllables.Length; from++)
                {
                    Add(string.Concat(syllables.AsSpan(from..)), TermKind.PinyinPart);
                }
            }
        }

        private static void FirstLetters(Span<char> letters, ImmutableArray<string> syllables)
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = syllables[i][0];
            }
        }

        private static string Cut(string term) =>
            term.Length <= SearchTerm.Longest ? term
            : char.IsHighSurrogate(term[SearchTerm.Longest - 1]) ? term[..(SearchTerm.Longest - 1)]
            : term[..SearchTerm.Longest];
    }
}
