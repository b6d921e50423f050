using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Chinalco.Honors.Data.Sqlite;

/// <summary>The registry on SQLite, the embedded default.</summary>
public sealed class SqliteHonorsContext(DbContextOptions<SqliteHonorsContext> options) : HonorsContext(options)
{
    internal override FormattableString InsertTerms(string rows) =>
        $"""
            INSERT INTO "SearchTerms" ("Of", "Term", "Kind", "EntityId")
            SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each({rows})
            """;

    internal override FormattableString InsertGrams(string rows) =>
        $"""
            INSERT OR IGNORE INTO "ArticleGrams" ("Gram", "ArticleId")
            SELECT value ->> 0, value ->> 1 FROM json_each({rows})
            """;

    protected internal override Task InsertRowsAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken)
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
