using System.Buffers;
using System.Xml;

namespace Chinalco.Honors.Web.Exports;

/// <summary>Texts that a spreadsheet or a document shows and neither runs nor chokes on.</summary>
internal static class SpreadsheetText
{
    /// <summary>Most UTF-16 units of a cell of a workbook.</summary>
    private const int LongestCell = 32_000;

    /// <summary>A cell that begins so is a formula, or becomes one when it is copied or saved in another format.</summary>
    public static readonly char[] Beginnings = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    private static readonly SearchValues<char> Formulas = SearchValues.Create(Beginnings);

    /// <summary>The text of a cell: an apostrophe before what would be run, nothing that XML does not hold, no longer than a cell.</summary>
    public static string Cell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var safe = text.Length > 0 && Formulas.Contains(text[0]) ? "'" + text : text;
        return Plain(safe.Length <= LongestCell ? safe : safe[..LongestCell]);
    }

    /// <summary>The text without signs that XML does not hold: control characters, halves of characters.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsPlain(text) ? text : string.Concat(text.EnumerateRunes().Where(IsHeld).Select(r => r.ToString()));
    }

    private static bool IsPlain(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF') < 0;

    private static bool IsHeld(System.Text.Rune rune) => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value);
}
