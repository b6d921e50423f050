using System.Net;
using System.Text.RegularExpressions;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Api;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Histories;

/// <summary>Who entered what, on what evidence, and what it was before: for those who may see it, in words, and nothing hidden with it.</summary>
public sealed partial class HistoryTests(SampleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_honours_history_spans_its_life_with_differences_in_words()
    {
        var world = await HistoryWorld.PrepareAsync(site);
        await world.LiveAsync();
        using var hr = await world.AsAsync(Role.Hr);

        var page = await hr.PageAsync(world.OfHonour);

        page.QuerySelectorAll(".record .record-what > p:first-child b")
            .Select(b => b.TextContent)
            .ShouldBe(["撤销授予", "登记证书", "登记证书", "登记证书", "更正授予", "登记授予"]);
        Row(page, "更正授予", "年份").ShouldBe("2024年 → 2023年");
        Row(page, "更正授予", "级别").ShouldBe("集团级 → 省部级");
        Row(page, "撤销授予", "状态").ShouldBe("有效 → 已撤销");
        var words = page.Words("main");
        foreach (
            var said in new[]
            {
                "厂人事",
                "与文件核对",
                "经查事迹不实",
                "示例集团纪委",
                "2025年6月1日",
                "撤示发",
                "证字第2号",
                "补发",
                world.Editing.Award.Name,
            }
        )
        {
            words.ShouldContain(said);
        }

        AnId().IsMatch(words).ShouldBeFalse(words);
        page.QuerySelector($".evidence a[href='/documents/{world.Editing.Document.Id}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_persons_history_holds_moves_rosters_and_honours()
    {
        var world = await HistoryWorld.PrepareAsync(site);
        await world.MoveAsync(world.Editing.Unit.Id, world.Editing.Unit.Name);
        await world.RosterAsync(("岗位", "化验员", "检验员"), ("学历", "大专", "本科"), ("工号", "SECRET-1", "SECRET-2"));
        using var hr = await world.AsAsync(Role.Hr);

        var page = await hr.PageAsync(world.OfPerson);

        page.Words("main").ShouldContain("名册“六月名册.xlsx”第 7 行");
        Row(page, "更新人员信息", "岗位").ShouldBe("化验员 → 检验员");
        Row(page, "更新人员信息", "学历").ShouldBe("大专 → 本科");
        page.Words("main").ShouldNotContain("SECRET");
        page.QuerySelector($"a[href='{world.OfHonour}']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData(Role.Auditor, true)]
    [InlineData(Role.Hr, true)]
    [InlineData(Role.Editor, true)]
    [InlineData(Role.Reader, false)]
    [InlineData(Role.SecurityAdministrator, false)]
    public async Task Only_those_who_answer_for_it_see_a_history(Role role, bool sees)
    {
        var world = await HistoryWorld.PrepareAsync(site);
        using var client = await world.AsAsync(role);

        foreach (
            var path in new[] { world.OfPerson, world.OfHonour, $"/api/v1{world.OfPerson}", $"/units/{world.Editing.Unit.Id}/history" }
        )
        {
            (await StatusAsync(client, path)).ShouldBe(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, path);
        }

        var links = (await client.PageAsync($"/people/{world.Person}")).QuerySelectorAll("a[href$='/history']").Length;
        (links > 0).ShouldBe(sees);
    }

    [Fact]
    public async Task Another_units_hr_finds_nothing()
    {
        var world = await HistoryWorld.PrepareAsync(site);
        using var stranger = await world.Editing.StrangerAsync();

        foreach (var path in new[] { world.OfPerson, world.OfHonour, $"/units/{world.Editing.Unit.Id}/history" })
        {
            (await StatusAsync(stranger, path)).ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task People_see_their_own_history_and_their_own_certificate_though_hidden_from_others()
    {
        var world = await HistoryWorld.PrepareAsync(site);
        await world.CertifyAsync(CertificateStep.Issued, "证字第9号");
        await world.HideHonourAsync();
        await world.ShowPersonAsync(HonoreeVisibility.Default with { Person = Visibility.HrOnly });
        using var self = await world.SelfAsync();
        using var editor = await world.AsAsync(Role.Editor);

        (await self.PageAsync(world.OfPerson)).Words("main").ShouldContain("仅主管人事、工会");
        (await self.PageAsync(world.OfHonour)).Words("main").ShouldContain("证字第9号");
        (await StatusAsync(editor, world.OfPerson)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(editor, world.OfHonour)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_a_viewer_may_not_see_is_in_no_difference_of_page_or_api()
    {
        var world = await HistoryWorld.PrepareAsync(site);
        await world.CertifyAsync(CertificateStep.Issued, "证字第7号");
        await world.RosterAsync(("学历", "大专", "秘密学历"), ("状态", "在职", "离退休"), ("工号", "A-1", "SECRET-3"));
        await world.ShowPersonAsync(HonoreeVisibility.Default with { Status = Visibility.HrOnly, PastEmployments = Visibility.HrOnly });
        var (partner, shared) = await world.SharedAsync(Visibility.HrOnly);
        await world.HideHonourAsync();
        using var editor = await world.AsAsync(Role.Editor);
        using var hr = await world.AsAsync(Role.Hr);

        foreach (var path in new[] { world.OfPerson, $"/conferrals/{shared}/history" })
        {
            foreach (var kind in new[] { path, "/api/v1" + path })
            {
                var told = await editor.GetStringAsync(new Uri(kind, UriKind.Relative), Stop);
                foreach (
                    var hidden in new[] { "证字第7号", "秘密学历", "离退休", "SECRET", partner.Name, partner.Id.ToString(), "仅主管人事" }
                )
                {
                    told.ShouldNotContain(hidden, customMessage: kind);
                }
            }
        }

        (await hr.GetStringAsync(new Uri("/api/v1" + world.OfPerson, UriKind.Relative), Stop)).ShouldContain("秘密学历");
        (await hr.PageAsync($"/conferrals/{shared}/history")).Words("main").ShouldContain(partner.Name);
    }

    [Fact]
    public async Task What_was_entered_wrongly_is_for_those_who_keep_it()
    {
        var world = await HistoryWorld.PrepareAsync(site);
        await world.MarkWrongAsync();
        using var self = await world.SelfAsync();
        using var editor = await world.AsAsync(Role.Editor);
        using var hr = await world.AsAsync(Role.Hr);

        (await StatusAsync(self, world.OfHonour)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(editor, world.OfHonour)).ShouldBe(HttpStatusCode.NotFound);
        (await hr.PageAsync(world.OfHonour)).Words("main").ShouldContain("录错了人");

        await world.RestoreAsync();

        (await self.PageAsync(world.OfHonour)).Words("main").ShouldNotContain("录错了人");
        (await self.PageAsync(world.OfPerson)).Words("main").ShouldNotContain("恢复授予");
        (await hr.PageAsync(world.OfHonour)).Words("main").ShouldContain("恢复授予");
    }

    [Fact]
    public async Task Whoever_entered_it_is_not_named_to_those_from_whom_the_person_is_hidden()
    {
        var world = await HistoryWorld.PrepareAsync(site);
        var clerk = A.Honoree(A.UniqueName("隐员"));
        clerk.Show(HonoreeVisibility.Default with { Person = Visibility.HrOnly });
        await site.Services.GetRequiredService<IHonorsDatabase>().SaveAsync(clerk);
        var account = await site.Services.AccountOfAsync(clerk.Id);
        await world.ActAsync(new Actor(account.Id.ToString("D"), clerk.Name));
        using var self = await world.SelfAsync();
        using var auditor = await world.AsAsync(Role.Auditor);

        var theirs = (await self.PageAsync(world.OfPerson)).Words("main");

        theirs.ShouldNotContain(clerk.Name);
        theirs.ShouldContain("工作人员");
        (await auditor.PageAsync(world.OfPerson)).Words("main").ShouldContain(clerk.Name);
    }

    [Fact]
    public async Task Entries_are_filtered_paged_and_have_addresses()
    {
        var world = await HistoryWorld.PrepareAsync(site);
        for (var turn = 0; turn < 22; turn++)
        {
            await world.CorrectAsync(facts => facts with { Edition = $"第{turn}届" });
        }

        using var hr = await world.AsAsync(Role.Hr);

        var first = await hr.PageAsync(world.OfHonour);
        var second = await hr.PageAsync($"{world.OfHonour}?page=2");
        var entry = await hr.PageAsync($"{world.OfHonour}?topic=Entry");
        var never = await hr.PageAsync($"{world.OfHonour}?year=1999");
        var beyond = await hr.PageAsync($"{world.OfHonour}?page=9");

        first.Words(".total").ShouldContain("共 23 条");
        first.QuerySelectorAll(".record").Length.ShouldBe(20);
        second.QuerySelectorAll(".record").Length.ShouldBe(3);
        entry.QuerySelectorAll(".record").Length.ShouldBe(1);
        (await hr.PageAsync($"{world.OfHonour}?topic=Proof")).QuerySelectorAll(".record").Length.ShouldBe(1);
        (await hr.PageAsync($"{world.OfPerson}?topic=Certificate")).Words(".empty").ShouldContain("没有符合条件的记录");
        never.Words(".empty").ShouldContain("没有符合条件的记录");
        beyond.Words(".empty").ShouldContain("没有第 9 页");
        var anchor = first.QuerySelector(".record")!.Id;
        first.QuerySelector($".record-when a[href='#{anchor}']").ShouldNotBeNull();
        (await StatusAsync(hr, $"/api/v1{world.OfHonour}?topic=Nothing")).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_api_answers_what_the_page_shows()
    {
        var world = await HistoryWorld.PrepareAsync(site);
        await world.LiveAsync();
        using var hr = await world.AsAsync(Role.Hr);

        var items = (await hr.GetJsonAsync($"/api/v1{world.OfHonour}")).GetProperty("items").EnumerateArray().ToList();

        items.Count.ShouldBe(6);
        items[0].GetProperty("title").GetString().ShouldBe("撤销授予");
        items[0].GetProperty("topic").GetString().ShouldBe("End");
        items[0].GetProperty("reason").GetString().ShouldBe("纪委来函");
        var change = items[4].GetProperty("changes").EnumerateArray().Single(c => c.GetProperty("field").GetString() == "年份");
        change.GetProperty("before").GetProperty("text").GetString().ShouldBe("2024年");
        change.GetProperty("after").GetProperty("text").GetString().ShouldBe("2023年");
        items[^1].GetProperty("proofs")[0].GetProperty("assertedBy").GetString().ShouldBe("示例集团");
    }

    [Fact]
    public async Task Articles_documents_units_and_awards_of_the_samples_have_histories()
    {
        await using var db = site.OpenDatabase();
        var proof = await db
            .Evidence.Where(e => e.FindingId != null && db.Articles.Any(a => a.Id == e.ArticleId && a.Provenance != Provenance.Original))
            .OrderBy(e => e.Id)
            .FirstAsync(Stop);
        var award = await db.Awards.Where(a => a.Code == "W107").Select(a => a.Id).SingleAsync(Stop);
        var unit = await db.Units.Where(u => u.Code == "U211").Select(u => u.Id).SingleAsync(Stop);
        var document = await db.Documents.Where(d => d.ArticleId != null).OrderBy(d => d.Id).Select(d => d.Id).FirstAsync(Stop);
        using var editor = await site.SignedInAsync(Role.Editor);

        (await editor.PageAsync($"/articles/{proof.ArticleId}/history")).Words("main").ShouldContain("存入文章");
        (await editor.PageAsync($"/articles/{proof.ArticleId}/history")).QuerySelector("a[href^='/ingestions/']").ShouldNotBeNull();
        (await editor.PageAsync($"/awards/{award}/history")).Words("main").ShouldContain("导入荣誉目录");
        (await editor.PageAsync($"/units/{unit}/history")).Words(".differences").ShouldContain("上级单位");
        (await editor.PageAsync($"/documents/{document}/history")).Words("main").ShouldContain("从来稿识别表彰文件");
        var honour = await editor.PageAsync($"/conferrals/{proof.ConferralId}/history");
        honour.QuerySelector("blockquote").ShouldNotBeNull();
        honour.QuerySelector($".evidence a[href^='/articles/{proof.ArticleId}#']").ShouldNotBeNull();
        AnId().IsMatch(honour.Words("main")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Visibility.Public)]
    [InlineData(Visibility.HrOnly)]
    public async Task What_editors_decided_is_part_of_an_articles_history_unless_it_is_about_somebody_hidden(Visibility person)
    {
        var (source, named) = (A.SourceFile(), A.Honoree(A.UniqueName("线索人")));
        named.Show(HonoreeVisibility.Default with { Person = person });
        var article = A.Article(source, $"{named.Name}获评示例标兵。");
        var right = new FindingClaim(
            named.Name,
            RecipientKind.Person,
            null,
            null,
            null,
            named.Id,
            "示例标兵",
            "示例标兵",
            null,
            null,
            2024,
            null
        );
        var proof = new FindingProof(0, named.Name.Length, named.Name, "示例", 0.6, "示例");
        var finding = new Finding(Guid.CreateVersion7(), article.Id, 1, FindingKind.Conferral, right, proof, safe: false);
        await site.Services.GetRequiredService<IHonorsDatabase>().SaveAsync(source, article, named, finding);
        await HistoryWorld.RecordAsync(
            site,
            new AuditSubject(AuditKinds.Finding, finding.Id),
            "finding.correct",
            new
            {
                finding.State,
                finding.Claim,
                Before = right with
                {
                    HonoreeId = null,
                    Year = 2023,
                },
            }
        );
        using var editor = await site.SignedInAsync(Role.Editor);

        var page = await editor.PageAsync($"/articles/{article.Id}/history");

        if (person == Visibility.HrOnly)
        {
            page.Words("main").ShouldNotContain(named.Name);
            return;
        }

        Row(page, "更正线索", "年份").ShouldBe("2023年 → 2024年");
        Row(page, "更正线索", "对应人物").ShouldBe($"（无） → {named.Name}");
        page.QuerySelector($".evidence a[href^='/articles/{article.Id}#']").ShouldNotBeNull();
    }

    private static string Row(AngleSharp.Dom.IParentNode page, string title, string field)
    {
        var entry = page.QuerySelectorAll(".record").First(r => r.QuerySelector("b")!.TextContent == title);
        var row = entry.QuerySelectorAll(".differences tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Trim() == field);
        return string.Join(" → ", row.QuerySelectorAll("td").Select(td => td.TextContent.Trim()));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        return answer.StatusCode;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-", RegexOptions.None, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex AnId();
}
