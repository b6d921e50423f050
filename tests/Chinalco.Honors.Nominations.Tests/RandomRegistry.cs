using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Nominations.Eligibility;
using Chinalco.Honors.Nominations.Programmes;

namespace Chinalco.Honors.Nominations.Tests;

/// <summary>Candidates and programmes by chance: few different values, so that each clause holds for some and not for others.</summary>
internal sealed class RandomRegistry(int seed)
{
    private static readonly string[] Codes = ["W001", "W003", "W026"];
    private static readonly string[] Keys = ["处分", "团龄", EarlierHoldersHaveNewResults.Key];
    private static readonly string?[] Values = ["是", "否", "无", "2", "5.5", "2023", "2022-03", "2022-03-31", "很好"];
    private static readonly DateOnly On = new(2025, 3, 31);

    private readonly Random random = new(seed);

    public Candidate Candidate(CandidateKinds kind) =>
        new(
            kind,
            Guid.NewGuid(),
            "某人",
            On,
            [.. Some(5).Select(_ => Honour())],
            Keys.Where(_ => random.Next(3) == 0).ToImmutableDictionary(key => key, _ => Declared()),
            kind == CandidateKinds.Unit || random.Next(5) == 0 ? null : Pick(Enum.GetValues<HonoreeStatus>()),
            kind == CandidateKinds.Unit || random.Next(5) == 0 ? null : Personnel(),
            kind == CandidateKinds.Person || random.Next(5) == 0
                ? null
                : new UnitFacts(
                    Pick([UnitTier.Team, UnitTier.Grassroots, UnitTier.Enterprise]),
                    [.. Some(6).Select(_ => Maybe(() => Date(1985)))]
                )
        );

    public Programme Programme(CandidateKinds kind) =>
        new(
            "chance",
            2025,
            "随机项目",
            kind,
            [],
            Cycle: null,
            ImmutableDictionary<string, string>.Empty,
            [.. Some(6).Select(_ => new Clause(Rule(), "n", "条款"))],
            [],
            [],
            [],
            [],
            Note: null
        );

    private IEligibilityRule Rule() =>
        random.Next(14) switch
        {
            0 => new AnHonourOfTheseLevelsWasReceivedBefore(Levels(), [.. Some(3).Select(_ => Pick(Enum.GetValues<AwardFamily>()))]),
            1 => new ThisAwardWasNotReceivedBefore(
                Codes.Where(_ => random.Next(2) == 0).ToImmutableDictionary(c => c, c => c),
                random.Next(2) == 0
            ),
            2 => new NoHonourWasRevoked(),
            3 => new EarlierHoldersHaveNewResults(Levels(), random.Next(1, 8)),
            4 => new TheCandidateIsInService(random.Next(2) == 0),
            5 => new TheCandidateIsYoungerThan(random.Next(38, 42)),
            6 => new TheCandidateHasWorkedFor(random.Next(18, 22)),
            7 => new ThePoliticalStatusIsOneOf([.. Some(3).Select(_ => Pick(["党员", "团员", "群众"]))]),
            8 => new TheSkillGradeIsAtLeast(Pick(TheSkillGradeIsAtLeast.Grades.ToArray())),
            9 => new TheUnitIsOfOneOfTheseTiers([.. Some(2).Select(_ => Pick([UnitTier.Team, UnitTier.Grassroots]))]),
            10 => new EnoughOfTheUnitAreYoung(random.Next(30, 90), 40),
            11 => new TheConditionWasFoundToHold(CandidateKinds.Both, Pick(Keys), "条件", random.Next(2) == 0),
            12 => new TheNumberIsAtLeast(CandidateKinds.Both, Pick(Keys), "条件", random.Next(1, 6)),
            _ => new NothingBarredTheCandidateWithin(CandidateKinds.Both, Pick(Keys), "条件", random.Next(1, 5)),
        };

    private HeldHonour Honour() =>
        new(
            Guid.NewGuid(),
            Maybe(() => Pick(Codes)),
            "某荣誉",
            Pick(Enum.GetValues<AwardLevel>()),
            random.Next(4) == 0 ? Pick(Enum.GetValues<AwardLevel>()) : null,
            Pick(Enum.GetValues<AwardFamily>()),
            random.Next(5) == 0 ? null : random.Next(2018, 2026),
            random.Next(3) > 0 ? ConferralStatus.Confirmed : Pick(Enum.GetValues<ConferralStatus>())
        );

    private PersonnelFacts Personnel() =>
        new(
            Born: Maybe(() => Date(1985)),
            Hired: Maybe(() => Date(2005)),
            PoliticalStatus: Pick(["中共党员", "共青团员", "群众", "", null]),
            SkillGrade: Pick(["高级工", "电解工高级技师", "技师", "工程师", "", null])
        );

    private DeclaredFact Declared() => new(Pick(Values)!, "证明", random.Next(3) == 0 ? On.AddDays(random.Next(-1, 2)) : null);

    private ImmutableHashSet<AwardLevel> Levels() =>
        [.. Some(3).Select(_ => Pick(Enum.GetValues<AwardLevel>())).Append(AwardLevel.National)];

    /// <summary>Around the day's anniversary, to the year, the month or the day.</summary>
    private PartialDate Date(int year)
    {
        var day = new DateOnly(year + random.Next(-1, 2), 3, 31).AddDays(random.Next(-40, 40));
        return PartialDate.Parse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)[..Pick([4, 7, 10])]);
    }

    private T? Maybe<T>(Func<T> make)
        where T : class => random.Next(4) == 0 ? null : make();

    private PartialDate? Maybe(Func<PartialDate> make) => random.Next(4) == 0 ? null : make();

    private IEnumerable<int> Some(int most) => Enumerable.Range(0, random.Next(most + 1));

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
