using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Imports.Engine;

namespace Chinalco.Honors.Imports.Roster;

/// <summary>Puts what a roster says of a person beside what the registry has.</summary>
public static class RosterDifferences
{
    /// <param name="known">The person as the registry has the person; null for a new one.</param>
    /// <param name="moved">Whether the unit is another one.</param>
    public static IEnumerable<FieldChange> Between(RosterRow row, KnownPerson? known, bool moved)
    {
        if (known is null || known.Name != row.Name)
        {
            yield return new("姓名", known?.Name, row.Name);
        }

        if (row.Number is not null && !string.Equals(row.Number, known?.Number, StringComparison.OrdinalIgnoreCase))
        {
            yield return new("工号", known?.Number, row.Number);
        }

        if (moved)
        {
            yield return new("单位", known?.Unit, row.UnitText);
        }

        if (row.Position is not null && row.Position != known?.Position)
        {
            yield return new("岗位", known?.Position, row.Position);
        }

        if (row.Status is { } status && status != known?.Status)
        {
            yield return new("状态", known?.Status.ToChinese(), status.ToChinese());
        }

        var (before, after) = (known?.Facts ?? PersonnelFacts.Nothing, (known?.Facts ?? PersonnelFacts.Nothing).With(row.Facts));
        if (before == after)
        {
            yield break;
        }

        foreach (var (was, isNow) in before.InWords().Zip(after.InWords()))
        {
            if (was.Text != isNow.Text)
            {
                yield return new(isNow.Word, was.Text, isNow.Text);
            }
        }
    }
}
