using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Grains.Tests;

/// <summary>Entering people, units and awards, changing them, and reading them back from their owners.</summary>
[Collection(OneSiloShared.Name)]
public sealed class RegisterTests(OneSilo silo)
{
    [Fact]
    public async Task A_registered_person_is_told_by_the_owner()
    {
        var (id, command) = (Guid.NewGuid(), Registering.Honoree(new EmploymentFact(UnitId: null, "示例厂", "工人", "2019-05", "2020")));

        await silo.Honoree(id).RegisterAsync(command);

        var told = (await silo.Honoree(id).GetAsync())!;
        (told.Name, told.Status, told.Employments.Single(), told.Version).ShouldBe(
            (command.Name, HonoreeStatus.Active, command.Employments[0], 2)
        );
    }

    [Fact]
    public async Task A_registered_unit_is_told_by_the_owner()
    {
        var (id, command) = (Guid.NewGuid(), Registering.Unit());

        await silo.Unit(id).RegisterAsync(command);

        (await silo.Unit(id).GetAsync())!.Names.ShouldBe([new UnitNameFact(command.Name, UnitNameKind.Legal), command.OtherNames[0]]);
    }

    [Fact]
    public async Task A_registered_award_is_told_by_the_owner()
    {
        var (id, command) = (Guid.NewGuid(), Registering.Award());

        await silo.Award(id).RegisterAsync(command);

        var told = (await silo.Award(id).GetAsync())!;
        (told.Name, told.Level, told.Aliases.Single()).ShouldBe((command.Name, command.Level, "标兵"));
    }

    [Fact]
    public async Task What_nobody_registered_is_told_as_nothing() => (await silo.Award(Guid.NewGuid()).GetAsync()).ShouldBeNull();

    [Fact]
    public async Task Registering_what_exists_leaves_it_as_it_is()
    {
        var id = Guid.NewGuid();
        var first = Registering.Honoree();
        await silo.Honoree(id).RegisterAsync(first);

        await silo.Honoree(id).RegisterAsync(Registering.Honoree());

        (await silo.Honoree(id).GetAsync())!.Name.ShouldBe(first.Name);
    }

    [Fact]
    public async Task A_move_ends_one_employment_and_begins_the_next()
    {
        var id = Guid.NewGuid();
        await silo.Honoree(id).RegisterAsync(Registering.Honoree(new EmploymentFact(UnitId: null, "一厂", "工人", "2019")));

        await silo.Honoree(id)
            .MoveAsync(
                new MoveHonoree(CommandStamp.New(A.Clerk), new EmploymentFact(UnitId: null, "二厂", "班长"), new PartialDate(2024, 3))
            );

        (await silo.Honoree(id).GetAsync())!.Employments.ShouldBe([
            new EmploymentFact(UnitId: null, "一厂", "工人", "2019", "2024-03"),
            new EmploymentFact(UnitId: null, "二厂", "班长", "2024-03"),
        ]);
    }

    [Fact]
    public async Task A_status_is_changed()
    {
        var id = Guid.NewGuid();
        await silo.Honoree(id).RegisterAsync(Registering.Honoree());

        await silo.Honoree(id).ChangeStatusAsync(new ChangeHonoreeStatus(CommandStamp.New(A.Clerk), HonoreeStatus.Retired));

        (await silo.Honoree(id).GetAsync())!.Status.ShouldBe(HonoreeStatus.Retired);
    }

    [Fact]
    public async Task A_renamed_unit_keeps_its_former_name()
    {
        var id = Guid.NewGuid();
        var command = Registering.Unit() with { OtherNames = [] };
        await silo.Unit(id).RegisterAsync(command);

        await silo.Unit(id).RenameAsync(new RenameUnit(CommandStamp.New(A.Clerk), "新厂", "2020"));

        (await silo.Unit(id).GetAsync())!.Names.ShouldBe([
            new UnitNameFact(command.Name, UnitNameKind.Former, From: null, "2020"),
            new UnitNameFact("新厂", UnitNameKind.Legal, "2020"),
        ]);
    }

    [Fact]
    public async Task A_name_a_unit_bears_already_leaves_nothing_to_do()
    {
        var id = Guid.NewGuid();
        await silo.Unit(id).RegisterAsync(Registering.Unit());

        var outcome = await silo.Unit(id)
            .AddNameAsync(new AddUnitName(CommandStamp.New(A.Clerk), new UnitNameFact("老厂", UnitNameKind.Alias)));

        outcome.Result.ShouldBe(CommandResult.NothingToDo);
    }

    [Fact]
    public async Task An_alias_of_an_award_is_added()
    {
        var id = Guid.NewGuid();
        await silo.Award(id).RegisterAsync(Registering.Award());

        await silo.Award(id).AddAliasAsync(new AddAwardAlias(CommandStamp.New(A.Clerk), "金奖"));

        (await silo.Award(id).GetAsync())!.Aliases.ShouldBe(["标兵", "金奖"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_corrected_conferral_has_the_new_facts()
    {
        var honour = await Honour.PrepareAsync(silo.Database);
        var command = honour.Confer(2024);
        await silo.Award(honour.Award.Id).ConferAsync(command);

        await silo.Award(honour.Award.Id).CorrectAsync(Honour.Correct(command.ConferralId, A.Facts(2022, "第七届")));

        var conferral = (await silo.Database.ConferralsOfAsync(honour.Award.Id)).Single();
        (conferral.Year, conferral.Edition).ShouldBe((2022, "第七届"));
    }
}
