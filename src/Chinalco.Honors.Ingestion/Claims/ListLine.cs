using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>What a line of a list is by its form alone.</summary>
internal static partial class ListLine
{
    /// <summary>All lines of a text, the empty ones too.</summary>
    public static List<(int Start, int End)> All(string text)
    {
        var lines = new List<(int, int)>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == '\n')
            {
                lines.Add((start, i));
                start = i + 1;
            }
        }

        return lines;
    }

    /// <summary>Whether no row can follow a line: running text, a date, a signature, a credit, nothing.</summary>
    public static bool EndsList(string line) =>
        IsProse(line) || IsDate(line) || line.Trim().Length == 0 || Signature().IsMatch(line) || Credit().IsMatch(line);

    /// <summary>Whether a line below rows ends them but leaves their heading in force.</summary>
    public static bool KeepsHeading(string line) => !IsProse(line) && !IsDate(line);

    /// <summary>Whether the line that is no row is so short, or numbered, that rows may go on behind it.</summary>
    public static bool IsShortRemark(string line) => line.Length < 14 || IsNumbered(line) || !line.AsSpan().ContainsAny('，', '。');

    /// <summary>Whether a number, a bullet or a bar opens the line.</summary>
    public static bool IsNumbered(string line) => Numbered().IsMatch(line);

    /// <summary>上级荣誉（2024年度）: whether the rows below are of that year.</summary>
    public static bool IsSectionOfTable(string line) => SectionOfTable().IsMatch(line);

    /// <summary>以上4人同时获“…”称号: whether the rows above receive what the line names.</summary>
    public static bool IsForAbove(string line) => AwardForAbove().IsMatch(line);

    /// <summary>第一名 张某, 1. 张某: the line behind its place or number; null where it has none.</summary>
    public static string? BehindRank(string line) => Ranked().Match(line) is { Success: true } rank ? line[rank.Length..] : null;

    /// <summary>The line without what stands in brackets.</summary>
    public static string WithoutBrackets(string line) => Bracketed().Replace(line, "");

    /// <summary>A line above the date, near the end, is who issues the document.</summary>
    public static bool IsIssuer(string text, List<(int Start, int End)> lines, int i) =>
        i + 1 < lines.Count
        && i + 3 >= lines.Count
        && IsDate(text[lines[i + 1].Start..lines[i + 1].End])
        && text[lines[i].Start..lines[i].End].Trim() is var line
        && !line.Contains(' ', StringComparison.Ordinal)
        && !IsNumbered(line)
        && IssuingUnit().IsMatch(line);

    /// <summary>Whether a row without a heading is one of people whose award may follow.</summary>
    public static bool IsOfPeople(string line, ListRow row) =>
        row.Recipients.All(recipient => recipient.Kind == RecipientKind.Person)
        && (row.Recipients.Length > 1 || IsNumbered(line))
        && line.Length < 120;

    private static bool IsDate(string line) => DateLine().IsMatch(line);

    /// <summary>Running text, as against a row that ends in a full stop: 张某（某厂）；李某（某厂）。</summary>
    private static bool IsProse(string line) =>
        line.IndexOf('。', StringComparison.Ordinal) is var stop and >= 0
        && line.Length > 24
        && (
            stop < line.Length - 1
            || WithoutBrackets(line).Contains('，', StringComparison.Ordinal)
            || !line.AsSpan().ContainsAny('：', '；')
        );

    [GeneratedRegex(
        "^[ #*一二三四五六七八九十、]*[\u4e00-\u9fff]{2,12}(?:（(?:19|20)\\d{2}年度?）|(?:19|20)\\d{2}年度?)[：:]?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex SectionOfTable();

    [GeneratedRegex("（[^（）]*）")]
    private static partial Regex Bracketed();

    [GeneratedRegex("^(?:以上|上述|前述)[^，。]{0,8}(?:人|同志|名|位|选手)[^，。]{0,8}(?:获|被|授予|评为|当选)")]
    private static partial Regex AwardForAbove();

    [GeneratedRegex("(?:公司|集团|委员会|工会|团委|党委|协会|学会|局|厅|会|院|厂|矿|办公室|部|（章）)$")]
    private static partial Regex IssuingUnit();

    [GeneratedRegex("^\\s*(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日\\s*$")]
    private static partial Regex DateLine();

    [GeneratedRegex("本报记者|通讯员|记者|撰文|整理$|制表|整理：|核对：|校对：|编校|供稿|供图|摄影|编辑：|审核：|责编|裁判长|评委|联系人")]
    private static partial Regex Credit();

    [GeneratedRegex("^（(?:印章|公章|盖章|.{2,8}供稿|.{1,6}摄)）$", RegexOptions.ExplicitCapture)]
    private static partial Regex Signature();

    [GeneratedRegex("^\\s*(?:第[一二三四五六七八九十\\d]+名|\\d{1,3}[.、．])\\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex Ranked();

    [GeneratedRegex("^\\s*(?:[（(]?\\d{1,3}[\\s.、．)）]|[①-⑳]|[-*•]|\\|)", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();
}
