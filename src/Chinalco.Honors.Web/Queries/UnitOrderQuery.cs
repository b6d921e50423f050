using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>A unit as those see it who change it.</summary>
/// <param name="People">Who works there now, the first five hundred; in the order of their names.</param>
/// <param name="Last">The last change that nobody took back; null when there is none.</param>
public sealed record KeptUnit(
    Unit Unit,
    Named? Parent,
    ImmutableArray<Named> Below,
    ImmutableArray<Named> People,
    int PeopleTotal,
    UnitChange? Last
);

/// <summary>What an order would do.</summary>
/// <param name="Digest">Names everything it rests on.</param>
/// <param name="Units">The units that would be changed, each with what would become of it.</param>
/// <param name="Transfers">From, to and how many people.</param>
/// <param name="Honours">Honours of the unit that would count for its heir.</param>
public sealed record OrderPreview(
    string Digest,
    UnitEvent Kind,
    ImmutableArray<(string Unit, string What, string Value)> Units,
    ImmutableArray<(string From, string To, int People)> Transfers,
    int Honours,
    string? Heir
);

/// <summary>Reads what somebody needs who changes the organisation, within the units of their right.</summary>
public sealed class UnitOrderQuery(IHonorsDatabase database, Scope scope, TimeProvider clock)
{
    private const int MostPeople = 500;

    private const int MostFound = 20;

    /// <returns>Null when there is no such unit, or it is not the user's.</returns>
    public async Task<KeptUnit?> RunAsync(Guid id, bool withPeople, CancellationToken cancellationToken)
    {
        if (!await scope.CoversUnitAsync(Right.KeepUnits, id, cancellationToken))
        {
            return null;
        }

        var db = database.Open();
        await using (db)
        {
            var unit = await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, cancellationToken);
            if (unit is null)
            {
                return null;
            }

            var here = db.Employments.Where(e => e.UnitId == id && e.To == null).Select(e => e.HonoreeId).Distinct();
            return new KeptUnit(
                unit,
                await db
                    .Units.Where(u => u.Id == unit.ParentId)
                    .Select(u => new Named(u.Id, u.Name))
                    .SingleOrDefaultAsync(cancellationToken),
                [
                    .. await db
                        .Units.Where(u => u.ParentId == id && u.DissolvedOn == null)
                        .OrderBy(u => u.Name)
                        .Select(u => new Named(u.Id, u.Name))
                        .ToListAsync(cancellationToken),
                ],
                withPeople
                    ?
                    [
                        .. await db
                            .Honorees.Where(h => here.Contains(h.Id))
                            .OrderBy(h => EF.Property<byte[]>(h, HonorsContext.NameSortKey))
                            .ThenBy(h => h.Id)
                            .Take(MostPeople)
                            .Select(h => new Named(h.Id, h.Name))
                            .ToListAsync(cancellationToken),
                    ]
                    : [],
                await here.CountAsync(cancellationToken),
                await db
                    .UnitChanges.AsNoTracking()
                    .Where(c => c.UnitId == id && c.UndoneAt == null)
                    .OrderByDescending(c => c.DoneAt)
                    .FirstOrDefaultAsync(cancellationToken)
            );
        }
    }

    /// <summary>Units that may be the other one, by a part of their name.</summary>
    public async Task<ImmutableArray<Named>> FindAsync(string text, Guid not, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var found = await db
                .Units.Where(u => u.DissolvedOn == null && u.Id != not && u.Name.Contains(text))
                .OrderBy(u => u.Name)
                .ThenBy(u => u.Id)
                .Select(u => new Named(u.Id, u.Name))
                .ToListAsync(cancellationToken);
            var mine = await scope.UnitsAsync(Right.KeepUnits, cancellationToken);
            return [.. found.Where(u => mine is null || mine.Contains(u.Id)).Take(MostFound)];
        }
    }

    /// <summary>The document with a number.</summary>
    public async Task<Guid?> DocumentAsync(string number, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db.Documents.Where(d => d.Number == number).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancellationToken);
        }
    }

    /// <summary>Whether the order concerns nobody else's units: the unit, where it stands, and the other one.</summary>
    public async Task<bool> IsMineAsync(UnitOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (await scope.UnitsAsync(Right.KeepUnits, cancellationToken) is not { } mine)
        {
            return true;
        }

        var db = database.Open();
        await using (db)
        {
            var parent = await db.Units.Where(u => u.Id == order.UnitId).Select(u => u.ParentId).SingleOrDefaultAsync(cancellationToken);
            List<Guid?> concerned = order switch
            {
                MoveOrder move => [order.UnitId, parent, move.ParentId],
                MergeOrder merge => [order.UnitId, parent, merge.HeirId],
                SplitOrder => [order.UnitId, parent],
                DissolveOrder dissolve => [order.UnitId, parent, dissolve.PeopleTo ?? order.UnitId],
                _ => [order.UnitId],
            };
            return concerned.TrueForAll(mine.Contains);
        }
    }

    /// <summary>What the order would do; nothing is written.</summary>
    /// <exception cref="RuleBrokenException">It cannot be carried out.</exception>
    public async Task<OrderPreview> PreviewAsync(UnitOrder order, Guid changeId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var db = database.Open();
        await using (db)
        {
            var today = UnitReorganisations.Today(clock.GetUtcNow());
            var change = await OrderedChange.CarryOutAsync(db, order, changeId, today, cancellationToken);
            var names = change.Units.ToDictionary(u => u.Id, u => u.Name);
            var heir = change.Unit.HeirId;
            return new OrderPreview(
                change.Digest,
                change.Kind,
                [.. change.Units.SelectMany(u => Changes(db, u, change.Founded.Contains(u), names))],
                [.. change.Transfers.Select(t => (t.From.Name, t.To.Name, t.Posts.Length))],
                heir is null ? 0 : await db.Recipients.CountAsync(r => r.UnitId == order.UnitId, cancellationToken),
                heir is { } id ? names[id] : null
            );
        }
    }

    private static IEnumerable<(string, string, string)> Changes(HonorsContext db, Unit unit, bool isNew, Dictionary<Guid, string> names)
    {
        var entry = db.Entry(unit);
        if (isNew)
        {
            yield return (unit.Name, nameof(UnitEvent.Founded), unit.Tier.ToChinese());
            yield break;
        }

        if (entry.Property(u => u.Name).IsModified)
        {
            yield return (entry.Property(u => u.Name).OriginalValue, nameof(UnitEvent.Renamed), unit.Name);
        }

        if (entry.Property(u => u.ParentId).IsModified)
        {
            yield return (unit.Name, nameof(UnitEvent.Moved), unit.ParentId is { } parent ? names.GetValueOrDefault(parent, "") : "");
        }

        if (unit.DissolvedOn is not null && entry.Property(u => u.DissolvedOn).IsModified)
        {
            yield return (unit.Name, nameof(UnitEvent.Dissolved), unit.HeirId is { } heir ? names[heir] : "");
        }
    }
}
