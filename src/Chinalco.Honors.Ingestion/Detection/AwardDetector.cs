using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>
/// Finds awards by form: a head word (劳动模范, 先锋号, 一等奖 …) and everything before it that belongs to the name, or a quoted name
/// with 称号 or 奖 behind it. So an award that no catalogue knows is found like one that it knows.
/// </summary>
public sealed partial class AwardDetector(Lexicon lexicon)
{
    private const int LongestName = 44;
    private const int LongestQuotation = 26;
    private readonly WordFinder<AwardHead> heads = new(
        Vocabulary
            .AwardHeads.Values.OrderBy(head => head.Word, StringComparer.Ordinal)
            .Concat(ListedNames(lexicon))
            .Select(head => KeyValuePair.Create(FoldedText.Skeleton(head.Word), head))
    );

    private static readonly WordSet LeftStops = new(
        Vocabulary
            .ReceiveVerbs.Words.Concat(Vocabulary.ConferVerbs.Words)
            .Concat([
                "的",
                "了",
                "被",
                "和",
                "与",
                "及",
                "以及",
                "曾",
                "也",
                "又",
                "还",
                "由",
                "把",
                "向",
                "在",
                "对",
                "从",
                "将",
                "这",
                "该",
                "是",
                "为",
                "有",
                "系",
                "叫",
                "其中",
                "包括",
                "作为",
                "争当",
                "争做",
                "争创",
                "创建",
                "力争",
                "学习",
                "荣誉",
                "称号",
                "奖章获得者",
                "获得者",
                "得主",
                "同时",
                "名下",
                "拥有",
                "勇夺",
                "竞争",
                "推荐",
                "申报",
                "竞聘",
                "提名",
                "角逐",
                "表彰",
                "评选",
                "撤销",
                "取消",
                "收回",
                "原",
                "给",
                "颁发",
                "凭",
                "一面",
                "一块",
                "一枚",
                "一项",
                "这项",
                "等",
                "枚",
                "块",
                "面",
                "张",
                "名",
                "位",
                "次",
                "项",
                "届的",
                "以",
                "让",
                "使",
                "已",
                "却",
                "到",
                "于",
            ])
            .Concat(Vocabulary.PlainVerbs.Words)
    );

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("”，。；：！？\n");

    private readonly OwnerReader owners = new(lexicon);

    /// <summary>All mentions in text order; awards that share an owner or a word are told apart.</summary>
    public ImmutableArray<AwardMention> Find(string text, ImmutableArray<PersonMention> people)
    {
        var personEnds = people.Select(person => person.End).ToHashSet();
        var found = new List<AwardMention>();
        foreach (var (start, end, head) in HeadsIn(text).Concat(PraisedRoles(text)))
        {
            var mention = ReadLeftwards(text, start, end, head, personEnds);
            if (mention is not null)
            {
                found.Add(mention);
            }
        }

        found = DropContained(found);
        found.AddRange([.. QuotedNames(text, Taken(text, found))]);
        found.AddRange([.. NamesBehindVerbs(text, Taken(text, found))]);
        return new SharedModifiers(owners, lexicon).Apply(text, DropContained(found));
    }

    /// <summary>Names of the catalogue that end in no head word are found as they are (云岭首席技师).</summary>
    private static IEnumerable<AwardHead> ListedNames(Lexicon lexicon) =>
        lexicon
            .Awards.Entries.SelectMany(entry => entry.Aliases.Prepend(entry.Name).Select(name => (name, entry)))
            .Where(pair =>
                pair.name.Length >= 4
                && pair.name.All(c => c is >= '\u4e00' and <= '\u9fff')
                && !pair.name.Contains("计划", StringComparison.Ordinal)
                && !pair.name.EndsWith('杯')
                && lexicon.Awards.Find(pair.name) == pair.entry
                && !Vocabulary.AwardHeads.Keys.Any(head => pair.name.EndsWith(head, StringComparison.Ordinal))
            )
            .Select(pair => new AwardHead(pair.name, pair.entry.Recipients is [var only] ? only : null, IsProject: false));

    /// <summary>Head words that stand for an award; of heads with the same end the longest.</summary>
    private IEnumerable<(int Start, int End, AwardHead Head)> HeadsIn(string text)
    {
        var last = -1;
        foreach (var hit in heads.Find(FoldedText.Skeleton(text)))
        {
            // A look-alike repair is trusted in long words only.
            var head = hit.Values[0];
            var literal = text.AsSpan(hit.Start, hit.Length).SequenceEqual(head.Word);
            if (hit.End != last && (literal || hit.Length >= 3) && IsAward(text, hit.Start, hit.End))
            {
                last = hit.End;
                yield return (hit.Start, hit.End, head);
            }
        }
    }

    /// <summary>优秀有色金属分析师, 最美青年矿工: a word of praise and a role, whatever stands between.</summary>
    private static IEnumerable<(int Start, int End, AwardHead Head)> PraisedRoles(string text)
    {
        foreach (Match match in PraisedRole().Matches(text))
        {
            if (IsAward(text, match.Index, match.Index + match.Length))
            {
                var kind =
                    match.Groups["unit"].Success ? RecipientKind.Unit
                    : match.Groups["team"].Success ? RecipientKind.Team
                    : RecipientKind.Person;
                yield return (match.Index, match.Index + match.Length, new(match.Value, kind, IsProject: false));
            }
        }
    }

    private static bool IsAward(string text, int start, int end)
    {
        if (end - start == 1)
        {
            var before = start > 0 ? text[start - 1] : '\0';
            var after = end < text.Length ? text[end] : '\0';
            if (
                before
                    is '获'
                        or '颁'
                        or '评'
                        or '得'
                        or '受'
                        or '领'
                        or '抽'
                        or '兑'
                        or '中'
                        or '发'
                        or '嘉'
                        or '褒'
                        or '拿'
                        or '到'
                        or '”'
                        or '）'
                        or '夺'
                        or '这'
                        or '项'
                        or '些'
                        or '此'
                        or '该'
                        or '无'
                        or '没'
                        or '大'
                        or '小'
                        or '有'
                        or '的'
                        or '个'
                        or '\0'
                        or '，'
                        or '、'
                        or '“'
                        or '类'
                        or '奖'
                        or ' '
                        or '\n'
                || after
                    is '金'
                        or '状'
                        or '章'
                        or '励'
                        or '项'
                        or '杯'
                        or '牌'
                        or '学'
                        or '惩'
                        or '品'
                        or '池'
                        or '券'
                        or '赏'
                        or '级'
                        or '台'
                        or '旗'
                        or '评'
                        or '补'
                        or '罚'
                        or '优'
                        or '者'
            )
            {
                return false;
            }
        }

        return Vocabulary.HeadFollowers.LengthAt(text, end) == 0;
    }

    private AwardMention? ReadLeftwards(string text, int headStart, int headEnd, AwardHead head, HashSet<int> personEnds)
    {
        // Inside quotation marks that close behind the head all belongs to the name.
        var quoteOpen = QuoteAround(text, headStart, headEnd);
        var start = quoteOpen < 0 ? headStart : quoteOpen + 1;
        while (quoteOpen < 0 && start > 0 && headStart - start < LongestName)
        {
            var before = text[start - 1];
            if (before == '“')
            {
                quoteOpen = start - 1;
                break;
            }

            if (before == '”' || before == '）')
            {
                var open = text.LastIndexOf(before == '”' ? '“' : '（', start - 1, Math.Min(start, 24));
                if (open < 0 || !BelongsToName(text[(open + 1)..(start - 1)]))
                {
                    break;
                }

                start = open;
                continue;
            }

            if (!IsNameCharacter(before) || personEnds.Contains(start) || StopsAt(text, start))
            {
                // 张某劳模创新工作室 is a studio, not the award of that name.
                if (personEnds.Contains(start) && head.Word.EndsWith("工作室", StringComparison.Ordinal))
                {
                    return null;
                }

                break;
            }

            start--;
        }

        if (quoteOpen < 0 && head.Word.EndsWith("工作室", StringComparison.Ordinal) && IsNamedStudio(text[start..headEnd]))
        {
            return null;
        }

        var end = headEnd;
        if (quoteOpen >= 0)
        {
            if (headEnd >= text.Length || text[headEnd] != '”')
            {
                if (RestOfName().IsMatch(text[headEnd..Math.Min(text.Length, headEnd + 16)]))
                {
                    return null;
                }

                // The quotation goes on behind the head: it is speech or a slogan, and the name begins after its mark.
                return Build(text, start, end, headStart, head, quoted: false);
            }

            end = headEnd + 1;
            start = OwnerBefore(text, quoteOpen, personEnds);
            return Build(text, start, end, headStart, head, quoted: true);
        }

        if (
            end < text.Length
            && text[end] == '（'
            && text.IndexOf('）', end, Math.Min(14, text.Length - end)) is var close and > 0
            && GradeNote().IsMatch(text[(end + 1)..close])
        )
        {
            end = close + 1;
        }

        return Build(text, start, end, headStart, head, quoted: false);
    }

    private static int QuoteAround(string text, int headStart, int headEnd)
    {
        if (headEnd >= text.Length || text[headEnd] != '”' || headStart == 0)
        {
            return -1;
        }

        var from = Math.Max(0, headStart - LongestQuotation);
        var before = text.AsSpan(from, headStart - from);
        var open = before.LastIndexOf('“');
        return open >= 0 && !before[open..].ContainsAny(NameEnds) ? from + open : -1;
    }

    /// <summary>An owner directly before a quoted name: 中铝资本“青年文明号”. Where there is none, the mark itself is the start.</summary>
    private int OwnerBefore(string text, int quoteOpen, HashSet<int> personEnds)
    {
        // 某公司“某省工人先锋号”: the name states its owner, so who stands before it is its recipient.
        var close = text.IndexOf('”', quoteOpen, Math.Min(text.Length - quoteOpen, LongestName));
        if (
            close > 0
            && owners.Read(YearReader.Strip(text[(quoteOpen + 1)..close]))
                is { Owner.Kind: not (OwnerKind.Relative or OwnerKind.UnknownUnit) }
        )
        {
            return quoteOpen;
        }

        // 某公司的“…” is owned like 某公司“…”.
        var end = quoteOpen > 1 && text[quoteOpen - 1] == '的' ? quoteOpen - 1 : quoteOpen;
        var first = end;
        while (first > 0 && end - first < 24 && IsNameCharacter(text[first - 1]) && !personEnds.Contains(first) && !StopsAt(text, first))
        {
            first--;
        }

        // A known owner wins over a longer phrase that only has the form of one (2人某公司).
        foreach (var mayBeUnknown in new[] { false, true })
        {
            for (var start = first; start < end; start++)
            {
                if (IsOwnerPhrase(text[start..end], mayBeUnknown && end == quoteOpen))
                {
                    return start;
                }
            }
        }

        return quoteOpen;
    }

    private bool IsOwnerPhrase(string phrase, bool mayBeUnknown)
    {
        var bare = YearReader.Strip(phrase);
        return bare.Length == 0
            || owners.ReadWhole(bare) is { } owner && (owner.Kind != OwnerKind.UnknownUnit || (mayBeUnknown && bare.Length <= 8));
    }

    /// <summary>某某劳模创新工作室 is named after its head: a team, no award.</summary>
    private static bool IsNamedStudio(string phrase)
    {
        var before = phrase[..StudioWord().Match(phrase).Index];
        return Enumerable
            .Range(2, 2)
            .Any(length => before.Length >= length && PersonDetector.LooksLikeName(before.AsSpan(before.Length - length)));
    }

    private AwardMention? Build(string text, int start, int end, int headStart, AwardHead head, bool quoted)
    {
        var printed = Clean(text[start..end]);
        var repaired = !text.AsSpan(headStart, head.Word.Length).SequenceEqual(head.Word);
        if (repaired)
        {
            printed = printed.Replace(text.Substring(headStart, head.Word.Length), head.Word, StringComparison.Ordinal);
        }

        var named = AwardNaming.Name(printed, owners, lexicon.Awards);
        if (named.Dropped > 0)
        {
            start += named.Dropped;
        }

        if (quoted && text[start] != '“' && text.IndexOf('“', start) is var inner && inner > start && inner < end)
        {
            // The owner stands outside the quotation marks: as printed, the award is what they enclose.
            named = named with
            {
                Printed = text[(inner + 1)..(end - 1)],
            };
            if (
                named.Entry is null
                && owners.ReadWhole(YearReader.Strip(text[start..inner].TrimEnd('的'))) is { } owner
                && YearReader.Strip(named.Printed) is { Length: > 0 } core
            )
            {
                named = named with { Owner = owner, Core = core, Entry = AwardNaming.FindEntry(owner.Text + core, lexicon.Awards) };
            }
        }

        // 哈尔滨市最年轻的技术能手, 昆明市的劳模: the owner stands before 的.
        if (!quoted && named.Owner is null && start > 1 && text[start - 1] == '的' && OwnerBeforeOf(text, start - 1) is { } possessor)
        {
            named = named with { Owner = possessor, Entry = AwardNaming.FindEntry(possessor.Text + named.Core, lexicon.Awards) };
        }

        return named.Core.Length == 0 || Unnamed().IsMatch(named.Printed) || Counted().IsMatch(named.Printed)
            ? null
            : new AwardMention(start, end, named.Printed, named.Core, named.Owner, named.Year, head, named.Entry)
            {
                Quoted = quoted,
                Repaired = repaired,
            };
    }

    /// <summary>The owner that a phrase before 的 ends with; null where it ends with none.</summary>
    private AwardOwner? OwnerBeforeOf(string text, int end)
    {
        var from = Math.Max(0, end - 20);
        var phrase = Singling().Replace(text[from..end], "");
        for (var start = 0; start + 1 < phrase.Length; start++)
        {
            if (owners.ReadWhole(phrase[start..]) is { Kind: not (OwnerKind.UnknownUnit or OwnerKind.Relative) } owner)
            {
                return owner;
            }
        }

        return null;
    }

    private static List<AwardMention> DropContained(List<AwardMention> mentions)
    {
        var ordered = mentions.OrderBy(mention => mention.Start).ThenByDescending(mention => mention.End).ToList();
        var kept = new List<AwardMention>();
        foreach (var mention in ordered)
        {
            // The chain of heads of one name (创新成果奖一等奖) is one award, the longest.
            if (kept.Count > 0 && mention.Start < kept[^1].End)
            {
                if (mention.End - mention.Start > kept[^1].End - kept[^1].Start)
                {
                    kept[^1] = mention;
                }
            }
            else
            {
                kept.Add(mention);
            }
        }

        return kept;
    }

    private static bool StopsAt(string text, int end)
    {
        var length = LeftStops.LengthEndingAt(text, end);
        if (length == 0)
        {
            return false;
        }

        // 有色, 系统, 和谐, 名匠 …: the character belongs to the word that follows.
        var next = end < text.Length ? text[end] : '\0';
        return (length > 1 && !(next is '海' or '饶' && text[end - 1] == '上'))
            || text[end - 1] switch
            {
                '有' => next is not ('色' or '限'),
                '系' => next is not ('统' or '列'),
                '和' => next is not ('谐' or '平'),
                '使' => next is not ('命' or '用' or '者'),
                '以' => next is not ('旧' or '人'),
                '到' => next is not '位',
                '名' => next is not ('匠' or '师' or '牌' or '家'),
                '次' => next is not '日',
                '等' => end < 2 || text[end - 2] is not ('特' or '一' or '二' or '三' or '上' or '高' or '中' or '初' or '平'),
                '对' => next is not ('标' or '外'),
                '立' => false,
                '集' => false,
                '位' => end >= 2 && text[end - 2] is '这' or '那' or '一' or '两' or '三',
                '原' => end < 2 || text[end - 2] is not (>= '\u4e00' and <= '\u9fff'),
                '面' => end >= 2 && text[end - 2] is '一' or '这',
                '张' => false,
                '将' => next is not '士',
                '由' => end < 2 || text[end - 2] != '自',
                '给' => end < 2 || text[end - 2] != '供',
                '与' => end < 2 || text[end - 2] != '参',
                '项' => end >= 2 && text[end - 2] is not ('单' or '专' or '事'),
                '向' => end >= 2 && text[end - 2] is not ('方' or '导'),
                _ => true,
            };
    }

    private static bool BelongsToName(string bracketed) =>
        bracketed.Length is > 0 and <= 20
        && !Gender().IsMatch(bracketed)
        && Vocabulary.AwardHeads.Keys.All(head => head.Length < 3 || !bracketed.EndsWith(head, StringComparison.Ordinal));

    private static bool IsNameCharacter(char c) =>
        c is (>= '\u4e00' and <= '\u9fff') or '—' or '·' or '-' or '+' || char.IsAsciiLetterOrDigit(c);

    private static string Clean(string printed)
    {
        var text = printed.Trim();
        return text.StartsWith('“') && text.EndsWith('”') && text.IndexOf('”', StringComparison.Ordinal) == text.Length - 1
            ? text[1..^1]
            : text;
    }
}
