using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Imports.Engine;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Imports.Units;

/// <summary>A unit as the registry has it now.</summary>
/// <param name="Names">All that it is called, the legal name of today included.</param>
public sealed record KnownUnit(
    Guid Id,
    string? Code,
    string Name,
    UnitTier Tier,
    Guid? ParentId,
    string? Place,
    ImmutableArray<(string Name, UnitNameKind Kind)> Names,
    long Version
)
{
    /// <summary>Whether it is called so, today or in the past.</summary>
    /// <param name="key">As <see cref="UnitReader.Key"/> gives it.</param>
    public bool IsCalled(string key) => Names.Any(n => UnitReader.Key(n.Name) == key);
}

/// <summary>The tree that a table of units is compared with.</summary>
public sealed class UnitState
{
    private readonly Dictionary<Guid, KnownUnit> byId;
    private readonly Dictionary<string, KnownUnit> byCode;
    private readonly ILookup<string, (KnownUnit Unit, UnitNameKind Kind)> byName;

    public UnitState(IReadOnlyCollection<KnownUnit> units, UnitDirectory directory)
    {
        Directory = directory;
        byId = units.ToDictionary(u => u.Id);
        byCode = units.Where(u => u.Code is not null).ToDictionary(u => u.Code!, StringComparer.OrdinalIgnoreCase);
        byName = units
            .SelectMany(u => u.Names.Select(n => (Key: UnitReader.Key(n.Name), Unit: u, n.Kind)))
            .ToLookup(n => n.Key, n => (n.Unit, n.Kind), StringComparer.Ordinal);
    }

    public IReadOnlyCollection<KnownUnit> Units => byId.Values;

    public UnitDirectory Directory { get; }

    public KnownUnit? WithId(Guid id) => byId.GetValueOrDefault(id);

    public KnownUnit? WithCode(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The units that bear the name in this way.</summary>
    /// <param name="key">As <see cref="UnitReader.Key"/> gives it.</param>
    public IEnumerable<KnownUnit> Called(string key, UnitNameKind kind) =>
        byName[key].Where(n => n.Kind == kind).Select(n => n.Unit).Distinct();

    public static async Task<UnitState> LoadAsync(HonorsContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var names = (
            await db
                .UnitNames.Select(n => new
                {
                    n.UnitId,
                    n.Order,
                    n.Name,
                    n.Kind,
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(n => n.UnitId);
        var units = await db
            .Units.Select(u => new
            {
                u.Id,
                u.Code,
                u.Name,
                u.Tier,
                u.ParentId,
                u.Place,
                u.Version,
            })
            .ToListAsync(cancellationToken);
        return new UnitState(
            [
                .. units.Select(u => new KnownUnit(
                    u.Id,
                    u.Code,
                    u.Name,
                    u.Tier,
                    u.ParentId,
                    u.Place,
                    [.. names[u.Id].OrderBy(n => n.Order).Select(n => (n.Name, n.Kind))],
                    u.Version
                )),
            ],
            await UnitDirectory.LoadAsync(db, cancellationToken)
        );
    }
}
