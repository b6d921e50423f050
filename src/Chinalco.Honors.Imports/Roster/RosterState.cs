using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Imports.Engine;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Imports.Roster;

/// <summary>A person as the registry has the person now.</summary>
/// <param name="Unit">The present unit as it is printed; null without a present employment.</param>
/// <param name="IsEmployed">Whether an employment lasts.</param>
/// <param name="Version">The version of the person that was looked at.</param>
public sealed record KnownPerson(
    Guid Id,
    string Name,
    string? Number,
    HonoreeStatus Status,
    bool IsEmployed,
    Guid? UnitId,
    string? Unit,
    string? Position,
    PartialDate? Since,
    PersonnelFacts Facts,
    long Version
);

/// <summary>The people whom a roster is compared with.</summary>
public sealed class RosterState
{
    private readonly Dictionary<string, KnownPerson> byNumber;
    private readonly ILookup<string, KnownPerson> withoutNumber;
    private ILookup<string, KnownPerson>? byName;

    /// <param name="otherNumbers">Numbers that people bore besides, and whose they are.</param>
    public RosterState(IReadOnlyList<KnownPerson> people, IReadOnlyDictionary<string, Guid>? otherNumbers = null)
    {
        People = people;
        byNumber = people.Where(p => p.Number is not null).ToDictionary(p => p.Number!, StringComparer.OrdinalIgnoreCase);
        if (otherNumbers is { Count: > 0 })
        {
            var byId = people.ToDictionary(p => p.Id);
            foreach (var (number, id) in otherNumbers)
            {
                if (byId.TryGetValue(id, out var bearer))
                {
                    // A row that still gives the old number says nothing against the one of today.
                    byNumber.TryAdd(number, bearer with { Number = number });
                }
            }
        }

        withoutNumber = people.Where(p => p.Number is null).ToLookup(p => p.Name, StringComparer.Ordinal);
    }

    public IReadOnlyList<KnownPerson> People { get; }

    public KnownPerson? WithNumber(string number) => byNumber.GetValueOrDefault(number);

    /// <summary>People of that name who are known from print and have no number yet.</summary>
    public IEnumerable<KnownPerson> WithoutNumber(string name) => withoutNumber[name];

    /// <summary>People of that name who work in the unit, above or below it, with a number or without.</summary>
    public List<KnownPerson> Named(string name, Guid? unit, UnitDirectory directory) =>
        [.. (byName ??= People.ToLookup(p => p.Name, StringComparer.Ordinal))[name].Where(p => Fits(p, unit, directory))];

    internal static bool Fits(KnownPerson person, Guid? unit, UnitDirectory directory) =>
        person.UnitId is { } theirs && unit is { } told && (directory.IsWithin(theirs, told) || directory.IsWithin(told, theirs));

    /// <summary>Everybody, in three passes over three tables.</summary>
    public static async Task<RosterState> LoadAsync(HonorsContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var present = new Dictionary<Guid, Present>();
        await foreach (
            var e in db
                .Employments.Where(e => e.To == null)
                .Select(e => new Present(e.HonoreeId, e.UnitId, e.UnitText, e.Position, e.From))
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            if (!present.TryGetValue(e.HonoreeId, out var other) || e.IsLaterThan(other))
            {
                present[e.HonoreeId] = e;
            }
        }

        var files = await db.PersonnelFiles.AsNoTracking().ToDictionaryAsync(f => f.HonoreeId, f => f.Facts, cancellationToken);
        var people = new List<KnownPerson>();
        await foreach (
            var h in db
                .Honorees.Select(h => new
                {
                    h.Id,
                    h.Name,
                    h.EmployeeNumber,
                    h.Status,
                    h.Version,
                })
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            var at = present.GetValueOrDefault(h.Id);
            people.Add(
                new KnownPerson(
                    h.Id,
                    h.Name,
                    h.EmployeeNumber,
                    h.Status,
                    at is not null,
                    at?.UnitId,
                    at?.UnitText,
                    at?.Position,
                    at?.From,
                    files.GetValueOrDefault(h.Id) ?? PersonnelFacts.Nothing,
                    h.Version
                )
            );
        }

        var others = (
            await db
                .HonoreeAliases.Where(a => a.Kind == AliasKind.Number)
                .OrderBy(a => a.Id)
                .Select(a => new { a.Text, a.HonoreeId })
                .ToListAsync(cancellationToken)
        ).DistinctBy(a => a.Text, StringComparer.OrdinalIgnoreCase);
        return new RosterState(people, others.ToDictionary(a => a.Text, a => a.HonoreeId, StringComparer.OrdinalIgnoreCase));
    }

    private sealed record Present(Guid HonoreeId, Guid? UnitId, string UnitText, string? Position, PartialDate? From)
    {
        public bool IsLaterThan(Present other) => (From ?? default).CompareTo(other.From ?? default) > 0;
    }
}
