using System.Collections.Immutable;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;

namespace Chinalco.Honors.Nominations.Eligibility;

/// <summary>An honour of one of some levels was received before.</summary>
/// <param name="levels">All that count: 省部级及以上 is two of them, for a company's level is not a province's.</param>
/// <param name="families">Of these families; empty for any.</param>
public sealed class AnHonourOfTheseLevelsWasReceivedBefore(ImmutableHashSet<AwardLevel> levels, ImmutableHashSet<AwardFamily> families)
    : IEligibilityRule
{
    private readonly string words = string.Join('、', levels.Order().Select(l => l.ToChinese()));

    public CandidateKinds For => CandidateKinds.Both;

    public string Condition =>
        families.IsEmpty ? $"已获得{words}荣誉" : $"已获得{string.Join('、', families.Order().Select(f => f.ToChinese()))}类{words}荣誉";

    public Foresight Foresee(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        foreach (var honour in candidate.Honours)
        {
            if (honour.Counts && levels.Contains(honour.Standing) && (families.IsEmpty || families.Contains(honour.Family)))
            {
                return Foresight.Satisfied;
            }
        }

        return Foresight.Open;
    }

    public RuleAnswer Judge(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        var counting = candidate.Honours.Where(h => h.Counts && (families.IsEmpty || families.Contains(h.Family))).ToList();
        return
            counting.Where(h => levels.Contains(h.Standing)).OrderBy(h => h.Standing).ThenBy(h => h.Year ?? int.MaxValue).FirstOrDefault()
                is { } held
            ? RuleAnswer.Satisfied($"已获{held.AwardName}。", held.AsFact)
            : RuleAnswer.Broken(
                $"登记册中没有{words}荣誉。",
                "如已获得而尚未登记，请凭证书补登；否则须先获得一项。",
                [.. counting.OrderBy(h => h.Standing).Take(1).Select(h => h.AsFact)]
            );
    }
}

/// <summary>None of the awards was received before: it is not conferred twice.</summary>
/// <param name="awards">Codes in the catalogue with their names.</param>
/// <param name="inPrinciple">The clause says 原则上: an exception is possible, with a reason.</param>
public sealed class ThisAwardWasNotReceivedBefore(ImmutableDictionary<string, string> awards, bool inPrinciple) : IEligibilityRule
{
    public CandidateKinds For => CandidateKinds.Both;

    public string Condition => $"{(inPrinciple ? "原则上" : "")}未获得过{string.Join('、', awards.Values.Order(StringComparer.Ordinal))}";

    public Foresight Foresee(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        foreach (var honour in candidate.Honours)
        {
            if (honour.Counts && honour.AwardCode is { } code && awards.ContainsKey(code))
            {
                return inPrinciple ? Foresight.Open : Foresight.Closed;
            }
        }

        return Foresight.Satisfied;
    }

    public RuleAnswer Judge(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate.Honours.FirstOrDefault(h => h.Counts && h.AwardCode is { } code && awards.ContainsKey(code)) is { } held
            ? RuleAnswer.Broken(
                $"已获得过{held.AwardName}。",
                inPrinciple ? "条款为“原则上”：确需推荐的，须说明理由并报主办单位同意。" : null,
                held.AsFact
            )
            : RuleAnswer.Satisfied("未获得过。");
    }
}

/// <summary>No honour of the candidate was revoked.</summary>
public sealed class NoHonourWasRevoked : IEligibilityRule
{
    public CandidateKinds For => CandidateKinds.Both;

    public string Condition => "所获荣誉未被撤销过";

    public Foresight Foresee(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        foreach (var honour in candidate.Honours)
        {
            if (honour.Status == ConferralStatus.Revoked)
            {
                return Foresight.Open;
            }
        }

        return Foresight.Satisfied;
    }

    public RuleAnswer Judge(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate.Honours.FirstOrDefault(h => h.Status == ConferralStatus.Revoked) is { } revoked
            ? RuleAnswer.Broken($"{revoked.AwardName}已被撤销。", "请先核对撤销依据；撤销有误的，更正后再报。", revoked.AsFact)
            : RuleAnswer.Satisfied("没有被撤销的荣誉。");
    }
}

/// <summary>Whoever holds an honour of some levels already has another since, within the last years.</summary>
/// <param name="years">Calendar years back from the round's, the round's included.</param>
public sealed class EarlierHoldersHaveNewResults(ImmutableHashSet<AwardLevel> levels, int years) : IEligibilityRule
{
    /// <summary>The declared fact with the new results.</summary>
    public const string Key = "新的突出成绩";

    private readonly string words = string.Join('、', levels.Order().Select(l => l.ToChinese()));

    public CandidateKinds For => CandidateKinds.Both;

    public string Condition => $"已获{words}荣誉的，近 {years} 年内须有新的突出成绩";

    public Foresight Foresee(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        HeldHonour? earlier = null;
        foreach (var honour in candidate.Honours)
        {
            if (honour.Counts && levels.Contains(honour.Standing) && (earlier is null || YearOf(honour) < YearOf(earlier)))
            {
                earlier = honour;
            }
        }

        if (earlier is null || candidate.Known(Key) is not null)
        {
            return Foresight.Satisfied;
        }

        foreach (var honour in candidate.Honours)
        {
            if (honour.Counts && honour.ConferralId != earlier.ConferralId && honour.Year >= SinceOf(candidate))
            {
                return Foresight.Satisfied;
            }
        }

        return Foresight.Open;
    }

    public RuleAnswer Judge(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        var earlier = candidate.Honours.Where(h => h.Counts && levels.Contains(h.Standing)).MinBy(YearOf);
        if (earlier is null)
        {
            return RuleAnswer.Satisfied($"此前没有{words}荣誉，不适用。");
        }

        var since = SinceOf(candidate);
        return candidate.Honours.Where(h => h.Counts && h.ConferralId != earlier.ConferralId && h.Year >= since).MaxBy(h => h.Year)
                is { } recent
                ? RuleAnswer.Satisfied($"近 {years} 年内获{recent.AwardName}。", recent.AsFact, earlier.AsFact)
            : candidate.Known(Key) is { } told
                ? RuleAnswer.Satisfied("已填报新的突出成绩。", new FactUsed(told.Value, Evidence: told.Evidence), earlier.AsFact)
            : RuleAnswer.Unknown("登记册中没有近年的新荣誉。", $"请补充 {since} 年以来的突出成绩及证明。", earlier.AsFact);
    }

    private static int YearOf(HeldHonour honour) => honour.Year ?? int.MaxValue;

    private int SinceOf(Candidate candidate) => candidate.On.Year - years + 1;
}
