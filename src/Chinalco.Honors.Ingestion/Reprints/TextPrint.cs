using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Chinalco.Honors.Ingestion.Reprints;

/// <summary>
/// What a text is recognised by when it is printed again: the runs of <see cref="RunLength"/> letters and digits in it, whatever stands
/// between them. Takes time and memory linear in the text.
/// </summary>
/// <remarks>The kept values are the smallest of the runs' hashes (a bottom-k sketch, Broder 1997): like texts keep like values.</remarks>
public sealed partial class TextPrint
{
    /// <summary>Letters and digits of one run.</summary>
    public const int RunLength = 6;

    /// <summary>Values kept of each text.</summary>
    public const int Kept = 16;

    /// <summary>So many kept values in common make a text worth a closer look.</summary>
    public const int Worth = 4;

    /// <summary>Fewer letters and digits are alike by chance: a heading, a caption, one sentence of a form.</summary>
    private const int ShortestText = 60;

    /// <summary>Of the shorter text's runs the other has at least so many: misread characters take some away.</summary>
    private const double SharedByAReprint = 0.8;

    /// <summary>A reprint is not a passage quoted in a longer story.</summary>
    private const double LengthsOfAReprint = 0.6;

    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly HashSet<ulong> runs = [];
    private readonly HashSet<string> years;

    private TextPrint(string text)
    {
        years = [.. Year().Matches(text).Select(m => m.Value)];
        Letters = Read(text);
        Values = Letters < ShortestText ? [] : [.. runs.Order().Take(Kept).Select(v => unchecked((long)v))];
    }

    /// <summary>Letters and digits of the text.</summary>
    public int Letters { get; }

    /// <summary>The kept values; none for a text that is too short to be recognised.</summary>
    public ImmutableArray<long> Values { get; }

    public static TextPrint Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new TextPrint(text);
    }

    /// <summary>Whether the two are one text, apart from heading, date line and misread characters. Forms filled in for other years are not.</summary>
    public bool IsNearly(TextPrint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (less, more) = runs.Count <= other.runs.Count ? (this, other) : (other, this);
        return less.Letters >= ShortestText
            && less.Letters >= LengthsOfAReprint * more.Letters
            && (less.years.IsSubsetOf(more.years) || more.years.IsSubsetOf(less.years))
            && less.runs.Count(more.runs.Contains) >= SharedByAReprint * less.runs.Count;
    }

    private int Read(string text)
    {
        // A hash that takes one character in at the end and drops one at the beginning: each character is touched twice.
        Span<char> window = stackalloc char[RunLength];
        var dropped = 1UL;
        for (var i = 0; i < RunLength; i++)
        {
            dropped = unchecked(dropped * Multiplier);
        }

        var (hash, letters) = (0UL, 0);
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c))
            {
                continue;
            }

            var first = letters >= RunLength ? window[letters % RunLength] : '\0';
            window[letters % RunLength] = c;
            hash = unchecked((hash * Multiplier) + c + 1 - (first == '\0' ? 0 : (first + 1UL) * dropped));
            letters++;
            if (letters >= RunLength)
            {
                runs.Add(Mixed(hash));
            }
        }

        return letters;
    }

    /// <summary>Spreads what the rolling hash leaves in the low bits (finaliser of SplitMix64, Steele 2014): the smallest are a fair choice.</summary>
    private static ulong Mixed(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }

    [GeneratedRegex("(?:19|20)[0-9]{2}(?=年)")]
    private static partial Regex Year();
}
