using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Grains.Tests;

/// <summary>Somebody outside the silo writes while a grain is active with what it read before.</summary>
[Collection(OneSiloShared.Name)]
public sealed class StaleActivationTests(OneSilo silo)
{
    [Fact]
    public async Task An_active_grain_tells_what_was_committed_last()
    {
        var id = await ActiveHonoreeAsync();

        await silo.Outside.Honorees.ChangeStatusAsync(id, new ChangeHonoreeStatus(CommandStamp.New(A.Clerk), HonoreeStatus.Deceased));

        (await silo.Honoree(id).GetAsync())!.Status.ShouldBe(HonoreeStatus.Deceased);
    }

    [Fact]
    public async Task The_next_command_builds_on_what_was_committed_last()
    {
        var id = await ActiveHonoreeAsync();
        await silo.Outside.Honorees.ChangeStatusAsync(id, new ChangeHonoreeStatus(CommandStamp.New(A.Clerk), HonoreeStatus.Retired));

        var outcome = await silo.Honoree(id).ChangeStatusAsync(new ChangeHonoreeStatus(CommandStamp.New(A.Clerk), HonoreeStatus.Deceased));

        outcome.ShouldBe(CommandOutcome.Applied(id, 3));
    }

    [Fact]
    public async Task The_chain_goes_on_where_the_outside_left_it()
    {
        var honour = await ActiveAwardAsync();
        await silo.Outside.Registry.SendAsync(honour.Award.Id, honour.Confer(2023));

        await silo.Award(honour.Award.Id).ConferAsync(honour.Confer(2024));

        (await silo.Database.ChainOfAsync(honour.Award.Id)).IsWhole().ShouldBeTrue();
    }

    [Fact]
    public async Task A_report_joins_the_conferral_that_the_outside_made()
    {
        var honour = await ActiveAwardAsync();
        var outside = honour.Confer();
        await silo.Outside.Registry.SendAsync(honour.Award.Id, outside);

        (await silo.Award(honour.Award.Id).ConferAsync(honour.Confer(sentence: 1))).SubjectId.ShouldBe(outside.ConferralId);
    }

    [Fact]
    public async Task A_grain_asked_too_early_sees_what_is_registered_later()
    {
        var id = Guid.NewGuid();
        (await silo.Award(id).GetAsync()).ShouldBeNull();

        await silo.Outside.Registry.SendAsync(id, Registering.Award());

        (await silo.Award(id).GetAsync()).ShouldNotBeNull();
    }

    private async Task<Guid> ActiveHonoreeAsync()
    {
        var honoree = A.Honoree();
        await silo.Database.SaveAsync(honoree);
        await silo.Honoree(honoree.Id).GetAsync();
        return honoree.Id;
    }

    private async Task<Honour> ActiveAwardAsync()
    {
        var honour = await Honour.PrepareAsync(silo.Database);
        await silo.Award(honour.Award.Id).GetAsync();
        return honour;
    }
}
