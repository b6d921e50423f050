namespace Chinalco.Honors.Domain.Honorees;

/// <summary>Personnel facts as people read them.</summary>
public static class PersonnelFactWords
{
    /// <summary>Each fact with its Chinese word, always all and in the same order; null is not known.</summary>
    public static IEnumerable<(string Word, string? Text)> InWords(this PersonnelFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        yield return ("性别", facts.Gender?.ToChinese());
        yield return ("出生年月", facts.Born?.ToString());
        yield return ("参加工作时间", facts.Hired?.ToString());
        yield return ("政治面貌", facts.PoliticalStatus);
        yield return ("技能等级", facts.SkillGrade);
        yield return ("学历", facts.Education);
        yield return ("民族", facts.Ethnicity);
    }
}
