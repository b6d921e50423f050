using System.Buffers;

namespace Chinalco.Honors.Packets.Stories;

/// <summary>A sentence within a text.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">The UTF-16 unit after it.</param>
public readonly record struct SentenceSpan(int Start, int End);

/// <summary>Cuts texts into sentences: articles and what people edit are cut alike, so that a sentence taken over is known again.</summary>
public static class Sentences
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("。！？!?\n");
    private static readonly SearchValues<char> Closers = SearchValues.Create("”’」』）)】》");

    /// <summary>The sentences of a text with the marks that stand behind them; blanks around them left out.</summary>
    public static IEnumerable<SentenceSpan> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = 0;
        while (start < text.Length)
        {
            var found = text.AsSpan(start).IndexOfAny(Ends);
            var end = found < 0 ? text.Length : start + found + 1;
            if (found >= 0 && text[end - 1] != '\n')
            {
                end = AfterClosers(text, end);
            }

            var (from, to) = Trimmed(text, start, end);
            if (from < to)
            {
                yield return new SentenceSpan(from, to);
            }

            start = end;
        }
    }

    /// <summary>Whether a sentence is one: headlines and signatures end without a full stop.</summary>
    public static bool IsWhole(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return sentence.TrimEnd('”', '’', '」', '』', '）', ')', '】', '》') is [.., '。' or '！' or '？' or '!' or '?'];
    }

    private static int AfterClosers(string text, int end)
    {
        while (end < text.Length && (Closers.Contains(text[end]) || "。！？!?".Contains(text[end], StringComparison.Ordinal)))
        {
            end++;
        }

        for (var mark = EvidenceMark.At(text, end); mark > end; mark = EvidenceMark.At(text, end))
        {
            end = mark;
        }

        return end;
    }

    private static (int From, int To) Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return (start, end);
    }
}
