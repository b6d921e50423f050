using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Tables;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>A person's entry as whoever keeps it corrects it.</summary>
/// <param name="Person">With the employments.</param>
/// <param name="UnitName">The unit of the tree that the present post belongs to; null when it is none.</param>
public sealed record KeptEntry(Honoree Person, string? UnitName);

/// <summary>A unit of the tree that a text means.</summary>
/// <param name="IsTheirs">Whether the user's right reaches it.</param>
public sealed record MeantPlace(Guid Id, string Name, bool IsTheirs);

/// <summary>Reads a person's entry for those who correct it.</summary>
public sealed class PersonEntryQuery(ReadingDatabase database, Scope scope)
{
    /// <summary>
    /// Whether the user corrects the person's entry: HR of the units that it works in, else of all units that it is known from; of whom no unit
    /// is known, HR of the group.
    /// </summary>
    public async Task<bool> MayAsync(Guid id, CancellationToken cancellationToken) =>
        await scope.ReachesAsync(Right.KeepPeople, id, cancellationToken)
        ?? await scope.CoversGroupAsync(Right.KeepPeople, cancellationToken);

    /// <returns>Null when there is no such person, or the user does not keep the entry.</returns>
    public async Task<KeptEntry?> OneAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await MayAsync(id, cancellationToken))
        {
            return null;
        }

        var db = database.Open();
        await using (db)
        {
            var person = await db
                .Honorees.AsNoTracking()
                .Include(h => h.Employments)
                .FirstOrDefaultAsync(h => h.Id == id && h.MergedIntoId == null, cancellationToken);
            var unit = person?.PresentPost?.UnitId;
            return person is null
                ? null
                : new KeptEntry(person, await db.Units.Where(u => u.Id == unit).Select(u => u.Name).FirstOrDefaultAsync(cancellationToken));
        }
    }

    /// <summary>The unit of the tree that a text means, found as rosters find it: company, plant and team one after the other.</summary>
    /// <returns>Null when nothing says which.</returns>
    public async Task<MeantPlace?> PlaceAsync(string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var db = database.Open();
        await using (db)
        {
            var directory = await UnitDirectory.LoadAsync(db, cancellationToken);
            var found = directory.Find(CellText.Plain(text).Replace(" ", "", StringComparison.Ordinal));
            var name = await db.Units.Where(u => u.Id == found).Select(u => u.Name).FirstOrDefaultAsync(cancellationToken);
            return found is { } id && name is not null
                ? new MeantPlace(id, name, await scope.CoversUnitAsync(Right.KeepPeople, id, cancellationToken))
                : null;
        }
    }
}
