using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Chinalco.Honors.Web.Reading;

/// <summary>
/// Writes runs of an article's text as HTML with its marks applied by position. Marks may overlap in any way: at each boundary the marks that
/// end are closed and those that go on are opened again, so that the elements always nest. Links are never nested in links.
/// </summary>
internal sealed class MarkWriter
{
    private readonly string text;
    private readonly List<TextMark> marks;
    private readonly Dictionary<TextMark, int> pieces = [];

    public MarkWriter(string text, IEnumerable<TextMark> marks)
    {
        this.text = text;
        this.marks = [.. Usable(marks, text.Length)];
    }

    /// <summary>Proofs that had to be written in more than one piece: their first piece alone carries the id.</summary>
    public IEnumerable<TextMark> Broken => pieces.Where(p => p.Key.IsProof && p.Value > 1).Select(p => p.Key).OrderBy(m => m.Start);

    /// <summary>Writes the characters from start to end (excluded), encoded, with the marks that touch them.</summary>
    /// <param name="withLinks">False inside a link, where only proofs are marked.</param>
    public void Write(TextWriter output, int start, int end, bool withLinks = true)
    {
        var touching = marks.Where(m => m.Start < end && m.End > start && (withLinks || m.IsProof)).ToList();
        if (touching.Count == 0)
        {
            Encode(output, start, end);
            return;
        }

        var open = new List<TextMark>();
        var points = touching
            .SelectMany(m => new[] { m.Start, m.End })
            .Where(p => p > start && p < end)
            .Append(start)
            .Append(end)
            .Distinct()
            .Order();
        var at = start;
        foreach (var point in points)
        {
            Encode(output, at, point);
            at = point;
            CloseEnded(output, open, point);
            if (point < end)
            {
                foreach (var mark in touching.Where(m => Math.Max(m.Start, start) == point))
                {
                    Open(output, open, mark);
                }
            }
        }

        CloseDownTo(output, open, 0);
    }

    /// <summary>Writes text that is not literally the source's, such as one with an escape removed, at the source positions of its characters.</summary>
    /// <param name="shown">The characters to write.</param>
    /// <param name="start">Where the source of the characters begins.</param>
    /// <param name="end">Where it ends, excluded.</param>
    public void WriteAligned(TextWriter output, ReadOnlySpan<char> shown, int start, int end, bool withLinks)
    {
        var at = start;
        var index = 0;
        while (index < shown.Length)
        {
            while (at < end && text[at] != shown[index])
            {
                at++;
            }

            var run = 0;
            while (index + run < shown.Length && at + run < end && text[at + run] == shown[index + run])
            {
                run++;
            }

            if (run == 0)
            {
                output.Write(HtmlEncoder.Default.Encode(shown[index..].ToString()));
                return;
            }

            Write(output, at, at + run, withLinks);
            (at, index) = (at + run, index + run);
        }
    }

    /// <summary>Drops what lies outside the text, repeats, and links that overlap an earlier link; puts outer marks before inner ones.</summary>
    private static IEnumerable<TextMark> Usable(IEnumerable<TextMark> marks, int length)
    {
        var linkedTo = 0;
        foreach (
            var mark in marks
                .Where(m => m.Start >= 0 && m.End <= length && m.Start < m.End)
                .Distinct()
                .OrderBy(m => m.Start)
                .ThenByDescending(m => m.IsProof)
                .ThenByDescending(m => m.End)
        )
        {
            if (mark.IsProof)
            {
                yield return mark;
            }
            else if (mark.Start >= linkedTo)
            {
                linkedTo = mark.End;
                yield return mark;
            }
        }
    }

    private void Open(TextWriter output, List<TextMark> open, TextMark mark)
    {
        open.Add(mark);
        var piece = pieces[mark] = pieces.GetValueOrDefault(mark) + 1;
        if (!mark.IsProof)
        {
            output.Write($"<a class=\"mention {mark.Kind}\" href=\"{HtmlEncoder.Default.Encode(mark.Href!)}\">");
            return;
        }

        var name = TextMark.FragmentOf(mark.Start, mark.End);
        output.Write(
            piece == 1
                ? $"<mark class=\"{TextMark.Proof}\" id=\"{name}\" data-proof=\"{name}\">"
                : $"<mark class=\"{TextMark.Proof}\" data-proof=\"{name}\">"
        );
    }

    private void CloseEnded(TextWriter output, List<TextMark> open, int point)
    {
        var first = open.FindIndex(m => m.End <= point);
        if (first < 0)
        {
            return;
        }

        var goOn = open.Skip(first).Where(m => m.End > point).ToList();
        CloseDownTo(output, open, first);
        goOn.ForEach(mark => Open(output, open, mark));
    }

    private static void CloseDownTo(TextWriter output, List<TextMark> open, int depth)
    {
        for (var i = open.Count - 1; i >= depth; i--)
        {
            output.Write(open[i].IsProof ? "</mark>" : "</a>");
        }

        open.RemoveRange(depth, open.Count - depth);
    }

    private void Encode(TextWriter output, int start, int end)
    {
        foreach (var character in text.AsSpan(start, end - start))
        {
            switch (character)
            {
                case '&':
                    output.Write("&amp;");
                    break;
                case '<':
                    output.Write("&lt;");
                    break;
                case '>':
                    output.Write("&gt;");
                    break;
                case '"':
                    output.Write("&quot;");
                    break;
                default:
                    output.Write(character);
                    break;
            }
        }
    }
}
