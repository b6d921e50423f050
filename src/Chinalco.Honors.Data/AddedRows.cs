using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Chinalco.Honors.Data;

/// <summary>New entities as the rows that the database will hold.</summary>
internal static class AddedRows
{
    /// <summary>The entities that the context's tracker holds as added.</summary>
    public static List<object> TrackedBy(HonorsContext db) =>
        [.. db.ChangeTracker.Entries().Where(e => e.State == EntityState.Added).Select(e => e.Entity)];

    /// <summary>The entities by type, a type before those that refer to it.</summary>
    public static IEnumerable<(RowShape Shape, IReadOnlyList<object> Rows)> ByTable(HonorsContext db, IEnumerable<object> entities)
    {
        var byType = new Dictionary<Type, List<object>>();
        foreach (var entity in entities)
        {
            if (!byType.TryGetValue(entity.GetType(), out var rows))
            {
                byType.Add(entity.GetType(), rows = []);
            }

            rows.Add(entity);
        }

        var types = byType.ToDictionary(group => db.Model.FindEntityType(group.Key) ?? throw NotAnEntity(group.Key), group => group.Value);
        foreach (var type in PrincipalsFirst(types.Keys).Where(types.ContainsKey))
        {
            yield return (RowShape.Of(type), types[type]);
        }
    }

    private static List<IEntityType> PrincipalsFirst(IEnumerable<IEntityType> types)
    {
        var ordered = new List<IEntityType>();
        var seen = new HashSet<IEntityType>();
        foreach (var type in types)
        {
            Visit(type);
        }

        return ordered;

        void Visit(IEntityType type)
        {
            if (seen.Add(type))
            {
                foreach (var key in type.GetForeignKeys())
                {
                    Visit(key.PrincipalEntityType);
                }

                ordered.Add(type);
            }
        }
    }

    private static ArgumentException NotAnEntity(Type type) => new($"{type.Name} is no entity of the model.", nameof(type));
}
