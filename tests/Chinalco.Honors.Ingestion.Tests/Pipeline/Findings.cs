using System.Text;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Ingestion.Findings;
using Chinalco.Honors.Ingestion.Lexicons;
using Chinalco.Honors.Ingestion.Pipeline;
using Chinalco.Honors.Ingestion.Reading;

namespace Chinalco.Honors.Ingestion.Tests.Pipeline;

/// <summary>Runs the pipeline on a small text, with a small lexicon of invented units, awards and people.</summary>
internal static class Findings
{
    public static Lexicon Lexicon { get; } =
        new(
            [
                new("T1", "示例铝业集团有限公司", UnitTier.Group, Parent: null, "北京", ["示例集团"], []),
                new("T2", "示例铜业有限公司", UnitTier.Segment, "T1", "云南昆明", ["示例铜业"], []),
                new("T3", "青禾铝业有限公司", UnitTier.Enterprise, "T1", "山东淄博", ["青禾铝业"], []),
                new("T4", "石塘冶炼有限公司", UnitTier.Enterprise, "T2", "云南曲靖", ["石塘冶炼"], []),
            ],
            [
                new("A1", "全国劳动模范", AwardLevel.National, "中共中央、国务院", [RecipientKind.Person], ["全国劳模"]),
                new("A2", "示例集团劳动模范", AwardLevel.Group, "示例铝业集团有限公司", [RecipientKind.Person], []),
                new("A3", "全国工人先锋号", AwardLevel.National, "中华全国总工会", [RecipientKind.Team], []),
            ],
            [
                new("P1", "许牧川", "青禾铝业有限公司", "电解工"),
                new("P2", "许牧川", "石塘冶炼有限公司", "司炉工"),
                new("P3", "蒲清和", "石塘冶炼有限公司", "化验员"),
                new("P4", "洛桑旺堆", "石塘冶炼有限公司", Position: null),
            ]
        );

    public static IngestionResult In(string text, string fileName = "a.txt") =>
        new IngestionPipeline(Lexicon).Run(SourceDecoder.Decode(Encoding.UTF8.GetBytes(text), fileName));

    public static IngestionResult Run(SourceText source) => new IngestionPipeline(Lexicon).Run(source);

    /// <summary>Recipient and canonical award of every conferral, such as 许牧川←全国劳动模范.</summary>
    public static string[] Pairs(string text, string fileName = "a.txt") =>
        [.. In(text, fileName).Conferrals.Select(finding => $"{finding.Recipient}←{finding.AwardCanonical}")];

    public static ConferralFinding Single(string text) => In(text).Conferrals.ShouldHaveSingleItem();
}
