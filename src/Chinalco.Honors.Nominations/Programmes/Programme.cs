using System.Collections.Immutable;
using Chinalco.Honors.Nominations.Eligibility;

namespace Chinalco.Honors.Nominations.Programmes;

/// <summary>评选项目: one year's round of an award, with its rules. Names, structure and shares change every year: they are data.</summary>
/// <param name="Awards">Codes in the catalogue of what winners receive.</param>
/// <param name="Cycle">How often it is held, as a phrase.</param>
/// <param name="Sources">The notices that the rules come from, by their key.</param>
/// <param name="Consultations">Bodies that are asked for their opinion.</param>
/// <param name="Papers">What the packet consists of.</param>
/// <param name="Note">For the union, in Chinese.</param>
public sealed record Programme(
    string Code,
    int Year,
    string Name,
    CandidateKinds Kind,
    ImmutableArray<string> Awards,
    string? Cycle,
    ImmutableDictionary<string, string> Sources,
    ImmutableArray<Clause> Clauses,
    ImmutableArray<PublicityStage> Publicity,
    ImmutableArray<Share> Shares,
    ImmutableArray<string> Consultations,
    ImmutableArray<string> Papers,
    string? Note
)
{
    /// <summary>What every clause that is asked about the candidate's kind says.</summary>
    public Assessment Assess(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return new Assessment(
            candidate,
            [.. Clauses.Where(c => c.Rule.For.HasFlag(candidate.Kind)).Select(c => new JudgedClause(c, c.Rule.Judge(candidate)))]
        );
    }
}

/// <summary>A rule with where it stands.</summary>
/// <param name="Source">The key of the notice.</param>
/// <param name="Text">What the notice says, in the product's own words.</param>
public sealed record Clause(IEligibilityRule Rule, string Source, string Text);

/// <summary>公示: how long at which level.</summary>
/// <param name="Days">Working days, or days whatever they are.</param>
public sealed record PublicityStage(string Name, int Days, bool InWorkingDays);

/// <summary>A share that a batch of nominees keeps.</summary>
/// <param name="Group">Who belongs to it: a word that nominees are marked with.</param>
/// <param name="AtLeast">Per cent of the batch; null for no bound.</param>
/// <param name="AtMost">Per cent of the batch; null for no bound.</param>
public sealed record Share(string Group, int? AtLeast, int? AtMost, string Source);

/// <summary>What a clause says of a candidate.</summary>
public sealed record JudgedClause(Clause Clause, RuleAnswer Answer);

/// <summary>How far a candidate is from being nominated.</summary>
public enum Verdict
{
    /// <summary>符合: every clause is satisfied.</summary>
    Eligible = 1,

    /// <summary>接近符合: one clause is not, and that can be changed.</summary>
    NearlyEligible = 2,

    /// <summary>尚不符合: several are not, or are not known.</summary>
    NotYet = 3,

    /// <summary>不能推荐: a clause is broken that nothing changes.</summary>
    Barred = 4,
}

/// <summary>All that a programme says of a candidate.</summary>
public sealed record Assessment(Candidate Candidate, ImmutableArray<JudgedClause> Clauses)
{
    /// <summary>The clauses that are not satisfied: broken ones before unknown ones, in the order of the programme.</summary>
    public IEnumerable<JudgedClause> Open =>
        Clauses.Where(c => c.Answer.Outcome != RuleOutcome.Satisfied).OrderByDescending(c => c.Answer.Outcome);

    public Verdict Verdict
    {
        get
        {
            var open = Open.ToList();
            return open.Count == 0 ? Verdict.Eligible
                : open.Exists(c => c.Answer is { Outcome: RuleOutcome.Broken, Change: null }) ? Verdict.Barred
                : open.Count == 1 ? Verdict.NearlyEligible
                : Verdict.NotYet;
        }
    }
}
