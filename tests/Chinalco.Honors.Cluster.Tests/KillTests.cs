using Chinalco.Honors.Cluster.Testing;

namespace Chinalco.Honors.Cluster.Tests;

/// <summary>Nodes are lost under load: what was acknowledged is there once, and nothing else is.</summary>
public sealed class KillTests
{
    private const int Kills = 20;

    [Fact]
    public async Task EveryAcknowledgedWriteIsThereOnce_AfterTwentyKills()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var random = new Random(20250601);
        var cluster = await HonorsCluster.StartAsync(silos: 3);
        await using (cluster)
        {
            var load = new MixedLoad(cluster, seed: 1);
            await load.PrepareAsync();
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var running = load.RunAsync(clients: 6, stopping.Token);
            for (var kill = 0; kill < Kills; kill++)
            {
                await Task.Delay(random.Next(20, 250), cancellation);
                await cluster.KillAsync(cluster.Silos[random.Next(cluster.Silos.Count)]);
                await cluster.StartSiloAsync();
            }

            await stopping.CancelAsync();
            await running;

            (await LedgerCheck.DifferencesAsync(load.Ledger, cluster.Database)).ShouldBeEmpty();
            load.Ledger.Entries.Count(e => e.Acknowledged).ShouldBeGreaterThan(Kills);
            TestContext.Current.SendDiagnosticMessage(
                "{0} writes, {1} reads, {2} sent again, {3} given up by the registry",
                load.Ledger.Entries.Count,
                load.Ledger.Reads,
                load.Ledger.Resent,
                load.Ledger.Unavailable
            );
        }
    }
}
