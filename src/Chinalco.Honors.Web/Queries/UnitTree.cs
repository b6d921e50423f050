using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>The organisation tree as one request sees it. A group has thousands of units, not millions: one read of five columns.</summary>
public sealed class UnitTree
{
    private readonly Dictionary<Guid, UnitNode> nodes;
    private readonly ILookup<Guid?, UnitNode> children;
    private readonly ILookup<Guid?, UnitNode> predecessors;

    private UnitTree(IReadOnlyList<UnitNode> all)
    {
        nodes = all.ToDictionary(u => u.Id);
        children = all.ToLookup(u => u.ParentId);
        predecessors = all.Where(u => u.HeirId is not null).ToLookup(u => u.HeirId);
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
                .Select(u => new UnitNode(u.Id, u.ParentId, u.Name, u.Tier, u.IsSample, u.HeirId, u.DissolvedOn != null))
                .ToListAsync(cancellationToken)
        );

    /// <summary>The tree of one day: the units that stood, where they stood and what they were called.</summary>
    public static async Task<UnitTree> AsOfAsync(HonorsContext db, PartialDate day, CancellationToken cancellationToken)
    {
        var units = await db
            .Units.AsNoTracking()
            .OrderBy(u => u.Code == null)
            .ThenBy(u => u.Code)
            .ThenBy(u => u.Name)
            .ThenBy(u => u.Id)
            .Select(u => new
            {
                Node = new UnitNode(u.Id, u.ParentId, u.Name, u.Tier, u.IsSample, u.HeirId, u.DissolvedOn != null),
                u.FoundedOn,
                u.DissolvedOn,
            })
            .ToListAsync(cancellationToken);
        var places = (
            await db
                .UnitPlacements.AsNoTracking()
                .OrderBy(p => p.UnitId)
                .ThenBy(p => p.Order)
                .Select(p => new
                {
                    p.UnitId,
                    p.ParentId,
                    p.From,
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(p => p.UnitId, p => (p.ParentId, p.From));
        var former = (
            await db
                .UnitNames.AsNoTracking()
                .Where(n => n.Kind == UnitNameKind.Former && n.To != null)
                .Select(n => new
                {
                    n.UnitId,
                    n.Name,
                    n.From,
                    n.To,
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(n => n.UnitId, n => (n.Name, n.From, n.To));
        return new([
            .. units
                .Where(u => UnitAsOf.Stood(u.FoundedOn, u.DissolvedOn, day))
                .Select(u =>
                    u.Node with
                    {
                        ParentId = UnitAsOf.ParentOf(places[u.Node.Id], day),
                        Name = UnitAsOf.NameOf(u.Node.Name, former[u.Node.Id], day),
                        HasEnded = false,
                    }
                ),
        ]);
    }

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

    /// <summary>
    /// The units whose honours count for a unit: it, those below it, and those that any of them took over. A unit that somebody took over counts
    /// for its heir alone, wherever it stood.
    /// </summary>
    public HashSet<Guid> Counted(Guid from)
    {
        var seen = new HashSet<Guid>();
        var waiting = new Stack<Guid>([from]);
        while (waiting.TryPop(out var id))
        {
            if (seen.Add(id))
            {
                foreach (var unit in children[id].Where(u => u.HeirId is null).Concat(predecessors[id]))
                {
                    waiting.Push(unit.Id);
                }
            }
        }

        return seen;
    }

    /// <summary>The unit that the honours of one count for: itself, or whoever took it over in the end.</summary>
    public Guid HeirOf(Guid id)
    {
        while (Find(id)?.HeirId is { } heir)
        {
            id = heir;
        }

        return id;
    }

    /// <summary>The units that a unit took over, and those that these did.</summary>
    public IEnumerable<UnitNode> Predecessors(Guid id) => predecessors[id].SelectMany(u => Predecessors(u.Id).Prepend(u));

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
/// <param name="HeirId">Whom its honours count for, when it ended.</param>
/// <param name="HasEnded">It is there no more.</param>
public sealed record UnitNode(
    Guid Id,
    Guid? ParentId,
    string Name,
    UnitTier Tier,
    bool IsSample,
    Guid? HeirId = null,
    bool HasEnded = false
);
