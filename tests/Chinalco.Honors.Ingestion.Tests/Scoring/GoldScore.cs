using System.Text.Json;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Findings;

namespace Chinalco.Honors.Ingestion.Tests.Scoring;

/// <summary>
/// The figures of the issue's table that decide about harm, counted over files: conferrals, auto, forbidden pairs, people kept out,
/// levels, evidence, links. A compact port of the scoring rules; the full scorer is the reference.
/// </summary>
internal sealed class GoldScore
{
    public int Hits { get; private set; }
    public int Wrong { get; private set; }
    public int Missed { get; private set; }
    public int AutoRight { get; private set; }
    public int AutoWrong { get; private set; }
    public int ForbiddenAuto { get; private set; }
    public int ForbiddenReview { get; private set; }
    public int KeptOut { get; private set; }
    public int Others { get; private set; }
    public int LevelsRight { get; private set; }
    public int QuotesWrong { get; private set; }
    public List<string> Shown { get; } = [];

    public double Precision => (double)Hits / Math.Max(1, Hits + Wrong);
    public double Recall => (double)Hits / Math.Max(1, Hits + Missed);
    public double F1 => 2 * Precision * Recall / Math.Max(1e-9, Precision + Recall);
    public double AutoPrecision => (double)AutoRight / Math.Max(1, AutoRight + AutoWrong);
    public double AutoCoverage => (double)AutoRight / Math.Max(1, Hits + Missed);
    public double Levels => (double)LevelsRight / Math.Max(1, Hits);

    public void Add(IngestionResult found, JsonElement gold, string text)
    {
        var left = found.Conferrals.ToList();
        var grants = Items(gold, "grants").Where(grant => Text(grant, "status") is null or "core" && !IsTrue(grant, "optional")).ToList();
        foreach (var exact in new[] { true, false })
        {
            foreach (var grant in grants.ToList())
            {
                if (left.Find(finding => Matches(finding, grant, exact)) is { } hit)
                {
                    left.Remove(hit);
                    grants.Remove(grant);
                    Count(hit, grant);
                }
            }
        }

        Missed += grants.Count;
        Shown.AddRange(grants.Select(grant => $"{found.Source}: 漏 {Text(grant, "recipient")} ← {Text(grant, "award_canonical")}"));
        foreach (var extra in left.Where(finding => !IsNeutral(finding, gold)))
        {
            Wrong++;
            AutoWrong += extra.Decision == FindingDecision.Auto ? 1 : 0;
            Shown.Add($"{found.Source}: 误 {extra.Recipient} ← {extra.Award}");
        }

        CountForbidden(left, gold);
        CountKeptOut(found, gold);
        CountQuotes(found, text);
    }

    private void Count(ConferralFinding hit, JsonElement grant)
    {
        Hits++;
        AutoRight += hit.Decision == FindingDecision.Auto ? 1 : 0;
        LevelsRight += LevelRight(hit, grant) ? 1 : 0;
    }

    private void CountForbidden(List<ConferralFinding> left, JsonElement gold)
    {
        foreach (var pair in Items(gold, "must_not"))
        {
            var award = Text(pair, "award") ?? "";
            var hits = left.Where(finding =>
                    ScoreText.SameRecipient(finding.Recipient, Text(pair, "recipient"))
                    && (
                        award.StartsWith("任何", StringComparison.Ordinal)
                        || award.Split('/', ';', '；').Any(name => Names(finding).Any(own => ScoreText.SameAward(own, name)))
                    )
                )
                .ToList();
            ForbiddenAuto += hits.Exists(finding => finding.Decision == FindingDecision.Auto) ? 1 : 0;
            ForbiddenReview += hits.Count > 0 && hits.TrueForAll(finding => finding.Decision == FindingDecision.Review) ? 1 : 0;
        }
    }

    private void CountKeptOut(IngestionResult found, JsonElement gold)
    {
        var honorees = found
            .People.Where(person => person.Role == PersonRole.Honoree)
            .Select(person => ScoreText.Normalize(person.Name))
            .ToHashSet();
        var people = Items(gold, "people").ToList();
        var due = people
            .Where(person => Text(person, "role") == "honoree")
            .Select(person => ScoreText.Normalize(Text(person, "name")))
            .ToHashSet();
        var others = people
            .Where(person => Text(person, "role") is "reporter" or "photographer" or "leader" or "official" or "role_model")
            .Select(person => ScoreText.Normalize(Text(person, "name")))
            .Where(name => !due.Contains(name))
            .ToHashSet();
        Others += others.Count;
        KeptOut += others.Count(name => !honorees.Contains(name));
    }

    private void CountQuotes(IngestionResult found, string text)
    {
        var flat = ScoreText.Bare(text);
        QuotesWrong += found.Conferrals.Count(finding =>
            ScoreText.Bare(finding.Quote).Length < 4
            || !flat.Contains(ScoreText.Bare(finding.Quote), StringComparison.Ordinal)
            || found.Articles.Single(article => article.Id == finding.ArticleId).Text[finding.Start..finding.End] != finding.Quote
        );
    }

    private static bool Matches(ConferralFinding finding, JsonElement grant, bool exact) =>
        Alternatives(grant).Any(name => ScoreText.SameRecipient(finding.Recipient, name))
        && Names(finding)
            .Any(own =>
                Names(grant).Any(name => exact ? ScoreText.Normalize(own) == ScoreText.Normalize(name) : ScoreText.SameAward(own, name))
            )
        && (exact || LevelRight(finding, grant));

    private static bool LevelRight(ConferralFinding finding, JsonElement grant) =>
        finding.Level is { } level
        && (
            level.ToChinese() == Text(grant, "level")
            || (Text(grant, "level_also") ?? Text(grant, "level_also_seen"))?.Contains(level.ToChinese(), StringComparison.Ordinal) == true
        );

    private static bool IsNeutral(ConferralFinding finding, JsonElement gold) =>
        Items(gold, "grants").Where(grant => IsTrue(grant, "optional")).Any(grant => Matches(finding, grant, exact: false))
        || Items(gold, "optional_not_scored")
            .Any(item =>
                ScoreText.SameRecipient(finding.Recipient, Text(item, "recipient"))
                && Names(finding).Any(name => name.Length >= 4 && (Text(item, "what") ?? "").Contains(name[..4], StringComparison.Ordinal))
            );

    private static IEnumerable<string> Names(ConferralFinding finding) => new[] { finding.AwardCanonical, finding.Award }.OfType<string>();

    private static IEnumerable<string> Names(JsonElement grant) =>
        new[] { Text(grant, "award_canonical"), Text(grant, "award") }.OfType<string>();

    private static IEnumerable<string> Alternatives(JsonElement grant) =>
        grant.TryGetProperty("recipient_alt", out var other) && other.ValueKind == JsonValueKind.Array
            ? other.EnumerateArray().Select(name => name.GetString()!).Prepend(Text(grant, "recipient")!)
            : [Text(grant, "recipient")!];

    private static JsonElement.ArrayEnumerator Items(JsonElement gold, string name) =>
        gold.TryGetProperty(name, out var items) ? items.EnumerateArray() : default;

    private static string? Text(JsonElement item, string name) =>
        !item.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind == JsonValueKind.Array ? value.ToString()
        : null;

    private static bool IsTrue(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
