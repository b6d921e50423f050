using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Grains.Tests;

/// <summary>Commands of different owners, or of one owner in two processes, meet in the database.</summary>
public sealed class RaceTests : IAsyncLifetime
{
    private const int Rounds = 8;

    private TemporaryDatabase database = null!;
    private DirectCommands here = null!;
    private DirectCommands there = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TemporaryDatabase.CreateAsync();
        (here, there) = (new DirectCommands(database), new DirectCommands(database));
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Two_units_never_end_up_below_each_other()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var root = A.Unit();
            var (one, other) = (A.Unit(parentId: root.Id), A.Unit(parentId: root.Id));
            await database.SaveAsync(root, one, other);

            var outcomes = await Task.WhenAll(
                here.Units.MoveAsync(one.Id, new MoveUnit(CommandStamp.New(A.Clerk), other.Id)),
                there.Units.MoveAsync(other.Id, new MoveUnit(CommandStamp.New(A.Clerk), one.Id))
            );

            outcomes.Select(o => o.Result).ShouldBe([CommandResult.Applied, CommandResult.Rejected], ignoreOrder: true);
        }
    }

    [Fact]
    public async Task A_page_counts_the_changes_of_its_owner_and_of_others()
    {
        var honour = await Honour.PrepareAsync(database);

        await Task.WhenAll(
            Enumerable
                .Range(0, Rounds)
                .Select(n => here.Awards.ConferAsync(honour.Award.Id, honour.Confer(year: 2000 + n, sentence: n)))
                .Concat(Enumerable.Range(0, Rounds).Select(_ => there.Honorees.ChangeStatusAsync(honour.Honoree.Id, Retire())))
        );

        (await database.PagesAsync(honour)).Honoree.ShouldBe(1 + (2 * Rounds));
    }

    [Fact]
    public async Task One_command_sent_to_two_processes_at_once_is_carried_out_once()
    {
        var honour = await Honour.PrepareAsync(database);
        var command = honour.Confer();

        var outcomes = await Task.WhenAll(
            here.Awards.ConferAsync(honour.Award.Id, command),
            there.Awards.ConferAsync(honour.Award.Id, command)
        );

        (outcomes.Distinct().Count(), (await database.ConferralsOfAsync(honour.Award.Id)).Count).ShouldBe((1, 1));
    }

    [Fact]
    public async Task An_honour_reported_to_two_processes_at_once_is_one_conferral_with_two_proofs()
    {
        var honour = await Honour.PrepareAsync(database);

        await Task.WhenAll(
            here.Awards.ConferAsync(honour.Award.Id, honour.Confer(sentence: 0)),
            there.Awards.ConferAsync(honour.Award.Id, honour.Confer(sentence: 1))
        );

        (await database.ConferralsOfAsync(honour.Award.Id)).Single().Evidence.Count.ShouldBe(2);
    }

    private static ChangeHonoreeStatus Retire() => new(CommandStamp.New(A.Clerk), HonoreeStatus.Retired);
}
