using Chinalco.Honors.Data.Text;
using Chinalco.Honors.Domain.Honorees;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Chinalco.Honors.Data;

/// <summary>Columns that no entity holds: they follow from others whenever a row is written.</summary>
internal static class DerivedColumns
{
    /// <summary>How the column follows from its entity; null when the entity itself holds it.</summary>
    public static Func<object, object?>? Reader(IProperty property) =>
        property is { Name: HonorsContext.NameSortKey, DeclaringType.ClrType: var type } && type == typeof(Honoree)
            ? entity => PinyinSortKey.Of(((Honoree)entity).Name)
            : null;
}
