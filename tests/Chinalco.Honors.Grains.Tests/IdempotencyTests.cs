using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Grains.Tests;

/// <summary>A command is carried out once, however often it is sent.</summary>
[Collection(OneSiloShared.Name)]
public sealed class IdempotencyTests(OneSilo silo)
{
    [Theory]
    [InlineData("register")]
    [InlineData("confer")]
    [InlineData("correct")]
    [InlineData("end")]
    public async Task The_same_command_again_answers_the_same(string kind)
    {
        var send = await ArrangeAsync(kind);
        var first = await send();

        (await send()).ShouldBe(first);
    }

    [Theory]
    [InlineData("register")]
    [InlineData("confer")]
    [InlineData("correct")]
    [InlineData("end")]
    public async Task The_same_command_again_writes_nothing(string kind)
    {
        var send = await ArrangeAsync(kind);
        await send();
        var before = await silo.Database.RowsAsync();

        await send();

        (await silo.Database.RowsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_same_command_sent_at_once_twenty_times_answers_the_same()
    {
        var send = await ArrangeAsync("confer");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => send()));

        outcomes.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_same_command_sent_at_once_by_two_ways_is_carried_out_once()
    {
        var honour = await Honour.PrepareAsync(silo.Database);
        var command = honour.Confer();

        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(n =>
                    n % 2 == 0
                        ? silo.Award(honour.Award.Id).ConferAsync(command)
                        : silo.Outside.Registry.SendAsync(honour.Award.Id, command)
                )
        );

        (await silo.Database.ChainOfAsync(honour.Award.Id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_rejected_command_may_be_sent_again_when_it_has_become_right()
    {
        var honour = await Honour.PrepareAsync(silo.Database);
        var late = A.Honoree();
        var command = honour.Confer(recipients: A.Person(late.Id));
        await silo.Award(honour.Award.Id).ConferAsync(command);
        await silo.Database.SaveAsync(late);

        (await silo.Award(honour.Award.Id).ConferAsync(command)).Result.ShouldBe(CommandResult.Applied);
    }

    private async Task<Func<Task<CommandOutcome>>> ArrangeAsync(string kind)
    {
        var honour = await Honour.PrepareAsync(silo.Database);
        var grain = silo.Award(honour.Award.Id);
        var confer = honour.Confer();
        var register = Registering.Award();
        var correct = Honour.Correct(confer.ConferralId, A.Facts(2022));
        var end = Honour.End(confer.ConferralId, ConferralStatus.Expired);
        if (kind is "correct" or "end")
        {
            await grain.ConferAsync(confer);
        }

        var other = silo.Award(Guid.NewGuid());
        return kind switch
        {
            "register" => () => other.RegisterAsync(register),
            "confer" => () => grain.ConferAsync(confer),
            "correct" => () => grain.CorrectAsync(correct),
            _ => () => grain.EndAsync(end),
        };
    }
}
