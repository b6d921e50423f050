using System.Collections.Immutable;
using Chinalco.Honors.Domain.Awards;

namespace Chinalco.Honors.Domain.Ranking;

/// <summary>What every unit that has points has, everything below it and everything that it took over included.</summary>
/// <param name="Units">By unit; units without points are left out.</param>
public sealed record UnitScores(RankingQuestion Question, RankingWeights Weights, IReadOnlyDictionary<Guid, UnitScore> Units);

/// <param name="Points">In millionths of a point.</param>
/// <param name="Conferrals">Conferrals with a recipient in the subtree, each once.</param>
/// <param name="Parts">What makes up the points, by level and then by kind of recipient; parts without points are left out.</param>
public sealed record UnitScore(Guid UnitId, long Points, int Conferrals, ImmutableArray<ScorePart> Parts)
{
    /// <summary>The conferrals by level, from the highest down; levels without any are left out.</summary>
    public ImmutableArray<LevelConferrals> Levels { get; init; } = [];
}

/// <param name="Conferrals">Conferrals of the level with a recipient in the subtree, each once.</param>
public readonly record struct LevelConferrals(AwardLevel Level, int Conferrals);

/// <param name="Points">In millionths of a point.</param>
/// <param name="Recipients">Who received them: one conferral of three people in the subtree counts three times.</param>
public readonly record struct ScorePart(AwardLevel Level, RecipientKind Kind, long Points, int Recipients);

/// <summary>Answers what units have.</summary>
public interface IUnitScores
{
    /// <summary>From what is in the registry at this moment: a change that is committed before the call is in the answer.</summary>
    Task<UnitScores> AskAsync(RankingQuestion question, RankingWeights weights, CancellationToken cancellationToken = default);
}
