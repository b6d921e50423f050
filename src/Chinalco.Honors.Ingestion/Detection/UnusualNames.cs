using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>
/// Names that begin with no known surname: what stands behind a post, and again and again elsewhere where names stand, is a name, however
/// it is written.
/// </summary>
internal sealed class UnusualNames(string text, NamePlaces places)
{
    // Each place asked costs one search of the text; a story has few posts in front of unknown words.
    private const int MostSearches = 40;
    private const int LeastOccurrences = 3;

    private readonly Dictionary<string, bool> asked = new(StringComparer.Ordinal);

    /// <summary>The name that begins at a place behind a post; null where none does.</summary>
    public PersonMention? At(int place)
    {
        if (place == 0 || text[place] is not (>= '\u4e00' and <= '\u9fff') || !places.IsBehindPost(place))
        {
            return null;
        }

        for (var length = 5; length >= 2; length--)
        {
            if (
                place + length <= text.Length
                && NameShape.RightWeight(text, place + length, strong: true) >= (length == 2 ? 2 : 1)
                && text.AsSpan(place, length) is var name
                && NameShape.AllHan(name)
                && !NameShape.IsOtherWord(name)
                && UnitDetector.SuffixLength(name) == 0
                && Vocabulary.ReceiveVerbs.LengthAt(name, 0) == 0
                && Vocabulary.NameRight.LengthAt(name, 0) == 0
                && Recurs(name.ToString())
            )
            {
                return new(place, place + length, name.ToString(), NameEvidence.Form);
            }
        }

        return null;
    }

    /// <summary>Whether a phrase stands where names stand at least twice more.</summary>
    private bool Recurs(string name)
    {
        if (asked.TryGetValue(name, out var known))
        {
            return known;
        }

        if (asked.Count >= MostSearches)
        {
            return false;
        }

        var count = 0;
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            count += NameShape.RightWeight(text, at + name.Length, strong: true) > 0 ? 1 : 0;
        }

        return asked[name] = count >= LeastOccurrences;
    }
}
