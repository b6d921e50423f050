using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;

namespace Chinalco.Honors.Nominations.Eligibility;

/// <summary>Who can be a candidate.</summary>
[Flags]
public enum CandidateKinds
{
    Person = 1,
    Unit = 2,
    Both = Person | Unit,
}

/// <summary>An honour that a candidate holds, or held.</summary>
/// <param name="AwardCode">The code in the catalogue; null for an award found in print.</param>
/// <param name="TreatmentLevel">The level that it is treated as, where that is another.</param>
public sealed record HeldHonour(
    Guid ConferralId,
    string? AwardCode,
    string AwardName,
    AwardLevel Level,
    AwardLevel? TreatmentLevel,
    AwardFamily Family,
    int? Year,
    ConferralStatus Status
)
{
    /// <summary>Whether it counts: it was conferred, and nobody took it back or found it wrong.</summary>
    public bool Counts => Status is ConferralStatus.Confirmed or ConferralStatus.Expired;

    /// <summary>The level that rules ask about.</summary>
    public AwardLevel Standing => TreatmentLevel ?? Level;

    public FactUsed AsFact =>
        new(
            Year is { } year ? $"{year} 年{AwardName}（{Level.ToChinese()}）" : $"{AwardName}（{Level.ToChinese()}，年份不详）",
            ConferralId
        );
}

/// <summary>What the union found out and entered with its proof: years of membership, an answer of a body that was asked.</summary>
/// <param name="Value">As entered; each rule says what it reads.</param>
/// <param name="Evidence">The paper that says so.</param>
/// <param name="ValidUntil">The last day it holds; null when it does not run out.</param>
public sealed record DeclaredFact(string Value, string Evidence, DateOnly? ValidUntil = null);

/// <summary>What a unit's rules ask about.</summary>
/// <param name="Births">Of everybody whose present employment is in the unit or below; null where nobody knows when.</param>
public sealed record UnitFacts(UnitTier Tier, ImmutableArray<PartialDate?> Births);

/// <summary>What is known of a candidate on one day.</summary>
/// <param name="On">The day the rules ask about: the deadline of the round.</param>
/// <param name="Status">Of a person.</param>
/// <param name="Personnel">What HR's roster says of a person.</param>
/// <param name="Declared">By the key that a rule names.</param>
public sealed record Candidate(
    CandidateKinds Kind,
    Guid Id,
    string Name,
    DateOnly On,
    ImmutableArray<HeldHonour> Honours,
    ImmutableDictionary<string, DeclaredFact> Declared,
    HonoreeStatus? Status = null,
    PersonnelFacts? Personnel = null,
    UnitFacts? Unit = null
)
{
    /// <summary>The declared fact, unless it has run out by the day.</summary>
    public DeclaredFact? Known(string key) =>
        Declared.TryGetValue(key, out var fact) && (fact.ValidUntil is not { } last || last >= On) ? fact : null;

    /// <summary>Whether the fact was declared and has run out.</summary>
    public bool HasRunOut(string key) => Declared.TryGetValue(key, out var fact) && fact.ValidUntil is { } last && last < On;
}
