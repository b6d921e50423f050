using Chinalco.Honors.Domain.Conferrals;

namespace Chinalco.Honors.Web.Queries;

/// <summary>Which conferrals a page shows and which it counts.</summary>
internal static class ConferralFilters
{
    /// <summary>Everything that happened, a revoked honour included; what was entered wrongly is for editors only.</summary>
    public static IQueryable<Conferral> Shown(this IQueryable<Conferral> conferrals) =>
        conferrals.Where(c => c.Status != ConferralStatus.Deprecated);

    /// <summary>What counts and scores include; the same condition as <see cref="Conferral.Counts"/>.</summary>
    public static IQueryable<Conferral> Counting(this IQueryable<Conferral> conferrals) =>
        conferrals.Where(c => c.Status == ConferralStatus.Confirmed || c.Status == ConferralStatus.Expired);
}
