using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>What a text takes back: revocations, and of corrections the wrong version; the right version is a claim.</summary>
public sealed record RevocationResult(ImmutableArray<RevocationClaim> Revocations, ImmutableArray<Claim> Corrected);

/// <summary>Reads revoked titles and corrections (更正).</summary>
public sealed partial class RevocationReader(ArticleScan scan, RecipientReader reader, AwardResolver awards, PersonProfiles profiles)
{
    private readonly List<RevocationClaim> revocations = [];
    private readonly List<Claim> corrected = [];

    /// <summary>Reads the article.</summary>
    public RevocationResult Read()
    {
        foreach (var sentence in scan.Sentences)
        {
            if (!MayTakeBack(scan.Text.AsSpan(sentence.Start, sentence.End - sentence.Start)))
            {
                continue;
            }

            var text = scan.Text[sentence.Start..sentence.End];
            if (sentence.Start >= scan.Article.BodyStart && CorrectedRecipient().Match(text) is { Success: true } recipient)
            {
                ReadCorrectedRecipient(sentence, recipient);
            }
            else if (sentence.Start >= scan.Article.BodyStart && CorrectedUnit().Match(text) is { Success: true } unit)
            {
                ReadCorrectedUnit(sentence, unit);
            }
            else if (Instead().Match(text) is { Success: true } match)
            {
                ReadCorrection(sentence, match);
            }
            else if (sentence.Start >= scan.Article.BodyStart)
            {
                ReadRevocation(sentence, text);
            }
        }

        return new([.. revocations], [.. corrected]);
    }

    // Each of the words below holds one of these.
    private static bool MayTakeBack(ReadOnlySpan<char> sentence) => sentence.ContainsAny(Telling);

    private static readonly SearchValues<char> Telling = SearchValues.Create("应误错写更撤取收追剥注终");

    /// <summary>撤销某人2021年获得的“…”称号; 收回某厂“…”奖牌: recipient between verb and award.</summary>
    private void ReadRevocation(Sentence sentence, string text)
    {
        foreach (Match verb in Revoking().Matches(text).Take(1))
        {
            var from = sentence.Start + verb.Index + verb.Length;
            var end = sentence.Start + (text.IndexOf('；', verb.Index) is var cut and > 0 ? cut : text.Length);
            foreach (var award in scan.AwardsIn(from, end))
            {
                var phrase = Held().Replace(scan.Text[from..award.Start], "");
                var who = reader.Read(phrase).Named;
                if (who.IsEmpty && scan.PeopleIn(sentence.Start, award.Start).LastOrDefault() is { } person)
                {
                    who = [profiles.Complete(new(RecipientKind.Person, person.Name, UnitText: null, Unit: null, Position: null))];
                }

                var owned = award;
                if (
                    who.IsEmpty
                    && (phrase.Length == 0 || award.Owner?.Kind == OwnerKind.UnknownUnit)
                    && award is { Quoted: true, Owner: { Kind: OwnerKind.Unit or OwnerKind.UnknownUnit } holder }
                )
                {
                    // 收回某厂“…”奖牌: what reads like the owner of the award is who held it.
                    who = reader.Read(holder.Text).Named;
                    owned = award with { Owner = null, Entry = null, Printed = award.Core };
                }

                if (
                    who.IsEmpty
                    && scan.UnitsStartingIn(sentence.Start, award.Start).LastOrDefault() is { } mentioned
                )
                {
                    who = [new(RecipientKind.Team, mentioned.Text, mentioned.Text, mentioned.Entry, Position: null)];
                }

                foreach (var recipient in who)
                {
                    var year = award.Year ?? YearReader.Last(scan.Text[from..award.Start]);
                    var resolved = awards.Resolve(owned, new(recipient.Unit ?? scan.Issuer, Year: year));
                    revocations.Add(
                        new(recipient.Name, resolved.Canonical, Ended().IsMatch(text) ? "自然终止" : "撤销", sentence.Start, sentence.End)
                    );
                }
            }
        }
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

        var (unitText, unit, _) = reader.ReadDescription(match.Groups["right"].Value);
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

    /// <summary>把“甲奖获得者某人”写成了“乙奖获得者某人”: the first is right, the second wrong; “乙”应为“甲”: the other way round.</summary>
    private void ReadCorrection(Sentence sentence, Match match)
    {
        var split = sentence.Start + match.Groups["verb"].Index;
        var firstIsRight = match.Groups["verb"].Value is not ("应为" or "应是" or "更正为" or "改为" or "系");
        var first = Side(sentence.Start, split);
        var second = Side(split, sentence.End);
        var (right, wrong) = firstIsRight ? (first, second) : (second, first);
        if (right.Award is null || wrong.Award is null || (right.Who ?? wrong.Who) is not { } who)
        {
            return;
        }

        var issuer = who.Unit ?? scan.Issuer;
        var rightAward = awards.Resolve(right.Award, new(issuer));
        var wrongAward = awards.Resolve(wrong.Award, new(issuer));
        revocations.Add(
            new((wrong.Who ?? who).Name, wrongAward.Canonical, $"更正：应为{rightAward.Canonical}", sentence.Start, sentence.End)
        );
        Correct(sentence, who, right.Award, rightAward, $"更正：“{wrongAward.Canonical}”系误写，正确的是“{rightAward.Canonical}”。");
    }

    private (AwardMention? Award, Recipient? Who) Side(int start, int end)
    {
        var person = scan.PeopleIn(start, end).FirstOrDefault();
        return (
            scan.AwardsIn(start, end).FirstOrDefault(),
            person is null ? null : profiles.Complete(new(RecipientKind.Person, person.Name, UnitText: null, Unit: null, Position: null))
        );
    }

    [GeneratedRegex(
        "(?:应为|应是)“?(?<right>[^“”，；。]{2,40})”?，(?:误|错)(?:印|登|写|植)?(?:为|作|成)“?(?<wrong>[^“”，；。]{2,40})”?",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex CorrectedRecipient();

    [GeneratedRegex("“?(?<who>[^“”，；。]{2,24})”?，其(?:所在)?单位应为“?(?<right>[^“”，；。]{2,24})”?", RegexOptions.ExplicitCapture)]
    private static partial Regex CorrectedUnit();

    [GeneratedRegex("自然终止|终止|不再沿用|到期|期满")]
    private static partial Regex Ended();

    [GeneratedRegex("撤销|撤消|取消|收回|追回|剥夺|注销|自然终止")]
    private static partial Regex Revoking();

    [GeneratedRegex("(?:于)?(?:(?:19|20)\\d{2}年度?)?(?:所)?(?:获得|获|荣获|被授予|授予|得到)(?:的)?$|的$", RegexOptions.ExplicitCapture)]
    private static partial Regex Held();

    [GeneratedRegex("(?<verb>写成了?|误写为|误为|误作|错写成|误印为|误登为|应为|应是|更正为)", RegexOptions.ExplicitCapture)]
    private static partial Regex Instead();
}
