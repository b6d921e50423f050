using System.Text.RegularExpressions;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>What title and decision of a document say of all its lists.</summary>
public sealed partial class DocumentHead
{
    // Title and first sentences, which say what the lists of a text are.
    private const int HeadLength = 160;

    private readonly ArticleScan scan;
    private readonly OwnerReader owners;

    /// <summary>Reads title and decision of the document once.</summary>
    public DocumentHead(ArticleScan scan, Lexicon lexicon)
    {
        this.scan = scan;
        owners = new(lexicon);
        var title = FoldedText.Of(scan.Article.Title ?? "");
        Year = TermYear(scan.Text) ?? YearReader.First(title) ?? YearReader.First(scan.Text[..Math.Min(scan.Text.Length, 90)]);
        Issuer = scan.HeadIssuer;
        Competition = CompetitionIn(title);
        TakesBack = Revoking().IsMatch(title);
        Corrects = Correcting().IsMatch(title);
        Confers = !TakesBack && !SpeaksOfCandidates(title);
        IsList = scan.Article.IsNotice || OfHonours().IsMatch(scan.Text[..Math.Min(scan.Text.Length, HeadLength)]);
        StatedOwner =
            Competition
            ?? scan.Awards.FirstOrDefault(award =>
                award.Owner is { Kind: not OwnerKind.Relative } && award.Start < scan.Article.BodyStart
            )?.Owner
            ?? OwnerInTitle(title)
            ?? (Issuer is null ? OwnerInDecision() ?? IssuingBody() : null);
    }

    /// <summary>Whether the document revokes or corrects: what it lists is not conferred by it.</summary>
    public bool TakesBack { get; }

    /// <summary>Whether the document corrects what was printed before.</summary>
    public bool Corrects { get; }

    /// <summary>Whether the document confers what it lists; a list of candidates does not.</summary>
    public bool Confers { get; }

    /// <summary>Whether it is a list of honours.</summary>
    public bool IsList { get; }

    /// <summary>The year of the document's honours.</summary>
    public int? Year { get; }

    /// <summary>The unit that issues it.</summary>
    public UnitEntry? Issuer { get; }

    /// <summary>The competition whose results it gives.</summary>
    public AwardOwner? Competition { get; }

    /// <summary>Whose awards title or decision speak of.</summary>
    public AwardOwner? StatedOwner { get; }

    /// <summary>Whose awards a document confers that does not say so with each of them; null for other texts.</summary>
    public AwardOwner? Owner => scan.Article.IsNotice ? StatedOwner : null;

    /// <summary>Whether a title or a heading speaks of those who may be honoured, not of those who are.</summary>
    public static bool SpeaksOfCandidates(string text) => Candidates().IsMatch(text);

    /// <summary>An association or another body that stands alone in one of the first or last lines.</summary>
    private AwardOwner? IssuingBody()
    {
        var lines = scan.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines
            .Take(3)
            .Concat(lines.TakeLast(4))
            .Select(line => owners.ReadWhole(line.EndsWith("文件", StringComparison.Ordinal) ? line[..^2] : line))
            .FirstOrDefault(owner =>
                owner is { Kind: OwnerKind.Outside or OwnerKind.Industry or OwnerKind.Province or OwnerKind.City or OwnerKind.National }
            );
    }

    /// <summary>The competition a title names; its prizes belong to it.</summary>
    private AwardOwner? CompetitionIn(string title)
    {
        if (CompetitionTitle().Match(YearReader.Strip(title)) is not { Success: true } match)
        {
            return null;
        }

        var name = match.Groups["name"].Value;
        var stated = owners.Read(Cup().Replace(name, ""))?.Owner;
        var plain = name.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal);
        return stated is null && Issuer is not null
            ? new(OwnerKind.Unit, plain, Issuer)
            : new(stated?.Kind ?? OwnerKind.Industry, plain, stated?.Unit, stated?.Province);
    }

    /// <summary>2024年度 outweighs a bare year: the year of the honours, not of the paper.</summary>
    private static int? TermYear(string text) =>
        Term().Match(text[..Math.Min(text.Length, 300)]) is { Success: true } match ? YearReader.First(match.Value) : null;

    private AwardOwner? OwnerInDecision() =>
        scan.Awards.FirstOrDefault(award => award.Owner is { Kind: not OwnerKind.Relative } && IsInDecision(award))?.Owner;

    private bool IsInDecision(AwardMention award)
    {
        var sentence = scan.Sentences.FirstOrDefault(sentence => sentence.Start <= award.Start && award.End <= sentence.End);
        return sentence is not null && Decision().IsMatch(scan.Text[sentence.Start..sentence.End]);
    }

    private AwardOwner? OwnerInTitle(string title)
    {
        foreach (Match match in AfterPreamble().Matches(title))
        {
            if (
                owners.Read(YearReader.Strip(title[(match.Index + match.Length)..])) is
                { Owner.Kind: not (OwnerKind.UnknownUnit or OwnerKind.Relative) } read
            )
            {
                return read.Owner;
            }
        }

        return null;
    }

    [GeneratedRegex("(?<!结果)公示|候选|拟推荐|推荐人选|拟表彰|培育对象|培养对象|申报|评选通知|开展.{0,20}评选|征求意见|入围|提名|初评")]
    private static partial Regex Candidates();

    [GeneratedRegex(
        "^(?:关于)?(?:公布|表彰|通报)?(?<name>[^，。]{4,40}?(?:竞赛|大赛|比武|锦标赛))(?:获奖|结果|优胜|成绩|表彰|个人)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex CompetitionTitle();

    [GeneratedRegex("撤销|撤消|取消|收回|终止|废止|作废|注销|摘牌|更正|勘误|处理")]
    private static partial Regex Revoking();

    [GeneratedRegex("更正|勘误|刊误|致歉|差错")]
    private static partial Regex Correcting();

    [GeneratedRegex("光荣榜|荣誉榜|表彰|评选|获奖|名单|授予|命名|揭晓")]
    private static partial Regex OfHonours();

    [GeneratedRegex("“[^”]*杯”")]
    private static partial Regex Cup();

    [GeneratedRegex("(?:(?:19|20)\\d{2}[—-])?(?:19|20)\\d{2}年度")]
    private static partial Regex Term();

    [GeneratedRegex("授予|命名|表彰|认定|公布|评为|评选出|荣获|通报")]
    private static partial Regex Decision();

    [GeneratedRegex("^|关于|表彰|公布|授予|命名|印发|发布")]
    private static partial Regex AfterPreamble();
}
