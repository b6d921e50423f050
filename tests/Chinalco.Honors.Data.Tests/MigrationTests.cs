using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.Tests;

public sealed class MigrationTests
{
    [Fact]
    public async Task The_migrations_hold_everything_the_model_says()
    {
        var database = TemporaryDatabase.Empty();
        await using (database)
        {
            using var db = database.Open();

            db.Database.HasPendingModelChanges().ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Migrating_an_empty_file_leaves_nothing_pending()
    {
        var database = TemporaryDatabase.Empty();
        await using (database)
        {
            await database.MigrateAsync(TestContext.Current.CancellationToken);

            using var db = database.Open();
            (await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Migrating_again_keeps_what_is_there()
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            await database.SaveAsync(A.Honoree("甲"));

            await database.MigrateAsync(TestContext.Current.CancellationToken);

            using var db = database.Open();
            db.Honorees.Single().Name.ShouldBe("甲");
        }
    }
}
