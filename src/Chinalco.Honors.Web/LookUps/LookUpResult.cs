using System.Collections.Immutable;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Web.Queries;

namespace Chinalco.Honors.Web.LookUps;

/// <summary>What became of a line.</summary>
public enum LookUpOutcome
{
    /// <summary>One person fits, or was chosen.</summary>
    Found = 1,

    /// <summary>Several people bear the name, and nothing says which is meant.</summary>
    Unclear = 2,

    /// <summary>Nobody whom the viewer may look up fits.</summary>
    Missing = 3,
}

/// <summary>What the reader must know of a line besides its person.</summary>
public enum LookUpWarning
{
    /// <summary>There are others of that name; the unit, the number or the user decided.</summary>
    HasNamesakes = 1,

    /// <summary>The number's bearer has another name than the line says.</summary>
    OtherName = 2,

    /// <summary>The line names a unit that the person does not belong to.</summary>
    OtherUnit = 3,

    /// <summary>The number is nobody's, or nobody's whom the viewer may look up; the name decided.</summary>
    NumberUnknown = 4,
}

/// <summary>One line of the answer.</summary>
/// <param name="Person">Whom it means; null when that is unclear or nobody.</param>
/// <param name="Candidates">The bearers of the name to choose from: at most <see cref="LookUpQuery.MostCandidates"/>.</param>
/// <param name="Namesakes">How many people bear the name.</param>
public sealed record LookUpRow(
    LookUpEntry Entry,
    LookUpOutcome Outcome,
    LookedUpPerson? Person,
    ImmutableArray<LookUpWarning> Warnings,
    ImmutableArray<LookUpCandidate> Candidates,
    int Namesakes
)
{
    /// <summary>People with a similar name, where nobody was found.</summary>
    public ImmutableArray<PersonHint> Near { get; init; } = [];
}

/// <summary>A namesake to choose.</summary>
/// <param name="Honours">Honours that count.</param>
public sealed record LookUpCandidate(PersonHint Person, int Honours);

/// <summary>A person with a summary of the honours that count.</summary>
/// <param name="ByNumber">The employee number led here: a look at a number.</param>
/// <param name="Honours">From the last year to the first; revoked ones too.</param>
public sealed record LookedUpPerson(PersonHint Hint, bool ByNumber, ImmutableArray<LookedUpHonour> Honours)
{
    public IEnumerable<LookedUpHonour> Counting => Honours.Where(h => h.Counts);

    public int CountOf(AwardLevel level) => Counting.Count(h => h.Level == level);

    public LookedUpHonour? Highest => Counting.MinBy(h => (h.Level, -(h.Year ?? 0)));

    public LookedUpHonour? Latest => Counting.Where(h => h.Year is not null).MaxBy(h => h.Year);
}

/// <summary>One honour of somebody on the list.</summary>
/// <param name="Recipients">How many received it in the same act.</param>
public sealed record LookedUpHonour(
    Guid HonoreeId,
    Guid ConferralId,
    string Award,
    string AwardAsPrinted,
    AwardLevel Level,
    int? Year,
    string? Edition,
    string? ConferringBody,
    string? Document,
    string? DocumentNumber,
    DateOnly? DocumentDate,
    ConferralStatus Status,
    string? StatusReason,
    int Recipients,
    RevocationLine? Revocation
)
{
    public bool Counts => Status is ConferralStatus.Confirmed or ConferralStatus.Expired;
}

/// <summary>The answer to a list.</summary>
public sealed record LookUpResult(ImmutableArray<LookUpRow> Rows)
{
    public int CountOf(LookUpOutcome outcome) => Rows.Count(r => r.Outcome == outcome);

    /// <summary>Everybody found, once.</summary>
    public IEnumerable<LookedUpPerson> People => Rows.Select(r => r.Person).OfType<LookedUpPerson>().DistinctBy(p => p.Hint.Id);
}
