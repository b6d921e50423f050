using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Nominations.Eligibility;
using Chinalco.Honors.Nominations.Programmes;
using Chinalco.Honors.Nominations.Shortlists;

namespace Chinalco.Honors.Nominations.Tests;

public sealed class ShortlistTests
{
    [Theory]
    [InlineData(CandidateKinds.Person)]
    [InlineData(CandidateKinds.Unit)]
    public void Sifting_finds_whom_judging_everybody_by_every_clause_finds(CandidateKinds kind)
    {
        var (eligible, nearly) = (0, 0);
        for (var seed = 0; seed < 600; seed++)
        {
            var registry = new RandomRegistry(seed);
            var programme = registry.Programme(kind);
            List<Candidate> candidates = [.. Enumerable.Range(0, 40).Select(_ => registry.Candidate(kind))];

            var listed = Shortlist.Of(programme, candidates);

            List<Assessment> judged =
            [
                .. candidates
                    .Select(programme.Assess)
                    .Where(a => a.Verdict is Verdict.Eligible or Verdict.NearlyEligible)
                    .OrderBy(a => a.Verdict)
                    .ThenBy(a => Merit.Of(a.Candidate)),
            ];
            listed.Select(l => (l.Candidate.Id, l.Verdict)).ShouldBe(judged.Select(a => (a.Candidate.Id, a.Verdict)), $"seed {seed}");
            listed
                .Select(l => l.Open is { } open ? programme.Clauses[open] : null)
                .ShouldBe(judged.Select(a => a.Open.SingleOrDefault()?.Clause), $"seed {seed}");
            eligible += judged.Count(a => a.Verdict == Verdict.Eligible);
            nearly += judged.Count(a => a.Verdict == Verdict.NearlyEligible);
        }

        eligible.ShouldBeGreaterThan(500);
        nearly.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void What_a_rule_foresees_is_what_it_judges()
    {
        for (var seed = 0; seed < 600; seed++)
        {
            var registry = new RandomRegistry(seed);
            foreach (var kind in new[] { CandidateKinds.Person, CandidateKinds.Unit })
            {
                var rules = registry.Programme(kind).Clauses.Select(c => c.Rule).ToList();
                foreach (var candidate in Enumerable.Range(0, 20).Select(_ => registry.Candidate(kind)))
                {
                    foreach (var rule in rules)
                    {
                        rule.Foresee(candidate).ShouldBe(rule.Judge(candidate).Foresight, $"{rule.GetType().Name}, seed {seed}");
                    }
                }
            }
        }
    }

    [Fact]
    public void The_eligible_come_first_then_the_higher_level_the_later_year_and_more_honours()
    {
        var programme = SeedFiles.Read(
            "某.yaml",
            """
            code: a
            year: 2025
            name: 某
            candidates: person
            sources: { n: 某通知 }
            rules:
            - rule: the-condition-was-found-to-hold
              fact: 甲
              condition: 甲
              must-be: 是
              source: n
              clause: 甲
            """
        );
        Candidate[] given =
        [
            Person("无荣誉"),
            Person("企业级", (AwardLevel.Enterprise, 2024)),
            Person("省部级年份不详", (AwardLevel.Provincial, null)),
            Person("省部级2015", (AwardLevel.Provincial, 2015), (AwardLevel.Enterprise, 2024)),
            Person("省部级2020", (AwardLevel.Provincial, 2020)),
            Person("省部级2020两项", (AwardLevel.Provincial, 2012), (AwardLevel.Provincial, 2020)),
            Person("已核实", (AwardLevel.County, 2000)).With("甲", "是"),
        ];

        Shortlist
            .Of(programme, given)
            .Select(l => l.Candidate.Name)
            .ShouldBe(["已核实", "省部级2020两项", "省部级2020", "省部级2015", "省部级年份不详", "企业级", "无荣誉"]);
    }

    private static Candidate Person(string name, params (AwardLevel Level, int? Year)[] honours) =>
        new RandomRegistry(1).Candidate(CandidateKinds.Person) with
        {
            Name = name,
            Declared = System.Collections.Immutable.ImmutableDictionary<string, DeclaredFact>.Empty,
            Honours =
            [
                .. honours.Select(h => new HeldHonour(
                    Guid.NewGuid(),
                    AwardCode: null,
                    "某荣誉",
                    h.Level,
                    TreatmentLevel: null,
                    AwardFamily.General,
                    h.Year,
                    ConferralStatus.Confirmed
                )),
            ],
        };
}
