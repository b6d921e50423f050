namespace Chinalco.Honors.Ingestion.Lexicons;

/// <summary>Puts a lexicon together from seed files.</summary>
public static class LexiconBuilder
{
    /// <summary>
    /// Reads <c>units.yaml</c> and <c>awards.yaml</c> of the folder, and the roster: <paramref name="rosterFile"/> if given, else the
    /// folder's <c>roster.csv</c> if there is one, else nobody.
    /// </summary>
    /// <exception cref="SeedFileException">A file is missing or an entry is wrong.</exception>
    public static Lexicon FromSeeds(string seedsDirectory, string? rosterFile = null)
    {
        var roster = rosterFile ?? Path.Combine(seedsDirectory, "roster.csv");
        return new(
            SeedCatalogue.ReadUnits(Path.Combine(seedsDirectory, "units.yaml")),
            SeedCatalogue.ReadAwards(Path.Combine(seedsDirectory, "awards.yaml")),
            rosterFile is not null || File.Exists(roster) ? SeedCatalogue.ReadRoster(roster) : []
        );
    }

    /// <summary>The folder <c>seeds</c> in the start directory or one above it, else beside the program; null where there is none.</summary>
    public static string? FindSeeds(string startDirectory)
    {
        foreach (var start in new[] { startDirectory, AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var seeds = Path.Combine(folder.FullName, "seeds");
                if (File.Exists(Path.Combine(seeds, "units.yaml")))
                {
                    return seeds;
                }
            }
        }

        return null;
    }
}
