using System.IO.Compression;
using Chinalco.Honors.Data.Backups;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.Tests.Backups;

public sealed class RegistryBackupTests : IAsyncLifetime
{
    private readonly TestClock clock = new();
    private TemporaryDatabase database = null!;
    private RegistryBackup backup = null!;
    private string pictures = null!;
    private string archive = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TemporaryDatabase.CreateAsync();
        pictures = Path.Combine(database.Folder, "images");
        archive = Path.Combine(database.Folder, "backups", "one.zip");
        backup = new RegistryBackup(database.File, pictures, clock);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task What_was_backed_up_comes_back_and_the_rest_goes()
    {
        await database.SaveAsync(A.Honoree("甲", "E1"));
        await backup.CreateAsync(archive, Stop);
        await database.SaveAsync(A.Honoree("乙", "E2"));

        await RestoreAsync();

        (await NamesAsync()).ShouldBe(["甲"]);
    }

    [Fact]
    public async Task A_connection_that_is_open_all_the_while_sees_the_restored_state()
    {
        await database.SaveAsync(A.Honoree("甲", "E1"));
        await backup.CreateAsync(archive, Stop);
        var db = database.Open();
        await using (db)
        {
            await db.Database.OpenConnectionAsync(Stop);
            await database.SaveAsync(A.Honoree("乙", "E2"));
            (await db.Honorees.CountAsync(Stop)).ShouldBe(2);

            await RestoreAsync();

            (await db.Honorees.CountAsync(Stop)).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Whoever_holds_an_entity_of_before_holds_another_version()
    {
        var person = A.Honoree("甲", "E1");
        await database.SaveAsync(person);
        await backup.CreateAsync(archive, Stop);

        await RestoreAsync();

        var db = database.Open();
        await using (db)
        {
            var restored = await db.Honorees.SingleAsync(Stop);
            restored.Version.ShouldBeGreaterThan(person.Version);
            restored.PageVersion.ShouldBeGreaterThan(person.PageVersion);
        }
    }

    [Fact]
    public async Task What_was_there_before_a_restore_is_kept_as_a_backup()
    {
        await backup.CreateAsync(archive, Stop);
        await database.SaveAsync(A.Honoree("甲", "E1"));

        var (_, before) = await RestoreAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
        await backup.RestoreAsync(before!, Migrations(), Stop);

        (await NamesAsync()).ShouldBe(["甲"]);
    }

    [Fact]
    public async Task Pictures_come_back()
    {
        var picture = Path.Combine(pictures, "ab", "abc");
        Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
        await File.WriteAllTextAsync(picture, "图", Stop);
        await backup.CreateAsync(archive, Stop);
        File.Delete(picture);

        await RestoreAsync();

        (await File.ReadAllTextAsync(picture, Stop)).ShouldBe("图");
    }

    [Fact]
    public async Task A_backup_while_others_write_is_one_moment()
    {
        using var done = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                for (var i = 0; !done.IsCancellationRequested; i++)
                {
                    // Always in pairs, in one transaction.
                    await database.SaveAsync(A.Honoree("甲"), A.Honoree("乙"));
                }
            },
            Stop
        );
        var manifest = await backup.CreateAsync(archive, Stop);
        await done.CancelAsync();
        await writing;

        (manifest.Rows["Honorees"] % 2).ShouldBe(0);
        await RestoreAsync();
        (await NamesAsync()).Count.ShouldBe((int)manifest.Rows["Honorees"]);
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_and_nothing_changes()
    {
        await database.SaveAsync(A.Honoree("甲", "E1"));
        await backup.CreateAsync(archive, Stop);
        using (var zip = ZipFile.Open(archive, ZipArchiveMode.Update))
        {
            zip.GetEntry(BackupManifest.Database)!.Delete();
            using var other = zip.CreateEntry(BackupManifest.Database).Open();
            other.Write("SQLite format 3"u8);
        }

        (await Should.ThrowAsync<BackupRefusedException>(() => RestoreAsync())).Message.ShouldContain("已损坏");
        (await NamesAsync()).ShouldBe(["甲"]);
        Directory.GetFileSystemEntries(database.Folder, ".restore-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_backup_of_a_later_schema_is_refused()
    {
        await backup.CreateAsync(archive, Stop);

        (await Should.ThrowAsync<BackupRefusedException>(() => backup.RestoreAsync(archive, [], Stop))).Message.ShouldContain("升级");
    }

    [Fact]
    public async Task A_backup_never_overwrites_a_file()
    {
        await backup.CreateAsync(archive, Stop);

        (await Should.ThrowAsync<BackupRefusedException>(() => backup.CreateAsync(archive, Stop))).Message.ShouldContain("已存在");
    }

    private Task<(BackupManifest Restored, string? Before)> RestoreAsync() => backup.RestoreAsync(archive, Migrations(), Stop);

    private List<string> Migrations()
    {
        using var db = database.Open();
        return [.. db.Database.GetMigrations()];
    }

    private async Task<List<string>> NamesAsync()
    {
        var db = database.Open();
        await using (db)
        {
            return await db.Honorees.OrderBy(h => h.EmployeeNumber).Select(h => h.Name).ToListAsync(Stop);
        }
    }
}
