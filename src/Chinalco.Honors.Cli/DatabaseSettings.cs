using Chinalco.Honors.Data;

namespace Chinalco.Honors.Cli;

/// <summary>Which database a command works on: what the command line says, else the site's own environment variables, else the site's default.</summary>
internal static class DatabaseSettings
{
    public static DatabaseOptions From(string? provider, string? connection, string? file)
    {
        var options = new DatabaseOptions();
        options.Provider = provider ?? Setting(nameof(options.Provider)) ?? options.Provider;
        options.ConnectionString = connection ?? Setting(nameof(options.ConnectionString));
        options.File = file is null ? Setting(nameof(options.File)) ?? options.File : Path.GetFullPath(file);
        return options;
    }

    private static string? Setting(string key) => Environment.GetEnvironmentVariable($"{DatabaseOptions.Section}__{key}");
}
