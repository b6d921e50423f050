using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Nominations.Eligibility;
using Chinalco.Honors.Packets.Facts;
using Chinalco.Honors.Packets.Files;
using Chinalco.Honors.Packets.Stories;
using Chinalco.Honors.Packets.Templates;
using Row = System.Collections.Immutable.ImmutableDictionary<string, Chinalco.Honors.Packets.Templates.FieldValue>;

namespace Chinalco.Honors.Packets.Papers;

/// <summary>What templates are filled with: facts as papers word them. What is not known is blank; identity-card and telephone numbers always are.</summary>
internal static class PaperValues
{
    /// <summary>How many lines a row of the approval form holds.</summary>
    private const int FormLines = 10;

    /// <summary>How many characters a line of it holds.</summary>
    private const int FormLine = 32;

    /// <summary>In characters: a longer name has a line of a title for itself.</summary>
    private const int LongName = 12;

    public static TemplateValues Of(
        PacketFacts facts,
        Story longStory,
        Story shortStory,
        IReadOnlyList<NumberedPaper> papers,
        IReadOnlyList<NumberedScan> scans
    )
    {
        var (round, c) = (facts.Round, facts.Candidate);
        return new TemplateValues(
            new Dictionary<string, FieldValue>
            {
                ["programme"] = FieldValue.Of(round.Programme),
                ["candidateWord"] = FieldValue.Of(IsUnit(c) ? "候选集体" : "候选人"),
                ["introduction"] = FieldValue.Of(Introduction(c)),
                ["year"] = FieldValue.Of(Number(round.Year)),
                ["round"] = FieldValue.Of(round.Round),
                ["holder"] = FieldValue.Of(round.Holder),
                ["nominator"] = FieldValue.Of(round.Nominator),
                ["deadline"] = FieldValue.Of(Day(round.Deadline)),
                ["choice"] = FieldValue.Of(round.Choice),
                ["rank"] = FieldValue.Of(round.Rank is { } rank ? $"第{rank}名" : null),
                ["groups"] = FieldValue.Of(round.Groups),
                ["name"] = FieldValue.Of(c.Name),
                ["gender"] = FieldValue.Of(c.Gender),
                ["ethnicity"] = FieldValue.Of(c.Ethnicity),
                ["born"] = FieldValue.Of(c.Born),
                ["hired"] = FieldValue.Of(c.Hired),
                ["politicalStatus"] = FieldValue.Of(c.PoliticalStatus),
                ["education"] = FieldValue.Of(c.Education),
                ["skill"] = FieldValue.Of(c.Skill),
                ["unit"] = FieldValue.Of(c.Unit),
                ["position"] = FieldValue.Of(c.Position),
                ["career"] = FieldValue.Of(Lines(facts.Posts.Select(Career))),
                ["careerBrief"] = FieldValue.Of(CareerBrief(facts)),
                ["honourText"] = FieldValue.Of(Lines(facts.Honours.Select(HonourLine))),
                ["honourBrief"] = FieldValue.Of(HonourBrief(facts)),
                ["penalties"] = FieldValue.Of(
                    Lines(
                        facts
                            .Declared.Where(d => d.Key.Contains("处分", StringComparison.Ordinal))
                            .Select(d => $"{d.Key}：{d.Value}（依据：{d.Evidence}）")
                    )
                ),
                ["storyTitle"] = FieldValue.Of(c.Name + (c.Name.Length > LongName ? "\n" : "") + "事迹材料"),
                ["story2000"] = Rich(longStory),
                ["story500"] = Rich(shortStory),
                ["deeds"] = FieldValue.Of(PlainText(shortStory)),
                ["pending"] = FieldValue.Of(Number(longStory.Pending + shortStory.Pending)),
                ["voteText"] = FieldValue.Of(Lines(facts.Votes.Select(v => v.Fact.Text))),
                ["voteReport"] = FieldValue.Of(facts.Votes.IsEmpty ? "尚未进行会议表决。" : Lines(facts.Votes.Select(v => v.Fact.Text))),
                ["publicityReport"] = FieldValue.Of(
                    facts.Publicity.IsEmpty ? PublicityResult.Of([]) : Lines(facts.Publicity.Select(p => p.Fact.Text))
                ),
                ["publicityText"] = FieldValue.Of(Lines(facts.Publicity.Select(p => p.Fact.Text))),
                ["publicityResult"] = FieldValue.Of(PublicityResult.Of(facts.Publicity)),
            }.ToImmutableDictionary(),
            new Dictionary<string, ImmutableArray<Row>>
            {
                ["candidate"] = Rows(Candidate(c), l => [("item", l.Item), ("value", l.Value)]),
                ["honours"] = [.. facts.Honours.Select((h, i) => Honour(h, i + 1, scans))],
                ["posts"] = Rows(facts.Posts, p => [("from", p.From), ("to", p.To ?? "至今"), ("unit", p.Unit), ("position", p.Position)]),
                ["votes"] = Rows(
                    facts.Votes,
                    v =>
                        [
                            ("body", v.Body),
                            ("date", Day(v.Date)),
                            ("expected", Number(v.Expected)),
                            ("present", Number(v.Present)),
                            ("inFavour", Number(v.InFavour)),
                        ]
                ),
                ["publicity"] = Rows(
                    facts.Publicity,
                    p =>
                        [
                            ("stage", p.Stage),
                            ("from", Day(p.From)),
                            ("until", Day(p.Until)),
                            ("days", p.InWorkingDays ? $"{p.Days}个工作日" : $"{p.Days}天"),
                            ("place", p.Place),
                            ("objections", PublicityResult.Objections(p)),
                        ]
                ),
                ["opinions"] = [.. Asked(facts)],
                ["declared"] = Rows(facts.Declared, d => [("key", d.Key), ("value", d.Value), ("evidence", d.Evidence)]),
                ["papers"] = Rows(
                    papers.Where(p => p.Paper != Paper.Cover),
                    p => [("number", Number(p.Number)), ("title", p.Title), ("file", p.File)]
                ),
                ["attachments"] = Rows(scans, s => [("number", Number(s.Number)), ("title", s.Scan.Title), ("file", s.File)]),
            }.ToImmutableDictionary()
        );
    }

    /// <summary>The story as one text without its headings; 【待核】 stands where it must.</summary>
    private static string PlainText(Story story) =>
        string.Join(
            '\n',
            story
                .Paragraphs.Where(p => p.Any(s => !s.IsHeading))
                .Select(p => string.Concat(p.Select(s => s.IsPending ? s.Text + StorySentence.PendingMark : s.Text)))
        );

    private static FieldValue Rich(Story story) =>
        new(
            PlainText(story),
            [.. story.Paragraphs.Select(p => p.Select(s => new Span(s.Text, Note(s), s.IsPending, s.IsHeading)).ToImmutableArray())]
        );

    private static string? Note(StorySentence sentence) =>
        sentence.Facts.IsEmpty ? null : string.Join('；', sentence.Facts.SelectMany(f => f.Proofs.Take(2)).Select(p => p.Note).Distinct());

    private static Row Honour(PacketHonour honour, int number, IReadOnlyList<NumberedScan> scans) =>
        RowOf([
            ("number", Number(number)),
            ("year", honour.Year is { } year ? Number(year) : "不详"),
            ("award", honour.Award),
            ("level", honour.Level),
            ("body", honour.Body),
            ("document", honour.DocumentNumber),
            ("date", honour.Date),
            ("proof", Lines(honour.Fact.Proofs.Select(p => p.Citation).Distinct())),
            (
                "attachments",
                string.Join('、', scans.Where(s => honour.Scans.Any(h => h.Sha256 == s.Scan.Sha256)).Select(s => Number(s.Number)))
            ),
        ]);

    /// <summary>The bodies that the programme wants asked, in its order, then others that were asked besides.</summary>
    private static IEnumerable<Row> Asked(PacketFacts facts)
    {
        foreach (var body in facts.Round.Consultations.Concat(facts.Opinions.Select(o => o.Body)).Distinct())
        {
            var answer = facts.Opinions.Where(o => o.Body == body).OrderBy(o => o.AskedOn).LastOrDefault();
            yield return RowOf([
                ("body", body),
                ("asked", answer is null ? null : Day(answer.AskedOn)),
                ("opinion", answer?.Opinion),
                ("answered", answer?.AnsweredOn is { } on ? Day(on) : null),
                ("validUntil", answer?.ValidUntil is { } until ? Day(until) : null),
            ]);
        }
    }

    private static bool IsUnit(PacketCandidate candidate) => candidate.Kind == CandidateKinds.Unit;

    /// <summary>Who it is, line by line: what tells namesakes apart, and no more.</summary>
    private static IEnumerable<(string Item, string? Value)> Candidate(PacketCandidate c) =>
        IsUnit(c) ? [("集体名称", c.Name), ("所属单位", c.Unit)] : [("姓名", c.Name), ("单位", c.Unit), ("职务（岗位）", c.Position)];

    private static string Introduction(PacketCandidate c) =>
        IsUnit(c)
            ? string.Concat(c.Name, c.Unit is { } parent ? $"，隶属{parent}" : "", "。")
            : string.Concat(c.Name, c.Unit is null && c.Position is null ? "" : $"，{c.Unit}{c.Position}", "。");

    /// <summary>The last posts, as many as a form has room for.</summary>
    private static string CareerBrief(PacketFacts facts)
    {
        const string Earlier = "（较早的经历略）";
        var lines = facts.Posts.Select(Career).ToList();
        return Height(lines) <= FormLines
            ? Lines(lines)
            : Lines(Enumerable.Reverse(Fitting(Enumerable.Reverse(lines), FormLines - 1)).Prepend(Earlier));
    }

    /// <summary>The highest honours, as many as a form has room for, by year; then how many there are.</summary>
    private static string HonourBrief(PacketFacts facts)
    {
        var lines = facts.Honours.Select(h => (Honour: h, Line: HonourLine(h))).ToList();
        if (Height(lines.Select(l => l.Line)) <= FormLines)
        {
            return Lines(lines.Select(l => l.Line));
        }

        var highest = lines.OrderBy(l => l.Honour.LevelRank).ThenByDescending(l => l.Honour.Year).Select(l => l.Line);
        var kept = Fitting(highest, FormLines - 1).ToHashSet();
        return Lines(lines.Select(l => l.Line).Where(kept.Contains).Append($"（共{lines.Count}项，全部见《荣誉及证明清单》）"));
    }

    private static List<string> Fitting(IEnumerable<string> lines, int room) => [.. lines.TakeWhile(l => (room -= Height([l])) >= 0)];

    /// <summary>In lines of the approval form.</summary>
    private static int Height(IEnumerable<string> lines) => lines.Sum(l => Math.Max(1, (l.Length + FormLine - 1) / FormLine));

    private static string HonourLine(PacketHonour honour) =>
        string.Concat(
            honour.Year is { } year ? $"{year}年 " : "",
            honour.Award,
            honour.Body is { } body ? $"（{body}）" : $"（{honour.Level}）"
        );

    private static string Career(PacketPost post)
    {
        var time = post.From is null && post.To is null ? "" : $"{post.From ?? "不详"}—{post.To ?? "至今"}　";
        return string.Concat(time, post.Unit, post.Position is { } position ? $" {position}" : "");
    }

    private static ImmutableArray<Row> Rows<T>(IEnumerable<T> items, Func<T, IEnumerable<(string Key, string? Value)>> cells) =>
        [.. items.Select(i => RowOf(cells(i)))];

    private static Row RowOf(IEnumerable<(string Key, string? Value)> cells) =>
        cells.ToImmutableDictionary(c => c.Key, c => FieldValue.Of(c.Value));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    internal static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
