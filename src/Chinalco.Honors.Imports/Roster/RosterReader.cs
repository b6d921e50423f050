using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Tables;

namespace Chinalco.Honors.Imports.Roster;

/// <summary>Reads the people of a roster as HR sends it. A pure function of table and columns.</summary>
public static partial class RosterReader
{
    private const int LongestNumber = 40;
    private const int LongestUnit = 200;
    private const int LongestPosition = 100;

    public static RosterTable Read(IReadOnlyList<TableRow> rows, ImportColumns columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        var people = ImmutableArray.CreateBuilder<RosterRow>(rows.Count);
        var faults = ImmutableArray.CreateBuilder<ImportFault>();
        var skipped = ImmutableArray.CreateBuilder<int>();
        var cells = new Cells([.. columns.Fields.Select(RosterFieldNames.Parse)]);
        foreach (var row in rows.Skip(columns.HeaderIndex + 1))
        {
            cells.Look(row);
            if (IsNobody(row, cells, columns))
            {
                skipped.Add(row.Line);
            }
            else if (FaultOf(cells) is { } reason)
            {
                // What is told about the fault goes into a file and a page: a number that must not be stored is not repeated there.
                var number = cells[RosterField.Number];
                faults.Add(new ImportFault(row.Line, Storable(number) ? number : null, cells[RosterField.Name], reason));
            }
            else
            {
                people.Add(PersonOf(row.Line, cells));
            }
        }

        return new RosterTable(
            people.DrainToImmutable(),
            faults.DrainToImmutable(),
            skipped.DrainToImmutable(),
            [.. columns.Headings.Where((_, i) => columns.Fields[i] == TableFields.Forbidden)],
            TableLines.DayOf(rows.Take(columns.HeaderIndex))
        );
    }

    private static RosterRow PersonOf(int line, Cells cells)
    {
        var (status, hasLeft) = StatusOf(cells[RosterField.Status]);
        return new RosterRow(
            line,
            cells.TextOf(RosterField.Number)?.ToUpperInvariant(),
            CellText.Name(cells[RosterField.Name]),
            cells.Unit,
            cells.TextOf(RosterField.Position),
            status,
            hasLeft,
            cells.DateOf(RosterField.Since),
            new PersonnelFacts(
                GenderOf(cells[RosterField.Gender]),
                cells.DateOf(RosterField.Born),
                cells.DateOf(RosterField.Hired),
                PoliticalStatusOf(cells.TextOf(RosterField.PoliticalStatus)),
                cells.TextOf(RosterField.SkillGrade),
                cells.TextOf(RosterField.Education),
                cells.TextOf(RosterField.Ethnicity)
            )
        );
    }

    /// <summary>Totals, signatures, notes and headers that are printed again on each page.</summary>
    private static bool IsNobody(TableRow row, Cells cells, ImportColumns columns)
    {
        var name = cells[RosterField.Name];
        if (RosterFieldNames.Of(CellText.Heading(name)) == RosterField.Name)
        {
            return true;
        }

        var first = row.Cells.FirstOrDefault(cell => cell.Length > 0) ?? "";
        return TableLines.IsTotalOrNote(CellText.Plain(first).Replace(" ", "", StringComparison.Ordinal))
            || TableLines.IsTotalOrNote(CellText.Name(name))
            || (name.Length == 0 && cells[RosterField.Number].Length == 0)
            || row.Cells.Count(cell => cell.Length > 0) == 1 && columns.Fields.Length > 2;
    }

    private static string? FaultOf(Cells cells)
    {
        var (name, number) = (CellText.Name(cells[RosterField.Name]), cells[RosterField.Number]);
        if (name.Length == 0)
        {
            return "没有姓名，请补上。";
        }

        if (!Storable(number) || !Storable(name) || !Storable(cells.Unit) || !Storable(cells[RosterField.Position]))
        {
            return "含有身份证号或手机号。本系统不保存这类号码，请删去或改填工号。";
        }

        if (!PersonName().IsMatch(name) || name.Length > Honoree.LongestName)
        {
            return $"“{TableLines.Shortened(name)}”不像姓名，请核对是否错列。";
        }

        if (number.Length > LongestNumber || (number.Length > 0 && !EmployeeNumber().IsMatch(number)))
        {
            return $"工号“{TableLines.Shortened(number)}”有误：只能是字母、数字和连字符，至多 {LongestNumber} 位。";
        }

        if (cells.Unit.Length > LongestUnit || cells[RosterField.Position].Length > LongestPosition)
        {
            return $"单位超过 {LongestUnit} 字或岗位超过 {LongestPosition} 字，请核对是否错列。";
        }

        foreach (var field in (RosterField[])[RosterField.Since, RosterField.Born, RosterField.Hired])
        {
            if (cells[field] is { Length: > 0 } date && cells.DateOf(field) is null)
            {
                return $"{field.ToChinese()}“{TableLines.Shortened(date)}”不是日期，请写作 2018-07-01、2018.7 或 2018。";
            }
        }

        foreach (
            var field in (RosterField[])[RosterField.PoliticalStatus, RosterField.SkillGrade, RosterField.Education, RosterField.Ethnicity]
        )
        {
            if (cells[field].Length > PersonnelFile.LongestText || !Storable(cells[field]))
            {
                return $"{field.ToChinese()}超过 {PersonnelFile.LongestText} 字或含有不应保存的号码，请核对是否错列。";
            }
        }

        return null;
    }

    private static bool Storable(string text) => TableLines.IsStorable(text);

    private static (HonoreeStatus? Status, bool HasLeft) StatusOf(string text) =>
        text.Length == 0 ? (null, false)
        : Left().IsMatch(text) ? (null, true)
        : Dead().IsMatch(text) ? (HonoreeStatus.Deceased, false)
        : Retired().IsMatch(text) ? (HonoreeStatus.Retired, false)
        : text.Contains("派遣", StringComparison.Ordinal) ? (HonoreeStatus.Dispatched, false)
        : Working().IsMatch(text) ? (HonoreeStatus.Active, false)
        : (null, false);

    private static Gender? GenderOf(string text) =>
        text switch
        {
            "男" or "M" or "m" or "男性" => Gender.Male,
            "女" or "F" or "f" or "女性" => Gender.Female,
            _ => null,
        };

    private static string? PoliticalStatusOf(string? text) =>
        text switch
        {
            "是" or "党员" => "中共党员",
            "否" => null,
            _ => text,
        };

    /// <summary>The cells of one row by what they mean; put to use row after row.</summary>
    private sealed class Cells(ImmutableArray<RosterField> fields)
    {
        private readonly string[] texts = new string[(int)RosterField.Ethnicity + 1];
        private readonly StringBuilder unit = new();

        // Thousands share a month of birth.
        private readonly Dictionary<string, PartialDate?> dates = new(StringComparer.Ordinal);

        /// <summary>The cell; empty when it is empty, a dash, or there is no such column.</summary>
        public string this[RosterField field] => texts[(int)field] ?? "";

        public string Unit { get; private set; } = "";

        /// <summary>The cell as a date; null when it is empty or none.</summary>
        public PartialDate? DateOf(RosterField field)
        {
            var text = this[field];
            if (text.Length == 0)
            {
                return null;
            }

            if (!dates.TryGetValue(text, out var date))
            {
                dates.Add(text, date = CellText.Date(text));
            }

            return date;
        }

        public string? TextOf(RosterField field) => this[field] is { Length: > 0 } text ? text : null;

        public void Look(TableRow row)
        {
            Array.Clear(texts);
            unit.Clear();
            for (var column = 0; column < fields.Length; column++)
            {
                var field = fields[column];
                if (field is RosterField.Ignored or RosterField.Forbidden)
                {
                    continue;
                }

                var text = TableLines.Said(row[column]);
                if (field == RosterField.Unit)
                {
                    UnitPath.Append(unit, text);
                }
                else
                {
                    texts[(int)field] = text;
                }
            }

            Unit = unit.ToString();
        }
    }

    [GeneratedRegex(@"^(?=.*\p{L})[\p{L}·.' -]{1,40}(\([^)]{1,6}\))?$")]
    private static partial Regex PersonName();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_-]*$")]
    private static partial Regex EmployeeNumber();

    [GeneratedRegex("离职|辞职|解除|调出|终止|除名|已离|开除")]
    private static partial Regex Left();

    [GeneratedRegex("已故|去世|死亡|病故|逝世")]
    private static partial Regex Dead();

    [GeneratedRegex("退休|离休|退职")]
    private static partial Regex Retired();

    [GeneratedRegex("在职|在岗|在册|正式|合同|内退|内养|借调|长病|active", RegexOptions.IgnoreCase)]
    private static partial Regex Working();
}
