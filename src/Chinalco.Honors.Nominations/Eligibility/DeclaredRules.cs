using System.Globalization;
using Chinalco.Honors.Domain;

namespace Chinalco.Honors.Nominations.Eligibility;

/// <summary>Somebody found out that a condition holds, and entered it with the paper that says so (是 or 否).</summary>
/// <param name="key">What was found out.</param>
/// <param name="condition">In Chinese, as it must be.</param>
/// <param name="holds">The value that satisfies it: true for 是.</param>
public sealed class TheConditionWasFoundToHold(CandidateKinds kinds, string key, string condition, bool holds) : IEligibilityRule
{
    private const string Yes = "是";
    private const string No = "否";

    public CandidateKinds For => kinds;

    public string Condition => condition;

    public string? Fact => key;

    /// <summary>Of most candidates nothing is declared yet.</summary>
    public Foresight Foresee(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate.Known(key) is null ? Foresight.Open : Judge(candidate).Foresight;
    }

    public RuleAnswer Judge(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        if (candidate.Known(key) is not { } told || told.Value is not (Yes or No))
        {
            return candidate.HasRunOut(key)
                ? RuleAnswer.Unknown($"“{key}”的证明已过有效期。", "请重新征求意见或取得证明。")
                : RuleAnswer.Unknown($"尚未核实“{key}”。", "请核实并登记证明材料。");
        }

        var fact = new FactUsed($"{key}：{told.Value}", Evidence: told.Evidence);
        return told.Value == (holds ? Yes : No)
            ? RuleAnswer.Satisfied("已核实。", fact)
            : RuleAnswer.Broken($"{key}：{told.Value}。", "登记有误的，请凭证明材料更正。", fact);
    }
}

/// <summary>A number that somebody found out is large enough: years of membership, hours of service, good assessments.</summary>
public sealed class TheNumberIsAtLeast(CandidateKinds kinds, string key, string condition, int least) : IEligibilityRule
{
    public CandidateKinds For => kinds;

    public string Condition => condition;

    public string? Fact => key;

    /// <summary>Of most candidates nothing is declared yet.</summary>
    public Foresight Foresee(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate.Known(key) is null ? Foresight.Open : Judge(candidate).Foresight;
    }

    public RuleAnswer Judge(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        if (
            candidate.Known(key) is not { } told
            || !decimal.TryParse(told.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        )
        {
            return RuleAnswer.Unknown($"尚未登记“{key}”。", $"请登记{key}及证明材料，须不少于 {least}。");
        }

        var fact = new FactUsed($"{key}：{told.Value}", Evidence: told.Evidence);
        return number >= least
            ? RuleAnswer.Satisfied($"{key}为 {told.Value}。", fact)
            : RuleAnswer.Broken($"{key}为 {told.Value}，少于 {least}。", $"达到 {least} 后可以推荐。", fact);
    }
}

/// <summary>Something that bars a candidate did not happen within the last years: an accident, a penalty. 无 says that it never did.</summary>
/// <param name="key">The declared day of the last time, or 无.</param>
public sealed class NothingBarredTheCandidateWithin(CandidateKinds kinds, string key, string condition, int years) : IEligibilityRule
{
    private const string Never = "无";

    public CandidateKinds For => kinds;

    public string Condition => condition;

    public string? Fact => key;

    /// <summary>Of most candidates nothing is declared yet.</summary>
    public Foresight Foresee(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate.Known(key) is null ? Foresight.Open : Judge(candidate).Foresight;
    }

    public RuleAnswer Judge(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        if (candidate.Known(key) is not { } told)
        {
            return RuleAnswer.Unknown($"尚未核实“{key}”。", "请向安全、纪检等部门核实，没有的填“无”。");
        }

        var fact = new FactUsed($"{key}：{told.Value}", Evidence: told.Evidence);
        if (told.Value == Never)
        {
            return RuleAnswer.Satisfied("已核实，没有发生过。", fact);
        }

        if (!PartialDate.TryParse(told.Value, out var last))
        {
            return RuleAnswer.Unknown($"“{told.Value}”不是日期。", "请填写最近一次的日期，没有的填“无”。", fact);
        }

        var since = YearsSince.Of(last, candidate.On);
        return since.Least >= years ? RuleAnswer.Satisfied($"最近一次距今 {since} 年。", fact)
            : since.Most < years ? RuleAnswer.Broken($"最近一次在 {last}，距今不满 {years} 年。", $"满 {years} 年后可以推荐。", fact)
            : RuleAnswer.Unknown($"最近一次在 {last}，不能确定是否已满 {years} 年。", "请补充到日的日期。", fact);
    }
}
