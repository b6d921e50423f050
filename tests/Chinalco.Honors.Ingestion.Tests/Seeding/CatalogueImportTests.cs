using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Ingestion.Lexicons;
using Chinalco.Honors.Ingestion.Seeding;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Tests.Seeding;

public sealed class CatalogueImportTests : IAsyncLifetime
{
    private static readonly Actor Importer = Actor.CommandLine;
    private TemporaryDatabase database = null!;
    private CatalogueImport import = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TemporaryDatabase.CreateAsync();
        import = new CatalogueImport(new CommandTransaction(database, TimeProvider.System));
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task What_somebody_entered_under_a_name_or_code_of_the_catalogue_stays_and_all_else_comes_in()
    {
        var (enteredAward, enteredUnit) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var before = database.Open();
        await using (before)
        {
            before.Awards.Add(new Award(enteredAward, code: null, "示例标兵", AwardLevel.Group, AwardFamily.General, "示例公司"));
            before.Units.Add(
                new Unit(enteredUnit, "T1", "示例公司（已登记）", UnitTier.Enterprise, parentId: null, place: null, summary: null)
            );
            await before.SaveChangesAsync(Stop);
        }

        for (var turn = 0; turn < 2; turn++)
        {
            await import.ImportUnitsAsync([Company, Plant], Importer);
            await import.ImportAwardsAsync([Award("A1", "示例标兵"), Award("A2", "示例能手")], Importer);
        }

        var db = database.Open();
        await using (db)
        {
            (await db.Awards.OrderBy(a => a.Name).Select(a => new { a.Id, a.Name }).ToListAsync(Stop)).ShouldBe(
                [new { Id = enteredAward, Name = "示例标兵" }, new { Id = CatalogueImport.AwardId("A2"), Name = "示例能手" }],
                ignoreOrder: true
            );
            var plant = await db.Units.SingleAsync(u => u.Code == "T2", Stop);
            plant.ParentId.ShouldBe(enteredUnit);
            (await db.Units.CountAsync(Stop)).ShouldBe(2);
            (await db.Units.SingleAsync(u => u.Id == enteredUnit, Stop)).Name.ShouldBe("示例公司（已登记）");
        }
    }

    private static UnitEntry Company => new("T1", "示例公司", UnitTier.Enterprise, Parent: null, Place: null, [], []);

    private static UnitEntry Plant => new("T2", "示例厂", UnitTier.Enterprise, "T1", Place: null, [], []);

    private static AwardEntry Award(string code, string name) => new(code, name, AwardLevel.Group, "示例公司", [], []);
}
