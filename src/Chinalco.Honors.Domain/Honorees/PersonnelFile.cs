namespace Chinalco.Honors.Domain.Honorees;

/// <summary>性别</summary>
public enum Gender
{
    /// <summary>男</summary>
    Male = 1,

    /// <summary>女</summary>
    Female = 2,
}

/// <summary>
/// 人事信息: what HR's roster says of a person besides name, number and employments; it tells namesakes apart and answers the conditions of
/// nominations. Only those who answer for the person's unit see it.
/// </summary>
public sealed class PersonnelFile
{
    /// <summary>Most UTF-16 units of each text.</summary>
    public const int LongestText = 60;

    public PersonnelFile(Guid honoreeId, PersonnelFacts facts)
    {
        HonoreeId = honoreeId;
        Take(facts);
    }

    private PersonnelFile() { }

    public Guid HonoreeId { get; private set; }

    public Gender? Gender { get; private set; }

    public PartialDate? Born { get; private set; }

    /// <summary>When the person began to work at all, not with this employer.</summary>
    public PartialDate? Hired { get; private set; }

    /// <summary>政治面貌, as the roster words it.</summary>
    public string? PoliticalStatus { get; private set; }

    /// <summary>技能等级或职称, as the roster words it.</summary>
    public string? SkillGrade { get; private set; }

    public string? Education { get; private set; }

    public string? Ethnicity { get; private set; }

    public PersonnelFacts Facts => new(Gender, Born, Hired, PoliticalStatus, SkillGrade, Education, Ethnicity);

    /// <summary>Takes over what is told; what is not told stays.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Take(PersonnelFacts told)
    {
        ArgumentNullException.ThrowIfNull(told);
        var before = Facts;
        var after = before.With(told);
        Hold(after);
        return before != after;
    }

    /// <summary>Holds exactly these facts from now on.</summary>
    public void Hold(PersonnelFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (Gender, Born, Hired, PoliticalStatus, SkillGrade, Education, Ethnicity) = (
            facts.Gender,
            facts.Born,
            facts.Hired,
            facts.PoliticalStatus,
            facts.SkillGrade,
            facts.Education,
            facts.Ethnicity
        );
    }
}

/// <summary>What is told of a person; null is not told.</summary>
public sealed record PersonnelFacts(
    Gender? Gender = null,
    PartialDate? Born = null,
    PartialDate? Hired = null,
    string? PoliticalStatus = null,
    string? SkillGrade = null,
    string? Education = null,
    string? Ethnicity = null
)
{
    public static readonly PersonnelFacts Nothing = new();

    /// <summary>These facts, overlaid by what is told; a less precise date does not replace a more precise one that agrees with it.</summary>
    public PersonnelFacts With(PersonnelFacts told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return new(
            told.Gender ?? Gender,
            MorePrecise(Born, told.Born),
            MorePrecise(Hired, told.Hired),
            told.PoliticalStatus ?? PoliticalStatus,
            told.SkillGrade ?? SkillGrade,
            told.Education ?? Education,
            told.Ethnicity ?? Ethnicity
        );
    }

    private static PartialDate? MorePrecise(PartialDate? known, PartialDate? told) =>
        told is null ? known
        : known?.ToString().StartsWith(told.Value.ToString(), StringComparison.Ordinal) == true ? known
        : told;
}
