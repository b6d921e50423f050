using System.Collections.Immutable;
using Chinalco.Honors.Nominations.Programmes;

namespace Chinalco.Honors.Nominations.Quotas;

/// <summary>Somebody in a batch of nominees.</summary>
/// <param name="Groups">The groups of the programme's shares that the nominee belongs to.</param>
public sealed record Nominee(Guid Id, string Name, ImmutableHashSet<string> Groups);

/// <summary>What a share says of a batch.</summary>
/// <param name="Number">Nominees of the group.</param>
/// <param name="Needed">The fewest that a lower bound asks for; null without one.</param>
/// <param name="Allowed">The most that an upper bound allows; null without one.</param>
public sealed record ShareState(Share Share, int Number, int? Needed, int? Allowed)
{
    public bool Holds => (Needed is not { } least || Number >= least) && (Allowed is not { } most || Number <= most);

    /// <summary>How many nominees too few, negative: too many; 0 when the share holds.</summary>
    public int Missing =>
        Needed is { } least && Number < least ? least - Number
        : Allowed is { } most && Number > most ? most - Number
        : 0;
}

/// <summary>One nominee leaves for one of the reserve.</summary>
public sealed record Swap(Nominee Out, Nominee In);

/// <summary>A batch of first choices (正选) and reserves (递补), each in the order of their rank.</summary>
public sealed record Batch(ImmutableArray<Nominee> Chosen, ImmutableArray<Nominee> Reserves)
{
    private const int Whole = 100;

    /// <summary>What each share says of it. Per cents of people are whole people: a lower bound is rounded up, an upper one down.</summary>
    public ImmutableArray<ShareState> Check(IEnumerable<Share> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        return [.. shares.Select(share => StateOf(share, Chosen.Count(n => n.Groups.Contains(share.Group))))];
    }

    /// <summary>Who makes a share break: those of the group when they are too many, those outside it when they are too few; the lowest ranked first.</summary>
    public IEnumerable<Nominee> BrokenBy(ShareState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Holds ? [] : Chosen.Reverse().Where(n => n.Groups.Contains(state.Share.Group) == (state.Missing < 0));
    }

    /// <summary>The batch after swaps: whoever comes in stands where the other stood, whoever goes out leads the reserve.</summary>
    public Batch With(IReadOnlyCollection<Swap> swaps)
    {
        ArgumentNullException.ThrowIfNull(swaps);
        var (into, outOf) = (swaps.ToDictionary(s => s.Out.Id, s => s.In), swaps.Select(s => s.In.Id).ToHashSet());
        return new Batch(
            [.. Chosen.Select(n => into.GetValueOrDefault(n.Id, n))],
            [.. Chosen.Where(n => into.ContainsKey(n.Id)), .. Reserves.Where(n => !outOf.Contains(n.Id))]
        );
    }

    internal ShareState StateOf(Share share, int number) =>
        new(
            share,
            number,
            share.AtLeast is { } least ? ((least * Chosen.Length) + Whole - 1) / Whole : null,
            share.AtMost is { } most ? most * Chosen.Length / Whole : null
        );
}
