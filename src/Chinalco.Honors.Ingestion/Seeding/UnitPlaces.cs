using System.Collections.Frozen;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Seeding;

/// <summary>Finds the unit that a roster's text means: the one whose name the text begins with at the greatest length.</summary>
internal sealed class UnitPlaces(IEnumerable<UnitEntry> units)
{
    private readonly FrozenDictionary<string, UnitEntry> byName = units
        .SelectMany(u => u.Aliases.Prepend(u.Name).Select(name => (name, unit: u)))
        .GroupBy(pair => pair.name, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.First().unit, StringComparer.Ordinal);

    public UnitEntry? Find(string text)
    {
        for (var length = text.Length; length > 1; length--)
        {
            if (byName.TryGetValue(text[..length], out var unit))
            {
                return unit;
            }
        }

        return null;
    }
}
