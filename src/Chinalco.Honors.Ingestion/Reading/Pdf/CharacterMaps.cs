using System.Text;
using System.Text.RegularExpressions;

namespace Chinalco.Honors.Ingestion.Reading.Pdf;

/// <summary>
/// Looks at the tables with which a font turns codes into characters before the parser follows them: a damaged range of codes may span four
/// thousand million, and the parser writes down each.
/// </summary>
internal static partial class CharacterMaps
{
    private const int LongestSection = 1024 * 1024;
    private const int WidestRange = 65_536;

    /// <summary>Whether every range of codes in the bytes, which may be a whole file or one unpacked stream, is one that a font can have.</summary>
    public static bool AreSound(ReadOnlySpan<byte> bytes)
    {
        for (int at; (at = bytes.IndexOf("range"u8)) >= 0; bytes = bytes[(at + 5)..])
        {
            if (Begins(bytes[..at]) && !IsSound(bytes[(at + 5)..]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Begins(ReadOnlySpan<byte> before) =>
        before.EndsWith("beginbf"u8) || before.EndsWith("begincid"u8) || before.EndsWith("beginnotdef"u8);

    private static bool IsSound(ReadOnlySpan<byte> section)
    {
        var end = section[..Math.Min(section.Length, LongestSection)].IndexOf("end"u8);
        return end >= 0
            && Section().Match(Encoding.Latin1.GetString(section[..end])) is { Success: true } match
            && match.Groups["low"].Captures.Zip(match.Groups["high"].Captures).All(range => IsSound(range.First.Value, range.Second.Value));
    }

    private static bool IsSound(string low, string high)
    {
        var (from, to) = (Blank().Replace(low, ""), Blank().Replace(high, ""));
        return from.Length == to.Length
            && from.Length is > 0 and <= 8
            && Convert.ToInt64(to, 16) - Convert.ToInt64(from, 16) is >= 0 and < WidestRange;
    }

    [GeneratedRegex(
        @"^(?>\s*<(?<low>[0-9A-Fa-f\s]*)>\s*<(?<high>[0-9A-Fa-f\s]*)>\s*(?:<[0-9A-Fa-f\s]*>|\[[^\[\]]*\]|\d+))*\s*$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Section();

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();
}
