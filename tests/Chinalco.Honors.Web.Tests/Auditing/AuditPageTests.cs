using System.Net;
using System.Text.RegularExpressions;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Auditing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Auditing;

public sealed partial class AuditPageTests(SampleSite site)
{
    [Fact]
    public async Task The_newest_record_comes_first_with_who_what_and_why()
    {
        var person = await RegisterAsync("审计甲", A.Clerk, "新入职");
        using var client = await site.SignedInAsync(Role.Auditor);

        var page = await client.PageAsync($"/audit?person={person}");

        var record = page.QuerySelectorAll(".record").ShouldHaveSingleItem();
        record.Words(".record-what").ShouldContain("登记人物");
        record.QuerySelector($"a[href='/people/{person}']")!.TextContent.ShouldBe("审计甲");
        record.Words(".record-who").ShouldContain("操作人：测试员");
        record.Words(".record-who").ShouldContain("原因：新入职");
        record.Words(".record-facts").ShouldContain("在职");
    }

    [Fact]
    public async Task A_person_is_found_by_name_with_the_records_of_the_persons_honours()
    {
        using var client = await site.SignedInAsync(Role.Auditor);

        var page = await client.PageAsync("/audit?person=付军");

        var kinds = page.QuerySelectorAll(".record .badge").Select(b => b.TextContent).ToList();
        kinds.ShouldContain("人物");
        kinds.ShouldContain("荣誉");
        page.Words(".record-facts").ShouldContain("付军");
    }

    [Theory]
    [InlineData("user=审计乙", "user=审计丙")]
    [InlineData("action=honoree.register", "action=honoree.move")]
    [InlineData("kind=honoree", "kind=award")]
    [InlineData("from=2020-01-01", "to=2020-01-01")]
    public async Task Records_are_found_by_user_action_kind_and_time(string fits, string doesNotFit)
    {
        var person = await RegisterAsync("审计丁", new Actor("auditee", "审计乙"), "筛选");
        using var client = await site.SignedInAsync(Role.Auditor);

        var found = await client.PageAsync($"/audit?person={person}&{fits}");
        var notFound = await client.PageAsync($"/audit?person={person}&{doesNotFit}");

        found.QuerySelectorAll(".record").Length.ShouldBe(1);
        notFound.QuerySelectorAll(".record").Length.ShouldBe(0);
        notFound.Words(".empty-title").ShouldContain("没有符合条件的记录");
    }

    [Fact]
    public async Task A_day_is_a_day_in_china()
    {
        var person = await RegisterAsync("审计戊", A.Clerk, "时区");
        var today = DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).Date);
        using var client = await site.SignedInAsync(Role.Auditor);

        var page = await client.PageAsync($"/audit?person={person}&from={today.AddDays(-1):yyyy-MM-dd}&to={today.AddDays(1):yyyy-MM-dd}");

        page.QuerySelectorAll(".record").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Many_records_stand_on_several_pages()
    {
        using var client = await site.SignedInAsync(Role.Auditor);

        var first = await client.PageAsync("/audit?kind=unit");
        var second = await client.PageAsync("/audit?kind=unit&page=2");

        first.QuerySelectorAll(".record").Length.ShouldBe(30);
        first.QuerySelector("a[rel=next]")!.GetAttribute("href").ShouldBe("/audit?kind=unit&page=2");
        second
            .QuerySelectorAll(".record a")
            .Select(a => a.GetAttribute("href"))
            .Intersect(first.QuerySelectorAll(".record a").Select(a => a.GetAttribute("href")))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task One_things_history_says_whether_its_chain_is_whole()
    {
        var person = await RegisterAsync("审计己", A.Clerk, "链");
        await LookAsync(person, "资格审查");
        using var client = await site.SignedInAsync(Role.Auditor);

        var page = await client.PageAsync($"/audit?kind=honoree&id={person}");

        page.Words("h1").ShouldContain("审计己");
        page.Words(".notice").ShouldContain("核验通过：2 条记录");
        page.Words(".record-what").ShouldContain("查看敏感信息");
        page.Words(".record-what").ShouldContain("工号");
    }

    [Fact]
    public async Task A_tampered_chain_is_told()
    {
        var person = await RegisterAsync("审计庚", A.Clerk, "将被改动");
        await TamperAsync($"UPDATE AuditRecords SET Reason = '另有原因' WHERE EntityId = {person}");
        using var client = await site.SignedInAsync(Role.Auditor);

        var page = await client.PageAsync($"/audit?kind=honoree&id={person}");

        page.Words("[role=alert]").ShouldContain("核验未通过");
        page.Words("[role=alert]").ShouldContain("第 1 条");
        await TamperAsync($"UPDATE AuditRecords SET Reason = '将被改动' WHERE EntityId = {person}");
    }

    [Fact]
    public async Task An_export_holds_what_the_filter_lets_through_and_is_itself_on_record()
    {
        var person = await RegisterAsync("审计辛", A.Clerk, "=HYPERLINK(\"https://evil.example\")");
        using var client = await site.SignedInAsync(Role.Auditor);
        var page = await client.PageAsync($"/audit?person={person}");

        using var response = await client.SendFormAsync(page, "/audit/export", ("Purpose", "年度审计检查"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        response.Content.Headers.ContentDisposition!.FileName!.ShouldEndWith(".csv");
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        bytes.AsSpan(0, 3).ToArray().ShouldBe([0xEF, 0xBB, 0xBF]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[0].ShouldContain("时间,操作人");
        lines[1].ShouldContain("审计辛");
        lines[1].ShouldContain("\"'=HYPERLINK");
        var record = await LastExportAsync();
        record.Reason.ShouldBe("年度审计检查");
        record.ActorName.ShouldContain("测试员");
        record.Detail.ShouldContain(person.ToString());
    }

    [Fact]
    public async Task A_whole_trail_is_exported_without_a_gap()
    {
        using var client = await site.SignedInAsync(Role.Auditor);
        var page = await client.PageAsync("/audit");
        var before = await HashesAsync();

        using var response = await client.SendFormAsync(page, "/audit/export", ("Purpose", "全量核对"));

        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var csv = new CsvHelper.CsvReader(
            new StringReader(text.TrimStart('\uFEFF')),
            System.Globalization.CultureInfo.InvariantCulture
        );
        await csv.ReadAsync();
        csv.ReadHeader();
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        while (await csv.ReadAsync())
        {
            hashes.Add(csv.GetField("哈希")!).ShouldBeTrue();
        }

        before.Count.ShouldBeGreaterThan(500, "more than one batch");
        before.Except(hashes, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_purpose_nothing_is_exported()
    {
        using var client = site.SignedIn(await site.Services.CookieAsync(Role.Auditor), followsRedirects: false);
        var page = await client.PageAsync("/audit?kind=unit");

        using var response = await client.SendFormAsync(page, "/audit/export", ("Purpose", " "));
        var after = await client.PageAsync(response.Headers.Location!.OriginalString);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldStartWith("/audit?kind=unit");
        after.Words("[role=alert]").ShouldContain("请写明用途");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("普通文字", "普通文字")]
    public async Task A_cell_that_a_spreadsheet_would_run_is_marked_as_text(string cell, string written)
    {
        using var stream = new MemoryStream();
        var csv = SafeCsv.Open(stream);
        await using (csv)
        {
            csv.WriteField(cell);
            await csv.NextRecordAsync();
        }

        System.Text.Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\uFEFF').TrimEnd('\r', '\n').Trim('"').ShouldBe(written);
    }

    [Fact]
    public void Every_action_in_the_code_has_a_chinese_word()
    {
        var source = Path.Combine(RepositoryRoot.Path, "src");
        var codes = Directory
            .EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(File.ReadLines)
            .SelectMany(line => ActionCode().Matches(line).Select(m => m.Groups["code"].Value))
            .Distinct(StringComparer.Ordinal)
            .ToList();

        codes.Count.ShouldBeGreaterThan(15);
        codes.Where(code => AuditWords.Action(code) == code).ShouldBeEmpty("Resources/AuditActions.resx");
    }

    private async Task<Guid> RegisterAsync(string name, Actor by, string reason)
    {
        var id = Guid.CreateVersion7();
        var command = new RegisterHonoree(
            new CommandStamp(Guid.CreateVersion7(), by, reason),
            name,
            null,
            HonoreeStatus.Active,
            [],
            IsSample: true
        );
        (await site.Services.GetRequiredService<IRegistry>().SendAsync(id, command)).Result.ShouldBe(CommandResult.Applied);
        return id;
    }

    private async Task LookAsync(Guid person, string purpose)
    {
        var command = new LookAtHonoree(CommandStamp.New(A.Clerk, purpose), "employeeNumber");
        (await site.Services.GetRequiredService<IRegistry>().SendAsync(person, command)).Result.ShouldBe(CommandResult.Applied);
    }

    private async Task TamperAsync(FormattableString sql)
    {
        var db = site.Services.GetRequiredService<IHonorsDatabase>().Open();
        await using (db)
        {
            (await db.Database.ExecuteSqlAsync(sql)).ShouldBe(1);
        }
    }

    private async Task<List<string>> HashesAsync()
    {
        var db = site.Services.GetRequiredService<IHonorsDatabase>().Open();
        await using (db)
        {
            return await db.AuditRecords.Select(a => a.Hash).ToListAsync(TestContext.Current.CancellationToken);
        }
    }

    private async Task<AuditRecord> LastExportAsync()
    {
        var db = site.Services.GetRequiredService<IHonorsDatabase>().Open();
        await using (db)
        {
            return await db
                .AuditRecords.Where(a => a.EntityKind == AuditKinds.AuditExport && a.Reason == "年度审计检查")
                .OrderByDescending(a => a.At)
                .FirstAsync(TestContext.Current.CancellationToken);
        }
    }

    [GeneratedRegex(
        "\"(?<code>(account|article|audit|award|catalogue|finding|honoree|ingestion|unit)\\.[a-z-]+)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 20_000
    )]
    private static partial Regex ActionCode();
}
