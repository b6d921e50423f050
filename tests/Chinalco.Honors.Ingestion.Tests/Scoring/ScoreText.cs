using System.Text;
using System.Text.RegularExpressions;

namespace Chinalco.Honors.Ingestion.Tests.Scoring;

/// <summary>How the scorer compares names: case, punctuation, brackets and spaces do not count; an organisation may be printed shorter.</summary>
internal static partial class ScoreText
{
    public static string Normalize(string? text) =>
        Marks().Replace((text ?? "").Normalize(NormalizationForm.FormKC), "").ToLowerInvariant();

    public static string Bare(string? text) => string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)));

    public static bool SameRecipient(string? found, string? gold)
    {
        var (a, b) = (Normalize(Note().Replace(found ?? "", "")), Normalize(Note().Replace(gold ?? "", "")));
        var (s, l) = a.Length < b.Length ? (a, b) : (b, a);
        return a == b ? a.Length > 0 : s.Length >= 3 && l.Length > 4 && l.Contains(s, StringComparison.Ordinal);
    }

    public static bool SameAward(string? found, string? gold)
    {
        var (a, b) = (Normalize(found), Normalize(gold));
        var (s, l) = a.Length < b.Length ? (a, b) : (b, a);
        return a == b || (s.Length >= 4 && l.Contains(s, StringComparison.Ordinal) && (double)s.Length / l.Length >= 0.6);
    }

    [GeneratedRegex("[\\s“”\"'‘’「」『』《》〈〉（）()\\[\\]【】·・•,，.。、:：;；—\\-－~～!！?？]+")]
    private static partial Regex Marks();

    [GeneratedRegex("[（(][^（）()]*[)）]")]
    private static partial Regex Note();
}
