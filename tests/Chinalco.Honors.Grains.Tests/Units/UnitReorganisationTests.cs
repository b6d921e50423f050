using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Tests.Units;

/// <summary>Units are renamed, moved, merged, split and ended, and whoever works there goes along.</summary>
public sealed class UnitReorganisationTests : IAsyncLifetime
{
    private readonly Unit group = A.Unit("示例集团", tier: UnitTier.Group);
    private readonly Honoree worker = A.Honoree();
    private TemporaryDatabase database = null!;
    private Unit one = null!;
    private Unit two = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TemporaryDatabase.CreateAsync();
        (one, two) = (A.Unit("一厂", group.Id), A.Unit("二厂", group.Id));
        worker.Employ(one.Id, "一厂 电解车间", "工人", new PartialDate(2001));
        await database.SaveAsync(group, one, two, worker);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Who_works_in_a_merged_unit_works_in_the_heir_from_the_day_on()
    {
        await MergedAsync();

        using var db = database.Open();
        var posts = await db.Employments.Where(e => e.HonoreeId == worker.Id).OrderBy(e => e.From).ToListAsync(Stop);
        posts
            .Select(p => (p.UnitId, p.Position, p.From?.ToString(), p.To?.ToString()))
            .ShouldBe([(one.Id, "工人", "2001", "2012-06"), (two.Id, "工人", "2012-06", null)]);
    }

    [Fact]
    public async Task A_person_who_was_moved_has_it_in_the_trail()
    {
        await MergedAsync();

        using var db = database.Open();
        (await db.AuditRecords.SingleAsync(a => a.EntityId == worker.Id, Stop)).Action.ShouldBe("honoree.transfer");
        (await db.AuditRecords.Where(a => a.EntityId == one.Id).Select(a => a.Action).ToListAsync(Stop)).ShouldBe(["unit.dissolve"]);
        (await db.AuditRecords.Where(a => a.EntityId == two.Id).Select(a => a.Action).ToListAsync(Stop)).ShouldBe(["unit.take-over"]);
    }

    [Fact]
    public async Task An_order_sent_twice_is_carried_out_once()
    {
        var (stamp, order) = (Reorganised.Stamp, new MergeOrder(one.Id, "2012-06", two.Id, []));
        var seen = await database.DigestAsync(order, stamp.CommandId);
        var commands = new DirectCommands(database).Reorganisations;

        var first = await commands.CarryOutAsync(order, seen, stamp, Stop);
        var second = await commands.CarryOutAsync(order, seen, stamp, Stop);

        second.ShouldBe(first);
        using var db = database.Open();
        (await db.Employments.CountAsync(e => e.HonoreeId == worker.Id, Stop)).ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_came_since_it_was_shown_stops_the_order()
    {
        var (stamp, order) = (Reorganised.Stamp, new MergeOrder(one.Id, "2012-06", two.Id, []));
        var seen = await database.DigestAsync(order, stamp.CommandId);
        var late = A.Honoree();
        late.Employ(one.Id, "一厂", "工人", from: null);
        await database.SaveAsync(late);

        var outcome = await new DirectCommands(database).Reorganisations.CarryOutAsync(order, seen, stamp, Stop);

        outcome.Rule.ShouldBe(nameof(TheOrganisationIsAsItWasSeen));
        using var db = database.Open();
        (await db.Units.SingleAsync(u => u.Id == one.Id, Stop)).DissolvedOn.ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_is_taken_over_by_a_unit_that_ended()
    {
        await MergedAsync();
        var three = A.Unit("三厂", group.Id);
        await database.SaveAsync(three);

        await BrokenAsync<TheUnitStands>(new MergeOrder(three.Id, "2013", one.Id, []));
    }

    [Fact]
    public Task A_unit_is_not_its_own_heir() => BrokenAsync<AnHeirIsAnotherUnitThatStands>(new MergeOrder(one.Id, "2013", one.Id, []));

    [Fact]
    public Task Nothing_is_ordered_for_the_future() => BrokenAsync<AChangeHasHappened>(new RenameOrder(one.Id, "2199", "新厂"));

    [Fact]
    public Task A_unit_does_not_end_with_people_in_it() =>
        BrokenAsync<NobodyIsLeftInAUnitThatEnds>(new DissolveOrder(one.Id, "2013", null));

    [Fact]
    public Task Two_units_below_one_do_not_bear_one_name() =>
        BrokenAsync<ANameIsBorneOnceBelowAUnit>(new RenameOrder(one.Id, "2013", "二厂"));

    [Fact]
    public async Task A_merger_is_not_taken_back_when_somebody_has_left_since()
    {
        var stamp = Reorganised.Stamp;
        await database.OrderAsync(new MergeOrder(one.Id, "2012-06", two.Id, []), stamp);
        using (var db = database.Open())
        {
            var person = await db.Honorees.Include(h => h.Employments).SingleAsync(h => h.Id == worker.Id, Stop);
            person.EndEmployments(new PartialDate(2020));
            await db.SaveChangesAsync(Stop);
        }

        var outcome = await new DirectCommands(database).Reorganisations.UndoAsync(stamp.CommandId, Reorganised.Stamp, Stop);

        outcome.Rule.ShouldBe(nameof(NothingWasBuiltOnIt));
    }

    [Fact]
    public async Task The_chosen_people_go_with_the_part_and_the_others_stay()
    {
        var stays = A.Honoree();
        stays.Employ(one.Id, "一厂", "工人", new PartialDate(2002));
        await database.SaveAsync(stays);

        var outcome = await database.OrderAsync(
            new SplitOrder(one.Id, "2015", [new UnitPart("三厂", UnitTier.Enterprise, [], [worker.Id])], HeirPart: null)
        );

        outcome.Succeeded.ShouldBeTrue(outcome.Message);
        using var db = database.Open();
        var part = await db.Units.SingleAsync(u => u.Name == "三厂", Stop);
        (await db.Employments.SingleAsync(e => e.HonoreeId == worker.Id && e.To == null, Stop)).UnitId.ShouldBe(part.Id);
        (await db.Employments.SingleAsync(e => e.HonoreeId == stays.Id, Stop)).UnitId.ShouldBe(one.Id);
    }

    [Fact]
    public async Task A_headcount_is_corrected_by_hand()
    {
        var commands = new DirectCommands(database).Units;
        await commands.CountAsync(one.Id, new CountUnit(Reorganised.Stamp, 2020, 100, "年报"), Stop);
        await commands.CountAsync(one.Id, new CountUnit(Reorganised.Stamp, 2020, 120, "更正"), Stop);

        using var db = database.Open();
        (await db.Headcounts.SingleAsync(Stop)).Number.ShouldBe(120);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task MergedAsync()
    {
        var outcome = await database.OrderAsync(new MergeOrder(one.Id, "2012-06", two.Id, []));
        outcome.Succeeded.ShouldBeTrue(outcome.Message);
    }

    private async Task BrokenAsync<TRule>(UnitOrder order) =>
        (await new DirectCommands(database).Reorganisations.CarryOutAsync(order, "", Reorganised.Stamp, Stop)).Rule.ShouldBe(
            typeof(TRule).Name
        );
}
