using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Imports.Tests;

/// <summary>Units of the organisation, from file to tree.</summary>
public sealed class UnitImportTests : IAsyncLifetime
{
    private const string Header = "代码,单位名称,上级单位,层级,所在地,曾用名,简称";

    private readonly Unit group = A.Unit("示例集团有限公司", tier: UnitTier.Group);
    private readonly CrashOnce crash = new();
    private Unit company = null!;
    private Unit other = null!;
    private Unit plant = null!;
    private ImportDesk desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        desk = await ImportDesk.OpenAsync(crash);
        company = new Unit(
            Guid.CreateVersion7(),
            "T01",
            "示例铝业（昆明）有限公司",
            UnitTier.Enterprise,
            group.Id,
            place: null,
            summary: null
        );
        company.AddName("示例铝业", UnitNameKind.Alias);
        other = new Unit(Guid.CreateVersion7(), "T02", "另一铝业有限公司", UnitTier.Enterprise, group.Id, place: null, summary: null);
        plant = A.Unit("熔铸厂", company.Id, UnitTier.Grassroots);
        await desk.Database.SaveAsync(group);
        await desk.Database.SaveAsync(company, other);
        await desk.Database.SaveAsync(plant);
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task New_units_are_entered_below_their_parents_whatever_the_order_of_the_rows()
    {
        await ImportAsync(
            "T11,电解一班,电解一厂,班组,,,",
            "T10,电解一厂,示例铝业（昆明）有限公司,基层单位,昆明,老电解厂（1996—2010年）、更老的厂(至1996),一厂",
            ",电解二班,示例铝业(昆明)有限公司/电解一厂,班组,,,",
            ",焙烧班,T02,班组,,,"
        );

        var entered = await UnitAsync("电解一厂");
        (entered.Code, entered.ParentId, entered.Tier, entered.Place, entered.ShortName).ShouldBe(
            ("T10", company.Id, UnitTier.Grassroots, "昆明", "一厂")
        );
        entered
            .Names.Where(n => n.Kind == UnitNameKind.Former)
            .Select(n => (n.Name, n.From?.ToString(), n.To?.ToString()))
            .ShouldBe([("老电解厂", "1996", "2010"), ("更老的厂", null, "1996")], ignoreOrder: true);
        (await UnitAsync("电解一班")).ParentId.ShouldBe(entered.Id);
        (await UnitAsync("电解二班")).ParentId.ShouldBe(entered.Id);
        (await UnitAsync("焙烧班")).ParentId.ShouldBe(other.Id);
        (await RecordsAsync("unit.register")).ShouldBe(4);
    }

    [Fact]
    public async Task A_new_name_leaves_the_old_one_as_a_former_name_with_its_year()
    {
        await ImportAsync("T02,新铝业（集团）有限公司,,,,另一铝业有限公司（—2024年）,");

        var renamed = await UnitAsync("新铝业（集团）有限公司");
        renamed.Id.ShouldBe(other.Id);
        renamed.Names.Single(n => n.Kind == UnitNameKind.Former).To.ToString().ShouldBe("2024");
        (await RecordsAsync("unit.rename")).ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_code_a_former_name_tells_which_unit_has_a_new_name()
    {
        await ImportAsync(",铸造厂,T01,,,熔铸厂（至2023）,");

        (await UnitAsync("铸造厂")).Id.ShouldBe(plant.Id);
    }

    [Fact]
    public async Task Another_parent_tier_place_and_names_are_shown_beside_what_was_and_written()
    {
        string[] rows = ["T02,另一铝业有限公司,T01,直管单位,贵阳,,另铝"];
        var change = (await LookAsync(rows)).Plan.Changes.Single();
        change.Kind.ShouldBe(ImportChangeKind.Changed);
        change
            .Fields.Select(f => (f.Field, f.Before, f.After))
            .ShouldBe([
                ("上级单位", "示例集团有限公司", "示例铝业（昆明）有限公司"),
                ("层级", "实体企业", "直管单位"),
                ("所在地", null, "贵阳"),
                ("简称", null, "另铝"),
            ]);

        await ImportAsync(rows);

        var moved = await UnitAsync("另一铝业有限公司");
        (moved.ParentId, moved.Tier, moved.Place, moved.ShortName).ShouldBe((company.Id, UnitTier.DirectlyManaged, "贵阳", "另铝"));
        (await RecordsAsync("unit.move")).ShouldBe(1);
        (await RecordsAsync("unit.correct")).ShouldBe(1);
        (await RecordsAsync("unit.name")).ShouldBe(1);
    }

    [Fact]
    public async Task A_parent_and_its_child_may_change_places()
    {
        await ImportAsync("T03,新厂,T01,基层单位,,,");
        await ImportAsync("T03,新厂,示例集团有限公司,,,,", "T01,示例铝业（昆明）有限公司,T03,,,,");

        var raised = await UnitAsync("新厂");
        (raised.ParentId, (await UnitAsync("示例铝业（昆明）有限公司")).ParentId).ShouldBe((group.Id, raised.Id));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_nothing_is_ever_deleted()
    {
        string[] rows = ["T10,电解一厂,T01,基层单位,昆明,旧厂（1996—2010）,一厂", ",电解一班,电解一厂,班组,,,", "T02,新铝业有限公司,,,,,"];
        await ImportAsync(rows);

        var plan = (await LookAsync(rows)).Plan;

        (plan.Changes.Length, plan.Unchanged).ShouldBe((0, 3));
        (await desk.ReadAsync(db => db.Units.CountAsync(Stop))).ShouldBe(6);
    }

    [Fact]
    public async Task A_unit_found_in_print_takes_the_code_of_the_table()
    {
        await ImportAsync("T20,熔铸厂,示例铝业,基层单位,,,");

        var taken = await UnitAsync("熔铸厂");
        (taken.Id, taken.Code).ShouldBe((plant.Id, "T20"));
    }

    [Theory]
    [InlineData(",没有上级的厂,没有的公司,基层单位,,,", "不在组织树中")]
    [InlineData(",没有上级的厂,,基层单位,,,", "须有上级单位")]
    [InlineData(",没有层级的厂,T01,,,,", "须有层级")]
    [InlineData(",层级不清的厂,T01,处级,,,", "不是系统中的层级")]
    [InlineData("T01,示例铝业（昆明）有限公司,熔铸厂,,,,", "是它自己或它的下级")]
    [InlineData("T01,示例铝业（昆明）有限公司,T01,,,,", "是它自己或它的下级")]
    [InlineData("T01,示例铝业,,,,,", "没有改名")]
    [InlineData("T01,另一铝业有限公司,,,,,", "也叫")]
    [InlineData("T09,另一铝业有限公司,示例集团有限公司,实体企业,,,", "代码是 T02")]
    [InlineData("T10,电解一厂,T01,基层单位,,旧厂（2010年以前）,", "年份看不懂")]
    [InlineData(",13800138000,T01,基层单位,,,", "手机号")]
    public async Task A_row_that_cannot_be_taken_is_told_and_not_written(string row, string advice)
    {
        var change = (await LookAsync(row)).Plan.Changes.Single();

        change.IsWritten.ShouldBeFalse();
        change.Advice!.ShouldContain(advice);
    }

    [Theory]
    [InlineData("T10,甲厂,T01,基层单位,,,", "t10,乙厂,T01,基层单位,,,", "多次")]
    [InlineData(",甲厂,T01,基层单位,,,", ",甲厂,示例铝业,基层单位,,,", "也叫")]
    [InlineData("T10,甲厂,T11,基层单位,,,", "T11,乙厂,T10,基层单位,,,", "是它自己或它的下级")]
    [InlineData(",熔铸厂,T01,,,,", ",熔铸厂,示例铝业,,,,", "同一个单位")]
    [InlineData("T10,甲厂,T01,处级,,,", ",一班,甲厂,班组,,,", "不在本文件中")]
    public async Task Rows_that_contradict_each_other_are_not_written(string first, string second, string advice)
    {
        var plan = (await LookAsync(first, second)).Plan;

        plan.Writes.ShouldBe(0);
        plan.Changes.Length.ShouldBe(2);
        plan.Changes.ShouldContain(c => c.Advice!.Contains(advice, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hr_changes_only_what_stands_below_its_own_units()
    {
        var look = await desk.LookAsync(
            ImportKind.Units,
            Sheets.Csv(
                Header,
                "T10,自己的厂,T01,基层单位,,,",
                "T11,自己的班,T10,班组,,,",
                "T12,别人的厂,T02,基层单位,,,",
                "T01,改名的公司,,,,,",
                ",熔铸厂,T02,基层单位,,,",
                "T02,另一铝业有限公司,T01,,,,"
            ),
            scope: [company.Id]
        );

        look.Plan.Changes.Where(c => c.IsWritten).Select(c => c.Name).ShouldBe(["自己的厂", "自己的班"]);
        look.Plan.Changes.Where(c => !c.IsWritten).ShouldAllBe(c => c.Advice!.Contains("不在您负责的单位之下", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_is_left_for_a_new_look()
    {
        var look = await LookAsync("T02,另一铝业有限公司,,,贵阳,,");
        await desk.ApproveAsync(look);
        var db = desk.Database.Open();
        await using (db)
        {
            (await db.Units.SingleAsync(u => u.Id == other.Id, Stop)).Correct(code: null, UnitTier.Enterprise, "昆明");
            await db.SaveChangesAsync(Stop);
        }

        await desk.Applier.ApplyAsync(look.Run.Id, Stop);

        (await UnitAsync("另一铝业有限公司")).Place.ShouldBe("昆明");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_killed_import_goes_on_where_it_was(bool afterCommit)
    {
        var look = await LookAsync(",电解一厂,T01,基层单位,,,", ",电解一班,电解一厂,班组,,,");
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

        (await UnitAsync("电解一班")).ParentId.ShouldBe((await UnitAsync("电解一厂")).Id);
        (await RecordsAsync("unit.register")).ShouldBe(2);
    }

    private Task<ImportRun> ImportAsync(params string[] rows) => desk.ImportAsync(ImportKind.Units, Sheets.Csv([Header, .. rows]));

    private Task<ImportLook> LookAsync(params string[] rows) => desk.LookAsync(ImportKind.Units, Sheets.Csv([Header, .. rows]));

    private Task<int> RecordsAsync(string action) => desk.ReadAsync(db => db.AuditRecords.CountAsync(a => a.Action == action, Stop));

    private Task<Unit> UnitAsync(string name) =>
        desk.ReadAsync(db => db.Units.Include(u => u.Names).SingleAsync(u => u.Name == name, Stop));
}
