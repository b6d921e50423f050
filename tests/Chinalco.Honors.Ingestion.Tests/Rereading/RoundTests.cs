using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Ingestion.Rereading;
using Chinalco.Honors.Ingestion.Tests.Jobs;

namespace Chinalco.Honors.Ingestion.Tests.Rereading;

public sealed class RoundTests
{
    private const string Notice = """
        关于表彰2024年度青禾铝业劳动模范的决定
        各单位：
        经研究，决定授予下列同志“2024年度青禾铝业劳动模范”称号。
        附件：劳动模范名单
        1．许牧川　青禾铝业电解车间电解工
        2．蒲清和　青禾铝业化验室化验员
        青禾铝业有限公司
        2025年1月16日
        """;

    [Fact]
    public async Task What_is_read_as_before_makes_no_difference()
    {
        var world = await IngestWorld.BeginAsync();
        await using (world)
        {
            await world.IngestAsync("名单.txt", Notice);
            foreach (var f in await world.FindingsAsync()) Console.WriteLine($"{f.Kind} {f.State} {f.RecipientName} {f.UnitText}/{f.UnitName} {f.AwardText}/{f.AwardName} {f.Level} {f.Year} {f.Score} {f.Rule} {f.DecisionReason}");
            var round = Guid.NewGuid();
            var o = await world.Rounds.BeginAsync(round, new RoundWish(RoundScope.All), IngestWorld.Editor);
            await world.WorkAsync();
            foreach (var c in await world.AllAsync(db => db.RoundChanges)) Console.WriteLine($"{c.Kind} {c.Before} => {c.After}");
            foreach (var c in await world.AllAsync(db => db.IngestionJobs)) Console.WriteLine($"{c.State} {c.Message} {c.Stage}");
            o.Succeeded.ShouldBeTrue(o.Message);
        }
    }
}
