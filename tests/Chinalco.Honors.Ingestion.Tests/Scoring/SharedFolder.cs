using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Tests.Scoring;

/// <summary>Finds the annotated files beside the repository and the seeds in it.</summary>
internal static class SharedFolder
{
    /// <summary>The folder of annotated articles; null where it is absent.</summary>
    public static string? Articles()
    {
        if (Environment.GetEnvironmentVariable("HONORS_SHARED") is { } given)
        {
            return Existing(Path.Combine(given, "articles"));
        }

        return Directory.GetParent(Seeds())?.Parent is { } outside ? Existing(Path.Combine(outside.FullName, "shared", "articles")) : null;
    }

    /// <summary>The repository's seeds.</summary>
    public static string Seeds() => LexiconBuilder.FindSeeds(AppContext.BaseDirectory) ?? throw new DirectoryNotFoundException("seeds");

    private static string? Existing(string folder) => Directory.Exists(folder) ? folder : null;
}
