using System.Collections.Immutable;
using Chinalco.Honors.Domain.Awards;

namespace Chinalco.Honors.Domain.Ranking;

/// <summary>What several recipients of one conferral bring to their units.</summary>
public enum SharedHonour
{
    /// <summary>Each the same part of its points.</summary>
    Divided = 1,

    /// <summary>Each all of them.</summary>
    FullToEach = 2,
}

/// <summary>From this age on an honour keeps so much of its points.</summary>
/// <param name="FromYears">Years between the conferral and the last year that is ranked.</param>
/// <param name="PerMille">Of its points.</param>
public readonly record struct AgeStep(int FromYears, int PerMille);

/// <summary>How conferrals become points. Points are integers, in millionths of a point, so that adding them up gives the same digits anywhere.</summary>
/// <param name="Levels">Millionths of a point for a conferral of each level, before anything else.</param>
/// <param name="Kinds">Per mille of them for each kind of recipient.</param>
/// <param name="Ages">From the youngest age up; an honour younger than the first, and every honour where there is none, keeps all. One without a year counts as the oldest.</param>
public sealed record RankingWeights(
    ImmutableSortedDictionary<AwardLevel, long> Levels,
    ImmutableSortedDictionary<RecipientKind, int> Kinds,
    ImmutableArray<AgeStep> Ages,
    SharedHonour Shared = SharedHonour.Divided
)
{
    /// <summary>Millionths in one point.</summary>
    public const long One = 1_000_000;

    /// <summary>Per mille in one whole.</summary>
    public const int Whole = 1000;

    /// <summary>The points that one recipient brings, in millionths; what a division leaves over goes to nobody.</summary>
    /// <param name="age">Years between the conferral and the last year that is ranked; null when its year is unknown.</param>
    /// <param name="recipients">How many received it together, at least one.</param>
    public long PointsOf(AwardLevel level, RecipientKind kind, int? age, int recipients)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(recipients, 1);
        var whole = WholeOf(level, kind, age);
        return Shared == SharedHonour.Divided ? whole / recipients : whole;
    }

    /// <summary>The points of a conferral that one recipient has alone, in millionths.</summary>
    public long WholeOf(AwardLevel level, RecipientKind kind, int? age) =>
        Levels.GetValueOrDefault(level) * Kinds.GetValueOrDefault(kind) / Whole * KeptAt(age) / Whole;

    /// <summary>Whether they make the same points of everything.</summary>
    public bool IsAs(RankingWeights other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Levels.SequenceEqual(other.Levels)
            && Kinds.SequenceEqual(other.Kinds)
            && Ages.SequenceEqual(other.Ages)
            && Shared == other.Shared;
    }

    /// <summary>Per mille of its points that an honour keeps at an age.</summary>
    public int KeptAt(int? age)
    {
        var kept = Whole;
        foreach (var step in Ages)
        {
            if (age is { } years && years < step.FromYears)
            {
                break;
            }

            kept = step.PerMille;
        }

        return kept;
    }
}
