using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Chinalco.Honors.Benchmarks.Ingestion;

/// <summary>The tagger of jieba (Debian's python3-jieba), run in its own process on the same text.</summary>
internal static class Jieba
{
    // The dictionary is loaded before the clock starts; the clock counts CPU seconds of the process.
    private const string Script = """
        import sys, time, io
        import jieba, jieba.posseg as posseg
        jieba.setLogLevel(60)
        jieba.initialize()
        text = io.open(sys.argv[1], encoding='utf-8').read()
        sum(1 for _ in posseg.cut(text[:5000]))
        began = time.process_time()
        words = sum(1 for _ in posseg.cut(text))
        print(time.process_time() - began, words)
        """;

    // The distribution's own Python has the distribution's packages, whatever other Python comes first in the path.
    private static string Python => File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    /// <summary>CPU seconds to tag the text; null with the reason where the tagger is not there.</summary>
    public static async Task<(double? Seconds, string? Missing)> TagAsync(string text, CancellationToken cancellationToken)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, text, cancellationToken);
            using var python = Process.Start(
                new ProcessStartInfo(Python, ["-c", Script, file])
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            var output = python.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = await python.StandardError.ReadToEndAsync(cancellationToken);
            await python.WaitForExitAsync(cancellationToken);
            return python.ExitCode == 0
                ? (double.Parse((await output).Split(' ')[0], CultureInfo.InvariantCulture), null)
                : (null, error.Trim().Split('\n')[^1]);
        }
        catch (Win32Exception noPython)
        {
            return (null, noPython.Message);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
