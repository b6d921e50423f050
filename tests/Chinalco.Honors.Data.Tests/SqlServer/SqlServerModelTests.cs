using Chinalco.Honors.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chinalco.Honors.Data.Tests.SqlServer;

/// <summary>What the model becomes on SQL Server, as far as that shows without one.</summary>
public sealed class SqlServerModelTests
{
    // Bytes that a nonclustered index key may have, and the longest text that a row may hold beside others.
    private const int LongestIndexKey = 1700;
    private const int BytesOfAnythingElse = 16;

    private static readonly SqlServerHonorsContext Db = new SqlServerHonorsContext.DesignTimeFactory().CreateDbContext([]);
    private static readonly IRelationalModel Model = Db.GetService<IDesignTimeModel>().Model.GetRelationalModel();

    [Fact]
    public void The_migrations_hold_everything_the_model_says() => Db.Database.HasPendingModelChanges().ShouldBeFalse();

    [Fact]
    public void Every_text_is_unicode_and_compares_as_on_sqlite() =>
        Columns()
            .Where(c => c.StoreType.Contains("char", StringComparison.Ordinal))
            .ShouldAllBe(c =>
                c.StoreType.StartsWith("nvarchar", StringComparison.Ordinal) && c.Collation == SqlServerHonorsContext.Collation
            );

    [Fact]
    public void Every_instant_keeps_its_ticks() =>
        Columns()
            .Select(c => c.StoreType)
            .Where(type => type.Contains("time", StringComparison.Ordinal))
            .Distinct()
            .ShouldBe(["datetime2"]);

    [Fact]
    public void Every_index_key_is_short_enough() =>
        Model.Tables.SelectMany(t => t.Indexes).Where(i => i.Columns.Sum(BytesOf) > LongestIndexKey).Select(i => i.Name).ShouldBeEmpty();

    [Fact]
    public void A_unique_index_over_a_column_that_may_be_empty_leaves_the_empty_ones_out() =>
        Model
            .Tables.SelectMany(t => t.Indexes)
            .Where(i => i.IsUnique && i.Columns.Any(c => c.IsNullable))
            .ShouldAllBe(i => i.Filter == string.Join(" AND ", i.Columns.Where(c => c.IsNullable).Select(c => $"[{c.Name}] IS NOT NULL")));

    [Fact]
    public void A_deletion_reaches_a_table_one_way_only() =>
        Model
            .Tables.SelectMany(t => Reached(t).GroupBy(name => name).Where(ways => ways.Count() > 1))
            .Select(ways => ways.Key)
            .ShouldBeEmpty();

    [Fact]
    public void A_list_is_sent_item_by_item() => QueryOver(500).ShouldNotContain("OPENJSON");

    [Fact]
    public void A_list_beyond_what_the_server_takes_is_sent_as_one() => QueryOver(3000).ShouldContain("OPENJSON");

    /// <summary>Tables from which a deletion goes on, once for each way there.</summary>
    private static IEnumerable<string> Reached(ITableBase table) =>
        ((ITable)table)
            .ReferencingForeignKeyConstraints.Where(key => key.OnDeleteAction is ReferentialAction.Cascade or ReferentialAction.SetNull)
            .SelectMany(key => Reached(key.Table).Prepend(key.Table.Name));

    private static IEnumerable<IColumn> Columns() => Model.Tables.SelectMany(t => t.Columns);

    private static int BytesOf(IColumn column)
    {
        var length = column.PropertyMappings[0].Property.GetMaxLength();
        return column.StoreType switch
        {
            var text when text.StartsWith("nvarchar", StringComparison.Ordinal) => 2 * (length ?? LongestIndexKey),
            var bytes when bytes.StartsWith("varbinary", StringComparison.Ordinal) => length ?? LongestIndexKey,
            _ => BytesOfAnythingElse,
        };
    }

    private static string QueryOver(int count)
    {
        List<Guid> ids = [.. Enumerable.Range(0, count).Select(_ => Guid.NewGuid())];
        return Db.Honorees.Where(h => ids.Contains(h.Id)).ToQueryString();
    }
}
