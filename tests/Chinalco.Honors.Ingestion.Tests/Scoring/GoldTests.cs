using System.Text.Json;
using Chinalco.Honors.Ingestion.Lexicons;
using Chinalco.Honors.Ingestion.Pipeline;
using Chinalco.Honors.Ingestion.Reading;

namespace Chinalco.Honors.Ingestion.Tests.Scoring;

/// <summary>Floors under the figures that were reached on the annotated files; a change of rules must not fall below them.</summary>
public sealed class GoldTests
{
    [Fact]
    public void Figures_over_all_files_do_not_get_worse()
    {
        var score = ScoreOf("*.gold.json");

        score.Precision.ShouldBeGreaterThanOrEqualTo(0.97, Lines(score));
        score.Recall.ShouldBeGreaterThanOrEqualTo(0.95, Lines(score));
        score.AutoPrecision.ShouldBeGreaterThanOrEqualTo(0.99);
        score.AutoCoverage.ShouldBeGreaterThanOrEqualTo(0.85);
        score.Levels.ShouldBeGreaterThanOrEqualTo(0.97);
        score.ForbiddenAuto.ShouldBe(0);
        score.ForbiddenReview.ShouldBeLessThanOrEqualTo(2);
        score.KeptOut.ShouldBe(score.Others);
        score.QuotesWrong.ShouldBe(0);
    }

    [Fact]
    public void The_real_issue_stays_above_its_floor()
    {
        var score = ScoreOf("issue-1323.gold.json");

        score.F1.ShouldBeGreaterThanOrEqualTo(0.90, Lines(score));
        score.ForbiddenAuto.ShouldBe(0);
        score.KeptOut.ShouldBe(score.Others);
        score.QuotesWrong.ShouldBe(0);
    }

    [Fact]
    public void The_samples_are_read_as_their_annotations_say()
    {
        var seeds = SharedFolder.Seeds();
        var pipeline = new IngestionPipeline(LexiconBuilder.FromSeeds(seeds));
        var score = new GoldScore();
        var texts = new[] { "articles", "documents", "newspaper" }.SelectMany(folder =>
            Directory.EnumerateFiles(Path.Combine(seeds, folder))
        );
        foreach (var text in texts.Order(StringComparer.Ordinal))
        {
            var gold = Path.Combine(seeds, "..", "tests", "seeds-gold", Path.GetFileNameWithoutExtension(text) + ".gold.json");
            Add(score, pipeline, text, gold);
        }

        score.Precision.ShouldBeGreaterThanOrEqualTo(0.97, Lines(score));
        score.Recall.ShouldBeGreaterThanOrEqualTo(0.97, Lines(score));
        score.ForbiddenAuto.ShouldBe(0);
        score.KeptOut.ShouldBe(score.Others);
        score.QuotesWrong.ShouldBe(0);
    }

    private static string Lines(GoldScore score) => string.Join('\n', score.Shown);

    private static GoldScore ScoreOf(string pattern)
    {
        var folder = SharedFolder.Articles();
        Assert.SkipUnless(folder is not null, "未找到 ../shared/articles（或环境变量 HONORS_SHARED），跳过识别评分。");
        var pipeline = new IngestionPipeline(LexiconBuilder.FromSeeds(SharedFolder.Seeds(), Path.Combine(folder!, "roster.csv")));
        var score = new GoldScore();
        foreach (var gold in Directory.EnumerateFiles(folder!, pattern).Order(StringComparer.Ordinal))
        {
            var stem = gold[..^".gold.json".Length];
            var file = File.Exists(stem + ".txt") ? stem + ".txt" : stem + ".md";
            Add(score, pipeline, file, gold);
        }

        return score;
    }

    private static void Add(GoldScore score, IngestionPipeline pipeline, string file, string gold)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(gold));
        score.Add(
            pipeline.Run(SourceDecoder.Decode(File.ReadAllBytes(file), Path.GetFileName(file))),
            json.RootElement,
            File.ReadAllText(file)
        );
    }
}
