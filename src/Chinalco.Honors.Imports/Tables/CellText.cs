using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain;

namespace Chinalco.Honors.Imports.Tables;

/// <summary>Puts right how people fill cells: full-width digits, padded names, dates in a dozen shapes.</summary>
public static partial class CellText
{
    private const int FirstSerial = 10_000;
    private const int LastSerial = 80_000;

    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create(" \u00A0\t\r\n\u200B\uFEFF");

    // Printed ASCII without the blank, and the common Chinese characters: most cells are nothing else, and nothing of them changes.
    private static readonly SearchValues<char> PlainAlready = SearchValues.Create([
        .. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c),
        .. Enumerable.Range(0x4E00, 0x9FF0 - 0x4E00).Select(c => (char)c),
    ]);

    // Day 0 of the spreadsheet calendar, which counts a 29 February 1900 that never was.
    private static readonly DateOnly SerialStart = new(1899, 12, 30);

    /// <summary>Full-width letters, digits and signs as half-width ones, white space as single spaces, none at the ends.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAnyExcept(PlainAlready) < 0)
        {
            return text;
        }

        var folded = text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);
        return folded.AsSpan().IndexOfAny(WhiteSpace) < 0 ? folded : Spaces().Replace(folded, " ").Trim(' ', '\u200B', '\uFEFF');
    }

    /// <summary>A person's name without padding (李　华 → 李华); the point of names such as 买买提·艾力 is kept, in its one form.</summary>
    public static string Name(string text)
    {
        var plain = Plain(text).Replace('•', '·').Replace('・', '·').Replace('∙', '·');
        return plain.Any(char.IsAsciiLetter) ? plain : plain.Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>A heading as one word: no spaces, no brackets' content, no star that marks what must be filled in.</summary>
    public static string Heading(string text) => HeadingNoise().Replace(Plain(text), "");

    /// <summary>
    /// Reads a date as precise as it is given: 2018, 2018-07, 2018.7.1, 2018年7月, 20180701, 201807, a spreadsheet's serial number. A number
    /// such as 1985.1 may stand for January or, its nought lost, for October: it is read as the year.
    /// </summary>
    /// <returns>Null when it is no date.</returns>
    public static PartialDate? Date(string text)
    {
        var plain = Plain(text);
        if (Serial().IsMatch(plain) && double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial))
        {
            return serial is >= FirstSerial and <= LastSerial ? PartialDate.From(SerialStart.AddDays((int)serial)) : null;
        }

        if (DateShape().Match(plain) is not { Success: true } match)
        {
            return null;
        }

        var lostNought = plain.Length == 6 && plain.EndsWith(".1", StringComparison.Ordinal);
        var iso =
            match.Groups["d"].Success ? $"{match.Groups["y"].Value}-{Two(match.Groups["m"])}-{Two(match.Groups["d"])}"
            : match.Groups["m"].Success && !lostNought ? $"{match.Groups["y"].Value}-{Two(match.Groups["m"])}"
            : match.Groups["y"].Value;
        return PartialDate.TryParse(iso, out var date) ? date : null;
    }

    /// <summary>Whether the text is an identity-card number, or holds one: never to be stored.</summary>
    public static bool HoldsIdentityNumber(string text) => PrivateNumbers.HoldsIdentityNumber(text);

    /// <summary>Whether the text is a mobile telephone number: never to be stored.</summary>
    public static bool IsTelephone(string text) => PrivateNumbers.IsTelephone(text);

    private static string Two(Group group) => group.Value.PadLeft(2, '0');

    [GeneratedRegex(@"[\s\u200B\uFEFF]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s|\*|:|\([^)]*\)|\[[^\]]*\]|【[^】]*】")]
    private static partial Regex HeadingNoise();

    [GeneratedRegex(@"^\d{5}(\.\d+)?$")]
    private static partial Regex Serial();

    [GeneratedRegex(
        @"^(?<y>(19|20)\d\d)(?:[-./年](?<m>0?[1-9]|1[0-2])(?:[-./月](?<d>0?[1-9]|[12]\d|3[01])日?|月)?|年|(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])?)?(?:\s\d\d?:\d\d(:\d\d)?)?$"
    )]
    private static partial Regex DateShape();
}
