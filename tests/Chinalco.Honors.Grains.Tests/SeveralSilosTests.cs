using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Testing;
using Orleans.TestingHost;

namespace Chinalco.Honors.Grains.Tests;

/// <summary>Several silos share one SQLite file.</summary>
public sealed class SeveralSilosTests : IAsyncLifetime
{
    private const int Editions = 4;

    private TemporaryDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TemporaryDatabase.CreateAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task In_a_cluster_of_two_every_honour_lands_once_in_a_whole_chain()
    {
        var cluster = await TestSilos.StartAsync(database, count: 2);
        await using (cluster)
        {
            List<Honour> honours = [];
            for (var n = 0; n < 4; n++)
            {
                honours.Add(await Honour.PrepareAsync(database));
            }

            await Task.WhenAll(honours.SelectMany(h => ConferEachTwice(cluster, h)));

            foreach (var honour in honours)
            {
                await HasEveryHonourOnceAsync(honour);
            }
        }
    }

    [Fact]
    public async Task Two_clusters_that_do_not_know_each_other_lose_and_double_nothing()
    {
        // Each has an activation of its own for the same award: the version and the audit sequence decide who is stale.
        var (one, other) = (await TestSilos.StartAsync(database), await TestSilos.StartAsync(database));
        await using (one)
        await using (other)
        {
            var honour = await Honour.PrepareAsync(database);

            await Task.WhenAll(ConferEachTwice(one, honour).Concat(ConferEachTwice(other, honour)));

            await HasEveryHonourOnceAsync(honour);
        }
    }

    [Fact]
    public async Task A_silo_started_anew_answers_a_command_that_the_last_one_carried_out()
    {
        var honour = await Honour.PrepareAsync(database);
        var command = honour.Confer();
        var first = await OnAFreshSiloAsync(grain => grain.ConferAsync(command), honour.Award.Id);

        (await OnAFreshSiloAsync(grain => grain.ConferAsync(command), honour.Award.Id)).ShouldBe(first);
    }

    private async Task<CommandOutcome> OnAFreshSiloAsync(Func<IAwardGrain, Task<CommandOutcome>> send, Guid awardId)
    {
        var cluster = await TestSilos.StartAsync(database);
        await using (cluster)
        {
            return await send(cluster.Client.GetGrain<IAwardGrain>(awardId));
        }
    }

    private static IEnumerable<Task<CommandOutcome>> ConferEachTwice(InProcessTestCluster cluster, Honour honour) =>
        from n in Enumerable.Range(1, Editions)
        from proof in Enumerable.Range(0, 2)
        select cluster
            .Client.GetGrain<IAwardGrain>(honour.Award.Id)
            .ConferAsync(honour.Confer(edition: $"第{n}届", sentence: (2 * n) + proof));

    private async Task HasEveryHonourOnceAsync(Honour honour)
    {
        (await database.ConferralsOfAsync(honour.Award.Id))
            .Select(c => (c.Edition, c.Evidence.Count))
            .ShouldBe(Enumerable.Range(1, Editions).Select(n => ((string?)$"第{n}届", 2)), ignoreOrder: true);
        (await database.ChainOfAsync(honour.Award.Id)).IsWhole().ShouldBeTrue();
    }
}
