using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Documents;

namespace Chinalco.Honors.Ingestion.Documents;

/// <summary>What a decision says of itself.</summary>
public sealed record DocumentHead(DocumentKind Kind, string Title, string? Number, string? IssuingBody, DateOnly? Date);

/// <summary>Recognises a decision (决定, 通报, 通知) that confers, revokes or corrects honours by its title, and reads its number, body and date.</summary>
public static partial class DocumentReader
{
    private const int HeadLength = 400;

    /// <summary>The head of the decision; null when the text is none.</summary>
    public static DocumentHead? Read(string? title, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var heading = IsDecision(title) ? title : lines.Take(8).FirstOrDefault(IsDecision);
        if (heading is null)
        {
            return null;
        }

        var number = Number().Match(text[..Math.Min(HeadLength, text.Length)]);
        var dated = Array.FindLastIndex(lines, line => DateAlone().IsMatch(line));
        var date = dated >= 0 ? DateAlone().Match(lines[dated]) : null;
        return new DocumentHead(
            KindOf(heading),
            heading,
            number.Success ? number.Value : null,
            SignedBy(lines, dated) ?? LetterHead(lines),
            date is null ? null : DateOf(date)
        );
    }

    private static bool IsDecision(string? line) => line is { Length: <= 80 } && DecisionTitle().IsMatch(line);

    private static DocumentKind KindOf(string heading) =>
        heading.Contains("撤销", StringComparison.Ordinal) || heading.Contains("终止", StringComparison.Ordinal) ? DocumentKind.Revokes
        : heading.Contains("更正", StringComparison.Ordinal) ? DocumentKind.Corrects
        : DocumentKind.Confers;

    /// <summary>The line above the date under a decision.</summary>
    private static string? SignedBy(string[] lines, int dated) =>
        dated > 0 && lines[dated - 1] is { Length: <= 40 } signature && !signature.EndsWith('。') ? signature : null;

    /// <summary>The red heading, …文件.</summary>
    private static string? LetterHead(string[] lines) =>
        lines.Take(4).FirstOrDefault(line => line.EndsWith("文件", StringComparison.Ordinal)) is { } head ? head[..^2] : null;

    private static DateOnly? DateOf(Match match) =>
        DateOnly.TryParseExact(
            $"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}",
            "yyyy-M-d",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out var date
        )
            ? date
            : null;

    [GeneratedRegex(
        @"^关于.*(表彰|命名|授予|撤销|取消|终止|更正).*(决定|通报|通知|公告)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex DecisionTitle();

    [GeneratedRegex(
        @"[\p{IsCJKUnifiedIdeographs}]{2,12}[〔\[（(]\d{4}[〕\]）)][\d×]{1,4}号",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})日$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex DateAlone();
}
