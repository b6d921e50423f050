using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Imports.Tables;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Exports;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.LookUps;

/// <summary>HR looks a list of people up, without script.</summary>
public sealed class LookUpPageTests(SampleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IHonorsDatabase Database => site.Services.GetRequiredService<IHonorsDatabase>();

    [Fact]
    public async Task A_pasted_list_becomes_a_matrix()
    {
        var person = await HonouredPerson.SaveAsync(Database);
        using var hr = await site.SignedInAsync(Role.Hr, person.Unit);

        var page = await AskAsync(hr, $"{person.Name}\n{person.Partner}\n{person.Name}");

        page.Words(".lead").ShouldContain("共 2 行：查到 2 行");
        var cells = page.QuerySelectorAll(".look-up-matrix tbody tr").Single(r => r.TextContent.Contains(person.Name));
        cells.Words("td").ShouldContain(person.UnitName[..2]);
        cells.Words("td.number").Trim().ShouldStartWith("3");
        cells.Words("td").ShouldContain($"{person.Hidden}（2023）");
    }

    [Fact]
    public async Task Namesakes_are_for_the_user_to_choose()
    {
        using var auditor = await site.SignedInAsync(Role.Auditor);
        var page = await AskAsync(auditor, "许明川");
        page.Words(".lead").ShouldContain("重名待选 1 行");
        page.Words("#unclear ~ form option").ShouldContain("检测中心");
        var choice = page.QuerySelectorAll("#unclear ~ form option").Single(o => o.TextContent.Contains("检测中心")).GetAttribute("value")!;

        var chosen = await SendAsync(auditor, page, ".look-up-choices", ("Asked.Choices[0]", choice));

        chosen.QuerySelector("#unclear").ShouldBeNull();
        chosen.Words(".look-up-matrix").ShouldContain("检测中心");
        chosen.Words(".look-up-matrix .warned").ShouldContain("同名 2 人");
    }

    [Fact]
    public async Task Somebody_who_is_no_namesake_cannot_be_chosen()
    {
        var person = await HonouredPerson.SaveAsync(Database);
        using var auditor = await site.SignedInAsync(Role.Auditor);
        var page = await AskAsync(auditor, "许明川");

        var chosen = await SendAsync(auditor, page, ".look-up-choices", ("Asked.Choices[0]", person.Id.ToString()));

        chosen.Words(".lead").ShouldContain("重名待选 1 行");
        chosen.Words("main").ShouldNotContain(person.Name);
    }

    [Fact]
    public async Task The_unit_tells_namesakes_apart()
    {
        using var auditor = await site.SignedInAsync(Role.Auditor);

        var page = await AskAsync(auditor, "许明川，示例江湾铝加工有限公司检测中心\n付军，九冶建设有限公司");

        page.QuerySelectorAll(".look-up-matrix tbody tr").Length.ShouldBe(2);
        page.Words(".look-up-matrix tbody tr:first-child").ShouldContain("检测中心");
        page.Words(".look-up-matrix tbody tr:last-child .warned").ShouldContain("单位不符");
    }

    [Fact]
    public async Task A_misspelt_name_is_told_with_names_near_to_it()
    {
        using var auditor = await site.SignedInAsync(Role.Auditor);

        var page = await AskAsync(auditor, "阮志衡\n邹承月\n不在册");

        page.Words("#missing ~ ul li:nth-child(1)").ShouldContain("阮志恒");
        page.Words("#missing ~ ul li:nth-child(2)").ShouldContain("邹承岳");
        page.Words("#missing ~ ul li:nth-child(3)").ShouldContain("查找相近姓名");
    }

    [Fact]
    public async Task A_number_finds_its_bearer_for_those_who_may_see_it_and_the_look_is_on_record()
    {
        var person = await HonouredPerson.SaveAsync(Database);
        using var hr = await site.SignedInAsync(Role.Hr, person.Unit);
        using var elsewhere = await site.SignedInAsync(Role.Hr, (await HonouredPerson.SaveAsync(Database)).Unit);

        (await AskAsync(elsewhere, person.Number)).Words(".lead").ShouldContain("没有查到 1 行");
        (await ActionsAsync(person.Id)).ShouldBeEmpty();
        (await AskAsync(hr, $"{person.Number} {person.Partner}", "资格审查")).Words(".look-up-matrix").ShouldContain("工号与姓名不符");

        var look = (await ActionsAsync(person.Id)).ShouldHaveSingleItem();
        look.Action.ShouldBe("honoree.look");
        look.Reason.ShouldBe("资格审查");
    }

    [Fact]
    public async Task Hidden_people_are_neither_found_nor_near()
    {
        var hidden = A.Honoree(A.UniqueName("隐"));
        hidden.Show(HonoreeVisibility.Default with { Person = Visibility.HrOnly });
        await Database.SaveAsync(hidden);
        var person = await HonouredPerson.SaveAsync(Database);
        using var hr = await site.SignedInAsync(Role.Hr, person.Unit);

        var page = await AskAsync(hr, $"{hidden.Name}\n{hidden.Name[..^1]}");

        page.Words(".lead").ShouldContain("没有查到 2 行");
        page.QuerySelectorAll($"a[href$='{hidden.Id}']").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_look_up_is_recorded_once_for_a_list_and_names_whom_it_found_but_not_the_list()
    {
        var person = await HonouredPerson.SaveAsync(Database);
        var purpose = A.UniqueName("推荐审查");
        using var hr = await site.SignedInAsync(Role.Hr, person.Unit);
        var form = await hr.PageAsync("/lookup");

        await AskAsync(hr, form, $"{person.Name}\n不在册的人", purpose);
        await AskAsync(hr, form, $"{person.Name}\n不在册的人", purpose);
        var one = await RecordsAsync(purpose);
        await AskAsync(hr, form, person.Partner, purpose);

        var record = one.ShouldHaveSingleItem();
        record.EntityKind.ShouldBe(AuditKinds.LookUp);
        record.Detail.ShouldContain(person.Id.ToString());
        record.Detail.ShouldNotContain("不在册");
        (await RecordsAsync(purpose)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_answer_is_taken_away_as_a_workbook_that_runs_nothing()
    {
        var person = await HonouredPerson.SaveAsync(Database, edition: "+SUM(1)");
        var purpose = A.UniqueName("汇总");
        using var hr = await site.SignedInAsync(Role.Hr, person.Unit);
        var page = await AskAsync(hr, $"{person.Name}\n=1+1", purpose);

        using var answer = await hr.SendFormAsync(page, "/lookup/export", ("Status", "all"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var file = await answer.Content.ReadAsByteArrayAsync(Stop);
        var rows = TableReader.Read(file);
        rows[0].Cells.ShouldContain("集团级");
        rows[1].Cells.ShouldContain(person.Name);
        rows[2][0].ShouldBe("'=1+1");
        var all = Unzipped(file);
        all.ShouldContain(">'+SUM(1)");
        all.ShouldContain(person.Revoked);
        all.ShouldContain("示例纪委");
        all.ShouldContain(person.Certificate + "乙");
        all.ShouldContain(purpose);
        all.ShouldNotContain("<x:f>");
        (await RecordsAsync(purpose)).Select(r => r.Action).Order().ShouldBe(["look-up.export", "look-up.run"]);
    }

    [Fact]
    public async Task The_workbook_lists_a_revoked_honour_only_where_somebody_asked()
    {
        var person = await HonouredPerson.SaveAsync(Database);
        using var union = await site.SignedInAsync(Role.Union, person.Unit);
        var page = await AskAsync(union, person.Name);

        using var answer = await union.SendFormAsync(page, "/lookup/export");

        var all = Unzipped(await answer.Content.ReadAsByteArrayAsync(Stop));
        all.ShouldContain(person.Award);
        all.ShouldNotContain(person.Revoked);
        all.ShouldNotContain(person.Certificate);
    }

    [Fact]
    public async Task A_file_is_read_as_a_pasted_list_is()
    {
        var person = await HonouredPerson.SaveAsync(Database);
        using var hr = await site.SignedInAsync(Role.Hr, person.Unit);

        var page = await UploadAsync(hr, Encoding.UTF8.GetBytes($"姓名,单位\n{person.Name},{person.UnitName}"));

        page.Words(".look-up-matrix").ShouldContain(person.Name);
    }

    [Fact]
    public async Task A_bad_file_an_empty_list_and_no_purpose_are_told_and_nothing_is_recorded()
    {
        using var auditor = await site.SignedInAsync(Role.Auditor);

        (await UploadAsync(auditor, "PK\u0003\u0004"u8.ToArray())).Words("[role=alert]").ShouldContain("已损坏");
        (await AskAsync(auditor, " ")).Words("[role=alert]").ShouldContain("名单是空的");
        (await AskAsync(auditor, "付军", " ")).Words("[role=alert]").ShouldContain("请写明用途");
        (await AskAsync(auditor, "付军", " ")).QuerySelector(".look-up-matrix").ShouldBeNull();
    }

    private static async Task<IHtmlDocument> AskAsync(HttpClient client, string list, string purpose = "资格审查") =>
        await AskAsync(client, await client.PageAsync("/lookup"), list, purpose);

    private static Task<IHtmlDocument> AskAsync(HttpClient client, IHtmlDocument form, string list, string purpose) =>
        SendAsync(client, form, ".look-up-form", ("Asked.Pasted", list), ("Asked.Purpose", purpose));

    private static async Task<IHtmlDocument> SendAsync(
        HttpClient client,
        IHtmlDocument page,
        string form,
        params (string Name, string Value)[] fields
    )
    {
        var hidden = Hidden(page, form);
        using var content = new FormUrlEncodedContent([.. hidden, .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var answer = await client.PostAsync(new Uri("/lookup", UriKind.Relative), content, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.TextAsync());
        return new HtmlParser().ParseDocument(await answer.TextAsync());
    }

    private static async Task<IHtmlDocument> UploadAsync(HttpClient client, byte[] file)
    {
        var page = await client.PageAsync("/lookup");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Hidden(page, ".look-up-form").Append(KeyValuePair.Create("Asked.Purpose", "资格审查")))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(file), "File", "名单.csv");
        using var answer = await client.PostAsync(new Uri("/lookup", UriKind.Relative), content, Stop);
        return new HtmlParser().ParseDocument(await answer.TextAsync());
    }

    private static List<KeyValuePair<string, string>> Hidden(IHtmlDocument page, string form) =>
        [
            .. page.QuerySelectorAll($"{form} input[type=hidden]")
                .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")),
        ];

    private static string Unzipped(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return string.Concat(archive.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd()));
    }

    private async Task<List<AuditRecord>> ActionsAsync(Guid person)
    {
        await using var db = site.OpenDatabase();
        return await db.AuditRecords.Where(a => a.EntityId == person).ToListAsync(Stop);
    }

    private async Task<List<AuditRecord>> RecordsAsync(string purpose)
    {
        await using var db = site.OpenDatabase();
        return await db.AuditRecords.Where(a => a.Reason == purpose).ToListAsync(Stop);
    }
}
