using System.Collections.Immutable;
using System.Text.Json;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Imports.Tables;
using Chinalco.Honors.Web.Api;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.LookUps;

/// <summary>
/// Reads lists of names and numbers as people paste or send them: one a line, or a table with or without a head. Identity-card and telephone
/// numbers are passed over.
/// </summary>
internal static class LookUpList
{
    /// <summary>Most people of one list.</summary>
    public const int Most = 2000;

    /// <summary>Most UTF-16 units of a pasted list, and most bytes of a file.</summary>
    public const int Longest = 1024 * 1024;

    private const int LongestText = 120;
    private const int LinesToFindTheHead = 10;

    private static readonly string[] NameHeads = ["姓名", "名字", "人员姓名", "员工姓名", "职工姓名"];
    private static readonly string[] NumberHeads = ["工号", "员工编号", "职工编号", "人员编号", "员工号", "职工号"];
    private static readonly string[] UnitHeads = ["单位", "所在单位", "单位名称", "工作单位", "部门", "车间", "所属单位"];

    private static readonly JsonSerializerOptions Json = new() { Encoder = ApiJson.ReadableChinese };

    /// <exception cref="ListRefusedException">Nobody is on it, or too many are.</exception>
    public static ImmutableArray<LookUpEntry> Read(string pasted)
    {
        ArgumentNullException.ThrowIfNull(pasted);
        if (pasted.Length > Longest)
        {
            throw new ListRefusedException(LookUpTexts.TooLong.With(Most));
        }

        var lines = pasted.Split(['\n', '\r', '、', '；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        // One line of names with commas or blanks between them is a list too; in several lines what follows a comma says more of the same person.
        if (lines is [var only] && Cells(only) is { Length: > 1 } several && several.All(c => IsNumber(c) || IsShortName(c)))
        {
            lines = several;
        }

        return Checked(Entries([.. lines.Select(Cells)]));
    }

    /// <exception cref="ListRefusedException">It is no table or list, nobody is on it, or too many are.</exception>
    public static ImmutableArray<LookUpEntry> Read(byte[] file)
    {
        try
        {
            var rows = TableReader.Read(file, TableLimits.Default with { MaxBytes = Longest, MaxUnpackedBytes = 64L * Longest });
            return Checked(Entries([.. rows.Select(r => r.Cells.ToArray())]));
        }
        catch (TableRefusedException refused)
        {
            throw new ListRefusedException(refused.Message);
        }
    }

    /// <summary>The entries as a form carries them from one step to the next.</summary>
    public static string Write(IEnumerable<LookUpEntry> entries) => JsonSerializer.Serialize(entries, Json);

    /// <summary>What <see cref="Write"/> wrote; anything else is refused.</summary>
    /// <exception cref="ListRefusedException">It was changed on the way.</exception>
    public static ImmutableArray<LookUpEntry> ReadWritten(string written)
    {
        try
        {
            var entries = JsonSerializer.Deserialize<ImmutableArray<LookUpEntry>>(written, Json);
            return entries.IsDefaultOrEmpty || entries.Any(e => e is null or { Text: null })
                ? throw new ListRefusedException(LookUpTexts.Damaged)
                : Checked([
                    .. entries.Select(e => e with { Text = Cut(e.Text), Name = Cut(e.Name), Number = Cut(e.Number), Unit = Cut(e.Unit) }),
                ]);
        }
        catch (JsonException)
        {
            throw new ListRefusedException(LookUpTexts.Damaged);
        }
    }

    private static ImmutableArray<LookUpEntry> Checked(ImmutableArray<LookUpEntry> entries) =>
        entries.Length switch
        {
            0 => throw new ListRefusedException(LookUpTexts.Empty),
            > Most => throw new ListRefusedException(LookUpTexts.TooMany.With(entries.Length, Most)),
            _ => entries,
        };

    private static ImmutableArray<LookUpEntry> Entries(List<string[]> rows)
    {
        var head = rows.Take(LinesToFindTheHead).ToList().FindIndex(IsHead);
        var columns = head < 0 ? null : rows[head].Select(CellText.Heading).ToList();
        return
        [
            .. rows.Skip(head + 1)
                .Select(cells => columns is null ? Guessed(cells) : ByHead(cells, columns))
                .OfType<LookUpEntry>()
                .DistinctBy(e => (e.Name, e.Number, e.Unit, e.Name is null && e.Number is null ? e.Text : null)),
        ];
    }

    private static bool IsHead(string[] cells) => cells.Select(CellText.Heading).Any(c => NameHeads.Contains(c) || NumberHeads.Contains(c));

    private static LookUpEntry? ByHead(string[] cells, List<string> columns)
    {
        var (name, number, unit) = (Under(NameHeads), Under(NumberHeads), Under(UnitHeads));
        return name is null && number is null
            ? null
            : new LookUpEntry(
                Shown(cells),
                name is null ? null : CellText.Name(name),
                number is null ? null : CellText.Plain(number),
                unit
            );

        string? Under(string[] heads)
        {
            var at = columns.FindIndex(heads.Contains);
            return at >= 0 && at < cells.Length && Cut(CellText.Plain(cells[at])) is { Length: > 0 } cell && !IsForbidden(cell)
                ? cell
                : null;
        }
    }

    /// <summary>Without a head the form of a cell says what it is: digits are a number, the first short Chinese text is the name, the next the unit.</summary>
    private static LookUpEntry? Guessed(string[] cells)
    {
        var kept = cells.Select(c => Cut(CellText.Plain(c))!).Where(c => c.Length > 0 && !IsForbidden(c)).ToList();
        if (kept.Count == 0)
        {
            return null;
        }

        var number = kept.Find(IsNumber);
        var texts = kept.Where(c => c != number && !c.All(char.IsAsciiDigit)).ToList();
        return new LookUpEntry(Shown(cells), texts.Count > 0 ? CellText.Name(texts[0]) : null, number, texts.Count > 1 ? texts[1] : null);
    }

    private static string[] Cells(string line) =>
        line.Split([.. "\t,，|"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 1 } cells
            ? cells
            : BlankSeparated(line);

    /// <summary>Blanks part cells only where whole cells stand between them: 付 军 is one name, 付军 中州铝业 are two cells.</summary>
    private static string[] BlankSeparated(string line)
    {
        var cells = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return cells.Length > 1 && cells.All(c => c.Length > 1) && !cells.All(c => c.All(char.IsAsciiLetter)) ? cells : [line];
    }

    private static bool IsNumber(string cell) =>
        cell.Length is >= 3 and <= Honoree.LongestNumber
        && cell.Any(char.IsAsciiDigit)
        && cell.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static bool IsShortName(string cell) => cell.Length is >= 2 and <= 4 && !cell.Any(char.IsAsciiLetterOrDigit);

    private static bool IsForbidden(string cell) => CellText.HoldsIdentityNumber(cell) || CellText.IsTelephone(cell);

    private static string Shown(string[] cells) =>
        Cut(string.Join(' ', cells.Select(CellText.Plain).Where(c => c.Length > 0 && !IsForbidden(c)))) ?? "";

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private static string? Cut(string? text) => text is { Length: > LongestText } ? text[..LongestText] : text;
}
