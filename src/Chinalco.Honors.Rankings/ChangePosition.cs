using System.Collections.Immutable;
using Chinalco.Honors.Data.Rankings;

namespace Chinalco.Honors.Rankings;

/// <summary>A change with its number.</summary>
internal readonly record struct NumberedChange(long Seq, RankingChangeKind Kind, Guid? EntityId);

/// <summary>Numbers that were not there when later ones were: whoever was given them may not have committed yet.</summary>
/// <param name="Until">When nobody waits for them any more.</param>
internal readonly record struct SeqGap(long From, long To, DateTimeOffset Until);

/// <summary>How far the changes have been taken over.</summary>
/// <param name="Last">The one with the highest number; a number of 0 while there was none.</param>
/// <param name="Gaps">In their order.</param>
internal sealed record ChangePosition(NumberedChange Last, ImmutableArray<SeqGap> Gaps)
{
    /// <summary>Longer than a transaction of this product is open.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // What has been taken over already does no harm to be read again: beyond these, the space between gaps is one.
    private const int MostGaps = 256;

    /// <summary>The position behind all changes that there are.</summary>
    /// <param name="latest">The changes with the highest numbers, in their order; reaching back further than transactions overlap.</param>
    /// <param name="from">The number that <paramref name="latest"/> begins at, whether it is there or not.</param>
    public static ChangePosition Behind(IReadOnlyList<NumberedChange> latest, long from, DateTimeOffset now)
    {
        var position = new ChangePosition(new NumberedChange(from - 1, default, null), []);
        return latest.Count == 0
            ? new ChangePosition(default, [])
            : position with
            {
                Last = latest[^1],
                Gaps = Joined(position.GapsBefore(latest, now)),
            };
    }

    /// <summary>What is new in what was read, and the position behind it.</summary>
    /// <param name="read">The changes from <see cref="Last"/> on and those in <see cref="Gaps"/>, in the order of their numbers.</param>
    /// <returns>Null when the way from here is lost: changes in between were removed, or the database is another one.</returns>
    public (ChangePosition Next, IReadOnlyList<NumberedChange> New)? Take(IReadOnlyList<NumberedChange> read, DateTimeOffset now)
    {
        var later = read.Where(c => c.Seq > Last.Seq).ToList();
        var isLost = Last.Seq == 0 ? later is [{ Seq: > 1 }, ..] : !read.Contains(Last);
        if (isLost)
        {
            return null;
        }

        List<NumberedChange> late = [.. read.Where(c => c.Seq < Last.Seq && Gaps.Any(g => c.Seq >= g.From && c.Seq <= g.To))];
        if (later.Count + late.Count == 0 && !Gaps.Any(g => g.Until <= now))
        {
            return (this, []);
        }

        var open = Gaps.Where(g => g.Until > now).SelectMany(g => Without(g, late));
        return (new ChangePosition(later is [] ? Last : later[^1], Joined([.. open, .. GapsBefore(later, now)])), [.. late, .. later]);
    }

    private IEnumerable<SeqGap> GapsBefore(IReadOnlyList<NumberedChange> later, DateTimeOffset now)
    {
        var expected = Last.Seq + 1;
        foreach (var change in later)
        {
            if (change.Seq > expected)
            {
                yield return new SeqGap(expected, change.Seq - 1, now + Patience);
            }

            expected = change.Seq + 1;
        }
    }

    private static IEnumerable<SeqGap> Without(SeqGap gap, List<NumberedChange> late)
    {
        foreach (var change in late.Where(c => c.Seq >= gap.From && c.Seq <= gap.To))
        {
            if (change.Seq > gap.From)
            {
                yield return gap with { To = change.Seq - 1 };
            }

            gap = gap with { From = change.Seq + 1 };
        }

        if (gap.From <= gap.To)
        {
            yield return gap;
        }
    }

    private static ImmutableArray<SeqGap> Joined(IEnumerable<SeqGap> gaps)
    {
        ImmutableArray<SeqGap> all = [.. gaps];
        return all.Length <= MostGaps ? all : [new SeqGap(all[0].From, all[^1].To, all.Max(g => g.Until))];
    }
}
