using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Tests;

/// <summary>Correcting a person's entry by hand.</summary>
public sealed class CorrectedPeopleTests : IAsyncLifetime
{
    private readonly Unit plant = A.Unit("示例电解厂");
    private readonly Unit other = A.Unit("示例铸造厂");
    private readonly Honoree person = A.Honoree("付君", "E100");
    private TemporaryDatabase database = null!;
    private DirectCommands direct = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TemporaryDatabase.CreateAsync();
        direct = new DirectCommands(database);
        person.Employ(plant.Id, plant.Name, "电解工", new PartialDate(2020));
        await database.SaveAsync(plant, other, A.Honoree("乙", "E200"));
        await database.SaveAsync(person);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task What_was_entered_wrongly_is_put_right_in_place_and_recorded()
    {
        var outcome = await CorrectAsync(Now with { Name = "付军", EmployeeNumber = "E101", Post = Post(plant, "电解技师") });

        outcome.Result.ShouldBe(CommandResult.Applied, outcome.Message);
        var now = await ReadAsync();
        (now.Name, now.EmployeeNumber, now.Employments.Single().Position, now.Employments.Single().From).ShouldBe(
            ("付军", "E101", "电解技师", new PartialDate(2020))
        );
        var record = (await database.ChainOfAsync(person.Id))[^1];
        (record.Action, record.Reason).ShouldBe(("honoree.correct", "测试"));
        record.Detail.ShouldContain("付君");
        record.Detail.ShouldNotContain("状态");
    }

    [Fact]
    public async Task A_move_ends_the_post_and_begins_another()
    {
        (await CorrectAsync(Now with { Post = Post(other, "铸造工"), On = new PartialDate(2025, 6) })).Succeeded.ShouldBeTrue();

        var posts = (await ReadAsync()).Employments.OrderBy(e => e.From).ToList();
        posts
            .Select(e => (e.UnitId, e.From?.ToString(), e.To?.ToString()))
            .ShouldBe([(plant.Id, "2020", "2025-06"), (other.Id, "2025-06", null)]);
    }

    [Fact]
    public async Task A_post_ends_on_a_day_alone()
    {
        var retired = Now with { Status = HonoreeStatus.Retired, Post = null };
        (await CorrectAsync(retired)).Rule.ShouldBe(nameof(APostEndsOnADay));

        (await CorrectAsync(retired with { On = new PartialDate(2025) })).Succeeded.ShouldBeTrue();

        var now = await ReadAsync();
        (now.Status, now.PresentPost, now.Employments.Single().To?.ToString()).ShouldBe((HonoreeStatus.Retired, null, "2025"));
    }

    [Fact]
    public async Task The_same_command_twice_is_carried_out_once_and_the_same_facts_again_change_nothing()
    {
        var command = Command(Now with { Name = "付军" }, person.Version);

        var first = await direct.Honorees.CorrectAsync(person.Id, command, Stop);
        (await direct.Honorees.CorrectAsync(person.Id, command, Stop)).ShouldBe(first);
        var again = Command(Now with { Name = "付军" }, (await ReadAsync()).Version);
        (await direct.Honorees.CorrectAsync(person.Id, again, Stop)).Result.ShouldBe(CommandResult.NothingToDo);

        (await database.ChainOfAsync(person.Id)).Count(r => r.Action == "honoree.correct").ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_saw_another_version_corrects_nothing()
    {
        (await CorrectAsync(Now with { Name = "付军" })).Succeeded.ShouldBeTrue();

        (await CorrectAsync(Now with { Name = "富军" })).Rule.ShouldBe(nameof(TheHonoreeIsAsItWasSeen));

        (await ReadAsync()).Name.ShouldBe("付军");
    }

    [Fact]
    public async Task Anothers_number_and_private_numbers_are_refused()
    {
        (await CorrectAsync(Now with { EmployeeNumber = "E200" })).Rule.ShouldBe(nameof(AnEmployeeNumberIsGivenOnce));
        (await CorrectAsync(Now with { EmployeeNumber = "13800138000" })).Rule.ShouldBe(nameof(APersonsFactsHoldNoPrivateNumbers));
    }

    private CorrectedPerson Now => new("付君", EmployeeNumber: null, HonoreeStatus.Active, Post(plant, "电解工"), On: null);

    private static EmploymentFact Post(Unit unit, string position) => new(unit.Id, unit.Name, position);

    private Task<CommandOutcome> CorrectAsync(CorrectedPerson to) =>
        direct.Honorees.CorrectAsync(person.Id, Command(to, person.Version), Stop);

    private static CorrectHonoree Command(CorrectedPerson to, long seen) => new(CommandStamp.New(A.Clerk, "测试"), to, seen);

    private async Task<Honoree> ReadAsync()
    {
        await using var db = database.Open();
        return await db.Honorees.AsNoTracking().Include(h => h.Employments).SingleAsync(h => h.Id == person.Id, Stop);
    }
}
