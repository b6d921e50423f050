using System.Collections.Immutable;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>A unit named in a text: a known name and the parts below it, such as 熔铸厂 or 电解三班, that follow directly.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">End with the parts below, exclusive.</param>
/// <param name="AliasEnd">End of the known name.</param>
/// <param name="Text">As printed, simplified.</param>
/// <param name="Entry">The known unit.</param>
public sealed record UnitMention(int Start, int End, int AliasEnd, string Text, UnitEntry Entry) : ITextRange;

/// <summary>Finds known units and the parts below them.</summary>
public static class UnitDetector
{
    /// <summary>A part's own name is at most this long, without its end such as 车间.</summary>
    private const int LongestPartName = 9;

    /// <summary>No real name goes deeper; a damaged line that repeats 厂 without end must not become one name.</summary>
    private const int MostParts = 8;

    /// <summary>All mentions in text order; of names that overlap, the leftmost and then the longest wins.</summary>
    public static ImmutableArray<UnitMention> Find(string text, Lexicon lexicon)
    {
        var hits = lexicon.FindUnits(text);
        if (hits.Count == 0)
        {
            return [];
        }

        hits.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var mentions = ImmutableArray.CreateBuilder<UnitMention>();
        var free = 0;
        foreach (var hit in hits)
        {
            if (hit.Start >= free && !IsPartOfOtherWord(text, hit.Start, hit.End))
            {
                var end = ExtendOverParts(text, hit.End);
                mentions.Add(new(hit.Start, end, hit.End, text[hit.Start..end], hit.Values[0]));
                free = hit.End;
            }
        }

        return mentions.ToImmutable();
    }

    /// <summary>End of the chain of parts (厂, 车间, 班 …) that begins at <paramref name="start"/>; <paramref name="start"/> itself where there is none.</summary>
    public static int ExtendOverParts(string text, int start)
    {
        var end = start;
        for (var part = 0; part < MostParts; part++)
        {
            var next = EndOfPart(text, end);
            if (next == end)
            {
                return end;
            }

            end = next;
        }

        return end;
    }

    /// <summary>Length of the unit-like ending of a phrase (车间, 班组, 有限公司 …); 0 where it has none.</summary>
    public static int SuffixLength(ReadOnlySpan<char> phrase) =>
        Math.Max(
            Vocabulary.CompanySuffixes.LengthEndingAt(phrase, phrase.Length),
            Math.Max(
                Vocabulary.PartSuffixes.LengthEndingAt(phrase, phrase.Length),
                Vocabulary.TeamSuffixes.LengthEndingAt(phrase, phrase.Length)
            )
        );

    private static int EndOfPart(string text, int start)
    {
        var limit = Math.Min(text.Length, start + LongestPartName + 4);
        for (var i = start; i < limit; i++)
        {
            if (text[i] == '“' && text.IndexOf('”', i, Math.Min(10, text.Length - i)) is var close and > 0)
            {
                i = close;
                continue;
            }

            if (IsStop(text, i))
            {
                return start;
            }

            var length = Math.Max(Vocabulary.PartSuffixes.LengthAt(text, i), Vocabulary.TeamSuffixes.LengthAt(text, i));
            if (length > 0 && (i > start || length > 1) && !ContinuesAsOtherWord(text, i, length))
            {
                return i + length;
            }
        }

        return start;
    }

    /// <summary>班长 is a post and 部署 a verb, although 班 and 部 end unit names.</summary>
    private static bool ContinuesAsOtherWord(string text, int at, int length)
    {
        if (at + length >= text.Length)
        {
            return false;
        }

        var next = text[at + length];
        return text[at + length - 1] switch
            {
                '部' => next is '署' or '分' or '门' or '件' or '委' or '队' or '级',
                '处' => next is '理' or '置' or '于' or '在' or '分' or '罚' or '级',
                '班' => next is '子' or '次' or '车' or '级',
                '组' => next is '织' or '建' or '成' or '合' or '装' or '件',
                '站' => next is '在' or '起' or '上' or '立',
                '所' => next is '有' or '在' or '以' or '获' or '需' or '属',
                '场' => next is '地' or '面' or '景' or '次' or '合',
                '科' => next is '技' or '学' or '研' or '普',
                '院' => next is '士' or '校' or '落',
                '厂' => next is '房' or '区' or '家' or '史' or '务',
                '矿' => next is '山' or '石' or '业' or '区' or '物' or '工',
                '室' => next is '内' or '外' or '温',
                '值' => next is '班' or '守' or '得' or '此' or '日' or '长',
                '队' => next is '伍' or '员' or '友',
                '坑' => next is '道',
                '炉' => next is '台' or '前' or '温' or '火' or '子' or '长',
                '库' => next is '存' or '房' or '管',
                '井' => next is '下' or '口',
                '岗' => next is '位',
                _ => false,
            } || (next == '长' && at + length + 1 < text.Length && text[at + length - 1] is '班' or '组' or '值');
    }

    private static bool IsStop(string text, int i) =>
        text[i]
            is '，'
                or '。'
                or '；'
                or '：'
                or '、'
                or '！'
                or '？'
                or ' '
                or '\n'
                or '（'
                or '）'
                or '”'
                or '—'
                or '|'
                or '的'
                or '是'
                or '获'
                or '被'
                or '和'
                or '与'
                or '为'
                or '将'
                or '把'
                or '对'
                or '向'
                or '从'
                or '由'
                or '让'
                or '使'
        || (text[i] == '在' && i > 0)
        || Vocabulary.ReceiveVerbs.LengthAt(text, i) > 1
        || StopVerbs.LengthAt(text, i) > 0;

    private static readonly WordSet StopVerbs = new([
        "召开",
        "举行",
        "组织",
        "开展",
        "承建",
        "参建",
        "承担",
        "负责",
        "推进",
        "带领",
        "建立",
        "完成",
        "实现",
        "坚持",
        "围绕",
        "聚焦",
        "深入",
        "通过",
        "优秀",
        "先进",
        "劳动",
        "十佳",
        "卓越",
        "五四",
        "标杆",
        "模范",
        "示范",
        "红旗",
        "五星",
        "金牌",
        "信得过",
        "质量信得过",
        "文明",
        "最美",
        "创建",
        "参加",
        "全体",
        "职工",
        "员工",
        "广大",
        "各",
        "等",
    ]);

    /// <summary>中国铝业 in 中国铝业杯 is a cup, 山东建设 in 山东建设厅 a public office.</summary>
    private static bool IsPartOfOtherWord(string text, int start, int end) =>
        (end < text.Length && text[end] is '杯' or '厅' or '局' or '报');
}
