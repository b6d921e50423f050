using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Grains.Tests.Nominations;

/// <summary>A publicity lasts its working days, ends by itself, and holds the nomination until its objections are answered.</summary>
public sealed class PublicityCommandsTests : IAsyncLifetime
{
    private CourseWorld world = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        world = await CourseWorld.CreateAsync();
        world.GoTo(new DateOnly(2025, 9, 26));
        await world.ReachAsync(NominationStage.Publicity);
    }

    public ValueTask DisposeAsync() => world.Database.DisposeAsync();

    [Fact]
    public async Task Five_working_days_over_National_Day_count_the_made_up_Sunday()
    {
        // Posted on Friday 26 September: 28 (made up), 29, 30 September, then 9 and 10 October.
        (await world.PutUpAsync("所在单位")).Succeeded.ShouldBeTrue();

        var publicity = (await world.LoadAsync()).Publicities.ShouldHaveSingleItem();
        publicity.Until.ShouldBe(new DateOnly(2025, 10, 10));
        publicity.IsUpOn(new DateOnly(2025, 10, 10)).ShouldBeTrue();
        publicity.IsUpOn(new DateOnly(2025, 10, 11)).ShouldBeFalse();
    }

    [Fact]
    public async Task Days_whatever_they_are_end_on_a_working_day()
    {
        await world.PutUpAsync("所在单位");
        world.GoTo(new DateOnly(2025, 10, 13));

        // Five days after Monday 13 October is Saturday 18: it ends on Monday 20.
        (await world.PutUpAsync("集团")).Succeeded.ShouldBeTrue();

        (await world.LoadAsync()).Publicities[^1].Until.ShouldBe(new DateOnly(2025, 10, 20));
    }

    [Fact]
    public async Task The_next_level_and_the_next_stage_wait_for_the_end()
    {
        (await world.PutUpAsync("集团")).Rule.ShouldBe(nameof(TheLevelIsTheNextToPutUp));
        await world.PutUpAsync("所在单位");
        (await world.PutUpAsync("集团")).Rule.ShouldBe(nameof(TheLevelsBelowAreOver));
        world.GoTo(new DateOnly(2025, 10, 10));
        (await world.GoOnAsync()).Rule.ShouldBe(nameof(ThePublicityIsOver));

        world.GoTo(new DateOnly(2025, 10, 11));

        (await world.GoOnAsync()).Rule.ShouldBe(nameof(ThePublicityWasPutUp));
        (await world.PutUpAsync("集团")).Succeeded.ShouldBeTrue();
        world.GoTo(new DateOnly(2025, 10, 20));
        (await world.GoOnAsync()).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_year_without_a_calendar_is_told_and_nothing_is_guessed()
    {
        world.GoTo(new DateOnly(2025, 12, 30));

        var refused = await world.PutUpAsync("所在单位");

        refused.Rule.ShouldBe(nameof(TheCalendarOfTheYearIsKnown));
        refused.Message!.ShouldContain("2026");
        (await world.LoadAsync()).Publicities.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_publicity_that_is_taken_down_is_put_up_again()
    {
        await world.PutUpAsync("所在单位");
        var id = (await world.LoadAsync()).Publicities[0].Id;
        (await world.Publicity.TakeDownAsync(await world.SeenAsync(), id, Stop)).Succeeded.ShouldBeFalse();

        (await world.Publicity.TakeDownAsync(await world.SeenAsync("姓名有误"), id, Stop)).Succeeded.ShouldBeTrue();

        (await world.LoadAsync()).LevelsToPutUp.First().Name.ShouldBe("所在单位");
        (await world.PutUpAsync("所在单位")).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task An_objection_is_answered_before_the_nomination_goes_on_and_one_that_is_right_stops_it()
    {
        await world.PutUpAsync("所在单位");
        var shown = (await world.LoadAsync()).Publicities[0];
        world.GoTo(new DateOnly(2025, 9, 29));
        (await ObjectAsync(shown.Id, new DateOnly(2025, 9, 25))).Rule.ShouldBe(nameof(AnObjectionComesAfterTheBeginning));
        await ObjectAsync(shown.Id, world.Today);
        await ObjectAsync(shown.Id, world.Today);
        world.GoTo(new DateOnly(2025, 10, 13));
        (await world.GoOnAsync()).Rule.ShouldBe(nameof(TheObjectionIsAnswered));

        var objections = (await world.LoadAsync()).Objections;
        await world.Publicity.ReplyAsync(await world.SeenAsync(), objections[0].Id, "经查不属实", upheld: false, Stop);
        await world.Publicity.ReplyAsync(await world.SeenAsync(), objections[1].Id, "属实", upheld: true, Stop);

        (await world.GoOnAsync()).Rule.ShouldBe(nameof(TheObjectionWasNotUpheld));
        (await world.Publicity.ReplyAsync(await world.SeenAsync(), objections[0].Id, "再答", upheld: false, Stop)).Rule.ShouldBe(
            nameof(AnObjectionIsAnsweredOnce)
        );
    }

    [Fact]
    public async Task A_publicity_sent_twice_is_put_up_once()
    {
        var stamp = await world.SeenAsync();

        await world.Publicity.PutUpAsync(stamp, "所在单位", world.Today, "公告栏", Stop);
        var again = await world.Publicity.PutUpAsync(stamp, "所在单位", world.Today, "公告栏", Stop);

        again.Succeeded.ShouldBeTrue();
        (await world.LoadAsync()).Publicities.ShouldHaveSingleItem();
    }

    private async Task<CommandOutcome> ObjectAsync(Guid publicity, DateOnly on) =>
        await world.Publicity.ObjectAsync(await world.SeenAsync(), new ToldObjection(publicity, "事迹与实际不符", on, "来信"), Stop);
}
