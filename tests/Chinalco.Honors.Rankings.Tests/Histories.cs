using System.Globalization;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Identities;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Rankings.Tests;

/// <summary>A registry to which anything may happen, by the commands that make it happen where there is one.</summary>
internal sealed class Histories(IHonorsDatabase database, int seed)
{
    private const int Sentences = 400;

    private readonly Random random = new(seed);
    private readonly DirectCommands direct = new(database);
    private readonly List<Guid> people = [];
    private readonly List<Guid> units = [];
    private readonly List<Guid> awards = [];
    private readonly List<Guid> identities = [];
    private readonly List<Guid> reorganisations = [];
    private DateOnly day = new(2010, 1, 1);
    private Article article = null!;

    /// <summary>Orders of HR that were carried out, those that were taken back included.</summary>
    public int Reorganised { get; private set; }

    private static CommandStamp Stamp => CommandStamp.New(A.Clerk, "测试");

    public async Task PrepareAsync()
    {
        var source = A.SourceFile();
        article = A.Article(source, new string('甲', Sentences));
        var group = A.Unit(tier: UnitTier.Group);
        await database.SaveAsync(source, article, group);
        units.Add(group.Id);
        for (var i = 0; i < 6; i++)
        {
            await RegisterUnitAsync();
            await RegisterPersonAsync();
        }

        foreach (var family in new[] { AwardFamily.ModelWorker, AwardFamily.Skill, AwardFamily.General })
        {
            var award = A.Award(family: family);
            await database.SaveAsync(award);
            awards.Add(award.Id);
        }
    }

    /// <returns>What was tried.</returns>
    public async Task<string> StepAsync()
    {
        var step = Pick<Func<Task>>([
            ConferAsync,
            ConferAsync,
            ConferAsync,
            CorrectAsync,
            EndAsync,
            RestoreAsync,
            ShowConferralAsync,
            ShowPersonAsync,
            MergePeopleAsync,
            SplitPersonAsync,
            UndoIdentityAsync,
            MoveUnitAsync,
            RenameUnitAsync,
            RegisterUnitAsync,
            RegisterPersonAsync,
            DissolveUnitAsync,
            ReorganiseAsync,
            ReorganiseAsync,
            ReorganiseAsync,
            UndoReorganisationAsync,
            ChangeFamilyAsync,
        ]);
        await step();
        return step.Method.Name;
    }

    public async Task ConferAsync()
    {
        var recipients = Enumerable
            .Range(0, random.Next(1, 6))
            .Select(_ => random.Next(4) == 0 ? A.Team($"{random.Next(3)}班", MaybeUnit()) : A.Person(Pick(people), MaybeUnit()))
            .DistinctBy(r => (r.HonoreeId, r.HonoreeId is null ? r.UnitId : null, r.HonoreeId is null ? r.NameAsPrinted : null))
            .ToArray();
        var start = random.Next(Sentences - 1);
        await direct.Awards.ConferAsync(
            Pick(awards),
            new Confer(Stamp, Guid.CreateVersion7(), Facts(), [.. recipients], A.Passage(article.Id, start, "甲"))
        );
    }

    private ConferralFacts Facts() =>
        A.Facts(random.Next(5) == 0 ? null : random.Next(2005, 2025)) with
        {
            Level = Pick(Enum.GetValues<AwardLevel>()),
        };

    private async Task CorrectAsync()
    {
        if (await AnyConferralAsync() is { } conferral)
        {
            await direct.Awards.CorrectAsync(conferral.AwardId, new CorrectConferral(Stamp, conferral.Id, Facts()));
        }
    }

    private async Task EndAsync()
    {
        if (await AnyConferralAsync() is { } conferral)
        {
            var status = Pick<ConferralStatus>([ConferralStatus.Revoked, ConferralStatus.Deprecated, ConferralStatus.Expired]);
            await direct.Awards.EndAsync(conferral.AwardId, new EndConferral(Stamp, conferral.Id, status, "测试原因"));
        }
    }

    private async Task RestoreAsync()
    {
        if (await AnyConferralAsync(c => !c.Counts) is { } conferral)
        {
            await direct.Awards.RestoreAsync(conferral.AwardId, new RestoreConferral(Stamp, conferral.Id, conferral.Version));
        }
    }

    private async Task ShowConferralAsync()
    {
        if (await AnyConferralAsync() is { } conferral)
        {
            await direct.Awards.ShowAsync(conferral.AwardId, new ShowConferral(Stamp, conferral.Id, AnyVisibility()));
        }
    }

    private async Task ShowPersonAsync() =>
        await direct.Honorees.ShowAsync(Pick(people), new ShowHonoree(Stamp, HonoreeVisibility.Default with { Person = AnyVisibility() }));

    private async Task MergePeopleAsync()
    {
        var (kept, absorbed, stamp) = (Pick(people), Pick(people), Stamp);
        using var db = database.Open();
        if (kept != absorbed && await TwoEntries.LoadAsync(db, kept, absorbed) is { } two)
        {
            Note(stamp, await direct.Identities.MergeAsync(kept, absorbed, MergeChoices.None, two.Digest, stamp));
        }
    }

    private async Task SplitPersonAsync()
    {
        var (person, stamp) = (Pick(people), Stamp);
        using var db = database.Open();
        var conferrals = await db.Recipients.Where(r => r.HonoreeId == person).Select(r => r.ConferralId).ToListAsync();
        if (await OneOfTwo.LoadAsync(db, person, otherId: null) is { } one && conferrals.Count > 0)
        {
            var choice = new SplitChoice([Pick(conferrals)], [], [], [], [], Number: false);
            var split = await direct.Identities.SplitAsync(person, choice, new SplitTarget(null, "乙"), one.Digest, stamp);
            if (Note(stamp, split))
            {
                people.Add(split.SubjectId);
            }
        }
    }

    private async Task UndoIdentityAsync()
    {
        if (identities.Count > 0)
        {
            await direct.Identities.UndoAsync(Pick(identities), Stamp);
            using var db = database.Open();
            var there = await db.Honorees.IgnoreQueryFilters().Select(h => h.Id).ToListAsync();
            people.RemoveAll(p => !there.Contains(p));
        }
    }

    private async Task MoveUnitAsync() => await direct.Units.MoveAsync(Pick(units), new MoveUnit(Stamp, Pick(units)));

    private async Task RenameUnitAsync() =>
        await direct.Units.RenameAsync(Pick(units), new RenameUnit(Stamp, A.UniqueName("新厂"), On: null));

    private async Task RegisterUnitAsync()
    {
        var id = Guid.CreateVersion7();
        var name = A.UniqueName("示例厂");
        await direct.Units.RegisterAsync(id, new RegisterUnit(Stamp, null, name, UnitTier.Grassroots, Pick(units), null, null, []));
        units.Add(id);
    }

    private async Task RegisterPersonAsync()
    {
        var id = Guid.CreateVersion7();
        await direct.Honorees.RegisterAsync(id, new RegisterHonoree(Stamp, A.UniqueName("甲"), null, HonoreeStatus.Active, []));
        people.Add(id);
    }

    /// <summary>Merges a unit into one that does not stand below it: what stands below it stays, and counts for the heir.</summary>
    private async Task DissolveUnitAsync()
    {
        using var db = database.Open();
        var (gone, heir) = (await UnitAsync(db), await UnitAsync(db));
        var all = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id);
        var isBelow = false;
        for (Guid? up = heir.Id; up is { } id && !isBelow; up = all[id].HeirId ?? all[id].ParentId)
        {
            isBelow = id == gone.Id;
        }

        if (!isBelow && gone.DissolvedOn is null && heir.DissolvedOn is null)
        {
            gone.Dissolve(new PartialDate(2024), heir);
            await db.SaveChangesAsync();
        }

        Task<Unit> UnitAsync(HonorsContext from)
        {
            var id = Pick(units);
            return from.Units.FirstAsync(u => u.Id == id);
        }
    }

    /// <summary>Moves, merges, splits, ends, renames and founds units by the command that HR gives; what a rule forbids does not happen.</summary>
    private async Task ReorganiseAsync()
    {
        day = day.AddDays(random.Next(1, 30));
        var (unit, other, name, stamp) = (Pick(units), Pick(units), A.UniqueName("新单位"), Stamp);
        using var db = database.Open();
        var below = await db.Units.Where(u => u.ParentId == unit && u.DissolvedOn == null).Select(u => u.Id).ToListAsync();
        var on = day.ToString("O", CultureInfo.InvariantCulture);
        UnitOrder order = random.Next(7) switch
        {
            0 or 1 => new MoveOrder(unit, on, other),
            2 => new MergeOrder(unit, on, other, [.. below.Where(b => b != other && random.Next(3) == 0)]),
            3 => new SplitOrder(unit, on, [Part(name), Part(name + "二")], random.Next(2) == 0 ? 0 : null),
            4 => new DissolveOrder(unit, on, other),
            5 => new RenameOrder(unit, on, name),
            _ => new FoundOrder(unit, on, name, UnitTier.Grassroots),
        };
        try
        {
            var seen = await OrderedChange.CarryOutAsync(
                db,
                order,
                stamp.CommandId,
                UnitReorganisations.Today(DateTimeOffset.UtcNow),
                CancellationToken.None
            );
            if ((await direct.Reorganisations.CarryOutAsync(order, seen.Digest, stamp)).Succeeded)
            {
                reorganisations.Add(stamp.CommandId);
                Reorganised++;
                units.AddRange(seen.Founded.Select(u => u.Id));
            }
        }
        catch (RuleBrokenException)
        {
            // The preview tells of it.
        }

        UnitPart Part(string called)
        {
            List<Guid> going = [.. below.Where(_ => random.Next(3) == 0)];
            below.RemoveAll(going.Contains);
            return new(called, UnitTier.Grassroots, [.. going], []);
        }
    }

    private async Task UndoReorganisationAsync()
    {
        if (reorganisations.Count > 0)
        {
            var latest = reorganisations[^1];
            if ((await direct.Reorganisations.UndoAsync(latest, Stamp)).Succeeded)
            {
                reorganisations.Remove(latest);
                using var db = database.Open();
                var there = await db.Units.Select(u => u.Id).ToListAsync();
                units.RemoveAll(u => !there.Contains(u));
            }
        }
    }

    private async Task ChangeFamilyAsync()
    {
        using var db = database.Open();
        var id = Pick(awards);
        var seen = (await db.Awards.Include(a => a.Aliases).FirstAsync(a => a.Id == id)).Facts;
        var family = Pick<AwardFamily>([AwardFamily.Skill, AwardFamily.Science]);
        await direct.Awards.DescribeAsync(id, new DescribeAward(Stamp, seen with { Family = family }, seen.Digest));
    }

    private async Task<Conferral?> AnyConferralAsync(Func<Conferral, bool>? which = null)
    {
        using var db = database.Open();
        var all = (await db.Conferrals.AsNoTracking().ToListAsync()).Where(which ?? (_ => true)).ToList();
        return all.Count == 0 ? null : Pick(all);
    }

    private bool Note(CommandStamp stamp, CommandOutcome outcome)
    {
        if (outcome.Succeeded)
        {
            identities.Add(stamp.CommandId);
        }

        return outcome.Succeeded;
    }

    private Guid? MaybeUnit() => random.Next(8) == 0 ? null : Pick(units);

    private Visibility AnyVisibility() => Pick(Enum.GetValues<Visibility>());

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
