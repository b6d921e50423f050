using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.Tests;

public sealed class SqliteMigrationTests
{
    [Fact]
    public async Task The_lock_of_a_killed_process_holds_nobody_up()
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            using var db = database.Open();
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO __EFMigrationsLock VALUES (1, '2025-01-01 00:00:00')",
                TestContext.Current.CancellationToken
            );

            await database
                .MigrateAsync(TestContext.Current.CancellationToken)
                .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Planning_makes_no_file()
    {
        var database = TemporaryDatabase.Empty();
        await using (database)
        {
            await database.PlanMigrationAsync(TestContext.Current.CancellationToken);

            File.Exists(database.File).ShouldBeFalse();
        }
    }
}
