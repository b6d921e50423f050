namespace Chinalco.Honors.Rankings;

/// <summary>
/// Whose honours count for whom: a unit's for the one that took it over, else for the one above it. A forest of numbered units, laid out so
/// that sums go up in one pass.
/// </summary>
internal sealed class LedgerTree
{
    private const int None = -1;

    private readonly IReadOnlyList<UnitPlace> places;
    private readonly int[] above;
    private readonly int[] depth;
    private readonly int[] place;
    private readonly int[] downwards;

    /// <param name="places">For each unit the ones above it and after it, by number.</param>
    public LedgerTree(IReadOnlyList<UnitPlace> places, UnitNumbers numbers)
    {
        this.places = places;
        above = [.. places.Select(p => p.Heir != None ? p.Heir : p.Parent)];
        while (FindCircle(above) is { } circle)
        {
            Cut(circle, places, numbers);
        }

        (depth, place, downwards) = (new int[above.Length], new int[above.Length], new int[above.Length]);
        LayOut();
    }

    public int Count => above.Length;

    /// <summary>The units in an order in which each stands behind the one that it counts for.</summary>
    public ReadOnlySpan<int> Downwards => downwards;

    /// <summary>Where a unit stands in that order; whoever counts for it stands right behind it, in one piece.</summary>
    public int PlaceOf(int unit) => place[unit];

    /// <summary>The one that the unit counts for; -1 for none.</summary>
    public int AboveOf(int unit) => above[unit];

    /// <summary>The lowest unit that both count for, each counting for itself; -1 for none.</summary>
    public int Meet(int one, int other)
    {
        while (one != other)
        {
            if (depth[one] < depth[other])
            {
                (one, other) = (other, one);
            }

            one = above[one];
            if (one == None)
            {
                return None;
            }
        }

        return one;
    }

    /// <summary>By number, whether a unit counts for the one given; that one does.</summary>
    public bool[] CountingFor(int top)
    {
        var counting = new bool[Count];
        foreach (var unit in downwards)
        {
            counting[unit] = unit == top || (above[unit] != None && counting[above[unit]]);
        }

        return counting;
    }

    /// <summary>The tree with every unit that has a number; those that it does not know stand alone.</summary>
    public LedgerTree With(UnitNumbers numbers) =>
        numbers.Count is var count && count == Count
            ? this
            : new LedgerTree([.. places, .. Enumerable.Repeat(new UnitPlace(None, None), count - Count)], numbers);

    private void LayOut()
    {
        var (firstBelow, next) = (new int[above.Length], new int[above.Length]);
        Array.Fill(firstBelow, None);
        Array.Fill(next, None);
        for (var unit = above.Length - 1; unit >= 0; unit--)
        {
            if (above[unit] is var up and not None)
            {
                (next[unit], firstBelow[up]) = (firstBelow[up], unit);
            }
        }

        var (at, waiting) = (0, new Stack<int>());
        for (var root = 0; root < above.Length; root++)
        {
            if (above[root] != None)
            {
                continue;
            }

            waiting.Push(root);
            while (waiting.TryPop(out var unit))
            {
                (downwards[at], place[unit]) = (unit, at);
                at++;
                for (var below = firstBelow[unit]; below != None; below = next[below])
                {
                    depth[below] = depth[unit] + 1;
                    waiting.Push(below);
                }
            }
        }
    }

    /// <summary>
    /// A unit that was taken over by one below it: that one counts for whatever is above the one that is gone. Without an heir in the circle
    /// the tree itself is broken, and the unit with the least id counts for none.
    /// </summary>
    private void Cut(List<int> circle, IReadOnlyList<UnitPlace> places, UnitNumbers numbers)
    {
        // In the order of counting for one another, so that whoever counts for a unit stands before it.
        var heirs = circle.Where(unit => places[unit].Heir != None && places[Before(unit)].Heir == None).ToList();
        if (heirs.Count == 0)
        {
            above[circle.MinBy(numbers.IdOf)] = None;
            return;
        }

        var gone = heirs.MinBy(numbers.IdOf);
        above[Before(gone)] = places[gone].Parent;

        int Before(int unit) => circle[(circle.IndexOf(unit) + circle.Count - 1) % circle.Count];
    }

    private static List<int>? FindCircle(int[] above)
    {
        // 0 not looked at, else the number of the walk that came by first.
        var walks = new int[above.Length];
        for (var start = 0; start < above.Length; start++)
        {
            var unit = start;
            while (unit != None && walks[unit] == 0)
            {
                walks[unit] = start + 1;
                unit = above[unit];
            }

            if (unit != None && walks[unit] == start + 1)
            {
                List<int> circle = [unit];
                for (var other = above[unit]; other != unit; other = above[other])
                {
                    circle.Add(other);
                }

                return circle;
            }
        }

        return null;
    }
}

/// <summary>Where a unit stands; -1 for nothing.</summary>
/// <param name="Heir">The unit that took it over.</param>
internal readonly record struct UnitPlace(int Parent, int Heir);
