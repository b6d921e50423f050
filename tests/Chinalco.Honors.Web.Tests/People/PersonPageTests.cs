using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Exports;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.People;

/// <summary>What a person's page shows besides the timeline.</summary>
public sealed class PersonPageTests(SampleSite site)
{
    private IHonorsDatabase Database => site.Services.GetRequiredService<IHonorsDatabase>();

    [Fact]
    public async Task Honours_of_their_own_shared_ones_and_those_of_the_team_stand_apart()
    {
        var person = await HonouredPerson.SaveAsync(Database);
        using var anybody = site.Browse();

        var page = await anybody.PageAsync($"/people/{person.Id}");

        page.Words("section[aria-labelledby=honours]").ShouldContain(person.Award);
        page.Words("section[aria-labelledby=honours]").ShouldNotContain(person.Shared);
        page.Words("section[aria-labelledby=shared]").ShouldContain(person.Shared);
        page.Words("section[aria-labelledby=teams]").ShouldContain(person.OfTeam);
        page.Words(".person-head .badges").ShouldContain("集团级2");
    }

    [Fact]
    public async Task The_history_is_a_table_by_a_link()
    {
        var person = await HonouredPerson.SaveAsync(Database);
        using var anybody = site.Browse();
        var page = await anybody.PageAsync($"/people/{person.Id}");

        var table = await anybody.PageAsync(page.QuerySelector(".views a[href*=table]")!.GetAttribute("href")!);

        table.Words("section[aria-labelledby=honours] td").ShouldContain(person.Document);
        table.Words("tr.revoked").ShouldContain("已撤销");
        table.QuerySelectorAll(".timeline").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_team_s_honour_of_another_time_is_not_theirs()
    {
        var team = A.Unit(A.UniqueName("示例乙班"), tier: Domain.Units.UnitTier.Team);
        var person = A.Honoree(A.UniqueName("晚"));
        person.Employ(team.Id, team.Name, "钳工", PartialDate.Parse("2021"));
        var award = A.Award();
        var conferral = new Domain.Conferrals.Conferral(
            Guid.CreateVersion7(),
            award.Id,
            A.Facts(2019),
            [A.Team(team.Name, team.Id)],
            A.Moment
        );
        await Database.SaveAsync(team, person, award, conferral);
        using var anybody = site.Browse();

        (await anybody.PageAsync($"/people/{person.Id}")).QuerySelector("section[aria-labelledby=teams]").ShouldBeNull();
    }

    [Fact]
    public async Task Colleagues_and_apprentices_are_named_with_the_reason()
    {
        var person = await HonouredPerson.SaveAsync(Database);
        var apprentice = A.Honoree(A.UniqueName("徒甲"));
        var source = A.SourceFile();
        var text = $"那天，{person.Name}的徒弟{apprentice.Name}也来了。";
        var article = A.Article(source, text);
        await Database.SaveAsync(
            apprentice,
            source,
            article,
            Mention(article, text, person.Id, person.Name),
            Mention(article, text, apprentice.Id, apprentice.Name)
        );
        using var anybody = site.Browse();

        var (page, other) = (await anybody.PageAsync($"/people/{person.Id}"), await anybody.PageAsync($"/people/{apprentice.Id}"));

        page.Words("section[aria-labelledby=training]").ShouldContain("徒弟");
        page.Words("section[aria-labelledby=training]").ShouldContain(text);
        page.Words("section[aria-labelledby=colleagues]").ShouldContain($"共同获得{person.Shared}");
        page.Words("section[aria-labelledby=colleagues]").ShouldContain("1 篇文章同时提到");
        other.Words("section[aria-labelledby=training] .badge").ShouldBe("师傅");
    }

    [Fact]
    public async Task The_sheet_for_paper_lists_everything_with_its_proof()
    {
        var person = await HonouredPerson.SaveAsync(Database);
        using var anybody = site.Browse();

        var page = await anybody.PageAsync($"/people/{person.Id}/print");

        foreach (var words in new[] { person.Name, person.Award, person.Shared, person.OfTeam, "已撤销", "关于表彰的决定" })
        {
            page.Words(".sheet").ShouldContain(words);
        }

        page.Words(".sheet").ShouldNotContain(person.Hidden);
    }

    private static Mention Mention(Article article, string text, Guid person, string name)
    {
        var start = text.IndexOf(name, StringComparison.Ordinal);
        return new Mention(Guid.CreateVersion7(), article.Id, MentionKind.Person, start, start + name.Length, person);
    }
}
