using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Ingestion.Desk;
using Chinalco.Honors.Ingestion.Tests.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Tests.Reprints;

/// <summary>What is printed again proves the same honour once more, and is decided on once.</summary>
public sealed class ReprintTests
{
    private const string Clear = """
        许牧川获评青禾铝业劳动模范
        本报讯　1月20日，青禾铝业有限公司召开年度总结表彰会，青禾铝业有限公司电解车间大班长许牧川被授予“2024年度青禾铝业劳动模范”称号。
        二十年来，他带领班组把每台电解槽的电流效率一点点提上去，先后完成技术改进三十七项，为公司节约电费两百多万元。
        """;

    private const string Doubtful = """
        他把夜班过成了诗
        本报讯　石桥电解厂的许牧川在夜班一干就是二十年。二十年来，他带领班组把每台电解槽的电流效率一点点提上去，先后完成技术改进三十七项。
        去年，许牧川荣获“匠心标兵”称号。工友们说，只要老许在，夜班就踏实；徒弟们说，老许的本子比机器还准，翻开哪一页都有答案。
        """;

    [Fact]
    public async Task A_reprint_names_the_first_print_and_adds_its_passage_as_proof()
    {
        var world = await IngestWorld.BeginAsync();
        await using (world)
        {
            await world.IngestAsync("一.txt", Clear);
            await world.IngestAsync("二.txt", Again(Clear));

            var articles = await ArticlesAsync(world);
            articles.Count.ShouldBe(2);
            articles.Single(a => a.ReprintOfId is not null).ReprintOfId.ShouldBe(articles.Single(a => a.ReprintOfId is null).Id);
            var conferral = (await world.ConferralsAsync()).ShouldHaveSingleItem();
            conferral.Evidence.Select(e => e.ArticleId).ShouldBe(articles.Select(a => (Guid?)a.Id), ignoreOrder: true);
            (await world.FindingsAsync()).ShouldAllBe(f => f.State == FindingState.Confirmed && f.ConferralId == conferral.Id);
        }
    }

    [Fact]
    public async Task What_waits_waits_once_and_is_decided_for_every_print()
    {
        var world = await IngestWorld.BeginAsync();
        await using (world)
        {
            await world.IngestAsync("一.txt", Doubtful);
            await world.IngestAsync("二.txt", Again(Doubtful));
            var waiting = (await world.FindingsAsync()).Where(f => f.State == FindingState.Waiting).ShouldHaveSingleItem();

            var accepted = await world.Desk.AcceptAsync(On(waiting), waiting.Claim with { Level = Domain.Awards.AwardLevel.Enterprise });
            accepted.Succeeded.ShouldBeTrue(accepted.Message);

            var conferral = (await world.ConferralsAsync()).ShouldHaveSingleItem();
            conferral.Evidence.Count.ShouldBe(2);
            (await world.FindingsAsync()).ShouldAllBe(f => f.State == FindingState.Confirmed);
        }
    }

    [Fact]
    public async Task What_is_taken_back_is_taken_back_for_every_print()
    {
        var world = await IngestWorld.BeginAsync();
        await using (world)
        {
            await world.IngestAsync("一.txt", Clear);
            await world.IngestAsync("二.txt", Again(Clear));
            var first = (await world.FindingsAsync()).Single(f => f.RepeatsId is null);

            var undone = await world.Desk.UndoAsync(On(first));
            undone.Succeeded.ShouldBeTrue(undone.Message);

            (await world.ConferralsAsync()).ShouldHaveSingleItem().Status.ShouldBe(ConferralStatus.Deprecated);
            (await world.FindingsAsync()).Select(f => f.State).ShouldBe([FindingState.Waiting, FindingState.Repeats], ignoreOrder: true);
        }
    }

    [Fact]
    public async Task What_was_rejected_stays_rejected_when_it_is_printed_again()
    {
        var world = await IngestWorld.BeginAsync();
        await using (world)
        {
            await world.IngestAsync("一.txt", Doubtful);
            await world.Desk.RejectAsync(On((await world.FindingsAsync()).Single()), "不是荣誉称号");

            await world.IngestAsync("二.txt", Again(Doubtful));

            (await world.FindingsAsync()).ShouldAllBe(f => f.State == FindingState.Rejected);
        }
    }

    [Fact]
    public async Task A_list_for_others_in_the_same_words_is_no_reprint()
    {
        var world = await IngestWorld.BeginAsync();
        await using (world)
        {
            await world.IngestAsync("一.txt", Clear);
            await world.IngestAsync("二.txt", Clear.Replace("许牧川", "蒲清和", StringComparison.Ordinal));

            (await ArticlesAsync(world)).ShouldAllBe(a => a.ReprintOfId == null);
            (await world.ConferralsAsync()).Count.ShouldBe(2);
        }
    }

    /// <summary>As another paper prints it: its own line above, characters misread.</summary>
    private static string Again(string text) => text.Replace("本报讯", "据《青禾报》报道", StringComparison.Ordinal).Replace('槽', '糟');

    private static Decision On(Finding finding) => new(finding.Id, finding.Round, Guid.CreateVersion7(), IngestWorld.Editor);

    private static Task<List<Article>> ArticlesAsync(IngestWorld world) => world.AllAsync(db => db.Articles.AsNoTracking());
}
