using System.Collections.Immutable;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Units;

/// <summary>A unit as a table of the organisation shows it.</summary>
/// <param name="SeenVersion">The version that the table was compared with; 0 for a unit that the registry does not have.</param>
/// <param name="Place">Null when the table says nothing of it.</param>
/// <param name="AddedNames">Aliases and former names that the registry does not have.</param>
/// <param name="RenamedOn">When the name of today began, if it is another; null when nobody said.</param>
public sealed record ListedUnit(
    Guid Id,
    long SeenVersion,
    string? Code,
    string Name,
    UnitTier Tier,
    Guid? ParentId,
    string? Place,
    ImmutableArray<UnitNameFact> AddedNames,
    string? RenamedOn
);

/// <summary>Enters and changes many units inside one command, each as the single commands do it and with their records.</summary>
public static class ListedUnits
{
    /// <returns>How many units somebody else changed since they were looked at, or whose place somebody took: they are left as they are.</returns>
    public static async Task<int> WriteAsync(CommandScope scope, IReadOnlyList<ListedUnit> listed)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(listed);
        await UnitHandler.TakeTurnsAsync(scope);
        var tree = await Tree.LoadAsync(scope);
        var ids = listed.Select(u => u.Id).ToList();
        var known = await scope
            .Db.Units.Include(u => u.Names)
            .Include(u => u.Placements)
            .Where(u => EF.Parameter(ids).Contains(u.Id))
            .ToDictionaryAsync(u => u.Id);
        await scope.PrepareChainsAsync(AuditKinds.Unit, known.Keys);
        var (pages, overtaken) = (new HashSet<Guid>(), 0);
        foreach (var told in listed)
        {
            var unit = known.GetValueOrDefault(told.Id);
            if ((unit?.Version ?? 0) != told.SeenVersion || !tree.HasRoomFor(told))
            {
                overtaken++;
                continue;
            }

            pages.UnionWith(tree.Upwards(unit?.ParentId));
            pages.UnionWith(tree.Upwards(told.ParentId));
            tree.Put(told);
            if (unit is null)
            {
                Enter(scope, told);
            }
            else
            {
                await ChangeAsync(scope, unit, told, tree);
            }
        }

        scope.PagesChanged([], pages.Where(tree.IsStored), []);
        return overtaken;
    }

    private static void Enter(CommandScope scope, ListedUnit told)
    {
        var unit = new Unit(told.Id, told.Code, told.Name, told.Tier, told.ParentId, told.Place, summary: null);
        Add(unit, told.AddedNames);
        scope.Db.Units.Add(unit);
        scope.AuditNew(
            Subject(told.Id),
            "unit.register",
            new
            {
                told.Code,
                told.Name,
                told.Tier,
                told.ParentId,
                told.Place,
                OtherNames = told.AddedNames,
            }
        );
    }

    private static async Task ChangeAsync(CommandScope scope, Unit unit, ListedUnit told, Tree tree)
    {
        var subject = Subject(unit.Id);
        if (unit.Name != told.Name)
        {
            unit.Rename(told.Name, ToldDate.Of(told.RenamedOn));
            await scope.AuditAsync(subject, "unit.rename", new { told.Name, On = told.RenamedOn });
        }

        if (unit.ParentId != told.ParentId)
        {
            // A table shows where a unit stands, not since when: it stands there at least from today on.
            var on = UnitReorganisations.Today(scope.Now);
            unit.MoveBelow(told.ParentId, tree.Upwards(told.ParentId), on);
            await scope.AuditAsync(subject, "unit.move", new { told.ParentId, On = on.ToString() });
        }

        var before = unit.Version;
        unit.Correct(told.Code, told.Tier, told.Place);
        if (unit.Version != before)
        {
            await scope.AuditAsync(
                subject,
                "unit.correct",
                new
                {
                    unit.Code,
                    unit.Tier,
                    unit.Place,
                }
            );
        }

        Add(unit, told.AddedNames);
        foreach (var name in told.AddedNames)
        {
            await scope.AuditAsync(subject, "unit.name", name);
        }
    }

    private static void Add(Unit unit, ImmutableArray<UnitNameFact> names)
    {
        foreach (var name in names)
        {
            unit.AddName(name.Name, name.Kind, ToldDate.Of(name.From), ToldDate.Of(name.To));
        }
    }

    private static AuditSubject Subject(Guid id) => new(AuditKinds.Unit, id);

    /// <summary>The whole tree as this command finds and changes it.</summary>
    private sealed class Tree
    {
        private readonly Dictionary<Guid, (Guid? ParentId, string Name)> places;
        private readonly Dictionary<string, Guid> codes;
        private readonly Dictionary<(Guid? ParentId, string Name), Guid> taken = [];
        private readonly HashSet<Guid> stored;

        private Tree(Dictionary<Guid, (Guid? ParentId, string Name)> places, Dictionary<string, Guid> codes)
        {
            (this.places, this.codes, stored) = (places, codes, [.. places.Keys]);
            foreach (var (id, place) in places)
            {
                taken.TryAdd(place, id);
            }
        }

        public static async Task<Tree> LoadAsync(CommandScope scope)
        {
            var units = await scope
                .Db.Units.Select(u => new
                {
                    u.Id,
                    u.Code,
                    u.ParentId,
                    u.Name,
                })
                .ToListAsync();
            return new Tree(
                units.ToDictionary(u => u.Id, u => (u.ParentId, u.Name)),
                units.Where(u => u.Code is not null).ToDictionary(u => u.Code!, u => u.Id, StringComparer.OrdinalIgnoreCase)
            );
        }

        public bool IsStored(Guid id) => stored.Contains(id);

        /// <summary>Whether the unit can stand where it is told to: the parent is there and not below it, code and name are nobody else's.</summary>
        public bool HasRoomFor(ListedUnit told) =>
            (told.ParentId is not { } parent || places.ContainsKey(parent))
            && !Upwards(told.ParentId).Contains(told.Id)
            && (told.Code is null || codes.GetValueOrDefault(told.Code, told.Id) == told.Id)
            && (StaysWhereItIs(told) || taken.GetValueOrDefault((told.ParentId, told.Name), told.Id) == told.Id);

        private bool StaysWhereItIs(ListedUnit told) => places.TryGetValue(told.Id, out var now) && now == (told.ParentId, told.Name);

        public void Put(ListedUnit told)
        {
            if (places.TryGetValue(told.Id, out var before) && taken.GetValueOrDefault(before) == told.Id)
            {
                taken.Remove(before);
            }

            places[told.Id] = (told.ParentId, told.Name);
            taken[(told.ParentId, told.Name)] = told.Id;
            if (told.Code is not null)
            {
                codes[told.Code] = told.Id;
            }
        }

        /// <summary>The unit and everything above it.</summary>
        public HashSet<Guid> Upwards(Guid? unit)
        {
            var seen = new HashSet<Guid>();
            while (unit is { } id && seen.Add(id))
            {
                unit = places.GetValueOrDefault(id).ParentId;
            }

            return seen;
        }
    }
}
