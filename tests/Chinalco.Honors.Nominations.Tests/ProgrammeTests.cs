using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Nominations.Eligibility;
using Chinalco.Honors.Nominations.Programmes;

namespace Chinalco.Honors.Nominations.Tests;

public sealed class ProgrammeTests
{
    private static readonly DateOnly On = new(2025, 3, 31);

    [Fact]
    public void Every_seed_is_read_and_says_where_each_rule_stands()
    {
        SeedFiles.Programmes.Count.ShouldBe(11);
        SeedFiles.Programmes.ShouldAllBe(p => p.Clauses.All(c => p.Sources.ContainsKey(c.Source) && c.Text.Length > 0));
        SeedFiles.Programmes.ShouldAllBe(p => p.Clauses.Any(c => c.Rule.For.HasFlag(p.Kind)) && p.Publicity.Length > 0);
        SeedFiles.Programmes.Select(p => (p.Code, p.Year)).Distinct().Count().ShouldBe(11);
    }

    [Fact]
    public void Whoever_has_all_is_eligible_and_every_answer_names_its_facts()
    {
        var assessment = ModelWorker.Assess(
            Person([Honour("W065", AwardLevel.Provincial, 2020)]).With("最近一次违纪违法处分", "无").With("副厅级及以上领导干部", "否")
        );

        assessment.Verdict.ShouldBe(Verdict.Eligible);
        assessment
            .Clauses.Single(c => c.Clause.Rule is AnHonourOfTheseLevelsWasReceivedBefore)
            .Answer.Facts.Single()
            .ConferralId.ShouldBe(assessment.Candidate.Honours[0].ConferralId);
        assessment.Clauses.Single(c => c.Clause.Rule is TheConditionWasFoundToHold).Answer.Facts.Single().Evidence.ShouldBe("证明");
    }

    [Fact]
    public void What_is_not_known_is_never_taken_for_satisfied()
    {
        var nothing = Person([]) with { Status = null, Personnel = null };

        foreach (var programme in SeedFiles.Programmes)
        {
            var candidate = nothing with { Kind = programme.Kind };
            var assessment = programme.Assess(candidate);
            assessment.Verdict.ShouldNotBe(Verdict.Eligible, programme.Name);
            assessment.Open.ShouldAllBe(c => c.Answer.Change != null);
        }
    }

    [Fact]
    public void One_thing_missing_is_nearly_eligible_and_says_what_would_change_it()
    {
        var assessment = ModelWorker.Assess(Person([Honour("W065", AwardLevel.Provincial, 2020)]).With("副厅级及以上领导干部", "否"));

        assessment.Verdict.ShouldBe(Verdict.NearlyEligible);
        var missing = assessment.Open.ShouldHaveSingleItem();
        missing.Answer.Outcome.ShouldBe(RuleOutcome.Unknown);
        missing.Answer.Change.ShouldNotBeNull().ShouldContain("核实");
    }

    [Fact]
    public void A_revoked_honour_neither_qualifies_nor_is_passed_over()
    {
        var assessment = ModelWorker.Assess(Person([Honour("W065", AwardLevel.Provincial, 2020, ConferralStatus.Revoked)]));

        Outcome<AnHonourOfTheseLevelsWasReceivedBefore>(assessment).ShouldBe(RuleOutcome.Broken);
        Outcome<NoHonourWasRevoked>(assessment).ShouldBe(RuleOutcome.Broken);
    }

    [Fact]
    public void A_declared_fact_counts_until_its_last_day()
    {
        var valid = Person([]).With("最近一次违纪违法处分", "无", new DateOnly(2025, 3, 31));
        var over = Person([]).With("最近一次违纪违法处分", "无", new DateOnly(2025, 3, 30));

        Outcome<NothingBarredTheCandidateWithin>(ModelWorker.Assess(valid)).ShouldBe(RuleOutcome.Satisfied);
        Outcome<NothingBarredTheCandidateWithin>(ModelWorker.Assess(over)).ShouldBe(RuleOutcome.Unknown);
    }

    [Theory]
    [InlineData("1997-03-31", RuleOutcome.Broken)] // 28 on the day
    [InlineData("1997-04-01", RuleOutcome.Satisfied)]
    [InlineData("1997-03", RuleOutcome.Broken)] // the whole month is 28 by its last day
    [InlineData("1997", RuleOutcome.Unknown)]
    [InlineData("1998", RuleOutcome.Satisfied)]
    [InlineData("1996", RuleOutcome.Broken)]
    [InlineData(null, RuleOutcome.Unknown)]
    public void An_age_is_decided_as_far_as_the_date_is_known(string? born, RuleOutcome outcome)
    {
        var person = Person([]) with { Personnel = new PersonnelFacts(Born: born is null ? null : PartialDate.Parse(born)) };

        new TheCandidateIsYoungerThan(28).Judge(person).Outcome.ShouldBe(outcome);
    }

    [Theory]
    [InlineData(6, 4, 0, RuleOutcome.Satisfied)]
    [InlineData(5, 5, 0, RuleOutcome.Broken)]
    [InlineData(5, 4, 1, RuleOutcome.Unknown)]
    [InlineData(6, 3, 1, RuleOutcome.Satisfied)]
    [InlineData(3, 5, 2, RuleOutcome.Broken)]
    [InlineData(0, 0, 3, RuleOutcome.Unknown)]
    public void A_share_is_decided_as_soon_as_the_unknown_cannot_change_it(int young, int old, int unknown, RuleOutcome outcome)
    {
        PartialDate?[] births =
        [
            .. Enumerable.Repeat<PartialDate?>(new PartialDate(2000), young),
            .. Enumerable.Repeat<PartialDate?>(new PartialDate(1970), old),
            .. Enumerable.Repeat<PartialDate?>(null, unknown),
        ];
        var unit = Person([]) with { Kind = CandidateKinds.Unit, Unit = new UnitFacts(UnitTier.Team, [.. births]) };

        new EnoughOfTheUnitAreYoung(60, 35).Judge(unit).Outcome.ShouldBe(outcome);
    }

    [Theory]
    [InlineData("高级工", RuleOutcome.Satisfied)]
    [InlineData("电解工高级技师", RuleOutcome.Satisfied)]
    [InlineData("中级工", RuleOutcome.Broken)]
    [InlineData("工程师", RuleOutcome.Unknown)]
    [InlineData(null, RuleOutcome.Unknown)]
    public void A_skill_grade_is_the_longest_one_named(string? grade, RuleOutcome outcome) =>
        new TheSkillGradeIsAtLeast("高级工")
            .Judge(Person([]) with { Personnel = new PersonnelFacts(SkillGrade: grade) })
            .Outcome.ShouldBe(outcome);

    [Fact]
    public void Earlier_holders_need_something_new()
    {
        var rule = new EarlierHoldersHaveNewResults([AwardLevel.National, AwardLevel.Provincial], 4);
        var old = Honour("W065", AwardLevel.Provincial, 2015);

        rule.Judge(Person([])).Outcome.ShouldBe(RuleOutcome.Satisfied);
        rule.Judge(Person([old])).Outcome.ShouldBe(RuleOutcome.Unknown);
        rule.Judge(Person([old, Honour("W107", AwardLevel.Group, 2022)])).Outcome.ShouldBe(RuleOutcome.Satisfied);
        rule.Judge(Person([old, Honour("W107", AwardLevel.Group, 2021)])).Outcome.ShouldBe(RuleOutcome.Unknown);
    }

    [Fact]
    public void Nothing_changes_that_an_award_is_not_conferred_twice_unless_the_clause_says_in_principle()
    {
        var holder = Person([Honour("W001", AwardLevel.National, 2015)]);
        var awards = ImmutableDictionary<string, string>.Empty.Add("W001", "全国劳动模范");

        new ThisAwardWasNotReceivedBefore(awards, inPrinciple: false).Judge(holder).Change.ShouldBeNull();
        new ThisAwardWasNotReceivedBefore(awards, inPrinciple: true).Judge(holder).Change.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("rules: [{ rule: no-such-rule, source: n, clause: 甲 }]", "没有这种规则")]
    [InlineData("rules: [{ rule: no-honour-was-revoked, source: other, clause: 甲 }]", "不在 sources 中")]
    [InlineData("rules: [{ rule: no-honour-was-revoked, source: n }]", "缺少 第 1 条规则的 clause")]
    [InlineData("rules: [{ rule: the-candidate-is-younger-than, source: n, clause: 甲 }]", "years 应为大于 0 的整数")]
    [InlineData(
        "rules: [{ rule: an-honour-of-these-levels-was-received-before, levels: [宇宙级], source: n, clause: 甲 }]",
        "不认识的级别"
    )]
    [InlineData("publicity: [{ name: 甲, working-days: 5, days: 7 }]", "只填一个")]
    [InlineData("shares: [{ group: 甲, at-least: 135, source: n }]", "0 到 100 之间")]
    [InlineData("awards: [W999]", "没有编号 W999")]
    [InlineData("quota: 5", "无法读懂")]
    public void A_file_that_cannot_be_is_refused_with_its_place(string line, string advice) =>
        Should
            .Throw<NominationFileException>(() =>
                SeedFiles.Read("某.yaml", $"code: a\nyear: 2025\nname: 某\ncandidates: person\nsources: {{ n: 某通知 }}\n{line}\n")
            )
            .Message.ShouldContain(advice);

    private static Programme ModelWorker => SeedFiles.Programmes.Single(p => p.Code == "national-model-worker");

    private static RuleOutcome Outcome<T>(Assessment assessment) => assessment.Clauses.Single(c => c.Clause.Rule is T).Answer.Outcome;

    private static HeldHonour Honour(string code, AwardLevel level, int? year, ConferralStatus status = ConferralStatus.Confirmed) =>
        new(Guid.CreateVersion7(), code, "某荣誉", level, TreatmentLevel: null, AwardFamily.ModelWorker, year, status);

    private static Candidate Person(ImmutableArray<HeldHonour> honours) =>
        new(
            CandidateKinds.Person,
            Guid.CreateVersion7(),
            "某人",
            On,
            honours,
            ImmutableDictionary<string, DeclaredFact>.Empty,
            HonoreeStatus.Active,
            new PersonnelFacts(Born: new PartialDate(1985, 5), Hired: new PartialDate(2006))
        );
}

internal static class Declaring
{
    public static Candidate With(this Candidate candidate, string key, string value, DateOnly? until = null) =>
        candidate with
        {
            Declared = candidate.Declared.SetItem(key, new DeclaredFact(value, "证明", until)),
        };
}
