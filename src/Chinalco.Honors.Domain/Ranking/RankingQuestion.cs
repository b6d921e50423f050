using Chinalco.Honors.Domain.Awards;

namespace Chinalco.Honors.Domain.Ranking;

/// <summary>Which honours count in a ranking. What is counted as whose, and which units are compared, is asked of the answer.</summary>
/// <param name="From">First year; null for no bound. A bound leaves out honours without a year.</param>
/// <param name="To">Last year; null for no bound.</param>
/// <param name="Family">Awards of this family alone; null for all.</param>
/// <param name="Sees">Honours that are shown to no more than these readers are left out, and those of people who are.</param>
/// <param name="LastYear">The year that ages are reckoned from: <paramref name="To"/>, or the present year where there is no bound.</param>
public sealed record RankingQuestion(int? From, int? To, AwardFamily? Family, Visibility Sees, int LastYear);
