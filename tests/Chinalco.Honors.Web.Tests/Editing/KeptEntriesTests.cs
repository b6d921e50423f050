using System.Net;
using AngleSharp.Html.Dom;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Hosting;
using Chinalco.Honors.Web.Tests.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Editing;

/// <summary>HR corrects a person's entry, and HR of the group an award's, over pages that work without script.</summary>
public sealed class KeptEntriesTests(SampleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_is_corrected_after_the_differences_were_shown()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();
        var page = $"/people/{world.Twin.Id}/edit";
        var number = A.UniqueName("N");
        (await hr.PageAsync($"/people/{world.Twin.Id}")).QuerySelector($"a[href='{page}']").ShouldNotBeNull();

        var shown = await CheckAsync(
            hr,
            page,
            ("Form.Name", "编辑丙"),
            ("Form.Number", number),
            ("Form.Position", "机修技师"),
            ("Form.Reason", "以人事档案为准")
        );
        shown.ShouldContain("<del>机修工</del>");
        shown.ShouldContain($"<ins>{number}</ins>");
        shown.ShouldContain("不留作以往任职");
        shown.ShouldNotContain(world.Twin.EmployeeNumber!);
        using var apply = await hr.SendFormAsync(page, shown, "apply");

        apply.LeadsTo().ShouldBe($"/people/{world.Twin.Id}", await apply.TextAsync());
        var now = await PersonAsync(world.Twin.Id);
        (now.Name, now.EmployeeNumber, now.PresentPost?.Position, now.Employments.Count).ShouldBe(("编辑丙", number, "机修技师", 1));
        (await hr.PageAsync($"/people/{world.Twin.Id}/history")).Words(".histories").ShouldContain("更正人物信息");
    }

    [Fact]
    public async Task Whoever_saw_an_older_entry_is_told_so_and_nothing_is_written()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();
        var page = $"/people/{world.Person.Id}/edit";
        var shown = await CheckAsync(hr, page, ("Form.Name", "编辑丁"), ("Form.Reason", "更正"));
        await site
            .Services.GetRequiredService<IRegistry>()
            .SendAsync(
                world.Person.Id,
                new ShowHonoree(CommandStamp.New(A.Clerk), HonoreeVisibility.Default with { Status = Domain.Visibility.HrOnly }),
                Stop
            );

        using var apply = await hr.SendFormAsync(page, shown, "apply");

        (await apply.TextAsync()).ShouldContain("有人更改了这个人物");
        (await PersonAsync(world.Person.Id)).Name.ShouldBe(world.Person.Name);
    }

    [Theory]
    [InlineData("没有这样的单位", "组织树中没有")]
    [InlineData("九冶建设有限公司", "不在您负责的范围内")]
    public async Task Nobody_is_put_where_the_tree_or_ones_right_does_not_reach(string unit, string advice)
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();

        var shown = await CheckAsync(hr, $"/people/{world.Person.Id}/edit", ("Form.Unit", unit), ("Form.Reason", "调动"));

        shown.ShouldContain(advice);
    }

    [Fact]
    public async Task Neither_another_units_hr_nor_a_reader_corrects_an_entry()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var stranger = await world.StrangerAsync();
        using var hr = await world.HrAsync();

        (await StatusAsync(stranger, $"/people/{world.Person.Id}/edit")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(hr, $"/awards/{world.Award.Id}/edit")).ShouldBe(HttpStatusCode.NotFound);
        (await hr.PageAsync($"/awards/{world.Award.Id}")).QuerySelector("a[href$='/edit']").ShouldBeNull();
        using var reader = site.SignedIn(await site.Services.CookieAsync(Role.Reader), followsRedirects: false);
        (await StatusAsync(reader, $"/people/{world.Person.Id}/edit")).ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_request_to_correct_a_name_is_answered_by_the_correction()
    {
        var asked = await RequestWorld.PrepareAsync(site);
        var request = await asked.AskAsync("/me/requests/new?kind=Correct&fact=Name");
        using var hr = await asked.World.HrAsync();
        var way = (await hr.PageAsync($"/requests/{request}")).QuerySelector(".request-ways a").ShouldNotBeNull().GetAttribute("href")!;
        way.ShouldBe($"/people/{asked.World.Person.Id}/edit?request={request}");
        (await hr.PageAsync(way)).Words(".asked").ShouldContain("请核对");
        var shown = await CheckAsync(hr, way, ("Form.Name", "编辑戊"));

        using var apply = await hr.SendFormAsync(way, shown, "apply");

        apply.LeadsTo().ShouldBe($"/requests/{request}", await apply.TextAsync());
        (await asked.StoredAsync(request)).State.ShouldBe(RequestState.Accepted);
        (await PersonAsync(asked.World.Person.Id)).Name.ShouldBe("编辑戊");
    }

    [Fact]
    public async Task Hr_of_the_group_corrects_an_award_and_its_history_tells_what_it_was()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await GroupHrAsync();
        var page = $"/awards/{world.Award.Id}/edit";
        (await hr.PageAsync($"/awards/{world.Award.Id}")).QuerySelector($"a[href='{page}']").ShouldNotBeNull();
        var name = A.UniqueName("功勋示例标兵");

        var shown = await CheckAsync(hr, page, ("Form.Name", name), ("Form.Level", "National"), ("Form.Reason", "按新目录更名"));
        shown.ShouldContain("<ins>国家级</ins>");
        shown.ShouldContain("已登记的 1 项授予保持各自记录的级别");
        using var apply = await hr.SendFormAsync(page, shown, "apply");

        apply.LeadsTo().ShouldBe($"/awards/{world.Award.Id}", await apply.TextAsync());
        var award = (await hr.PageAsync($"/awards/{world.Award.Id}")).Words("main");
        award.ShouldContain(name);
        award.ShouldContain(world.Award.Name);
        var history = (await hr.PageAsync($"/awards/{world.Award.Id}/history")).Words(".histories");
        history.ShouldContain("更正荣誉目录信息");
        history.ShouldContain("按新目录更名");
        (await hr.PageAsync($"/search?q={world.Award.Name}&kind=awards")).Words("main").ShouldContain(name);
    }

    /// <summary>Sends the form to be checked with what it holds and these; gives the page that answers.</summary>
    private static async Task<string> CheckAsync(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        var form = (await client.PageAsync(path)).QuerySelector("form:has(input[value=check])").ShouldNotBeNull();
        var held = form.QuerySelectorAll("input[type=hidden], input[name^='Form.'], select, textarea")
            .Where(field => field is not IHtmlInputElement { Type: "checkbox", IsChecked: false })
            .ToDictionary(
                field => field.GetAttribute("name")!,
                field =>
                    field switch
                    {
                        IHtmlSelectElement select => select.Value,
                        IHtmlTextAreaElement area => area.Value,
                        _ => field.GetAttribute("value") ?? "",
                    },
                StringComparer.Ordinal
            );
        foreach (var (name, value) in fields)
        {
            held[name] = value;
        }

        using var content = new FormUrlEncodedContent(held);
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content, Stop);
        return await answer.TextAsync();
    }

    private async Task<HttpClient> GroupHrAsync()
    {
        await using var db = site.OpenDatabase();
        var group = await db.Units.Where(u => u.Code == "U001").Select(u => u.Id).SingleAsync(Stop);
        return site.SignedIn(await site.Services.CookieAsync(Role.Hr, group), followsRedirects: false);
    }

    private async Task<Honoree> PersonAsync(Guid id)
    {
        await using var db = site.OpenDatabase();
        return await db.Honorees.AsNoTracking().Include(h => h.Employments).SingleAsync(h => h.Id == id, Stop);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        return answer.StatusCode;
    }
}
