using System.Buffers;
using System.Collections.Immutable;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;

namespace Chinalco.Honors.Rankings;

/// <summary>
/// One pass over the columns: points and recipients of each unit by level and kind, then the same up the tree.
/// </summary>
internal sealed class LedgerPass
{
    private static readonly ImmutableArray<AwardLevel> Levels = RowScores.Levels;
    private static readonly ImmutableArray<RecipientKind> Kinds = RowScores.Kinds;
    private static readonly int Cells = RowScores.Cells;

    private readonly LedgerRows rows;
    private readonly LedgerTree tree;
    private readonly RowScores scores;

    private LedgerPass(LedgerRows rows, LedgerTree tree, RankingQuestion question, RankingWeights weights) =>
        (this.rows, this.tree, scores) = (rows, tree, new RowScores(rows, question, weights));

    public static UnitScores Run(LedgerRows rows, LedgerTree tree, UnitNumbers units, RankingQuestion question, RankingWeights weights)
    {
        var pass = new LedgerPass(rows, tree, question, weights);
        var sums = pass.Sum();
        try
        {
            sums.AddUpwards(tree);
            return new UnitScores(question, weights, sums.Told(tree, units));
        }
        finally
        {
            sums.Return();
        }
    }

    private Sums Sum()
    {
        var parts = RowScores.InParts(rows.Count, SumOf);
        foreach (var part in parts.AsSpan(1))
        {
            parts[0].Add(part);
            part.Return();
        }

        AddMixed(parts[0]);
        return parts[0];
    }

    private Sums SumOf(int from, int to)
    {
        var sums = new Sums(tree.Count);
        var (cells, twice) = (sums.Cells, sums.Twice);
        var units = rows.Units[from..to];
        var numbers = rows.ClassNumbers[from..to];
        var marks = rows.Marks[from..to];
        var meetings = rows.Meetings[from..to];
        var (isAsked, points) = (scores.Asked, scores.Classes);
        for (var i = 0; i < marks.Length; i++)
        {
            if (!isAsked[marks[i]])
            {
                continue;
            }

            var score = points[numbers[i]];
            if (score.Cell < 0)
            {
                continue;
            }

            ref var cell = ref cells[(units[i] * LedgerPass.Cells) + score.Cell];
            cell.Points += score.Points;
            cell.Recipients++;
            if (meetings[i] >= 0)
            {
                twice[(meetings[i] * Levels.Length) + (score.Cell / Kinds.Length)]++;
            }
        }

        return sums;
    }

    /// <summary>Where the rows of one conferral are shown to different readers, those that are asked for meet in places of their own.</summary>
    private void AddMixed(Sums sums)
    {
        foreach (var start in rows.Mixed)
        {
            var (before, end) = (-1, rows.EndOf(start));
            for (var row = start; row < end; row++)
            {
                var score = scores.Classes[rows.ClassNumbers[row]];
                if (!scores.Asked[rows.Marks[row]] || score.Cell < 0)
                {
                    continue;
                }

                if (before >= 0 && tree.Meet(rows.Units[before], rows.Units[row]) is var meeting and >= 0)
                {
                    sums.Twice[(meeting * Levels.Length) + (score.Cell / Kinds.Length)]++;
                }

                before = row;
            }
        }
    }

    /// <summary>Sums of every unit by level and kind, and by level how often a recipient is not the first of its conferral there.</summary>
    private sealed class Sums
    {
        private readonly int units;

        public Sums(int units)
        {
            this.units = units;
            Cells = ArrayPool<CellSum>.Shared.Rent(units * LedgerPass.Cells);
            Twice = ArrayPool<int>.Shared.Rent(units * Levels.Length);
            Cells.AsSpan(0, units * LedgerPass.Cells).Clear();
            Twice.AsSpan(0, units * Levels.Length).Clear();
        }

        public CellSum[] Cells { get; }

        public int[] Twice { get; }

        public void Return()
        {
            ArrayPool<CellSum>.Shared.Return(Cells);
            ArrayPool<int>.Shared.Return(Twice);
        }

        public void Add(Sums other)
        {
            for (var i = 0; i < units * LedgerPass.Cells; i++)
            {
                Cells[i].Points += other.Cells[i].Points;
                Cells[i].Recipients += other.Cells[i].Recipients;
            }

            for (var i = 0; i < units * Levels.Length; i++)
            {
                Twice[i] += other.Twice[i];
            }
        }

        public void AddUpwards(LedgerTree tree)
        {
            var downwards = tree.Downwards;
            for (var i = downwards.Length - 1; i >= 0; i--)
            {
                if (tree.AboveOf(downwards[i]) is var above and >= 0)
                {
                    var from = Of(downwards[i]);
                    var to = Of(above);
                    for (var cell = 0; cell < from.Length; cell++)
                    {
                        to[cell].Points += from[cell].Points;
                        to[cell].Recipients += from[cell].Recipients;
                    }

                    var less = TwiceOf(downwards[i]);
                    var sum = TwiceOf(above);
                    for (var level = 0; level < less.Length; level++)
                    {
                        sum[level] += less[level];
                    }
                }
            }
        }

        public Dictionary<Guid, UnitScore> Told(LedgerTree tree, UnitNumbers numbers)
        {
            var told = new Dictionary<Guid, UnitScore>(units);
            foreach (var unit in tree.Downwards)
            {
                var points = 0L;
                foreach (ref readonly var cell in Of(unit))
                {
                    points += cell.Points;
                }

                if (points != 0)
                {
                    told.Add(numbers.IdOf(unit), ScoreOf(numbers.IdOf(unit), points, Of(unit), TwiceOf(unit)));
                }
            }

            return told;
        }

        private static UnitScore ScoreOf(Guid id, long points, ReadOnlySpan<CellSum> cells, ReadOnlySpan<int> twice)
        {
            Span<ScorePart> parts = stackalloc ScorePart[LedgerPass.Cells];
            Span<LevelConferrals> levels = stackalloc LevelConferrals[Levels.Length];
            var (partCount, levelCount, conferrals) = (0, 0, 0);
            for (var level = 0; level < Levels.Length; level++)
            {
                var recipients = 0;
                for (var kind = 0; kind < Kinds.Length; kind++)
                {
                    var cell = cells[(level * Kinds.Length) + kind];
                    recipients += cell.Recipients;
                    if (cell.Points != 0)
                    {
                        parts[partCount++] = new ScorePart(Levels[level], Kinds[kind], cell.Points, cell.Recipients);
                    }
                }

                if (recipients > 0)
                {
                    levels[levelCount++] = new LevelConferrals(Levels[level], recipients - twice[level]);
                    conferrals += recipients - twice[level];
                }
            }

            return new UnitScore(id, points, conferrals, [.. parts[..partCount]]) { Levels = [.. levels[..levelCount]] };
        }

        private Span<CellSum> Of(int unit) => Cells.AsSpan(unit * LedgerPass.Cells, LedgerPass.Cells);

        private Span<int> TwiceOf(int unit) => Twice.AsSpan(unit * Levels.Length, Levels.Length);
    }
}
