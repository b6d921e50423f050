using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Hosting;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Exports;

/// <summary>Files about a person say what the viewer's page says, are whole, and are on record.</summary>
public sealed class PersonExportTests(SampleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IHonorsDatabase Database => site.Services.GetRequiredService<IHonorsDatabase>();

    [Fact]
    public async Task A_certificate_is_a_valid_document_that_says_all_that_proves_it()
    {
        var person = await HonouredPerson.SaveAsync(Database);
        using var hr = await site.SignedInAsync(Role.Hr, person.Unit);

        var file = await ExportAsync(hr, person.Id, "docx", "劳模推荐材料", "all");

        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Faults(document).ShouldBeEmpty();
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;
        var record = (await RecordsAsync(person.Id)).ShouldHaveSingleItem();
        foreach (
            var words in new[]
            {
                "荣 誉 证 明",
                person.Name,
                person.Award,
                "第八届",
                "集团级",
                person.Document,
                "2025年4月30日",
                person.Shared,
                person.Partner,
                $"{person.Revoked}【已撤销】",
                "材料不实",
                "示例纪委",
                "2025年5月6日",
                $"{person.Certificate}乙（补发，原编号 {person.Certificate}甲 已挂失）",
                "连同已撤销的",
                person.OfTeam,
                "关于表彰的决定",
                "劳模推荐材料",
                record.ActorName,
                record.Hash,
                $"{person.Id}，第 {record.Sequence} 号",
            }
        )
        {
            text.ShouldContain(words);
        }
    }

    [Fact]
    public async Task A_workbook_runs_nothing_and_says_who_took_it_away_and_what_for()
    {
        var person = await HonouredPerson.SaveAsync(Database, edition: "=HYPERLINK(\"http://x\")");
        using var hr = await site.SignedInAsync(Role.Hr, person.Unit);

        var file = await ExportAsync(hr, person.Id, "xlsx", "=1+1 年度审核");

        using (var workbook = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false))
        {
            Faults(workbook).ShouldBeEmpty();
        }

        var text = Unzipped(file);
        text.ShouldNotContain("<x:f>");
        text.ShouldNotContain(">=");
        text.ShouldContain(">'=HYPERLINK");
        text.ShouldContain(">'=1+1 年度审核");
        text.ShouldContain((await RecordsAsync(person.Id)).Single().ActorName);
        text.ShouldContain(person.Shared);
    }

    [Fact]
    public async Task Json_carries_the_same()
    {
        var person = await HonouredPerson.SaveAsync(Database);
        using var hr = await site.SignedInAsync(Role.Hr, person.Unit);

        using var json = JsonDocument.Parse(await ExportAsync(hr, person.Id, "json", "接口核对", "all"));

        var root = json.RootElement;
        root.GetProperty("name").GetString().ShouldBe(person.Name);
        root.GetProperty("honours").GetArrayLength().ShouldBe(3);
        var revoked = root.GetProperty("honours").EnumerateArray().Single(h => h.GetProperty("status").GetString() == "revoked");
        revoked.GetProperty("revocation").GetProperty("body").GetString().ShouldBe("示例纪委");
        var certified = root.GetProperty("honours").EnumerateArray().Single(h => h.TryGetProperty("certificate", out _));
        certified.GetProperty("certificate").GetProperty("number").GetString().ShouldBe(person.Certificate + "乙");
        root.GetProperty("sharedHonours")[0].GetProperty("award").GetProperty("name").GetString().ShouldBe(person.Shared);
        root.GetProperty("teamHonours").GetArrayLength().ShouldBe(1);
        root.GetProperty("export").GetProperty("purpose").GetString().ShouldBe("接口核对");
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task A_revoked_honour_is_in_a_file_only_where_somebody_asked(string format)
    {
        var person = await HonouredPerson.SaveAsync(Database);
        using var hr = await site.SignedInAsync(Role.Hr, person.Unit);

        var counting = Text(await ExportAsync(hr, person.Id, format, "核对"), format);
        var all = Text(await ExportAsync(hr, person.Id, format, "核对", "all"), format);
        var revoked = Text(await ExportAsync(hr, person.Id, format, "核对", "revoked"), format);

        counting.ShouldNotContain(person.Revoked);
        counting.ShouldContain(person.Award);
        all.ShouldContain(person.Revoked);
        all.ShouldContain("示例纪委");
        all.ShouldContain(person.Award);
        revoked.ShouldContain(person.Revoked);
        revoked.ShouldNotContain(person.Award);
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task A_certificates_number_is_for_those_who_keep_the_honour_and_its_bearer(string format)
    {
        var person = await HonouredPerson.SaveAsync(Database);
        using var hr = await site.SignedInAsync(Role.Hr, person.Unit);
        using var self = site.SignedIn(await site.Services.CookieAsync(await site.Services.AccountOfAsync(person.Id)));
        using var editor = await site.SignedInAsync(Role.Editor);

        Text(await ExportAsync(hr, person.Id, format, "核对"), format).ShouldContain(person.Certificate);
        Text(await ExportAsync(self, person.Id, format, "核对"), format).ShouldContain(person.Certificate);
        Text(await ExportAsync(editor, person.Id, format, "核对"), format).ShouldNotContain(person.Certificate);
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task What_the_viewer_may_not_see_is_in_no_file(string format)
    {
        var person = await HonouredPerson.SaveAsync(Database);
        using var reader = await site.SignedInAsync(Role.Reader);
        using var hr = await site.SignedInAsync(Role.Hr, person.Unit);

        var (theirs, ours) = (await ExportAsync(reader, person.Id, format, "查阅"), await ExportAsync(hr, person.Id, format, "查阅"));

        Text(theirs, format).ShouldNotContain(person.Hidden);
        Text(ours, format).ShouldContain(person.Hidden);
        Text(ours, format).ShouldNotContain(person.Number);
    }

    [Fact]
    public async Task A_hidden_person_is_not_there_to_be_exported()
    {
        var person = A.Honoree(A.UniqueName("隐"));
        person.Show(Domain.Honorees.HonoreeVisibility.Default with { Person = Domain.Visibility.HrOnly });
        await Database.SaveAsync(person);
        using var reader = await site.SignedInAsync(Role.Reader);

        using var page = await reader.GetAsync(new Uri($"/people/{person.Id}/exports", UriKind.Relative), Stop);

        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await RecordsAsync(person.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_purpose_nothing_is_given_and_nothing_recorded()
    {
        var person = await HonouredPerson.SaveAsync(Database);
        using var reader = await site.SignedInAsync(Role.Reader);
        var page = await reader.PageAsync($"/people/{person.Id}/exports");

        using var answer = await reader.SendFormAsync(page, $"/people/{person.Id}/export", ("Format", "xlsx"), ("Purpose", " "));

        answer.RequestMessage!.RequestUri!.PathAndQuery.ShouldContain("/exports");
        (await answer.TextAsync()).ShouldContain("请写明用途");
        (await RecordsAsync(person.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_record_and_the_same_number()
    {
        var person = await HonouredPerson.SaveAsync(Database);
        using var reader = await site.SignedInAsync(Role.Reader);
        var page = await reader.PageAsync($"/people/{person.Id}/exports");

        for (var turn = 0; turn < 2; turn++)
        {
            using var answer = await reader.SendFormAsync(page, $"/people/{person.Id}/export", ("Format", "json"), ("Purpose", "核对"));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe($"荣誉数据-{person.Name}.json");
            (await answer.TextAsync()).ShouldContain("\"auditSequence\": 1");
        }

        var record = (await RecordsAsync(person.Id)).ShouldHaveSingleItem();
        record.Reason.ShouldBe("核对");
        record.Detail.ShouldContain("json");
    }

    [Fact]
    public async Task Somebody_without_honours_gets_a_valid_certificate_that_says_so()
    {
        var person = A.Honoree(A.UniqueName("无"));
        await Database.SaveAsync(person);
        using var reader = await site.SignedInAsync(Role.Reader);

        using var document = WordprocessingDocument.Open(
            new MemoryStream(await ExportAsync(reader, person.Id, "docx", "核对")),
            isEditable: false
        );

        Faults(document).ShouldBeEmpty();
        document.MainDocumentPart!.Document!.Body!.InnerText.ShouldContain("没有登记此人的荣誉");
    }

    private static async Task<byte[]> ExportAsync(HttpClient client, Guid person, string format, string purpose, string status = "counting")
    {
        var page = await client.PageAsync($"/people/{person}/exports");
        using var answer = await client.SendFormAsync(
            page,
            $"/people/{person}/export",
            ("Format", format),
            ("Purpose", purpose),
            ("Status", status)
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        return await answer.Content.ReadAsByteArrayAsync(Stop);
    }

    private static IEnumerable<string> Faults(OpenXmlPackage package) =>
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package, Stop).Select(e => $"{e.Path?.XPath}: {e.Description}");

    private static string Text(byte[] file, string format) => format == "json" ? Encoding.UTF8.GetString(file) : Unzipped(file);

    private static string Unzipped(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return string.Concat(
            archive.Entries.Select(entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return reader.ReadToEnd();
            })
        );
    }

    private async Task<List<AuditRecord>> RecordsAsync(Guid person)
    {
        await using var db = site.OpenDatabase();
        return await db.AuditRecords.Where(a => a.EntityId == person && a.Action == "honoree.export").ToListAsync(Stop);
    }
}
