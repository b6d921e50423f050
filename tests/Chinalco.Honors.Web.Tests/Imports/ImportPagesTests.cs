using System.Text;
using AngleSharp.Dom;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Imports;

/// <summary>HR takes a roster in over the pages, without script.</summary>
public sealed class ImportPagesTests(SampleSite site)
{
    private const string Header = "工号,姓名,单位,岗位,手机号";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_roster_is_uploaded_looked_at_and_written()
    {
        using var hr = await HrAsync();
        var address = await UploadAsync(hr, "七月.csv", Header, "W7001,导入甲,中铝中州铝业有限公司,电解工,13800138000", "合计：1 人,,,,");

        var page = await hr.PageAsync(address);
        page.Words(".roster-changes").ShouldContain("导入甲");
        page.Words("main").ShouldContain("没有读取：手机号");
        page.DocumentElement.OuterHtml.ShouldNotContain("13800138000");
        using var approved = await hr.PostFormAsync(address, "approve");
        approved.LeadsTo().ShouldBe(address);

        await UntilAsync(async () => (await hr.PageAsync(address)).Words(".lead") == "已完成");
        (await PositionAsync("W7001")).ShouldBe("电解工");
        (await hr.PageAsync("/imports")).Words("table").ShouldContain("已写入 1 项");
    }

    [Fact]
    public async Task What_is_not_written_can_be_taken_away_with_the_reason()
    {
        using var hr = await HrAsync();
        var address = await UploadAsync(
            hr,
            "有误.csv",
            Header,
            "W7002,=1+1,中铝中州铝业有限公司,电解工,",
            "W7003,导入乙,中铝中州铝业有限公司,电解工,"
        );

        var rows = await hr.GetStringAsync(new Uri($"{address}/rows.csv", UriKind.Relative), Stop);

        rows.ShouldContain("不像姓名");
        rows.ShouldNotContain("导入乙");
        rows.ShouldContain("'=1+1");
    }

    [Fact]
    public async Task A_wrong_day_is_told_and_nothing_is_lost()
    {
        using var hr = await HrAsync();
        var address = await UploadAsync(hr, "八月.csv", Header, "W7004,导入丙,中铝中州铝业有限公司,电解工,");

        using var answer = await hr.PostFormAsync(address, "choose", ("Chosen.AsOf", "月底"));
        (await answer.TextAsync()).ShouldContain("日期或年度有误");
        using var chosen = await hr.PostFormAsync(address, "choose", ("Chosen.AsOf", "2025-08-31"));

        (await chosen.TextAsync()).ShouldContain("2025-08-31");
    }

    [Theory]
    [InlineData("不是名册.csv", "今天天气不错", "没有找到表头")]
    [InlineData("空.csv", "", "文件是空的")]
    [InlineData("", "", "请先选择")]
    [InlineData("图片.xlsx", "PK\u0003\u0004", "已损坏")]
    public async Task What_is_no_roster_is_refused_with_advice(string name, string content, string advice)
    {
        using var hr = await HrAsync();

        using var answer = await PostAsync(hr, name, Encoding.UTF8.GetBytes(content));

        (await answer.TextAsync()).ShouldContain(advice);
    }

    [Fact]
    public async Task A_cancelled_import_is_over_and_its_file_is_gone()
    {
        using var hr = await HrAsync();
        var address = await UploadAsync(hr, "九月.csv", Header, "W7005,导入丁,中铝中州铝业有限公司,电解工,");

        using var answer = await hr.PostFormAsync(address, "cancel");

        (await answer.TextAsync()).ShouldContain("没有写入任何内容");
        (await PositionAsync("W7005")).ShouldBeNull();
    }

    [Fact]
    public async Task Another_units_hr_does_not_see_the_import()
    {
        using var hr = await HrAsync();
        var address = await UploadAsync(hr, "十月.csv", Header, "W7006,导入戊,中铝中州铝业有限公司,电解工,");
        using var other = await site.SignedInAsync(Role.Hr, await UnitAsync("九冶建设有限公司"));

        using var answer = await other.GetAsync(new Uri(address, UriKind.Relative), Stop);

        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Headcounts_are_uploaded_looked_at_and_written()
    {
        using var hr = await HrAsync();
        var address = await UploadAsync(
            hr,
            ImportKind.Headcounts,
            "人数.csv",
            "单位,年度,人数",
            "中铝中州铝业有限公司,2019,4321",
            "没有的单位,2019,1"
        );

        (await hr.PageAsync(address)).Words(".roster-changes").ShouldContain("2019 年人数：4321");
        using var approved = await hr.PostFormAsync(address, "approve");

        await UntilAsync(async () => (await hr.PageAsync(address)).Words(".lead") == "已完成");
        (await hr.PageAsync(address)).Words(".roster-changes").ShouldContain("不在组织树中");
        (await ReadAsync(db => db.Headcounts.Where(h => h.Year == 2019).Select(h => h.Number).SingleAsync(Stop))).ShouldBe(4321);
    }

    [Fact]
    public async Task Units_are_uploaded_looked_at_and_written_below_ones_own_unit()
    {
        using var hr = await HrAsync();
        var address = await UploadAsync(
            hr,
            ImportKind.Units,
            "机构.csv",
            "单位代码,单位名称,上级单位,层级",
            "W601,示例导入厂,中铝中州铝业有限公司,基层单位",
            "W602,示例导入班,W601,班组",
            "W603,别处的厂,九冶建设有限公司,基层单位"
        );
        (await hr.PageAsync(address)).Words(".roster-changes").ShouldContain("代码 W601");
        (await hr.PageAsync(address)).Words(".roster-changes").ShouldContain("不在您负责的单位之下");
        using var chosen = await hr.PostFormAsync(address, "choose");
        (await chosen.TextAsync()).ShouldContain("确认写入 2 项");
        using var approved = await hr.PostFormAsync(address, "approve");

        await UntilAsync(async () => (await hr.PageAsync(address)).Words(".lead") == "已完成");
        (await hr.GetStringAsync(new Uri($"{address}/rows.csv", UriKind.Relative), Stop)).ShouldContain("W603");
        using var reader = await site.SignedInAsync(Role.Reader);
        (await reader.PageAsync($"/units/{await UnitAsync("示例导入厂")}")).Words("main").ShouldContain("示例导入班");
    }

    [Fact]
    public async Task The_catalogue_is_imported_by_hr_of_the_group_and_others_are_told_so()
    {
        string[] lines = ["荣誉代码,荣誉名称,级别,系列,授予机构", "W901,示例导入工匠,集团级,技能,示例集团"];
        using var hr = await HrAsync();
        using var refused = await PostAsync(hr, "目录.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", lines)), ImportKind.Awards);
        (await refused.TextAsync()).ShouldContain("荣誉目录由集团人事维护");

        using var group = site.SignedIn(
            await site.Services.CookieAsync(Role.Hr, await UnitAsync("中国铝业集团有限公司")),
            followsRedirects: false
        );
        var address = await UploadAsync(group, ImportKind.Awards, "目录.csv", lines);
        (await group.PageAsync(address)).Words(".roster-changes").ShouldContain("代码 W901");
        using var chosen = await group.PostFormAsync(address, "choose");
        (await chosen.TextAsync()).ShouldContain("确认写入 1 项");
        using var approved = await group.PostFormAsync(address, "approve");

        await UntilAsync(async () => (await group.PageAsync(address)).Words(".lead") == "已完成");
        using var reader = await site.SignedInAsync(Role.Reader);
        (await reader.PageAsync("/awards?q=示例导入工匠")).Words("main").ShouldContain("示例导入工匠");
    }

    [Fact]
    public async Task Winners_get_their_document_over_the_form_and_namesakes_are_chosen_between()
    {
        using var hr = await HrAsync();
        var unit = await UnitAsync("中铝中州铝业有限公司");
        var people = new[] { A.Honoree("双名甲", "W8001"), A.Honoree("双名甲", "W8002") };
        foreach (var person in people)
        {
            person.Employ(unit, "中铝中州铝业有限公司", position: null, from: null);
        }

        var award = A.Award("示例导入标兵");
        await site.Services.GetRequiredService<IHonorsDatabase>().SaveAsync([.. people, award]);
        var address = await UploadAsync(
            hr,
            ImportKind.Winners,
            "名单.csv",
            "姓名,单位,荣誉,工号",
            "双名甲,中铝中州铝业有限公司,示例导入标兵,",
            "双名甲,中铝中州铝业有限公司,示例导入标兵,W8001"
        );
        (await hr.PageAsync(address)).Words(".roster-changes").ShouldContain("没有文件标题");

        using var chosen = await hr.PostFormAsync(
            address,
            "choose",
            ("Chosen.DocumentTitle", "关于表彰示例导入标兵的决定"),
            ("Chosen.DocumentNumber", "示导发[2025]9号"),
            ("Chosen.Year", "2024")
        );
        (await chosen.TextAsync()).ShouldContain("该单位有 2 位同名人物");
        using var picked = await hr.PostFormAsync(address, "pick", ("Picked.Lines[2]", people[1].Id.ToString()));
        (await picked.TextAsync()).ShouldContain("确认写入 2 项");
        using var approved = await hr.PostFormAsync(address, "approve");

        await UntilAsync(async () => (await hr.PageAsync(address)).Words(".lead") == "已完成");
        var document = await ReadAsync(db => db.Documents.SingleAsync(d => d.Number == "示导发〔2025〕9号", Stop));
        using var reader = await site.SignedInAsync(Role.Reader);
        (await reader.PageAsync($"/documents/{document.Id}")).Words("main").ShouldContain("双名甲");
        (await reader.PageAsync($"/people/{people[1].Id}"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("双名甲　中铝中州铝业有限公司　示例导入标兵");
    }

    private async Task<T> ReadAsync<T>(Func<HonorsContext, Task<T>> read)
    {
        var db = site.Services.GetRequiredService<IHonorsDatabase>().Open();
        await using (db)
        {
            return await read(db);
        }
    }

    private async Task<HttpClient> HrAsync() =>
        site.SignedIn(await site.Services.CookieAsync(Role.Hr, await UnitAsync("中铝中州铝业有限公司")), followsRedirects: false);

    private static Task<string> UploadAsync(HttpClient hr, string name, params string[] lines) =>
        UploadAsync(hr, ImportKind.Roster, name, lines);

    private static async Task<string> UploadAsync(HttpClient hr, ImportKind kind, string name, params string[] lines)
    {
        using var answer = await PostAsync(hr, name, Encoding.UTF8.GetBytes(string.Join("\r\n", lines)), kind);
        return answer.LeadsTo().ShouldNotBeNull(await answer.TextAsync());
    }

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient hr,
        string name,
        byte[] content,
        ImportKind kind = ImportKind.Roster
    )
    {
        var page = await hr.PageAsync("/imports");
        using var form = new MultipartFormDataContent();
        foreach (var hidden in page.QuerySelectorAll("form[enctype] input[type=hidden]"))
        {
            form.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        }

        form.Add(new StringContent(kind.ToString()), "Kind");
        if (name.Length > 0)
        {
            form.Add(new ByteArrayContent(content), "File", name);
        }

        return await hr.PostAsync(new Uri("/imports", UriKind.Relative), form, Stop);
    }

    private async Task<Guid> UnitAsync(string name)
    {
        var db = site.Services.GetRequiredService<IHonorsDatabase>().Open();
        await using (db)
        {
            return await db.Units.Where(u => u.Name == name).Select(u => u.Id).SingleAsync(Stop);
        }
    }

    private async Task<string?> PositionAsync(string number)
    {
        var db = site.Services.GetRequiredService<IHonorsDatabase>().Open();
        await using (db)
        {
            return await db
                .Honorees.Where(h => h.EmployeeNumber == number)
                .SelectMany(h => h.Employments)
                .Select(e => e.Position)
                .SingleOrDefaultAsync(Stop);
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!await holds())
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }
}
