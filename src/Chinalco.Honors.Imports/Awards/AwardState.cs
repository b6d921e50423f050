using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Text;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Imports.Awards;

/// <summary>An award as the registry has it now.</summary>
/// <param name="Conferrals">How many honours of it stand.</param>
public sealed record KnownAward(Guid Id, AwardFacts Facts, long Version, int Conferrals)
{
    /// <summary>Whether it is called so, by its name or another one.</summary>
    /// <param name="key">As <see cref="SearchFold.Of(string)"/> gives it.</param>
    public bool IsCalled(string key) => SearchFold.Of(Facts.Name) == key || Facts.Aliases.Any(alias => SearchFold.Of(alias) == key);
}

/// <summary>The catalogue that a table is compared with.</summary>
public sealed class AwardState
{
    private readonly Dictionary<string, KnownAward> byCode;
    private readonly ILookup<string, KnownAward> byName;
    private readonly ILookup<string, KnownAward> byAlias;

    public AwardState(IReadOnlyCollection<KnownAward> awards)
    {
        ArgumentNullException.ThrowIfNull(awards);
        byCode = awards.Where(a => a.Facts.Code is not null).ToDictionary(a => a.Facts.Code!, StringComparer.OrdinalIgnoreCase);
        byName = awards.ToLookup(a => SearchFold.Of(a.Facts.Name), StringComparer.Ordinal);
        byAlias = awards
            .SelectMany(a => a.Facts.Aliases.Select(alias => (Key: SearchFold.Of(alias), Award: a)))
            .ToLookup(pair => pair.Key, pair => pair.Award, StringComparer.Ordinal);
    }

    public KnownAward? WithCode(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The awards whose name it is.</summary>
    /// <param name="key">As <see cref="SearchFold.Of(string)"/> gives it.</param>
    public IEnumerable<KnownAward> Named(string key) => byName[key];

    /// <summary>The awards that it is another name of.</summary>
    /// <param name="key">As <see cref="SearchFold.Of(string)"/> gives it.</param>
    public IEnumerable<KnownAward> AlsoCalled(string key) => byAlias[key].Distinct();

    public static async Task<AwardState> LoadAsync(HonorsContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var conferred = await db
            .Conferrals.Where(c => c.Status != ConferralStatus.Deprecated)
            .GroupBy(c => c.AwardId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var awards = await db.Awards.AsNoTracking().Include(a => a.Aliases).ToListAsync(cancellationToken);
        return new AwardState([.. awards.Select(a => new KnownAward(a.Id, a.Facts, a.Version, conferred.GetValueOrDefault(a.Id)))]);
    }
}
