using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Units;

/// <summary>People who work in one unit and go to another.</summary>
/// <param name="Posts">Their present employments there, not tracked.</param>
public sealed record Transfer(Unit From, Unit To, ImmutableArray<Employment> Posts);

/// <summary>
/// An order carried out on tracked units, for a preview that is thrown away or a command that saves it: both run the same rules on the same rows.
/// People are only named; whoever saves moves them.
/// </summary>
public sealed class OrderedChange
{
    private readonly HonorsContext db;
    private readonly Guid changeId;
    private readonly PartialDate on;
    private readonly Guid? documentId;
    private readonly Dictionary<Guid, Guid?> parents;
    private readonly Dictionary<Guid, Unit> units = [];
    private readonly List<Transfer> transfers = [];
    private readonly List<Unit> founded = [];

    private OrderedChange(HonorsContext db, Guid changeId, UnitOrder order, PartialDate on, Dictionary<Guid, Guid?> parents) =>
        (this.db, this.changeId, this.on, documentId, this.parents) = (db, changeId, on, order.DocumentId, parents);

    /// <summary>The unit it happens to; of a founding, the new one.</summary>
    public Unit Unit { get; private set; } = null!;

    public UnitEvent Kind { get; private set; }

    public IReadOnlyList<Transfer> Transfers => transfers;

    /// <summary>The units that begin.</summary>
    public IReadOnlyList<Unit> Founded => founded;

    /// <summary>Every unit that is changed or stands beside one that is.</summary>
    public IEnumerable<Unit> Units => units.Values;

    /// <summary>Names everything the change rests on: the units with their versions, and who works where.</summary>
    public string Digest { get; private set; } = "";

    /// <param name="changeId">The command's id, from which those of new units follow.</param>
    /// <param name="today">Nothing is ordered for later.</param>
    /// <exception cref="RuleBrokenException">The order cannot be carried out.</exception>
    public static async Task<OrderedChange> CarryOutAsync(
        HonorsContext db,
        UnitOrder order,
        Guid changeId,
        PartialDate today,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(order);
        var day = ToldDate.Of(order.On) ?? throw new RuleBrokenException(new TextIsGiven("日期", order.On, longest: 10));
        Require.That(new AChangeHasHappened(day, today));
        await References.MustExistAsync(db.Documents.Select(d => d.Id), [order.DocumentId], "文件");
        var tree = await db.Units.Select(u => new { u.Id, u.ParentId }).ToDictionaryAsync(u => u.Id, u => u.ParentId, cancellationToken);
        var change = new OrderedChange(db, changeId, order, day, tree);
        change.Unit = await change.FindAsync(order.UnitId, cancellationToken);
        switch (order)
        {
            case RenameOrder rename:
                await change.RenameAsync(rename, cancellationToken);
                break;
            case MoveOrder move:
                await change.MoveAsync(move, cancellationToken);
                break;
            case MergeOrder merge:
                await change.MergeAsync(merge, cancellationToken);
                break;
            case SplitOrder split:
                await change.SplitAsync(split, cancellationToken);
                break;
            case DissolveOrder dissolve:
                await change.DissolveAsync(dissolve, cancellationToken);
                break;
            case FoundOrder found:
                await change.FoundAsync(found, cancellationToken);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(order), order, message: null);
        }

        change.Digest = change.DigestOf();
        return change;
    }

    private async Task RenameAsync(RenameOrder order, CancellationToken cancellationToken)
    {
        Kind = UnitEvent.Renamed;
        var before = Unit.Name;
        Require.That(
            new AChangeComesAfterTheLast(Unit.Names.Where(n => n.Kind == UnitNameKind.Legal).Select(n => n.From).FirstOrDefault(), on),
            new ANameIsAnotherOne(before, order.Name)
        );
        await RequireRoomAsync(Unit.ParentId, order.Name, cancellationToken);
        Unit.Rename(order.Name, on);
        Note(UnitEvent.Renamed, Unit, Unit, $"{before} → {order.Name}");
    }

    private async Task MoveAsync(MoveOrder order, CancellationToken cancellationToken)
    {
        Kind = UnitEvent.Moved;
        var (parent, before) = (await FindAsync(order.ParentId, cancellationToken), Unit.ParentId);
        var old = before is { } id ? (await FindAsync(id, cancellationToken, mayHaveEnded: true)).Name : "";
        Require.That(new AMoveLeadsElsewhere(before == parent.Id));
        await RequireRoomAsync(parent.Id, Unit.Name, cancellationToken);
        Move(Unit, parent.Id);
        Note(UnitEvent.Moved, Unit, Unit, $"{old} → {parent.Name}");
    }

    private async Task MergeAsync(MergeOrder order, CancellationToken cancellationToken)
    {
        Kind = UnitEvent.Merged;
        var heir = await FindAsync(order.HeirId, cancellationToken);
        Require.That(new AnHeirIsAnotherUnitThatStands(Unit.Id, heir));
        if (Upwards(heir.Id).Contains(Unit.Id))
        {
            // A part takes the whole over: it comes to stand where the whole stood.
            Move(heir, Unit.ParentId);
        }

        var below = await BelowAsync(Unit.Id, cancellationToken);
        Require.That(new OnlySubUnitsGoAlong(order.Absorbed.All(id => below.Exists(u => u.Id == id && u.Id != heir.Id))));
        List<Unit> ending = [.. below.Where(u => order.Absorbed.Contains(u.Id)), Unit];
        foreach (var absorbed in ending.SkipLast(1))
        {
            below.AddRange(await BelowAsync(absorbed.Id, cancellationToken));
        }

        foreach (var staying in below.Where(u => u.Id != heir.Id && !ending.Contains(u)))
        {
            Move(staying, heir.Id);
        }

        foreach (var ended in ending)
        {
            await HandOverAsync(ended, heir, people: null, cancellationToken);
            ended.Dissolve(on, heir);
            Note(UnitEvent.Merged, ended, heir, note: null);
        }
    }

    private async Task SplitAsync(SplitOrder order, CancellationToken cancellationToken)
    {
        Kind = UnitEvent.SplitOff;
        Require.That(
            new ASplitHasParts(order.Parts.Length),
            new OneOfThePartsCarriesTheHonours(order.HeirPart is not { } chosen || (chosen >= 0 && chosen < order.Parts.Length))
        );
        var below = await BelowAsync(Unit.Id, cancellationToken);
        Require.That(
            new OnlySubUnitsGoAlong(order.Parts.All(p => p.SubUnits.All(id => below.Exists(u => u.Id == id)))),
            new NobodyGoesTwice(
                order
                    .Parts.SelectMany(p => p.SubUnits)
                    .Concat(order.Parts.SelectMany(p => p.People))
                    .GroupBy(id => id)
                    .All(g => g.Count() == 1)
            )
        );
        List<Unit> parts = [];
        foreach (var part in order.Parts)
        {
            parts.Add(
                await BeginAsync(part.Name, part.Tier, Unit.ParentId, place: null, summary: null, $"part {parts.Count}", cancellationToken)
            );
        }

        var heir = order.HeirPart is { } index ? parts[index] : null;
        foreach (var (told, part) in order.Parts.Zip(parts))
        {
            foreach (var unit in below.Where(u => told.SubUnits.Contains(u.Id)))
            {
                Move(unit, part.Id);
            }

            if (heir != part)
            {
                await HandOverAsync(Unit, part, told.People, cancellationToken);
            }

            Note(UnitEvent.SplitOff, Unit, part, note: null);
        }

        if (heir is not null)
        {
            foreach (var unit in below.Where(u => u.ParentId == Unit.Id))
            {
                Move(unit, heir.Id);
            }

            var gone = transfers.SelectMany(t => t.Posts).Select(p => p.Id).ToHashSet();
            var all = await PostsAsync(Unit.Id, people: null, cancellationToken);
            Keep(new Transfer(Unit, heir, [.. all.Where(p => !gone.Contains(p.Id))]));
            Unit.Dissolve(on, heir);
        }
    }

    private async Task DissolveAsync(DissolveOrder order, CancellationToken cancellationToken)
    {
        Kind = UnitEvent.Dissolved;
        var below = await BelowAsync(Unit.Id, cancellationToken);
        Require.That(new NothingStandsBelowAUnitThatEnds(below.Count));
        if (order.PeopleTo is { } id)
        {
            var to = await FindAsync(id, cancellationToken);
            Require.That(new AnHeirIsAnotherUnitThatStands(Unit.Id, to));
            await HandOverAsync(Unit, to, people: null, cancellationToken);
        }

        var left = order.PeopleTo is null ? (await PostsAsync(Unit.Id, people: null, cancellationToken)).Length : 0;
        Require.That(new NobodyIsLeftInAUnitThatEnds(left));
        Unit.Dissolve(on, heir: null);
        Note(UnitEvent.Dissolved, Unit, Unit, note: null);
    }

    private async Task FoundAsync(FoundOrder order, CancellationToken cancellationToken)
    {
        Kind = UnitEvent.Founded;
        Unit = await BeginAsync(order.Name, order.Tier, Unit.Id, order.Place, order.Summary, "unit", cancellationToken);
        Note(UnitEvent.Founded, Unit, Unit, note: null);
    }

    private async Task<Unit> BeginAsync(
        string name,
        UnitTier tier,
        Guid? parentId,
        string? place,
        string? summary,
        string key,
        CancellationToken cancellationToken
    )
    {
        await RequireRoomAsync(parentId, name, cancellationToken);
        var unit = new Unit(DerivedId.From(changeId, key), code: null, name, tier, parentId, place, summary, foundedOn: on);
        Require.That(new PartsBearDifferentNames(!founded.Exists(u => u.Name == name)));
        db.Units.Add(unit);
        founded.Add(unit);
        (parents[unit.Id], units[unit.Id]) = (parentId, unit);
        return unit;
    }

    private async Task HandOverAsync(Unit from, Unit to, IReadOnlyCollection<Guid>? people, CancellationToken cancellationToken)
    {
        var posts = await PostsAsync(from.Id, people, cancellationToken);
        Require.That(new ThoseWhoGoWorkThere(people is null || posts.Select(p => p.HonoreeId).Distinct().Count() == people.Count));
        Keep(new Transfer(from, to, posts));
    }

    private void Keep(Transfer transfer)
    {
        if (transfer.Posts.Length > 0)
        {
            transfers.Add(transfer);
        }
    }

    private async Task<ImmutableArray<Employment>> PostsAsync(
        Guid unitId,
        IReadOnlyCollection<Guid>? people,
        CancellationToken cancellationToken
    ) =>
        [
            .. await db
                .Employments.AsNoTracking()
                .Where(e => e.UnitId == unitId && e.To == null && (people == null || EF.Parameter(people).Contains(e.HonoreeId)))
                .ToListAsync(cancellationToken),
        ];

    private async Task<List<Unit>> BelowAsync(Guid id, CancellationToken cancellationToken)
    {
        var ids = parents.Where(p => p.Value == id).Select(p => p.Key).ToList();
        await LoadAsync(ids, cancellationToken);
        return [.. ids.Select(below => units[below]).Where(u => u.DissolvedOn is null).OrderBy(u => u.Id)];
    }

    private async Task<Unit> FindAsync(Guid id, CancellationToken cancellationToken, bool mayHaveEnded = false)
    {
        await LoadAsync([id], cancellationToken);
        Require.That(new TheEntityExists("单位", units.ContainsKey(id)));
        var unit = units[id];
        Require.That(new TheUnitStands(unit.Name, mayHaveEnded ? null : unit.DissolvedOn));
        return unit;
    }

    private async Task LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var missing = ids.Where(id => !units.ContainsKey(id)).ToList();
        var found = await db
            .Units.Include(u => u.Names)
            .Include(u => u.Placements)
            .AsSplitQuery()
            .Where(u => EF.Parameter(missing).Contains(u.Id))
            .ToListAsync(cancellationToken);
        found.ForEach(u => units[u.Id] = u);
    }

    private void Move(Unit unit, Guid? parentId)
    {
        unit.MoveBelow(parentId, parentId is { } id ? Upwards(id) : [], on);
        parents[unit.Id] = parentId;
    }

    private HashSet<Guid> Upwards(Guid id)
    {
        var seen = new HashSet<Guid>();
        for (Guid? at = id; at is { } unit && seen.Add(unit); at = parents.GetValueOrDefault(unit)) { }

        return seen;
    }

    private async Task RequireRoomAsync(Guid? parentId, string name, CancellationToken cancellationToken) =>
        Require.That(
            new ANameIsBorneOnceBelowAUnit(
                name,
                await db.Units.AnyAsync(
                    u => u.ParentId == parentId && u.Name == name && u.DissolvedOn == null && u.Id != Unit.Id,
                    cancellationToken
                )
            )
        );

    private void Note(UnitEvent kind, Unit predecessor, Unit successor, string? note) =>
        db.UnitSuccessions.Add(new UnitSuccession(changeId, kind, predecessor.Id, successor.Id, on, documentId, note));

    private string DigestOf()
    {
        var stored = Units.Where(u => !founded.Contains(u)).Select(u => $"{u.Id}:{db.Entry(u).Property(x => x.Version).OriginalValue}");
        var posts = transfers.SelectMany(t => t.Posts).Select(p => $"{p.Id}:{p.UnitId}");
        return Sha256Hex.Of(string.Join('\n', stored.Concat(posts).Order(StringComparer.Ordinal)));
    }
}
