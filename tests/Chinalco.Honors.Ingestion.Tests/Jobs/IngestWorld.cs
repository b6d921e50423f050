using System.Text;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Hosting;
using Chinalco.Honors.Ingestion.Desk;
using Chinalco.Honors.Ingestion.Jobs;
using Chinalco.Honors.Ingestion.Registering;
using Chinalco.Honors.Ingestion.Rereading;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Ingestion.Tests.Jobs;

/// <summary>Ingestion as a process has it, on a database of its own with a small catalogue.</summary>
internal sealed class IngestWorld : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private IngestWorld(TemporaryDatabase database)
    {
        Database = database;
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IHonorsDatabase>(database)
            .AddHonorsCommands()
            .AddSingleton<IRegistry, DirectRegistry>()
            .AddHonorsIngestion("test")
            .BuildServiceProvider();
    }

    public static Actor Editor { get; } = new("e1", "编辑甲");

    public TemporaryDatabase Database { get; }

    public Unit Unit { get; } = A.Unit("青禾铝业有限公司");

    public EditorDesk Desk => services.GetRequiredService<EditorDesk>();

    public RoundDesk Rounds => services.GetRequiredService<RoundDesk>();

    public JobLog Log => services.GetRequiredService<JobLog>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<IngestWorld> BeginAsync(params IInterceptor[] interceptors)
    {
        var world = new IngestWorld(await TemporaryDatabase.CreateAsync(interceptors));
        world.Unit.AddName("青禾铝业", UnitNameKind.Alias);
        await world.Database.SaveAsync(world.Unit);
        return world;
    }

    /// <summary>Hands a text in and works its job off.</summary>
    /// <returns>The file's id.</returns>
    public async Task<Guid> IngestAsync(string name, string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        await services.GetRequiredService<IngestionInbox>().ReceiveAsync(name, content, Editor);
        await WorkAsync();
        return SourceFile.IdOf(content);
    }

    /// <summary>Works off whatever waits, what failed too, as the runner does.</summary>
    public async Task WorkAsync()
    {
        var processor = services.GetRequiredService<IngestionProcessor>();
        while (await processor.ProcessNextAsync(Stop) is not null)
        {
            // The next one.
        }
    }

    /// <summary>Confirms a finding as its job would.</summary>
    public Task<CommandOutcome> ConfirmAsync(Finding finding) =>
        services.GetRequiredService<FindingConfirmer>().ConfirmAsync(finding, Editor);

    public async Task<List<T>> AllAsync<T>(Func<HonorsContext, IQueryable<T>> query)
    {
        var db = Database.Open();
        await using (db)
        {
            return await query(db).ToListAsync(Stop);
        }
    }

    public Task<List<Finding>> FindingsAsync() =>
        AllAsync(db => db.Findings.AsNoTracking().OrderBy(f => f.ArticleId).ThenBy(f => f.Ordinal));

    public Task<List<Conferral>> ConferralsAsync() =>
        AllAsync(db => db.Conferrals.AsNoTracking().Include(c => c.Recipients).Include(c => c.Evidence).OrderBy(c => c.EnteredAt));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Database.DisposeAsync();
    }
}
