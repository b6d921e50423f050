using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Imports.Tables;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Imports.Engine;

/// <summary>Finds the unit of the tree that a roster's text means: the path of names that the text begins with, as deep as it goes.</summary>
public sealed class UnitDirectory
{
    private readonly Dictionary<string, List<Guid>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Guid>>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly Dictionary<Guid, Guid?> parents;
    private readonly Dictionary<string, Guid?> found = new(StringComparer.Ordinal);
    private readonly int longest;

    /// <param name="parents">Every unit with the one above it.</param>
    /// <param name="names">What units are called, names of the past included; those of today first.</param>
    public UnitDirectory(IReadOnlyDictionary<Guid, Guid?> parents, IEnumerable<(Guid UnitId, string Name)> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        this.parents = new(parents);
        foreach (var (unitId, printed) in names)
        {
            // As a cell's text comes: with half-width brackets.
            var name = CellText.Plain(printed);
            if (!byName.TryGetValue(name, out var bearers))
            {
                byName.Add(name, bearers = []);
            }

            if (!bearers.Contains(unitId))
            {
                bearers.Add(unitId);
            }

            longest = Math.Max(longest, name.Length);
        }

        bySpan = byName.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static async Task<UnitDirectory> LoadAsync(HonorsContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var above = await db.Units.Select(u => new { u.Id, u.ParentId }).ToDictionaryAsync(u => u.Id, u => u.ParentId, cancellationToken);
        var names = await db
            .UnitNames.OrderBy(n => n.Kind == UnitNameKind.Former)
            .ThenBy(n => n.Kind)
            .ThenBy(n => n.UnitId)
            .Select(n => new { n.UnitId, n.Name })
            .ToListAsync(cancellationToken);
        return new UnitDirectory(above, names.Select(n => (n.UnitId, n.Name)));
    }

    /// <summary>The unit; null when no unit bears a name that the text begins with, or several do and nothing says which.</summary>
    /// <param name="text">Company, plant and team as one text, without separators.</param>
    public Guid? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!found.TryGetValue(text, out var unit))
        {
            found.Add(text, unit = Descend(text, within: null));
        }

        return unit;
    }

    /// <summary>The unit whose path of names is the whole text, nothing left over; null when there is none or nothing says which.</summary>
    /// <param name="text">Company, plant and team as one text, without separators.</param>
    public Guid? FindWhole(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Whole(text, within: null).Distinct().Take(2).ToList() is [var only] ? only : null;
    }

    private IEnumerable<Guid> Whole(string text, Guid? within)
    {
        for (var length = Math.Min(text.Length, longest); length > 1; length--)
        {
            if (!bySpan.TryGetValue(text.AsSpan(0, length), out var bearers))
            {
                continue;
            }

            foreach (var bearer in bearers.Where(b => within is not { } above || (b != above && IsWithin(b, above))))
            {
                foreach (var unit in length == text.Length ? [bearer] : Whole(text[length..], bearer))
                {
                    yield return unit;
                }
            }
        }
    }

    /// <summary>Whether the unit is the other one or stands below it.</summary>
    public bool IsWithin(Guid? unit, Guid above)
    {
        // No tree is deeper; a circle, which the rules forbid, would end here.
        for (var steps = 0; unit is { } id && steps < 100; steps++, unit = parents.GetValueOrDefault(id))
        {
            if (id == above)
            {
                return true;
            }
        }

        return false;
    }

    private Guid? Descend(string text, Guid? within)
    {
        for (var length = Math.Min(text.Length, longest); length > 1; length--)
        {
            if (!bySpan.TryGetValue(text.AsSpan(0, length), out var bearers))
            {
                continue;
            }

            var fitting = within is { } above ? bearers.FindAll(b => b != above && IsWithin(b, above)) : bearers;
            if (fitting.Count == 1)
            {
                return Descend(text[length..], fitting[0]) ?? fitting[0];
            }

            // The same name in several companies, with none printed before it.
            if (fitting.Count > 1 && fitting.Select(b => Descend(text[length..], b)).OfType<Guid>().Distinct().ToList() is [var only])
            {
                return only;
            }
        }

        return null;
    }
}
