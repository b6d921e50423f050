namespace Chinalco.Honors.Data;

/// <summary>The folder that relative paths (the database file, the seeds) count from, the same for the site and the command line.</summary>
public static class HonorsHome
{
    /// <summary>Names the folder where it is not to be searched for.</summary>
    public const string Variable = "HONORS_HOME";

    /// <summary>The variable's folder; else the nearest one from here upwards that holds <c>seeds/units.yaml</c>; else here.</summary>
    public static string Find(string start)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return Path.GetFullPath(given);
        }

        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "seeds", "units.yaml")))
            {
                return folder.FullName;
            }
        }

        return Path.GetFullPath(start);
    }
}
