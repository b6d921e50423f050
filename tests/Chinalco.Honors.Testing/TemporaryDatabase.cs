using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Sqlite;
using Chinalco.Honors.Data.SqlServer;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Testing;

/// <summary>A migrated database of its own, set up as the product sets it up; gone when disposed. A SQLite file, or on <see cref="TestServer"/>.</summary>
public sealed class TemporaryDatabase : IHonorsDatabase, IAsyncDisposable
{
    // Migrating takes far longer than copying a file, so each process migrates once.
    private static readonly Lazy<Task<byte[]>> Migrated = new(MigrateOnceAsync);

    private readonly ServiceProvider services;
    private readonly IHonorsDatabase inner;
    private readonly DatabaseOptions options;
    private readonly bool isOwner;

    private TemporaryDatabase(DatabaseOptions options, string folder, bool isOwner, IInterceptor[] interceptors)
    {
        (this.options, Folder, this.isOwner) = (options, folder, isOwner);
        services = new ServiceCollection()
            .AddHonorsData(options, folder)
            .ConfigureDbContext<SqliteHonorsContext>(builder => builder.AddInterceptors(interceptors))
            .ConfigureDbContext<SqlServerHonorsContext>(builder => builder.AddInterceptors(interceptors))
            .BuildServiceProvider();
        inner = services.GetRequiredService<IHonorsDatabase>();
    }

    /// <summary>The folder that holds the file and nothing else.</summary>
    public string Folder { get; }

    public string File => Path.Combine(Folder, "honors.db");

    public IDatabaseErrors Errors => inner.Errors;

    private bool IsFile => options.ConnectionString is null;

    /// <param name="interceptors">What watches or breaks the traffic with the database.</param>
    public static async Task<TemporaryDatabase> CreateAsync(params IInterceptor[] interceptors)
    {
        var database = Empty(interceptors);
        if (database.IsFile)
        {
            await System.IO.File.WriteAllBytesAsync(database.File, await Migrated.Value);
        }
        else
        {
            await database.MigrateAsync(CancellationToken.None);
        }

        return database;
    }

    /// <summary>A database that is not migrated yet.</summary>
    public static TemporaryDatabase Empty(params IInterceptor[] interceptors) => Empty(TestServer.NewDatabase(), interceptors);

    /// <summary>A second way into the same database, as another process has. The database stays until the first way in is disposed.</summary>
    public TemporaryDatabase OpenAgain(params IInterceptor[] interceptors) => new(options, Folder, isOwner: false, interceptors);

    public HonorsContext Open() => inner.Open();

    public HonorsContext OpenFor(Viewer viewer) => inner.OpenFor(viewer);

    public Task<MigrationPlan> PlanMigrationAsync(CancellationToken cancellationToken) => inner.PlanMigrationAsync(cancellationToken);

    public Task MigrateAsync(CancellationToken cancellationToken) => inner.MigrateAsync(cancellationToken);

    public Task<long> SizeAsync(CancellationToken cancellationToken) => inner.SizeAsync(cancellationToken);

    public Task CheckAsync(CancellationToken cancellationToken) => inner.CheckAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        using (var db = Open())
        {
            if (IsFile)
            {
                using var connection = new SqliteConnection(db.Database.GetConnectionString());
                SqliteConnection.ClearPool(connection);
            }
            else if (isOwner)
            {
                await db.Database.EnsureDeletedAsync();
            }
        }

        await services.DisposeAsync();
        if (isOwner)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static TemporaryDatabase Empty(DatabaseOptions options, IInterceptor[] interceptors) =>
        new(options, Directory.CreateTempSubdirectory("honors-test-").FullName, isOwner: true, interceptors);

    private static async Task<byte[]> MigrateOnceAsync()
    {
        var database = Empty(new DatabaseOptions { File = "honors.db" }, []);
        await using (database)
        {
            await database.MigrateAsync(CancellationToken.None);
            var db = database.Open();
            await using (db)
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            }

            return await System.IO.File.ReadAllBytesAsync(database.File);
        }
    }
}
