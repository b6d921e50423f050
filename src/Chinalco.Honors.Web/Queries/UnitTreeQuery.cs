using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>Which part of the tree is looked at.</summary>
/// <param name="On">The day; null for today.</param>
/// <param name="Under">The unit at the top; null for the roots.</param>
/// <param name="Text">A part of a name; null for the tree itself.</param>
public sealed record UnitTreeFilter(PartialDate? On = null, Guid? Under = null, string? Text = null);

/// <summary>A unit in the tree.</summary>
/// <param name="Below">How many stand right below it.</param>
/// <param name="Honours">What counts for it; null where nobody has counted.</param>
/// <param name="Children">Those of them that the page has room for: all or none.</param>
public sealed record UnitBranch(
    Guid Id,
    string Name,
    UnitTier Tier,
    bool IsSample,
    int Below,
    int? Honours,
    ImmutableArray<UnitBranch> Children
);

/// <param name="Path">The unit, and those above it, from the unit upwards.</param>
/// <param name="Honours">What counts for it; null where nobody has counted.</param>
public sealed record FoundUnit(UnitNode Unit, ImmutableArray<Named> Path, int? Honours);

/// <param name="Above">From the root down to the one above the top; empty at the roots.</param>
/// <param name="Found">The units whose name holds the text; default when none was given.</param>
/// <param name="Total">How many units stood that day.</param>
/// <param name="IsCounted">Whether honours are counted: never on another day, and not before they are loaded.</param>
public sealed record UnitTreePage(
    ImmutableArray<UnitBranch> Tops,
    ImmutableArray<Named> Above,
    ImmutableArray<FoundUnit> Found,
    int FoundTotal,
    int Total,
    bool IsCounted
);

/// <summary>Reads the organisation tree of any day, a page at a time.</summary>
public sealed class UnitsQuery(ReadingDatabase database, RankingQuery ranking)
{
    /// <summary>Units that one page shows: what is below them opens by a link.</summary>
    private const int Most = 300;

    private const int MostFound = 50;

    /// <returns>Null when the unit at the top did not stand that day.</returns>
    public async Task<UnitTreePage?> RunAsync(UnitTreeFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var tree = await TreeAsync(filter.On, cancellationToken);
        if (filter.Under is { } under && tree.Find(under) is null or { HasEnded: true })
        {
            return null;
        }

        UnitNode[] tops = filter.Under is { } id ? [tree.Find(id)!] : [.. tree.Roots.Where(u => !u.HasEnded)];
        var found = filter.Text is { } text
            ? tree.All.Where(u => !u.HasEnded && u.Name.Contains(text, StringComparison.OrdinalIgnoreCase)).ToList()
            : [];
        var open = Open(tree, tops);
        var counts = filter.On is null ? await ranking.CountsAsync(cancellationToken) : null;
        return new UnitTreePage(
            [.. tops.Select(top => Branch(tree, top, open, counts))],
            filter.Under is null ? [] : [.. tree.Upwards(tops[0].Id).Skip(1).Reverse().Select(u => new Named(u.Id, u.Name))],
            [
                .. found
                    .Take(MostFound)
                    .Select(u => new FoundUnit(
                        u,
                        [.. tree.Upwards(u.Id).Skip(1).Reverse().Select(a => new Named(a.Id, a.Name))],
                        CountOf(counts, u.Id)
                    )),
            ],
            found.Count,
            tree.All.Count(u => !u.HasEnded),
            counts is not null
        );
    }

    /// <summary>The units right below one, or the roots; null when the one above did not stand that day.</summary>
    public async Task<IReadOnlyList<(UnitNode Unit, int Below)>?> BelowAsync(
        PartialDate? on,
        Guid? under,
        CancellationToken cancellationToken
    )
    {
        var tree = await TreeAsync(on, cancellationToken);
        return under is { } id && tree.Find(id) is null or { HasEnded: true }
            ? null
            :
            [
                .. (under is { } above ? Standing(tree, above) : tree.Roots.Where(u => !u.HasEnded)).Select(u =>
                    (u, Standing(tree, u.Id).Count())
                ),
            ];
    }

    private async Task<UnitTree> TreeAsync(PartialDate? on, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return on is { } day ? await UnitTree.AsOfAsync(db, day, cancellationToken) : await UnitTree.LoadAsync(db, cancellationToken);
        }
    }

    /// <summary>The units whose children stand on the page: level by level from the top, as long as there is room.</summary>
    private static HashSet<Guid> Open(UnitTree tree, IEnumerable<UnitNode> tops)
    {
        var (open, waiting, room) = (new HashSet<Guid>(), new Queue<UnitNode>(tops), Most);
        while (waiting.TryDequeue(out var unit))
        {
            List<UnitNode> children = [.. Standing(tree, unit.Id)];
            if (children.Count <= room || open.Count == 0)
            {
                room -= children.Count;
                open.Add(unit.Id);
                children.ForEach(waiting.Enqueue);
            }
        }

        return open;
    }

    private static UnitBranch Branch(UnitTree tree, UnitNode unit, HashSet<Guid> open, IReadOnlyDictionary<Guid, int>? counts)
    {
        List<UnitNode> children = [.. Standing(tree, unit.Id)];
        return new(
            unit.Id,
            unit.Name,
            unit.Tier,
            unit.IsSample,
            children.Count,
            CountOf(counts, unit.Id),
            open.Contains(unit.Id) ? [.. children.Select(child => Branch(tree, child, open, counts))] : []
        );
    }

    private static int? CountOf(IReadOnlyDictionary<Guid, int>? counts, Guid id) => counts?.GetValueOrDefault(id);

    private static IEnumerable<UnitNode> Standing(UnitTree tree, Guid id) => tree.ChildrenOf(id).Where(u => !u.HasEnded);
}
