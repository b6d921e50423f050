using System.Text.RegularExpressions;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>How the headings of a document are marked; of two marks the smaller number stands above the other.</summary>
internal static partial class OutlineStyle
{
    /// <summary>A line without such a mark.</summary>
    public const int None = 0;

    private const int Title = 1;
    private const int Chinese = 10;
    private const int Bracketed = 11;
    private const int Square = 12;
    private const int Bold = 13;
    private const int Sign = 14;

    /// <summary>Signs that mark headings. The round ones as well mark rows and are not among them.</summary>
    private const string Signs = "◆◇■□★☆▌▍▎◎※";

    private const int LongestSigned = 30;

    /// <summary>Whether the line stands between two of the signs that mark headings: ◆月度之星◆.</summary>
    public static bool IsEnclosed(string line) => line.Trim() is [var first, _, _, .., var last] && first == last && Signs.Contains(first);

    /// <summary>The style of a line: #, 一、, （一）, 【…】, **…**, ◆…; <see cref="None"/> for any other. 1. may as well number rows.</summary>
    public static int Of(string line)
    {
        var text = line.TrimStart();
        var hashes = text.Length - text.TrimStart('#').Length;
        var bare = text.TrimStart('#', ' ');
        return ChineseNumber().IsMatch(bare) ? Chinese
            : BracketedNumber().IsMatch(bare) ? Bracketed
            : bare.StartsWith('【') || bare.StartsWith('〖') ? Square
            : bare.StartsWith("**", StringComparison.Ordinal) ? Bold
            : hashes > 0 ? Title + hashes
            : bare.Length > 0 && Signs.Contains(bare[0]) && bare.Length < LongestSigned && !bare.AsSpan().ContainsAny('：', '，', '。')
                ? Sign
            : None;
    }

    [GeneratedRegex("^[一二三四五六七八九十]{1,3}[、.．]")]
    private static partial Regex ChineseNumber();

    [GeneratedRegex("^[（(][一二三四五六七八九十]{1,3}[)）]")]
    private static partial Regex BracketedNumber();
}
