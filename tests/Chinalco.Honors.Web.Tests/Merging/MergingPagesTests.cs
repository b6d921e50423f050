using System.Net;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Editing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Merging;

/// <summary>HR of a unit says who is who over the pages, without script.</summary>
public sealed class MergingPagesTests(SampleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_entries_are_merged_shown_as_one_everywhere_and_taken_back()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();
        using var reader = site.Browse();
        var page = $"/people/{world.Twin.Id}/merge?with={world.Person.Id}";
        var preview = await EditingWorld.WordsAsync(hr, page);
        preview.ShouldContain(world.Award.Name);
        preview.ShouldContain("姓名不同，留哪一个？");
        preview.ShouldContain("现任职不同，留哪一个？");

        using var merged = await hr.PostFormAsync(page, "merge", ("side.Name", "Absorbed"), ("Form.Reason", "经核实为同一人"));

        merged.LeadsTo().ShouldBe($"/people/{world.Twin.Id}/merge?done=merged", await merged.TextAsync());
        var kept = await EditingWorld.WordsAsync(reader, $"/people/{world.Twin.Id}");
        kept.ShouldContain(world.Award.Name);
        kept.ShouldContain($"又名：{world.Twin.Name}");
        (await EditingWorld.WordsAsync(reader, $"/search?q={world.Twin.Name}")).ShouldContain(world.Person.Name);
        await LeadsOnAsync($"/people/{world.Person.Id}", $"/people/{world.Twin.Id}");
        await LeadsOnAsync($"/people/{world.Person.Id}/print?x=1", $"/people/{world.Twin.Id}/print?x=1");
        await LeadsOnAsync($"/api/v1/people/{world.Person.Id}", $"/api/v1/people/{world.Twin.Id}");

        (await EditingWorld.WordsAsync(hr, $"/people/{world.Twin.Id}/history")).ShouldContain("与之合并");

        var history = await hr.PageAsync($"/people/{world.Twin.Id}/merge");
        var undo = history.QuerySelector(".identity-history a").ShouldNotBeNull().GetAttribute("href")!;
        using var undone = await hr.PostFormAsync(undo, "undo", ("Form.Reason", "经核实为两个人"));
        undone.LeadsTo().ShouldBe($"/people/{world.Twin.Id}/merge?done=undone", await undone.TextAsync());
        (await EditingWorld.WordsAsync(hr, $"/people/{world.Twin.Id}/history")).ShouldContain("撤回合并或拆分");
        (await EditingWorld.WordsAsync(reader, $"/people/{world.Person.Id}")).ShouldContain(world.Award.Name);
        (await EditingWorld.WordsAsync(reader, $"/people/{world.Twin.Id}")).ShouldNotContain(world.Award.Name);
    }

    [Fact]
    public async Task A_merge_sent_twice_is_one_and_answers_the_same()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();
        var page = $"/people/{world.Twin.Id}/merge?with={world.Person.Id}";
        var html = await hr.GetStringAsync(new Uri(page, UriKind.Relative), Stop);
        (string, string)[] fields = [("Form.Reason", "同一人")];

        using var first = await hr.SendFormAsync(page, html, "merge", fields);
        using var second = await hr.SendFormAsync(page, html, "merge", fields);

        second.LeadsTo().ShouldBe(first.LeadsTo(), await second.TextAsync());
        await using var db = site.OpenDatabase();
        (await db.IdentityChanges.CountAsync(c => c.PersonId == world.Twin.Id, Stop)).ShouldBe(1);
    }

    [Fact]
    public async Task What_changed_since_it_was_shown_is_told_and_nothing_is_merged()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();
        var page = $"/people/{world.Twin.Id}/merge?with={world.Person.Id}";
        var html = await hr.GetStringAsync(new Uri(page, UriKind.Relative), Stop);
        var correct = new CorrectConferral(CommandStamp.New(A.Clerk), world.Conferral, A.Facts(2019));
        await site.Services.GetRequiredService<IRegistry>().SendAsync(world.Award.Id, correct, Stop);

        using var answer = await hr.SendFormAsync(page, html, "merge", [("Form.Reason", "同一人")]);

        (await answer.TextAsync()).ShouldContain("没有写入任何内容");
        await using var db = site.OpenDatabase();
        (await db.Honorees.CountAsync(h => h.Id == world.Person.Id || h.Id == world.Twin.Id, Stop)).ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_merges_people_of_other_units()
    {
        var (world, other) = (await EditingWorld.PrepareAsync(site), await EditingWorld.PrepareAsync(site));
        using var hr = await world.HrAsync();
        using var stranger = await world.StrangerAsync();

        using var foreign = await stranger.GetAsync(new Uri($"/people/{world.Person.Id}/merge", UriKind.Relative), Stop);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var half = await hr.PageAsync($"/people/{world.Person.Id}/merge?with={other.Person.Id}");
        half.Words("main").ShouldContain("不在您负责的单位范围内");
        half.QuerySelector("input[name='Form.Digest']").ShouldBeNull();
        using var split = await hr.GetAsync(new Uri($"/people/{other.Person.Id}/split", UriKind.Relative), Stop);
        split.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task One_entry_is_split_into_two_and_taken_back()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();
        using var reader = site.Browse();
        var page = $"/people/{world.Person.Id}/split?with=new";
        var name = A.UniqueName("拆出甲");
        (string, string)[] told =
        [
            ("conferral", world.Conferral.ToString()),
            ("Form.Name", name),
            ("Form.Unit", world.Unit.Name),
            ("Form.Reason", "同名的两个人"),
        ];

        using var check = await hr.PostFormAsync(page, "check", told);
        var html = await check.TextAsync();
        html.ShouldContain($"归“{name}”的内容");
        using var applied = await hr.SendFormAsync(page, html, "apply");

        applied.LeadsTo().ShouldBe($"/people/{world.Person.Id}/merge?done=split", await applied.TextAsync());
        await using var db = site.OpenDatabase();
        var made = await db.Honorees.Where(h => h.Name == name).Select(h => h.Id).SingleAsync(Stop);
        (await EditingWorld.WordsAsync(reader, $"/people/{made}")).ShouldContain(world.Award.Name);
        (await EditingWorld.WordsAsync(reader, $"/people/{world.Person.Id}")).ShouldNotContain(world.Award.Name);
        var undo = (await hr.PageAsync($"/people/{world.Person.Id}/merge")).QuerySelector(".identity-history a")!.GetAttribute("href")!;
        using var undone = await hr.PostFormAsync(undo, "undo", ("Form.Reason", "还是同一人"));
        undone.LeadsTo().ShouldBe($"/people/{world.Person.Id}/merge?done=undone", await undone.TextAsync());
        (await EditingWorld.WordsAsync(reader, $"/people/{world.Person.Id}")).ShouldContain(world.Award.Name);
        (await db.Honorees.AnyAsync(h => h.Id == made, Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task Likely_doubles_lead_straight_to_their_merge()
    {
        var world = await EditingWorld.PrepareAsync(site);
        var (one, two) = (A.Honoree(A.UniqueName("重复甲")), A.Honoree());
        two.Rename(one.Name);
        one.Employ(world.Unit.Id, world.Unit.Name, position: null, from: null);
        two.Employ(world.Unit.Id, world.Unit.Name, position: null, from: null);
        await site.Services.GetRequiredService<Data.IHonorsDatabase>().SaveAsync(one, two);
        using var hr = await world.HrAsync();

        var list = await hr.PageAsync("/quality/Duplicates");
        var merge = list.QuerySelectorAll("a.quality-act").First(a => a.TextContent.StartsWith("合并", StringComparison.Ordinal));

        (await EditingWorld.WordsAsync(hr, merge.GetAttribute("href")!)).ShouldContain("合并之后");
    }

    [Fact]
    public async Task A_documents_head_is_corrected_and_every_proof_says_so()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();
        using var reader = site.Browse();
        var page = $"/documents/{world.Document.Id}/edit";
        var number = A.UniqueName("正示发");

        using var check = await hr.PostFormAsync(
            page,
            "check",
            ("Form.Title", "关于表彰的决定"),
            ("Form.Number", number),
            ("Form.IssuingBody", "示例集团工会"),
            ("Form.Date", "2025-05-01"),
            ("Form.Reason", "文号录错")
        );
        var html = await check.TextAsync();
        html.ShouldContain($"<ins>{number}</ins>");
        using var applied = await hr.SendFormAsync(page, html, "apply");

        applied.LeadsTo().ShouldBe($"/documents/{world.Document.Id}", await applied.TextAsync());
        var person = await EditingWorld.WordsAsync(reader, $"/people/{world.Person.Id}");
        person.ShouldContain(number);
        person.ShouldContain("示例集团工会");
        var history = await EditingWorld.WordsAsync(hr, $"/documents/{world.Document.Id}/history");
        history.ShouldContain(number);
        history.ShouldContain("文号录错");
        using var late = await hr.SendFormAsync(
            page,
            html.Replace("Form.CommandId\" value=\"", "Form.CommandId\" value=\"0", StringComparison.Ordinal),
            "apply"
        );
        (await late.TextAsync()).ShouldContain("有人更改了这份文件");
    }

    private async Task LeadsOnAsync(string from, string to)
    {
        using var client = site.SignedIn(await site.Services.CookieAsync(Role.Reader, unit: null), followsRedirects: false);
        using var answer = await client.GetAsync(new Uri(from, UriKind.Relative), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        answer.LeadsTo().ShouldBe(to);
    }
}
