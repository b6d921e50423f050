using System.Collections.Immutable;

namespace Chinalco.Honors.Nominations.Eligibility;

/// <summary>What a rule says of a candidate.</summary>
public enum RuleOutcome
{
    /// <summary>符合</summary>
    Satisfied = 1,

    /// <summary>待核: what is known does not decide it. It is never taken for satisfied.</summary>
    Unknown = 2,

    /// <summary>不符合</summary>
    Broken = 3,
}

/// <summary>What a rule leaves to hope for.</summary>
public enum Foresight
{
    /// <summary>The condition holds.</summary>
    Satisfied = 1,

    /// <summary>It is broken or unknown, and something would change that.</summary>
    Open = 2,

    /// <summary>It is broken, and nothing changes that.</summary>
    Closed = 3,
}

/// <summary>A fact that a rule rests on.</summary>
/// <param name="Text">In Chinese.</param>
/// <param name="ConferralId">The honour it is, or that proves it.</param>
/// <param name="Evidence">Where a declared fact stands: a paper, a letter.</param>
public sealed record FactUsed(string Text, Guid? ConferralId = null, string? Evidence = null);

/// <summary>What a rule says of a candidate, and why.</summary>
/// <param name="Reason">In Chinese, one sentence.</param>
/// <param name="Facts">What was looked at, the deciding one first.</param>
/// <param name="Change">What would change the outcome, in Chinese; null when it is satisfied or nothing would.</param>
public sealed record RuleAnswer(RuleOutcome Outcome, string Reason, ImmutableArray<FactUsed> Facts, string? Change)
{
    /// <summary>How far it leaves the candidate from being nominated.</summary>
    public Foresight Foresight =>
        Outcome == RuleOutcome.Satisfied ? Foresight.Satisfied
        : Outcome == RuleOutcome.Broken && Change is null ? Foresight.Closed
        : Foresight.Open;

    public static RuleAnswer Satisfied(string reason, params ReadOnlySpan<FactUsed> facts) =>
        new(RuleOutcome.Satisfied, reason, [.. facts], Change: null);

    /// <param name="change">Null when nothing would change it.</param>
    public static RuleAnswer Broken(string reason, string? change, params ReadOnlySpan<FactUsed> facts) =>
        new(RuleOutcome.Broken, reason, [.. facts], change);

    /// <param name="change">What has to be found out.</param>
    public static RuleAnswer Unknown(string reason, string change, params ReadOnlySpan<FactUsed> facts) =>
        new(RuleOutcome.Unknown, reason, [.. facts], change);
}

/// <summary>A condition of a programme. Each kind is a class whose name is the condition as a sentence.</summary>
public interface IEligibilityRule
{
    /// <summary>Whom it is asked about; a rule for units says nothing of people.</summary>
    CandidateKinds For { get; }

    /// <summary>The condition in Chinese, as a form's checklist words it.</summary>
    string Condition { get; }

    /// <summary>The fact that somebody has to declare for it, by its key; null when the registry knows what it asks.</summary>
    string? Fact => null;

    /// <param name="candidate">With everything that is known on the day.</param>
    RuleAnswer Judge(Candidate candidate);

    /// <summary>
    /// What <see cref="Judge"/> decides, without words and facts: for sifting everybody. A rule that can tell it faster than by judging says
    /// how; both always agree.
    /// </summary>
    Foresight Foresee(Candidate candidate) => Judge(candidate).Foresight;
}
