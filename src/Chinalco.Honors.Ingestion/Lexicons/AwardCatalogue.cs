using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Chinalco.Honors.Ingestion.Lexicons;

/// <summary>The catalogue of awards, found by any of their names; quotation marks, brackets and spaces in a name do not matter.</summary>
public sealed class AwardCatalogue
{
    private readonly FrozenDictionary<string, AwardEntry> byName;

    /// <summary>Indexes names before aliases, so that an alias never hides another award's own name.</summary>
    public AwardCatalogue(ImmutableArray<AwardEntry> entries)
    {
        Entries = entries;
        var index = new Dictionary<string, AwardEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            index.TryAdd(Normalize(entry.Name), entry);
        }

        foreach (var entry in entries)
        {
            foreach (var alias in entry.Aliases.Where(alias => !IsOwnerless(alias, entry)))
            {
                index.TryAdd(Normalize(alias), entry);
            }
        }

        byName = index.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>All awards, in the order given.</summary>
    public ImmutableArray<AwardEntry> Entries { get; }

    /// <summary>The award of this name or alias; null where there is none.</summary>
    public AwardEntry? Find(string name) => byName.GetValueOrDefault(Normalize(name));

    /// <summary>Whether an entry stands for a family of awards that share a name (省级…, 各企业 …) instead of one award.</summary>
    public static bool IsFamily(AwardEntry entry) => entry.IsGeneric || entry.ConferringBody is null;

    /// <summary>A name without quotation marks, brackets and spaces.</summary>
    public static string Normalize(string name)
    {
        var builder = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c is not ('“' or '”' or '"' or '「' or '」' or '（' or '）' or '(' or ')' or ' ' or '·' or '《' or '》' or '、'))
            {
                builder.Append(c);
            }
        }

        return builder.ToString();
    }

    /// <summary>
    /// An alias that is only the end of its award's own name (岗位技术能手 of 西北铝岗位技术能手) says nothing about the owner:
    /// any unit may confer an award so called.
    /// </summary>
    private static bool IsOwnerless(string alias, AwardEntry entry) =>
        Normalize(entry.Name).EndsWith(Normalize(alias), StringComparison.Ordinal)
        || (entry.Level >= Domain.Awards.AwardLevel.Group && Vocabulary.AwardHeads.ContainsKey(alias))
        || alias.EndsWith("计划", StringComparison.Ordinal);
}
