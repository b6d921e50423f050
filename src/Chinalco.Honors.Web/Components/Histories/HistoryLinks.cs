using Chinalco.Honors.Web.Histories;

namespace Chinalco.Honors.Web.Components.Histories;

/// <summary>The honours of a page whose history the reader may see; handed down to whatever shows an honour.</summary>
public sealed record HistoryLinks(IReadOnlySet<Guid> Honours)
{
    internal static async Task<HistoryLinks> ToAsync(
        HistoryAccess access,
        IEnumerable<Guid> honours,
        CancellationToken cancellationToken
    ) => new((await access.ToHonoursAsync([.. honours.Distinct()], cancellationToken)).Keys.ToHashSet());
}
