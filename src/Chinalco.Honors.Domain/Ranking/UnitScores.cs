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

/// <summary>What a page asks at once, so that it is answered from one moment and the honours are looked at no more often than they have to be.</summary>
public sealed record ScoresAsked(RankingQuestion Question, RankingWeights Weights)
{
    /// <summary>Another question under the same weights; null where there is none.</summary>
    public RankingQuestion? Before { get; init; }

    /// <summary>Years whose points are told one by one for every unit, as far as the question asks for them, with the ages that it gives them.</summary>
    public ImmutableArray<int> Years { get; init; } = [];

    /// <summary>The unit whose parts are told year by year; null for none.</summary>
    public Guid? Unit { get; init; }
}

/// <param name="Before">Null where nothing else was asked for.</param>
/// <param name="ByYear">By unit the points of each year asked for, in millionths; units without points in any of them are left out.</param>
/// <param name="Years">Of the unit asked for the years with points, from the latest on, honours without a year last; their parts sum up to its parts.</param>
public sealed record ScoresTold(
    UnitScores Scores,
    UnitScores? Before,
    IReadOnlyDictionary<Guid, ImmutableArray<long>> ByYear,
    ImmutableArray<YearScore> Years
);

/// <param name="Year">Null for honours whose year nobody knows.</param>
/// <param name="Parts">By level and then by kind of recipient; parts without points are left out.</param>
public sealed record YearScore(int? Year, ImmutableArray<ScorePart> Parts);

/// <summary>What counts for one unit, everything below it and everything that it took over included; nothing is weighed.</summary>
/// <param name="Honours">Conferrals, each once.</param>
/// <param name="ByYear">Of them those of each year; years without any are left out.</param>
/// <param name="Families">Those of which there is any.</param>
/// <param name="LastYears">By unit, of it and those that count for it, the last year with an honour; units without one are left out.</param>
public sealed record UnitFacts(
    int Honours,
    IReadOnlyDictionary<int, int> ByYear,
    IReadOnlySet<AwardFamily> Families,
    IReadOnlyDictionary<Guid, int> LastYears
);

/// <summary>Answers what units have.</summary>
public interface IUnitScores
{
    /// <summary>From what is in the registry at this moment: a change that is committed before the call is in the answer.</summary>
    Task<UnitScores> AskAsync(RankingQuestion question, RankingWeights weights, CancellationToken cancellationToken = default);

    /// <summary>The same for all that a page asks, answered from one moment.</summary>
    Task<ScoresTold> AskAsync(ScoresAsked asked, CancellationToken cancellationToken = default);

    /// <summary>What counts for one unit, as far as these readers may count it.</summary>
    Task<UnitFacts> FactsAsync(Guid unit, Visibility sees, CancellationToken cancellationToken = default);

    /// <summary>How many conferrals count for each unit, each once, whatever they weigh; units without any are left out.</summary>
    /// <param name="sees">Honours that are shown to no more than these readers are left out, and those of people who are.</param>
    /// <returns>Null as long as nothing is loaded yet: whoever only shows a count beside something else does not wait for that.</returns>
    Task<IReadOnlyDictionary<Guid, int>?> CountAsync(Visibility sees, CancellationToken cancellationToken = default);
}
