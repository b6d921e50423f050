using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Roster;
using Chinalco.Honors.Imports.Runs;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chinalco.Honors.Imports.Tests;

/// <summary>From file to registry, on a database.</summary>
public sealed class RosterImportTests : IAsyncLifetime
{
    private const string Header = "工号,姓名,单位,岗位,人员状态";
    private static readonly PartialDate MidYear = new(2025, 6, 30);

    private readonly Unit company = A.Unit("示例铝业有限公司");
    private readonly Unit other = A.Unit("另一铝业有限公司");
    private readonly CrashOnce crash = new();
    private readonly TestClock clock = new();
    private Unit plant = null!;
    private TemporaryDatabase database = null!;
    private ImportRuns runs = null!;
    private ImportApplier applier = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        plant = A.Unit("熔铸厂", company.Id, UnitTier.Grassroots);
        database = await TemporaryDatabase.CreateAsync(crash);
        await database.SaveAsync(company, other);
        await database.SaveAsync(plant);
        var transaction = new CommandTransaction(database, clock);
        runs = new ImportRuns(database, new ImportDefinitions([new RosterDefinition()]), transaction, clock);
        applier = new ImportApplier(database, runs, transaction, clock, NullLogger<ImportApplier>.Instance);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task New_people_are_entered_with_unit_and_post()
    {
        await ImportAsync("E1,甲,示例铝业有限公司熔铸厂,铸造工,在职");

        var person = await PersonAsync("E1");
        (person.Name, person.Status).ShouldBe(("甲", HonoreeStatus.Active));
        var post = person.Employments.Single();
        (post.UnitId, post.UnitText, post.Position, post.From).ShouldBe((plant.Id, "示例铝业有限公司熔铸厂", "铸造工", MidYear));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await ImportAsync("E1,甲,示例铝业有限公司熔铸厂,铸造工,在职", "E2,乙,另一铝业有限公司,化验员,在职");
        var records = await CountAsync(db => db.AuditRecords);

        var again = await PlanAsync("E1,甲,示例铝业有限公司熔铸厂,铸造工,在职", "E2,乙,另一铝业有限公司,化验员,在职");

        again.Changes.ShouldBeEmpty();
        again.Unchanged.ShouldBe(2);
        (await CountAsync(db => db.AuditRecords.Where(a => a.EntityKind == "honoree"))).ShouldBe(2);
        records.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task A_move_ends_one_employment_and_begins_another()
    {
        await ImportAsync("E1,甲,示例铝业有限公司熔铸厂,铸造工,在职");
        await ImportAsync(new PartialDate(2025, 12, 31), [Header, "E1,甲,另一铝业有限公司,铸造工,在职"]);

        var posts = (await PersonAsync("E1")).Employments.OrderBy(e => e.From).ToList();
        posts
            .Select(p => (p.UnitId, p.From, p.To))
            .ShouldBe([(plant.Id, MidYear, new PartialDate(2025, 12, 31)), (other.Id, new PartialDate(2025, 12, 31), null)]);
    }

    [Fact]
    public async Task Another_post_in_the_same_unit_is_another_employment()
    {
        await ImportAsync("E1,甲,示例铝业有限公司熔铸厂,铸造工,在职");
        await ImportAsync(new PartialDate(2025, 12, 31), [Header, "E1,甲,示例铝业有限公司熔铸厂,班长,在职"]);

        (await PersonAsync("E1")).Employments.OrderBy(e => e.From).Select(e => e.Position).ShouldBe(["铸造工", "班长"]);
    }

    [Fact]
    public async Task Whoever_is_missing_from_a_complete_roster_has_left()
    {
        await ImportAsync(
            "E1,甲,示例铝业有限公司熔铸厂,铸造工,在职",
            "E2,乙,示例铝业有限公司,化验员,在职",
            "E3,丙,另一铝业有限公司,司机,在职"
        );

        await ImportAsync(
            new PartialDate(2025, 12, 31),
            [Header, "E2,乙,示例铝业有限公司,化验员,在职"],
            choices => choices with { CompleteFor = company.Id }
        );

        (await PersonAsync("E1")).Employments.Single().To.ShouldBe(new PartialDate(2025, 12, 31));
        (await PersonAsync("E3")).Employments.Single().To.ShouldBeNull();
    }

    [Fact]
    public async Task A_part_of_a_roster_lets_nobody_leave()
    {
        await ImportAsync("E1,甲,示例铝业有限公司熔铸厂,铸造工,在职");

        (await PlanAsync("E2,乙,示例铝业有限公司,化验员,在职")).Count(ImportChangeKind.Left).ShouldBe(0);
    }

    [Fact]
    public async Task A_number_with_another_name_is_a_conflict_until_somebody_says_it_is_a_new_name()
    {
        await ImportAsync("E1,甲,示例铝业有限公司熔铸厂,铸造工,在职");

        (await PlanAsync("E1,乙,示例铝业有限公司熔铸厂,铸造工,在职")).Changes.Single().Kind.ShouldBe(ImportChangeKind.Conflict);
        await ImportAsync(MidYear, [Header, "E1,乙,示例铝业有限公司熔铸厂,铸造工,在职"], choices => choices with { TakesNewNames = true });

        (await PersonAsync("E1")).Name.ShouldBe("乙");
    }

    [Fact]
    public async Task A_number_twice_in_the_file_is_written_for_neither_row()
    {
        var plan = await PlanAsync("E1,甲,示例铝业有限公司,铸造工,在职", "E1,乙,示例铝业有限公司,司机,在职");

        plan.Changes.Select(c => c.Kind).ShouldBe([ImportChangeKind.Conflict, ImportChangeKind.Conflict]);
        plan.Changes[0].Advice!.ShouldContain("第 2、3 行");
    }

    [Fact]
    public async Task A_person_known_from_print_gets_the_number_when_name_and_unit_agree()
    {
        var printed = A.Honoree("甲");
        printed.Employ(plant.Id, "熔铸厂", position: null, from: null);
        await database.SaveAsync(printed);

        await ImportAsync("E1,甲,示例铝业有限公司熔铸厂,铸造工,在职");

        (await PersonAsync("E1")).Id.ShouldBe(printed.Id);
    }

    [Fact]
    public async Task Two_namesakes_in_print_are_never_guessed_between()
    {
        foreach (var printed in (Honoree[])[A.Honoree("甲"), A.Honoree("甲")])
        {
            printed.Employ(plant.Id, "熔铸厂", position: null, from: null);
            await database.SaveAsync(printed);
        }

        var plan = await PlanAsync("E1,甲,示例铝业有限公司熔铸厂,铸造工,在职");

        plan.Changes.Single().Kind.ShouldBe(ImportChangeKind.Conflict);
        plan.Changes.Single().Advice!.ShouldContain("2 位同名");
    }

    [Fact]
    public async Task People_outside_the_importers_units_are_refused()
    {
        var run = await runs.ReceiveAsync(
            ImportKind.Roster,
            "名册.csv",
            Sheets.Csv(Header, "E1,甲,另一铝业有限公司,司机,在职"),
            A.Clerk,
            [company.Id],
            Cancellation
        );

        var plan = (await runs.LookAsync(run, Cancellation))!.Plan;

        plan.Changes.Single().Advice!.ShouldContain("不在您负责的单位范围内");
    }

    [Fact]
    public async Task An_unknown_unit_is_kept_as_text_and_told()
    {
        var change = (await PlanAsync("E1,甲,无名公司,铸造工,在职")).Changes.Single();

        (change.Kind, ((RosterChange)change).UnitId).ShouldBe((ImportChangeKind.New, null));
        change.Advice!.ShouldContain("不在组织树中");
    }

    [Fact]
    public async Task What_changed_after_it_was_looked_at_has_to_be_looked_at_again()
    {
        await ImportAsync("E1,甲,示例铝业有限公司熔铸厂,铸造工,在职");
        var run = await ReceiveAsync(new PartialDate(2025, 12, 31), [Header, "E1,甲,另一铝业有限公司,铸造工,在职"]);
        var look = (await runs.LookAsync(run, Cancellation))!;
        await ImportAsync(new PartialDate(2025, 9, 30), [Header, "E1,甲,示例铝业有限公司熔铸厂,班长,在职"]);

        await runs.ApproveAsync(CommandStamp.New(A.Clerk), run, look.Plan.Digest, Cancellation);
        await applier.ApplyAsync(run, Cancellation);

        var after = (await runs.LookAsync(run, Cancellation))!.Run;
        after.State.ShouldBe(ImportState.Checking);
        after.Message!.ShouldContain("重新核对");
        (await PersonAsync("E1")).CurrentEmployment!.Position.ShouldBe("班长");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_killed_import_goes_on_where_it_was(bool afterCommit)
    {
        var run = await ReceiveAsync(MidYear, [Header, "E1,甲,示例铝业有限公司,铸造工,在职", "E2,乙,另一铝业有限公司,司机,在职"]);
        var look = (await runs.LookAsync(run, Cancellation))!;
        await runs.ApproveAsync(CommandStamp.New(A.Clerk), run, look.Plan.Digest, Cancellation);
        if (afterCommit)
        {
            crash.AfterCommit();
        }
        else
        {
            crash.BeforeCommit();
        }

        await applier.ApplyAsync(run, Cancellation);
        await RetryAsync(run);

        (await CountAsync(db => db.Honorees)).ShouldBe(2);
        (await CountAsync(db => db.Employments)).ShouldBe(2);
        (await CountAsync(db => db.AuditRecords.Where(a => a.EntityKind == "honoree"))).ShouldBe(2);
    }

    [Fact]
    public async Task A_cancelled_import_writes_nothing_and_forgets_the_file()
    {
        var run = await ReceiveAsync(MidYear, [Header, "E1,甲,示例铝业有限公司,铸造工,在职"]);

        (await runs.CancelAsync(CommandStamp.New(A.Clerk), run, Cancellation)).Succeeded.ShouldBeTrue();
        await applier.ApplyAsync(run, Cancellation);

        (await CountAsync(db => db.Honorees)).ShouldBe(0);
        (await CountAsync(db => db.ImportFiles)).ShouldBe(0);
    }

    [Fact]
    public async Task A_roster_on_which_nobody_decides_is_forgotten_after_thirty_days()
    {
        var old = await ReceiveAsync(MidYear, [Header, "E1,甲,示例铝业有限公司,铸造工,在职"]);
        clock.Advance(TimeSpan.FromDays(20));
        var young = await ReceiveAsync(MidYear, [Header, "E2,乙,示例铝业有限公司,铸造工,在职"]);
        var imports = new OldImports(database, runs, clock);
        (await imports.ForgetAsync(Cancellation)).ShouldBe(0);

        clock.Advance(TimeSpan.FromDays(11));

        (await imports.ForgetAsync(Cancellation)).ShouldBe(1);
        (await imports.ForgetAsync(Cancellation)).ShouldBe(0);
        (await runs.LookAsync(old, Cancellation)).ShouldBeNull();
        (await runs.LookAsync(young, Cancellation)).ShouldNotBeNull();
        (await CountAsync(db => db.ImportRuns.Where(r => r.Id == old && r.State == ImportState.Cancelled))).ShouldBe(1);
        (await CountAsync(db => db.AuditRecords.Where(a => a.Action == "import.forget"))).ShouldBe(1);
    }

    [Fact]
    public async Task Columns_that_somebody_chose_are_remembered_for_the_next_file_of_the_shape()
    {
        string[] file = ["代号,姓名,单位", "E1,甲,示例铝业有限公司"];
        var look = (await runs.LookAsync(await ReceiveAsync(MidYear, file), Cancellation))!;
        look.Choices.Fields[0].ShouldBe(TableFields.Ignored);
        var fields = look.Choices.Fields.SetItem(0, nameof(RosterField.Number));
        await runs.ChooseAsync(CommandStamp.New(A.Clerk), look, look.Choices with { Fields = fields }, Cancellation);

        var next = await runs.ReceiveAsync(
            ImportKind.Roster,
            "七月.csv",
            Sheets.Csv("代号,姓名,单位", "E2,乙,示例铝业有限公司"),
            A.Clerk,
            scopeUnits: null,
            Cancellation
        );

        (await runs.LookAsync(next, Cancellation))!.Choices.Fields.ShouldBe(fields);
    }

    [Fact]
    public async Task A_failed_row_does_not_hold_the_others_up()
    {
        await ImportAsync("E1,甲,示例铝业有限公司,铸造工,在职", "E2,乙123,示例铝业有限公司,司机,在职", "E3,丙,示例铝业有限公司,司机,在职");

        (await CountAsync(db => db.Honorees)).ShouldBe(2);
    }

    private Task ImportAsync(params string[] people) => ImportAsync(MidYear, [Header, .. people]);

    private async Task ImportAsync(PartialDate asOf, string[] lines, Func<ImportChoices, ImportChoices>? choose = null)
    {
        var run = await ReceiveAsync(asOf, lines, choose);
        var look = (await runs.LookAsync(run, Cancellation))!;
        (await runs.ApproveAsync(CommandStamp.New(A.Clerk), run, look.Plan.Digest, Cancellation)).Succeeded.ShouldBeTrue();
        await applier.ApplyAsync(run, Cancellation);
    }

    private async Task<ImportPlan> PlanAsync(params string[] people) =>
        (await runs.LookAsync(await ReceiveAsync(MidYear, [Header, .. people]), Cancellation))!.Plan;

    private async Task<Guid> ReceiveAsync(PartialDate asOf, string[] lines, Func<ImportChoices, ImportChoices>? choose = null)
    {
        var run = await runs.ReceiveAsync(ImportKind.Roster, "名册.csv", Sheets.Csv(lines), A.Clerk, scopeUnits: null, Cancellation);
        var look = (await runs.LookAsync(run, Cancellation))!;
        var choices = look.Choices with { AsOf = asOf };
        await runs.ChooseAsync(CommandStamp.New(A.Clerk), look, choose?.Invoke(choices) ?? choices, Cancellation);
        return run;
    }

    private async Task RetryAsync(Guid run)
    {
        var stamp = CommandStamp.New(A.Clerk);
        if ((await runs.LookAsync(run, Cancellation))?.Run.State == ImportState.Failed)
        {
            (await runs.TakeUpAsync(stamp, run, Cancellation)).Succeeded.ShouldBeTrue();
        }

        await applier.ApplyAsync(run, Cancellation);
    }

    private async Task<Honoree> PersonAsync(string number)
    {
        var db = database.Open();
        await using (db)
        {
            return await db.Honorees.Include(h => h.Employments).SingleAsync(h => h.EmployeeNumber == number, Cancellation);
        }
    }

    private async Task<int> CountAsync<T>(Func<Data.HonorsContext, IQueryable<T>> what)
    {
        var db = database.Open();
        await using (db)
        {
            return await what(db).CountAsync(Cancellation);
        }
    }
}
