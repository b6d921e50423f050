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
    private readonly AwardHeadFinder heads = new(lexicon);

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("”，。；：！？\n");

    private readonly OwnerReader owners = new(lexicon);

    /// <summary>All mentions in text order; awards that share an owner or a word are told apart.</summary>
    public ImmutableArray<AwardMention> Find(string text, ImmutableArray<PersonMention> people)
    {
        var personEnds = people.Select(person => person.End).ToHashSet();
        var found = new List<AwardMention>();
        foreach (var (start, end, head) in heads.Find(text))
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
                if (open < 0 || !AwardNameEdge.Takes(text[(open + 1)..(start - 1)]))
                {
                    break;
                }

                start = open;
                continue;
            }

            if (!AwardNameEdge.IsNameCharacter(before) || personEnds.Contains(start) || AwardNameEdge.StopsAt(text, start))
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
        while (
            first > 0
            && end - first < 24
            && AwardNameEdge.IsNameCharacter(text[first - 1])
            && !personEnds.Contains(first)
            && !AwardNameEdge.StopsAt(text, first)
        )
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
            .Any(length => before.Length >= length && NameShape.LooksLikeName(before.AsSpan(before.Length - length)));
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

    private static string Clean(string printed)
    {
        var text = printed.Trim();
        return text.StartsWith('“') && text.EndsWith('”') && text.IndexOf('”', StringComparison.Ordinal) == text.Length - 1
            ? text[1..^1]
            : text;
    }
}
