using System.Diagnostics;
using System.Globalization;
using Chinalco.Honors.Cluster.Testing;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Testing;
using ClusterOptions = Chinalco.Honors.Grains.Hosting.ClusterOptions;

namespace Chinalco.Honors.Benchmarks;

/// <summary>How much a node does and what a grain costs. The silos share this process and this machine, so only the ratios say something.</summary>
internal static class GrainFigures
{
    private const int Clients = 16;
    private const int People = 500;
    private const int Turns = 3;

    public static async Task<int> RunAsync(int seconds, int activations, CancellationToken cancellationToken)
    {
        var window = TimeSpan.FromSeconds(seconds);

        // In turn, and the first turn only warms up: whoever goes first would pay for the compiler.
        await MeasureAsync(silos: 1, window / 2, cancellationToken);
        await MeasureAsync(silos: 3, window / 2, cancellationToken);
        List<(double Reads, double Writes)> one = [];
        List<(double Reads, double Writes)> three = [];
        for (var turn = 0; turn < Turns; turn++)
        {
            one.Add(await MeasureAsync(silos: 1, window, cancellationToken));
            three.Add(await MeasureAsync(silos: 3, window, cancellationToken));
        }

        Compare("reads", [.. one.Select(o => o.Reads)], [.. three.Select(t => t.Reads)]);
        Compare("writes", [.. one.Select(o => o.Writes)], [.. three.Select(t => t.Writes)]);
        Print($"managed bytes for each activation: {await BytesForEachAsync(activations):0} ({activations} honorees held)");
        return 0;
    }

    private static void Compare(string what, double[] one, double[] three)
    {
        var ratios = one.Zip(three, (o, t) => t / o).Order().ToArray();
        Print(
            $"{what} a second: {Median(one):0} on one node, {Median(three):0} on three: {Median(ratios):0.00} times as many ({ratios[0]:0.00} to {ratios[^1]:0.00} in {ratios.Length} turns)"
        );
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static async Task<(double Reads, double Writes)> MeasureAsync(short silos, TimeSpan window, CancellationToken cancellationToken)
    {
        var cluster = await HonorsCluster.StartAsync(silos, new ClusterOptions(), noticeSoon: false);
        await using (cluster)
        {
            await cluster.WaitUntilAllAgreeAsync(cancellationToken);
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
        var cluster = await HonorsCluster.StartAsync(silos: 1, new ClusterOptions(), noticeSoon: false);
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
