using System.Text.RegularExpressions;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Tables;

namespace Chinalco.Honors.Imports.Units;

/// <summary>Reads tables of units: a row for each, with the unit above it. Pure functions of table and columns.</summary>
public static partial class UnitReader
{
    public const string Code = "Code";
    public const string Name = "Name";
    public const string Parent = "Parent";
    public const string Tier = "Tier";
    public const string Place = "Place";
    public const string FormerNames = "FormerNames";
    public const string Aliases = "Aliases";
    public const string RenamedOn = "RenamedOn";

    private const int LongestParent = 500;

    public static readonly TableFields Fields = new(
        [
            new TableField(
                Code,
                "单位代码",
                ["单位代码", "代码", "单位编码", "编码", "机构代码", "机构编码", "组织编码", "组织代码", "code"]
            ),
            new TableField(
                Name,
                "单位名称",
                ["单位名称", "单位", "名称", "机构名称", "组织名称", "单位全称", "全称", "企业名称", "部门名称", "name"]
            ),
            new TableField(
                Parent,
                "上级单位（代码、名称或从上到下的路径）",
                [
                    "上级单位",
                    "上级单位名称",
                    "上级单位代码",
                    "上级",
                    "上级代码",
                    "上级编码",
                    "上级机构",
                    "上级机构代码",
                    "上级组织",
                    "所属单位",
                    "隶属单位",
                    "隶属",
                    "主管单位",
                    "parent",
                ]
            ),
            new TableField(Tier, "层级", ["层级", "级别", "单位层级", "单位级别", "机构层级", "单位类型", "tier"]),
            new TableField(Place, "所在地", ["所在地", "地点", "所在城市", "所在地区", "单位所在地", "place"]),
            new TableField(FormerNames, "曾用名", ["曾用名", "曾用名称", "原名", "原名称", "历史名称", "历史沿革名称"]),
            new TableField(Aliases, "简称、别名", ["简称", "单位简称", "别名", "别称", "其他名称"]),
            new TableField(RenamedOn, "更名时间", ["更名时间", "更名日期", "改名时间", "名称启用时间", "现名启用时间"]),
        ],
        Name,
        "没有找到表头：前 30 行中没有同时含“单位名称”和“上级单位”“层级”等列名的一行。请补上表头再导入。"
    );

    public static UnitTable Read(IReadOnlyList<TableRow> rows, ImportColumns columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        var (units, faults, skipped) = (new List<UnitRow>(), new List<ImportFault>(), new List<int>());
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
                units.Add(UnitOf(cells));
            }
        }

        return new UnitTable(
            [.. units],
            [.. faults],
            [.. skipped],
            [.. columns.Headings.Where((_, i) => columns.Fields[i] == TableFields.Forbidden)],
            TableLines.DayOf(rows.Take(columns.HeaderIndex))
        );
    }

    /// <summary>A name as it is compared: with half-width brackets, without blanks.</summary>
    public static string Key(string name) => CellText.Plain(name).Replace(" ", "", StringComparison.Ordinal);

    private static UnitRow UnitOf(RowCells cells)
    {
        var name = Written(cells[Name]);
        return new UnitRow(
            cells.Line,
            cells.TextOf(Code),
            name,
            cells.TextOf(Parent),
            TierOf(cells[Tier]),
            cells.TextOf(Place),
            [
                .. Names(cells[Aliases], UnitNameKind.Alias)
                    .Concat(Names(cells[FormerNames], UnitNameKind.Former))
                    .OfType<UnitNameFact>()
                    .Where(other => other.Name != name)
                    .DistinctBy(other => other.Name),
            ],
            CellText.Date(cells[RenamedOn])
        );
    }

    private static string? FaultOf(RowCells cells)
    {
        var others = Names(cells[FormerNames], UnitNameKind.Former).Concat(Names(cells[Aliases], UnitNameKind.Alias)).ToList();
        return cells[Name].Length == 0 ? "没有单位名称，请补上。"
            : !cells.IsStorable ? "含有身份证号或手机号。本系统不保存这类号码，请删去。"
            : cells[Name].Length > Unit.LongestName ? $"单位名称超过 {Unit.LongestName} 字，请核对是否错列。"
            : cells[Code].Length > Unit.LongestCode ? $"单位代码超过 {Unit.LongestCode} 位，请核对是否错列。"
            : cells[Parent].Length > LongestParent ? $"上级单位超过 {LongestParent} 字，请核对是否错列。"
            : cells[Place].Length > Unit.LongestPlace ? $"所在地超过 {Unit.LongestPlace} 字，请核对是否错列。"
            : cells[Tier] is { Length: > 0 } tier && TierOf(tier) is null
                ? $"层级“{TableLines.Shortened(tier)}”不是系统中的层级，请写作{string.Join('、', Enum.GetValues<UnitTier>().Select(t => t.ToChinese()))}。"
            : cells[RenamedOn] is { Length: > 0 } day && CellText.Date(day) is null
                ? $"更名时间“{TableLines.Shortened(day)}”不是日期，请写作 2010 或 2010-05。"
            : others.Contains(null) ? "曾用名或简称的年份看不懂，请写作“旧名（1996—2010）”，多个名称用顿号隔开。"
            : others.Exists(other => other!.Name.Length > Unit.LongestName) ? $"曾用名或简称超过 {Unit.LongestName} 字，请用顿号隔开。"
            : null;
    }

    private static UnitTier? TierOf(string text) =>
        text is "参股企业" or "合营企业" ? UnitTier.JointVenture : UnitTierNames.FromChinese(text);

    /// <summary>The names of one cell, such as 旧厂（1996—2010）、老厂; null for one whose years nobody can read.</summary>
    private static IEnumerable<UnitNameFact?> Names(string cell, UnitNameKind kind)
    {
        foreach (var text in Comma().Split(cell).Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            if (WithYears().Match(text) is { Success: true } match && match.Groups["name"].Value.Trim() is { Length: > 0 } name)
            {
                yield return new UnitNameFact(Written(name), kind, DateIn(match.Groups["from"]), DateIn(match.Groups["to"]));
            }
            else
            {
                yield return YearsInBrackets().IsMatch(text) ? null : new UnitNameFact(Written(text), kind);
            }
        }
    }

    private static string? DateIn(Group group) => group.Value.Length == 0 ? null : CellText.Date(group.Value.Trim())?.ToString();

    /// <summary>As names are printed: with full-width brackets.</summary>
    private static string Written(string name) => name.Replace('(', '（').Replace(')', '）');

    [GeneratedRegex("[、;,]+")]
    private static partial Regex Comma();

    [GeneratedRegex(
        @"^(?<name>.+?)\(\s*(?:自|从)?(?<from>(?:19|20)\d\d(?:[-./年]\d{1,2}月?(?!\d)|年)?)?\s*(?:-+|—+|–|~|至|到|起)\s*(?<to>(?:19|20)\d\d(?:[-./年]\d{1,2}月?|年)?)?(?:今|止)?\s*\)$"
    )]
    private static partial Regex WithYears();

    [GeneratedRegex(@"\([^)]*(19|20)\d\d[^)]*\)$")]
    private static partial Regex YearsInBrackets();
}
