using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Testing;

/// <summary>A migrated SQLite file of its own, set up as the product sets it up; gone when disposed.</summary>
public sealed class TemporaryDatabase : IHonorsDatabase, IAsyncDisposable
{
    // Migrating takes far longer than copying a file, so each process migrates once.
    private static readonly Lazy<Task<byte[]>> Migrated = new(MigrateOnceAsync);

    private readonly ServiceProvider services;
    private readonly IHonorsDatabase inner;

    private readonly bool ownsFolder;

    private TemporaryDatabase(string folder, bool ownsFolder, IInterceptor[] interceptors)
    {
        (Folder, this.ownsFolder) = (folder, ownsFolder);
        services = new ServiceCollection()
            .AddHonorsData(new DatabaseOptions { File = "honors.db" }, folder)
            .ConfigureDbContext<SqliteHonorsContext>(options => options.AddInterceptors(interceptors))
            .BuildServiceProvider();
        inner = services.GetRequiredService<IHonorsDatabase>();
    }

    /// <summary>The folder that holds the file and nothing else.</summary>
    public string Folder { get; }

    public string File => Path.Combine(Folder, "honors.db");

    /// <param name="interceptors">What watches or breaks the traffic with the database.</param>
    public static async Task<TemporaryDatabase> CreateAsync(params IInterceptor[] interceptors)
    {
        var migrated = await Migrated.Value;
        var database = Empty(interceptors);
        await System.IO.File.WriteAllBytesAsync(database.File, migrated);
        return database;
    }

    /// <summary>A second way into the same file, as another process has. The file stays until the first way in is disposed.</summary>
    public TemporaryDatabase OpenAgain(params IInterceptor[] interceptors) => new(Folder, ownsFolder: false, interceptors);

    public HonorsContext Open() => inner.Open();

    public Task MigrateAsync(CancellationToken cancellationToken) => inner.MigrateAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(ConnectionString()))
        {
            SqliteConnection.ClearPool(connection);
        }

        await services.DisposeAsync();
        if (ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    /// <summary>A file that is not migrated yet.</summary>
    public static TemporaryDatabase Empty(params IInterceptor[] interceptors) =>
        new(Directory.CreateTempSubdirectory("honors-test-").FullName, ownsFolder: true, interceptors);

    private static async Task<byte[]> MigrateOnceAsync()
    {
        var database = Empty();
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

    private string ConnectionString()
    {
        using var db = Open();
        return db.Database.GetConnectionString()!;
    }
}
