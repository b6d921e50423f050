using System.Text.RegularExpressions;

namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>Finds the classification marking of a file (绝密、机密、秘密), which this system must not take.</summary>
/// <remarks>
/// A marking stands alone in its line, or carries a star and the period, or follows the word 密级 (GB/T 9704-2012, 7.2.2). The same words
/// in a running sentence (商业秘密, 保守秘密) are no marking.
/// </remarks>
internal static class ClassificationMarking
{
    private const int LongestLine = 40;

    private static readonly Regex Marking = new(
        @"^[【\[（(]?(密级[：:]?)?(绝密|机密|秘密|絕密|機密)(级|文件|资料|件)?[】\]）)]?$|(绝密|机密|秘密|絕密|機密)[★☆＊*]|[密級级][级級]?[：:](绝密|机密|秘密|絕密|機密)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    /// <summary>Refuses a text with a marking in any of its lines.</summary>
    public static void RefuseMarked(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (
                line.Contains('密')
                && Bare(line) is { Length: > 0 and <= LongestLine } bare
                && Marking.Match(bare) is { Success: true } match
            )
            {
                throw new SourceRefusedException(
                    SourceRefusal.Classified,
                    $"文件带有密级标志“{match.Value}”。本系统不接收涉密文件，请勿上传，并按保密规定处理该文件。"
                );
            }
        }
    }

    // 机　密★1年 is the same marking with padding.
    private static string Bare(ReadOnlySpan<char> line) =>
        string.Concat(line.ToString().Where(c => !char.IsWhiteSpace(c)).Take(LongestLine + 1)).Trim('*', '#', '_');
}
