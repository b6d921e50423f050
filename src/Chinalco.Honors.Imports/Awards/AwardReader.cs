using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Tables;
using Chinalco.Honors.Imports.Winners;

namespace Chinalco.Honors.Imports.Awards;

/// <summary>Reads tables of the catalogue: a row for each award. Pure functions of table and columns.</summary>
public static partial class AwardReader
{
    public const string Code = "Code";
    public const string Name = "Name";
    public const string Aliases = "Aliases";
    public const string FormerNames = "FormerNames";
    public const string Body = "Body";
    public const string Level = "Level";
    public const string TreatmentLevel = "TreatmentLevel";
    public const string Cycle = "Cycle";
    public const string Recipients = "Recipients";
    public const string Family = "Family";
    public const string Summary = "Summary";

    public static readonly TableFields Fields = new(
        [
            new TableField(Code, "荣誉代码", ["荣誉代码", "代码", "荣誉编码", "编码", "荣誉编号", "编号", "code"]),
            new TableField(
                Name,
                "荣誉名称",
                ["荣誉名称", "名称", "荣誉", "荣誉称号", "称号", "奖项", "奖项名称", "荣誉全称", "全称", "项目名称", "name"]
            ),
            new TableField(Aliases, "别名、简称", ["别名", "简称", "荣誉简称", "别称", "其他名称", "aliases"]),
            new TableField(FormerNames, "原名称", ["原名称", "曾用名", "原名", "旧名称", "历史名称"]),
            new TableField(
                Body,
                "授予机构",
                ["授予机构", "授予单位", "颁发单位", "颁奖单位", "评选单位", "表彰单位", "主办单位", "授奖单位", "发证机关"]
            ),
            new TableField(Level, "级别", ["级别", "荣誉级别", "奖项级别", "荣誉等级", "层级", "level"]),
            new TableField(TreatmentLevel, "待遇层级", ["待遇层级", "待遇级别", "享受待遇", "认定级别", "比照级别"]),
            new TableField(Cycle, "评选周期", ["评选周期", "周期", "评选频次", "表彰周期", "频次"]),
            new TableField(Recipients, "授予对象", ["授予对象", "评选对象", "表彰对象", "对象", "类型", "荣誉类型", "获奖对象"]),
            new TableField(Family, "系列", ["系列", "荣誉系列", "类别", "荣誉类别", "分类", "条线", "归口", "family"]),
            new TableField(Summary, "备注、说明", ["备注", "说明", "简介", "荣誉说明", "荣誉简介", "评选说明"]),
        ],
        Name,
        "没有找到表头：前 30 行中没有同时含“荣誉名称”和“级别”“授予机构”等列名的一行。请补上表头再导入。"
    );

    public static AwardTable Read(IReadOnlyList<TableRow> rows, ImportColumns columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        var summary = columns.Fields.IndexOf(Summary);
        var (awards, faults, skipped) = (new List<AwardRow>(), new List<ImportFault>(), new List<int>());
        foreach (var row in rows.Skip(columns.HeaderIndex + 1))
        {
            var cells = new RowCells(row, columns.Fields);
            var name = cells[Name];
            if (cells.IsTotalOrNote || TableLines.IsTotalOrNote(name) || Fields.Of(CellText.Heading(name)) == Name)
            {
                skipped.Add(row.Line);
            }
            else if (FaultOf(cells) is { } reason)
            {
                faults.Add(new ImportFault(row.Line, Number: null, TableLines.IsStorable(name) ? TableLines.Shortened(name) : "", reason));
            }
            else
            {
                // A sentence keeps its full-width signs.
                awards.Add(AwardOf(cells, cells.TextOf(Summary) is null ? null : row[summary].Trim()));
            }
        }

        return new AwardTable(
            [.. awards],
            [.. faults],
            [.. skipped],
            [.. columns.Headings.Where((_, i) => columns.Fields[i] == TableFields.Forbidden)],
            TableLines.DayOf(rows.Take(columns.HeaderIndex))
        );
    }

    private static AwardRow AwardOf(RowCells cells, string? summary)
    {
        var name = Written(cells[Name]);
        return new AwardRow(
            cells.Line,
            cells.TextOf(Code)?.ToUpperInvariant(),
            name,
            [
                .. Parts(cells[Aliases])
                    .Concat(Parts(cells[FormerNames]))
                    .Select(Written)
                    .Where(other => other != name)
                    .Distinct(StringComparer.Ordinal),
            ],
            cells.TextOf(Body) is { } body ? Written(body) : null,
            LevelOf(cells[Level]),
            LevelOf(cells[TreatmentLevel]),
            cells.TextOf(Cycle),
            [.. Parts(cells[Recipients]).Select(WinnerReader.KindOf).OfType<RecipientKind>().Distinct().Order()],
            AwardFamilyNames.FromChinese(cells[Family]),
            summary
        );
    }

    private static string? FaultOf(RowCells cells) =>
        cells[Name].Length == 0 ? "没有荣誉名称，请补上。"
        : !cells.IsStorable ? "含有身份证号或手机号。本系统不保存这类号码，请删去。"
        : cells[Name].Length > Award.LongestName ? $"荣誉名称超过 {Award.LongestName} 字，请核对是否错列。"
        : Parts(cells[Aliases]).Concat(Parts(cells[FormerNames])).Any(other => other.Length > Award.LongestName)
            ? $"别名或原名称超过 {Award.LongestName} 字，多个名称请用顿号隔开。"
        : cells[Code].Length > Award.LongestCode ? $"荣誉代码超过 {Award.LongestCode} 位，请核对是否错列。"
        : cells[Body].Length > Award.LongestBody ? $"授予机构超过 {Award.LongestBody} 字，请核对是否错列。"
        : cells[Cycle].Length > Award.LongestCycle ? $"评选周期超过 {Award.LongestCycle} 字，请核对是否错列。"
        : cells[Summary].Length > Award.LongestSummary ? $"备注超过 {Award.LongestSummary} 字，请缩短。"
        : LevelFault("级别", cells[Level]) ?? LevelFault("待遇层级", cells[TreatmentLevel]) ?? KindFault(cells);

    private static string? LevelFault(string word, string text) =>
        text.Length > 0 && LevelOf(text) is null
            ? $"{word}“{TableLines.Shortened(text)}”不是系统中的级别，请写作{string.Join('、', Enum.GetValues<AwardLevel>().Select(l => l.ToChinese()))}。"
            : null;

    private static string? KindFault(RowCells cells) =>
        cells[Family] is { Length: > 0 } family && AwardFamilyNames.FromChinese(family) is null
            ? $"系列“{TableLines.Shortened(family)}”不是系统中的系列，请写作{string.Join('、', Enum.GetValues<AwardFamily>().Select(f => f.ToChinese()))}。"
        : Parts(cells[Recipients]).FirstOrDefault(part => WinnerReader.KindOf(part) is null) is { } unknown
            ? $"授予对象“{TableLines.Shortened(unknown)}”应为个人、集体或单位，多项用顿号隔开。"
        : null;

    private static AwardLevel? LevelOf(string text) => AwardLevelNames.FromChinese(text) ?? AwardLevelNames.FromChinese(text + "级");

    private static IEnumerable<string> Parts(string cell) => Comma().Split(cell).Select(part => part.Trim()).Where(part => part.Length > 0);

    /// <summary>As names are printed: with full-width brackets.</summary>
    private static string Written(string name) => name.Replace('(', '（').Replace(')', '）');

    [GeneratedRegex("[、;,]+")]
    private static partial Regex Comma();
}
