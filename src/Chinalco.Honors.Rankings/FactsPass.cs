using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;

namespace Chinalco.Honors.Rankings;

/// <summary>One pass for what counts for a single unit, unweighed.</summary>
internal static class FactsPass
{
    public static UnitFacts Run(LedgerRows rows, LedgerTree tree, UnitNumbers units, Guid unit, RankingQuestion question)
    {
        var counting = tree.CountingFor(units.Find(unit));
        var asked = RowScores.AskedMarks(question);
        var years = rows.Classes.All.Select(c => c.Year).ToArray();
        var last = new int[tree.Count];
        var (honours, byYear, families) = (0, new SortedDictionary<int, int>(), new HashSet<AwardFamily>());
        var isFirst = true;
        for (var row = 0; row < rows.Count; row++)
        {
            var (mark, at) = (rows.Marks[row], rows.Units[row]);
            // The rows of one conferral stand together: it counts with the first of them that is asked for.
            isFirst |= !RowMark.IsBehind(mark);
            if (!asked[mark] || !counting[at])
            {
                continue;
            }

            var year = years[rows.ClassNumbers[row]];
            last[at] = Math.Max(last[at], year ?? 0);
            if (isFirst)
            {
                isFirst = false;
                honours++;
                families.Add(RowMark.FamilyOf(mark));
                if (year is { } known)
                {
                    byYear[known] = byYear.GetValueOrDefault(known) + 1;
                }
            }
        }

        return new UnitFacts(honours, byYear, families, LastYears(tree, units, counting, last));
    }

    private static Dictionary<Guid, int> LastYears(LedgerTree tree, UnitNumbers units, bool[] counting, int[] last)
    {
        var downwards = tree.Downwards;
        for (var i = downwards.Length - 1; i >= 0; i--)
        {
            if (tree.AboveOf(downwards[i]) is >= 0 and var above)
            {
                last[above] = Math.Max(last[above], last[downwards[i]]);
            }
        }

        return Enumerable
            .Range(0, last.Length)
            .Where(unit => counting[unit] && last[unit] > 0)
            .ToDictionary(units.IdOf, unit => last[unit]);
    }
}
