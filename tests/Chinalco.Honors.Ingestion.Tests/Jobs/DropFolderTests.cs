using System.Text;
using Chinalco.Honors.Data;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Leases;
using Chinalco.Honors.Ingestion.Jobs;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chinalco.Honors.Ingestion.Tests.Jobs;

public sealed class DropFolderTests : IAsyncLifetime
{
    private TemporaryDatabase database = null!;
    private JobSignal signal = null!;
    private DropFolder watched = null!;
    private string folder = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TemporaryDatabase.CreateAsync();
        folder = Path.Combine(database.Folder, "drop");
        Directory.CreateDirectory(folder);
        signal = new JobSignal();
        watched = new DropFolder(
            new DropFolderOptions { DropFolder = "drop" },
            database.Folder,
            new IngestionInbox(database, new CommandTransaction(database, TimeProvider.System)),
            signal,
            new OnOneNode(new NodeLeases(database, TimeProvider.System, "test"), TimeProvider.System, NullLogger<OnOneNode>.Instance),
            TimeProvider.System,
            NullLogger<DropFolder>.Instance
        );
    }

    public async ValueTask DisposeAsync()
    {
        watched.Dispose();
        signal.Dispose();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_taken_once_it_lies_still()
    {
        Write("来稿.txt", "示例厂甲的齐明远获得2024年度示例标兵。");

        await watched.LookAsync(Stop);
        (await JobsAsync()).ShouldBe(0);
        await watched.LookAsync(Stop);
        await watched.LookAsync(Stop);

        (await JobsAsync()).ShouldBe(1);
        File.Exists(Path.Combine(folder, "done", "来稿.txt")).ShouldBeTrue();
        File.Exists(Path.Combine(folder, "来稿.txt")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_still_grows_is_left_alone()
    {
        Write("来稿.txt", "示例厂甲");
        await watched.LookAsync(Stop);
        Write("来稿.txt", "示例厂甲的齐明远获得2024年度示例标兵。");

        await watched.LookAsync(Stop);

        (await JobsAsync()).ShouldBe(0);
        File.Exists(Path.Combine(folder, "来稿.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_refused_file_lies_beside_the_reason()
    {
        Write("空.txt", "");

        await watched.LookAsync(Stop);
        await watched.LookAsync(Stop);

        (await JobsAsync()).ShouldBe(0);
        var reason = await File.ReadAllTextAsync(Path.Combine(folder, "refused", "空.txt.原因.txt"), Stop);
        reason.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task The_same_content_again_makes_no_second_job_and_loses_no_file()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Write("来稿.txt", "示例厂甲的齐明远获得2024年度示例标兵。");
            await watched.LookAsync(Stop);
            await watched.LookAsync(Stop);
        }

        (await JobsAsync()).ShouldBe(1);
        Directory.GetFiles(Path.Combine(folder, "done")).Length.ShouldBe(2);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text, Encoding.UTF8);

    private async Task<int> JobsAsync()
    {
        var db = database.Open();
        await using (db)
        {
            return await db.IngestionJobs.CountAsync(Stop);
        }
    }
}
