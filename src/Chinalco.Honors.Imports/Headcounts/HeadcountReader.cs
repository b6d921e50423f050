using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Tables;

namespace Chinalco.Honors.Imports.Headcounts;

/// <summary>Reads how many people units had: a row for each unit and year, or a row for each unit with a column for each year.</summary>
public static partial class HeadcountReader
{
    public const string Unit = "Unit";
    public const string Year = "Year";
    public const string Number = "Number";

    /// <summary>A number whose heading says the year.</summary>
    public const string NumberOfYear = "NumberOfYear";

    private const int LongestUnit = 200;

    public static readonly TableFields Fields = new(
        [
            new TableField(
                Unit,
                "单位（多列从上级到下级）",
                [
                    "单位",
                    "单位名称",
                    "所属单位",
                    "所在单位",
                    "企业",
                    "企业名称",
                    "公司",
                    "二级单位",
                    "三级单位",
                    "部门",
                    "车间",
                    "厂",
                    "分厂",
                    "unit",
                ],
                Repeats: true
            ),
            new TableField(Year, "年度", ["年度", "年份", "年", "统计年度", "year"]),
            new TableField(
                Number,
                "人数",
                [
                    "人数",
                    "职工人数",
                    "员工人数",
                    "在岗人数",
                    "在岗职工人数",
                    "从业人员",
                    "从业人员数",
                    "从业人员人数",
                    "年末人数",
                    "期末人数",
                    "平均人数",
                    "年平均人数",
                    "在册人数",
                    "总人数",
                    "headcount",
                ]
            ),
            new TableField(NumberOfYear, "人数（表头是年份）", [], Repeats: true) { Recognises = heading => YearOf(heading) is not null },
        ],
        Unit,
        "没有找到表头：前 30 行中没有同时含“单位”和“人数”（或“2024年”这样的年份列）的一行。请补上表头再导入。"
    );

    public static HeadcountTable Read(IReadOnlyList<TableRow> rows, ImportColumns columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        var (counts, faults, skipped) = (new List<HeadcountRow>(), new List<ImportFault>(), new List<int>());
        foreach (var row in rows.Skip(columns.HeaderIndex + 1))
        {
            var cells = new RowCells(row, columns.Fields, Unit);
            if (cells.IsTotalOrNote || Fields.Of(CellText.Heading(cells.Unit)) == Unit)
            {
                skipped.Add(row.Line);
                continue;
            }

            var found = NumbersOf(cells, columns).ToList();
            if (FaultOf(cells, found) is { } reason)
            {
                faults.Add(new ImportFault(row.Line, Number: null, TableLines.IsStorable(cells.Unit) ? cells.Unit : "", reason));
                continue;
            }

            counts.AddRange(found.Select(f => new HeadcountRow(row.Line, cells.Unit, f.Year, NumberIn(f.Text)!.Value)));
        }

        return new HeadcountTable(
            [.. counts],
            [.. faults],
            [.. skipped],
            [.. columns.Headings.Where((_, i) => columns.Fields[i] == TableFields.Forbidden)],
            TableLines.DayOf(rows.Take(columns.HeaderIndex))
        );
    }

    /// <summary>The numbers of a row, each with the year that row or heading gives.</summary>
    private static IEnumerable<(int? Year, string Text)> NumbersOf(RowCells cells, ImportColumns columns)
    {
        if (cells.TextOf(Number) is { } number)
        {
            yield return (YearIn(cells[Year]), number);
        }

        for (var column = 0; column < columns.Fields.Length; column++)
        {
            if (columns.Fields[column] == NumberOfYear && TableLines.Said(cells.Row[column]) is { Length: > 0 } text)
            {
                yield return (YearOf(CellText.Heading(columns.Headings[column])), text);
            }
        }
    }

    private static string? FaultOf(RowCells cells, List<(int? Year, string Text)> numbers)
    {
        if (!cells.IsStorable)
        {
            return "含有身份证号或手机号。本系统不保存这类号码，请删去。";
        }

        if (cells.Unit.Length is 0 or > LongestUnit)
        {
            return $"没有单位，或单位超过 {LongestUnit} 字，请补上或核对是否错列。";
        }

        if (numbers.Count == 0)
        {
            return "没有人数，请补上。";
        }

        if (cells[Year] is { Length: > 0 } year && YearIn(year) is null)
        {
            return $"年度“{TableLines.Shortened(year)}”有误，请写作 2024。";
        }

        return numbers.Find(n => NumberIn(n.Text) is null or < 0 or > Headcount.Most) is { Text: { } wrong }
            ? $"人数“{TableLines.Shortened(wrong)}”有误：应为 0 至 {Headcount.Most} 的整数。"
            : null;
    }

    /// <summary>1,234人 and 1234.0 are numbers too; anything with a part of a person is none.</summary>
    private static int? NumberIn(string text)
    {
        var plain = text.TrimEnd('人', ' ').Replace(",", "", StringComparison.Ordinal);
        return
            decimal.TryParse(
                plain,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
            && number == decimal.Truncate(number)
            && Math.Abs(number) <= int.MaxValue
            ? (int)number
            : null;
    }

    private static int? YearIn(string text) => AYear().Match(text) is { Success: true } match ? Parsed(match) : null;

    private static int? YearOf(string heading) => AYearsNumber().Match(heading) is { Success: true } match ? Parsed(match) : null;

    private static int Parsed(Match match) => int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y>(19|20)\d\d)(年度?)?(\.0)?$")]
    private static partial Regex AYear();

    [GeneratedRegex(@"^(?<y>(19|20)\d\d)年?度?(年?[末底])?(平均|在岗|在册|从业|职工|员工|人员)*人?数?$")]
    private static partial Regex AYearsNumber();
}
