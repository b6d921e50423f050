using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>The organisation tree as one request sees it. A group has thousands of units, not millions: one read of five columns.</summary>
public sealed class UnitTree
{
    private readonly Dictionary<Guid, UnitNode> nodes;
    private readonly ILookup<Guid?, UnitNode> children;

    private UnitTree(IReadOnlyList<UnitNode> all)
    {
        nodes = all.ToDictionary(u => u.Id);
        children = all.ToLookup(u => u.ParentId);
    }

    /// <summary>Every unit, by catalogue code, then name.</summary>
    public IEnumerable<UnitNode> All => nodes.Values;

    /// <summary>The units without a parent.</summary>
    public IEnumerable<UnitNode> Roots => children[null];

    public static async Task<UnitTree> LoadAsync(HonorsContext db, CancellationToken cancellationToken) =>
        new(
            await db
                .Units.AsNoTracking()
                .OrderBy(u => u.Code == null)
                .ThenBy(u => u.Code)
                .ThenBy(u => u.Name)
                .ThenBy(u => u.Id)
                .Select(u => new UnitNode(u.Id, u.ParentId, u.Name, u.Tier, u.IsSample))
                .ToListAsync(cancellationToken)
        );

    public UnitNode? Find(Guid id) => nodes.GetValueOrDefault(id);

    public IEnumerable<UnitNode> ChildrenOf(Guid id) => children[id];

    /// <summary>The ids of the units given and of everything below them.</summary>
    public HashSet<Guid> Subtree(IEnumerable<Guid> from)
    {
        var seen = new HashSet<Guid>();
        var waiting = new Stack<Guid>(from);
        while (waiting.TryPop(out var id))
        {
            if (seen.Add(id))
            {
                foreach (var child in children[id])
                {
                    waiting.Push(child.Id);
                }
            }
        }

        return seen;
    }

    /// <summary>The unit and those above it, from the unit upwards.</summary>
    public IEnumerable<UnitNode> Upwards(Guid id)
    {
        var seen = new HashSet<Guid>();
        for (var unit = Find(id); unit is not null && seen.Add(unit.Id); unit = unit.ParentId is { } parent ? Find(parent) : null)
        {
            yield return unit;
        }
    }
}

/// <summary>A unit's place in the tree.</summary>
public sealed record UnitNode(Guid Id, Guid? ParentId, string Name, UnitTier Tier, bool IsSample);
