using System.Text.RegularExpressions;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>How a clause ties an award to somebody.</summary>
public enum FrameKind
{
    /// <summary>某人获评…, 某人被某单位授予…: the subject receives.</summary>
    Receives = 1,

    /// <summary>授予某人…: the object receives.</summary>
    Confers = 2,

    /// <summary>某人是…, 有…, 叫…: the subject holds.</summary>
    Is = 3,

    /// <summary>The award stands alone in its clause, after a name and a post or after a date.</summary>
    Apposition = 4,

    /// <summary>…获得者某人: a name follows the award.</summary>
    HolderFollows = 5,

    /// <summary>…颁给某人, …由某人获得: the recipient follows.</summary>
    GoesTo = 6,

    /// <summary>Words stand before the award, but no verb that ties it.</summary>
    Untied = 7,
}

/// <summary>The tie found around an award: its kind and the words in which the recipient stands.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Recipients">The words; empty where the subject goes on.</param>
/// <param name="Verb">The tying verb; empty where there is none.</param>
public sealed partial record Frame(FrameKind Kind, string Recipients, string Verb)
{
    private const int LongestGap = 24;

    private static readonly WordSet ActiveConfer = new([
        "授予",
        "追授",
        "颁发",
        "命名为",
        "评为",
        "评选为",
        "认定为",
        "表彰为",
        "评定为",
        "确定为",
        "推选为",
        "授以",
        "被授予",
    ]);

    /// <summary>Finds the tie.</summary>
    /// <param name="before">Folded words of the clause before the award.</param>
    /// <param name="after">Folded words behind it, to the end of the sentence.</param>
    public static Frame Find(string before, string after)
    {
        var lead = Conjunction().Replace(TrailingFiller().Replace(before.TrimEnd(), ""), "");
        lead = IsOnlyTime(lead) ? "" : lead;
        if (lead.Length is > 0 and < 30 && Kept().IsMatch(after))
        {
            return new(FrameKind.Is, lead, "保留");
        }

        if (GoesTo().Match(after) is { Success: true } to)
        {
            return new(FrameKind.GoesTo, to.Groups["who"].Value, to.Groups["verb"].Value)
            {
                Actor = lead.LastIndexOfAny(['把', '将']) is > 0 and var marker ? lead[..marker] : "",
            };
        }

        if (lead.Length == 0 && Labelled().Match(after) is { Success: true } labelled)
        {
            return new(FrameKind.GoesTo, labelled.Groups["who"].Value, "：") { IsLabel = true };
        }

        if (after.Length > 4 && Listed().Match(after) is { Success: true } listed)
        {
            return new(FrameKind.GoesTo, listed.Groups["who"].Value, listed.Groups["verb"].Value) { IsListed = true };
        }

        if (Holder().Match(after) is { Success: true } holder && (lead.Length == 0 || !EndsInTie(lead)))
        {
            return new(FrameKind.HolderFollows, holder.Groups["who"].Value, holder.Groups["verb"].Value);
        }

        if (RelativeClause().Match(after) is { Success: true } relative && EndsInTie(lead))
        {
            return new(FrameKind.HolderFollows, relative.Groups["who"].Value, "的");
        }

        if (FindVerb(lead, Vocabulary.ReceiveVerbs) is { } received)
        {
            return FromVerb(lead[..received.Start], lead[received.Start..received.End]);
        }

        if (LastConfer(lead) is { } confer)
        {
            return new(
                FrameKind.Confers,
                lead[(confer.Start + confer.Length)..].TrimEnd('为'),
                lead.Substring(confer.Start, confer.Length)
            );
        }

        if (AsPattern().Match(lead) is { Success: true } chosen)
        {
            return new(FrameKind.Confers, chosen.Groups["who"].Value, chosen.Groups["verb"].Value);
        }

        if (GivenTo().Match(lead) is { Success: true } given)
        {
            return new(FrameKind.Confers, given.Groups["who"].Value, given.Groups["verb"].Value);
        }

        if (FindVerb(lead, Vocabulary.BeVerbs) is { } be)
        {
            return new(FrameKind.Is, lead[..be.Start], lead[be.Start..be.End]);
        }

        return lead.Length == 0 ? new(FrameKind.Apposition, "", "")
            : LooseVerb().Match(lead) is { Success: true } loose ? FromVerb(lead[..loose.Index], loose.Value) with { IsLoose = true }
            : new(FrameKind.Untied, lead, "");
    }

    /// <summary>Whether the award is a label and the recipients are what stands behind its colon.</summary>
    public bool IsLabel { get; init; }

    /// <summary>Whether the recipients stand behind a list or selection of that name: …名单中，某人榜上有名.</summary>
    public bool IsListed { get; init; }

    /// <summary>Whether other words than number, time or owner stand between verb and award, so that another reading is possible.</summary>
    public bool IsLoose { get; init; }

    /// <summary>
    /// The last verb behind which nothing stands but what may stand between a verb and its award: particles, numbers and measures, time,
    /// a possessor with 的.
    /// </summary>
    private static (int Start, int End)? FindVerb(string lead, WordSet verbs)
    {
        for (var end = lead.Length; end > 0 && lead.Length - end <= LongestGap; end--)
        {
            var length = verbs.LengthEndingAt(lead, end);
            if (length > 0 && !IsOtherWord(lead[..end], length) && MayStandBetween(lead[end..], length))
            {
                return (end - length, end);
            }
        }

        return null;
    }

    private static bool MayStandBetween(string gap, int verb) =>
        gap.Length == 0 || (verb > 1 ? Between().IsMatch(gap) : BetweenNarrow().IsMatch(gap));

    /// <summary>某人被某单位授予: the subject stands before 被; 某单位授予某人: the object receives; 评某人为: likewise.</summary>
    private static Frame FromVerb(string rest, string verb)
    {
        if (verb.StartsWith('被'))
        {
            return new(FrameKind.Receives, rest, verb);
        }

        if (ActiveConfer.Contains(verb) || verb is "为")
        {
            var passive = Passive().Match(rest);
            if (passive.Success)
            {
                return new(FrameKind.Receives, rest[..passive.Index], "被" + verb) { Actor = rest[(passive.Index + passive.Length)..] };
            }

            if (LastConfer(rest) is { } confer)
            {
                return new(FrameKind.Confers, rest[(confer.Start + confer.Length)..], verb);
            }

            return new(FrameKind.Confers, "", verb) { Actor = rest };
        }

        return new(FrameKind.Receives, rest, verb);
    }

    /// <summary>Whether a phrase says nothing but when: 2018年的, 去年, 第四届.</summary>
    public static bool IsOnlyTime(string phrase) => Time().Replace(YearReader.Strip(phrase), "").Trim(' ', '，', '、', '的').Length == 0;

    /// <summary>Who confers, as far as the clause says: before an active verb without object, behind 被, before 把.</summary>
    public string Actor { get; init; } = "";

    private static (int Start, int Length)? LastConfer(string text)
    {
        for (var i = text.Length - 2; i >= 0; i--)
        {
            var length = Vocabulary.ConferVerbs.LengthAt(text, i);
            if (length >= 2 && i + length < text.Length && !(i > 0 && text[i - 1] is '被' or '获'))
            {
                return (i, length);
            }
        }

        return null;
    }

    private static bool EndsInTie(string text) =>
        Vocabulary.ReceiveVerbs.LengthEndingAt(text, text.Length) > 0 || Vocabulary.BeVerbs.LengthEndingAt(text, text.Length) > 0;

    /// <summary>联系, 成立, 心得 …: the last character is part of another word.</summary>
    private static bool IsOtherWord(string text, int verb)
    {
        if (verb != 1 || text.Length < 2)
        {
            return false;
        }

        var before = text[^2];
        return text[^1] switch
        {
            '系' => before is '体' or '联' or '关' or '维' or '派',
            '立' => before is '成' or '建' or '设' or '树' or '确' or '独' or '创',
            '得' => before is '心' or '值' or '觉' or '懂' or '显' or '使' or '取',
            '为' => before is '作' or '行' or '认' or '因' or '以' or '称' or '誉',
            '有' => before is '所' or '拥' or '没' or '未' or '具' or '含' or '仅' or '国' or '只' or '共',
            '集' => true,
            '添' => false,
            _ => false,
        };
    }

    /// <summary>了, numbers and measures, time, a possessor with 的: what may stand between a verb and the award.</summary>
    [GeneratedRegex(
        "^(?:了|过|到|回|下|上)?[个枚块张本项座面届]?(?:(?:第?[一二两三四五六七八九十几\\d]+|首|多|这|那|该|本|某|整)(?:[块枚项座个面张次份本家人名位届顶只]|等)|(?:19|20)\\d{2}年度?|上世纪.{1,4}年代|[去今前当]年度?|年度|首届|首批|首次|历届|国家|(?:[^的，]{1,14}的))*的?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Between();

    [GeneratedRegex(
        "^(?:(?:了|过|到|回|下|上)(?:[^的，]{1,10}的)?|(?:第?[一二两三四五六七八九十几\\d]+|首|多|这|那|该)(?:[块枚项座个面张次份本家名位届顶只])的?|(?:19|20)\\d{2}年度?的?|上世纪.{1,4}年代的|[去今前当]年度?的?|第[一二三四五六七八九十\\d]+届|首届|首批|最年轻的|第一[批代]的?)+$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex BetweenNarrow();

    [GeneratedRegex(
        "[去今前当上同次]年|年度|上世纪.{1,4}年代|[一二三四五六七八九十\\d]+月(?:份|底|初|中旬)?|[春夏秋冬]天|年[初底末]|近日|日前|如今|现在|目前"
    )]
    private static partial Regex Time();

    [GeneratedRegex(
        "^(?:以及|并且|并|还|也|又|同时|再|另外|此外|还有|及|和|与|更|更是|接着|随后|紧接着|后来|到|至)(?=$|(?:19|20)\\d{2}年|[一二三四五六七八九十]年|去年|今年)"
    )]
    private static partial Regex Conjunction();

    [GeneratedRegex(
        "(?:被评为|被授予|被命名为|获评|荣获|获得|喜获|捧回|捧得|摘得|夺得|斩获|拿下|拿到|领到|荣膺|当选|入选|赢得|评为|评上)(?=[^，]{0,20}$)|(?<=[\u4e00-\u9fff])[出来回](?:了|过)?[一两三几](?:个|块|枚|张|项|座|面|本)$",
        RegexOptions.RightToLeft
    )]
    private static partial Regex LooseVerb();

    /// <summary>其“…”称号予以保留: whoever has it keeps it.</summary>
    [GeneratedRegex("^”?的?(?:荣誉)?(?:称号|奖牌|证书|荣誉)?(?:予以|仍予|继续|仍)保留")]
    private static partial Regex Kept();

    [GeneratedRegex("[“‘ ]+$")]
    private static partial Regex TrailingFiller();

    [GeneratedRegex(
        "^”?的?(?:荣誉)?(?:称号|奖牌|牌子|铜牌|牌匾|奖章|奖项|奖杯|奖状|证书|锦旗|匾|奖)?(?:，(?=(?:正式|郑重|也|最后|最终)?(?:颁给|颁发给|发给|送给|交给|给了|评给|奖给|花落)))?(?:正式|郑重|一并|分别|也|就|先后)?(?<verb>由|颁给|颁发给|颁予|授予给|授予|授给|奖给|奖予|发给|发到|送给|送到|交给|交到|给了|给予|给的是|判给|评给|花落|落户|落到|落在|归|记在)(?:了|的是)?(?<who>[^，。；]{1,60}?)(?:获得|摘得|夺得|斩获|所得|捧走|领走|捧回|手中|手里|手上|名下|头上|门口|$|，|。|；)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex GoesTo();

    /// <summary>劳动模范：魏某、姜某。</summary>
    [GeneratedRegex(
        "^”?(?:荣誉)?(?:称号|奖项|获得者|获奖者|名单)?(?:（[^（）]{1,8}）)?：(?<who>[^：。；]{2,300}?)(?:[；。]|$)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Labelled();

    /// <summary>在同期公布的…名单中，某人榜上有名.</summary>
    [GeneratedRegex(
        "^”?的?(?:荣誉)?(?:称号|奖章|奖项|奖)?(?:获得者|获奖者|获奖|表彰|评选|评选结果|候选)?(?:名单|榜单|结果|评选|行列|评选活动)?(?:中|里|上|揭晓|出炉|公布)?，(?<who>[^，。；]{2,60}?)(?:等?\\d*[一二三四五六七八九十]*人)?(?:双双|也|均|光荣|一同|成功)?(?<verb>榜上有名|上榜|名列其中|位列其中|在列|获此殊荣|获此荣誉|荣登榜单|脱颖而出|捧杯)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Listed();

    [GeneratedRegex(
        "^(?<verb>获得者|得主|获奖者|荣誉获得者|称号获得者)(?:、|，|：)?(?<who>[^，。；！？”]{0,30}?)(?=$|，|。|；|！|？|”|说|表示|介绍|是|在|的|和|与|带领|作|走|参加|出席|为)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Holder();

    [GeneratedRegex(
        "^”?(?:荣誉)?(?:称号)?的(?<who>[^，。；的证奖牌绶书]{2,40}?)(?=，|。|；|说|表示|介绍|颁奖|披上|戴上|送上|献花|发言|$)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex RelativeClause();

    [GeneratedRegex("(?:被|荣获|获得|获|受到|喜获|经|由)(?=[^，。；被]{0,40}$)")]
    private static partial Regex Passive();

    /// <summary>给这个小伙发了“…”奖状, 为他颁发“…”</summary>
    [GeneratedRegex(
        "(?:给|为|向)(?<who>[^，。；给为向]{1,24}?)(?<verb>发|颁发|颁|戴|记|评|授|送)(?:上|出|来|了|予)*(?:[一这那]?[块枚张个面份])?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex GivenTo();

    [GeneratedRegex("(?<verb>评选|评|推选|命名|认定|确定|授)(?<who>[^，。；]{2,40})为$", RegexOptions.ExplicitCapture)]
    private static partial Regex AsPattern();
}
