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
/// registry holds already, by its code, number or name, is left as it is: the same catalogue twice changes nothing, and a newer one does not
/// stumble over what somebody entered before it.
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
                [new(u => u.Code, db => db.Units.Select(u => u.Code))],
                actor,
                async (scope, entries) =>
                {
                    var codes = entries.Select(e => e.Parent).OfType<string>().Distinct().ToList();
                    var parents = await scope
                        .Db.Units.Where(u => u.Code != null && codes.Contains(u.Code))
                        .ToDictionaryAsync(u => u.Code!, u => u.Id);
                    foreach (var entry in entries)
                    {
                        Enter(scope, entry, entry.Parent is { } parent ? parents[parent] : null);
                    }
                }
            );
        }
    }

    private static void Enter(CommandScope scope, UnitEntry entry, Guid? parent)
    {
        var unit = new Unit(UnitId(entry.Code), entry.Code, entry.Name, entry.Tier, parent, entry.Place, entry.Summary, entry.IsInvented);
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

    public Task ImportAwardsAsync(ImmutableArray<AwardEntry> awards, Actor actor) =>
        ImportAsync(
            awards,
            [new(a => a.Code, db => db.Awards.Select(a => a.Code)), new(a => a.Name, db => db.Awards.Select(a => a.Name))],
            actor,
            Each<AwardEntry>(
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
            )
        );

    /// <summary>Enters the sample roster.</summary>
    /// <param name="units">The catalogue that the people's units are found in.</param>
    public Task ImportSamplePeopleAsync(ImmutableArray<PersonEntry> people, ImmutableArray<UnitEntry> units, Actor actor)
    {
        var places = new UnitPlaces(units);
        return ImportAsync(
            people,
            [new(p => p.Id, db => db.Honorees.Select(h => h.EmployeeNumber))],
            actor,
            Each<PersonEntry>(
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
            )
        );
    }

    private async Task ImportAsync<T>(IEnumerable<T> entries, Key<T>[] keys, Actor actor, Func<CommandScope, List<T>, Task> enter)
    {
        foreach (var batch in entries.Chunk(BatchSize))
        {
            var outcome = await transaction.RunAsync(
                CommandStamp.New(actor, "目录导入"),
                "catalogue.import",
                async scope =>
                {
                    var unknown = batch.ToList();
                    foreach (var key in keys)
                    {
                        var sought = unknown.ConvertAll(e => (string?)key.Of(e));
                        var held = (await key.Held(scope.Db).Where(k => sought.Contains(k)).ToListAsync()).ToHashSet();
                        unknown.RemoveAll(e => held.Contains(key.Of(e)));
                    }

                    if (unknown.Count == 0)
                    {
                        return CommandOutcome.NothingToDo(Guid.Empty, 0);
                    }

                    await enter(scope, unknown);
                    await scope.Db.SaveInBulkAsync();
                    return CommandOutcome.Applied(Guid.Empty, 0);
                }
            );
            if (!outcome.Succeeded)
            {
                throw new SeedFileException($"目录导入失败：{outcome.Message}");
            }
        }
    }

    private static Func<CommandScope, List<T>, Task> Each<T>(Action<CommandScope, T> enter) =>
        (scope, entries) =>
        {
            entries.ForEach(entry => enter(scope, entry));
            return Task.CompletedTask;
        };

    /// <summary>What no two entries and no two entities share.</summary>
    private sealed record Key<T>(Func<T, string> Of, Func<Data.HonorsContext, IQueryable<string?>> Held);

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
