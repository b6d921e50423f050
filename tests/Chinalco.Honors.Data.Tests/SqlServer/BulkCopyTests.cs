using System.Data;
using Chinalco.Honors.Data.SqlServer;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Data.Tests.SqlServer;

public sealed class BulkCopyTests : IDisposable
{
    private readonly SqlServerHonorsContext db = new SqlServerHonorsContext.DesignTimeFactory().CreateDbContext([]);

    public void Dispose() => db.Dispose();

    [Fact]
    public void A_table_comes_before_those_that_refer_to_it()
    {
        var unit = A.Unit();
        var honoree = A.Honoree();
        honoree.Employ(unit.Id, "示例厂", position: null, from: null);
        db.AddRange(honoree, unit);

        Tables()
            .Select(t => t.TableName)
            .ShouldBe(["[Honorees]", "[Units]", "[Employments]", "[UnitNames]", "[UnitPlacements]"], ignoreOrder: true);
        string[] order = [.. Tables().Select(t => t.TableName)];
        order.ShouldSatisfyAllConditions(
            () => Array.IndexOf(order, "[Units]").ShouldBeLessThan(Array.IndexOf(order, "[UnitNames]")),
            () => Array.IndexOf(order, "[Units]").ShouldBeLessThan(Array.IndexOf(order, "[Employments]")),
            () => Array.IndexOf(order, "[Honorees]").ShouldBeLessThan(Array.IndexOf(order, "[Employments]"))
        );
    }

    [Fact]
    public void A_row_holds_what_the_columns_hold()
    {
        var honoree = A.Honoree("甲", "E1");
        honoree.Employ(unitId: null, "示例厂", "工人", new PartialDate(2019, 5));
        db.Add(honoree);

        var employment = Tables().Single(t => t.TableName == "[Employments]").Rows[0];

        (employment["From"], employment["To"], employment["UnitId"]).ShouldBe(("2019-05", DBNull.Value, DBNull.Value));
    }

    [Fact]
    public void An_enumeration_is_its_number()
    {
        db.Add(A.Award());

        Tables().Single().Rows[0]["Level"].ShouldBe(4);
    }

    [Fact]
    public void An_instant_is_utc_with_all_its_ticks()
    {
        var at = A.Moment.AddTicks(1);
        db.Add(new ProcessedCommand(Guid.NewGuid(), "award.confer", "{}", at));

        Tables().Single().Rows[0]["At"].ShouldBe(at.UtcDateTime);
    }

    [Fact]
    public void What_was_not_added_is_not_copied()
    {
        db.Attach(A.Award());

        Tables().ShouldBeEmpty();
    }

    [Fact]
    public Task Without_a_transaction_it_refuses() =>
        Should.ThrowAsync<InvalidOperationException>(() => db.SaveInBulkAsync(cancellationToken: TestContext.Current.CancellationToken));

    private List<DataTable> Tables() => [.. BulkCopy.TablesOf(db, AddedRows.TrackedBy(db))];
}
