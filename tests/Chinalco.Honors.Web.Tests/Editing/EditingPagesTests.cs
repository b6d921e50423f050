using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Ingestion.Testing.Files;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Tests.Editing;

/// <summary>HR of a unit enters, corrects and ends honours over the pages, without script.</summary>
public sealed class EditingPagesTests(SampleSite site)
{
    private static readonly byte[] Scan = new PdfFile().Lines("关于表彰的决定").ToBytes();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_honour_is_entered_with_a_new_document_and_its_scan()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();
        var start = $"/people/{world.Person.Id}/honours/new";
        (await EditingWorld.WordsAsync(hr, $"{start}?q={world.Award.Name}")).ShouldContain(world.Award.Name);
        var number = A.UniqueName("编新发");

        using var answer = await EditingWorld.UploadAsync(
            hr,
            $"{start}?award={world.Award.Id}&year=2025&document=new",
            "add",
            ("决定.jpg", Scan),
            [.. NewDocument(number), .. Facts, ("Form.CertificateNumber", "证-2025-1"), ("Form.Date", "2025年5月1日")]
        );

        var address = answer.LeadsTo().ShouldNotBeNull(await answer.TextAsync());
        address.ShouldStartWith("/conferrals/");
        var page = await hr.PageAsync(address);
        page.Words("main").ShouldContain("证-2025-1");
        page.Words("main").ShouldContain(number);
        var link = page.QuerySelector(".scans a").ShouldNotBeNull().GetAttribute("href")!;
        using var reader = site.Browse();
        (await EditingWorld.WordsAsync(reader, $"/people/{world.Person.Id}")).ShouldContain(number);
        using var scan = await reader.GetAsync(new Uri(link, UriKind.Relative), Stop);
        scan.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        scan.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("决定.pdf");
        scan.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        scan.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await scan.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(Scan);
    }

    [Theory]
    [InlineData("each", 3)]
    [InlineData("together", 1)]
    public async Task Several_are_honoured_at_once_each_or_together(string given, int honours)
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();
        var start = $"/people/{world.Person.Id}/honours/new?award={world.Award.Id}&year=2025&document={world.Document.Id}";
        var found = await hr.PageAsync($"{start}&rq={world.Twin.Name}");
        var link = found.QuerySelectorAll(".pick-list a").First(a => a.TextContent.Contains(world.Twin.Name, StringComparison.Ordinal));
        var twin = world.Twin.Id.ToString();
        var address = link.GetAttribute("href")!.Replace(twin, $"{twin},u{world.Unit.Id}", StringComparison.Ordinal);
        (await EditingWorld.WordsAsync(hr, address)).ShouldContain("这 3 个获得者是怎样获得的？");

        using var answer = await EditingWorld.UploadAsync(hr, address, "add", file: null, [.. Facts, ("Form.Given", given)]);

        answer.LeadsTo().ShouldNotBeNull(await answer.TextAsync()).ShouldStartWith("/conferrals/");
        await using var db = site.OpenDatabase();
        var entered = await db
            .Conferrals.Include(c => c.Recipients)
            .Where(c => c.AwardId == world.Award.Id && c.Year == 2025)
            .ToListAsync(Stop);
        (entered.Count, entered.Sum(c => c.Recipients.Count)).ShouldBe((honours, 3));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "只接受 PDF、JPG、PNG")]
    [InlineData("%PDF-1.7 假的", "打不开")]
    public async Task A_file_that_is_no_scan_is_refused_and_nothing_is_entered(string content, string words)
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();
        var number = A.UniqueName("编假发");

        using var answer = await EditingWorld.UploadAsync(
            hr,
            $"/people/{world.Person.Id}/honours/new?award={world.Award.Id}&year=2025&document=new",
            "add",
            ("决定.pdf", Encoding.UTF8.GetBytes(content)),
            [.. NewDocument(number), .. Facts]
        );

        (await answer.TextAsync()).ShouldContain(words);
        await using var db = site.OpenDatabase();
        (await db.Documents.AnyAsync(d => d.Number == number, Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_honour_that_stands_is_told_and_the_evidence_is_added_to_it()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();

        var page = await hr.PageAsync($"/people/{world.Person.Id}/honours/new?award={world.Award.Id}&year=2024&document=new");
        page.Words(".notice").ShouldContain("已经登记，不再重复登记");
        page.QuerySelector("input[name='Form.CertificateNumber']").ShouldBeNull();
        var evidence = page.QuerySelector(".notice a.button").ShouldNotBeNull().GetAttribute("href")!;
        evidence.ShouldBe($"{world.Page}/evidence");

        using var answer = await EditingWorld.UploadAsync(
            hr,
            $"{evidence}?document=new",
            "prove",
            ("证书.pdf", Scan),
            [.. NewDocument(A.UniqueName("编证")), ("Form.Reason", "补充证书扫描件")]
        );

        answer.LeadsTo().ShouldBe($"{world.Page}?done=proved", await answer.TextAsync());
        (await hr.PageAsync(world.Page)).QuerySelectorAll(".evidence").Length.ShouldBe(2);
    }

    [Fact]
    public async Task An_award_that_the_catalogue_lacks_is_entered_on_the_way()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();
        var name = A.UniqueName("新设示例奖");

        using var answer = await hr.PostFormAsync(
            $"/people/{world.Person.Id}/honours/new?q={name}",
            "propose",
            ("Proposed.Name", name),
            ("Proposed.Level", "Enterprise"),
            ("Proposed.Family", "Skill"),
            ("Proposed.ConferringBody", "示例厂"),
            ("Proposed.Reason", "今年新设")
        );

        (await EditingWorld.WordsAsync(hr, answer.LeadsTo().ShouldNotBeNull(await answer.TextAsync()))).ShouldContain(name);
    }

    [Fact]
    public async Task A_team_receives_an_honour_on_its_units_page()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();

        using var answer = await EditingWorld.UploadAsync(
            hr,
            $"/units/{world.Unit.Id}/honours/new?award={world.Award.Id}&year=2023&document={world.Document.Id}",
            "add",
            file: null,
            Facts
        );

        answer.LeadsTo().ShouldNotBeNull(await answer.TextAsync());
        (await EditingWorld.WordsAsync(hr, $"/units/{world.Unit.Id}")).ShouldContain("2023年");
        (await EditingWorld.WordsAsync(hr, $"/units/{world.Unit.Id}/honours")).ShouldContain(world.Award.Name);
    }

    [Fact]
    public async Task A_correction_is_shown_before_it_is_written_and_a_stale_one_is_told()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();
        var edit = $"{world.Page}/edit";
        var old = await hr.GetStringAsync(new Uri(edit, UriKind.Relative), Stop);
        (string, string)[] fields =
        [
            ("Form.Year", "2023"),
            ("Form.AwardAsPrinted", world.Award.Name),
            ("Form.Level", "Group"),
            ("Form.ConferringBody", "示例集团"),
            ("Form.DocumentId", world.Document.Id.ToString()),
            ("Form.Reason", "年份录错"),
        ];

        using var check = await hr.SendFormAsync(edit, old, "check", fields);
        var shown = await check.TextAsync();
        shown.ShouldContain("<del>2024</del>");
        shown.ShouldContain("<ins>2023</ins>");
        (await world.StoredAsync()).Year.ShouldBe(2024);
        using var apply = await hr.SendFormAsync(edit, shown, "apply");
        apply.LeadsTo().ShouldBe($"{world.Page}?done=changed", await apply.TextAsync());
        (await world.StoredAsync()).Year.ShouldBe(2023);

        using var stale = await hr.SendFormAsync(
            edit,
            shown.Replace("value=\"2023\"", "value=\"2022\"", StringComparison.Ordinal),
            "apply",
            ("Form.CommandId", Guid.NewGuid().ToString())
        );
        (await stale.TextAsync()).ShouldContain("有人更改了这项授予");
        (await world.StoredAsync()).Year.ShouldBe(2023);
    }

    [Fact]
    public async Task A_lost_certificate_is_reissued_and_the_history_shows_it()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();
        var page = $"{world.Page}/certificates";

        foreach (var (step, number) in new[] { ("Issued", "证-9"), ("Lost", ""), ("Reissued", "证-9补") })
        {
            using var answer = await hr.PostFormAsync(
                page,
                "note-0",
                ("Form.Step", step),
                ("Form.Number", number),
                ("Form.On", "2025-03"),
                ("Form.Reason", "本人申请")
            );
            answer.LeadsTo().ShouldBe($"{world.Page}?done=certificate", await answer.TextAsync());
        }

        var words = (await hr.PageAsync(world.Page)).Words("table");
        words.ShouldContain("挂失");
        words.ShouldContain("证-9补");
    }

    [Fact]
    public async Task What_was_entered_wrongly_is_seen_by_those_who_keep_it_alone_and_can_be_restored()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();
        using var reader = site.Browse();
        using var answer = await hr.PostFormAsync($"{world.Page}/wrong", "wrong", ("Form.Reason", "同名误录"));
        answer.LeadsTo().ShouldBe($"{world.Page}?done=wrong", await answer.TextAsync());

        (await hr.PageAsync($"/people/{world.Person.Id}/honours"))
            .QuerySelector("li.wrong")
            .ShouldNotBeNull()
            .TextContent.ShouldContain(world.Award.Name);
        foreach (var place in Places(world))
        {
            (await reader.GetStringAsync(new Uri(place, UriKind.Relative), Stop)).ShouldNotContain(
                world.Conferral.ToString(),
                Case.Sensitive,
                place
            );
        }

        (await EditingWorld.WordsAsync(reader, $"/people/{world.Person.Id}")).ShouldNotContain(world.Award.Name);
        (await EditingWorld.WordsAsync(reader, $"/search?q={world.Award.Name}&kind=conferrals")).ShouldNotContain(world.Person.Name);
        (await EditingWorld.WordsAsync(reader, $"/documents/{world.Document.Id}")).ShouldNotContain(world.Person.Name);

        using var restored = await hr.PostFormAsync($"{world.Page}/wrong", "restore", ("Form.Reason", "核对无误"));
        restored.LeadsTo().ShouldBe($"{world.Page}?done=restored", await restored.TextAsync());
        (await EditingWorld.WordsAsync(reader, $"/people/{world.Person.Id}")).ShouldContain(world.Award.Name);
    }

    [Fact]
    public async Task A_whole_document_is_revoked_after_everybody_concerned_was_shown()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();
        var page = $"/documents/{world.Document.Id}/revoke";
        (await EditingWorld.WordsAsync(hr, page)).ShouldContain(world.Person.Name);

        using var answer = await EditingWorld.UploadAsync(hr, page, "revoke", file: null, Revocation);

        answer.LeadsTo().ShouldBe($"/documents/{world.Document.Id}", await answer.TextAsync());
        (await world.StoredAsync()).Status.ShouldBe(ConferralStatus.Revoked);
    }

    [Fact]
    public async Task A_document_that_also_honours_others_is_not_revoked_as_a_whole()
    {
        var (world, other) = (await EditingWorld.PrepareAsync(site), await EditingWorld.PrepareAsync(site));
        await using (var db = site.OpenDatabase())
        {
            await db
                .Conferrals.Where(c => c.Id == other.Conferral)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.DocumentId, world.Document.Id), Stop);
        }

        using var hr = await world.HrAsync();

        var page = await hr.PageAsync($"/documents/{world.Document.Id}/revoke");
        page.Words(".notice").ShouldContain("另有 1 项不在您负责的范围内");
        page.Words("main").ShouldNotContain(other.Person.Name);
        page.QuerySelector("input[name='Form.Digest']").ShouldBeNull();
    }

    [Fact]
    public async Task Another_units_hr_and_other_roles_change_nothing()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var stranger = await world.StrangerAsync();
        string[] pages =
        [
            $"/people/{world.Person.Id}/honours",
            $"/people/{world.Person.Id}/honours/new",
            $"/units/{world.Unit.Id}/honours",
            $"/units/{world.Unit.Id}/honours/new",
            .. new[] { "", "/edit", "/evidence", "/certificates", "/wrong", "/revoke" }.Select(part => world.Page + part),
            $"/documents/{world.Document.Id}/scans",
            $"/documents/{world.Document.Id}/revoke",
        ];
        foreach (var page in pages)
        {
            using var answer = await stranger.GetAsync(new Uri(page, UriKind.Relative), Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
        }

        foreach (var role in new[] { Role.Reader, Role.Editor, Role.Auditor })
        {
            using var client = site.SignedIn(await site.Services.CookieAsync(role), followsRedirects: false);
            using var answer = await client.GetAsync(new Uri(world.Page, UriKind.Relative), Stop);
            answer.LeadsTo().ShouldNotBeNull(role.ToString()).ShouldStartWith("/denied");
        }
    }

    [Fact]
    public async Task A_scan_is_not_for_those_to_whom_one_of_its_honours_is_hidden()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();
        using var added = await EditingWorld.UploadAsync(
            hr,
            $"/documents/{world.Document.Id}/scans",
            "scan",
            ("决定.pdf", Scan),
            ("Form.Reason", "归档")
        );
        added.LeadsTo().ShouldNotBeNull(await added.TextAsync());
        await using var db = site.OpenDatabase();
        var file = await db.DocumentFiles.Where(f => f.DocumentId == world.Document.Id).Select(f => f.Id).SingleAsync(Stop);
        var address = new Uri($"/documents/{world.Document.Id}/files/{file}", UriKind.Relative);
        using var reader = site.Browse();
        using (var seen = await reader.GetAsync(address, Stop))
        {
            seen.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await db
            .Honorees.Where(h => h.Id == world.Person.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.Visibility, Domain.Visibility.HrOnly), Stop);

        using var hidden = await reader.GetAsync(address, Stop);
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var kept = await hr.GetAsync(address, Stop);
        kept.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_same_form_sent_twice_enters_one_honour()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();
        var address = $"/people/{world.Person.Id}/honours/new?award={world.Award.Id}&year=2021&document={world.Document.Id}";
        var id = Guid.NewGuid().ToString();
        (string, string)[] fields = [.. Facts, ("Form.CommandId", id)];
        var html = await hr.GetStringAsync(new Uri(address, UriKind.Relative), Stop);

        using var first = await hr.SendFormAsync(address, html, "add", fields);
        using var second = await hr.SendFormAsync(address, html, "add", fields);

        second.LeadsTo().ShouldNotBeNull(await second.TextAsync()).ShouldBe(first.LeadsTo());
        await using var db = site.OpenDatabase();
        (await db.Conferrals.CountAsync(c => c.AwardId == world.Award.Id && c.Year == 2021, Stop)).ShouldBe(1);
    }

    /// <summary>Where everybody would find the honour.</summary>
    private static string[] Places(EditingWorld world) =>
        [
            $"/api/v1/people/{world.Person.Id}",
            $"/api/v1/awards/{world.Award.Id}/conferrals",
            $"/api/v1/units/{world.Unit.Id}",
            string.Create(CultureInfo.InvariantCulture, $"/api/v1/search?q={Uri.EscapeDataString(world.Award.Name)}&kind=conferrals"),
        ];

    private static (string, string)[] NewDocument(string number) =>
        [
            ("Form.Document.Title", "关于表彰先进的决定"),
            ("Form.Document.Number", number),
            ("Form.Document.IssuingBody", "示例集团"),
            ("Form.Document.Date", "2025-04-30"),
        ];

    private static (string, string)[] Facts =>
        [
            ("Form.AwardAsPrinted", "示例标兵"),
            ("Form.Level", "Group"),
            ("Form.ConferringBody", "示例集团"),
            ("Form.Post", "0"),
            ("Form.Reason", "补录历史荣誉"),
        ];

    private static (string, string)[] Revocation =>
        [("Form.Reason", "经查事迹不实"), ("Form.Body", "示例集团"), ("Form.Date", "2025-6-1"), ("Form.Medal", "true")];
}
