using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Grains.Tests;

/// <summary>Fifty commands sent to one award at once are carried out one after another.</summary>
[Collection(OneSiloShared.Name)]
public sealed class TurnOrderTests(OneSilo silo, TurnOrderTests.FiftyAtOnce fifty) : IClassFixture<TurnOrderTests.FiftyAtOnce>
{
    private const int Many = 50;

    [Fact]
    public void Every_command_is_carried_out() => fifty.Outcomes.ShouldAllBe(o => o.Result == CommandResult.Applied);

    [Fact]
    public async Task Every_honour_lands_once() =>
        (await silo.Database.ConferralsOfAsync(fifty.AwardId)).Select(c => c.Edition).Distinct().Count().ShouldBe(Many);

    [Fact]
    public async Task The_audit_chain_has_a_record_of_each() => (await silo.Database.ChainOfAsync(fifty.AwardId)).Count.ShouldBe(Many);

    [Fact]
    public async Task The_audit_chain_is_whole() => (await silo.Database.ChainOfAsync(fifty.AwardId)).IsWhole().ShouldBeTrue();

    [Fact]
    public async Task The_version_counts_every_turn() => (await silo.Award(fifty.AwardId).GetAsync())!.Version.ShouldBe(1 + Many);

    [Fact]
    public async Task Twenty_proofs_of_one_honour_make_one_conferral()
    {
        var honour = await Honour.PrepareAsync(silo.Database);
        IAwardGrain grain = silo.Award(honour.Award.Id);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => grain.ConferAsync(honour.Confer(sentence: n))));

        (await silo.Database.ConferralsOfAsync(honour.Award.Id)).Select(c => c.Evidence.Count).ShouldBe([20]);
    }

    public sealed class FiftyAtOnce(OneSilo silo) : IAsyncLifetime
    {
        public Guid AwardId { get; private set; }

        public IReadOnlyList<CommandOutcome> Outcomes { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            var honour = await Honour.PrepareAsync(silo.Database);
            AwardId = honour.Award.Id;
            Outcomes = await Task.WhenAll(
                Enumerable.Range(1, Many).Select(n => silo.Award(AwardId).ConferAsync(honour.Confer(edition: $"第{n}届", sentence: n)))
            );
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
