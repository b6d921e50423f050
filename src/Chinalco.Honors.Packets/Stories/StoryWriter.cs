using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Packets.Facts;

namespace Chinalco.Honors.Packets.Stories;

/// <summary>Assembles 事迹材料 from facts and judges what people made of it. It takes sentences over and makes none up.</summary>
public static partial class StoryWriter
{
    /// <summary>Characters of the long form.</summary>
    public const int LongForm = 2000;

    /// <summary>Characters of the short form.</summary>
    public const int ShortForm = 500;

    private const int PartsOfStory = 3;

    private static readonly int HeadingCount = ChineseCount.Of(StoryHeading.Numbered(1, StoryHeading.Basics));

    /// <summary>A first text: who it is, what was printed of deeds, the honours, as much as fits. Every sentence of it is a fact's own.</summary>
    /// <param name="limit">In characters.</param>
    public static string Draft(PacketFacts facts, int limit)
    {
        ArgumentNullException.ThrowIfNull(facts);
        // Three headings take their room first.
        var left = limit - (HeadingCount * PartsOfStory);
        var opening = Text(Fitting(new[] { facts.Candidate.Personnel, facts.Candidate.Fact }.OfType<PacketFact>(), ref left));
        // Honours take half of the room at most: the highest first, told in the order of years.
        var room = left / 2;
        var kept = left - room;
        var chosen = Fitting(facts.Honours.OrderBy(h => h.LevelRank).ThenByDescending(h => h.Year).Select(h => h.Fact), ref room);
        var honours = Text(facts.Honours.Select(h => h.Fact).Where(chosen.Contains));
        return Parts(
            (StoryHeading.Basics, [opening]),
            (StoryHeading.Deeds, Printed(facts, kept + room)),
            (StoryHeading.Honours, [honours])
        );
    }

    /// <summary>A text as it stands: which fact proves each sentence, and which sentences nothing proves.</summary>
    /// <param name="text">Paragraphs are lines.</param>
    /// <param name="limit">In characters.</param>
    public static Story Read(string text, PacketFacts facts, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(facts);
        var known = new KnownSentences(facts);
        var paragraphs = text.ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line =>
                StoryHeading.Is(line)
                    ? [StorySentence.Heading(line)]
                    : Sentences.In(line).Select(s => known.Judge(line[s.Start..s.End])).ToImmutableArray()
            );
        return new Story([.. paragraphs], limit);
    }

    /// <summary>As many as fit; each that is taken leaves less room.</summary>
    private static List<PacketFact> Fitting(IEnumerable<PacketFact> facts, ref int left)
    {
        List<PacketFact> taken = [];
        foreach (var fact in facts)
        {
            var count = ChineseCount.Of(fact.Text);
            if (count <= left)
            {
                left -= count;
                taken.Add(fact);
            }
        }

        return taken;
    }

    /// <summary>Parts under numbered headings; a part that says nothing is left out, and one alone needs no heading.</summary>
    private static string Parts(params IEnumerable<(string Title, IReadOnlyList<string> Paragraphs)> parts)
    {
        var told = parts
            .Select(p => (p.Title, Paragraphs: p.Paragraphs.Where(t => t.Length > 0).ToList()))
            .Where(p => p.Paragraphs.Count > 0)
            .ToList();
        return string.Join(
            '\n',
            told.SelectMany((p, i) => told.Count == 1 ? p.Paragraphs : p.Paragraphs.Prepend(StoryHeading.Numbered(i + 1, p.Title)))
        );
    }

    /// <summary>One paragraph for each article: what tells of deeds, figures before words where not all of it fits.</summary>
    private static List<string> Printed(PacketFacts facts, int left)
    {
        var telling = facts.Sentences.Where(s => Deed.Is(s.Text, facts.Candidate)).DistinctBy(s => s.Text).ToList();
        var chosen = Fitting(telling.OrderByDescending(s => Deed.HasFigure(s.Text)), ref left).ToHashSet();
        return [.. telling.Where(chosen.Contains).GroupBy(s => s.Proofs[0].ArticleId).Select(Text)];
    }

    private static string Text(IEnumerable<PacketFact> facts) => string.Concat(facts.Select(f => f.Text));

    /// <summary>The sentences that facts say, and how a sentence in other words is judged.</summary>
    private sealed class KnownSentences
    {
        private readonly Dictionary<string, List<PacketFact>> literal = [];
        private readonly Dictionary<string, PacketFact> marked;

        public KnownSentences(PacketFacts facts)
        {
            marked = facts.All.Where(f => !f.Proofs.IsEmpty).DistinctBy(f => f.Mark).ToDictionary(f => f.Mark);
            foreach (var fact in facts.All.Where(f => !f.Proofs.IsEmpty))
            {
                foreach (var span in Sentences.In(fact.Text))
                {
                    var key = Plain(fact.Text[span.Start..span.End]);
                    literal.TryAdd(key, []);
                    literal[key].Add(fact);
                }
            }
        }

        public StorySentence Judge(string sentence)
        {
            var text = EvidenceMark.Without(sentence);
            if (literal.TryGetValue(Plain(text), out var same))
            {
                return new StorySentence(text, [.. same], Fault: null);
            }

            var named = EvidenceMark.In(sentence);
            if (named.Count == 0)
            {
                return new StorySentence(text, [], "登记的事实里没有这句话，也没有标注依据。");
            }

            if (named.FirstOrDefault(m => !marked.ContainsKey(m)) is { } unknown)
            {
                return new StorySentence(text, [], $"标注的依据 {unknown} 不在这位候选人的事实里。");
            }

            ImmutableArray<PacketFact> facts = [.. named.Select(m => marked[m]).Distinct()];
            var said = string.Concat(facts.Select(f => f.Text + string.Concat(f.Proofs.Select(p => p.Note))));
            var numbers = Numbers().Matches(said).Select(m => m.Value).ToHashSet();
            return Numbers().Matches(text).Select(m => m.Value).FirstOrDefault(n => !numbers.Contains(n)) is { } invented
                ? new StorySentence(text, [], $"数字 {invented} 不在标注的依据里。")
                : new StorySentence(text, facts, Fault: null);
        }

        private static string Plain(string sentence) => string.Concat(sentence.Where(c => !char.IsWhiteSpace(c)));
    }

    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex Numbers();
}
