using Chinalco.Honors.Domain.Honorees;

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

        foreach (var (field, was, isNow) in FactsSideBySide(before, after))
        {
            if (was != isNow)
            {
                yield return new(field, was, isNow);
            }
        }
    }

    private static IEnumerable<(string Field, string? Before, string? After)> FactsSideBySide(PersonnelFacts before, PersonnelFacts after)
    {
        yield return ("性别", before.Gender?.ToChinese(), after.Gender?.ToChinese());
        yield return ("出生年月", before.Born?.ToString(), after.Born?.ToString());
        yield return ("参加工作时间", before.Hired?.ToString(), after.Hired?.ToString());
        yield return ("政治面貌", before.PoliticalStatus, after.PoliticalStatus);
        yield return ("技能等级", before.SkillGrade, after.SkillGrade);
        yield return ("学历", before.Education, after.Education);
        yield return ("民族", before.Ethnicity, after.Ethnicity);
    }
}
