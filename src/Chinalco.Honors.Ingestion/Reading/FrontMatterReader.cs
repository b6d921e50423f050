using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Ingestion.Segmentation;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>Reads the YAML between the two lines of three hyphens at the head of a Markdown file.</summary>
internal static class FrontMatterReader
{
    // Front matter is a handful of lines; what is longer or deeper is no front matter of ours.
    private const int MostCharacters = 16 * 1024;
    private const int DeepestNesting = 8;

    /// <summary>The front matter and where the body begins behind it; null and 0 where the file has none.</summary>
    /// <exception cref="SourceRefusedException">The YAML is malformed; the message gives the line of the file.</exception>
    public static (FrontMatter? FrontMatter, int BodyStart) Read(string text)
    {
        if (!StartsWithRule(text))
        {
            return (null, 0);
        }

        var start = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        var (end, bodyStart) = ClosingRule(text, start);
        if (end < 0)
        {
            // A lone rule of three hyphens is Markdown's horizontal line, unless a key follows it.
            return LooksLikeKey(text.AsSpan(start)) ? throw Malformed(1, "开头的“---”没有对应的结束行“---”") : (null, 0);
        }

        var values = Parse(text[start..end]);
        return values is null ? (null, 0) : (Build(values), bodyStart);
    }

    private static bool StartsWithRule(string text)
    {
        var line = text.AsSpan();
        var end = line.IndexOf('\n');
        return end > 0 && line[..end].TrimEnd() is "---";
    }

    private static (int End, int BodyStart) ClosingRule(string text, int start)
    {
        for (var at = start; at < Math.Min(text.Length, start + MostCharacters); )
        {
            var end = text.IndexOf('\n', at);
            var line = text.AsSpan(at, (end < 0 ? text.Length : end) - at).TrimEnd();
            if (line is "---" or "...")
            {
                return (at, end < 0 ? text.Length : end + 1);
            }

            if (end < 0)
            {
                break;
            }

            at = end + 1;
        }

        return (-1, -1);
    }

    private static bool LooksLikeKey(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        var line = end < 0 ? text : text[..end];
        var colon = line.IndexOf(':');
        return colon is > 0 and < 20 && !line[..colon].Contains(' ');
    }

    /// <summary>The keys in lower case with their values; null where the YAML is no mapping.</summary>
    private static Dictionary<string, ImmutableArray<string>>? Parse(string yaml)
    {
        try
        {
            // Events, not a tree: neither depth nor aliases of hostile YAML can then cost anything.
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                return [];
            }

            parser.Consume<DocumentStart>();
            return parser.TryConsume<MappingStart>(out _) ? Mapping(parser) : null;
        }
        catch (InvalidOperationException error)
        {
            // The scanner's own buffer gives up on some characters it has no rule for.
            throw Malformed(1, "含有 YAML 不能有的字符", error);
        }
        catch (YamlException error)
        {
            throw Malformed(error.End.Line + 1, "不是合法的 YAML（常见原因：冒号后缺空格、引号或括号不成对、缩进用了制表符）", error);
        }
    }

    private static Dictionary<string, ImmutableArray<string>> Mapping(Parser parser)
    {
        var values = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            if (!values.TryAdd(key.Value.Trim().ToLowerInvariant(), Values(parser)))
            {
                throw Malformed(key.Start.Line + 1, $"“{key.Value}”写了两次");
            }
        }

        return values;
    }

    private static ImmutableArray<string> Values(Parser parser)
    {
        var values = ImmutableArray.CreateBuilder<string>();
        var depth = 0;
        do
        {
            var item = parser.Consume<ParsingEvent>();
            depth += item.NestingIncrease;
            if (depth > DeepestNesting)
            {
                throw Malformed(item.Start.Line + 1, "嵌套太深");
            }

            if (item is Scalar { Value.Length: > 0 } scalar)
            {
                values.Add(scalar.Value.Trim());
            }
        } while (depth > 0);

        return values.ToImmutable();
    }

    private static FrontMatter Build(Dictionary<string, ImmutableArray<string>> values)
    {
        var other = values.ToDictionary(StringComparer.Ordinal);
        return new(
            Take("title", "标题"),
            Take("date", "日期") is { } date ? Date(date) : null,
            Take("issue", "期", "期号") is { } issue ? FirstNumber(issue) : null,
            Take("page", "版", "版次") is { } page ? FirstNumber(page) ?? Marks.Number(page.Trim('第', '版', ' ')) : null,
            Authors(TakeAll("author", "authors", "作者")),
            Take("series", "系列", "栏目"),
            other.ToImmutableDictionary(pair => pair.Key, pair => string.Join("、", pair.Value), StringComparer.Ordinal)
        );

        string? Take(params ReadOnlySpan<string> keys) => TakeAll(keys) is [var first, ..] ? first : null;

        ImmutableArray<string> TakeAll(params ReadOnlySpan<string> keys)
        {
            foreach (var key in keys)
            {
                if (other.Remove(key, out var found))
                {
                    return found;
                }
            }

            return [];
        }
    }

    private static ImmutableArray<string> Authors(ImmutableArray<string> written) =>
        [.. written.SelectMany(text => AuthorNames.Read(text, sure: true) is { IsEmpty: false } names ? names : [text])];

    private static DateOnly? Date(string text)
    {
        string[] formats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];
        return DateOnly.TryParseExact(text.Trim(), formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    private static int? FirstNumber(string text)
    {
        return PrintedNumber.Of(string.Concat(text.SkipWhile(c => !char.IsDigit(c)).TakeWhile(char.IsDigit).Take(9)));
    }

    private static SourceRefusedException Malformed(long line, string what, Exception? cause = null)
    {
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"文件头信息（两行“---”之间）第 {line} 行附近有误：{what}。请改正后再导入。"
        );
        return cause is null ? new(SourceRefusal.MalformedFrontMatter, message) : new(SourceRefusal.MalformedFrontMatter, message, cause);
    }
}
