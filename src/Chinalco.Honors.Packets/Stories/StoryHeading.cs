using System.Text.RegularExpressions;

namespace Chinalco.Honors.Packets.Stories;

/// <summary>The headings that divide a story. They say nothing of anybody, so they need no proof; any other line does.</summary>
internal static partial class StoryHeading
{
    public const string Basics = "基本情况";
    public const string Deeds = "主要事迹";
    public const string Honours = "所获荣誉";

    private const string Numbers = "一二三四五六七八九";

    /// <param name="number">From 1 to 9.</param>
    public static string Numbered(int number, string title) => $"{Numbers[number - 1]}、{title}";

    public static bool Is(string line) => Pattern().IsMatch(line);

    [GeneratedRegex(
        @"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}[.．、])?\s*(?:基本情况|个人简介|集体简介|主要事迹|先进事迹|简要事迹|工作实绩|主要业绩|工作经历|所获荣誉|获奖情况)：?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pattern();
}
