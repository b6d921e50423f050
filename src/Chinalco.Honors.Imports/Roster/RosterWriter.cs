using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Imports.Engine;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Imports.Roster;

/// <summary>Writes one batch of a roster's changes inside a command: everybody with the record of it, and the pages that show it.</summary>
internal static class RosterWriter
{
    private const string Kind = "honoree";

    /// <returns>How many of the changes somebody else had overtaken since they were looked at; they are left for a new look.</returns>
    public static async Task<int> WriteAsync(
        CommandScope scope,
        ImportSource source,
        RosterOptions options,
        IReadOnlyList<RosterChange> batch
    )
    {
        // Nothing of the new ones is loaded, only whether they are there by now: most batches hold nobody else.
        var ids = batch.Where(c => c.Kind != ImportChangeKind.New).Select(c => c.HonoreeId).ToList();
        var people = await scope
            .Db.Honorees.Include(h => h.Employments)
            .Include(h => h.Aliases)
            .AsSplitQuery()
            .Where(h => EF.Parameter(ids).Contains(h.Id))
            .ToDictionaryAsync(h => h.Id);
        var files = await scope.Db.PersonnelFiles.Where(f => EF.Parameter(ids).Contains(f.HonoreeId)).ToDictionaryAsync(f => f.HonoreeId);
        var (entered, numbers) = (await EnteredAsync(scope, batch), await TakenNumbersAsync(scope, batch));
        await scope.PrepareChainsAsync(Kind, people.Keys);
        var (units, beginners, overtaken) = (new HashSet<Guid>(), new List<object>(4 * batch.Count), 0);
        foreach (var change in batch)
        {
            var person = people.GetValueOrDefault(change.HonoreeId);
            if (IsOvertaken(change, person, entered, numbers))
            {
                overtaken++;
                continue;
            }

            units.UnionWith(person?.Employments.Select(e => e.UnitId).OfType<Guid>() ?? []);
            if (change.UnitId is { } unit)
            {
                units.Add(unit);
            }

            if (person is null)
            {
                beginners.AddRange(Beginner(change, options));
                beginners.Add(
                    scope.BeginChain(
                        new AuditSubject(Kind, change.HonoreeId),
                        "honoree.import",
                        new
                        {
                            source.FileName,
                            change.Row,
                            change.UnitId,
                        }
                    )
                );
            }
            else
            {
                Change(scope, person, files.GetValueOrDefault(person.Id), change, options);
                await scope.AuditAsync(
                    new AuditSubject(Kind, person.Id),
                    ActionOf(change),
                    new
                    {
                        source.FileName,
                        change.Line,
                        change.Fields,
                    }
                );
            }
        }

        scope.PagesChanged([.. people.Keys], units, []);
        await scope.Db.SaveInBulkAsync(beginners);
        return overtaken;
    }

    private static bool IsOvertaken(RosterChange change, Honoree? person, HashSet<Guid> entered, HashSet<string> takenNumbers) =>
        change.Kind == ImportChangeKind.New
            ? entered.Contains(change.HonoreeId) || (change.Number is { } number && takenNumbers.Contains(number))
            : person is null || person.Version != change.SeenVersion;

    /// <summary>Those of the new people whom somebody has entered since.</summary>
    private static async Task<HashSet<Guid>> EnteredAsync(CommandScope scope, IReadOnlyList<RosterChange> batch)
    {
        var ids = batch.Where(c => c.Kind == ImportChangeKind.New).Select(c => c.HonoreeId).ToList();
        return ids.Count == 0
            ? []
            : [.. await scope.Db.Honorees.Where(h => EF.Parameter(ids).Contains(h.Id)).Select(h => h.Id).ToListAsync()];
    }

    private static async Task<HashSet<string>> TakenNumbersAsync(CommandScope scope, IReadOnlyList<RosterChange> batch)
    {
        var told = batch.Where(c => c.Kind == ImportChangeKind.New && c.Number is not null).Select(c => c.Number!).ToList();
        return told.Count == 0
            ? []
            :
            [
                .. await scope
                    .Db.Honorees.Where(h => EF.Parameter(told).Contains(h.EmployeeNumber!))
                    .Select(h => h.EmployeeNumber!)
                    .ToListAsync(),
            ];
    }

    private static IEnumerable<object> Beginner(RosterChange change, RosterOptions options)
    {
        var row = change.Row!;
        var person = new Honoree(change.HonoreeId, row.Name, row.Number, row.Status ?? HonoreeStatus.Active);
        yield return person;
        yield return person.Employ(change.UnitId, row.UnitText, row.Position, row.Since ?? options.AsOf);
        if (row.Facts != PersonnelFacts.Nothing)
        {
            yield return new PersonnelFile(person.Id, row.Facts);
        }
    }

    private static void Change(CommandScope scope, Honoree person, PersonnelFile? file, RosterChange change, RosterOptions options)
    {
        if (change.Kind == ImportChangeKind.Left)
        {
            person.EndEmployments(options.AsOf);
            return;
        }

        var row = change.Row!;
        if (person.Name != row.Name)
        {
            person.Rename(row.Name);
        }

        if (
            row.Number is { } number
            && person.EmployeeNumber != number
            && !person.Aliases.Any(a => a.Kind == AliasKind.Number && a.Text == number)
        )
        {
            person.GiveNumber(number);
        }

        if (row.Status is { } status && status != person.Status)
        {
            person.ChangeStatus(status);
        }

        Employ(person, change, row, options);
        if (file is not null)
        {
            file.Take(row.Facts);
        }
        else if (row.Facts != PersonnelFacts.Nothing)
        {
            scope.Db.PersonnelFiles.Add(new PersonnelFile(person.Id, row.Facts));
        }

        // The personnel file is the person's too: whoever has the old version looks again.
        person.Touch();
    }

    /// <summary>Another unit or another post is another employment; the one before ends where it begins.</summary>
    private static void Employ(Honoree person, RosterChange change, RosterRow row, RosterOptions options)
    {
        var present = person.CurrentEmployment is { To: null } lasting ? lasting : null;
        var isOtherPost = row.Position is not null && row.Position != present?.Position;
        if (change.Kind != ImportChangeKind.Moved && !isOtherPost)
        {
            return;
        }

        var on = change.Kind == ImportChangeKind.Moved ? FirstDay(row.Since, present, options.AsOf) : options.AsOf;
        var (unitId, unitText) =
            change.Kind == ImportChangeKind.Moved || present is null ? (change.UnitId, row.UnitText) : (present.UnitId, present.UnitText);
        person.EndEmployments(on);
        person.Employ(unitId, unitText, row.Position ?? (change.Kind == ImportChangeKind.Moved ? null : present?.Position), on);
    }

    /// <summary>The day that the roster gives for the new unit, unless it lies before the employment that it ends.</summary>
    private static PartialDate FirstDay(PartialDate? since, Employment? present, PartialDate asOf) =>
        since is { } told && (present?.From is not { } before || told >= before) && told <= asOf ? told : asOf;

    private static string ActionOf(RosterChange change) =>
        change.Kind switch
        {
            ImportChangeKind.Left => "honoree.leave",
            ImportChangeKind.Moved => "honoree.move",
            _ => "honoree.update",
        };
}
