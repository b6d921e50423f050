using System.Diagnostics;
using System.Globalization;
using Chinalco.Honors.Cluster.Testing;

namespace Chinalco.Honors.Benchmarks;

/// <summary>The suite's kill test, as long as one likes.</summary>
internal static class Kills
{
    /// <returns>0 when the database holds what the clients were told, 1 otherwise.</returns>
    public static async Task<int> RunAsync(int count, int seed, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var cluster = await HonorsCluster.StartAsync(silos: 3);
        await using (cluster)
        {
            var load = new MixedLoad(cluster, seed);
            await load.PrepareAsync(people: 400);
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var running = load.RunAsync(clients: 6, stopping.Token);
            var began = Stopwatch.GetTimestamp();
            for (var kill = 1; kill <= count; kill++)
            {
                await Task.Delay(random.Next(20, 400), cancellationToken);
                await cluster.KillAsync(cluster.Silos[random.Next(cluster.Silos.Count)]);
                await cluster.StartSiloAsync();
                if (kill % 20 == 0)
                {
                    Print($"{kill} kills, {load.Ledger.Entries.Count} writes, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
                }
            }

            await stopping.CancelAsync();
            await running;
            var differences = await LedgerCheck.DifferencesAsync(load.Ledger, cluster.Database);
            foreach (var difference in differences)
            {
                Print(difference);
            }

            Print(
                $"{count} kills in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s: {load.Ledger.Entries.Count(e => e.Acknowledged)} writes acknowledged, "
                    + $"{load.Ledger.Reads} reads, {load.Ledger.Resent} acknowledged writes sent again, "
                    + $"{load.Ledger.Unavailable} given up by the registry and sent again by the client; {differences.Count} differences"
            );
            return differences.Count == 0 ? 0 : 1;
        }
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static void Print(string text) => Console.WriteLine(text);
}
