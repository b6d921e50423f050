using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Chinalco.Honors.Data.Sqlite;

/// <summary>The registry on SQLite, the embedded default.</summary>
public sealed class SqliteHonorsContext(DbContextOptions<SqliteHonorsContext> options) : HonorsContext(options)
{
    protected override Task InsertRowsAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken)
    {
        BulkInsert.Insert(this, rows);
        return Task.CompletedTask;
    }

    /// <summary>Lets <c>dotnet ef</c> make migrations without starting the site.</summary>
    internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SqliteHonorsContext>
    {
        public SqliteHonorsContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteHonorsContext>().UseSqlite("Data Source=:memory:").Options);
    }
}
