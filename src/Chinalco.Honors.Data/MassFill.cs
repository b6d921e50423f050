using Chinalco.Honors.Data.Rankings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SQLitePCL;

namespace Chinalco.Honors.Data;

/// <summary>
/// Fills an empty database with millions of rows that are known to be right: on SQLite without journal, foreign keys and secondary indexes,
/// which are made when all rows are there. Search terms are not written. Whoever does not come to <see cref="CompleteAsync"/> throws the
/// database away.
/// </summary>
public sealed class MassFill : IAsyncDisposable
{
    // In pages as SQLite counts them when negative: KiB. Sorting an index of millions of rows is done in this.
    private const string Hasten =
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA locking_mode=EXCLUSIVE; "
        + "PRAGMA cache_size=-1048576; PRAGMA temp_store=FILE; PRAGMA threads=2;";

    private readonly HonorsContext db;
    private readonly List<(string Name, string Sql)> indexes = [];
    private readonly Dictionary<Type, IReadOnlyList<INavigation>> parts = [];

    private MassFill(HonorsContext db) => this.db = db;

    public static async Task<MassFill> OpenAsync(IHonorsDatabase database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        SqliteConnection.ClearAllPools();
        var fill = new MassFill(database.Open());
        await fill.db.Database.OpenConnectionAsync(cancellationToken);
        fill.db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        if (fill.db.Database.IsSqlite())
        {
            await fill.DropIndexesAsync(cancellationToken);
        }

        return fill;
    }

    /// <summary>Inserts entities with everything that belongs to them.</summary>
    /// <returns>How many rows that were.</returns>
    public async Task<int> AddAsync(IEnumerable<object> entities, CancellationToken cancellationToken)
    {
        var rows = entities.SelectMany(WithParts).ToList();
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await using (transaction)
        {
            await db.InsertRowsAsync(rows, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return rows.Count;
    }

    /// <summary>Makes the indexes and says that everything has changed.</summary>
    /// <param name="tell">Told each index that was made.</param>
    public async Task CompleteAsync(Action<string> tell, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tell);
        // An index of millions of rows is one statement that takes minutes and does not look at the token.
        var interrupting = db.Database.GetDbConnection() is SqliteConnection { Handle: { } handle }
            ? cancellationToken.Register(() => raw.sqlite3_interrupt(handle))
            : default;
        await using (interrupting)
        {
            foreach (var (name, sql) in indexes)
            {
                await MakeAsync(sql, cancellationToken);
                tell(name);
            }
        }

        db.RankingChanges.Add(RankingChange.Everything);
        await db.SaveChangesAsync(cancellationToken);
        if (db.Database.IsSqlite())
        {
            // As every other file of the registry: whoever only reads cannot make it so.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The settings go with the connection: the next one must not find it in the pool.
        await db.Database.CloseConnectionAsync();
        await db.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    private async Task MakeAsync(string sql, CancellationToken cancellationToken)
    {
        try
        {
            await db.Database.ExecuteSqlRawAsync(sql, cancellationToken);
        }
        catch (SqliteException interrupted) when (interrupted.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException("The making of an index was given up.", interrupted, cancellationToken);
        }
    }

    private async Task DropIndexesAsync(CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(Hasten, cancellationToken);
        var made = await db
            .Database.SqlQuery<string>(
                $"SELECT sql AS Value FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY tbl_name, name"
            )
            .ToListAsync(cancellationToken);
        var names = await db
            .Database.SqlQuery<string>(
                $"SELECT name AS Value FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY tbl_name, name"
            )
            .ToListAsync(cancellationToken);
        indexes.AddRange(names.Zip(made));
        foreach (var name in names)
        {
            // A name that the schema gave; it cannot be a parameter.
            var drop = $"DROP INDEX \"{name}\"";
            await db.Database.ExecuteSqlRawAsync(drop, cancellationToken);
        }
    }

    private IEnumerable<object> WithParts(object entity)
    {
        if (!parts.TryGetValue(entity.GetType(), out var navigations))
        {
            navigations = [.. db.Model.FindEntityType(entity.GetType())!.GetNavigations().Where(n => !n.IsOnDependent)];
            parts.Add(entity.GetType(), navigations);
        }

        yield return entity;
        foreach (var navigation in navigations)
        {
            switch (navigation.PropertyInfo!.GetValue(entity))
            {
                case null:
                    break;
                case IEnumerable<object> several:
                    foreach (var part in several)
                    {
                        yield return part;
                    }

                    break;
                case var one:
                    yield return one;
                    break;
            }
        }
    }
}
