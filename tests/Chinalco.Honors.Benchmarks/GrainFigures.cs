using System.Diagnostics;
using System.Globalization;
using Chinalco.Honors.Cluster.Testing;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Benchmarks;

/// <summary>How much a node does and what a grain costs. The silos share this process and this machine, so only the ratios say something.</summary>
internal static class GrainFigures
{
    private const int Clients = 16;
    private const int People = 500;

    public static async Task<int> RunAsync(int seconds, int activations, CancellationToken cancellationToken)
    {
        var window = TimeSpan.FromSeconds(seconds);
        var one = await MeasureAsync(silos: 1, window, cancellationToken);
        var three = await MeasureAsync(silos: 3, window, cancellationToken);
        Print($"reads a second:  {one.Reads, 8:0} on one node, {three.Reads, 8:0} on three: {three.Reads / one.Reads:0.00} times as many");
        Print(
            $"writes a second: {one.Writes, 8:0} on one node, {three.Writes, 8:0} on three: {three.Writes / one.Writes:0.00} times as many"
        );
        Print($"managed bytes for each activation: {await BytesForEachAsync(activations):0} ({activations} honorees held)");
        return 0;
    }

    private static async Task<(double Reads, double Writes)> MeasureAsync(short silos, TimeSpan window, CancellationToken cancellationToken)
    {
        var cluster = await HonorsCluster.StartAsync(silos);
        await using (cluster)
        {
            var people = await EnterAsync(cluster, People);
            Task Read(int n) => cluster.Grains.GetGrain<IHonoreeGrain>(people[n % People]).GetAsync(cancellationToken);
            Task Write(int n) =>
                cluster
                    .Grains.GetGrain<IHonoreeGrain>(people[n % People])
                    .ChangeStatusAsync(
                        new ChangeHonoreeStatus(
                            CommandStamp.New(A.Clerk),
                            n / People % 2 == 0 ? HonoreeStatus.Retired : HonoreeStatus.Active
                        ),
                        cancellationToken
                    );

            await RateAsync(Read, window / 5);
            var reads = await RateAsync(Read, window);
            await RateAsync(Write, window / 5);
            return (reads, await RateAsync(Write, window));
        }
    }

    /// <summary>How often a second so many clients get the call done.</summary>
    private static async Task<double> RateAsync(Func<int, Task> call, TimeSpan window)
    {
        var number = -1;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (Stopwatch.GetElapsedTime(began) < window)
                        {
                            await call(Interlocked.Increment(ref number));
                        }
                    })
                )
        );
        return (number + 1) / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>The managed heap with so many grains that hold their snapshot, less the heap before, for each grain.</summary>
    private static async Task<double> BytesForEachAsync(int activations)
    {
        var cluster = await HonorsCluster.StartAsync(silos: 1);
        await using (cluster)
        {
            var people = await EnterAsync(cluster, activations);
            await TouchAsync(cluster, people[..100]);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            await TouchAsync(cluster, people[100..]);
            var after = GC.GetTotalMemory(forceFullCollection: true);
            return (double)(after - before) / (activations - 100);
        }
    }

    private static Task TouchAsync(HonorsCluster cluster, Guid[] people) =>
        Parallel.ForEachAsync(
            people,
            new ParallelOptions { MaxDegreeOfParallelism = Clients },
            async (id, token) => await cluster.Grains.GetGrain<IHonoreeGrain>(id).GetAsync(token)
        );

    private static async Task<Guid[]> EnterAsync(HonorsCluster cluster, int count)
    {
        var people = Enumerable.Range(0, count).Select(_ => A.Honoree()).ToArray();
        await cluster.Database.SaveAsync([.. people]);
        return [.. people.Select(p => p.Id)];
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
