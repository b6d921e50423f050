using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Imports.Tests;

/// <summary>Headcounts per unit and year, from file to registry.</summary>
public sealed class HeadcountImportTests : IAsyncLifetime
{
    private const string Header = "单位,年度,年末人数";

    private readonly Unit company = A.Unit("示例铝业有限公司");
    private readonly Unit other = A.Unit("另一铝业有限公司");
    private readonly CrashOnce crash = new();
    private ImportDesk desk = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await ImportDesk.OpenAsync(crash);
        await desk.Database.SaveAsync(company, other);
        await desk.Database.SaveAsync(A.Unit("熔铸厂", company.Id, UnitTier.Grassroots));
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Numbers_of_units_and_years_are_entered_with_their_source_and_a_record()
    {
        await ImportAsync(Header, "示例铝业有限公司,2024,\"1,234人\"", "示例铝业有限公司,2023年度,１２００", "合计,,2434");

        (await CountsAsync()).ShouldBe([(company.Id, 2023, 1200), (company.Id, 2024, 1234)]);
        (await desk.ReadAsync(db => db.Headcounts.Select(h => h.Source).Distinct().SingleAsync(Stop))).ShouldBe("表格.csv");
        (await RecordsAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_workbook_with_a_column_for_each_year_and_a_title_is_read()
    {
        object?[][] rows =
        [
            ["示例集团职工人数统计表"],
            ["单位", "2023年", "2024年末人数"],
            ["示例铝业有限公司", 1200, 1234],
            ["另一铝业有限公司", null, 56],
            ["合计", 1200, 1290],
        ];

        await desk.ImportAsync(ImportKind.Headcounts, Sheets.Workbook(rows, "A1:C1"));

        (await CountsAsync()).ShouldBe([(company.Id, 2023, 1200), (company.Id, 2024, 1234), (other.Id, 2024, 56)], ignoreOrder: true);
    }

    [Fact]
    public async Task Without_a_year_the_day_of_the_title_decides()
    {
        await ImportAsync("截至2022年12月31日人数,", "单位,人数", "示例铝业有限公司,88");

        (await CountsAsync()).ShouldBe([(company.Id, 2022, 88)]);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await ImportAsync(Header, "示例铝业有限公司,2024,100");

        var plan = (await LookAsync(Header, "示例铝业有限公司,2024,100")).Plan;

        (plan.Changes.Length, plan.Unchanged).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Another_number_is_shown_beside_the_one_before()
    {
        await ImportAsync(Header, "示例铝业有限公司,2024,100");
        var change = (await LookAsync(Header, "示例铝业有限公司,2024,120")).Plan.Changes.Single();

        change.Kind.ShouldBe(ImportChangeKind.Changed);
        change.Fields.Single().ShouldBe(new FieldChange("2024 年人数", "100", "120"));
    }

    [Theory]
    [InlineData("无名公司,2024,100", "不在组织树中")]
    [InlineData("示例铝业有限公司不存在的车间,2024,100", "不在组织树中")]
    [InlineData("示例铝业有限公司,1024,100", "有误")]
    [InlineData("示例铝业有限公司,2024,约一百", "有误")]
    [InlineData("示例铝业有限公司,2024,10.5", "有误")]
    [InlineData("示例铝业有限公司,2024,", "没有人数")]
    [InlineData("示例铝业有限公司,2024,13800138000", "手机号")]
    public async Task A_row_that_cannot_be_taken_is_told_and_not_written(string row, string advice)
    {
        var change = (await LookAsync(Header, row)).Plan.Changes.Single();

        change.IsWritten.ShouldBeFalse();
        change.Advice!.ShouldContain(advice);
    }

    [Fact]
    public async Task A_part_of_a_company_is_named_by_its_path()
    {
        await ImportAsync("公司,车间,年度,人数", "示例铝业有限公司,熔铸厂,2024,40");

        (await CountsAsync()).Single().Number.ShouldBe(40);
    }

    [Fact]
    public async Task Two_numbers_for_one_unit_and_year_are_a_conflict()
    {
        var plan = (await LookAsync(Header, "示例铝业有限公司,2024,100", "示例铝业有限公司,2024,120")).Plan;

        plan.Changes.Select(c => c.Kind).ShouldBe([ImportChangeKind.Conflict, ImportChangeKind.Conflict]);
    }

    [Fact]
    public async Task Units_outside_the_importers_units_are_refused()
    {
        var look = await desk.LookAsync(ImportKind.Headcounts, Sheets.Csv(Header, "另一铝业有限公司,2024,9"), scope: [company.Id]);

        look.Plan.Changes.Single().Advice!.ShouldContain("不在您负责的单位范围内");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_killed_import_goes_on_where_it_was(bool afterCommit)
    {
        var look = await LookAsync(Header, "示例铝业有限公司,2024,100", "另一铝业有限公司,2024,120");
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

        (await CountsAsync()).Count.ShouldBe(2);
        (await RecordsAsync()).ShouldBe(2);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<ImportRun> ImportAsync(params string[] lines) => desk.ImportAsync(ImportKind.Headcounts, Sheets.Csv(lines));

    private Task<ImportLook> LookAsync(params string[] lines) => desk.LookAsync(ImportKind.Headcounts, Sheets.Csv(lines));

    private Task<int> RecordsAsync() => desk.ReadAsync(db => db.AuditRecords.CountAsync(a => a.Action == "unit.headcount", Stop));

    private async Task<List<(Guid UnitId, int Year, int Number)>> CountsAsync() =>
        [.. (await desk.ReadAsync(db => db.Headcounts.OrderBy(h => h.Year).ToListAsync(Stop))).Select(h => (h.UnitId, h.Year, h.Number))];
}
