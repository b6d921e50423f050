using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Ingestion.Desk;
using Chinalco.Honors.Ingestion.Registering;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Tests.Desk;

/// <summary>A registry with an article whose findings wait for an editor.</summary>
internal sealed class DeskWorld : IAsyncDisposable
{
    private const string Sentence = "示例厂甲的电工齐明远获得2024年度示例标兵。";

    private int findings;

    private DeskWorld(TemporaryDatabase database)
    {
        Database = database;
        var registry = new DirectCommands(database).Registry;
        var transaction = new CommandTransaction(database, TimeProvider.System);
        Desk = new EditorDesk(
            database,
            transaction,
            new FindingConfirmer(database, registry),
            new FindingLearner(database, transaction, registry),
            registry
        );
        Source = A.SourceFile(Sentence);
        Article = A.Article(Source, Sentence);
    }

    public static Actor Editor { get; } = new("e1", "编辑甲");

    public TemporaryDatabase Database { get; }

    public EditorDesk Desk { get; }

    public SourceFile Source { get; }

    public Article Article { get; }

    public Award Award { get; } = A.Award("示例标兵");

    public static async Task<DeskWorld> BeginAsync()
    {
        var world = new DeskWorld(await TemporaryDatabase.CreateAsync());
        await world.Database.SaveAsync(world.Source, world.Article, world.Award);
        return world;
    }

    /// <summary>A finding that waits.</summary>
    public async Task<Finding> WaitingAsync(
        string recipient = "齐明远",
        string? unit = "示例厂甲",
        string award = "示例标兵",
        FindingKind kind = FindingKind.Conferral
    )
    {
        findings++;
        var finding = new Finding(
            Guid.CreateVersion7(),
            Article.Id,
            findings,
            kind,
            new FindingClaim(
                recipient,
                RecipientKind.Person,
                unit,
                UnitName: null,
                "电工",
                HonoreeId: null,
                award,
                award,
                AwardLevel.Group,
                "示例集团",
                2024,
                Edition: null
            ),
            new FindingProof(0, Sentence.Length, Sentence, "prose", 0.6, "单位写法不在目录中。"),
            safe: false
        );
        await Database.SaveAsync(finding);
        return finding;
    }

    public static Decision On(Finding finding) => new(finding.Id, finding.Round, Guid.CreateVersion7(), Editor);

    public async Task<Finding> NowAsync(Finding finding)
    {
        var db = Database.Open();
        await using (db)
        {
            return await db.Findings.AsNoTracking().SingleAsync(f => f.Id == finding.Id, TestContext.Current.CancellationToken);
        }
    }

    public async Task<List<Domain.Conferrals.Conferral>> ConferralsAsync()
    {
        var db = Database.Open();
        await using (db)
        {
            return await db
                .Conferrals.AsNoTracking()
                .Include(c => c.Recipients)
                .Include(c => c.Evidence)
                .OrderBy(c => c.EnteredAt)
                .ToListAsync(TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync() => await Database.DisposeAsync();
}
