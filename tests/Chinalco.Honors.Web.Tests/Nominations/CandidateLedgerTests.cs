using System.Collections.Immutable;
using System.Text.Json;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Nominations.Eligibility;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Nominations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using RandomHistory = Chinalco.Honors.Rankings.Tests.Histories;

namespace Chinalco.Honors.Web.Tests.Nominations;

/// <summary>Whatever happens to the registry, the ledger gives the people whom the database gives, with the same facts, to each viewer.</summary>
public sealed class CandidateLedgerTests
{
    private const int Steps = 60;

    private static readonly ImmutableDictionary<Guid, ImmutableDictionary<string, DeclaredFact>> NothingDeclared = ImmutableDictionary<
        Guid,
        ImmutableDictionary<string, DeclaredFact>
    >.Empty;

    private static readonly DateOnly[] Days = [new(2015, 6, 30), new(2030, 1, 1)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_every_step_of_any_history_it_holds_what_the_database_holds(int seed)
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            using var ledger = new CandidateLedger(database, NullLogger<CandidateLedger>.Instance);
            var (history, careers) = (new RandomHistory(database, seed), new Careers(database, seed));
            await history.PrepareAsync();
            for (var step = 0; step < Steps; step++)
            {
                var what = step % 2 == 0 ? await history.StepAsync() : await careers.StepAsync();
                await ShouldBeRightAsync(ledger, database, careers, $"seed {seed}, step {step}, {what}");
            }
        }
    }

    private static async Task ShouldBeRightAsync(CandidateLedger ledger, TemporaryDatabase database, Careers careers, string when)
    {
        var units = await careers.SomeUnitsAsync();
        foreach (var viewer in new[] { Viewer.System, Viewer.Anonymous, await careers.UnionOfAsync(units) })
        {
            foreach (var day in Days)
            {
                var given = await ledger.AskAsync(units, day, viewer, NothingDeclared, Stop);
                given
                    .Select(Text)
                    .Order()
                    .ShouldBe((await PlainAsync(database, units, day, viewer)).Select(Text).Order(), $"{when}, {day}");
            }
        }
    }

    private static async Task<List<Candidate>> PlainAsync(TemporaryDatabase database, HashSet<Guid> units, DateOnly day, Viewer viewer)
    {
        var on = PartialDate.From(day);
        List<Guid> there;
        using (var all = database.Open())
        {
            there =
            [
                .. (await all.Employments.AsNoTracking().ToListAsync(Stop))
                    .Where(e => e.UnitId is { } unit && units.Contains(unit))
                    .Where(e => (e.From is not { } from || from <= on) && (e.To is not { } to || to > on))
                    .Select(e => e.HonoreeId)
                    .Distinct(),
            ];
        }

        using var db = database.OpenFor(viewer);
        return await CandidateQuery.PeopleAsync(db, there, day, NothingDeclared, Stop);
    }

    private static string Text(Candidate candidate) => JsonSerializer.Serialize(candidate);

    /// <summary>Posts, statuses and personnel files by chance, and units that are merged with all their people.</summary>
    private sealed class Careers(TemporaryDatabase database, int seed)
    {
        private readonly Random random = new(seed);
        private readonly DirectCommands direct = new(database);

        private static CommandStamp Stamp => CommandStamp.New(A.Clerk, "测试");

        public async Task<string> StepAsync()
        {
            var step = Pick<Func<Task>>([
                MoveAsync,
                MoveAsync,
                MoveAsync,
                ChangeStatusAsync,
                FileAsync,
                FileAsync,
                HideAsync,
                MergeUnitAsync,
            ]);
            await step();
            return step.Method.Name;
        }

        public async Task<HashSet<Guid>> SomeUnitsAsync() => [.. (await UnitsAsync()).Where(_ => random.Next(3) > 0)];

        /// <summary>Union staff of the first half of the units.</summary>
        public async Task<Viewer> UnionOfAsync(HashSet<Guid> units)
        {
            List<Guid?> own = [.. units.Order().Take(units.Count / 2)];
            using var db = database.Open();
            return new Viewer(
                Visibility.Internal,
                own,
                await db
                    .Honorees.Where(h =>
                        h.Visibility > Visibility.Internal && h.Employments.Any(e => e.To == null && own.Contains(e.UnitId))
                    )
                    .Select(h => h.Id)
                    .ToListAsync(Stop),
                await db.Conferrals.Where(c => c.Recipients.Any(r => own.Contains(r.UnitId))).Select(c => c.Id).ToListAsync(Stop)
            );
        }

        private async Task MoveAsync()
        {
            var from = random.Next(2) == 0 ? "2008" : "2016-05";
            await direct.Honorees.MoveAsync(
                await PersonAsync(),
                new MoveHonoree(Stamp, new EmploymentFact(Pick(await UnitsAsync()), "示例厂", "班长", from), new PartialDate(2016, 5))
            );
        }

        private async Task ChangeStatusAsync() =>
            await direct.Honorees.ChangeStatusAsync(
                await PersonAsync(),
                new ChangeHonoreeStatus(Stamp, Pick(Enum.GetValues<HonoreeStatus>()))
            );

        private async Task HideAsync() =>
            await direct.Honorees.ShowAsync(await PersonAsync(), new ShowHonoree(Stamp, new HonoreeVisibility(Any(), Any(), Any(), Any())));

        /// <summary>As rosters write it: the person's version moves with the file.</summary>
        private async Task FileAsync()
        {
            var id = await PersonAsync();
            using var db = database.Open();
            var person = await db.Honorees.FirstAsync(h => h.Id == id, Stop);
            var facts = new PersonnelFacts(Born: new PartialDate(random.Next(1960, 2000)), PoliticalStatus: Pick(["党员", "群众"]));
            if (await db.PersonnelFiles.FirstOrDefaultAsync(f => f.HonoreeId == id, Stop) is { } file)
            {
                file.Take(facts);
            }
            else
            {
                db.Add(new PersonnelFile(id, facts));
            }

            person.Touch();
            await db.SaveChangesAsync(Stop);
        }

        private async Task MergeUnitAsync()
        {
            var units = await UnitsAsync();
            var order = new MergeOrder(Pick(units), "2016-01", Pick(units), []);
            using var db = database.Open();
            try
            {
                var today = new PartialDate(2026, 1, 1);
                var change = await OrderedChange.CarryOutAsync(db, order, Guid.NewGuid(), today, Stop);
                await direct.Reorganisations.CarryOutAsync(order, change.Digest, Stamp, Stop);
            }
            catch (Chinalco.Honors.Domain.Rules.RuleBrokenException)
            {
                // Not every unit can be merged into every other.
            }
        }

        private async Task<Guid> PersonAsync()
        {
            using var db = database.Open();
            return Pick(await db.Honorees.OrderBy(h => h.Id).Select(h => h.Id).ToListAsync(Stop));
        }

        private async Task<List<Guid>> UnitsAsync()
        {
            using var db = database.Open();
            return await db.Units.OrderBy(u => u.Id).Select(u => u.Id).ToListAsync(Stop);
        }

        private Visibility Any() => Pick(Enum.GetValues<Visibility>());

        private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
    }
}
