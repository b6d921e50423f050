using Chinalco.Honors.Domain.Conferrals;

namespace Chinalco.Honors.Grains.Awards;

/// <summary>Finds the conferral that a new report is about: same award and recipients are given, so the year or edition decides.</summary>
internal static class SameHonour
{
    /// <summary>The conferral meant, and how many fit: with more than one a person has to choose.</summary>
    internal readonly record struct Match(Conferral? Conferral, int Fits);

    /// <param name="reported">The award's conferrals to exactly these recipients.</param>
    public static Match Among(IReadOnlyList<Conferral> reported, int? year, string? edition)
    {
        if (year is null && edition is null)
        {
            return reported.Count == 1 ? new Match(reported[0], 1) : new Match(Conferral: null, reported.Count);
        }

        var same = reported.FirstOrDefault(c => c.Year == year && Agree(c.Edition, edition));
        if (same is not null)
        {
            return new Match(same, 1);
        }

        // An earlier report left the year open: this one fits it, when there is just one such.
        List<Conferral> open = [.. reported.Where(c => (c.Year is null || year is null) && Agree(c.Edition, edition))];
        return open.Count == 1 ? new Match(open[0], 1) : new Match(Conferral: null, open.Count);
    }

    private static bool Agree(string? left, string? right) => left is null || right is null || left == right;
}
