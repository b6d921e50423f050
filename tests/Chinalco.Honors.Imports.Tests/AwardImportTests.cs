using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Imports.Tests;

/// <summary>Awards of the catalogue, from file to registry.</summary>
public sealed class AwardImportTests : IAsyncLifetime
{
    private const string Header = "荣誉代码,荣誉名称,别名,原名称,授予机构,级别,待遇层级,评选周期,授予对象,系列,备注";

    private readonly Unit group = A.Unit("示例集团有限公司", tier: UnitTier.Group);
    private readonly CrashOnce crash = new();
    private Unit company = null!;
    private Award model = null!;
    private Award printed = null!;
    private ImportDesk desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        desk = await ImportDesk.OpenAsync(crash);
        company = A.Unit("示例铝业有限公司", group.Id);
        model = new Award(
            Guid.CreateVersion7(),
            "T001",
            "示例劳动模范",
            AwardLevel.Group,
            AwardFamily.ModelWorker,
            "示例集团",
            new AwardDetails(null, "两年", "每两年评选一次，先进者得之。", [RecipientKind.Person])
        );
        model.AddAlias("示例劳模");
        printed = A.Award("示例安全标兵", AwardLevel.Enterprise, AwardFamily.Safety);
        await desk.Database.SaveAsync(group, model, printed);
        await desk.Database.SaveAsync(company);
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task New_awards_are_entered_with_all_that_the_row_says()
    {
        await ImportAsync(
            "T010,示例工匠（首席）,\"首席工匠、工匠,匠师\",,中央企业工会、示例集团,省部,集团级,每年,个人、集体,技能,“匠心”者，授予之。",
            "合计,2 项,,,,,,,,,"
        );

        var entered = await AwardAsync("示例工匠（首席）");
        (entered.Code, entered.Level, entered.TreatmentLevel, entered.Family, entered.Cycle).ShouldBe(
            ("T010", AwardLevel.Provincial, AwardLevel.Group, AwardFamily.Skill, "每年")
        );
        (entered.ConferringBody, entered.Summary).ShouldBe(("中央企业工会、示例集团", "“匠心”者，授予之。"));
        entered.Recipients.ShouldBe([RecipientKind.Person, RecipientKind.Team]);
        entered.Aliases.Select(a => a.Name).ShouldBe(["首席工匠", "工匠", "匠师"], ignoreOrder: true);
        (await RecordsAsync("award.register")).ShouldBe(1);
    }

    [Fact]
    public async Task What_differs_is_shown_beside_what_was_and_empty_cells_change_nothing()
    {
        string[] rows = ["T001,示例劳动模范,劳模标兵,,,国家级,省部级,每年,,,"];
        var change = (await LookAsync(rows)).Plan.Changes.Single();
        change.Kind.ShouldBe(ImportChangeKind.Changed);
        change
            .Fields.Select(f => (f.Field, f.Before, f.After))
            .ShouldBe([
                ("级别", "集团级", "国家级"),
                ("待遇层级", null, "省部级"),
                ("评选周期", "两年", "每年"),
                ("别名", null, "劳模标兵"),
            ]);

        await ImportAsync(rows);

        var changed = await AwardAsync("示例劳动模范");
        (changed.Level, changed.ConferringBody, changed.Summary).ShouldBe(
            (AwardLevel.National, "示例集团", "每两年评选一次，先进者得之。")
        );
        changed.Aliases.Select(a => a.Name).ShouldBe(["示例劳模", "劳模标兵"], ignoreOrder: true);
        (await RecordsAsync("award.describe")).ShouldBe(1);
    }

    [Fact]
    public async Task A_renamed_award_keeps_its_old_name_as_an_alias()
    {
        await ImportAsync("T001,示例功勋劳动模范,,,,,,,,,");

        var renamed = await AwardAsync("示例功勋劳动模范");
        renamed.Id.ShouldBe(model.Id);
        renamed.Aliases.Select(a => a.Name).ShouldBe(["示例劳模", "示例劳动模范"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("T020,示例安全生产标兵,示例安全标兵,,,,,,,,")]
    [InlineData("T020,示例安全生产标兵,,示例安全标兵,,,,,,,")]
    public async Task An_award_found_in_print_takes_code_and_name_of_the_table(string row)
    {
        await ImportAsync(row);

        var taken = await AwardAsync("示例安全生产标兵");
        (taken.Id, taken.Code).ShouldBe((printed.Id, "T020"));
        taken.Aliases.Select(a => a.Name).ShouldBe(["示例安全标兵"]);
    }

    [Fact]
    public async Task Conferrals_keep_their_level_and_the_preview_says_so()
    {
        var conferral = new Conferral(Guid.CreateVersion7(), model.Id, A.Facts(), [A.Team("示例一班", company.Id)], A.Moment);
        await desk.Database.SaveAsync(conferral);
        string[] rows = ["T001,示例劳动模范,,,,国家级,,,,,"];

        (await LookAsync(rows)).Plan.Changes.Single().Advice!.ShouldContain("已登记的 1 项授予各自记着当时的级别");
        await ImportAsync(rows);

        (await desk.ReadAsync(db => db.Conferrals.Select(c => c.Level).SingleAsync(Stop))).ShouldBe(AwardLevel.Group);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        string[] rows =
        [
            "T010,示例工匠（首席）,首席工匠,,示例集团（总部）,省部级,,每年,\"集体,个人\",技能,授予（工匠），每年。",
            "T001,示例功勋劳模,,,,,,,,,",
            ",示例安全标兵,安全卫士,,,,,,,,",
        ];
        await ImportAsync(rows);

        var plan = (await LookAsync(rows)).Plan;

        (plan.Changes.Length, plan.Unchanged).ShouldBe((0, 3));
        (await desk.ReadAsync(db => db.Awards.CountAsync(Stop))).ShouldBe(3);
    }

    [Theory]
    [InlineData(",示例新荣誉,,,,,,,,技能,", "须有级别和系列")]
    [InlineData(",示例新荣誉,,,,处级,,,,技能,", "不是系统中的级别")]
    [InlineData(",示例新荣誉,,,,集团级,,,,文体,", "不是系统中的系列")]
    [InlineData(",示例新荣誉,,,,集团级,,,所有人,技能,", "应为个人、集体或单位")]
    [InlineData(",示例劳模,,,,集团级,,,,劳模,", "是荣誉“示例劳动模范”的别名")]
    [InlineData("T001,示例劳模,,,,,,,,,", "没有改名")]
    [InlineData("T009,示例劳动模范,,,,,,,,,", "代码是 T001")]
    [InlineData("T001,示例安全标兵,,,,,,,,,", "也叫")]
    [InlineData("T001,示例劳动模范,示例安全标兵,,,,,,,,", "是另一项荣誉的名称")]
    [InlineData(",13800138000,,,,集团级,,,,技能,", "手机号")]
    public async Task A_row_that_cannot_be_taken_is_told_and_not_written(string row, string advice)
    {
        var change = (await LookAsync(row)).Plan.Changes.Single();

        change.IsWritten.ShouldBeFalse();
        change.Advice!.ShouldContain(advice);
    }

    [Theory]
    [InlineData("T010,示例甲奖,,,,集团级,,,,技能,", "t010,示例乙奖,,,,集团级,,,,技能,", "多次")]
    [InlineData(",示例甲奖,,,,集团级,,,,技能,", ",示例“甲”奖,,,,集团级,,,,技能,", "同名")]
    [InlineData("T001,示例劳动模范,,,,,,,,,", ",示例劳动模范,,,,,,每年,,,", "同一项荣誉")]
    public async Task Rows_that_contradict_each_other_are_not_written(string first, string second, string advice)
    {
        var plan = (await LookAsync(first, second)).Plan;

        plan.Writes.ShouldBe(0);
        plan.Changes.ShouldContain(c => c.Advice!.Contains(advice, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_hr_of_the_group_keeps_the_catalogue()
    {
        var others = (await PlanAsync("T010,示例工匠,,,,集团级,,,,技能,", company)).Changes.Single();
        (others.IsWritten, others.Advice!.Contains("集团人事维护", StringComparison.Ordinal)).ShouldBe((false, true));

        (await PlanAsync("T011,示例匠师,,,,集团级,,,,技能,", group)).Writes.ShouldBe(1);

        async Task<ImportPlan> PlanAsync(string row, Unit scope) =>
            (await desk.LookAsync(ImportKind.Awards, Sheets.Csv(Header, row), scope: [scope.Id])).Plan;
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_is_left_for_a_new_look_but_conferrals_hinder_nothing()
    {
        var look = await LookAsync("T001,示例劳动模范,,,,,,每年,,,", ",示例安全标兵,,,,,,每年,,,");
        await desk.ApproveAsync(look);
        var db = desk.Database.Open();
        await using (db)
        {
            (await db.Awards.SingleAsync(a => a.Id == model.Id, Stop)).AddAlias("别人添的");
            (await db.Awards.SingleAsync(a => a.Id == printed.Id, Stop)).ConferralsChanged();
            await db.SaveChangesAsync(Stop);
        }

        await desk.Applier.ApplyAsync(look.Run.Id, Stop);

        var run = await desk.ReadAsync(db => db.ImportRuns.SingleAsync(r => r.Id == look.Run.Id, Stop));
        (run.State, run.ApprovedDigest).ShouldBe((ImportState.Checking, null));
        (await AwardAsync("示例劳动模范")).Cycle.ShouldBe("两年");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_killed_import_goes_on_where_it_was(bool afterCommit)
    {
        var look = await LookAsync("T010,示例工匠,,,,集团级,,,,技能,", "T001,示例功勋劳模,,,,,,,,,");
        await desk.ApproveAsync(look);
        if (afterCommit)
        {
            crash.AfterCommit();
        }
        else
        {
            crash.BeforeCommit();
        }

        await desk.Applier.ApplyAsync(look.Run.Id, Stop);
        await desk.GoOnAsync(look.Run.Id);

        (await AwardAsync("示例功勋劳模")).Id.ShouldBe(model.Id);
        (await RecordsAsync("award.register")).ShouldBe(1);
        (await RecordsAsync("award.describe")).ShouldBe(1);
    }

    private Task<ImportRun> ImportAsync(params string[] rows) => desk.ImportAsync(ImportKind.Awards, Sheets.Csv([Header, .. rows]));

    private Task<ImportLook> LookAsync(params string[] rows) => desk.LookAsync(ImportKind.Awards, Sheets.Csv([Header, .. rows]));

    private Task<int> RecordsAsync(string action) => desk.ReadAsync(db => db.AuditRecords.CountAsync(a => a.Action == action, Stop));

    private Task<Award> AwardAsync(string name) =>
        desk.ReadAsync(db => db.Awards.Include(a => a.Aliases).SingleAsync(a => a.Name == name, Stop));
}
