using System.Collections.Immutable;
using Chinalco.Honors.Domain.Honorees;

namespace Chinalco.Honors.Nominations.Eligibility;

/// <summary>The candidate works in the group on the day.</summary>
/// <param name="dispatchedToo">People whom another employer dispatched may be nominated, too.</param>
public sealed class TheCandidateIsInService(bool dispatchedToo) : IEligibilityRule
{
    public CandidateKinds For => CandidateKinds.Person;

    public string Condition => dispatchedToo ? "在职（含劳务派遣）" : "在职";

    public Foresight Foresee(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate.Status == HonoreeStatus.Active || (dispatchedToo && candidate.Status == HonoreeStatus.Dispatched)
            ? Foresight.Satisfied
            : Foresight.Open;
    }

    public RuleAnswer Judge(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        var fact = new FactUsed($"在职状态：{candidate.Status?.ToChinese() ?? "未登记"}");
        return candidate.Status switch
        {
            HonoreeStatus.Active => RuleAnswer.Satisfied("在职。", fact),
            HonoreeStatus.Dispatched when dispatchedToo => RuleAnswer.Satisfied("劳务派遣。", fact),
            HonoreeStatus.Retired or HonoreeStatus.Deceased or HonoreeStatus.Dispatched => RuleAnswer.Broken(
                $"{candidate.Status.Value.ToChinese()}，不在评选范围内。",
                "状态登记有误的，请先更正。",
                fact
            ),
            _ => RuleAnswer.Unknown("名册中没有在职状态。", "请人力资源部门核对在职状态。", fact),
        };
    }
}

/// <summary>The candidate is not older than a number of years on the day.</summary>
/// <param name="below">The first age that is too old.</param>
public sealed class TheCandidateIsYoungerThan(int below) : IEligibilityRule
{
    public CandidateKinds For => CandidateKinds.Person;

    public string Condition => $"未满 {below} 周岁";

    public Foresight Foresee(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        if (candidate.Personnel?.Born is not { } born)
        {
            return Foresight.Open;
        }

        var age = YearsSince.Of(born, candidate.On);
        return age.Most < below ? Foresight.Satisfied
            : age.Least >= below ? Foresight.Closed
            : Foresight.Open;
    }

    public RuleAnswer Judge(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        if (candidate.Personnel?.Born is not { } born)
        {
            return RuleAnswer.Unknown("名册中没有出生年月。", "请人力资源部门补充出生年月。");
        }

        var (age, fact) = (YearsSince.Of(born, candidate.On), new FactUsed($"出生年月：{born}"));
        return age.Most < below ? RuleAnswer.Satisfied($"{age} 周岁。", fact)
            : age.Least >= below ? RuleAnswer.Broken($"{age} 周岁，已满 {below} 周岁。", null, fact)
            : RuleAnswer.Unknown($"按已知的出生年月为 {age} 周岁，不能确定。", "请补充到日的出生日期。", fact);
    }
}

/// <summary>The candidate has worked a number of years.</summary>
public sealed class TheCandidateHasWorkedFor(int years) : IEligibilityRule
{
    public CandidateKinds For => CandidateKinds.Person;

    public string Condition => $"参加工作满 {years} 年";

    public Foresight Foresee(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate.Personnel?.Hired is { } hired && YearsSince.Of(hired, candidate.On).Least >= years
            ? Foresight.Satisfied
            : Foresight.Open;
    }

    public RuleAnswer Judge(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        if (candidate.Personnel?.Hired is not { } hired)
        {
            return RuleAnswer.Unknown("名册中没有参加工作时间。", "请人力资源部门补充参加工作时间。");
        }

        var (worked, fact) = (YearsSince.Of(hired, candidate.On), new FactUsed($"参加工作时间：{hired}"));
        return worked.Least >= years ? RuleAnswer.Satisfied($"参加工作 {worked} 年。", fact)
            : worked.Most < years ? RuleAnswer.Broken($"参加工作 {worked} 年，不满 {years} 年。", $"满 {years} 年后可以推荐。", fact)
            : RuleAnswer.Unknown($"按已知的时间为 {worked} 年，不能确定。", "请补充到月的参加工作时间。", fact);
    }
}

/// <summary>The candidate's political status is one of some.</summary>
/// <param name="statuses">As rosters word them; one that contains such a word is meant too (中共预备党员).</param>
public sealed class ThePoliticalStatusIsOneOf(ImmutableArray<string> statuses) : IEligibilityRule
{
    public CandidateKinds For => CandidateKinds.Person;

    public string Condition => $"政治面貌为{string.Join('、', statuses)}";

    public Foresight Foresee(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate.Personnel?.PoliticalStatus is { Length: > 0 } told && IsOneOf(told) ? Foresight.Satisfied : Foresight.Open;
    }

    public RuleAnswer Judge(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        if (candidate.Personnel?.PoliticalStatus is not { Length: > 0 } told)
        {
            return RuleAnswer.Unknown("名册中没有政治面貌。", "请补充政治面貌。");
        }

        var fact = new FactUsed($"政治面貌：{told}");
        return IsOneOf(told)
            ? RuleAnswer.Satisfied($"政治面貌为{told}。", fact)
            : RuleAnswer.Broken($"政治面貌为{told}。", "登记有误的，请先更正。", fact);
    }

    private bool IsOneOf(string told)
    {
        foreach (var status in statuses)
        {
            if (told.Contains(status, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The candidate's skill grade is at least one.</summary>
/// <param name="least">One of <see cref="Grades"/>.</param>
public sealed class TheSkillGradeIsAtLeast(string least) : IEligibilityRule
{
    /// <summary>新“八级工”, from the lowest up.</summary>
    public static readonly ImmutableArray<string> Grades =
    [
        "学徒工",
        "初级工",
        "中级工",
        "高级工",
        "技师",
        "高级技师",
        "特级技师",
        "首席技师",
    ];

    public CandidateKinds For => CandidateKinds.Person;

    public string Condition => $"技能等级为{least}及以上";

    public Foresight Foresee(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate.Personnel?.SkillGrade is { Length: > 0 } told && GradeIn(told) is { } grade && IsEnough(grade)
            ? Foresight.Satisfied
            : Foresight.Open;
    }

    public RuleAnswer Judge(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        if (candidate.Personnel?.SkillGrade is not { Length: > 0 } told)
        {
            return RuleAnswer.Unknown("名册中没有技能等级。", "请补充技能等级及证书。");
        }

        var grade = GradeIn(told);
        var fact = new FactUsed($"技能等级：{told}");
        return grade is null ? RuleAnswer.Unknown($"“{told}”不是技能等级。", "请核对是否有职业技能等级证书。", fact)
            : IsEnough(grade) ? RuleAnswer.Satisfied($"{grade}。", fact)
            : RuleAnswer.Broken($"{grade}，未达到{least}。", $"取得{least}及以上证书后可以推荐。", fact);
    }

    /// <summary>高级技师 contains 技师: the longest name that stands in the text is meant, of equally long ones the lowest grade.</summary>
    private static string? GradeIn(string told)
    {
        string? longest = null;
        foreach (var grade in Grades)
        {
            if (grade.Length > (longest?.Length ?? 0) && told.Contains(grade, StringComparison.Ordinal))
            {
                longest = grade;
            }
        }

        return longest;
    }

    private bool IsEnough(string grade) => Grades.IndexOf(grade) >= Grades.IndexOf(least);
}
