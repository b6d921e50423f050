using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Packets.Facts;
using Chinalco.Honors.Packets.Files;
using Chinalco.Honors.Packets.Stories;
using Chinalco.Honors.Packets.Templates;
using Row = System.Collections.Immutable.ImmutableDictionary<string, Chinalco.Honors.Packets.Templates.FieldValue>;

namespace Chinalco.Honors.Packets.Papers;

/// <summary>What templates are filled with: facts as papers word them. What is not known is blank; identity-card and telephone numbers always are.</summary>
internal static class PaperValues
{
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
                ["honourText"] = FieldValue.Of(Lines(facts.Honours.Select(HonourLine))),
                ["penalties"] = FieldValue.Of(
                    Lines(
                        facts
                            .Declared.Where(d => d.Key.Contains("处分", StringComparison.Ordinal))
                            .Select(d => $"{d.Key}：{d.Value}（依据：{d.Evidence}）")
                    )
                ),
                ["story2000"] = Rich(longStory),
                ["story500"] = Rich(shortStory),
                ["deeds"] = FieldValue.Of(PlainText(shortStory)),
                ["pending"] = FieldValue.Of(Number(longStory.Pending + shortStory.Pending)),
                ["voteText"] = FieldValue.Of(Lines(facts.Votes.Select(v => v.Fact.Text))),
                ["publicityText"] = FieldValue.Of(Lines(facts.Publicity.Select(p => p.Fact.Text))),
                ["publicityResult"] = FieldValue.Of(PublicityResult.Of(facts.Publicity)),
            }.ToImmutableDictionary(),
            new Dictionary<string, ImmutableArray<Row>>
            {
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
                ["papers"] = Rows(papers, p => [("number", Number(p.Number)), ("title", p.Title), ("file", p.File)]),
                ["attachments"] = Rows(scans, s => [("number", Number(s.Number)), ("title", s.Scan.Title), ("file", s.File)]),
            }.ToImmutableDictionary()
        );
    }

    /// <summary>The story as one text; 【待核】 stands where it must.</summary>
    private static string PlainText(Story story) =>
        string.Join(
            '\n',
            story.Paragraphs.Select(p => string.Concat(p.Select(s => s.IsPending ? s.Text + StorySentence.PendingMark : s.Text)))
        );

    private static FieldValue Rich(Story story) =>
        new(PlainText(story), [.. story.Paragraphs.Select(p => p.Select(s => new Span(s.Text, Note(s), s.IsPending)).ToImmutableArray())]);

    private static string? Note(StorySentence sentence) =>
        sentence.IsPending ? null : string.Join('；', sentence.Facts.SelectMany(f => f.Proofs.Take(2)).Select(p => p.Note).Distinct());

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
