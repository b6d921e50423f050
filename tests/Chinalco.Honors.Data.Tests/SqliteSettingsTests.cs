using Chinalco.Honors.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Data.Tests;

public sealed class SqliteSettingsTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public void Readers_do_not_wait_for_a_writer() => Setting($"SELECT journal_mode AS Value FROM pragma_journal_mode").ShouldBe("wal");

    [Fact]
    public void References_are_checked() => Setting($"SELECT foreign_keys AS Value FROM pragma_foreign_keys").ShouldBe("1");

    [Fact]
    public void A_commit_does_not_wait_for_the_disk_twice() =>
        Setting($"SELECT synchronous AS Value FROM pragma_synchronous").ShouldBe("1");

    [Fact]
    public void A_second_writer_queues() => Setting($"SELECT timeout AS Value FROM pragma_busy_timeout").ShouldBe("15000");

    [Fact]
    public async Task A_conferral_of_no_award_is_refused_by_the_database()
    {
        var refused = await Should.ThrowAsync<DbUpdateException>(() => fixture.Database.SaveAsync(A.Conferral()));

        refused.InnerException.ShouldBeOfType<SqliteException>().SqliteErrorCode.ShouldBe(19);
    }

    [Fact]
    public void An_unknown_provider_is_refused_by_its_name() =>
        Should
            .Throw<NotSupportedException>(() => new ServiceCollection().AddHonorsData(new DatabaseOptions { Provider = "Paper" }, "/"))
            .Message.ShouldContain("Paper");

    [Fact]
    public void The_folder_of_the_file_is_made()
    {
        var nested = Path.Combine("a", "b", "honors.db");

        new ServiceCollection().AddHonorsData(new DatabaseOptions { File = nested }, fixture.Database.Folder);

        Directory.Exists(Path.Combine(fixture.Database.Folder, "a", "b")).ShouldBeTrue();
    }

    private string Setting(FormattableString sql)
    {
        using var db = fixture.Database.Open();
        return db.Database.SqlQuery<string>(sql).Single();
    }
}
