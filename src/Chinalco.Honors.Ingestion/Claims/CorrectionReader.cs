using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>Reads corrections (更正): the wrong version is taken back, the right one is a claim.</summary>
internal sealed partial class CorrectionReader(
    ArticleScan scan,
    RecipientReader reader,
    AwardResolver awards,
    PersonProfiles profiles,
    List<RevocationClaim> revocations,
    List<Claim> corrected
)
{
    /// <summary>Reads a sentence; false where it corrects nothing.</summary>
    public bool Read(Sentence sentence, string text)
    {
        if (
            sentence.Start < scan.Article.BodyStart
            || text.TrimEnd('；').IndexOf('；', StringComparison.Ordinal) < 0
            || !Wrong().IsMatch(text)
        )
        {
            return ReadPart(sentence, text);
        }

        var any = false;
        for (var start = sentence.Start; start < sentence.End; )
        {
            var cut = scan.Text.IndexOf('；', start, sentence.End - start);
            var end = cut < 0 ? sentence.End : cut;
            any |= end > start && ReadPart(sentence with { Start = start, End = end }, scan.Text[start..end]);
            start = end + 1;
        }

        return any;
    }

    /// <summary>（3）张某所获为“甲”，非“乙”: the award was printed wrongly.</summary>
    private bool ReadWrongAward(Sentence sentence, Match match)
    {
        var right = scan.AwardsIn(
            sentence.Start + match.Groups["right"].Index,
            sentence.Start + match.Groups["right"].Index + match.Groups["right"].Length
        );
        var wrong = scan.AwardsIn(
            sentence.Start + match.Groups["wrong"].Index,
            sentence.Start + match.Groups["wrong"].Index + match.Groups["wrong"].Length
        );
        if (right.IsEmpty || wrong.IsEmpty || reader.ReadItem(reader.StripAdverbs(match.Groups["who"].Value)) is not { } who)
        {
            return false;
        }

        who = profiles.Complete(who);
        var rightAward = awards.Resolve(right[0], new(who.Unit ?? scan.Issuer));
        var wrongAward = awards.Resolve(wrong[0], new(who.Unit ?? scan.Issuer));
        revocations.Add(new(who.Name, wrongAward.Canonical, $"更正：应为{rightAward.Canonical}", sentence.Start, sentence.End));
        Correct(sentence, who, right[0], rightAward, $"更正：“{wrongAward.Canonical}”系误写，正确的是“{rightAward.Canonical}”。");
        return true;
    }

    private bool ReadPart(Sentence sentence, string text)
    {
        var inBody = sentence.Start >= scan.Article.BodyStart;
        if (inBody && WrongAward().Match(text) is { Success: true } wrongAward && ReadWrongAward(sentence, wrongAward))
        {
            return true;
        }

        if (inBody && CorrectedRecipient().Match(text) is { Success: true } recipient)
        {
            ReadCorrectedRecipient(sentence, recipient);
            return true;
        }

        if (inBody && CorrectedUnit().Match(text) is { Success: true } unit)
        {
            ReadCorrectedUnit(sentence, unit);
            return true;
        }

        if (inBody && HolderPatterns.Select(pattern => pattern.Match(text)).FirstOrDefault(found => found.Success) is { } holder)
        {
            if (ReadHolder(sentence, holder))
            {
                return true;
            }
        }

        if (Instead().Match(text) is { Success: true } match)
        {
            ReadCorrection(sentence, match);
            return true;
        }

        return false;
    }

    /// <summary>“某奖”获得者应为“某人”，误为“某某”: the right holder is a claim, the wrong one is taken back.</summary>
    private void ReadCorrectedRecipient(Sentence sentence, Match match)
    {
        var award = scan.AwardsIn(sentence.Start, sentence.Start + match.Index).LastOrDefault();
        var right = reader.Read(match.Groups["right"].Value).Named;
        if (award is null || right.IsEmpty)
        {
            return;
        }

        var resolved = awards.Resolve(award, new(right[0].Unit ?? scan.Issuer));
        var wrong = reader.Read(match.Groups["wrong"].Value).Named is [var named, ..] ? named.Name : match.Groups["wrong"].Value;
        revocations.Add(new(wrong, resolved.Canonical, $"更正：应为{right[0].Name}", sentence.Start, sentence.End));
        Correct(sentence, right[0], award, resolved, $"更正：“{wrong}”系误写，正确的是“{right[0].Name}”。");
    }

    /// <summary>“某公司 某人”，其单位应为“另一公司”.</summary>
    private void ReadCorrectedUnit(Sentence sentence, Match match)
    {
        var award = scan.AwardsIn(sentence.Start, sentence.Start + match.Index).LastOrDefault();
        if (award is null || reader.ReadItem(match.Groups["who"].Value) is not { Kind: RecipientKind.Person } who)
        {
            return;
        }

        var (unitText, unit, _) = reader.Descriptions.Read(match.Groups["right"].Value);
        var resolved = awards.Resolve(award, new(unit ?? scan.Issuer));
        revocations.Add(
            new(
                $"{who.Name}（{who.UnitText}）",
                resolved.Canonical,
                $"更正：单位应为{match.Groups["right"].Value}",
                sentence.Start,
                sentence.End
            )
        );
        Correct(
            sentence,
            who with
            {
                UnitText = unitText,
                Unit = unit,
            },
            award,
            resolved,
            $"更正：“{who.Name}”的单位应为“{match.Groups["right"].Value}”。"
        );
    }

    private bool HoldsAward(Sentence sentence, Group words) =>
        scan.AwardsIn(sentence.Start + words.Index, sentence.Start + words.Index + words.Length).Length > 0;

    private static readonly ImmutableArray<Regex> HolderPatterns = [MisspeltHolder(), WrongHolder(), WrongName()];

    /// <summary>
    /// The holder was printed wrongly, by name or altogether: “某奖”获得者某人的姓名误写为“某某”; 获“某奖”的应为甲车间，不是乙车间;
    /// 《某名录》中，“某某”应为“某人”.
    /// </summary>
    private bool ReadHolder(Sentence sentence, Match match)
    {
        if (HoldsAward(sentence, match.Groups["right"]) || HoldsAward(sentence, match.Groups["wrong"]))
        {
            return false;
        }

        var award =
            scan.AwardsIn(sentence.Start, sentence.End).FirstOrDefault()
            ?? scan.Awards.LastOrDefault(other => other.Start < sentence.Start);
        if (
            award is null
            || reader.ReadItem(match.Groups["right"].Value.Trim('“', '”')) is not { } right
            || reader.ReadItem(match.Groups["wrong"].Value.Trim('“', '”')) is not { } wrong
            || right.Name == wrong.Name
            || (right.Kind == RecipientKind.Person) != (wrong.Kind == RecipientKind.Person)
        )
        {
            return false;
        }

        right = profiles.Complete(right);
        var resolved = awards.Resolve(award, new(right.Unit ?? scan.Issuer));
        revocations.Add(new(wrong.Name, resolved.Canonical, $"更正：应为{right.Name}", sentence.Start, sentence.End));
        Correct(sentence, right, award, resolved, $"更正：“{wrong.Name}”系误写，正确的是“{right.Name}”。");
        return true;
    }

    private void Correct(Sentence sentence, Recipient who, AwardMention award, ResolvedAward resolved, string explanation) =>
        corrected.Add(
            new(
                who,
                resolved,
                sentence.Start,
                sentence.End,
                "correction",
                explanation,
                ClaimTraits.RecipientInClause | ClaimTraits.RecipientInSentence | ClaimTraits.ExplicitTie,
                award
            )
        );

    /// <summary>
    /// 把“甲奖获得者某人”写成了“乙奖获得者某人”: the first is right, the second wrong; “乙”应为“甲”, 误列为乙，应为甲: the other way round.
    /// </summary>
    private void ReadCorrection(Sentence sentence, Match match)
    {
        var split = sentence.Start + match.Groups["verb"].Index;
        var firstIsRight = !Proper().IsMatch(match.Groups["verb"].Value);
        var first = Side(sentence.Start, split);
        var second = Side(split, sentence.End);
        var (right, wrong) = firstIsRight ? (first, second) : (second, first);
        if (right.Award is null || wrong.Award is null)
        {
            return;
        }

        if ((right.Who ?? wrong.Who ?? HolderBefore(sentence, wrong.Award)) is not { } who)
        {
            return;
        }

        var issuer = who.Unit ?? scan.Issuer;
        var rightAward = awards.Resolve(BareGrades.Whole(scan, right.Award, from: 0), new(issuer));
        var wrongAward = awards.Resolve(BareGrades.Whole(scan, wrong.Award, from: 0), new(issuer));
        revocations.Add(
            new((wrong.Who ?? who).Name, wrongAward.Canonical, $"更正：应为{rightAward.Canonical}", sentence.Start, sentence.End)
        );
        Correct(sentence, who, right.Award, rightAward, $"更正：“{wrongAward.Canonical}”系误写，正确的是“{rightAward.Canonical}”。");
    }

    private (AwardMention? Award, Recipient? Who) Side(int start, int end)
    {
        var person = scan.PeopleIn(start, end).FirstOrDefault();
        var award = scan.AwardsIn(start, end).FirstOrDefault();
        return (
            award,
            person is not null ? profiles.Complete(new(RecipientKind.Person, person.Name, UnitText: null, Unit: null, Position: null))
            : award is null ? null
            : BehindDash(award, end)
        );
    }

    /// <summary>“某省工人先锋号——某厂某班”: the holder stands behind the dash.</summary>
    private Recipient? BehindDash(AwardMention award, int end)
    {
        var match = Dashed().Match(scan.Text[award.End..end]);
        return match.Success ? reader.ReadItem(match.Groups["who"].Value) : null;
    }

    /// <summary>某院“某某”项目误列为二等奖: the work or team before the award.</summary>
    private Recipient? HolderBefore(Sentence sentence, AwardMention award)
    {
        var before = WrongVerb().Replace(scan.Text[sentence.Start..award.Start], "");
        before = before[(before.LastIndexOfAny(['，', '；', '：']) + 1)..];
        return reader.Read(before).Named.LastOrDefault();
    }

    [GeneratedRegex("(?:误|错)(?:写|印|登|排|植|刊|列|报)?(?:为|作|成)|不是|而非|并非|，非|应为|更正为")]
    private static partial Regex Wrong();

    [GeneratedRegex(
        "(?:^|[）：，])(?<who>[^，；。：“”（）]{2,30}?)(?:所获|所获得的|获得的|荣获的)(?:奖项|称号|荣誉)?(?:应为|应是|为|是)(?<right>“[^“”]{2,30}”)(?:称号)?，(?:误(?:写|印|登|排|刊|列)?(?:为|作|成)|非|不是|而非|并非)(?<wrong>“[^“”]{2,30}”)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex WrongAward();

    [GeneratedRegex("^”?——“?(?<who>[^”，。；]{2,30})", RegexOptions.ExplicitCapture)]
    private static partial Regex Dashed();

    [GeneratedRegex("(?:被)?(?:误|错)[列印写登刊植报作为成]{1,3}$|(?:写成|印成)了?$")]
    private static partial Regex WrongVerb();

    [GeneratedRegex("^(?:实际应为|实应为|应为|应是|应系|更正为|改为|实为|系)")]
    private static partial Regex Proper();

    [GeneratedRegex(
        "(?:应为|应是)“?(?<right>[^“”，；。]{2,40})”?，(?:误|错)(?:印|登|写|植)?(?:为|作|成)“?(?<wrong>[^“”，；。]{2,40})”?",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex CorrectedRecipient();

    [GeneratedRegex(
        "获得者“?(?<right>[^“”，；。]{2,20}?)”?的?(?:姓名|名字|名称)?，?(?:被)?(?:误|错)(?:写|印|登|排|植|刊)?(?:为|作|成)“?(?<wrong>[^“”，；。]{2,20})”?",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex MisspeltHolder();

    [GeneratedRegex(
        "(?:的集体|的单位|的个人|的班组|的人员|的)?(?:应为|应是|的是|为)“?(?<right>[^“”，；。]{2,30})”?，(?:不是|而非|而不是|并非|非|误(?:写|印|登|排|植|刊)(?:为|作|成))“?(?<wrong>[^“”，；。]{2,30})”?",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex WrongHolder();

    [GeneratedRegex(
        "“(?<wrong>[^“”，；。]{2,24})”(?:的?(?:姓名|名字))?(?:有误，|系笔误，|，)?(?:应为|应是|应作|更正为)“(?<right>[^“”，；。]{2,24})”",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex WrongName();

    [GeneratedRegex("“?(?<who>[^“”，；。]{2,24})”?，其(?:所在)?单位应为“?(?<right>[^“”，；。]{2,24})”?", RegexOptions.ExplicitCapture)]
    private static partial Regex CorrectedUnit();

    [GeneratedRegex(
        "(?:(?:误|错)[列印写登刊植报作为成]{1,3}[^。]*?)(?<verb>实际应为|实应为|应为|应是|应系|更正为|实为)|(?<verb>写成了?|误写为|误列为|误登为|误印为|误刊为|误报为|误为|误作|错写成|错登为|应为|应是|应系|更正为|实为)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Instead();
}
