using System.Buffers;
using Chinalco.Honors.Ingestion.Reading;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>Punctuation and what it says about the line it stands in.</summary>
internal static class Marks
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？!?…；;");
    private static readonly SearchValues<char> ClosingMarks = SearchValues.Create("”’」』）)》〉】\"*");

    /// <summary>Whether the text ends like a sentence: its last mark before closing quotes and brackets ends one, or a bracketed signature does.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        var last = text.TrimEnd();
        while (!last.IsEmpty && ClosingMarks.Contains(last[^1]))
        {
            if (last[^1] is '）' or ')')
            {
                return true;
            }

            last = last[..^1];
        }

        return !last.IsEmpty && SentenceEnds.Contains(last[^1]);
    }

    /// <summary>Whether every quotation mark and bracket that is opened is closed: half of a sentence often leaves one open.</summary>
    public static bool QuotesAreClosed(ReadOnlySpan<char> text) =>
        text.Count('“') == text.Count('”') && text.Count('《') == text.Count('》') && text.Count('（') == text.Count('）');

    /// <summary>Whether a sentence ends anywhere inside: then it is running text, not a heading.</summary>
    public static bool HoldsFullStop(ReadOnlySpan<char> text) => text.Contains('。');

    /// <summary>Whether the character is a Chinese character.</summary>
    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '〇';

    /// <summary>The number a Chinese or Arabic numeral up to 99 stands for; null for anything else.</summary>
    public static int? Number(string numeral)
    {
        if (PrintedNumber.Of(numeral) is { } arabic)
        {
            return arabic;
        }

        var ten = numeral.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
        {
            return numeral.Length == 1 ? Digit(numeral[0]) : null;
        }

        var tens =
            ten == 0 ? 1
            : ten == 1 ? Digit(numeral[0])
            : null;
        var ones =
            ten == numeral.Length - 1 ? 0
            : ten == numeral.Length - 2 ? Digit(numeral[^1])
            : null;
        return tens * 10 + ones;
    }

    private static int? Digit(char c) =>
        "〇一二三四五六七八九".IndexOf(c is '零' or '○' ? '〇' : c, StringComparison.Ordinal) is var digit and >= 0 ? digit : null;
}
