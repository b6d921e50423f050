using System.Collections.Immutable;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>A stretch between two of the marks ， ； ：, outside brackets and short quotations.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">End, exclusive; the closing mark is not part of it.</param>
/// <param name="Opener">The mark before it; '\0' at the start of a sentence.</param>
public sealed record Clause(int Start, int End, char Opener);

/// <summary>A sentence with its clauses. <paramref name="Line"/> counts the lines of the article from 0.</summary>
public sealed record Sentence(int Start, int End, int Line, ImmutableArray<Clause> Clauses);

/// <summary>Cuts a folded text into sentences and these into clauses.</summary>
public static class SentenceSplitter
{
    /// <summary>A quotation up to this length is a name or a title; a longer one is speech and is read like the text around it.</summary>
    private const int LongestQuotedName = 26;

    /// <summary>A text without full stops is damaged, and is cut somewhere: what is read again for each award must not be the whole of it.</summary>
    private const int LongestSentence = 12_000;

    /// <summary>All sentences; a line break always ends one.</summary>
    public static ImmutableArray<Sentence> Split(string text)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var start = 0;
        var line = 0;
        var first = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i - start >= LongestSentence)
            {
                Close(i);
                start = i;
                first = line;
            }

            if (text[i] == '\n')
            {
                line++;
                if (!GoesOn(text, start, i))
                {
                    Close(i);
                    start = i + 1;
                    first = line;
                }
            }
            else if (text[i] is '。' or '！' or '？')
            {
                var end = i + 1;
                while (end < text.Length && text[end] is '”' or '’' or '）' or '。' or '！' or '？')
                {
                    end++;
                }

                Close(end);
                start = end;
                first = line;
                i = end - 1;
            }
        }

        Close(text.Length);
        return sentences.ToImmutable();

        void Close(int end)
        {
            var from = start;
            // The mark of a Markdown heading is no part of what it says.
            while (from < end && text[from] is ' ' or '#')
            {
                from++;
            }

            while (end > from && text[end - 1] == ' ')
            {
                end--;
            }

            if (end > from)
            {
                sentences.Add(new(from, end, first, SplitClauses(text, from, end)));
            }
        }
    }

    /// <summary>A line that ends in a comma, a particle or a verb of receiving was wrapped by hand: its sentence goes on.</summary>
    private static bool GoesOn(string text, int start, int end) =>
        end - start > 8
        && (text[end - 1] is '，' or '、' or '的' || (text[end - 1] is '获' or '为' && text.IndexOf('，', start, end - start) is > 0));

    private static ImmutableArray<Clause> SplitClauses(string text, int start, int end)
    {
        var clauses = ImmutableArray.CreateBuilder<Clause>();
        var from = start;
        var opener = '\0';
        for (var i = start; i < end; i++)
        {
            if (text[i] is '（' or '“' && SkipTo(text, i, end) is { } closed)
            {
                i = closed;
            }
            else if (text[i] is '，' or '；' or '：' || (text[i] == '—' && i + 1 < end && text[i + 1] == '—'))
            {
                Add(i);
                opener = text[i];
                i += text[i] == '—' ? 1 : 0;
                from = i + 1;
            }
        }

        Add(end);
        return clauses.ToImmutable();

        void Add(int to)
        {
            if (to > from)
            {
                clauses.Add(new(from, to, opener));
            }
        }
    }

    /// <summary>Index of the mark that closes the bracket or short quotation at <paramref name="open"/>.</summary>
    private static int? SkipTo(string text, int open, int end)
    {
        var bracket = text[open] == '（';
        var limit = Math.Min(end, open + (bracket ? 60 : LongestQuotedName + 2));
        for (var i = open + 1; i < limit; i++)
        {
            if (text[i] == (bracket ? '）' : '”'))
            {
                return i;
            }

            if (!bracket && text[i] is '。' or '！' or '？')
            {
                return null;
            }
        }

        return null;
    }
}
