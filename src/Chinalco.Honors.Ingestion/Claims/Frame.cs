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
        var lead = TrailingFiller().Replace(before.TrimEnd(), "");
        lead = YearReader.Strip(lead).Trim().Length == 0 ? "" : lead;
        if (GoesTo().Match(after) is { Success: true } to)
        {
            return new(FrameKind.GoesTo, to.Groups["who"].Value, to.Groups["verb"].Value);
        }

        if (Holder().Match(after) is { Success: true } holder && (lead.Length == 0 || !EndsInTie(lead)))
        {
            return new(FrameKind.HolderFollows, holder.Groups["who"].Value, holder.Groups["verb"].Value);
        }

        if (RelativeClause().Match(after) is { Success: true } relative && EndsInTie(lead))
        {
            return new(FrameKind.HolderFollows, relative.Groups["who"].Value, "的");
        }

        var stem = Vocabulary.ReceiveVerbs.LengthEndingAt(lead, lead.Length) > 0 ? lead : Particle().Replace(lead, "");
        var verb = Vocabulary.ReceiveVerbs.LengthEndingAt(stem, stem.Length);
        if (verb > 0 && !IsOtherWord(stem, verb))
        {
            return FromVerb(stem[..^verb], stem[^verb..]);
        }

        if (LastConfer(lead) is { } confer)
        {
            return new(FrameKind.Confers, lead[(confer.Start + confer.Length)..], lead.Substring(confer.Start, confer.Length));
        }

        if (AsPattern().Match(lead) is { Success: true } chosen)
        {
            return new(FrameKind.Confers, chosen.Groups["who"].Value, chosen.Groups["verb"].Value);
        }

        var be = Vocabulary.BeVerbs.LengthEndingAt(lead, lead.Length);
        return be > 0 && !IsOtherWord(lead, be) ? new(FrameKind.Is, lead[..^be], lead[^be..])
            : lead.Length == 0 ? new(FrameKind.Apposition, "", "")
            : new(FrameKind.Untied, lead, "");
    }

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
                return new(FrameKind.Receives, rest[..passive.Index], "被" + verb);
            }

            if (LastConfer(rest) is { } confer)
            {
                return new(FrameKind.Confers, rest[(confer.Start + confer.Length)..], verb);
            }

            return new(FrameKind.Confers, "", verb) { Actor = rest };
        }

        return new(FrameKind.Receives, rest, verb);
    }

    /// <summary>Who confers, where the verb is active and names no object.</summary>
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

    /// <summary>了 过 到 的 and numbers that may stand between a verb and the award.</summary>
    [GeneratedRegex(
        "(?:了|过|到|回|下)?(?:一[面块枚项座个次]|[一二两三四五]块|多项|这一|首个|首次|首届|国家|三块|这块|这面|这枚|这项)?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Particle();

    [GeneratedRegex("[“‘ ]+$")]
    private static partial Regex TrailingFiller();

    [GeneratedRegex(
        "^(?:”)?(?:荣誉)?(?:称号|奖牌|奖章|奖项|奖杯|奖)?(?<verb>由|颁给|颁发给|授予给|授予|授给|奖给|花落|归)(?:了|的是)?(?<who>[^，。；]{2,60}?)(?:获得|摘得|夺得|斩获|所得|捧走|领走|手中|名下|$|，|。|；)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex GoesTo();

    [GeneratedRegex(
        "^(?<verb>获得者|得主|获奖者|荣誉获得者|称号获得者)(?:、|，|：)?(?<who>[^，。；！？”]{0,30}?)(?=$|，|。|；|！|？|”|说|表示|介绍|是|在|的|和|与|带领|作|走|参加|出席|为)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Holder();

    [GeneratedRegex(
        "^”?(?:荣誉)?(?:称号)?的(?<who>[^，。；的证奖牌绶书]{2,14}?)(?=，|。|；|说|表示|介绍|$|、)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex RelativeClause();

    [GeneratedRegex("(?:被|荣获|获得|获|受到|喜获|经)(?=[^，。；被]{0,40}$)")]
    private static partial Regex Passive();

    [GeneratedRegex("(?<verb>评选|评|推选|命名|认定|确定|授)(?<who>[^，。；]{2,40})为$", RegexOptions.ExplicitCapture)]
    private static partial Regex AsPattern();
}
