using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Tests;

/// <summary>Correcting what the catalogue says of an award.</summary>
public sealed class CatalogueTests : IAsyncLifetime
{
    private TemporaryDatabase database = null!;
    private DirectCommands direct = null!;
    private Honour honour = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TemporaryDatabase.CreateAsync();
        direct = new DirectCommands(database);
        honour = await Honour.PrepareAsync(database);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_correction_is_recorded_with_what_was_and_leaves_conferrals_their_level()
    {
        var conferral = honour.Confer();
        await direct.Awards.ConferAsync(honour.Award.Id, conferral);
        var before = honour.Award.Facts;

        var outcome = await DescribeAsync(before with { Level = AwardLevel.National, Summary = "最高荣誉。" });

        outcome.Result.ShouldBe(CommandResult.Applied, outcome.Message);
        (await FactsAsync()).Level.ShouldBe(AwardLevel.National);
        await using var db = database.Open();
        (await db.Conferrals.Select(c => c.Level).SingleAsync(Stop)).ShouldBe(AwardLevel.Group);
        var record = (await database.ChainOfAsync(honour.Award.Id))[^1];
        (record.Action, record.Reason).ShouldBe(("award.describe", "测试"));
        record.Detail.ShouldContain("\"level\":\"Group\"");
        record.Detail.ShouldContain("\"level\":\"National\"");
    }

    [Fact]
    public async Task A_name_given_up_is_an_alias_and_what_conferrals_are_found_by_follows()
    {
        var conferral = honour.Confer();
        await direct.Awards.ConferAsync(
            honour.Award.Id,
            conferral with
            {
                Facts = conferral.Facts with { AwardAsPrinted = honour.Award.Name },
            }
        );
        var pages = await database.PagesAsync(honour);

        (await DescribeAsync(honour.Award.Facts with { Name = "示例功臣" })).Succeeded.ShouldBeTrue();

        var now = await FactsAsync();
        (now.Name, now.Aliases.Single()).ShouldBe(("示例功臣", honour.Award.Name));
        (await new SearchRebuild(database).RunAsync(Stop)).ShouldAllBe(line => line.Differences == 0);
        await using var db = database.Open();
        (await db.SearchTerms.AnyAsync(t => t.EntityId == conferral.ConferralId && t.Kind == TermKind.Printed, Stop)).ShouldBeTrue();
        (await database.PagesAsync(honour)).ShouldBe(
            new PageVersions(pages.Honoree + 1, pages.Unit + 1, pages.Group + 1, pages.Article + 1, pages.Award + 1)
        );
    }

    [Fact]
    public async Task The_same_command_twice_is_carried_out_once_and_a_correction_of_nothing_is_none()
    {
        var command = Command(honour.Award.Facts with { Cycle = "每年" });

        var first = await direct.Awards.DescribeAsync(honour.Award.Id, command, Stop);
        (await direct.Awards.DescribeAsync(honour.Award.Id, command, Stop)).ShouldBe(first);
        (await DescribeAsync(await FactsAsync(), await FactsAsync())).Result.ShouldBe(CommandResult.NothingToDo);

        (await database.ChainOfAsync(honour.Award.Id)).Count(r => r.Action == "award.describe").ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_saw_another_entry_corrects_nothing_but_new_conferrals_are_in_nobodys_way()
    {
        var seen = honour.Award.Facts;
        await direct.Awards.ConferAsync(honour.Award.Id, honour.Confer());
        (await DescribeAsync(seen with { Cycle = "每年" }, seen)).Result.ShouldBe(CommandResult.Applied);

        (await DescribeAsync(seen with { Cycle = "两年" }, seen)).Rule.ShouldBe(nameof(TheAwardIsAsItWasSeen));

        (await FactsAsync()).Cycle.ShouldBe("每年");
    }

    [Fact]
    public async Task A_name_a_code_and_a_reason_are_held_against_their_rules()
    {
        var other = new Award(Guid.CreateVersion7(), "T1", "示例他奖", AwardLevel.Group, AwardFamily.Skill, conferringBody: null);
        await database.SaveAsync(other);
        var now = honour.Award.Facts;

        (await DescribeAsync(now with { Name = "示例他奖" })).Rule.ShouldBe(nameof(AnAwardsNameIsItsOwn));
        (await DescribeAsync(now with { Code = "T1" })).Rule.ShouldBe(nameof(AnAwardsCodeIsItsOwn));
        (await DescribeAsync(now with { Cycle = new string('年', Award.LongestCycle + 1) })).Rule.ShouldBe(nameof(ATextFitsItsColumn));
        (await direct.Awards.DescribeAsync(honour.Award.Id, Command(now) with { Stamp = CommandStamp.New(A.Clerk) }, Stop)).Rule.ShouldBe(
            nameof(TextIsGiven)
        );
    }

    private Task<CommandOutcome> DescribeAsync(AwardFacts to, AwardFacts? seen = null) =>
        direct.Awards.DescribeAsync(honour.Award.Id, Command(to, seen), Stop);

    private DescribeAward Command(AwardFacts to, AwardFacts? seen = null) =>
        new(CommandStamp.New(A.Clerk, "测试"), to, (seen ?? honour.Award.Facts).Digest);

    private async Task<AwardFacts> FactsAsync()
    {
        await using var db = database.Open();
        return (await db.Awards.AsNoTracking().Include(a => a.Aliases).SingleAsync(a => a.Id == honour.Award.Id, Stop)).Facts;
    }
}
