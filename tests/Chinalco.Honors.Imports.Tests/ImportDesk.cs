using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Imports.Awards;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Headcounts;
using Chinalco.Honors.Imports.Roster;
using Chinalco.Honors.Imports.Runs;
using Chinalco.Honors.Imports.Units;
using Chinalco.Honors.Imports.Winners;
using Chinalco.Honors.Ingestion.Files;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chinalco.Honors.Imports.Tests;

/// <summary>Imports tables from file to registry, on a database of its own.</summary>
internal sealed class ImportDesk : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("honors-imports-");

    private ImportDesk(TemporaryDatabase database)
    {
        var clock = new TestClock();
        var transaction = new CommandTransaction(database, clock);
        Store = new FileStore(folder.FullName);
        var definitions = new ImportDefinitions([
            new RosterDefinition(),
            new HeadcountDefinition(),
            new WinnerDefinition(Store, new KeptFiles(database, Store), clock),
            new UnitDefinition(),
            new AwardDefinition(),
        ]);
        Database = database;
        Runs = new ImportRuns(database, definitions, transaction, clock);
        Applier = new ImportApplier(database, Runs, transaction, clock, NullLogger<ImportApplier>.Instance);
    }

    public TemporaryDatabase Database { get; }

    public FileStore Store { get; }

    public ImportRuns Runs { get; }

    public ImportApplier Applier { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ImportDesk> OpenAsync(CrashOnce? crash = null) =>
        new(crash is null ? await TemporaryDatabase.CreateAsync() : await TemporaryDatabase.CreateAsync(crash));

    /// <summary>What a file would change.</summary>
    public async Task<ImportLook> LookAsync(
        ImportKind kind,
        byte[] file,
        Func<ImportChoices, ImportChoices>? choose = null,
        IReadOnlyList<Guid>? scope = null
    )
    {
        var run = await Runs.ReceiveAsync(kind, "表格.csv", file, A.Clerk, scope, Stop);
        var look = (await Runs.LookAsync(run, Stop))!;
        if (choose is not null)
        {
            (await Runs.ChooseAsync(CommandStamp.New(A.Clerk), look, choose(look.Choices), Stop)).Succeeded.ShouldBeTrue();
        }

        return (await Runs.LookAsync(run, Stop))!;
    }

    /// <summary>Writes what a file would change.</summary>
    public async Task<ImportRun> ImportAsync(ImportKind kind, byte[] file, Func<ImportChoices, ImportChoices>? choose = null)
    {
        var look = await LookAsync(kind, file, choose);
        await ApproveAsync(look);
        await Applier.ApplyAsync(look.Run.Id, Stop);
        return await ReadAsync(db => db.ImportRuns.SingleAsync(r => r.Id == look.Run.Id, Stop));
    }

    public async Task ApproveAsync(ImportLook look) =>
        (await Runs.ApproveAsync(CommandStamp.New(A.Clerk), look.Run.Id, look.Plan.Digest, Stop)).Succeeded.ShouldBeTrue();

    /// <summary>Lets a run go on that was cut off.</summary>
    public async Task GoOnAsync(Guid run)
    {
        var state = await ReadAsync(db => db.ImportRuns.Where(r => r.Id == run).Select(r => r.State).SingleAsync(Stop));
        if (state == ImportState.Failed)
        {
            (await Runs.TakeUpAsync(CommandStamp.New(A.Clerk), run, Stop)).Succeeded.ShouldBeTrue();
        }

        await Applier.ApplyAsync(run, Stop);
    }

    public async Task<T> ReadAsync<T>(Func<HonorsContext, Task<T>> read)
    {
        var db = Database.Open();
        await using (db)
        {
            return await read(db);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
