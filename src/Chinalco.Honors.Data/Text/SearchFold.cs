using System.Buffers;
using System.Globalization;
using System.Text;

namespace Chinalco.Honors.Data.Text;

/// <summary>What is left of a name or a query when everything is gone that people type one way or another.</summary>
public static class SearchFold
{
    // Letters, digits and the common Chinese characters, which no normalisation changes: most names are nothing else.
    private static readonly SearchValues<char> Plain = SearchValues.Create([
        .. Enumerable.Range('0', 10).Concat(Enumerable.Range('A', 26)).Concat(Enumerable.Range('a', 26)).Select(c => (char)c),
        .. Enumerable.Range(0x4E00, 0x9FF0 - 0x4E00).Select(c => (char)c),
    ]);

    /// <summary>
    /// Letters and digits alone, small and of usual width: no blanks, brackets, quotes, dots or dashes. The signs that databases take for any
    /// character stay, so that they are found as they are and nowhere else.
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAnyExcept(Plain) < 0)
        {
            return text.ToLowerInvariant();
        }

        var kept = new StringBuilder(text.Length);
        foreach (var character in Valid(text).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (IsKept(character))
            {
                kept.Append(Rune.ToLowerInvariant(character));
            }
        }

        return kept.ToString();
    }

    /// <summary>A UTF-16 unit as texts are compared: small, of usual width. One unit stays one unit, so that places in the text stay places.</summary>
    public static char Of(char unit) =>
        unit switch
        {
            >= '！' and <= '～' => char.ToLowerInvariant((char)(unit - '！' + '!')),
            _ => char.ToLowerInvariant(unit),
        };

    /// <summary>The end of all texts that begin with the prefix: the first text after them, in the order of code points.</summary>
    public static string After(string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        var last = prefix.EnumerateRunes().Last();
        var next = last.Value == 0xD7FF ? 0xE000 : Math.Min(last.Value + 1, 0x10FFFF);
        return string.Concat(prefix.AsSpan(0, prefix.Length - last.Utf16SequenceLength), new Rune(next).ToString());
    }

    private static bool IsKept(Rune character) =>
        Rune.IsLetterOrDigit(character)
        || character.Value is '%' or '_'
        || Rune.GetUnicodeCategory(character)
            is UnicodeCategory.LetterNumber
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Half a character cannot be normalised.</summary>
    private static string Valid(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (var character in text.EnumerateRunes())
        {
            valid.Append(character);
        }

        return valid.ToString();
    }
}
