namespace Chinalco.Honors.Ingestion.Reading.Html;

/// <summary>
/// Counts the tags of an HTML text before it is parsed. A parser makes a tree of whatever it gets, and its work grows with the square of the
/// nesting and of the attributes of one tag, so both are bounded first.
/// </summary>
internal sealed class HtmlShape
{
    // Open without end in every other page, and closed by whatever follows.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Unclosed = new HashSet<string>(
        "p li br hr img input meta link td th tr dd dt option col tbody thead source area base wbr embed param track colgroup tfoot optgroup".Split(
            ' '
        ),
        StringComparer.OrdinalIgnoreCase
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    // Whatever of these is open is opened anew in the next paragraph, so that their product counts.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Formatting = new HashSet<string>(
        "a b big code em font i nobr s small strike strong tt u".Split(' '),
        StringComparer.OrdinalIgnoreCase
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    private const int OftenReopened = 5;

    private readonly string html;
    private readonly SourceLimits limits;
    private readonly Dictionary<string, int> open = new(StringComparer.OrdinalIgnoreCase);
    private int tags;
    private int depth;
    private int formatting;
    private long reopened;
    private bool holdsForeign;

    private HtmlShape(string html, SourceLimits limits) => (this.html, this.limits) = (html, limits);

    /// <summary>Refuses a text with more tags, deeper nesting or more attributes than a page can need.</summary>
    public static void Check(string html, SourceLimits limits) => new HtmlShape(html, limits).Check();

    /// <summary>The refusal of a page that is too complex to be read.</summary>
    public static SourceRefusedException TooComplex() =>
        new(SourceRefusal.TooComplex, "网页的标签过多或嵌套过深，无法安全读取。请在浏览器中打开，复制正文并保存为纯文本（.txt）后再导入。");

    private void Check()
    {
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at))
        {
            at = html[at + 1] == '!' ? EndOfComment(at) : EndOfTag(at);
            if (at >= html.Length)
            {
                return;
            }
        }
    }

    private int EndOfComment(int at)
    {
        // <!--> and <!---> are whole comments.
        var rest = html.AsSpan(at);
        if (!rest.StartsWith("<!--") || rest.StartsWith("<!-->") || rest.StartsWith("<!--->"))
        {
            return at + 2;
        }

        var end = rest[4..].IndexOf("-->");
        var other = rest[4..].IndexOf("--!>");
        end = end < 0 || (other >= 0 && other < end) ? other : end;
        return end < 0 ? html.Length : at + 4 + end + 3;
    }

    private int EndOfTag(int at)
    {
        var closes = html[at + 1] == '/';
        var start = at + (closes ? 2 : 1);
        if (start >= html.Length || !char.IsAsciiLetter(html[start]))
        {
            return at + 1;
        }

        var nameEnd = start;
        while (nameEnd < html.Length && html[nameEnd] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>'))
        {
            nameEnd++;
        }

        var name = html.AsSpan(start, Math.Min(nameEnd - start, 40));
        var (end, attributes) = Attributes(nameEnd);
        tags++;
        Nest(name, closes);
        reopened += formatting;
        if (
            tags > limits.MaxElements * 2
            || depth > limits.MaxNesting
            || attributes > limits.MaxAttributes
            || reopened > (long)limits.MaxElements * OftenReopened
        )
        {
            throw TooComplex();
        }

        holdsForeign |= name.Equals("svg", StringComparison.OrdinalIgnoreCase) || name.Equals("math", StringComparison.OrdinalIgnoreCase);
        return !closes && !holdsForeign && IsRaw(name) ? EndOfRaw(name, end) : Math.Min(html.Length, end + 1);
    }

    /// <summary>An end tag closes nothing that is not open.</summary>
    private void Nest(ReadOnlySpan<char> name, bool closes)
    {
        if (Unclosed.Contains(name))
        {
            return;
        }

        var key = name.ToString();
        var now = open.GetValueOrDefault(key);
        if (!closes || now > 0)
        {
            open[key] = now + (closes ? -1 : 1);
            depth += closes ? -1 : 1;
            formatting +=
                !Formatting.Contains(name) ? 0
                : closes ? -1
                : 1;
        }
    }

    /// <summary>Where the tag ends, and how many attributes it has at most.</summary>
    private (int End, int Attributes) Attributes(int from)
    {
        var attributes = 0;
        var i = from;
        while (i < html.Length && html[i] != '>')
        {
            if (html[i] is ' ' or '\t' or '\n' or '\r' or '\f' or '/')
            {
                attributes += i + 1 < html.Length && html[i + 1] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>') ? 1 : 0;
            }
            else if (html[i] is '"' or '\'' && html.AsSpan(from, i - from).TrimEnd().EndsWith("="))
            {
                var close = html.IndexOf(html[i], i + 1);
                i = close < 0 ? html.Length - 1 : close;
                from = i + 1;
                attributes++;
            }

            i++;
        }

        return (Math.Min(i, html.Length), attributes);
    }

    private static bool IsRaw(ReadOnlySpan<char> name) =>
        name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase);

    private int EndOfRaw(ReadOnlySpan<char> name, int from)
    {
        var end = from < html.Length ? html.AsSpan(from).IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase) : -1;
        return end < 0 ? html.Length : from + end;
    }
}
