using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Quality;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Quality;

/// <summary>What is to be put right is shown to whoever answers for the unit, and to nobody else.</summary>
public sealed class QualityPageTests(SampleSite site)
{
    private readonly Domain.Units.Unit unit = A.Unit(A.UniqueName("质检厂"));
    private readonly Domain.Units.Unit other = A.Unit(A.UniqueName("质检外厂"));

    private IHonorsDatabase Database => site.Services.GetRequiredService<IHonorsDatabase>();

    [Fact]
    public async Task People_without_a_unit_belong_to_the_last_one()
    {
        var person = A.Honoree(A.UniqueName("无单位"));
        person.Employ(unit.Id, unit.Name, "钳工", PartialDate.Parse("2001"), PartialDate.Parse("2009"));
        await ExpectAsync(QualityKind.WithoutUnit, person.Name, person);
    }

    [Fact]
    public async Task Conferrals_without_a_document()
    {
        var (person, award) = (Worker(), A.Award(A.UniqueName("无文件荣誉")));
        await ExpectAsync(QualityKind.WithoutDocument, award.Name, person, award, Conferral(award, person));
    }

    [Fact]
    public async Task Hr_is_led_to_the_forms_that_put_it_right_and_nobody_to_a_refusal()
    {
        var (person, stranger, award) = (Worker(), A.Honoree(A.UniqueName("外厂")), A.Award(A.UniqueName("待补"), AwardLevel.Provincial));
        stranger.Employ(other.Id, other.Name, "钳工", PartialDate.Parse("2010"));
        var own = Conferral(award, person);
        var shared = new Conferral(
            Guid.CreateVersion7(),
            award.Id,
            A.Facts(2020),
            [A.Person(person.Id, unit.Id, person.Name), A.Person(stranger.Id, other.Id, stranger.Name)],
            A.Moment
        );
        await Database.SaveAsync(unit, other, person, stranger, award, own, shared);
        using var hr = await site.SignedInAsync(Role.Hr, unit.Id);
        using var auditor = await site.SignedInAsync(Role.Auditor);

        var (documents, levels) = (await ActsAsync(hr, QualityKind.WithoutDocument), await ActsAsync(hr, QualityKind.UnclearLevel));

        documents.ShouldBe([$"/conferrals/{own.Id}/evidence", $"/conferrals/{own.Id}/edit"], ignoreOrder: true);
        levels.ShouldBe([$"/conferrals/{own.Id}/edit"]);
        foreach (var act in documents.Concat(levels))
        {
            await hr.PageAsync(act);
        }

        (await auditor.PageAsync($"/quality/{QualityKind.WithoutDocument}")).QuerySelector(".quality-act").ShouldBeNull();
    }

    [Fact]
    public async Task Same_name_in_the_same_unit()
    {
        var (one, two) = (Worker(), A.Honoree());
        two.Rename(one.Name);
        two.Employ(unit.Id, unit.Name, "电工", PartialDate.Parse("2015"));
        await ExpectAsync(QualityKind.Duplicates, one.Name, one, two);
    }

    [Fact]
    public async Task Same_name_and_birth()
    {
        var (one, two) = (Worker(), A.Honoree());
        two.Rename(one.Name);
        two.Employ(other.Id, other.Name, "电工", PartialDate.Parse("2015"));
        var facts = new PersonnelFacts(Born: PartialDate.Parse("1980-05"));
        await Database.SaveAsync(unit, other, one, two, new PersonnelFile(one.Id, facts), new PersonnelFile(two.Id, facts));
        using var auditor = await site.SignedInAsync(Role.Auditor);

        (await auditor.PageAsync($"/quality/{QualityKind.Duplicates}")).Words(".quality-rows").ShouldContain(one.Name);
    }

    [Fact]
    public async Task Numbers_that_differ_in_form_alone()
    {
        var number = A.UniqueName("Q");
        var (one, two) = (A.Honoree(A.UniqueName("号甲"), number), A.Honoree(A.UniqueName("号乙"), "00" + number.ToLowerInvariant()));
        one.Employ(unit.Id, unit.Name, "钳工", PartialDate.Parse("2001"));
        two.Employ(unit.Id, unit.Name, "钳工", PartialDate.Parse("2001"));
        await ExpectAsync(QualityKind.Duplicates, "工号仅写法不同", one, two);
    }

    [Fact]
    public async Task Awards_conferred_at_another_level()
    {
        var (person, award) = (Worker(), A.Award(A.UniqueName("级别不一"), AwardLevel.Provincial));
        await ExpectAsync(QualityKind.UnclearLevel, award.Name, person, award, Conferral(award, person));
    }

    [Fact]
    public async Task Articles_with_names_that_wait()
    {
        var source = A.SourceFile();
        var article = A.Article(source, "未名氏获评示例标兵。");
        var name = A.UniqueName("未名");
        var claim = new FindingClaim(
            name,
            RecipientKind.Person,
            unit.Name,
            unit.Name,
            null,
            null,
            "示例标兵",
            "示例标兵",
            null,
            null,
            null,
            null
        );
        var finding = new Finding(
            Guid.CreateVersion7(),
            article.Id,
            1,
            FindingKind.Conferral,
            claim,
            new FindingProof(0, 3, "未名氏", "示例", 0.6, "示例"),
            safe: false
        );
        await Database.SaveAsync(unit, other, source, article, finding);
        using var editor = await site.SignedInAsync(Role.Editor);

        var page = await editor.PageAsync($"/quality/{QualityKind.UnlinkedNames}");

        page.Words(".quality-rows").ShouldContain(name);
        page.QuerySelector(".quality-rows a[href='/desk']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Retired_people_whose_employment_lasts()
    {
        var person = A.Honoree(A.UniqueName("退而不休"), status: HonoreeStatus.Retired);
        person.Employ(unit.Id, unit.Name, "钳工", PartialDate.Parse("2001"));
        await ExpectAsync(QualityKind.StillAtWork, person.Name, person);
    }

    [Fact]
    public async Task People_at_work_past_the_age()
    {
        var person = Worker();
        await ExpectAsync(
            QualityKind.StillAtWork,
            person.Name,
            person,
            new PersonnelFile(person.Id, new PersonnelFacts(Born: PartialDate.Parse("1940-05")))
        );
    }

    [Fact]
    public async Task An_unknown_kind_and_a_page_beyond_the_end_are_told()
    {
        using var auditor = await site.SignedInAsync(Role.Auditor);

        using var unknown = await auditor.GetAsync(new Uri("/quality/nothing", UriKind.Relative), TestContext.Current.CancellationToken);
        var beyond = await auditor.PageAsync("/quality/WithoutDocument?page=9999");

        unknown.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        beyond.Words(".empty").ShouldContain("没有第 9999 页");
    }

    /// <summary>The unit's HR finds it in the list and in the count; another unit's finds nothing.</summary>
    private async Task ExpectAsync(QualityKind kind, string words, params object[] entities)
    {
        await Database.SaveAsync([unit, other, .. entities]);
        using var hr = await site.SignedInAsync(Role.Hr, unit.Id);
        using var elsewhere = await site.SignedInAsync(Role.Hr, other.Id);

        (await hr.PageAsync($"/quality/{kind}")).Words(".quality-rows").ShouldContain(words);
        (await hr.PageAsync("/quality")).Words($"a[href='/quality/{kind}']").ShouldNotBeEmpty();
        (await elsewhere.PageAsync($"/quality/{kind}")).Words(".quality-rows").ShouldNotContain(words);
        (await elsewhere.PageAsync("/quality")).QuerySelector($"a[href='/quality/{kind}']").ShouldBeNull();
    }

    private static async Task<List<string>> ActsAsync(HttpClient client, QualityKind kind) =>
        [.. (await client.PageAsync($"/quality/{kind}")).QuerySelectorAll(".quality-act").Select(a => a.GetAttribute("href")!)];

    private Honoree Worker()
    {
        var person = A.Honoree(A.UniqueName("在岗"));
        person.Employ(unit.Id, unit.Name, "钳工", PartialDate.Parse("2010"));
        return person;
    }

    private Conferral Conferral(Award award, Honoree person) =>
        new(Guid.CreateVersion7(), award.Id, A.Facts(), [A.Person(person.Id, unit.Id, person.Name)], A.Moment);
}
