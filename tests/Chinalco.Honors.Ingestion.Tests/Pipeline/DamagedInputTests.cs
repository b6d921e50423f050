using Chinalco.Honors.Ingestion.Lexicons;
using Chinalco.Honors.Ingestion.Pipeline;
using Chinalco.Honors.Ingestion.Reading;
using Chinalco.Honors.Ingestion.Tests.Scoring;

namespace Chinalco.Honors.Ingestion.Tests.Pipeline;

public sealed class DamagedInputTests
{
    private const int Inputs = 400;
    private const string Page =
        "关于表彰青禾铝业2023年度先进个人的决定\n一、安全先进个人（2名）\n1．许牧川　电解车间电解工\n| 1 | 蒲清和（女） | 化验室 |\n"
        + "许牧川，青禾铝业电解车间大班长，示例集团、示例铜业2024年度劳动模范，曾获“全国劳动模范”称号；徒弟童远获评山东省技术能手。\n"
        + "撤销许牧川2021年获得的“示例集团劳动模范”称号。“全国劳动模范”获得者应为“青禾铝业 许牧川”，误为“许牧州”。那是2008年二班集体拿回来的。以上4人同时获“标兵”称号。";

    [Fact]
    public void Damage_never_crashes_and_quotes_stay_literal()
    {
        var random = new Random(20250322);
        var pipeline = new IngestionPipeline(Findings.Lexicon);
        for (var i = 0; i < Inputs; i++)
        {
            var text = Damage(Page, random);
            var result = pipeline.Run(new SourceText("a.txt", text, "UTF-8", FrontMatter: null));
            foreach (var finding in result.Conferrals)
            {
                result.Articles.Single(article => article.Id == finding.ArticleId).Text[finding.Start..finding.End].ShouldBe(finding.Quote);
            }
        }
    }

    private static string Damage(string text, Random random)
    {
        var characters = text.ToList();
        for (var change = random.Next(1, 40); change > 0; change--)
        {
            var at = random.Next(characters.Count);
            switch (random.Next(4))
            {
                case 0:
                    characters.RemoveAt(at);
                    break;
                case 1:
                    characters.Insert(at, "“”（）、，。；：\n |年度奖的"[random.Next(16)]);
                    break;
                case 2:
                    characters[at] = characters[random.Next(characters.Count)];
                    break;
                default:
                    characters.InsertRange(at, characters.GetRange(at, Math.Min(12, characters.Count - at)));
                    break;
            }
        }

        return string.Concat(characters);
    }
}
