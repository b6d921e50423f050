using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Ranking;

/// <summary>
/// 积分规则的一个版本: the weights of rankings under a name, with their reasons. A draft is written on until it is published; what is
/// published never changes, so that every ranking made with it can be made again.
/// </summary>
public sealed class RankingPolicyVersion
{
    /// <summary>Most characters of a name.</summary>
    public const int LongestName = 20;

    /// <summary>Most UTF-16 units of the reasons that users read.</summary>
    public const int LongestExplanation = 4000;

    /// <summary>Most UTF-16 units of what is printed on exports.</summary>
    public const int LongestNote = 500;

    /// <param name="basedOn">What the draft begins with: another version's text.</param>
    public RankingPolicyVersion(Guid id, string name, RankingPolicyText basedOn, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(basedOn);
        ArgumentNullException.ThrowIfNull(by);
        Require.That(new APolicyHasAShortName(name));
        (Id, Name, State, Version) = (id, name, RankingPolicyState.Draft, 1);
        (Weights, OrderTurned, Explanation, Note) = (basedOn.Weights, basedOn.OrderTurned, basedOn.Explanation, basedOn.Note);
        (CreatedAt, CreatedBy, ChangedAt, ChangedBy) = (at, by.Name, at, by.Name);
    }

    private RankingPolicyVersion() { }

    public Guid Id { get; private set; }

    /// <summary>What rankings and addresses call it, such as 2025-1.</summary>
    public string Name { get; private set; } = "";

    public RankingPolicyState State { get; private set; }

    public RankingWeights Weights { get; private set; } = RankingPolicy.Default.Weights;

    /// <summary>Whether its author says that a lower level is meant to weigh more than a higher one.</summary>
    public bool OrderTurned { get; private set; }

    /// <summary>Why the weights are what they are, in Chinese, for those who read rankings.</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>In Chinese, printed on exports; may be empty.</summary>
    public string Note { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public string CreatedBy { get; private set; } = "";

    /// <summary>When the draft was last written.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public string ChangedBy { get; private set; } = "";

    /// <summary>From when on rankings are made with it by default; null for a draft.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    public string? PublishedBy { get; private set; }

    /// <summary>Why it was published, in the words of whoever did.</summary>
    public string? PublishReason { get; private set; }

    /// <summary>Moves with every change: whoever saw another number is told, and overwrites nothing.</summary>
    public long Version { get; private set; }

    public RankingPolicy Policy => new(Name, Weights);

    public RankingPolicyText Text => new(Weights, OrderTurned, Explanation, Note);

    /// <summary>Writes the draft anew.</summary>
    /// <returns>Whether anything is different.</returns>
    /// <exception cref="RuleBrokenException">It is published, or the weights break a rule.</exception>
    public bool Write(RankingPolicyText text, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(by);
        Require.That(new OnlyADraftChanges(State));
        Require.That(RankingWeightRules.Of(text.Weights));
        Require.That(
            new AnExplanationFits(text.Explanation.Length, LongestExplanation),
            new AnExplanationFits(text.Note.Length, LongestNote)
        );
        if (text.IsAs(Text))
        {
            return false;
        }

        (Weights, OrderTurned, Explanation, Note) = (text.Weights, text.OrderTurned, text.Explanation, text.Note);
        (ChangedAt, ChangedBy) = (at, by.Name);
        Version++;
        return true;
    }

    /// <summary>From now on rankings are made with it.</summary>
    /// <exception cref="RuleBrokenException">It is no draft, or something is missing.</exception>
    public void Publish(string? reason, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(by);
        Require.That(new OnlyADraftChanges(State));
        Require.That(RankingWeightRules.Of(Weights));
        Require.That(
            new LevelsKeepTheirOrderUnlessSaid(Weights, OrderTurned),
            new TextIsGiven("规则说明", Explanation, LongestExplanation),
            new TextIsGiven("发布理由", reason, Auditing.AuditRecord.LongestReason)
        );
        (State, PublishedAt, PublishedBy, PublishReason) = (RankingPolicyState.Published, at, by.Name, reason);
        Version++;
    }

    /// <summary>A later version takes its place.</summary>
    public void Retire()
    {
        State = RankingPolicyState.Retired;
        Version++;
    }
}

/// <summary>What is written of a draft.</summary>
/// <param name="OrderTurned">Whether a lower level is meant to weigh more than a higher one.</param>
/// <param name="Explanation">For those who read rankings, in Chinese.</param>
/// <param name="Note">Printed on exports.</param>
public sealed record RankingPolicyText(RankingWeights Weights, bool OrderTurned, string Explanation, string Note)
{
    /// <summary>Whether it says the same.</summary>
    public bool IsAs(RankingPolicyText other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Weights.IsAs(other.Weights) && (OrderTurned, Explanation, Note) == (other.OrderTurned, other.Explanation, other.Note);
    }
}
