using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>Makes claims of ties: whose award it is, of which year, and the recipient's unit, as far as the text around says.</summary>
internal sealed partial class ClaimEmitter(ArticleScan scan, AwardResolver awards, UnitInference inference, AwardOwner? documentOwner)
{
    private readonly OwnerReader owners = new(scan.Lexicon);
    private readonly List<Claim> claims = [];

    /// <summary>All claims so far, in the order of the text.</summary>
    public IReadOnlyList<Claim> Claims => claims;

    /// <summary>Claims that the recipients of a tie received the awards of a group.</summary>
    /// <param name="sentence">The proving sentence.</param>
    /// <param name="group">Awards of one enumeration.</param>
    /// <param name="tied">Who receives them, and how that was read.</param>
    /// <param name="frame">The tie around the group.</param>
    /// <param name="before">Words of the clause before the group.</param>
    public void Emit(Sentence sentence, IReadOnlyList<AwardMention> group, Tied tied, Frame frame, string before)
    {
        var year =
            group[0].Year is not null || RelativeYear().IsMatch(before)
                ? null
                : YearReader.Last(before) ?? YearBefore(sentence, group[0].Start) ?? scan.SummaryYear;
        var people = scan.PeopleIn(sentence.Start, sentence.End).Length;
        var actor = ActorOf(frame) ?? AnnouncingBody(sentence, group[0].Start);
        foreach (var mention in group)
        {
            var award = BareGrades.Whole(
                scan,
                tied.DropOwner ? mention with { Owner = null, Entry = null, Printed = mention.Core } : mention,
                sentence.Start
            );
            var announcer =
                frame.Kind == FrameKind.Confers || tied.Recipients.All(recipient => recipient.IsProject)
                    ? scan.AnnouncerBefore(sentence, mention.Start)
                    : null;
            foreach (var recipient in tied.Recipients.Select(recipient => inference.Complete(recipient, mention.Start)))
            {
                var issuer = announcer ?? recipient.Unit ?? scan.EnterpriseBefore(mention.Start);
                var resolved = awards.Resolve(
                    award,
                    new(
                        issuer,
                        actor ?? (announcer is null ? documentOwner : null),
                        YearBehind(mention)
                            ?? year
                            ?? (announcer is null || mention.Year is not null ? null : scan.TermBefore(mention.Start))
                    )
                );
                claims.Add(
                    new(
                        recipient,
                        resolved,
                        sentence.Start,
                        sentence.End,
                        tied.Rule,
                        ClaimExplanation.Of(tied.Rule, recipient, resolved, frame, award),
                        tied.Traits | (frame.IsLoose ? ClaimTraits.Ambiguous : ClaimTraits.None),
                        award
                    )
                    {
                        PeopleInSentence = people,
                    }
                );
            }
        }
    }

    /// <summary>Who confers, where the clause names a unit, a region or another body: 被某公司评为, 某公司把…给了.</summary>
    private AwardOwner? ActorOf(Frame frame)
    {
        var name = YearReader.Strip(frame.Actor).TrimStart('，', ' ').TrimEnd('于', '所', '授', ' ');
        name = name[(name.LastIndexOf('，') + 1)..];
        return name.Length is >= 2 and <= 20 && owners.ReadWhole(name) is { Kind: not (OwnerKind.UnknownUnit or OwnerKind.Relative) } owner
            ? owner
            : null;
    }

    /// <summary>某省妇联公布…名单: a region's or an industry's body announces, whose award it is.</summary>
    private AwardOwner? AnnouncingBody(Sentence sentence, int position)
    {
        // 这块牌子给了某班: the award may stand in the sentence before.
        var from = Math.Min(position, Math.Max(sentence.Start, position - LongestAnnouncement));
        foreach (Match match in Announcing().Matches(scan.Text[from..position]))
        {
            if (
                owners.ReadWhole(YearReader.Strip(match.Groups["who"].Value)) is
                { Kind: not (OwnerKind.UnknownUnit or OwnerKind.Relative or OwnerKind.Unit) } owner
            )
            {
                return owner;
            }
        }

        return null;
    }

    private const int LongestAnnouncement = 60;

    [GeneratedRegex(
        "(?<=^|[，。；、]|日前，|近日，)(?:日前|近日|[去今]年)?(?<who>[\u4e00-\u9fa5]{3,18}?)(?:日前|近日|正式|联合|下发文件|印发文件|发文|作出决定|决定|，)*(?:公布|发布|通报|命名|表彰|授予|追授|下发|印发)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Announcing();

    /// <summary>A year at the start of the sentence holds for its clauses: 2021年，某人…，获评….</summary>
    private int? YearBefore(Sentence sentence, int position)
    {
        var part = scan.Text[sentence.Start..Math.Max(sentence.Start, position)];
        var cut = part.LastIndexOf('；');
        part = cut >= 0 ? part[(cut + 1)..] : part;
        var year = YearReader.Last(ProseReader.WithoutLabel(part));
        return year is not null && NextYear().IsMatch(part) ? year + 1
            : year is not null && Later().IsMatch(part) ? null
            : year;
    }

    /// <summary>“某市岗位能手”（2014年）</summary>
    private int? YearBehind(AwardMention mention) =>
        Behind().Match(scan.Text, mention.End, Math.Min(scan.Text.Length - mention.End, 14)) is { Success: true } match
            ? YearReader.First(match.Value.Contains('年', StringComparison.Ordinal) ? match.Value : match.Value.TrimEnd('）') + "年")
            : null;

    [GeneratedRegex("\\G[^，。；、（）]{0,4}（(?:19|20)\\d{2}(?:年度?|年\\d{1,2}月)?）")]
    private static partial Regex Behind();

    [GeneratedRegex("今年|去年|前年|本月|上个?月|近日|日前")]
    private static partial Regex RelativeYear();

    [GeneratedRegex("次年|第二年|翌年|一年后")]
    private static partial Regex NextYear();

    /// <summary>三年后: another year than the one printed before.</summary>
    [GeneratedRegex("[两三四五六七八九十\\d]年[之以]?后|后来|多年后")]
    private static partial Regex Later();
}
