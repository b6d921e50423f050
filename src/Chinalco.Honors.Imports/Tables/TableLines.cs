using System.Buffers;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain;

namespace Chinalco.Honors.Imports.Tables;

/// <summary>What people print around the rows of a table: titles, totals, notes, signatures.</summary>
internal static partial class TableLines
{
    private const int ShownInAFault = 20;

    /// <summary>What <see cref="TotalOrNote"/> begins with.</summary>
    private static readonly SearchValues<char> TotalsAndNotes = SearchValues.Create("合总小共人填制审负备注说联");

    public static bool IsTotalOrNote(string text) => text.Length > 0 && TotalsAndNotes.Contains(text[0]) && TotalOrNote().IsMatch(text);

    /// <summary>What a cell says; empty for a dash or another sign that it says nothing.</summary>
    public static string Said(string cell)
    {
        var text = CellText.Plain(cell);
        return text is "-" or "—" or "/" or "无" or "N/A" or "——" ? "" : text;
    }

    /// <summary>Whether the registry may keep the text: no identity-card, no telephone number.</summary>
    public static bool IsStorable(string text) => !CellText.HoldsIdentityNumber(text) && !CellText.IsTelephone(text);

    public static string Shortened(string text) => text.Length <= ShownInAFault ? text : text[..ShownInAFault] + "…";

    /// <summary>The day that the lines above the header give.</summary>
    public static PartialDate? DayOf(IEnumerable<TableRow> above)
    {
        foreach (var cell in above.SelectMany(row => row.Cells))
        {
            if (
                DayInTitle().Match(CellText.Plain(cell)) is { Success: true } match
                && CellText.Date(match.Value.Replace(" ", "", StringComparison.Ordinal)) is { } day
            )
            {
                return day;
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"^(合计|总计|小计|共计|总人数|人数合计|填表人|填报人|制表人?|审核人?|负责人签字|备注|注|说明|填表日期|填报日期|填报单位|联系人)([:：].*|\d*人?|\(.*)?$|^(合计|小计|总计|共计)"
    )]
    private static partial Regex TotalOrNote();

    [GeneratedRegex(@"20\d\d ?[年./-] ?\d{1,2}( ?月)?([./-]? ?\d{1,2} ?日?)?")]
    private static partial Regex DayInTitle();
}
