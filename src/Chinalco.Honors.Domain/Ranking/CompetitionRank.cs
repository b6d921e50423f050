namespace Chinalco.Honors.Domain.Ranking;

/// <summary>Standard competition ranking: equals share a rank, and the next rank counts them all (1, 2, 2, 4).</summary>
public static class CompetitionRank
{
    /// <param name="descending">Items from the highest score down.</param>
    /// <param name="score">The score of an item.</param>
    public static IEnumerable<(int Rank, T Item)> Of<T>(IEnumerable<T> descending, Func<T, long> score)
    {
        var (rank, place, last) = (0, 0, long.MinValue);
        foreach (var item in descending)
        {
            place++;
            var current = score(item);
            if (place == 1 || current != last)
            {
                (rank, last) = (place, current);
            }

            yield return (rank, item);
        }
    }
}
