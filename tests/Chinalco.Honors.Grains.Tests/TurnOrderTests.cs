using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Grains.Tests;

/// <summary>Fifty commands sent to one award at once are carried out one after another.</summary>
[Collection(OneSiloShared.Name)]
public sealed class TurnOrderTests(OneSilo silo)
{
    private const int Many = 50;

    [Fact]
    public async Task Every_honour_lands_once()
    {
        var honour = await ConferManyAsync();

        (await silo.Database.ConferralsOfAsync(honour.Award.Id)).Select(c => c.Edition).Distinct().Count().ShouldBe(Many);
    }

    [Fact]
    public async Task The_audit_chain_is_whole()
    {
        var honour = await ConferManyAsync();

        (await silo.Database.ChainOfAsync(honour.Award.Id)).IsWhole().ShouldBeTrue();
    }

    [Fact]
    public async Task The_version_counts_every_turn()
    {
        var honour = await ConferManyAsync();

        (await silo.Award(honour.Award.Id).GetAsync())!.Version.ShouldBe(1 + Many);
    }

    [Fact]
    public async Task Fifty_proofs_of_one_honour_make_one_conferral()
    {
        var honour = await Honour.PrepareAsync(silo.Database);

        await Task.WhenAll(Enumerable.Range(0, Many).Select(n => silo.Award(honour.Award.Id).ConferAsync(honour.Confer(sentence: n))));

        (await silo.Database.ConferralsOfAsync(honour.Award.Id)).Select(c => c.Evidence.Count).ShouldBe([Many]);
    }

    private async Task<Honour> ConferManyAsync()
    {
        var honour = await Honour.PrepareAsync(silo.Database);
        var outcomes = await Task.WhenAll(
            Enumerable.Range(1, Many).Select(n => silo.Award(honour.Award.Id).ConferAsync(honour.Confer(edition: $"第{n}届", sentence: n)))
        );
        outcomes.ShouldAllBe(o => o.Result == CommandResult.Applied);
        return honour;
    }
}
