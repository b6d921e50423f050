using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Searching;

namespace Chinalco.Honors.Web.Tests.Searching;

/// <summary>What is found by what. The same tests run on SQL Server.</summary>
public sealed class SearchTests(SearchedRegistry registry) : IClassFixture<SearchedRegistry>
{
    private static readonly Viewer Auditor = new(Visibility.HrOnly, [], [], []);

    [Theory]
    [InlineData("付军", "付军")]
    [InlineData("付", "付军")]
    [InlineData("军", "付军")]
    [InlineData("fujun", "付军")]
    [InlineData("FU JUN", "付军")]
    [InlineData("fj", "付军")]
    [InlineData("fuju", "付军")]
    [InlineData("晓明", "单晓明")]
    [InlineData("shanxiaoming", "单晓明")]
    [InlineData("danxiaoming", "单晓明")]
    [InlineData("sxm", "单晓明")]
    [InlineData("xiaoming", "单晓明")]
    [InlineData("lvliang", "吕梁")]
    [InlineData("lüliang", "吕梁")]
    [InlineData("LYU LIANG", "吕梁")]
    [InlineData("zengzhiwei", "曾志伟")]
    [InlineData("付军 劳模 2024", "付军")]
    [InlineData("fujun 全国劳模", "付军")]
    [InlineData("云铜 劳模", "付军")]
    [InlineData("云铜 付军", "付军")]
    [InlineData("滇铜厂 付军", "付军")]
    [InlineData("国家级 付军", "付军")]
    [InlineData("付军 示铝发〔2024〕12号", "付军")]
    public async Task A_person_is_found_by(string typed, string name) => (await PeopleAsync(typed)).ShouldContain(name);

    [Theory]
    [InlineData("付军 2023")]
    [InlineData("付军 三八红旗手")]
    [InlineData("单晓明 云铜")]
    [InlineData("付_")]
    [InlineData("%军")]
    [InlineData("E-1001")]
    public async Task A_person_is_not_found_by(string typed) => (await PeopleAsync(typed)).ShouldBeEmpty();

    [Theory]
    [InlineData("云铜")]
    [InlineData("云南铜业")]
    [InlineData("滇铜")]
    [InlineData("yuntong")]
    [InlineData("铜业")]
    public async Task A_unit_is_found_by_any_of_its_names(string typed) =>
        (await SearchAsync(typed)).Units.Items.Select(u => u.Name).ShouldContain("云南铜业股份有限公司");

    [Theory]
    [InlineData("劳模")]
    [InlineData("劳动模范")]
    [InlineData("全国劳模")]
    public async Task An_award_is_found_by_any_of_its_names(string typed) =>
        (await SearchAsync(typed)).Awards.Items.Select(a => a.Name).ShouldContain("全国劳动模范");

    [Theory]
    [InlineData("示铝发〔2024〕12号")]
    [InlineData("示铝发[2024]12号")]
    [InlineData("示铝发（2024）12 号")]
    [InlineData("示铝发 〔2024〕 12号")]
    [InlineData("关于表彰")]
    public async Task A_document_is_found_by(string typed) =>
        (await SearchAsync(typed)).Documents.Items.Select(d => d.Number).ShouldContain("示铝发〔2024〕12号");

    [Theory]
    [InlineData("付军", 1)]
    [InlineData("2024", 1)]
    [InlineData("国家级", 1)]
    [InlineData("云铜", 1)]
    [InlineData("劳模 2024", 1)]
    [InlineData("劳模 2023", 0)]
    [InlineData("电解一班", 1)]
    [InlineData("先进班组", 1)]
    [InlineData("示铝发〔2024〕12号", 1)]
    public async Task A_conferral_is_found_by_what_it_is_about(string typed, int count) =>
        (await SearchAsync(typed)).Conferrals.Total.Number.ShouldBe(count);

    [Theory]
    [InlineData("阳极")]
    [InlineData("阳极炉")]
    [InlineData("炉")]
    [InlineData("5g")]
    [InlineData("付军 阳极炉")]
    public async Task An_article_is_found_by_its_text_and_shows_the_match(string typed)
    {
        var hit = (await SearchAsync(typed)).Articles.Items.Single();

        hit.Snippet.ShouldContain(typed.Split(' ')[^1], Case.Insensitive);
    }

    [Theory]
    [InlineData("炉阳")]
    [InlineData("阳极法")]
    [InlineData("——")]
    public async Task An_article_is_not_found_by_what_it_does_not_say(string typed) =>
        (await SearchAsync(typed)).Articles.Total.Number.ShouldBe(0);

    [Theory]
    [InlineData("傅军", "付军", Nearness.SameSound)]
    [InlineData("付车", "付军", Nearness.OneOff)]
    [InlineData("单小明", "单晓明", Nearness.SameSound)]
    [InlineData("单晓朋", "单晓明", Nearness.OneOff)]
    [InlineData("晓明明", "单晓明", null)]
    [InlineData("单明", "单晓明", Nearness.OneOff)]
    [InlineData("付军军", "付军", Nearness.OneOff)]
    [InlineData("zengzhiwie", "曾志伟", Nearness.OneOff)]
    [InlineData("fuljun", "付军", Nearness.OneOff)]
    [InlineData("劳动模苑", "全国劳动模范", Nearness.OneOff)]
    [InlineData("云南桐业", "云南铜业股份有限公司", Nearness.OneOff)]
    public async Task A_name_with_one_character_off_is_suggested(string typed, string name, Nearness? how) =>
        (await SearchAsync(typed)).Near.Where(n => n.Name == name).Select(n => (Nearness?)n.How).FirstOrDefault().ShouldBe(how);

    [Fact]
    public async Task The_exact_name_comes_first_and_the_reason_is_told()
    {
        var exact = (await SearchAsync("付军")).People.Items[0];
        var read = (await SearchAsync("fujun")).People.Items[0];

        (exact.Person.Name, exact.Why.Kind).ShouldBe(("付军", TermKind.Name));
        (read.Person.Name, read.Why.Kind).ShouldBe(("付军", TermKind.Pinyin));
    }

    [Fact]
    public async Task A_number_finds_its_bearer_for_whoever_may_see_it()
    {
        (await PeopleAsync("E-1001", Auditor)).ShouldBe(["付军"]);
        (await PeopleAsync("E-1001", new Viewer(Visibility.Internal, [registry.Workshop.Id], [], []))).ShouldBe(["付军"]);
        (await PeopleAsync("E-1001", new Viewer(Visibility.Internal, [Guid.NewGuid()], [], []))).ShouldBeEmpty();
        (await PeopleAsync("E-100", Auditor)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("隐姓名")]
    [InlineData("yinxingming")]
    [InlineData("隐姓民")]
    [InlineData("隐姓名 云铜")]
    [InlineData("三八红旗手")]
    public async Task A_hidden_person_leaves_no_trace_for_who_may_not_see(string typed)
    {
        var outside = await SearchAsync(typed);

        outside.People.Total.Number.ShouldBe(0);
        outside.Conferrals.Total.Number.ShouldBe(0);
        outside.Near.ShouldNotContain(n => n.Name == "隐姓名");
        (await SuggestAsync("yin", Viewer.Anonymous)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hidden_person_is_found_by_who_may_see()
    {
        (await PeopleAsync("yinxingming", Auditor)).ShouldBe(["隐姓名"]);
        (await SearchAsync("三八红旗手", Auditor)).Conferrals.Total.Number.ShouldBe(1);
        (await SuggestAsync("yin", Auditor)).ShouldBe(["隐姓名"]);
    }

    [Fact]
    public async Task An_unknown_word_and_a_hidden_name_give_the_same_answer()
    {
        var (hidden, unknown) = (await SearchAsync("隐姓名 2024"), await SearchAsync("没有人 2024"));

        (hidden.IsEmpty, hidden.Near.Length).ShouldBe((unknown.IsEmpty, unknown.Near.Length));
    }

    [Fact]
    public async Task Filters_narrow_and_counts_say_what_each_would_leave()
    {
        var text = SearchText.Read("云南铜业");
        var all = await RunAsync(new SearchRequest(text, SearchKind.Conferral), Viewer.Anonymous);

        all.Facets!.Levels.Single().ShouldBe(new FacetCount<AwardLevel>(AwardLevel.National, "", 1));
        all.Facets.Years.Single().Value.ShouldBe(2024);
        (await RunAsync(new SearchRequest(text, SearchKind.Conferral, From: 2025), Viewer.Anonymous)).Conferrals.Total.Number.ShouldBe(0);
        (
            await RunAsync(new SearchRequest(text, SearchKind.Conferral, Unit: registry.Unit.Id), Viewer.Anonymous)
        ).Conferrals.Total.Number.ShouldBe(1);
    }

    [Theory]
    [InlineData("f", "付军")]
    [InlineData("付", "付军")]
    [InlineData("yt", "云南铜业股份有限公司")]
    [InlineData("全国", "全国劳动模范")]
    public async Task Names_are_suggested_from_the_first_key(string typed, string name) =>
        (await SuggestAsync(typed, Viewer.Anonymous)).ShouldContain(name);

    private async Task<List<string>> SuggestAsync(string typed, Viewer viewer) =>
        [.. (await new SuggestionQuery(Reading(viewer)).RunAsync(typed, TestContext.Current.CancellationToken)).Select(s => s.Name)];

    private async Task<List<string>> PeopleAsync(string typed, Viewer? viewer = null) =>
        [.. (await SearchAsync(typed, viewer)).People.Items.Select(p => p.Person.Name)];

    private Task<SearchResults> SearchAsync(string typed, Viewer? viewer = null) =>
        RunAsync(new SearchRequest(SearchText.Read(typed)), viewer ?? Viewer.Anonymous);

    private Task<SearchResults> RunAsync(SearchRequest request, Viewer viewer) =>
        new SearchQuery(Reading(viewer)).RunAsync(request, TestContext.Current.CancellationToken);

    private ReadingDatabase Reading(Viewer viewer)
    {
        var user = new CurrentUser();
        user.Set(user: null, viewer);
        return new ReadingDatabase(registry.Database, user);
    }
}

/// <summary>A few people, units, awards, documents and articles to search in.</summary>
public sealed class SearchedRegistry : IAsyncLifetime
{
    public TemporaryDatabase Database { get; private set; } = null!;

    public Unit Unit { get; } = A.Unit("云南铜业股份有限公司");

    public Unit Workshop { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await TemporaryDatabase.CreateAsync();
        Unit.AddName("云铜", UnitNameKind.Alias);
        Unit.AddName("滇铜厂", UnitNameKind.Former);
        var workshop = Workshop = A.Unit("冶炼分厂", Unit.Id, UnitTier.Grassroots);
        var (person, hidden) = (A.Honoree("付军", "E-1001"), A.Honoree("隐姓名", "E-1002"));
        person.Employ(workshop.Id, "冶炼分厂", "班长", new PartialDate(2010));
        hidden.Employ(workshop.Id, "冶炼分厂", "工人", new PartialDate(2010));
        hidden.Show(HonoreeVisibility.Default with { Person = Visibility.HrOnly });
        var award = A.Award("全国劳动模范", AwardLevel.National);
        award.AddAlias("全国劳模");
        award.AddAlias("劳模");
        var (flag, team) = (A.Award("三八红旗手"), A.Award("优秀集体"));
        var document = new Document(
            Guid.CreateVersion7(),
            DocumentKind.Confers,
            "关于表彰2024年度先进的决定",
            "示铝发〔2024〕12号",
            "示例集团",
            new DateOnly(2024, 4, 30),
            articleId: null
        );
        var source = A.SourceFile();
        await Database.SaveAsync(
            Unit,
            workshop,
            person,
            hidden,
            A.Honoree("单晓明"),
            A.Honoree("曾志伟"),
            A.Honoree("吕梁"),
            award,
            flag,
            team,
            document,
            source,
            A.Article(source, "付军说，阳极炉是他的老朋友。\n他还装了5G摄像头，写下操作法。"),
            Given(
                award,
                new ConferralFacts(2024, null, "全国劳动模范", AwardLevel.National, null, document.Id),
                A.Person(person.Id, workshop.Id, "付军")
            ),
            Given(
                flag,
                new ConferralFacts(2022, null, "三八红旗手", AwardLevel.Group, null, null),
                A.Person(hidden.Id, unitId: null, "隐姓名")
            ),
            Given(team, new ConferralFacts(2020, null, "先进班组", AwardLevel.Group, null, null), A.Team("电解一班"))
        );
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static Conferral Given(Award award, ConferralFacts facts, RecipientDraft to) =>
        new(Guid.CreateVersion7(), award.Id, facts, [to], A.Moment);
}
