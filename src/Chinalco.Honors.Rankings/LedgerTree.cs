namespace Chinalco.Honors.Rankings;

/// <summary>
/// Whose honours count for whom: a unit's for the one that took it over, else for the one above it. A forest of numbered units, laid out so
/// that sums go up in one pass.
/// </summary>
internal sealed class LedgerTree
{
    private const int None = -1;

    private readonly int[] above;
    private readonly int[] depth;
    private readonly int[] place;
    private readonly int[] downwards;

    /// <param name="above">For each unit the one that its honours count for, -1 for none.</param>
    /// <param name="numbers">Where units count for one another in a circle, the one with the least id counts for none.</param>
    public LedgerTree(int[] above, UnitNumbers numbers)
    {
        this.above = [.. above];
        CutCircles(this.above, numbers);
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

    private static void CutCircles(int[] above, UnitNumbers numbers)
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
                var least = unit;
                for (var other = above[unit]; other != unit; other = above[other])
                {
                    least = numbers.IdOf(other).CompareTo(numbers.IdOf(least)) < 0 ? other : least;
                }

                above[least] = None;
            }
        }
    }
}
