using System.Collections.Immutable;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;

namespace Chinalco.Honors.Rankings;

/// <summary>
/// What a question makes of each row. Points of a class are worked out once, by <see cref="RankingWeights.PointsOf"/> itself; adding integers
/// gives the same sum in any order, so several threads may.
/// </summary>
internal sealed class RowScores
{
    public static readonly ImmutableArray<AwardLevel> Levels = [.. Enum.GetValues<AwardLevel>()];
    public static readonly ImmutableArray<RecipientKind> Kinds = [.. Enum.GetValues<RecipientKind>()];

    /// <summary>Levels times kinds: the cells of one unit.</summary>
    public static readonly int Cells = Levels.Length * Kinds.Length;

    // A row takes some nanoseconds: for fewer a thread is not worth waking.
    private const int FewestRowsOfAThread = 200_000;

    public RowScores(LedgerRows rows, RankingQuestion question, RankingWeights weights)
    {
        Asked = AskedMarks(question);
        Classes = [.. rows.Classes.All.Select(row => Score(row, question, weights))];
    }

    /// <summary>By mark, whether rows that bear it are asked for.</summary>
    public bool[] Asked { get; }

    /// <summary>By the number of a class.</summary>
    public ClassScore[] Classes { get; }

    /// <summary>By mark, whether a question asks for rows that bear it.</summary>
    public static bool[] AskedMarks(RankingQuestion question)
    {
        var asked = new bool[byte.MaxValue + 1];
        for (var mark = 1; mark < RowMark.Count; mark++)
        {
            asked[mark] =
                (question.Family is not { } family || RowMark.FamilyOf((byte)mark) == family)
                && RowMark.ShownTo((byte)mark) <= question.Sees;
        }

        return asked;
    }

    /// <summary>Sums rows up in as many parts as there are threads for.</summary>
    /// <param name="sum">Sums from one row up to another, which is not part of it.</param>
    public static T[] InParts<T>(int count, Func<int, int, T> sum)
    {
        var threads = Math.Clamp(count / FewestRowsOfAThread, 1, Environment.ProcessorCount);
        if (threads == 1)
        {
            return [sum(0, count)];
        }

        var parts = new T[threads];
        var length = (count + threads - 1) / threads;
        Parallel.For(0, threads, i => parts[i] = sum(i * length, Math.Min(count, (i + 1) * length)));
        return parts;
    }

    private static ClassScore Score(RowClass row, RankingQuestion question, RankingWeights weights)
    {
        var isAsked =
            (question.From is not { } from || (row.Year is { } begun && begun >= from))
            && (question.To is not { } to || (row.Year is { } ended && ended <= to));
        return isAsked
            ? new ClassScore(
                (Levels.IndexOf(row.Level) * Kinds.Length) + Kinds.IndexOf(row.Kind),
                weights.PointsOf(row.Level, row.Kind, question.LastYear - row.Year, row.Recipients)
            )
            : ClassScore.NotAsked;
    }
}

/// <param name="Cell">Where it is summed, of the cells of its unit; -1 when it is not asked for.</param>
/// <param name="Points">In millionths of a point.</param>
internal readonly record struct ClassScore(int Cell, long Points)
{
    public static readonly ClassScore NotAsked = new(-1, 0);
}

/// <summary>What is summed for a unit, a level and a kind.</summary>
internal struct CellSum
{
    /// <summary>In millionths of a point.</summary>
    public long Points;

    public int Recipients;
}
