using System.Net;
using AngleSharp.Dom;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Api;
using Chinalco.Honors.Web.Tests.Editing;
using Chinalco.Honors.Web.Tests.Hosting;
using Chinalco.Honors.Web.Tests.Rankings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Organisation;

/// <summary>HR changes the organisation over the pages, and everybody reads what it was and is.</summary>
public sealed class OrganisationPagesTests(SampleSite site)
{
    private readonly Unit company = A.Unit(A.UniqueName("沿革示例公司"));
    private readonly Honoree worker = A.Honoree(A.UniqueName("沿革甲"));
    private Unit one = null!;
    private Unit two = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IHonorsDatabase Database => site.Services.GetRequiredService<IHonorsDatabase>();

    [Fact]
    public async Task A_merger_is_shown_confirmed_told_and_taken_back()
    {
        await PrepareAsync();
        using var hr = await HrAsync();
        using var reader = site.Browse();
        var page = $"/units/{one.Id}/edit?do=Merge&to={two.Id}";
        using var shown = await hr.PostFormAsync(page, "check", ("Form.On", "2012-06"));
        var preview = await shown.TextAsync();
        preview.ShouldContain($"1 人从“{one.Name}”转到“{two.Name}”");

        using var done = await hr.SendFormAsync(page, preview, "apply", ("Form.Reason", "集团〔2012〕15号"));

        done.LeadsTo().ShouldBe($"/units/{one.Id}/edit?done=1", await done.TextAsync());
        (await EditingWorld.WordsAsync(reader, $"/units/{two.Id}")).ShouldContain(one.Name);
        (await EditingWorld.WordsAsync(reader, $"/units/{one.Id}")).ShouldContain("它的荣誉由以下单位承继");
        (await EditingWorld.WordsAsync(reader, $"/people/{worker.Id}")).ShouldContain(two.Name);
        (await EditingWorld.WordsAsync(reader, $"/units?under={company.Id}")).ShouldNotContain(one.Name);
        (await EditingWorld.WordsAsync(reader, $"/units?under={company.Id}&on=2012-05-31")).ShouldContain(one.Name);

        var heirs = await EditingWorld.WordsAsync(hr, $"/units/{two.Id}/history");
        heirs.ShouldContain("并入的单位");
        heirs.ShouldContain(one.Name);
        (await EditingWorld.WordsAsync(hr, $"/units/{one.Id}/history")).ShouldContain("承继单位");

        var undo = $"/units/{one.Id}/edit?do=Undo";
        using var undone = await hr.PostFormAsync(undo, "undo", ("Form.Reason", "文件看错"));
        undone.LeadsTo().ShouldBe($"/units/{one.Id}/edit?done=1", await undone.TextAsync());
        (await EditingWorld.WordsAsync(reader, $"/units?under={company.Id}")).ShouldContain(one.Name);
    }

    [Fact]
    public async Task An_honour_of_a_unit_that_was_taken_over_stands_on_the_heirs_page()
    {
        await PrepareAsync();
        var award = A.Award(A.UniqueName("沿革先进集体"));
        await Database.SaveAsync(award);
        await ConferAsync(award, 2008, A.Team(one.Name, one.Id));
        using var hr = await HrAsync();
        var page = $"/units/{one.Id}/edit?do=Merge&to={two.Id}";
        using var shown = await hr.PostFormAsync(page, "check", ("Form.On", "2012"));
        using var done = await hr.SendFormAsync(page, await shown.TextAsync(), "apply", ("Form.Reason", "改革"));
        done.StatusCode.ShouldBe(HttpStatusCode.Found);

        using var reader = site.Browse();
        var words = await EditingWorld.WordsAsync(reader, $"/units/{two.Id}");
        words.ShouldContain(award.Name);
        words.ShouldContain(one.Name);
    }

    [Fact]
    public async Task A_day_before_a_renaming_shows_the_former_name()
    {
        await PrepareAsync();
        using var hr = await HrAsync();
        var name = A.UniqueName("新名示例厂");
        var page = $"/units/{one.Id}/edit?do=Rename";
        using var shown = await hr.PostFormAsync(page, "check", ("Form.On", "2015-03-01"), ("Form.Name", name));
        using var done = await hr.SendFormAsync(page, await shown.TextAsync(), "apply", ("Form.Reason", "更名文件"));
        done.StatusCode.ShouldBe(HttpStatusCode.Found, await done.TextAsync());

        using var reader = site.Browse();
        var before = await EditingWorld.WordsAsync(reader, $"/units?under={company.Id}&on=2015-02-28");
        before.ShouldContain(one.Name);
        before.ShouldNotContain(name);
        var item = await reader.GetJsonAsync($"/api/v1/units/?under={company.Id}&on=2015-03-01");
        item.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()).ShouldContain(name);
    }

    [Fact]
    public async Task HR_of_another_unit_finds_no_form()
    {
        await PrepareAsync();
        var other = A.Unit(A.UniqueName("别家示例厂"));
        await Database.SaveAsync(other);
        using var stranger = site.SignedIn(await site.Services.CookieAsync(Role.Hr, other.Id), followsRedirects: false);

        using var answer = await stranger.GetAsync(new Uri($"/units/{one.Id}/edit?do=Rename", UriKind.Relative), Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task HR_does_not_move_a_unit_to_another_company()
    {
        await PrepareAsync();
        var other = A.Unit(A.UniqueName("别家示例公司"));
        await Database.SaveAsync(other);
        using var hr = await HrAsync();

        var words = await EditingWorld.WordsAsync(hr, $"/units/{one.Id}/edit?do=Move&to={other.Id}");

        words.ShouldNotContain(other.Name);
    }

    [Fact]
    public async Task The_ladder_shows_who_holds_all_rungs_and_who_misses_one()
    {
        await PrepareAsync();
        var almost = A.Honoree(A.UniqueName("沿革乙"));
        await Database.SaveAsync(almost);
        foreach (var level in (AwardLevel[])[AwardLevel.Enterprise, AwardLevel.Group, AwardLevel.Provincial, AwardLevel.National])
        {
            var award = A.Award(A.UniqueName("阶梯"), level);
            await Database.SaveAsync(award);
            await ConferAsync(award, 2010, A.Person(worker.Id, one.Id, worker.Name), level);
            if (level != AwardLevel.Provincial)
            {
                await ConferAsync(award, 2011, A.Person(almost.Id, two.Id, almost.Name), level);
            }
        }

        using var reader = site.Browse();
        var page = await reader.PageAsync($"/ladder?unit={company.Id}");

        page.QuerySelector("section[aria-labelledby=whole]")!.TextContent.ShouldContain(worker.Name);
        var missing = page.QuerySelector("section[aria-labelledby=almost]")!.TextContent;
        missing.ShouldContain("差省部级");
        missing.ShouldContain(almost.Name);
    }

    [Fact]
    public async Task Who_may_not_be_seen_and_what_may_not_be_seen_is_on_no_ladder()
    {
        await PrepareAsync();
        var other = A.Honoree(A.UniqueName("沿革丙"));
        await Database.SaveAsync(other);
        foreach (var level in (AwardLevel[])[AwardLevel.Enterprise, AwardLevel.Group, AwardLevel.Provincial, AwardLevel.National])
        {
            var award = A.Award(A.UniqueName("阶梯"), level);
            await Database.SaveAsync(award);
            await ConferAsync(award, 2010, A.Person(worker.Id, one.Id, worker.Name), level);
            await ConferAsync(award, 2011, A.Person(other.Id, one.Id, other.Name), level);
        }

        await using (var db = site.OpenDatabase())
        {
            (await db.Honorees.FirstAsync(h => h.Id == worker.Id, Stop)).Show(
                HonoreeVisibility.Default with
                {
                    Person = Domain.Visibility.HrOnly,
                }
            );
            var national = await db
                .Conferrals.Include(c => c.Recipients)
                .FirstAsync(c => c.Level == AwardLevel.National && c.Recipients.Any(r => r.HonoreeId == other.Id), Stop);
            national.Show(Domain.Visibility.HrOnly);
            await db.SaveChangesAsync(Stop);
        }

        using var reader = site.Browse();
        var page = await reader.PageAsync($"/ladder?unit={company.Id}");
        page.Words("main").ShouldNotContain(worker.Name);
        page.Words("section[aria-labelledby=whole]").ShouldNotContain(other.Name);
        page.Words("section[aria-labelledby=almost]").ShouldContain(other.Name);

        // HR of the company sees both, all that they hold.
        using var hr = await HrAsync();
        var whole = (await hr.PageAsync($"/ladder?unit={company.Id}")).Words("section[aria-labelledby=whole]");
        whole.ShouldContain(worker.Name);
        whole.ShouldContain(other.Name);
    }

    [Fact]
    public async Task The_tree_and_the_list_of_sub_units_count_the_honours_of_everything_below()
    {
        var world = await RankingWorld.PrepareAsync(site);
        using var reader = site.Browse();
        // Until a ranking was asked for, nobody waits for what it is made of.
        await reader.PageAsync("/ranking");

        var tree = await reader.PageAsync($"/units?under={world.Company.Id}");
        tree.QuerySelectorAll(".tree .branch")
            .Select(b => b.TextContent)
            .ShouldSatisfyAllConditions(
                branches => branches.ShouldContain(b => b.Contains(world.Company.Name) && b.Contains("荣誉 5 项")),
                branches => branches.ShouldContain(b => b.Contains(world.North.Name) && b.Contains("荣誉 3 项")),
                branches => branches.ShouldContain(b => b.Contains(world.South.Name) && b.Contains("荣誉 2 项"))
            );
        tree.Words("main").ShouldContain("同一项授予只计一次");

        var unit = await reader.PageAsync($"/units/{world.Company.Id}");
        unit.Words("section[aria-labelledby=below]").ShouldContain("荣誉 3 项");
        unit.Words("section[aria-labelledby=below]").ShouldContain("同一项授予只计一次");
        var found = await reader.PageAsync($"/units?q={Uri.EscapeDataString(world.South.Name)}");
        found.Words(".found-units").ShouldContain("荣誉 2 项");
        var then = await reader.PageAsync($"/units?under={world.Company.Id}&on=2020");
        then.Words("main").ShouldContain("荣誉数只在今天的组织树上显示");
        then.Words(".tree").ShouldNotContain("荣誉 ");
    }

    [Fact]
    public async Task Honours_that_somebody_may_not_see_are_not_counted_for_him()
    {
        var world = await RankingWorld.PrepareAsync(site);
        await using (var db = site.OpenDatabase())
        {
            var hidden = await db
                .Conferrals.Include(c => c.Recipients)
                .FirstAsync(c => c.Year == 2024 && c.Recipients.Any(r => r.UnitId == world.North.Id), Stop);
            hidden.Show(Domain.Visibility.HrOnly);
            await db.SaveChangesAsync(Stop);
        }

        using var reader = site.Browse();
        await reader.PageAsync("/ranking");

        (await EditingWorld.WordsAsync(reader, $"/units?under={world.North.Id}")).ShouldContain("荣誉 2 项");
    }

    [Fact]
    public async Task The_articles_of_a_unit_are_paged()
    {
        await PrepareAsync();
        var source = A.SourceFile();
        Domain.Press.Article[] articles = [.. Enumerable.Range(1, 43).Select(i => A.Article(source, $"{one.Name}的第{i}篇。", i))];
        await Database.SaveAsync(source);
        await Database.SaveAsync([.. articles]);
        await Database.SaveAsync([
            .. articles.Select(a => new Domain.Press.Mention(
                Guid.CreateVersion7(),
                a.Id,
                Domain.Press.MentionKind.Unit,
                0,
                one.Name.Length,
                one.Id
            )),
        ]);
        using var reader = site.Browse();

        var first = await reader.PageAsync($"/units/{one.Id}?part=Articles");
        var second = await reader.PageAsync(first.QuerySelector("a[rel=next]").ShouldNotBeNull().GetAttribute("href")!);

        Articles(first).Length.ShouldBe(40);
        Articles(second).Length.ShouldBe(3);
        Articles(first).Intersect(Articles(second)).ShouldBeEmpty();
        second.QuerySelector("a[rel=next]").ShouldBeNull();
        second.QuerySelector("a[rel=prev]").ShouldNotBeNull();

        static string[] Articles(IDocument page) =>
            [.. page.QuerySelectorAll("main a[href^='/articles/']").Select(a => a.GetAttribute("href")!).Distinct(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task An_award_names_its_first_and_its_latest_recipients()
    {
        await PrepareAsync();
        var award = A.Award(A.UniqueName("沿革标兵"));
        await Database.SaveAsync(award);
        await ConferAsync(award, 2008, A.Person(worker.Id, one.Id, worker.Name));
        await ConferAsync(award, 2015, A.Team("沿革中间班", one.Id));
        for (var i = 1; i <= 8; i++)
        {
            await ConferAsync(award, 2020, A.Team($"沿革{i}班", two.Id));
        }

        using var reader = site.Browse();
        var page = await reader.PageAsync($"/awards/{award.Id}");

        var words = page.Words("section[aria-labelledby=editions]");
        words.ShouldContain("最早（2008年）");
        words.ShouldContain(worker.Name);
        words.ShouldContain("最近（2020年）");
        words.ShouldContain("沿革6班");
        words.ShouldNotContain("沿革7班");
        words.ShouldContain("本届共 8 项");
        words.ShouldNotContain("沿革中间班");
        page.QuerySelector("section[aria-labelledby=editions] dd a[href$='year=2020']").ShouldNotBeNull();
        page.QuerySelector("section[aria-labelledby=editions] dd a[href$='year=2008']").ShouldBeNull();
    }

    private Task<HttpClient> HrAsync() => CookieAsync(company.Id);

    private async Task<HttpClient> CookieAsync(Guid unit) =>
        site.SignedIn(await site.Services.CookieAsync(Role.Hr, unit), followsRedirects: false);

    private async Task PrepareAsync()
    {
        (one, two) = (A.Unit(A.UniqueName("沿革一厂"), company.Id), A.Unit(A.UniqueName("沿革二厂"), company.Id));
        worker.Employ(one.Id, one.Name, "工人", new PartialDate(2001));
        await Database.SaveAsync(company, one, two, worker);
    }

    private async Task ConferAsync(Award award, int year, Domain.Conferrals.RecipientDraft recipient, AwardLevel level = AwardLevel.Group)
    {
        var document = A.Document(A.UniqueName("沿示发"));
        await Database.SaveAsync(document);
        var command = new Confer(
            CommandStamp.New(A.Clerk, "测试"),
            Guid.CreateVersion7(),
            A.Facts(year, documentId: document.Id) with
            {
                AwardAsPrinted = award.Name,
                Level = level,
            },
            [recipient],
            A.Decision(document.Id)
        );
        (await site.Services.GetRequiredService<IRegistry>().SendAsync(award.Id, command, Stop)).Succeeded.ShouldBeTrue();
    }
}
