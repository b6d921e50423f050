using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>
/// Reads the phrase in which recipients stand: 谷某等22名同志, 西南铝热轧厂张某、李某, 徒弟王某, 电解二厂三工区, 某公司承建的某工程.
/// </summary>
/// <param name="lexicon">Known units and people.</param>
/// <param name="names">Names that are known to stand in the article.</param>
public sealed partial class RecipientReader(Lexicon lexicon, ISet<string> names)
{
    /// <summary>Reads a folded phrase.</summary>
    public NounPhrase Read(string phrase)
    {
        var text = StripAdverbs(phrase.Trim());
        if (text.Length == 0)
        {
            return NounPhrase.Empty;
        }

        if (PersonReference().IsMatch(text))
        {
            return new([], Reference.Person, text);
        }

        if (PeopleReference().IsMatch(text))
        {
            return new([], Reference.People, text);
        }

        var named = ImmutableArray.CreateBuilder<Recipient>();
        var reference = Reference.Other;
        foreach (var item in SplitItems(text))
        {
            var bare = StripAdverbs(item);
            if (Work().IsMatch(bare))
            {
                named.Add(new(RecipientKind.Unit, bare, UnitText: null, Unit: null, Position: null) { IsProject = true });
            }
            else if (Count().IsMatch(AfterLastOf(bare)))
            {
                reference = named.Count == 0 ? Reference.Count : Reference.Names;
            }
            else if (GroupReference().IsMatch(bare))
            {
                reference = Reference.Group;
            }
            else if (ReadItem(bare) is { } recipient)
            {
                named.Add(named.Count > 0 ? ShareUnit(named[^1], recipient) : recipient);
            }
        }

        return named.Count > 0 ? new(named.ToImmutable(), Reference.Names, text) : new([], reference, text);
    }

    /// <summary>Reads one item: a person with unit and post before or behind the name, or a unit, team or work; null where it is none.</summary>
    public Recipient? ReadItem(string item)
    {
        var text = Trailing().Replace(item.Trim(), "");
        var note = "";
        if (Bracket().Match(text) is { Success: true } bracket)
        {
            note = bracket.Groups["note"].Value;
            text = text[..bracket.Index].TrimEnd();
        }

        text = Trailing().Replace(text, "");
        return text.Length == 0 ? null : ReadPerson(text, note) ?? ReadUnit(text);
    }

    /// <summary>Time words, adverbs and prepositional phrases around a phrase do not name anybody.</summary>
    public string StripAdverbs(string phrase)
    {
        var text = phrase.Trim();
        while (true)
        {
            // 曾晓某 begins and 佟刚 ends with a character that may be an adverb.
            var next = EndsInKnownName(text) ? text : TrailingAdverbs().Replace(text, "").TrimEnd();
            next = PersonDetector.LooksLikeName(next) ? next : LeadingAdverbs().Replace(next, "").TrimStart();
            if (next == text)
            {
                return next;
            }

            text = next;
        }
    }

    private bool EndsInKnownName(string text) =>
        Enumerable.Range(2, 3).Any(length => length <= text.Length && (names.Contains(text[^length..]) || !lexicon.PeopleNamed(text[^length..]).IsEmpty));

    /// <summary>The parts of a description such as 中铝某公司熔铸厂首席技师: unit as printed, known unit, post.</summary>
    public (string? UnitText, UnitEntry? Unit, string? Position) ReadDescription(string description)
    {
        var text = description.Trim(' ', '的', '，', '原');
        if (text.Length == 0)
        {
            return (null, null, null);
        }

        var mentions = UnitDetector.Find(text, lexicon);
        if (mentions.Length > 0)
        {
            var unit = mentions[0];
            var deepest = mentions.Last(mention => mention.Start <= unit.End);
            var end = Math.Max(unit.End, deepest.End);
            var position = text[end..].Trim(' ', '的', '、');
            // 电解工区长: the post begins inside what reads like a part of the unit.
            var name = text[unit.Start..end];
            if (!UnitText().IsMatch(name))
            {
                return (unit.Text[..(unit.AliasEnd - unit.Start)], unit.Entry, null);
            }

            return (name, EntryOf(name) ?? unit.Entry, position.Length is > 0 and <= 24 ? position : null);
        }

        var suffix = LastUnitEnd(text);
        return suffix > 0 && UnitText().IsMatch(text[..suffix]) && !HasVerb().IsMatch(text[..suffix]) ? (text[..suffix], null, text[suffix..].Trim(' ', '的') is { Length: > 0 } post ? post : null)
            : IsPost(text) ? (null, null, text)
            : (null, null, null);
    }

    /// <summary>The deepest known unit a printed name begins with.</summary>
    public UnitEntry? EntryOf(string name)
    {
        for (var length = name.Length; length >= 2; length--)
        {
            if (lexicon.UnitNamed(name[..length]) is { } entry)
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>Whether a phrase is a post or a trade.</summary>
    public static bool IsPost(string phrase) =>
        Vocabulary.Positions.LengthEndingAt(phrase, phrase.Length) > 0 || (phrase.Length is > 1 and < 12 && phrase[^1] is '工' or '员' or '师' or '长');

    private Recipient? ReadPerson(string text, string note)
    {
        foreach (var length in NameLengths(text))
        {
            var start = text.Length - length;
            var name = text[start..].Replace(" ", "", StringComparison.Ordinal);
            var before = Called().Replace(text[..start], "");
            var known = names.Contains(name) || !lexicon.PeopleNamed(name).IsEmpty;
            if ((known || PersonDetector.LooksLikeName(name)) && (before.Length == 0 || IntroducesName(before, known)))
            {
                var apprentice = Vocabulary.Apprentices.LengthEndingAt(before, before.Length) > 0;
                var (unitText, unit, position) = ReadDescription(StripRelation(before));
                if (unitText is null && note.Length > 0)
                {
                    (unitText, unit, position) = ReadDescription(note);
                }

                return new(RecipientKind.Person, name, unitText, unit, position)
                {
                    IsApprentice = apprentice,
                    Evidence = lexicon.PeopleNamed(name).IsEmpty ? NameEvidence.Form : NameEvidence.Known,
                };
            }
        }

        return null;
    }

    /// <summary>Lengths of a name at the end of the text, the safest first.</summary>
    private IEnumerable<int> NameLengths(string text)
    {
        var lengths = new[] { 4, 3, 2, 5, 6, 7, 8 }.Where(length => length <= text.Length).ToArray();
        return lengths
            .Where(length => names.Contains(text[^length..]) || !lexicon.PeopleNamed(text[^length..]).IsEmpty)
            .OrderByDescending(length => length)
            .Concat(new[] { 3, 2, 4, 5, 6 }.Where(length => length <= text.Length && EndsInName(text, length)));
    }

    private static bool EndsInName(string text, int length)
    {
        var name = text.AsSpan(text.Length - length);
        return length <= 4
            ? PersonDetector.LooksLikeName(name)
            : Vocabulary.EthnicNames.LengthAt(name, 0) > 0 && PersonDetector.LooksLikeName(name);
    }

    /// <summary>What may stand before a name: a unit, a post, kinship, 的 — or, for a known name, anything that ends in a noun of that kind.</summary>
    private static bool IntroducesName(string before, bool known) =>
        before[^1] is '的' or ' ' or '：' or '|'
        || PersonDetector.IntroducerLength(before, before.Length) > 0
        || UnitDetector.SuffixLength(before) > 0
        || EndsInUnit.IsMatch(before)
        || (known && before.Length <= 14 && !before.Contains('的', StringComparison.Ordinal) && UnitLike().IsMatch(before));

    private static readonly Regex EndsInUnit = UnitLike();

    private Recipient? ReadUnit(string text)
    {
        var head = AfterLastOf(text);
        var contractor = head.Length < text.Length ? text[..(text.Length - head.Length - 1)] : "";
        var mentions = UnitDetector.Find(head, lexicon);
        var whole = mentions.Length > 0 && mentions[0].Start == 0;
        if (whole && mentions[0].AliasEnd == head.Length)
        {
            return new(RecipientKind.Unit, head, head, mentions[0].Entry, Position: null);
        }

        var project = Vocabulary.ProjectSuffixes.LengthEndingAt(head, head.Length);
        var suffix = UnitDetector.SuffixLength(head);
        if ((suffix == 0 && project == 0) || (head.Length == Math.Max(suffix, project) && head.Length < 3) || HasVerb().IsMatch(head))
        {
            return null;
        }

        var owner = whole ? mentions[0] : UnitDetector.Find(contractor, lexicon).FirstOrDefault();
        if (project > suffix || project == head.Length)
        {
            return new(RecipientKind.Unit, head, owner?.Text, owner?.Entry, Position: null) { IsProject = true };
        }

        var kind = Vocabulary.CompanySuffixes.LengthEndingAt(head, head.Length) == suffix ? RecipientKind.Unit : RecipientKind.Team;
        return new(kind, head, whole ? head : owner?.Text, whole ? EntryOf(head) ?? mentions[0].Entry : owner?.Entry, Position: null);
    }

    private static string AfterLastOf(string text)
    {
        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            depth += text[i] == '”' ? 1 : text[i] == '“' ? -1 : 0;
            if (depth == 0 && text[i] == '的')
            {
                return text[(i + 1)..];
            }
        }

        return text;
    }

    /// <summary>西南铝热轧厂张某、李某: the second stands in the unit of the first, unless it has its own.</summary>
    private static Recipient ShareUnit(Recipient first, Recipient next) =>
        next is { Kind: RecipientKind.Person, UnitText: null } && first.Kind == RecipientKind.Person
            ? next with { UnitText = first.UnitText, Unit = first.Unit }
            : next;

    private static string StripRelation(string before)
    {
        var length = Math.Max(
            Vocabulary.Apprentices.LengthEndingAt(before, before.Length),
            Vocabulary.Relations.LengthEndingAt(before, before.Length)
        );
        return before[..(before.Length - length)];
    }

    private static int LastUnitEnd(string text)
    {
        for (var end = text.Length; end >= 2; end--)
        {
            var length = UnitDetector.SuffixLength(text.AsSpan(0, end));
            if (length > 0 && end > length && !(end < text.Length && text[end] is '长' or '员'))
            {
                return end;
            }
        }

        return 0;
    }

    /// <summary>Items of a list; marks inside brackets and quotations do not part items.</summary>
    private static IEnumerable<string> SplitItems(string text)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '（' or '“' ? 1 : text[i] is '）' or '”' ? -1 : 0;
            var length =
                depth > 0 ? 0
                : text[i] is '、' or '，' ? 1
                : text[i] is '和' or '与' or '及' && i > start + 1 && i < text.Length - 1 ? 1
                : 0;
            if (length > 0)
            {
                yield return text[start..i];
                start = i + length;
            }
        }

        yield return text[start..];
    }

    [GeneratedRegex("^(?:他|她|其|本人|个人|自己|他本人|她本人|他个人|她个人|他自己|她自己|该同志|这位.{0,24}(?:师|工|长|员|人|匠))$", RegexOptions.ExplicitCapture)]
    private static partial Regex PersonReference();

    [GeneratedRegex("^(?:他们|她们|两人|二人|三人|俩人|他俩|她俩|父子俩|师徒俩|师徒二人|兄弟俩|姐妹俩|夫妻俩|(?:以上|上述|前述)\\d*[一二三四五六七八九十]*(?:人|名同志|位同志|同志|人员)|双方)$", RegexOptions.ExplicitCapture)]
    private static partial Regex PeopleReference();

    [GeneratedRegex("^(?:它|其所在.*|(?:该|本|此|这个|这支|这家|所在)?(?:公司|企业|集团|班组|车间|小组|团队|班|厂|矿|项目|工程|项目部|工作室|支部|团支部|党支部|集体|单位|工区|QC小组)|我们)$", RegexOptions.ExplicitCapture)]
    private static partial Regex GroupReference();

    [GeneratedRegex("^(?:其中|另有|还有|共有|共|先后有|已有|有|近|约|余下)?(?:的)?(?:[\\d０-９]+|[一二三四五六七八九十百千两几多数]+)(?:余|多)?(?:名|人|个|位|项|家|支|批|篇|件|次|人次).{0,10}$", RegexOptions.ExplicitCapture)]
    private static partial Regex Count();

    [GeneratedRegex("(?:等)?(?:(?<=等)|(?<=[^第\\d]))\\d+(?:名|位|个|家|支|项)?(?:同志|职工|员工|人|单位|集体|班组|党组织|团队|部门|企业|项目)?$|(?<=.{2})(?:等(?:人|同志|单位|集体|班组)?|同志|先生|女士|两人|二人|三人|四人|五人|本人|个人|父子|夫妇|师徒)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Trailing();

    [GeneratedRegex("^(?:[\u4e00-\u9fffA-Za-z0-9（）·—-]|“[^“”]{1,8}”){2,26}$", RegexOptions.ExplicitCapture)]
    private static partial Regex UnitText();

    [GeneratedRegex("(?:名叫|叫|就是|是)$")]
    private static partial Regex Called();

    [GeneratedRegex("（(?<note>[^（）]*)）$", RegexOptions.ExplicitCapture)]
    private static partial Regex Bracket();

    [GeneratedRegex("(?:铝|铜|锌|冶|院|厂|矿|司|业|冶炼|东轻|西南铝|部|科|室|中心|车间|班|组|工区|能源|材料|职工|员工|工|师|长|员)$", RegexOptions.ExplicitCapture)]
    private static partial Regex UnitLike();

    /// <summary>一项目: an unnamed work of whoever is spoken of.</summary>
    [GeneratedRegex("^(?:一|某|一个|一项)(?:项目|工程)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Work();

    [GeneratedRegex("^[他她我它]|聚焦|面对|围绕|承接|突破|圆满|深入|践行|传承|弘扬|面向|瞄准|紧盯|走进|来到|建立|召开|举行|表示|介绍|开展|带领|参加|推进|完成|提出|负责|攻克|解决|坚持|帮助|助力|推动|使|让|获|被|说")]
    private static partial Regex HasVerb();

    [GeneratedRegex("^(?:(?:近日|日前|去年|今年|前年|当年|同年|次年|昨日|近年来|多年来|这一年|此前|此后|后来|随后|其后|之后|其中|目前|如今|现在|曾经|曾|并|并且|而|但|又|还|也|最终|最后|至今|期间|同时|另外|此外|会上|会议|大会|本次|截至目前|据悉|据了解|经过努力|终于|凭此|因此|由此|为此|一举|连续|先后|\\d+年来|[一二三四五六七八九十]+年[前后来]|自此|再|再次|再度|独自|亲手)(?:，)?|(?:19|20)\\d{2}(?:[—-](?:19|20)\\d{2})?年度?(?:[底初末]|\\d{1,2}月(?:\\d{1,2}日)?|[春夏秋冬]天?)?(?:，)?|\\d{1,2}月(?:\\d{1,2}日)?(?:，)?|[上下]个?月|在[^，。；]{2,40}?(?:上|中|里|期间|时|下|后|前)(?=[^，]|$)|▲|■|□|图为|此前已|凭着?[^，]{2,16}，|本报讯\\s*(?:（[^）]*）)?|据[^，]{2,12}，|鉴于|助力|帮助|助推|推动|指导|带动|支持|连同|由于|得益于|旗下|所属|[-*•]\\s*)", RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingAdverbs();

    [GeneratedRegex("(?:曾经|曾|先后|又|也|还|已经|已|都|再次|再度|再|连续[一二三四五六七八九十两\\d]+(?:年|次|届|个月)(?:度)?|同时|双双|分别|一举|成功|荣幸|共同|并|就|便|一同|一道|最终|终于|后来|不久|随后|近日|日前|去年|今年|前年|当年|同年|次年|此前|因此|由此|多次|两次|三次|首次|第[一二三四五六七八九十]次|当场|相继|陆续|接连|历年来|现已|至今|前后|刚刚|正式|光荣|最近|年度|在\\d{4}年|\\d{4}年度?(?:\\d{1,2}月(?:\\d{1,2}日)?)?|今年[一二三四五六七八九十]+月|凭.{2,12}|以.{2,12}成绩|因.{2,12}|于|所|皆|俱|一并|一起|携手)$", RegexOptions.ExplicitCapture)]
    private static partial Regex TrailingAdverbs();
}
