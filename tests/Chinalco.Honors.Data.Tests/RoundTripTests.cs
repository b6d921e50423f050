using Chinalco.Honors.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.Tests;

/// <summary>Every entity of the model, with every column filled, comes back as it was saved.</summary>
public sealed class RoundTripTests(SavedWorld world) : IClassFixture<SavedWorld>
{
    public static TheoryData<string> Entities()
    {
        using var db = new SqliteHonorsContext(
            new DbContextOptionsBuilder<SqliteHonorsContext>().UseSqlite("Data Source=:memory:").Options
        );
        return [.. db.Model.GetEntityTypes().Select(t => t.ClrType.Name)];
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public void An_entity_comes_back_as_it_was_saved(string entity)
    {
        using var db = world.Database.Open();

        world.Of(entity).ShouldAllBe(saved => SavedWorld.ColumnsOf(db.Entry(db.Find(saved.Type, saved.Key)!)).SequenceEqual(saved.Columns));
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public void Every_column_of_an_entity_is_filled_in_some_sample(string entity) =>
        world
            .Of(entity)
            .SelectMany(saved => saved.Columns)
            .GroupBy(column => column.Name, column => column.Value)
            .Where(values => values.All(value => value is "" or "null"))
            .Select(values => values.Key)
            .ShouldBeEmpty();
}
