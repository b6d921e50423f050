using Chinalco.Honors.Domain.Conferrals;

namespace Chinalco.Honors.Grains.Awards;

/// <summary>Finds the conferral that a new report is about: same award and recipients are given, so the year or edition decides.</summary>
public static class SameHonour
{
    /// <summary>The conferral meant, and how many fit: with more than one a person has to choose.</summary>
    public readonly record struct Match(Conferral? Conferral, int Fits);

    /// <param name="reported">The award's conferrals to exactly these recipients.</param>
    public static Match Among(IEnumerable<Conferral> reported, int? year, string? edition)
    {
        // What both name must be the same; what only one names may be learned. Of those that fit, the ones that agree on most are meant.
        var fitting = reported.Where(c => Agree(c.Year, year) && Agree(c.Edition, edition)).ToLookup(c => Agreements(c, year, edition));
        var closest = fitting.OrderByDescending(group => group.Key).FirstOrDefault()?.ToList() ?? [];
        return closest.Count == 1 ? new Match(closest[0], 1) : new Match(Conferral: null, closest.Count);
    }

    /// <summary>Whether a conferral with these facts could not be told from one of the others.</summary>
    public static bool IsAmong(IEnumerable<Conferral> others, int? year, string? edition) =>
        others.Any(c => c.Year == year && Agree(c.Edition, edition));

    private static int Agreements(Conferral conferral, int? year, string? edition) =>
        (year is not null && conferral.Year == year ? 1 : 0) + (edition is not null && conferral.Edition == edition ? 1 : 0);

    private static bool Agree(int? left, int? right) => left is null || right is null || left == right;

    private static bool Agree(string? left, string? right) => left is null || right is null || left == right;
}
