using System.Text.RegularExpressions;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>The header of a table: whether a line is one and what its columns hold.</summary>
internal static partial class TableHeader
{
    private const int LongestHeader = 160;

    /// <summary>Whether a line is the header of a table.</summary>
    public static bool IsHeader(string row) => Header().IsMatch(row) || SpacedColumns(row).Count > 1;

    /// <summary>Whether a line is the rule between a table's header and its rows.</summary>
    public static bool IsRule(string row) => row.Length > 0 && row.All(c => c is '|' or '-' or ':' or ' ' or '—');

    /// <summary>Column of the names under a header, numbers not counted; -1 where it names none.</summary>
    public static int NameColumn(string header) =>
        Columns(header)
            .FindIndex(cell =>
                cell.Contains("姓名", StringComparison.Ordinal) || cell is "获奖者" or "人员" or "获奖人员" or "名字" or "获得者"
            );

    /// <summary>Column of the awards under a header, numbers not counted; -1 where it names none.</summary>
    public static int AwardColumn(string header) =>
        Columns(header)
            .FindIndex(cell =>
                cell.Contains("称号", StringComparison.Ordinal)
                || cell.Contains("荣誉", StringComparison.Ordinal)
                || cell is "奖项" or "奖项名称" or "获奖名称" or "所获奖项"
            );

    /// <summary>The cells of a header, that of the numbers left out.</summary>
    public static List<string> Columns(string header) =>
        [
            .. (
                SpacedColumns(header) is { Count: > 1 } spaced
                    ? spaced
                    : [.. header.Split([' ', '|', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
            ).Where(cell => cell is not ("序号" or "编号" or "序")),
        ];

    /// <summary>姓  名　　单  位　　授 予 称 号: the words of a header whose characters are set apart; empty for any other line.</summary>
    private static List<string> SpacedColumns(string line)
    {
        if (line.Length > LongestHeader || !SpacedCharacters().IsMatch(line))
        {
            return [];
        }

        var parts = line.Contains('|', StringComparison.Ordinal) ? line.Split('|', StringSplitOptions.RemoveEmptyEntries) : [line];
        var words = new List<string>();
        foreach (var part in parts.Select(part => part.Replace(" ", "", StringComparison.Ordinal)).Where(part => part.Length > 0))
        {
            var matches = HeaderWord().Matches(part);
            if (matches.Sum(match => match.Length) != part.Length)
            {
                return [];
            }

            words.AddRange(parts.Length > 1 ? [part] : matches.Select(match => match.Value));
        }

        return words;
    }

    // The longest words first and no way back: a damaged row of 单位名称单位名称… must not be cut in every way there is.
    [GeneratedRegex(
        "^(?>(?:主要完成单位|主要完成人|单位及岗位|单位及职务|岗位/工种|单位名称|奖项名称|完成单位|工作单位|成果名称|所在单位|所在部门|所属单位|所获奖项|所获荣誉|授予单位|授予时间|授予称号|推荐单位|政治面貌|班组名称|申报单位|荣誉称号|获奖人员|获奖单位|获奖名称|获奖时间|获奖等级|集体名称|项目名称|颁发单位|颁奖单位|完成人|获奖者|获得者|人员|单位|名字|名次|名称|备注|奖次|奖项|姓名|岗位|工种|年度|序号|性别|民族|班组|称号|等级|编号|职务|职称|荣誉|部门|序|\\W)+)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Header();

    /// <summary>Two characters of which each stands alone.</summary>
    [GeneratedRegex("(?:^|[ |])[\u4e00-\u9fff] +[\u4e00-\u9fff](?:$|[ |])")]
    private static partial Regex SpacedCharacters();

    [GeneratedRegex(
        "\\G(?:序号|编号|姓名|单位名称|单位及岗位|单位及职务|工作单位|所在单位|所在部门|所属单位|获奖单位|推荐单位|申报单位|完成单位|单位|部门|车间|岗位|职务|工种|性别|民族|政治面貌|集体名称|班组名称|项目名称|成果名称|奖项名称|获奖名称|班组|名称|荣誉称号|授予称号|表彰称号|获得称号|称号|所获荣誉|所获奖项|获奖等级|奖项|荣誉|等级|名次|奖次|获奖者|获奖人员|获得者|人员|备注|年度|序)"
    )]
    private static partial Regex HeaderWord();
}
