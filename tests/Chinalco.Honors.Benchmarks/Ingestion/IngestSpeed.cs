using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Chinalco.Honors.Ingestion.Lexicons;
using Chinalco.Honors.Ingestion.Pipeline;
using Chinalco.Honors.Ingestion.Reading;

namespace Chinalco.Honors.Benchmarks.Ingestion;

/// <summary>
/// How fast files become findings with a lexicon of the whole group's size, beside jieba's tagger on the same text in the same run, and
/// whether the time grows with the length of the text alone.
/// </summary>
internal static class IngestSpeed
{
    private const int Turns = 5;

    // Eight times as much must stay under the size a file may have.
    private const int PerTime = 100_000;

    // The tiered compiler works beside the measured thread, on the same core, and its time counts: after 8 seconds it was still half of all.
    private const int WarmUpSeconds = 40;
    private static readonly ImmutableArray<int> Times = [1, 2, 4, 8];

    /// <returns>0; 1 where the samples are missing.</returns>
    public static async Task<int> RunAsync(int characters, int seed, CancellationToken cancellationToken)
    {
        if (LexiconBuilder.FindSeeds(Environment.CurrentDirectory) is not { } seeds)
        {
            Console.Error.WriteLine("No folder seeds here or above.");
            return 1;
        }

        // One core: the threads started from here on, and jieba's process, inherit it.
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            using var self = Process.GetCurrentProcess();
            self.ProcessorAffinity = 1;
        }

        var began = Cpu();
        var (lexicon, names) = LargeLexicon.Build(seeds, people: 100_000, units: 2_000, awards: 1_000, seed);
        var pipeline = new IngestionPipeline(lexicon);
        Print(
            $"lexicon of {100_000} people, {lexicon.Units.Length} units, {lexicon.Awards.Entries.Length} awards: {Cpu() - began:0.0} CPU s"
        );

        var samples = new SampleText(seeds, names);
        var articles = samples.Articles(characters, seed);
        Compile(pipeline, samples, seed);
        var own = Best(pipeline, [.. articles.Select(article => File(article, "a.md"))]);
        var length = articles.Sum(article => article.Length);
        var rate = length / own;
        Print($"honors: {length} characters in {articles.Length} files, {own:0.000} CPU s, {rate:0} characters a CPU second");
        var (tagged, missing) = await Jieba.TagAsync(string.Concat(articles), cancellationToken);
        Print(
            tagged is { } seconds
                ? (FormattableString)
                    $"jieba: {seconds:0.000} CPU s, {length / seconds:0} characters a CPU second; honors is {seconds / own:0.0} times as fast"
                : $"jieba is not here ({missing}): install python3-jieba to compare"
        );

        Growth("one newspaper page", pipeline, n => File(samples.Page(n, seed), "a.txt"), PerTime);
        Growth("many articles in one file", pipeline, n => File(string.Join('\n', samples.Articles(n, seed)), "a.md"), PerTime);
        Growth("one long article", pipeline, n => File(samples.OneArticle(n, seed), "a.md"), PerTime);
        Growth("short lines of no known kind", pipeline, n => File(ShortLines(n), "a.md"), PerTime);
        Growth("one winner list", pipeline, n => File(samples.WinnerList(n, seed), "a.txt"), PerTime);
        return 0;
    }

    private static void Growth(string what, IngestionPipeline pipeline, Func<int, SourceFile> write, int characters)
    {
        var line = new StringBuilder(what).Append(": ");
        var first = 0.0;
        foreach (var times in Times)
        {
            var file = write(characters * times);
            var micro = Best(pipeline, [file]) / file.Characters * 1e6;
            first = first == 0 ? micro : first;
            line.Append(CultureInfo.InvariantCulture, $"{times}x {micro:0.000} µs a character ({micro / first:0.00})  ");
        }

        Console.WriteLine(line);
    }

    /// <summary>Lets the compiler do its work before anything is measured.</summary>
    private static void Compile(IngestionPipeline pipeline, SampleText samples, int seed)
    {
        ImmutableArray<SourceFile> files =
        [
            .. samples.Articles(60_000, seed + 1).Select(article => File(article, "a.md")),
            File(samples.Page(40_000, seed + 1), "a.txt"),
            File(samples.WinnerList(20_000, seed + 1), "a.txt"),
        ];
        for (var began = Cpu(); Cpu() - began < WarmUpSeconds; )
        {
            Run(pipeline, files);
        }
    }

    /// <summary>CPU seconds of the whole process for the files, the best of some turns.</summary>
    private static double Best(IngestionPipeline pipeline, ImmutableArray<SourceFile> files)
    {
        var best = double.MaxValue;
        for (var turn = 0; turn < Turns; turn++)
        {
            GC.Collect();
            var began = Cpu();
            Run(pipeline, files);
            best = Math.Min(best, Cpu() - began);
        }

        return best;
    }

    private static void Run(IngestionPipeline pipeline, ImmutableArray<SourceFile> files)
    {
        foreach (var file in files)
        {
            pipeline.Run(SourceDecoder.Decode(file.Content, file.Name));
        }
    }

    private static string ShortLines(int characters) => string.Join('\n', Enumerable.Repeat("电解槽阳极", characters / 6));

    private static SourceFile File(string text, string name) => new(name, Encoding.UTF8.GetBytes(text), text.Length);

    private static double Cpu()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed record SourceFile(string Name, ReadOnlyMemory<byte> Content, int Characters);
}
