using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>
/// Decides whether a claim from running text is proved by a construction that is understood as a whole. What is merely not contradicted
/// waits for an editor: words behind the award that say something else of it, a subject carried past somebody else, a name that nothing
/// but its form speaks for.
/// </summary>
internal sealed partial class ProofReader(ArticleScan scan)
{
    // A subject that was named further back is too far to be meant for sure.
    private const int Reach = 600;
    private const int LongestPlainName = 14;

    private readonly Dictionary<string, int> mentions = scan
        .People.GroupBy(person => person.Name, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private readonly HashSet<string> introduced = scan
        .People.Where(person => IsIntroduced(scan.Text, person.Start))
        .Select(person => person.Name)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a post, kinship or a unit stands before the place, or the word that says that a name follows.</summary>
    private static bool IsIntroduced(string text, int place) =>
        NameShape.IntroducerLength(text, place) >= 2
        || UnitDetector.SuffixLength(text.AsSpan(Math.Max(0, place - 8), Math.Min(8, place))) > 0;

    /// <summary>Whether the tie is proved.</summary>
    /// <param name="group">The awards of the enumeration.</param>
    /// <param name="tied">Who receives them.</param>
    /// <param name="frame">The words that tie.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="after">The words behind the group, to the end of the sentence.</param>
    public bool Proves(List<AwardMention> group, Tied tied, Frame frame, Sentence sentence, string after) =>
        (NamesWhoFollows(tied, frame) || IsClosed(after))
        && group.TrueForAll(IsWhole)
        && !EndsEnumeration(group[0], frame)
        && !(frame.Kind == FrameKind.Apposition && tied.Recipients.Any(IsKin))
        && tied.Recipients.All(IsSurelyNamed)
        && (
            tied.Traits.HasFlag(ClaimTraits.RecipientInClause)
                ? !SpeaksOfOthers(frame, tied)
                : tied.Recipients is [var only]
                    && (
                        (tied.Rule == "dated-honour" && tied.Traits == Tied.OfTheWhole && only.Kind != RecipientKind.Person)
                        || IsUninterrupted(only, sentence, group[0].Start)
                    )
        );

    /// <summary>授予甲部、乙分公司“…”单位: what reads like the owner of the award may be the second who receives it.</summary>
    private bool EndsEnumeration(AwardMention award, Frame frame) =>
        frame.Kind == FrameKind.Confers
        && award.Start > 0
        && scan.Text[award.Start - 1] == '、'
        && award.Owner is { Kind: OwnerKind.Unit or OwnerKind.UnknownUnit };

    /// <summary>妻子某人拖出一只盒子，里面是…: the honours may be those of the one she is the wife of.</summary>
    private bool IsKin(Recipient recipient) =>
        scan.People.Any(person => person.Name == recipient.Name && Vocabulary.Relations.LengthEndingAt(scan.Text, person.Start) >= 2);

    private static bool NamesWhoFollows(Tied tied, Frame frame) =>
        frame.Kind is FrameKind.GoesTo or FrameKind.HolderFollows
        || tied.Rule is "title-before-name" or "award-in-brackets" or "award-label-with-names";

    /// <summary>Whether the sentence or clause ends behind the award, or goes on with another award.</summary>
    private static bool IsClosed(string after) => Closed().IsMatch(after);

    /// <summary>Whether the printed name is an award's name and nothing else.</summary>
    private static bool IsWhole(AwardMention award) =>
        award.Quoted
        || award.Entry is not null
        || (
            award.Head is not null
            && award.Core.Length <= LongestPlainName
            && Vocabulary.PlainVerbs.IndexIn(award.Core, 0, award.Core.Length) < 0
        );

    /// <summary>A person the registry knows, or one with post, unit or a second mention; a unit by its own form.</summary>
    private bool IsSurelyNamed(Recipient recipient) =>
        !recipient.IsUnsure
        && (
            recipient.Kind != RecipientKind.Person
            || recipient.Evidence == NameEvidence.Known
            || recipient.Position is not null
            || (recipient.UnitText is not null && !recipient.UnitIsInferred)
            || mentions.GetValueOrDefault(recipient.Name) > 1
            || introduced.Contains(recipient.Name)
        );

    /// <summary>张某的徒弟…, 和同事一起…: the subject's words name somebody else besides.</summary>
    private static bool SpeaksOfOthers(Frame frame, Tied tied) =>
        tied.Recipients is [{ Kind: RecipientKind.Person } only]
        && frame.Kind is FrameKind.Receives or FrameKind.Is
        && frame.Recipients.LastIndexOf(only.Name, StringComparison.Ordinal) is >= 0 and var at
        && Others().IsMatch(frame.Recipients[(at + only.Name.Length)..]);

    /// <summary>Whether nobody else is spoken of between the last mention of the subject and the award.</summary>
    private bool IsUninterrupted(Recipient subject, Sentence sentence, int position)
    {
        if (subject.Kind != RecipientKind.Person)
        {
            return scan.Text.LastIndexOf(subject.Name, position, position - sentence.Start, StringComparison.Ordinal) >= 0;
        }

        var behind = TextRanges.FirstWhere(scan.People, person => person.Start >= position);
        if (behind == 0 || scan.People[behind - 1] is not { } last || last.Name != subject.Name || position - last.End > Reach)
        {
            return false;
        }

        var between = scan.Text[last.End..position];
        return !Others().IsMatch(between) && !UnknownSubject(last.End, position);
    }

    /// <summary>A sentence that begins like a name which nobody recognised: it may speak of somebody else.</summary>
    private bool UnknownSubject(int from, int to)
    {
        for (var i = from; i + 3 < to; i++)
        {
            if (
                scan.Text[i] is '。' or '\n' or '！' or '？'
                && Vocabulary.SingleSurnames.Contains(scan.Text[i + 1])
                && scan.Text.AsSpan(i + 1, 2) is var start
                && NameShape.AllHan(start)
                && !NameShape.IsOtherWord(start)
                && !NameShape.IsCommonWord(start)
            )
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(
        "^[”」]?(?:光荣|荣誉)?(?:称号|奖章|奖牌|牌匾|奖项|奖杯|奖状|证书|荣誉证书|锦旗|牌子|铜牌|头衔|桂冠|殊荣|奖)?(?:（[^（）]{1,16}）)?(?:等(?:多项|多个|一系列|数十项|诸多)?(?:荣誉|称号|奖项|荣誉称号)?)?(?:的(?:荣誉)?(?:称号|证书|奖牌|奖杯|奖章|奖状))?(?:[一二两三四五六七八九十]+[块个项枚张面座本顶]|获得者(?=$|[，。；、]))?(?:$|[，。；、！？）\n ”—…]|和|与|及|并|以及|各一|一次)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Closed();

    [GeneratedRegex(
        "(?:徒弟|师傅|师父|同事|搭档|父亲|母亲|爸爸|妈妈|妻子|丈夫|爱人|老伴|儿子|女儿|哥哥|弟弟|姐姐|妹妹|另一[位个名]|前任|后任|一名|一位|两人|二人)(?!们)"
    )]
    private static partial Regex Others();
}
