using System.IO.Compression;
using System.Net;
using System.Text;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Packets.Papers;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Editing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Nominations;

/// <summary>The union puts a packet together over the pages, without script.</summary>
public sealed class PacketPagesTests(SampleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_story_of_the_persons_facts_is_shown_with_their_proof_before_anybody_wrote_one()
    {
        var world = await PacketWorld.PrepareAsync(site);
        using var union = await world.UnionAsync();
        var words = await EditingWorld.WordsAsync(union, world.Page);
        words.ShouldContain(world.Base.Award.Name);
        words.ShouldContain(world.Base.Document.Number!);
        words.ShouldContain("每句都有依据");
        words.ShouldContain("1985年3月");
    }

    [Fact]
    public async Task What_the_union_writes_without_evidence_is_pending_and_counted()
    {
        var world = await PacketWorld.PrepareAsync(site);
        using var union = await world.UnionAsync();

        using var answer = await union.PostFormAsync(world.Page, "tell", ("Form.Long", "他从不迟到。"), ("Form.Short", ""));

        answer.LeadsTo().ShouldBe($"{world.Page}?done=saved", await answer.TextAsync());
        var words = await EditingWorld.WordsAsync(union, world.Page);
        words.ShouldContain("他从不迟到。【待核】");
        words.ShouldContain("【待核】1 句");
    }

    [Fact]
    public async Task A_packet_is_made_kept_and_downloaded()
    {
        var world = await PacketWorld.PrepareAsync(site);
        using var union = await world.UnionAsync();

        using var answer = await world.MakeAsync(union);

        answer.LeadsTo().ShouldBe($"{world.Page}?done=made", await answer.TextAsync());
        var page = await union.PageAsync(world.Page);
        page.Words("main").ShouldContain("所依据的事实没有变化");
        var link = page.QuerySelector(".packets a").ShouldNotBeNull().GetAttribute("href")!;
        using var zip = new ZipArchive(new MemoryStream(await union.GetByteArrayAsync(new Uri(link, UriKind.Relative), Stop)));
        zip.Entries.Select(e => e.FullName).ShouldContain("01 推荐审批表.docx");
        zip.Entries.Select(e => e.FullName).ShouldContain("清单.json");
    }

    [Fact]
    public async Task A_packet_is_named_after_whom_it_is_about()
    {
        var world = await PacketWorld.PrepareAsync(site);
        using var union = await world.UnionAsync();
        using var made = await world.MakeAsync(union);
        var link = (await union.PageAsync(world.Page)).QuerySelector(".packets a").ShouldNotBeNull().GetAttribute("href")!;

        using var answer = await union.GetAsync(new Uri(link, UriKind.Relative), Stop);

        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe($"{world.Base.Person.Name} 材料包第1号.zip");
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_makes_one_packet()
    {
        var world = await PacketWorld.PrepareAsync(site);
        using var union = await world.UnionAsync();
        var html = await union.GetStringAsync(new Uri(world.Page, UriKind.Relative), Stop);

        using var first = await union.SendFormAsync(world.Page, html, "make", ("Form.Kind", "Worker"));
        using var second = await union.SendFormAsync(world.Page, html, "make", ("Form.Kind", "Worker"));

        second.LeadsTo().ShouldBe($"{world.Page}?done=made", await second.TextAsync());
        await using var db = site.OpenDatabase();
        (await db.Packets.CountAsync(p => p.NominationId == world.Nomination, Stop)).ShouldBe(1);
    }

    [Fact]
    public async Task A_unit_gets_the_papers_of_a_unit_whatever_was_chosen()
    {
        var world = await PacketWorld.PrepareAsync(site);
        using var union = await world.UnionAsync();
        var address = await world.UnitPageAsync();

        using var answer = await union.PostFormAsync(address, "make", ("Form.Kind", "Worker"));

        answer.LeadsTo().ShouldBe($"{address}?done=made", await answer.TextAsync());
        var page = await union.PageAsync(address);
        page.QuerySelectorAll("select#kind option").Select(o => o.TextContent).ShouldBe(["集体"]);
        var link = page.QuerySelector(".packets a").ShouldNotBeNull().GetAttribute("href")!;
        using var zip = new ZipArchive(new MemoryStream(await union.GetByteArrayAsync(new Uri(link, UriKind.Relative), Stop)));
        zip.Entries.Select(e => e.FullName).ShouldContain("01 推荐审批表（集体）.docx");
        zip.Entries.Select(e => e.FullName).ShouldContain("04 征求意见表（集体）.docx");
    }

    [Fact]
    public async Task A_packet_whose_honour_is_revoked_is_flagged_on_the_next_request()
    {
        var world = await PacketWorld.PrepareAsync(site);
        using var union = await world.UnionAsync();
        using var made = await world.MakeAsync(union);
        var revoke = new EndConferral(CommandStamp.New(A.Clerk), world.Base.Conferral, ConferralStatus.Revoked, "弄虚作假");

        (await site.Services.GetRequiredService<IRegistry>().SendAsync(world.Base.Award.Id, revoke, Stop)).Succeeded.ShouldBeTrue();

        var words = await EditingWorld.WordsAsync(union, world.Page);
        words.ShouldContain("已撤销");
        words.ShouldContain("弄虚作假");
        words.ShouldContain("请停止使用这一份");
        // An honour that was taken back is in no story.
        (await union.PageAsync(world.Page))
            .Words(".packet-story")
            .ShouldNotContain(world.Base.Award.Name);
    }

    [Fact]
    public async Task Nobody_elses_union_sees_a_packet_or_takes_it_away()
    {
        var world = await PacketWorld.PrepareAsync(site);
        using var union = await world.UnionAsync();
        using var made = await world.MakeAsync(union);
        var link = (await union.PageAsync(world.Page)).QuerySelector(".packets a").ShouldNotBeNull().GetAttribute("href")!;
        using var stranger = await world.Base.StrangerAsync();

        foreach (var address in new[] { world.Page, link, $"{world.Page}/papers/Approval" })
        {
            using var answer = await stranger.GetAsync(new Uri(address, UriKind.Relative), Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }
    }

    [Fact]
    public async Task Two_who_write_at_once_do_not_overwrite_each_other()
    {
        var world = await PacketWorld.PrepareAsync(site);
        using var union = await world.UnionAsync();
        var page = await union.PageAsync(world.Page);
        var seen = page.QuerySelector("input[name='Form.Version']")!.GetAttribute("value")!;
        using var first = await union.PostFormAsync(world.Page, "tell", ("Form.Long", "甲写的。"), ("Form.Short", ""));
        first.LeadsTo().ShouldNotBeNull();

        using var second = await union.PostFormAsync(
            world.Page,
            "tell",
            ("Form.Long", "乙写的。"),
            ("Form.Short", ""),
            ("Form.Version", seen),
            ("Form.CommandId", Guid.CreateVersion7().ToString())
        );

        second.LeadsTo().ShouldBeNull();
        await using var db = site.OpenDatabase();
        (await db.Nominations.SingleAsync(n => n.Id == world.Nomination, Stop)).Story.ShouldBe("甲写的。");
    }

    [Fact]
    public async Task A_template_of_the_group_makes_the_paper_until_it_is_retired()
    {
        var world = await PacketWorld.PrepareAsync(site);
        using var union = await world.UnionAsync();
        using var group = site.SignedIn(await site.Services.CookieAsync(Role.Union, await RootAsync()), followsRedirects: false);

        using var answer = await EditingWorld.UploadAsync(
            group,
            "/nominations/templates",
            "upload",
            ("报告2024.docx", StandardTemplates.Of(Paper.Publicity)),
            ("Form.Paper", nameof(Paper.Report)),
            ("Form.Programme", "national-may-day-medal"),
            ("Form.Reason", "按当年通知")
        );

        answer.LeadsTo().ShouldBe("/nominations/templates?done=uploaded", await answer.TextAsync());
        (await EditingWorld.WordsAsync(union, "/nominations/templates")).ShouldContain("报告2024.docx");
        var report = new Uri($"{world.Page}/papers/Report", UriKind.Relative);
        var uploaded = await union.GetByteArrayAsync(report, Stop);
        uploaded.ShouldBe(await union.GetByteArrayAsync(new Uri($"{world.Page}/papers/Publicity", UriKind.Relative), Stop));
        var form = (await group.PageAsync("/nominations/templates"))
            .QuerySelector("input[name=_handler][value^='retire-']")!
            .GetAttribute("value")!;
        using var retired = await group.PostFormAsync("/nominations/templates", form);
        retired.LeadsTo().ShouldBe("/nominations/templates?done=retired", await retired.TextAsync());
        (await union.GetByteArrayAsync(report, Stop)).ShouldNotBe(uploaded);
    }

    [Fact]
    public async Task A_template_with_an_unknown_field_is_refused_with_its_place()
    {
        using var group = site.SignedIn(await site.Services.CookieAsync(Role.Union, await RootAsync()), followsRedirects: false);

        using var answer = await EditingWorld.UploadAsync(
            group,
            "/nominations/templates",
            "upload",
            ("x.docx", WithUnknownField()),
            ("Form.Paper", nameof(Paper.Report)),
            ("Form.Reason", "测试")
        );

        var text = await answer.TextAsync();
        text.ShouldContain("正文第1段");
        text.ShouldContain("{{星座}}");
    }

    [Theory]
    [InlineData("表.doc", true, "文件名要以“.docx”结尾")]
    [InlineData("表.docx", false, "打不开这个文件")]
    public async Task What_is_no_template_is_refused_and_not_kept(string name, bool isDocument, string words)
    {
        using var group = site.SignedIn(await site.Services.CookieAsync(Role.Union, await RootAsync()), followsRedirects: false);
        byte[] content = isDocument ? StandardTemplates.Of(Paper.ShortStory) : Encoding.UTF8.GetBytes("不是文档");

        using var answer = await EditingWorld.UploadAsync(
            group,
            "/nominations/templates",
            "upload",
            (name, content),
            ("Form.Paper", nameof(Paper.ShortStory)),
            ("Form.Reason", "测试")
        );

        (await answer.TextAsync()).ShouldContain(words);
        await using var db = site.OpenDatabase();
        (await db.PacketTemplates.AnyAsync(t => t.FileName == name && t.Paper == "事迹材料（500字）", Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_units_union_changes_no_templates()
    {
        var world = await PacketWorld.PrepareAsync(site);
        using var union = await world.UnionAsync();
        (await union.PageAsync("/nominations/templates")).QuerySelector("input[type=file]").ShouldBeNull();
    }

    private static byte[] WithUnknownField()
    {
        using var stream = new MemoryStream();
        using (
            var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Create(
                stream,
                DocumentFormat.OpenXml.WordprocessingDocumentType.Document
            )
        )
        {
            document.AddMainDocumentPart().Document = new DocumentFormat.OpenXml.Wordprocessing.Document(
                new DocumentFormat.OpenXml.Wordprocessing.Body(
                    new DocumentFormat.OpenXml.Wordprocessing.Paragraph(
                        new DocumentFormat.OpenXml.Wordprocessing.Run(new DocumentFormat.OpenXml.Wordprocessing.Text("{{星座}}"))
                    )
                )
            );
        }

        return stream.ToArray();
    }

    private async Task<Guid> RootAsync()
    {
        await using var db = site.OpenDatabase();
        return await db.Units.Where(u => u.ParentId == null && u.Tier == Domain.Units.UnitTier.Group).Select(u => u.Id).FirstAsync(Stop);
    }
}
