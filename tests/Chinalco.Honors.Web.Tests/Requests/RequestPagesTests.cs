using System.Net;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Ingestion.Registering;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Editing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Requests;

/// <summary>Employees ask over the pages and HR decides, without script.</summary>
public sealed class RequestPagesTests(SampleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_missing_honour_is_entered_from_the_request_and_its_photo_becomes_a_scan()
    {
        var asked = await RequestWorld.PrepareAsync(site);
        var id = await asked.AskMissingAsync();
        using var hr = await asked.World.HrAsync();
        (await EditingWorld.WordsAsync(hr, "/requests")).ShouldContain(asked.World.Person.Name);
        (await hr.PageAsync("/requests")).Words(".nav-count").ShouldContain("1");
        var page = await hr.PageAsync($"/requests/{id}");
        page.QuerySelector(".request-photo img").ShouldNotBeNull();
        var way = page.QuerySelector("#decide ~ .ways a").ShouldNotBeNull().GetAttribute("href")!;
        (await hr.PageAsync($"{way}&document=new")).Words(".asked").ShouldContain("漏登自报");

        using var answer = await EditingWorld.UploadAsync(
            hr,
            $"{way}&document=new",
            "add",
            null,
            ("Form.Document.Title", "关于表彰的决定"),
            ("Form.Document.Number", A.UniqueName("漏发")),
            ("Form.Document.IssuingBody", "示例集团"),
            ("Form.Document.Date", "2019-05-01"),
            ("Form.AwardAsPrinted", asked.World.Award.Name),
            ("Form.Level", "Group"),
            ("Form.ConferringBody", "示例集团"),
            ("Form.Reason", "已核对证书")
        );

        answer.LeadsTo().ShouldBe($"/requests/{id}", await answer.TextAsync());
        var request = await asked.StoredAsync(id);
        request.State.ShouldBe(RequestState.Accepted);
        await using var db = site.OpenDatabase();
        var document = await db.Conferrals.Where(c => c.Id == request.OutcomeId).Select(c => c.DocumentId).SingleAsync(Stop);
        (await db.DocumentFiles.SingleAsync(f => f.DocumentId == document, Stop)).Sha256.ShouldBe(request.AttachmentSha256);
        using var asker = await asked.AskerAsync();
        (await EditingWorld.WordsAsync(asker, "/me/requests")).ShouldContain("已核对证书");
    }

    [Fact]
    public async Task A_photo_opens_for_the_asker_and_for_those_who_decide_alone()
    {
        var asked = await RequestWorld.PrepareAsync(site);
        var file = $"/requests/{await asked.AskMissingAsync()}/file";
        using var asker = await asked.AskerAsync();
        using var hr = await asked.World.HrAsync();
        using var stranger = await asked.World.StrangerAsync();
        using var reader = await site.SignedInAsync(Role.Reader);
        using var auditor = await site.SignedInAsync(Role.Auditor);

        (await StatusAsync(asker, file)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(hr, file)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(stranger, file)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(reader, file)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(auditor, file)).ShouldBe(HttpStatusCode.NotFound);
        using var photo = await asker.GetAsync(new Uri(file, UriKind.Relative), Stop);
        photo.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await photo.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(RequestWorld.Photo);
    }

    [Fact]
    public async Task An_account_becomes_the_persons_when_hr_agrees()
    {
        var world = await EditingWorld.PrepareAsync(site);
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        var asked = new RequestWorld(world, account);
        using var asker = await asked.AskerAsync();
        var way = (await asker.PageAsync($"/people/{world.Person.Id}")).QuerySelector(".person-ways a[href*='ThisIsMe']").ShouldNotBeNull();
        var id = await asked.AskAsync(way.GetAttribute("href")!);
        using var hr = await world.HrAsync();

        using var answer = await hr.PostFormAsync($"/requests/{id}", "accept", ("Form.Reason", "已核对身份"));

        answer.LeadsTo().ShouldBe($"/requests/{id}", await answer.TextAsync());
        (await EditingWorld.WordsAsync(asker, "/me")).ShouldContain(world.Person.Name);
        (await asker.PageAsync($"/people/{world.Person.Id}")).QuerySelector(".person-ways a[href*='MissingHonour']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_person_who_has_an_account_is_not_given_another()
    {
        var first = await RequestWorld.PrepareAsync(site);
        var asked = new RequestWorld(first.World, await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader)));
        var id = await asked.AskAsync($"/me/requests/new?kind=ThisIsMe&fact=Person&person={first.World.Person.Id}");
        using var hr = await first.World.HrAsync();
        (await EditingWorld.WordsAsync(hr, $"/requests/{id}")).ShouldContain("已对应到账号");

        using var answer = await hr.PostFormAsync($"/requests/{id}", "accept", ("Form.Reason", "已核对身份"));

        (await answer.TextAsync()).ShouldContain("不能再对应另一账号");
        (await asked.StoredAsync(id)).State.ShouldBe(RequestState.Waiting);
    }

    [Fact]
    public async Task An_honour_that_is_not_theirs_is_marked_wrong_and_the_request_closed()
    {
        var asked = await RequestWorld.PrepareAsync(site);
        var id = await asked.AskAsync(asked.OfHonour("NotMe"));
        using var hr = await asked.World.HrAsync();
        var way = await WayAsync(hr, id);

        using var answer = await hr.PostFormAsync(way, "wrong", ("Form.Reason", "同名的另一人"));

        answer.LeadsTo().ShouldBe($"/requests/{id}", await answer.TextAsync());
        (await asked.World.StoredAsync()).Status.ShouldBe(ConferralStatus.Deprecated);
        (await asked.StoredAsync(id)).State.ShouldBe(RequestState.Accepted);
    }

    [Fact]
    public async Task A_correction_is_filled_in_and_closes_the_request_when_saved()
    {
        var asked = await RequestWorld.PrepareAsync(site);
        var id = await asked.AskAsync(asked.OfHonour("Correct"), ("Form.Award", asked.World.Award.Name), ("Form.Year", "2023"));
        using var hr = await asked.World.HrAsync();
        var way = await WayAsync(hr, id);
        (await hr.PageAsync(way)).QuerySelector("#year").ShouldNotBeNull().GetAttribute("value").ShouldBe("2023");
        (string, string)[] fields =
        [
            ("Form.Year", "2023"),
            ("Form.AwardAsPrinted", asked.World.Award.Name),
            ("Form.Level", "Group"),
            ("Form.ConferringBody", "示例集团"),
            ("Form.DocumentId", asked.World.Document.Id.ToString()),
            ("Form.Reason", "证书上是 2023 年"),
        ];
        using var check = await hr.PostFormAsync(way, "check", fields);

        using var answer = await hr.SendFormAsync(way, await check.TextAsync(), "apply");

        answer.LeadsTo().ShouldBe($"/requests/{id}", await answer.TextAsync());
        (await asked.World.StoredAsync()).Year.ShouldBe(2023);
        (await asked.StoredAsync(id)).State.ShouldBe(RequestState.Accepted);
    }

    [Fact]
    public async Task An_honour_is_hidden_as_asked_at_once()
    {
        var asked = await RequestWorld.PrepareAsync(site);
        var id = await asked.AskAsync(asked.OfHonour("Hide"));
        using var hr = await asked.World.HrAsync();
        using var reader = site.Browse();
        (await EditingWorld.WordsAsync(reader, $"/people/{asked.World.Person.Id}")).ShouldContain(asked.World.Award.Name);

        using var wider = await hr.PostFormAsync($"/requests/{id}", "hide", ("Form.To", "Public"), ("Form.Reason", "按本人意愿"));
        (await wider.TextAsync()).ShouldContain("不比现在小");
        using var answer = await hr.PostFormAsync($"/requests/{id}", "hide", ("Form.To", "HrOnly"), ("Form.Reason", "按本人意愿"));

        answer.LeadsTo().ShouldBe($"/requests/{id}", await answer.TextAsync());
        (await EditingWorld.WordsAsync(reader, $"/people/{asked.World.Person.Id}")).ShouldNotContain(asked.World.Award.Name);
        (await asked.World.StoredAsync()).Visibility.ShouldBe(Visibility.HrOnly);
    }

    [Fact]
    public async Task A_name_in_an_article_leads_to_the_person_no_more_however_often_it_is_marked()
    {
        var asked = await RequestWorld.PrepareAsync(site);
        var (person, source) = (asked.World.Person, A.SourceFile());
        var article = A.Article(source, $"本报讯 {person.Name}在现场。");
        var database = site.Services.GetRequiredService<IHonorsDatabase>();
        await database.SaveAsync(
            source,
            article,
            new Mention(Guid.CreateVersion7(), article.Id, MentionKind.Person, 4, 4 + person.Name.Length, person.Id)
        );
        var proof = A.Passage(article.Id, 4, person.Name);
        var command = new Grains.Awards.ProveConferral(Grains.Commands.CommandStamp.New(A.Clerk), asked.World.Conferral, proof);
        (
            await site.Services.GetRequiredService<Grains.IRegistry>().SendAsync(asked.World.Award.Id, command, Stop)
        ).Succeeded.ShouldBeTrue();
        var id = await asked.AskAsync($"/me/requests/new?kind=NotMe&fact=Article&article={article.Id}");
        using var hr = await asked.World.HrAsync();
        (await EditingWorld.WordsAsync(hr, $"/requests/{id}")).ShouldContain("在现场");

        using var answer = await hr.PostFormAsync($"/requests/{id}", "accept", ("Form.Reason", "同名的另一人"));

        answer.LeadsTo().ShouldBe($"/requests/{id}", await answer.TextAsync());
        await site.Services.GetRequiredService<MentionMarker>().MarkAsync(source.Id);
        await using var db = site.OpenDatabase();
        (await db.Mentions.AnyAsync(m => m.ArticleId == article.Id && m.HonoreeId == person.Id, Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_second_to_decide_is_told_and_the_asker_reads_why()
    {
        var asked = await RequestWorld.PrepareAsync(site);
        var id = await asked.AskMissingAsync();
        using var hr = await asked.World.HrAsync();
        var page = await hr.GetStringAsync(new Uri($"/requests/{id}", UriKind.Relative), Stop);
        using var none = await hr.PostFormAsync($"/requests/{id}", "decline", ("Form.Reason", " "));
        (await none.TextAsync()).ShouldContain("理由");
        using var first = await hr.PostFormAsync($"/requests/{id}", "decline", ("Form.Reason", "不在登记范围"));
        first.LeadsTo().ShouldBe($"/requests/{id}");

        using var second = await hr.SendFormAsync(
            $"/requests/{id}",
            page,
            "decline",
            ("Form.Reason", "再看"),
            ("Form.CommandId", Guid.CreateVersion7().ToString())
        );

        (await second.TextAsync()).ShouldContain("已经处理过这项申请");
        using var asker = await asked.AskerAsync();
        (await EditingWorld.WordsAsync(asker, "/me/requests")).ShouldContain("不在登记范围");
    }

    [Fact]
    public async Task What_waits_can_be_withdrawn_and_a_stranger_withdraws_nothing()
    {
        var asked = await RequestWorld.PrepareAsync(site);
        var id = await asked.AskMissingAsync();
        var other = await RequestWorld.PrepareAsync(site);
        using var stranger = await other.AskerAsync();
        using var refused = await stranger.PostFormAsync("/me/requests", "withdraw", ("Form.Id", id.ToString()));
        (await asked.StoredAsync(id)).State.ShouldBe(RequestState.Waiting);
        using var asker = await asked.AskerAsync();

        using var answer = await asker.PostFormAsync("/me/requests", "withdraw", ("Form.Id", id.ToString()));

        answer.LeadsTo().ShouldBe("/me/requests?done=withdrawn", await answer.TextAsync());
        (await asked.StoredAsync(id)).State.ShouldBe(RequestState.Withdrawn);
    }

    [Fact]
    public async Task A_request_follows_the_person_to_another_unit()
    {
        var asked = await RequestWorld.PrepareAsync(site);
        var id = await asked.AskMissingAsync();
        var other = A.Unit(A.UniqueName("新单位示例厂"));
        await site.Services.GetRequiredService<IHonorsDatabase>().SaveAsync(other);
        using var before = await asked.World.HrAsync();
        using var after = site.SignedIn(await site.Services.CookieAsync(Role.Hr, other.Id), followsRedirects: false);
        (await StatusAsync(after, $"/requests/{id}")).ShouldBe(HttpStatusCode.NotFound);

        await using (var db = site.OpenDatabase())
        {
            var post = db.Employments.Where(e => e.HonoreeId == asked.World.Person.Id);
            await post.ExecuteUpdateAsync(set => set.SetProperty(e => e.UnitId, other.Id), Stop);
        }

        (await StatusAsync(after, $"/requests/{id}")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(before, $"/requests/{id}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_about_somebody_in_nobodys_units_waits_for_hr_of_the_group()
    {
        var asked = await RequestWorld.PrepareAsync(site);
        var id = await asked.AskMissingAsync();
        Guid group;
        await using (var db = site.OpenDatabase())
        {
            var post = db.Employments.Where(e => e.HonoreeId == asked.World.Person.Id);
            await post.ExecuteUpdateAsync(set => set.SetProperty(e => e.UnitId, (Guid?)null), Stop);
            group = await db.Units.Where(u => u.Code == "U001").Select(u => u.Id).SingleAsync(Stop);
        }

        using var hr = site.SignedIn(await site.Services.CookieAsync(Role.Hr, group), followsRedirects: false);
        using var stranger = await asked.World.StrangerAsync();

        (await StatusAsync(hr, $"/requests/{id}")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(hr, await WayAsync(hr, id))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(stranger, $"/requests/{id}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_decides_on_what_they_asked_themselves()
    {
        var world = await EditingWorld.PrepareAsync(site);
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Hr, world.Unit.Id));
        var asked = new RequestWorld(world, account);
        var id = await asked.AskAsync($"/me/requests/new?kind=ThisIsMe&fact=Person&person={world.Person.Id}");
        using var own = await asked.AskerAsync();
        using var colleague = await world.HrAsync();

        (await StatusAsync(own, $"/requests/{id}")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(colleague, $"/requests/{id}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nothing_is_asked_about_anybody_else_and_no_telephone_number_is_taken()
    {
        var (asked, other) = (await RequestWorld.PrepareAsync(site), await RequestWorld.PrepareAsync(site));
        using var asker = await asked.AskerAsync();

        (await StatusAsync(asker, other.OfHonour("Hide"))).ShouldBe(HttpStatusCode.NotFound);
        using var answer = await EditingWorld.UploadAsync(
            asker,
            asked.OfHonour("Hide"),
            "ask",
            null,
            ("Form.Words", "请联系 138-1234-5678")
        );
        (await answer.TextAsync()).ShouldContain("不保存这类号码");
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        return response.StatusCode;
    }

    /// <summary>Where the page of the request leads to do what it asks for.</summary>
    private static async Task<string> WayAsync(HttpClient hr, Guid id) =>
        (await hr.PageAsync($"/requests/{id}")).QuerySelector("#decide ~ .ways a").ShouldNotBeNull().GetAttribute("href")!;
}
