namespace Chinalco.Honors.Imports.Engine;

/// <summary>What somebody may import.</summary>
/// <param name="Units">The units with all below them; null for the whole group.</param>
public sealed record ImportScope(IReadOnlyList<Guid>? Units)
{
    public static readonly ImportScope WholeGroup = new((IReadOnlyList<Guid>?)null);

    public bool Covers(UnitDirectory directory, Guid? unit)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return Units is null || Units.Any(above => directory.IsWithin(unit, above));
    }
}
