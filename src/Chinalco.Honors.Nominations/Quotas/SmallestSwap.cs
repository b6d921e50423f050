using System.Collections.Immutable;
using Chinalco.Honors.Nominations.Programmes;

namespace Chinalco.Honors.Nominations.Quotas;

/// <summary>
/// Finds the fewest swaps between first choices and reserves after which every share of a programme holds. Nominees of the same groups are
/// alike for the shares: of these the lowest ranked leaves first and the highest ranked reserve comes first.
/// </summary>
public sealed class SmallestSwap
{
    private readonly Batch batch;
    private readonly ImmutableArray<ShareState> before;
    private readonly Kind[] kinds;

    private SmallestSwap(Batch batch, IReadOnlyCollection<Share> shares)
    {
        this.batch = batch;
        before = batch.Check(shares);
        kinds =
        [
            .. batch
                .Chosen.Reverse()
                .Select(n => (Nominee: n, IsChosen: true))
                .Concat(batch.Reserves.Select(n => (Nominee: n, IsChosen: false)))
                .GroupBy(n => Signature(n.Nominee))
                .Select(g => new Kind(
                    g.Key,
                    [.. g.Where(n => n.IsChosen).Select(n => n.Nominee)],
                    [.. g.Where(n => !n.IsChosen).Select(n => n.Nominee)]
                )),
        ];
    }

    /// <param name="most">How many swaps are tried at the most.</param>
    /// <returns>Empty when every share holds already; null when no such number of swaps mends it.</returns>
    public static ImmutableArray<Swap>? Find(Batch batch, IReadOnlyCollection<Share> shares, int most = 6)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(shares);
        var search = new SmallestSwap(batch, shares);
        for (var count = 0; count <= Math.Min(most, Math.Min(batch.Chosen.Length, batch.Reserves.Length)); count++)
        {
            if (search.With(count) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private ImmutableArray<Swap>? With(int count)
    {
        var (leaving, coming) = (new int[kinds.Length], new int[kinds.Length]);
        return Leave(0, count, leaving, coming, [.. before.Select(s => s.Number)]) ? Swaps(leaving, coming) : null;
    }

    private bool Leave(int from, int left, int[] leaving, int[] coming, int[] numbers)
    {
        if (left == 0)
        {
            return Come(0, leaving.Sum(), leaving, coming, numbers);
        }

        for (var i = from; i < kinds.Length; i++)
        {
            if (leaving[i] < kinds[i].Chosen.Length)
            {
                Move(i, -1, numbers);
                leaving[i]++;
                if (Leave(i, left - 1, leaving, coming, numbers))
                {
                    return true;
                }

                leaving[i]--;
                Move(i, +1, numbers);
            }
        }

        return false;
    }

    private bool Come(int from, int left, int[] leaving, int[] coming, int[] numbers)
    {
        if (!CanStillHold(left, numbers))
        {
            return false;
        }

        if (left == 0)
        {
            return true;
        }

        for (var i = from; i < kinds.Length; i++)
        {
            // Like for like changes nothing.
            if (leaving[i] == 0 && coming[i] < kinds[i].Reserves.Length)
            {
                Move(i, +1, numbers);
                coming[i]++;
                if (Come(i, left - 1, leaving, coming, numbers))
                {
                    return true;
                }

                coming[i]--;
                Move(i, -1, numbers);
            }
        }

        return false;
    }

    /// <summary>Whoever comes adds at most one to each group and takes nobody away.</summary>
    private bool CanStillHold(int left, int[] numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] + left < before[i].Needed || numbers[i] > before[i].Allowed)
            {
                return false;
            }
        }

        return true;
    }

    private void Move(int kind, int by, int[] numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] += (kinds[kind].Signature >> i & 1) == 1 ? by : 0;
        }
    }

    private ImmutableArray<Swap> Swaps(int[] leaving, int[] coming)
    {
        var outs = kinds.SelectMany((kind, i) => kind.Chosen.Take(leaving[i])).ToHashSet();
        var ins = kinds.SelectMany((kind, i) => kind.Reserves.Take(coming[i])).ToHashSet();
        return [.. batch.Chosen.Where(outs.Contains).Zip(batch.Reserves.Where(ins.Contains), (leaves, comes) => new Swap(leaves, comes))];
    }

    /// <summary>One bit for each share.</summary>
    private long Signature(Nominee nominee)
    {
        var bits = 0L;
        for (var i = 0; i < before.Length; i++)
        {
            bits |= nominee.Groups.Contains(before[i].Share.Group) ? 1L << i : 0;
        }

        return bits;
    }

    /// <param name="Chosen">The lowest ranked first.</param>
    /// <param name="Reserves">The highest ranked first.</param>
    private sealed record Kind(long Signature, ImmutableArray<Nominee> Chosen, ImmutableArray<Nominee> Reserves);
}
