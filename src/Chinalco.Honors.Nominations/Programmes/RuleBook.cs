using System.Collections.Immutable;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Nominations.Eligibility;

namespace Chinalco.Honors.Nominations.Programmes;

/// <summary>Makes rules from how files word them.</summary>
internal sealed class RuleBook(string file, Func<string, string?> awardName, CandidateKinds kind)
{
    /// <summary>The names that files may use.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        "an-honour-of-these-levels-was-received-before",
        "this-award-was-not-received-before",
        "no-honour-was-revoked",
        "earlier-holders-have-new-results",
        "the-candidate-is-in-service",
        "the-candidate-is-younger-than",
        "the-candidate-has-worked-for",
        "the-political-status-is-one-of",
        "the-skill-grade-is-at-least",
        "the-unit-is-of-one-of-these-tiers",
        "enough-of-the-unit-are-young",
        "the-condition-was-found-to-hold",
        "the-number-is-at-least",
        "nothing-barred-the-candidate-within",
    ];

    /// <exception cref="NominationFileException">No such rule, or it lacks what it needs.</exception>
    public IEligibilityRule Make(ToldRule told, int index)
    {
        var where = $"第 {index + 1} 条规则（{told.Rule}）";
        return told.Rule switch
        {
            "an-honour-of-these-levels-was-received-before" => new AnHonourOfTheseLevelsWasReceivedBefore(
                LevelsOf(told, where),
                [.. told.Families.Select(f => FamilyOf(f, where))]
            ),
            "this-award-was-not-received-before" => new ThisAwardWasNotReceivedBefore(AwardsOf(told, where), told.InPrinciple),
            "no-honour-was-revoked" => new NoHonourWasRevoked(),
            "earlier-holders-have-new-results" => new EarlierHoldersHaveNewResults(
                LevelsOf(told, where),
                Number(told.Years, where, "years")
            ),
            "the-candidate-is-in-service" => new TheCandidateIsInService(told.DispatchedToo),
            "the-candidate-is-younger-than" => new TheCandidateIsYoungerThan(Number(told.Years, where, "years")),
            "the-candidate-has-worked-for" => new TheCandidateHasWorkedFor(Number(told.Years, where, "years")),
            "the-political-status-is-one-of" => new ThePoliticalStatusIsOneOf([.. Some(told.OneOf, where, "one-of")]),
            "the-skill-grade-is-at-least" => new TheSkillGradeIsAtLeast(
                told.Grade is { } grade && TheSkillGradeIsAtLeast.Grades.Contains(grade)
                    ? grade
                    : throw Wrong(where, $"grade 为“{told.Grade}”，应为：{string.Join('、', TheSkillGradeIsAtLeast.Grades)}")
            ),
            "the-unit-is-of-one-of-these-tiers" => new TheUnitIsOfOneOfTheseTiers([
                .. Some(told.OneOf, where, "one-of")
                    .Select(t => UnitTierNames.FromChinese(t) ?? throw Wrong(where, $"不认识的单位层级“{t}”")),
            ]),
            "enough-of-the-unit-are-young" => new EnoughOfTheUnitAreYoung(
                Number(told.Percent, where, "percent") is <= 100 and var percent ? percent : throw Wrong(where, "percent 大于 100"),
                Number(told.Years, where, "years")
            ),
            "the-condition-was-found-to-hold" => new TheConditionWasFoundToHold(
                kind,
                Text(told.Fact, where, "fact"),
                Text(told.Condition, where, "condition"),
                told.MustBe switch
                {
                    "是" => true,
                    "否" => false,
                    _ => throw Wrong(where, "must-be 应为 是 或 否"),
                }
            ),
            "the-number-is-at-least" => new TheNumberIsAtLeast(
                kind,
                Text(told.Fact, where, "fact"),
                Text(told.Condition, where, "condition"),
                Number(told.AtLeast, where, "at-least")
            ),
            "nothing-barred-the-candidate-within" => new NothingBarredTheCandidateWithin(
                kind,
                Text(told.Fact, where, "fact"),
                Text(told.Condition, where, "condition"),
                Number(told.Years, where, "years")
            ),
            _ => throw Wrong(where, $"没有这种规则，可用：{string.Join('、', Names)}"),
        };
    }

    private ImmutableHashSet<AwardLevel> LevelsOf(ToldRule told, string where) =>
        [
            .. Some(told.Levels, where, "levels")
                .Select(text =>
                    AwardLevelNames.FromChinese(text)
                    ?? throw Wrong(
                        where,
                        $"不认识的级别“{text}”，可用：{string.Join('、', Enum.GetValues<AwardLevel>().Select(l => l.ToChinese()))}"
                    )
                ),
        ];

    private AwardFamily FamilyOf(string text, string where) =>
        AwardFamilyNames.FromChinese(text) ?? throw Wrong(where, $"不认识的荣誉类别“{text}”");

    private ImmutableDictionary<string, string> AwardsOf(ToldRule told, string where) =>
        Some(told.Awards, where, "awards")
            .ToImmutableDictionary(code => code, code => awardName(code) ?? throw Wrong(where, $"荣誉目录中没有编号 {code}"));

    private List<string> Some(List<string> told, string where, string field) => told.Count > 0 ? told : throw Wrong(where, $"缺少 {field}");

    private int Number(int? told, string where, string field) =>
        told is > 0 and var number ? number : throw Wrong(where, $"{field} 应为大于 0 的整数");

    private string Text(string? told, string where, string field) =>
        string.IsNullOrWhiteSpace(told) ? throw Wrong(where, $"缺少 {field}") : told;

    private NominationFileException Wrong(string where, string what) => new(file, $"{where}：{what}。");
}
