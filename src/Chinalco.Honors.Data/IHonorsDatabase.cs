namespace Chinalco.Honors.Data;

/// <summary>Opens the registry's database, whichever provider it is on.</summary>
public interface IHonorsDatabase
{
    /// <summary>What the provider's exceptions mean.</summary>
    IDatabaseErrors Errors { get; }

    /// <summary>A context of one's own that sees everything, for what the product does itself; dispose it after one unit of work.</summary>
    HonorsContext Open() => OpenFor(Viewer.System);

    /// <summary>A context of one's own that sees what the viewer may see; dispose it after one unit of work.</summary>
    HonorsContext OpenFor(Viewer viewer);

    /// <summary>What <see cref="MigrateAsync"/> would do now; changes nothing and makes no database.</summary>
    Task<MigrationPlan> PlanMigrationAsync(CancellationToken cancellationToken);

    /// <summary>Brings the schema up to date; does nothing when it is. Of several processes that try, one migrates and the others wait.</summary>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>How many bytes the database takes up.</summary>
    Task<long> SizeAsync(CancellationToken cancellationToken);

    /// <summary>Checks that the product can work on the database as it is.</summary>
    /// <exception cref="DatabaseNotReadyException">The schema is not up to date, or a setting of the database is wrong.</exception>
    Task CheckAsync(CancellationToken cancellationToken);
}

/// <summary>The way from the schema as it is to the schema that the product needs.</summary>
/// <param name="Pending">The migrations that are not applied yet, in their order.</param>
/// <param name="Sql">What they run; empty when nothing is pending.</param>
public sealed record MigrationPlan(IReadOnlyList<string> Pending, string Sql);

/// <summary>The database is not as the product needs it; the message tells the operator, in Chinese, what to do.</summary>
public sealed class DatabaseNotReadyException(string message) : Exception(message);
