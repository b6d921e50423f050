using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Nominations.Eligibility;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>A time that a person worked in a unit, in days written as numbers (20240331); a date known to the month counts from its first day.</summary>
/// <param name="From">0 when nobody said.</param>
/// <param name="To">The first day after it; <see cref="int.MaxValue"/> while it lasts.</param>
internal readonly record struct PostRow(Guid UnitId, int From, int To)
{
    public bool Lasts => To == int.MaxValue;

    public static PostRow Of(Guid unitId, PartialDate? from, PartialDate? to) =>
        new(unitId, from is { } begun ? Number(begun) : 0, to is { } ended ? Number(ended) : int.MaxValue);

    public static int Number(DateOnly day) => (((day.Year * 100) + day.Month) * 100) + day.Day;

    public bool IsOn(int day) => From <= day && day < To;

    private static int Number(PartialDate date) => (((date.Year * 100) + (date.Month ?? 1)) * 100) + (date.Day ?? 1);
}

/// <summary>An honour with who may see it.</summary>
internal readonly record struct HonourRow(HeldHonour Honour, Visibility ShownTo);

/// <summary>What shortlists ask of one person, whoever may see it.</summary>
/// <param name="SortKey">Sorts by pinyin.</param>
/// <param name="Versions">The person's and the page's: they move with everything that is held here.</param>
/// <param name="Honours">From the earliest year on; those without a year last.</param>
internal sealed record RuledPerson(
    Guid Id,
    string Name,
    byte[] SortKey,
    Visibility ShownTo,
    HonoreeStatus Status,
    Visibility StatusShownTo,
    PersonnelFacts? Personnel,
    ImmutableArray<PostRow> Posts,
    ImmutableArray<HeldHonour> Honours,
    ImmutableArray<Visibility> HonoursShownTo,
    (long Own, long Page) Versions
)
{
    /// <summary>The order that people stand in.</summary>
    public static int Compare(RuledPerson one, RuledPerson other) =>
        one.SortKey.AsSpan().SequenceCompareTo(other.SortKey) is var order and not 0 ? order : one.Id.CompareTo(other.Id);

    public bool WorkedIn(HashSet<Guid> units, int day)
    {
        foreach (var post in Posts)
        {
            if (post.IsOn(day) && units.Contains(post.UnitId))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What a viewer sees of rows: the same as the query filters of the viewer's context let through.</summary>
internal sealed class RowSight(Viewer viewer)
{
    private readonly HashSet<Guid> units = [.. viewer.Units.OfType<Guid>()];
    private readonly HashSet<Guid> people = [.. viewer.People];
    private readonly HashSet<Guid> conferrals = [.. viewer.Conferrals];

    /// <summary>The person as a candidate; null for somebody whom the viewer does not see.</summary>
    public Candidate? Of(RuledPerson row, DateOnly on, ImmutableDictionary<string, DeclaredFact> declared)
    {
        if (row.ShownTo > viewer.Sees && !people.Contains(row.Id))
        {
            return null;
        }

        var isOurs = IsOurs(row);
        return new Candidate(
            CandidateKinds.Person,
            row.Id,
            row.Name,
            on,
            HonoursOf(row),
            declared,
            row.StatusShownTo <= viewer.Sees || isOurs ? row.Status : null,
            viewer.Sees == Visibility.HrOnly || isOurs ? row.Personnel : null
        );
    }

    /// <summary>Whether the person works in a unit whose people's facts the viewer sees.</summary>
    private bool IsOurs(RuledPerson row)
    {
        foreach (var post in row.Posts)
        {
            if (post.Lasts && units.Contains(post.UnitId))
            {
                return true;
            }
        }

        return false;
    }

    private ImmutableArray<HeldHonour> HonoursOf(RuledPerson row)
    {
        // Most people hold no honour that is hidden from anybody.
        if (row.HonoursShownTo.IsEmpty)
        {
            return row.Honours;
        }

        return [.. row.Honours.Where((h, i) => row.HonoursShownTo[i] <= viewer.Sees || conferrals.Contains(h.ConferralId))];
    }
}
