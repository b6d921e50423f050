using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Chinalco.Honors.Ingestion.Lexicons;
using Chinalco.Honors.Ingestion.Pipeline;
using Chinalco.Honors.Ingestion.Reading;
using Chinalco.Honors.Ingestion.Testing.Fuzzing;

namespace Chinalco.Honors.Benchmarks.Ingestion;

/// <summary>The suite's damaged inputs, as many as one likes.</summary>
internal static class Fuzz
{
    private const int LongestText = 20_000;
    private const int MostShown = 8;

    // An input that takes so long has to be looked at, however busy the machine is.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    /// <returns>0 when no input broke a rule, 1 otherwise.</returns>
    public static async Task<int> RunAsync(int first, int count, int seed, CancellationToken cancellationToken)
    {
        if (LexiconBuilder.FindSeeds(Environment.CurrentDirectory) is not { } seeds)
        {
            Console.Error.WriteLine("No folder seeds here or above.");
            return 1;
        }

        var inputs = new FuzzInputs(seeds, seed, LongestText);
        var check = new FuzzCheck(new IngestionPipeline(LexiconBuilder.FromSeeds(seeds)));
        var tally = new Tally();
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = WatchAsync(tally, done.Token);
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(first, count),
            cancellationToken,
            (number, _) =>
            {
                tally.Add(number, inputs[number], check);
                return ValueTask.CompletedTask;
            }
        );
        await done.CancelAsync();
        await watching;
        Print(tally, count, seed, Stopwatch.GetElapsedTime(began));
        return tally.Faults.IsEmpty ? 0 : 1;
    }

    private static async Task WatchAsync(Tally tally, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10));
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                foreach (var (number, began) in tally.Running.Where(running => Stopwatch.GetElapsedTime(running.Value) > Hang))
                {
                    Print($"input {number} has been read for {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // All inputs are read.
        }
    }

    private static void Print(Tally tally, int count, int seed, TimeSpan time)
    {
        foreach (var fault in tally.Faults.OrderBy(fault => fault.Number).Take(MostShown))
        {
            Print($"input {fault.Number} ({fault.Damage}): {fault.What}");
        }

        var refusals = tally.Refusals.OrderByDescending(refusal => refusal.Value).Select(refusal => $"{refusal.Key} {refusal.Value}");
        Print(
            $"{count} damaged inputs (seed {seed}) in {time.TotalSeconds:0} s: {tally.Read} read with {tally.Findings} findings, refused: {string.Join(", ", refusals)}"
        );
        foreach (var slow in tally.Slowest)
        {
            Print($"slow: input {slow.Number} ({slow.Damage}) {slow.Time.TotalMilliseconds:0} ms for {slow.Size} characters or bytes");
        }

        Print($"{tally.Faults.Count} faults");
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed record Fault(int Number, string Damage, string What);

    private sealed record Slow(int Number, string Damage, TimeSpan Time, int Size);

    private sealed class Tally
    {
        private readonly Lock slowestLock = new();
        private int read;
        private int findings;

        public ConcurrentBag<Fault> Faults { get; } = [];

        public ConcurrentDictionary<SourceRefusal, int> Refusals { get; } = new();

        public ConcurrentDictionary<int, long> Running { get; } = new();

        public List<Slow> Slowest { get; } = [];

        public int Read => read;

        public int Findings => findings;

        public void Add(int number, FuzzInput input, FuzzCheck check)
        {
            var began = Stopwatch.GetTimestamp();
            Running[number] = began;
            try
            {
                var outcome = check.Run(input, twice: true);
                if (outcome.Refusal is { } refusal)
                {
                    Refusals.AddOrUpdate(refusal, 1, (_, before) => before + 1);
                }
                else
                {
                    Interlocked.Increment(ref read);
                    Interlocked.Add(ref findings, outcome.Findings);
                }
            }
#pragma warning disable CA1031 // Whatever comes out of an input is what is looked for.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Faults.Add(new(number, input.Damage, $"{fault.GetType().Name}: {fault.Message} {FirstFrames(fault)}"));
            }

            Running.TryRemove(number, out _);
            var slow = new Slow(number, input.Damage, Stopwatch.GetElapsedTime(began), input.Text?.Length ?? input.Content!.Length);
            lock (slowestLock)
            {
                Slowest.Add(slow);
                Slowest.Sort((a, b) => b.Time.CompareTo(a.Time));
                Slowest.RemoveRange(Math.Min(MostShown, Slowest.Count), Math.Max(0, Slowest.Count - MostShown));
            }
        }

        private static string FirstFrames(Exception fault) =>
            string.Join(" <- ", (fault.StackTrace ?? "").Split('\n').Take(3).Select(frame => frame.Trim()));
    }
}
