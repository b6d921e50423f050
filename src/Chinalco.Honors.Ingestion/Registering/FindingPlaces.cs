using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Findings;

namespace Chinalco.Honors.Ingestion.Registering;

/// <summary>Says which unit's editors decide on a finding. Asks the database once for each name.</summary>
internal sealed class FindingPlaces
{
    private readonly Dictionary<string, Guid?> known = new(StringComparer.Ordinal);

    public async Task<Guid?> OfAsync(HonorsContext db, FindingClaim claim)
    {
        var name = claim.UnitName ?? (claim.RecipientKind == RecipientKind.Person ? claim.UnitText : claim.RecipientName) ?? "";
        if (!known.TryGetValue(name, out var unit))
        {
            known[name] = unit = await UnitResolver.ResolveAsync(db, name);
        }

        return unit;
    }
}
