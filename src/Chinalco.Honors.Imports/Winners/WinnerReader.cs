using System.Globalization;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Tables;

namespace Chinalco.Honors.Imports.Winners;

/// <summary>Reads lists of winners as offices send them. Pure functions of table and columns.</summary>
public static partial class WinnerReader
{
    private const int LongestName = 200;
    private const int LongestUnit = 200;
    private const int LongestEdition = 100;
    private const int LongestSentence = 1000;
    private const string Gap = "　";

    public static WinnerTable Read(IReadOnlyList<TableRow> rows, ImportColumns columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        var (winners, faults, skipped) = (new List<WinnerRow>(), new List<ImportFault>(), new List<int>());
        foreach (var row in rows.Skip(columns.HeaderIndex + 1))
        {
            var cells = new RowCells(row, columns.Fields, WinnerFields.Unit);
            var name = cells[WinnerFields.Name];
            if (cells.IsTotalOrNote || TableLines.IsTotalOrNote(name) || WinnerFields.All.Of(CellText.Heading(name)) == WinnerFields.Name)
            {
                skipped.Add(row.Line);
            }
            else if (FaultOf(cells) is { } reason)
            {
                // A number that must not be stored is not repeated where the fault is told.
                faults.Add(new ImportFault(row.Line, Number: null, TableLines.IsStorable(name) ? TableLines.Shortened(name) : "", reason));
            }
            else
            {
                winners.Add(WinnerOf(cells, columns));
            }
        }

        return new WinnerTable(
            [.. winners],
            [.. faults],
            [.. skipped],
            [.. columns.Headings.Where((_, i) => columns.Fields[i] == TableFields.Forbidden)],
            TableLines.DayOf(rows.Take(columns.HeaderIndex))
        );
    }

    /// <summary>What the lines above the header say of the document: title, number, day, year.</summary>
    public static ListedDocument DocumentOf(IReadOnlyList<TableRow> above)
    {
        ArgumentNullException.ThrowIfNull(above);
        var lines = above.SelectMany(row => row.Cells).Select(CellText.Plain).Where(text => text.Length > 0).ToList();
        var all = string.Join('\n', lines);
        var title = lines.Where(line => ATitle().IsMatch(line)).MaxBy(line => line.Length);
        return new ListedDocument(
            ANumber().Match(NumberOf(all) ?? "") is { Success: true } number ? number.Value : null,
            title is null ? null : CutTo(title, Document.LongestTitle),
            Issuer: null,
            TableLines.DayOf(above),
            AYear().Match(all) is { Success: true } year ? int.Parse(year.Groups["y"].ValueSpan, CultureInfo.InvariantCulture) : null
        );
    }

    /// <summary>A document's number with the brackets that are used for its year: 示铝发[2024]12号 → 示铝发〔2024〕12号.</summary>
    public static string? NumberOf(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : YearInBrackets().Replace(CellText.Plain(text), "〔$1〕");

    private static WinnerRow WinnerOf(RowCells cells, ImportColumns columns)
    {
        var name = cells[WinnerFields.Name];
        var kind = KindOf(cells[WinnerFields.Kind]);
        return new WinnerRow(
            cells.Line,
            kind is null or RecipientKind.Person ? CellText.Name(name) : name,
            cells.TextOf(WinnerFields.Number)?.ToUpperInvariant(),
            cells.Unit,
            kind,
            cells[WinnerFields.Award],
            cells.TextOf(WinnerFields.Grade),
            AwardLevelNames.FromChinese(cells.TextOf(WinnerFields.Level)),
            cells.TextOf(WinnerFields.Edition),
            new ListedDocument(
                NumberOf(cells.TextOf(WinnerFields.DocumentNumber)),
                cells.TextOf(WinnerFields.DocumentTitle),
                cells.TextOf(WinnerFields.Issuer),
                CellText.Date(cells[WinnerFields.DocumentDate]),
                YearIn(cells[WinnerFields.Year])
            ),
            cells.TextOf(WinnerFields.Certificate),
            SentenceOf(cells, columns)
        );
    }

    /// <summary>The row as it stands in the file, without what must not be kept.</summary>
    private static string SentenceOf(RowCells cells, ImportColumns columns) =>
        CutTo(
            string.Join(
                Gap,
                cells
                    .Row.Cells.Where((_, i) => i >= columns.Fields.Length || columns.Fields[i] != TableFields.Forbidden)
                    .Select(CellText.Plain)
                    .Where(text => text.Length > 0 && TableLines.IsStorable(text))
            ),
            LongestSentence
        );

    private static string? FaultOf(RowCells cells)
    {
        var name = cells[WinnerFields.Name];
        return name.Length == 0 ? "没有获奖者，请补上。"
            : !cells.IsStorable ? "含有身份证号或手机号。本系统不保存这类号码，请删去或改填工号。"
            : name.Length > LongestName ? $"获奖者超过 {LongestName} 字，请核对是否错列。"
            : cells[WinnerFields.Number].Length > Honoree.LongestNumber ? $"工号超过 {Honoree.LongestNumber} 位，请核对。"
            : cells.Unit.Length > LongestUnit ? $"单位超过 {LongestUnit} 字，请核对是否错列。"
            : cells[WinnerFields.Award].Length + cells[WinnerFields.Grade].Length > Award.LongestName
                ? $"荣誉名称超过 {Award.LongestName} 字，请核对是否错列。"
            : cells[WinnerFields.Edition].Length > LongestEdition || cells[WinnerFields.Certificate].Length > CertificateEntry.LongestNumber
                ? "届次或证书编号过长，请核对是否错列。"
            : cells[WinnerFields.DocumentTitle].Length > Document.LongestTitle
            || cells[WinnerFields.DocumentNumber].Length > Document.LongestNumber
            || cells[WinnerFields.Issuer].Length > Document.LongestBody
                ? "文号、文件标题或发文单位过长，请核对是否错列。"
            : cells[WinnerFields.DocumentDate] is { Length: > 0 } date && CellText.Date(date) is null
                ? $"发文日期“{TableLines.Shortened(date)}”不是日期，请写作 2025-01-16。"
            : cells[WinnerFields.Year] is { Length: > 0 } year && YearIn(year) is null
                ? $"年度“{TableLines.Shortened(year)}”有误，请写作 2024。"
            : cells[WinnerFields.Level] is { Length: > 0 } level && AwardLevelNames.FromChinese(level) is null
                ? $"荣誉级别“{TableLines.Shortened(level)}”不是系统中的级别，请写作国家级、省部级、行业级、集团级、板块级、企业级等。"
            : cells[WinnerFields.Kind] is { Length: > 0 } kind && KindOf(kind) is null
                ? $"“{TableLines.Shortened(kind)}”应为个人、集体或单位。"
            : null;
    }

    /// <summary>What kind of recipient a word means; null when it means none.</summary>
    internal static RecipientKind? KindOf(string text) =>
        text switch
        {
            "个人" or "先进个人" or "人员" or "职工" => RecipientKind.Person,
            "集体" or "班组" or "团队" or "先进集体" or "先进班组" => RecipientKind.Team,
            "单位" or "企业" or "先进单位" => RecipientKind.Unit,
            _ => null,
        };

    /// <summary>2024, 2024年度, and of a span such as 2023—2024年度 the last year.</summary>
    private static int? YearIn(string text) =>
        YearOrSpan().Match(text) is { Success: true } match ? int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture) : null;

    private static string CutTo(string text, int longest) => Domain.CutText.To(text, longest);

    [GeneratedRegex("决定|通报|通知|公报|命令|表彰")]
    private static partial Regex ATitle();

    [GeneratedRegex(@"[\p{L}\d]{1,20}〔(19|20)\d\d〕\d{1,5}号")]
    private static partial Regex ANumber();

    [GeneratedRegex(@"[\[(【〔]\s?((?:19|20)\d\d)\s?[\])】〕]")]
    private static partial Regex YearInBrackets();

    [GeneratedRegex(@"(?<y>(19|20)\d\d)\s?年度")]
    private static partial Regex AYear();

    [GeneratedRegex(@"^((19|20)\d\d年?\s?[-—–~至]+\s?)?(?<y>(19|20)\d\d)(年度?)?(\.0)?$")]
    private static partial Regex YearOrSpan();
}
