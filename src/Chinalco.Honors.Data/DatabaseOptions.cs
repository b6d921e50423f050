namespace Chinalco.Honors.Data;

/// <summary>The settings section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Which database: <c>Sqlite</c>, the embedded default, or <c>SqlServer</c>.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>The SQLite file; a relative path counts from the content root. Its folder is made when it is missing.</summary>
    public string File { get; set; } = "data/honors.db";

    /// <summary>How to reach SQL Server; not used by SQLite.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether the site brings the schema up to date when it starts; otherwise <c>honors migrate</c> does and the site only checks.</summary>
    public bool MigrateOnStart { get; set; } = true;
}
