using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Domain.Units;

namespace Chinalco.Honors.Nominations.Eligibility;

/// <summary>The unit is of one of some tiers.</summary>
public sealed class TheUnitIsOfOneOfTheseTiers(ImmutableArray<UnitTier> tiers) : IEligibilityRule
{
    public CandidateKinds For => CandidateKinds.Unit;

    public string Condition => $"属于{string.Join('、', tiers.Select(t => t.ToChinese()))}";

    public Foresight Foresee(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate.Unit is { } unit && tiers.Contains(unit.Tier) ? Foresight.Satisfied : Foresight.Open;
    }

    public RuleAnswer Judge(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        if (candidate.Unit is not { } unit)
        {
            return RuleAnswer.Unknown("没有单位层级。", "请补充单位层级。");
        }

        var fact = new FactUsed($"层级：{unit.Tier.ToChinese()}");
        return tiers.Contains(unit.Tier)
            ? RuleAnswer.Satisfied($"层级为{unit.Tier.ToChinese()}。", fact)
            : RuleAnswer.Broken($"层级为{unit.Tier.ToChinese()}，不在评选范围内。", "登记有误的，请先更正。", fact);
    }
}

/// <summary>A share of the unit's people is not older than an age. Decided as soon as those whose birth is unknown cannot change it.</summary>
/// <param name="percent">Of everybody, at least.</param>
/// <param name="upTo">The greatest age that counts as young.</param>
public sealed class EnoughOfTheUnitAreYoung(int percent, int upTo) : IEligibilityRule
{
    private const int Hundred = 100;

    public CandidateKinds For => CandidateKinds.Unit;

    public string Condition => $"{upTo} 周岁以下人员不低于 {percent}%";

    public RuleAnswer Judge(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        if (candidate.Unit is not { Births: { IsDefaultOrEmpty: false } births })
        {
            return RuleAnswer.Unknown("名册中没有该单位的人员。", "请先导入该单位的人员名册。");
        }

        var (young, unsure) = (0, 0);
        foreach (var born in births)
        {
            var age = born is { } date ? YearsSince.Of(date, candidate.On) : (YearsSince?)null;
            young += age?.Most <= upTo ? 1 : 0;
            unsure += age is null || (age.Value.Least <= upTo && age.Value.Most > upTo) ? 1 : 0;
        }

        var fact = new FactUsed(
            string.Create(CultureInfo.InvariantCulture, $"共 {births.Length} 人，确知 {upTo} 周岁以下 {young} 人，年龄不能确定 {unsure} 人")
        );
        var needed = ((births.Length * percent) + Hundred - 1) / Hundred;
        return young >= needed ? RuleAnswer.Satisfied($"{young} 人，达到 {percent}%。", fact)
            : young + unsure < needed ? RuleAnswer.Broken($"不足 {percent}%，还差 {needed - young - unsure} 人。", null, fact)
            : RuleAnswer.Unknown("部分人员的年龄不能确定。", $"请补充出生年月：至少还须 {needed - young} 人在 {upTo} 周岁以下。", fact);
    }
}
