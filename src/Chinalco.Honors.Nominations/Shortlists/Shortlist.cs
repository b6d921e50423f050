using System.Collections.Immutable;
using Chinalco.Honors.Nominations.Eligibility;
using Chinalco.Honors.Nominations.Programmes;

namespace Chinalco.Honors.Nominations.Shortlists;

/// <summary>Somebody who is eligible, or nearly.</summary>
/// <param name="Open">The clause that is still open, counted from 0 in the programme; null for whoever is eligible.</param>
public sealed record Listed(Candidate Candidate, int? Open, Merit Merit)
{
    public Verdict Verdict => Open is null ? Verdict.Eligible : Verdict.NearlyEligible;
}

/// <summary>
/// Sifts many candidates by a programme. Each is left as soon as a second clause is open, or one is broken for good; nobody is judged in words.
/// The same people come out, with the same open clause, as when every clause judges everybody.
/// </summary>
public static class Shortlist
{
    /// <summary>
    /// Who is eligible or nearly: the eligible first, then by <see cref="Merit"/>, the best first; whoever is equal in all that stays in the
    /// order given.
    /// </summary>
    public static ImmutableArray<Listed> Of(Programme programme, IEnumerable<Candidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(candidates);
        List<Listed> listed = [];
        List<ulong> order = [];
        foreach (var candidate in candidates)
        {
            if (Passes(programme, candidate, out var open))
            {
                var one = new Listed(candidate, open, Merit.Of(candidate));
                order.Add(((open is null ? 0UL : 1UL) << 60) | ((ulong)one.Merit.Order << 32) | (uint)listed.Count);
                listed.Add(one);
            }
        }

        // What is alike in all else keeps its place: it is the lowest part of the number.
        order.Sort();
        var sorted = ImmutableArray.CreateBuilder<Listed>(order.Count);
        foreach (var number in order)
        {
            sorted.Add(listed[(int)(uint)number]);
        }

        return sorted.MoveToImmutable();
    }

    /// <param name="open">The one clause that is open, if one is.</param>
    private static bool Passes(Programme programme, Candidate candidate, out int? open)
    {
        open = null;
        for (var clause = 0; clause < programme.Clauses.Length; clause++)
        {
            var rule = programme.Clauses[clause].Rule;
            var foreseen = rule.For.HasFlag(candidate.Kind) ? rule.Foresee(candidate) : Foresight.Satisfied;
            if (foreseen == Foresight.Closed || (foreseen == Foresight.Open && open is not null))
            {
                return false;
            }

            if (foreseen == Foresight.Open)
            {
                open = clause;
            }
        }

        return true;
    }
}
