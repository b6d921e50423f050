using System.Collections.Immutable;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>How a name was recognised.</summary>
public enum NameEvidence
{
    /// <summary>The name stands in the registry.</summary>
    Known = 1,

    /// <summary>It has the form of a name and stands where names stand.</summary>
    Form = 2,
}

/// <summary>A person's name in a text.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">End, exclusive; a padding space inside the name is included.</param>
/// <param name="Name">The name, simplified and without padding.</param>
/// <param name="Evidence">How it was recognised.</param>
public sealed record PersonMention(int Start, int End, string Name, NameEvidence Evidence) : ITextRange;

/// <summary>
/// Finds people: names of the registry where they stand free, and names by form (surname and one to three characters, or a name written
/// by sound) where a name is expected: after a post, a unit or a word of kinship, before a verb of speech or deed, in a list. A name
/// found once by form is then found everywhere in the text.
/// </summary>
public static class PersonDetector
{
    /// <summary>All mentions in text order.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="units">Units in it, whose ends make a name likely.</param>
    /// <param name="lexicon">The known people.</param>
    /// <param name="certain">Names that are known to be in this text, such as those of its authors.</param>
    public static ImmutableArray<PersonMention> Find(
        string text,
        ImmutableArray<UnitMention> units,
        Lexicon lexicon,
        IEnumerable<string> certain
    )
    {
        var places = new NamePlaces(text, units);
        var byForm = FindByForm(text, places, lexicon);
        byForm.AddRange(DottedNames.Find(text, places));
        var wordLike = new WordLikeNames(text, places, lexicon).Find().ToList();
        var names = byForm.Select(mention => mention.Name).Concat(certain).ToHashSet(StringComparer.Ordinal);
        string[] everywhere = [.. names.Where(name => name.Length > 0)];

        var known = lexicon.FindPeople(text).Select(hit => new PersonMention(hit.Start, hit.End, hit.Values[0], NameEvidence.Known));
        var repeated = new WordTable(everywhere)
            .FindAll(text)
            .Select(hit => new PersonMention(hit.Start, hit.Start + hit.Length, everywhere[hit.Index], NameEvidence.Form));
        var candidates = known
            .Where(mention => names.Contains(mention.Name) || StandsFree(text, mention, places))
            .Concat(repeated)
            .Concat(byForm)
            .Concat(wordLike)
            .Where(mention => !places.IsInUnit(mention.Start));
        return Arrange(text.Length, candidates, lexicon);
    }

    private static List<PersonMention> FindByForm(string text, NamePlaces places, Lexicon lexicon)
    {
        var found = new List<PersonMention>();
        var repetition = new NameRepetition(text, places);
        var unusual = new UnusualNames(text, places);
        for (var i = 0; i < text.Length; i++)
        {
            if (!places.MayBeginUnnoticed(i, out var strong))
            {
                if (unusual.At(i) is { } rare)
                {
                    found.Add(rare);
                    i = rare.End - 1;
                }

                continue;
            }

            var best = 0;
            var weight = 0;
            foreach (var length in NameShape.LengthsAt(text, i))
            {
                if (i + length > text.Length)
                {
                    continue;
                }

                var name = text.AsSpan(i, length);
                var right = NameShape.RightWeight(text, i + length, strong);
                var knows = lexicon.KnowsPerson(name);
                right =
                    right > 0
                    && NameShape.AllHan(name)
                    && !NameShape.IsOtherWord(name)
                    && (strong || knows || !NameShape.BeginsAsCommonWord(name))
                        ? right
                        : 0;
                right = right == 0 && repetition.IsName(name) ? 2 : right;
                right += right > 0 && knows ? 3 : 0;
                if (right > weight)
                {
                    (best, weight) = (length, right);
                }
            }

            if (weight == 0 && BehindPost(text, i, places) is > 0 and var certain)
            {
                (best, weight) = (certain, 2);
            }

            if (PaddedEnd(text, i, strong) is { } padded)
            {
                found.Add(new(i, padded, text[i..padded].Replace(" ", "", StringComparison.Ordinal), NameEvidence.Form));
                i = padded - 1;
                continue;
            }

            if (weight > 1 || (weight == 1 && (strong || repetition.StandsAgain(i, best))))
            {
                found.Add(new(i, i + best, text.Substring(i, best), NameEvidence.Form));
                i += best - 1;
            }
        }

        return found;
    }

    /// <summary>Length of a name behind a post or a word of kinship, whatever follows: 徒弟宗泽远更了得; 0 where no name can stand.</summary>
    private static int BehindPost(string text, int start, NamePlaces places)
    {
        if (
            !Vocabulary.SingleSurnames.Contains(text[start])
            || (!places.IsBehindPost(start) && !places.IsBehindKin(start))
            || start + 3 > text.Length
        )
        {
            return 0;
        }

        var length = NameShape.EndsNoName(text[start + 2]) ? 2 : 3;
        var name = text.AsSpan(start, length);
        return
            NameShape.AllHan(name)
            && !NameShape.IsOtherWord(name)
            && !NameShape.BeginsAsCommonWord(name)
            && UnitDetector.SuffixLength(name) == 0
            ? length
            : 0;
    }

    /// <summary>End of a name of two characters that print sets apart (童 远), after a post or a unit and before a mark.</summary>
    private static int? PaddedEnd(string text, int start, bool strong) =>
        strong
        && start + 2 < text.Length
        && text[start + 1] == ' '
        && Vocabulary.SingleSurnames.Contains(text[start])
        && text[start + 2] is >= '\u4e00' and <= '\u9fff'
        && NameShape.RightWeight(text, start + 3, strong) == 3
            ? start + 3
            : null;

    private static bool MayEnd(string text, int end, bool strong) => NameShape.RightWeight(text, end, strong) > 0;

    /// <summary>A name of the registry needs less around it; a short one, or one that is a word besides, more than others.</summary>
    private static bool StandsFree(string text, PersonMention mention, NamePlaces places)
    {
        if (!places.MayBegin(mention.Start, out var strong))
        {
            return mention.Name.Length >= 3
                && !NameShape.IsOtherWord(mention.Name)
                && NameShape.RightWeight(text, mention.End, strong: true) >= 2;
        }

        return NameShape.IsOtherWord(mention.Name) ? strong && NameShape.RightWeight(text, mention.End, strong) >= 2
            : NameShape.IsCommonWord(mention.Name) ? MayEnd(text, mention.End, strong)
            : mention.Name.Length >= 3 || MayEnd(text, mention.End, strong) || places.IsBehindMark(mention.Start);
    }

    /// <summary>Of overlapping mentions the known one wins, then the longer, then the earlier.</summary>
    private static ImmutableArray<PersonMention> Arrange(int textLength, IEnumerable<PersonMention> candidates, Lexicon lexicon)
    {
        var taken = new List<PersonMention>();
        var occupied = new bool[textLength];
        var ranked = candidates
            .Select(mention =>
                mention.Evidence == NameEvidence.Known || !lexicon.KnowsPerson(mention.Name)
                    ? mention
                    : mention with
                    {
                        Evidence = NameEvidence.Known,
                    }
            )
            .OrderBy(mention => mention.Evidence)
            .ThenByDescending(mention => mention.End - mention.Start)
            .ThenBy(mention => mention.Start);
        foreach (var mention in ranked)
        {
            var range = occupied.AsSpan(mention.Start, mention.End - mention.Start);
            if (!range.Contains(true))
            {
                range.Fill(true);
                taken.Add(mention);
            }
        }

        taken.Sort((a, b) => a.Start.CompareTo(b.Start));
        return [.. taken];
    }
}
