using Chinalco.Honors.Cluster.Testing;

namespace Chinalco.Honors.Cluster.Tests;

/// <summary>A new version goes out node by node while people work.</summary>
public sealed class RollingRestartTests
{
    [Fact]
    public async Task NoRequestFails_WhileEveryNodeIsReplaced()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var cluster = await HonorsCluster.StartAsync(silos: 3);
        await using (cluster)
        {
            var load = new MixedLoad(cluster, seed: 2);
            await load.PrepareAsync();
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var running = load.RunAsync(clients: 6, stopping.Token);
            foreach (var old in cluster.Silos)
            {
                await cluster.StartSiloAsync();
                await cluster.WaitUntilAllAgreeAsync(cancellation);
                await cluster.StopAsync(old);
                await cluster.WaitUntilAllAgreeAsync(cancellation);
            }

            await stopping.CancelAsync();
            await running;

            load.Ledger.Unavailable.ShouldBe(0);
            (await LedgerCheck.DifferencesAsync(load.Ledger, cluster.Database)).ShouldBeEmpty();
        }
    }
}
