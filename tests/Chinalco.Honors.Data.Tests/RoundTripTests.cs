using Chinalco.Honors.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

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

        world.Of(entity).ShouldAllBe(saved => SavedWorld.ColumnsOf(Load(db, saved)).SequenceEqual(saved.Columns));
    }

    /// <summary>The sample as it is stored, whoever may see it: an entry that was merged is hidden from everybody.</summary>
    private static EntityEntry Load(HonorsContext db, SavedWorld.Saved saved)
    {
        if (db.Find(saved.Type, saved.Key) is { } seen)
        {
            return db.Entry(seen);
        }

        var hidden = db.Entry(Activator.CreateInstance(saved.Type, nonPublic: true)!);
        foreach (var (property, value) in hidden.Metadata.FindPrimaryKey()!.Properties.Zip(saved.Key))
        {
            hidden.Property(property.Name).CurrentValue = value;
        }

        hidden.State = EntityState.Unchanged;
        hidden.Reload();
        return hidden;
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
