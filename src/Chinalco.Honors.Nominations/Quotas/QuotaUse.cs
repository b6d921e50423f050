using System.Collections.Immutable;

namespace Chinalco.Honors.Nominations.Quotas;

/// <summary>What is used of a round's quotas. A nomination takes a seat of the nearest unit above its own, or of its own, that has a quota.</summary>
/// <param name="quotas">Seats by unit.</param>
/// <param name="parentOf">The unit above; null for the top.</param>
public sealed class QuotaUse(IReadOnlyDictionary<Guid, int> quotas, Func<Guid, Guid?> parentOf)
{
    /// <summary>The unit whose quota a nomination of a unit uses; null where no quota reaches it.</summary>
    public Guid? HolderOf(Guid unit)
    {
        var seen = new HashSet<Guid>();
        for (Guid? at = unit; at is { } id && seen.Add(id); at = parentOf(id))
        {
            if (quotas.ContainsKey(id))
            {
                return id;
            }
        }

        return null;
    }

    /// <summary>How many first choices use each quota.</summary>
    /// <param name="nominating">The nominating units of the first choices.</param>
    public ImmutableDictionary<Guid, int> Used(IEnumerable<Guid> nominating)
    {
        ArgumentNullException.ThrowIfNull(nominating);
        var used = nominating.Select(HolderOf).OfType<Guid>().CountBy(id => id).ToImmutableDictionary();
        return quotas.Keys.ToImmutableDictionary(id => id, id => used.GetValueOrDefault(id));
    }
}
