using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Ingestion.Lexicons;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Seeding;

/// <summary>
/// Enters a catalogue of units, awards and people: set-based commands in batches, with the audit and the ids of single ones. What the
/// registry holds already is left as it is, so the same catalogue twice changes nothing.
/// </summary>
public sealed class CatalogueImport(CommandTransaction transaction)
{
    private const int BatchSize = 500;

    private static readonly Guid Units = new("5d1f3a5e-9a55-4bb2-8f43-6a7b5a0c1e01");
    private static readonly Guid Awards = new("5d1f3a5e-9a55-4bb2-8f43-6a7b5a0c1e02");
    private static readonly Guid People = new("5d1f3a5e-9a55-4bb2-8f43-6a7b5a0c1e03");

    /// <summary>The id of the unit with a catalogue code.</summary>
    public static Guid UnitId(string code) => DerivedId.From(Units, code);

    /// <summary>The id of the award with a catalogue code.</summary>
    public static Guid AwardId(string code) => DerivedId.From(Awards, code);

    /// <summary>The id of the person with an employee number.</summary>
    public static Guid HonoreeId(string employeeNumber) => DerivedId.From(People, employeeNumber);

    /// <param name="units">Parents before or after their children; every parent is in the catalogue.</param>
    public async Task ImportUnitsAsync(ImmutableArray<UnitEntry> units, Actor actor)
    {
        foreach (var level in ByDepth(units))
        {
            await ImportAsync(
                level,
                u => UnitId(u.Code),
                db => db.Units.Select(u => u.Id),
                actor,
                (scope, entry) =>
                {
                    var unit = new Unit(
                        UnitId(entry.Code),
                        entry.Code,
                        entry.Name,
                        entry.Tier,
                        entry.Parent is { } parent ? UnitId(parent) : null,
                        entry.Place,
                        entry.Summary,
                        entry.IsInvented
                    );
                    foreach (var alias in entry.Aliases)
                    {
                        unit.AddName(alias, UnitNameKind.Alias);
                    }

                    foreach (var former in entry.NamesOverTime)
                    {
                        unit.AddName(former.Name, UnitNameKind.Former, Year(former.From), Year(former.To));
                    }

                    scope.Db.Units.Add(unit);
                    scope.AuditNew(new AuditSubject("unit", unit.Id), "unit.import", entry);
                }
            );
        }
    }

    public Task ImportAwardsAsync(ImmutableArray<AwardEntry> awards, Actor actor) =>
        ImportAsync(
            awards,
            a => AwardId(a.Code),
            db => db.Awards.Select(a => a.Id),
            actor,
            (scope, entry) =>
            {
                var award = new Award(
                    AwardId(entry.Code),
                    entry.Code,
                    entry.Name,
                    entry.Level,
                    entry.Family,
                    entry.ConferringBody,
                    new AwardDetails(entry.TreatmentLevel, entry.Cycle, entry.Summary, [.. entry.Recipients], entry.IsGeneric)
                );
                foreach (var alias in entry.Aliases)
                {
                    award.AddAlias(alias);
                }

                scope.Db.Awards.Add(award);
                scope.AuditNew(new AuditSubject("award", award.Id), "award.import", entry);
            }
        );

    /// <summary>Enters the sample roster.</summary>
    /// <param name="units">The catalogue that the people's units are found in.</param>
    public Task ImportSamplePeopleAsync(ImmutableArray<PersonEntry> people, ImmutableArray<UnitEntry> units, Actor actor)
    {
        var places = new UnitPlaces(units);
        return ImportAsync(
            people,
            p => HonoreeId(p.Id),
            db => db.Honorees.Select(h => h.Id),
            actor,
            (scope, entry) =>
            {
                var honoree = new Honoree(
                    HonoreeId(entry.Id),
                    entry.Name,
                    entry.Id,
                    entry.Status ?? HonoreeStatus.Active,
                    IsInvented(entry)
                );
                var unit = places.Find(entry.Unit);
                honoree.Employ(unit is null ? null : UnitId(unit.Code), entry.Unit, entry.Position, Year(entry.HireYear));
                scope.Db.Honorees.Add(honoree);
                scope.AuditNew(new AuditSubject("honoree", honoree.Id), "honoree.import", entry);
            }
        );
    }

    private async Task ImportAsync<T>(
        IEnumerable<T> entries,
        Func<T, Guid> idOf,
        Func<Data.HonorsContext, IQueryable<Guid>> existing,
        Actor actor,
        Action<CommandScope, T> enter
    )
    {
        foreach (var batch in entries.Chunk(BatchSize))
        {
            var outcome = await transaction.RunAsync(
                CommandStamp.New(actor, "目录导入"),
                "catalogue.import",
                async scope =>
                {
                    var ids = batch.Select(idOf).ToList();
                    var known = (await existing(scope.Db).Where(id => ids.Contains(id)).ToListAsync()).ToHashSet();
                    foreach (var entry in batch.Where(entry => !known.Contains(idOf(entry))))
                    {
                        enter(scope, entry);
                    }

                    await scope.Db.SaveInBulkAsync();
                    return known.Count == batch.Length ? CommandOutcome.NothingToDo(Guid.Empty, 0) : CommandOutcome.Applied(Guid.Empty, 0);
                }
            );
            if (!outcome.Succeeded)
            {
                throw new SeedFileException($"目录导入失败：{outcome.Message}");
            }
        }
    }

    /// <summary>The tree from the top down, so that a parent stands before its children.</summary>
    private static IEnumerable<List<UnitEntry>> ByDepth(ImmutableArray<UnitEntry> units)
    {
        var children = units.ToLookup(u => u.Parent, StringComparer.Ordinal);
        for (List<UnitEntry> level = [.. children[null]]; level.Count > 0; level = [.. level.SelectMany(u => children[u.Code])])
        {
            yield return level;
        }
    }

    /// <summary>Employee numbers of the sample roster that begin with S1 are invented people; S0 are named in print.</summary>
    private static bool IsInvented(PersonEntry entry) => entry.Id.StartsWith("S1", StringComparison.Ordinal);

    private static PartialDate? Year(string? year) => string.IsNullOrEmpty(year) ? null : PartialDate.Parse(year);
}
