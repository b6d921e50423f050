using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Tests.Identities;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Tests.Units;

/// <summary>Whatever happens to units, the tree stays a tree, any day's tree is the one a simple model remembers, and no heir leads nowhere.</summary>
public sealed class UnitHistoryModelTests
{
    private const int Steps = 30;

    private readonly List<(DateOnly Day, ImmutableDictionary<Guid, Seen> Tree)> memory = [];
    private readonly List<Guid> changes = [];
    private ImmutableDictionary<Guid, Seen> model = ImmutableDictionary<Guid, Seen>.Empty;
    private TemporaryDatabase database = null!;
    private Random random = null!;
    private DateOnly day = new(2000, 1, 1);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    private sealed record Seen(string Name, Guid? Parent, bool Stands, Guid? Heir);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Any_days_tree_is_the_one_the_model_remembers(int seed)
    {
        random = new Random(seed);
        database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            await BeginAsync();
            var before = await database.EveryRowAsync();
            for (var step = 0; step < Steps; step++)
            {
                day = day.AddDays(random.Next(1, 200));
                await StepAsync();
                memory.Add((day, model));
            }

            changes.Count.ShouldBeGreaterThan(Steps / 3);
            await TreesAreRememberedAsync();
            await HeirsLeadSomewhereAsync();
            await PeopleWorkInUnitsThatStandAsync();
            foreach (var change in Enumerable.Reverse(changes))
            {
                var undone = await new DirectCommands(database).Reorganisations.UndoAsync(change, Reorganised.Stamp);
                undone.Succeeded.ShouldBeTrue(undone.Message);
            }

            (await database.EveryRowAsync()).ShouldBe(before);
        }
    }

    private async Task BeginAsync()
    {
        var root = A.Unit("示例集团", tier: UnitTier.Group);
        Unit[] plants = [.. Enumerable.Range(1, 4).Select(i => A.Unit($"厂{i}", root.Id))];
        Unit[] shops =
        [
            .. plants.SelectMany(p => Enumerable.Range(1, 2).Select(i => A.Unit($"{p.Name}车间{i}", p.Id, UnitTier.Grassroots))),
        ];
        await database.SaveAsync([root, .. plants, .. shops]);
        foreach (var unit in (Unit[])[root, .. plants, .. shops])
        {
            model = model.Add(unit.Id, new Seen(unit.Name, unit.ParentId, Stands: true, Heir: null));
            Honoree[] people = [.. Enumerable.Range(0, 2).Select(_ => A.Honoree())];
            people[0].Employ(unit.Id, unit.Name, "工人", new PartialDate(1999));
            people[1].Employ(unit.Id, unit.Name, "班长", new PartialDate(2010, 5));
            await database.SaveAsync([.. people]);
        }

        memory.Add((day, model));
    }

    private async Task StepAsync()
    {
        Guid[] standing = [.. model.Where(u => u.Value is { Stands: true, Parent: not null }).Select(u => u.Key).Order()];
        var (unit, other) = (Pick(standing), Pick(standing));
        Guid[] below = [.. model.Where(u => u.Value.Stands && u.Value.Parent == unit).Select(u => u.Key).Order()];
        var (on, name) = (day.ToString("O", System.Globalization.CultureInfo.InvariantCulture), A.UniqueName("新单位"));
        UnitOrder order = random.Next(7) switch
        {
            0 => new RenameOrder(unit, on, name),
            1 or 2 => new MoveOrder(unit, on, other),
            3 => new MergeOrder(unit, on, other, [.. below.Where(b => b != other && random.Next(3) == 0)]),
            4 => new SplitOrder(unit, on, [Part(name, below), Part(name + "二", [])], random.Next(2) == 0 ? random.Next(2) : null),
            5 => new DissolveOrder(unit, on, other),
            _ => new FoundOrder(unit, on, name, UnitTier.Grassroots),
        };
        var stamp = Reorganised.Stamp;
        try
        {
            (await database.OrderAsync(order, stamp)).Succeeded.ShouldBeTrue();
        }
        catch (RuleBrokenException)
        {
            // The preview tells of it; nothing happens.
            return;
        }

        changes.Add(stamp.CommandId);
        Remember(order, stamp.CommandId, below);

        UnitPart Part(string called, Guid[] from) => new(called, UnitTier.Grassroots, [.. from.Where(_ => random.Next(2) == 0)], []);
    }

    private void Remember(UnitOrder order, Guid change, Guid[] below)
    {
        switch (order)
        {
            case RenameOrder rename:
                Set(order.UnitId, u => u with { Name = rename.Name });
                break;
            case MoveOrder move:
                Set(order.UnitId, u => u with { Parent = move.ParentId });
                break;
            case MergeOrder merge:
                if (IsBelow(merge.HeirId, order.UnitId))
                {
                    Set(merge.HeirId, u => u with { Parent = model[order.UnitId].Parent });
                }

                Guid[] ending = [order.UnitId, .. merge.Absorbed];
                foreach (var (id, _) in model.Where(u => u.Value is { Stands: true, Parent: { } p } && ending.Contains(p)))
                {
                    if (!ending.Contains(id) && id != merge.HeirId)
                    {
                        Set(id, u => u with { Parent = merge.HeirId });
                    }
                }

                foreach (var id in ending)
                {
                    Set(id, u => u with { Stands = false, Heir = merge.HeirId });
                }

                break;
            case SplitOrder split:
                var parts = split.Parts.Select((_, i) => DerivedId.From(change, $"part {i}")).ToArray();
                foreach (var (part, id) in split.Parts.Zip(parts))
                {
                    model = model.Add(id, new Seen(part.Name, model[order.UnitId].Parent, Stands: true, Heir: null));
                    Array.ForEach([.. part.SubUnits], sub => Set(sub, u => u with { Parent = id }));
                }

                if (split.HeirPart is { } heir)
                {
                    foreach (var sub in below.Where(b => model[b].Parent == order.UnitId))
                    {
                        Set(sub, u => u with { Parent = parts[heir] });
                    }

                    Set(order.UnitId, u => u with { Stands = false, Heir = parts[heir] });
                }

                break;
            case DissolveOrder:
                Set(order.UnitId, u => u with { Stands = false });
                break;
            case FoundOrder found:
                model = model.Add(DerivedId.From(change, "unit"), new Seen(found.Name, order.UnitId, Stands: true, Heir: null));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(order), order, message: null);
        }
    }

    private bool IsBelow(Guid unit, Guid above)
    {
        for (Guid? at = unit; at is { } id; at = model[id].Parent)
        {
            if (id == above)
            {
                return true;
            }
        }

        return false;
    }

    private void Set(Guid id, Func<Seen, Seen> change) => model = model.SetItem(id, change(model[id]));

    private async Task TreesAreRememberedAsync()
    {
        using var db = database.Open();
        var units = await db.Units.Include(u => u.Names).Include(u => u.Placements).AsSplitQuery().ToListAsync();
        foreach (var (on, tree) in memory)
        {
            var at = PartialDate.From(on);
            var stood = units.Where(u => UnitAsOf.Stood(u.FoundedOn, u.DissolvedOn, at)).ToDictionary(u => u.Id);
            stood.Keys.ShouldBe(tree.Where(u => u.Value.Stands).Select(u => u.Key), ignoreOrder: true);
            foreach (var (id, unit) in stood)
            {
                var parent = UnitAsOf.ParentOf(unit.Placements.OrderBy(p => p.Order).Select(p => (p.ParentId, p.From)), at);
                var former = unit.Names.Where(n => n.Kind == UnitNameKind.Former).Select(n => (n.Name, n.From, n.To));
                (UnitAsOf.NameOf(unit.Name, former, at), parent).ShouldBe((tree[id].Name, tree[id].Parent));
                parent.ShouldSatisfyAllConditions(p => (p is null || stood.ContainsKey(p.Value)).ShouldBeTrue());
            }

            RootsReached(stood.Keys, tree).ShouldBeTrue();
        }

        units.ShouldAllBe(u => u.Placements.Single(p => p.To == null).ParentId == u.ParentId);
    }

    private static bool RootsReached(IEnumerable<Guid> stood, ImmutableDictionary<Guid, Seen> tree) =>
        stood.All(id =>
        {
            var at = (Guid?)id;
            for (var steps = 0; at is { } unit; at = tree[unit].Parent)
            {
                if (++steps > tree.Count)
                {
                    return false;
                }
            }

            return true;
        });

    private async Task HeirsLeadSomewhereAsync()
    {
        using var db = database.Open();
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id);
        foreach (var (id, seen) in model)
        {
            (units[id].HeirId, units[id].DissolvedOn is null).ShouldBe((seen.Heir, seen.Stands));
            var (at, steps) = (units[id], 0);
            while (at.HeirId is { } heir)
            {
                at = units[heir];
                (++steps).ShouldBeLessThanOrEqualTo(units.Count);
            }
        }
    }

    private async Task PeopleWorkInUnitsThatStandAsync()
    {
        using var db = database.Open();
        var working = await db.Employments.Where(e => e.To == null).ToListAsync();
        working.Select(e => e.HonoreeId).Distinct().Count().ShouldBe(26);
        working.Count.ShouldBe(26);
        working.ShouldAllBe(e => model[e.UnitId!.Value].Stands);
    }

    private Guid Pick(Guid[] from) => from[random.Next(from.Length)];
}
