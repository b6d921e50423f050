namespace Chinalco.Honors.Data;

/// <summary>The settings section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Which database: <c>Sqlite</c>, the embedded default.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>The SQLite file; a relative path counts from the content root. Its folder is made when it is missing.</summary>
    public string File { get; set; } = "data/honors.db";

    /// <summary>Whether the site brings the schema up to date when it starts.</summary>
    public bool MigrateOnStart { get; set; } = true;
}
