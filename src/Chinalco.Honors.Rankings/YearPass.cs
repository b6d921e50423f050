using System.Collections.Immutable;
using Chinalco.Honors.Domain.Ranking;

namespace Chinalco.Honors.Rankings;

/// <summary>Takes an answer apart by year: one pass for all the years of it.</summary>
internal static class YearPass
{
    private const int NoColumn = -1;

    /// <summary>The points of each year asked for, for every unit that has any.</summary>
    public static Dictionary<Guid, ImmutableArray<long>> Points(LedgerRows rows, LedgerTree tree, UnitNumbers units, ScoresAsked asked)
    {
        if (asked.Years.IsEmpty)
        {
            return [];
        }

        var scores = new RowScores(rows, asked.Question, asked.Weights);
        var columns = Columns(rows, scores, year => year is { } known ? asked.Years.IndexOf(known) : NoColumn);
        var width = asked.Years.Length;
        var parts = RowScores.InParts(
            rows.Count,
            (from, to) =>
            {
                var sums = new long[tree.Count * width];
                Each(rows, scores, columns, from, to, (unit, column, score) => sums[(unit * width) + column] += score.Points);
                return sums;
            }
        );
        var all = parts[0];
        foreach (var part in parts.AsSpan(1))
        {
            for (var i = 0; i < all.Length; i++)
            {
                all[i] += part[i];
            }
        }

        AddUpwards(all, width, tree);
        var told = new Dictionary<Guid, ImmutableArray<long>>(tree.Count);
        foreach (var unit in tree.Downwards)
        {
            var years = all.AsSpan(unit * width, width);
            if (years.ContainsAnyExcept(0))
            {
                told.Add(units.IdOf(unit), [.. years]);
            }
        }

        return told;
    }

    /// <summary>The years of the unit asked for, from the latest on, honours without a year last.</summary>
    public static ImmutableArray<YearScore> Parts(LedgerRows rows, LedgerTree tree, UnitNumbers units, ScoresAsked asked)
    {
        if (asked.Unit is not { } id || units.Find(id) is not (>= 0 and var top))
        {
            return [];
        }

        var counting = tree.CountingFor(top);
        var scores = new RowScores(rows, asked.Question, asked.Weights);
        int?[] years = [.. rows.Classes.All.Select(c => c.Year).Distinct().OrderByDescending(y => y)];
        var columns = Columns(rows, scores, year => Array.IndexOf(years, year));
        var parts = RowScores.InParts(
            rows.Count,
            (from, to) =>
            {
                var sums = new CellSum[years.Length * RowScores.Cells];
                Each(rows, scores, columns, from, to, Add);
                return sums;

                void Add(int unit, int column, ClassScore score)
                {
                    if (counting[unit])
                    {
                        ref var cell = ref sums[(column * RowScores.Cells) + score.Cell];
                        cell.Points += score.Points;
                        cell.Recipients++;
                    }
                }
            }
        );
        return [.. years.Select((year, column) => new YearScore(year, [.. PartsOf(parts, column)])).Where(year => !year.Parts.IsEmpty)];
    }

    private static IEnumerable<ScorePart> PartsOf(CellSum[][] sums, int column)
    {
        for (var cell = 0; cell < RowScores.Cells; cell++)
        {
            var at = (column * RowScores.Cells) + cell;
            if (sums.Sum(part => part[at].Points) is not 0 and var points)
            {
                var (level, kind) = Math.DivRem(cell, RowScores.Kinds.Length);
                yield return new ScorePart(RowScores.Levels[level], RowScores.Kinds[kind], points, sums.Sum(part => part[at].Recipients));
            }
        }
    }

    /// <summary>By class the place of its year; none for what is not asked for.</summary>
    private static int[] Columns(LedgerRows rows, RowScores scores, Func<int?, int> columnOf) =>
        [.. rows.Classes.All.Select((row, number) => scores.Classes[number].Cell < 0 ? NoColumn : columnOf(row.Year))];

    private static void Each(LedgerRows rows, RowScores scores, int[] columns, int from, int to, Action<int, int, ClassScore> add)
    {
        var units = rows.Units[from..to];
        var numbers = rows.ClassNumbers[from..to];
        var marks = rows.Marks[from..to];
        var (asked, classes) = (scores.Asked, scores.Classes);
        for (var i = 0; i < marks.Length; i++)
        {
            if (asked[marks[i]] && columns[numbers[i]] is >= 0 and var column)
            {
                add(units[i], column, classes[numbers[i]]);
            }
        }
    }

    private static void AddUpwards(long[] sums, int width, LedgerTree tree)
    {
        var downwards = tree.Downwards;
        for (var i = downwards.Length - 1; i >= 0; i--)
        {
            if (tree.AboveOf(downwards[i]) is >= 0 and var above)
            {
                var from = sums.AsSpan(downwards[i] * width, width);
                var to = sums.AsSpan(above * width, width);
                for (var column = 0; column < width; column++)
                {
                    to[column] += from[column];
                }
            }
        }
    }
}
