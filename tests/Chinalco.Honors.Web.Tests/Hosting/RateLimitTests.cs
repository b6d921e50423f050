using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Chinalco.Honors.Domain.Accounts;

namespace Chinalco.Honors.Web.Tests.Hosting;

/// <summary>What a program could do without end is bounded, each user alone.</summary>
[Collection(GuardedSiteTests.Name)]
public sealed class RateLimitTests(GuardedSite site)
{
    [Theory]
    [InlineData("/people?q=甲")]
    [InlineData("/search?q=甲")]
    [InlineData("/api/v1/people?q=甲")]
    [InlineData("/api/v1/units/ranking")]
    public async Task Who_searches_too_often_waits(string path)
    {
        using var client = site.Browse();
        await UseUpAsync(() => GetAsync(client, path));

        using var refused = await GetAsync(client, path);

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_page_tells_the_reader_in_words()
    {
        using var client = site.Browse();
        await UseUpAsync(() => GetAsync(client, "/people?q=甲"));

        using var refused = await GetAsync(client, "/people?q=甲");

        refused.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await TextAsync(refused)).ShouldContain("操作过于频繁");
    }

    [Fact]
    public async Task The_api_tells_programs_by_a_problem()
    {
        using var client = site.Browse();
        await UseUpAsync(() => GetAsync(client, "/api/v1/people"));

        using var refused = await GetAsync(client, "/api/v1/people");

        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("title").GetString()!.ShouldContain("请求过于频繁");
    }

    [Fact]
    public async Task What_is_no_search_stays_open()
    {
        using var client = site.Browse();
        await UseUpAsync(() => GetAsync(client, "/people?q=甲"));

        using var home = await GetAsync(client, "/about");

        home.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_address_is_not_held_up()
    {
        using var busy = site.Browse();
        using var other = site.Browse();
        await UseUpAsync(() => GetAsync(busy, "/people?q=甲"));

        using var served = await GetAsync(other, "/people?q=甲");

        served.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_account_is_held_up_wherever_it_comes_from()
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        using var desk = site.Browse(await site.Services.CookieAsync(account));
        using var phone = site.Browse(await site.Services.CookieAsync(account));
        await UseUpAsync(() => GetAsync(desk, "/people?q=甲"));

        using var refused = await GetAsync(phone, "/people?q=甲");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task One_sign_in_name_is_tried_so_often_from_all_addresses_together()
    {
        for (var i = 0; i < GuardedSite.Permits; i++)
        {
            using var one = site.Browse();
            using var answer = await SignInAsync(one, "wang.wu");
            answer.StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests);
        }

        using var another = site.Browse();
        using var refused = await SignInAsync(another, "Wang.Wu");
        using var somebodyElse = await SignInAsync(another, "li.si");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        somebodyElse.StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task One_address_tries_so_many_sign_in_names()
    {
        using var client = site.Browse();
        for (var i = 0; i < GuardedSite.Permits * 2; i++)
        {
            using var answer = await SignInAsync(client, $"name-{i}");
            answer.StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests);
        }

        using var refused = await SignInAsync(client, "name-99");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("/audit/export", Role.Auditor)]
    [InlineData("/me/export", Role.Reader)]
    [InlineData("/api/v1/ingestions", Role.Editor)]
    public async Task Exports_and_uploads_are_bounded(string path, Role role)
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(role));
        using var client = site.Browse(await site.Services.CookieAsync(account));
        await UseUpAsync(() => PostAsync(client, path));

        using var refused = await PostAsync(client, path);

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task An_address_that_somebody_made_up_is_not_believed_without_a_known_proxy()
    {
        // The limit of the sign-in form counts addresses; through a proxy's header the tests choose theirs, so it is believed here alone.
        using var client = site.Browse();
        client.DefaultRequestHeaders.Remove("X-Forwarded-For");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "10.200.0.1, 10.200.0.2");
        await UseUpAsync(() => GetAsync(client, "/people?q=甲"));
        client.DefaultRequestHeaders.Remove("X-Forwarded-For");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "10.200.0.9, 10.200.0.2");

        using var refused = await GetAsync(client, "/people?q=甲");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests, "only what the last proxy saw counts");
    }

    private static async Task UseUpAsync(Func<Task<HttpResponseMessage>> ask)
    {
        for (var i = 0; i < GuardedSite.Permits; i++)
        {
            using var answer = await ask();
            answer.StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests);
        }
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string path) =>
        client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private static Task<string> TextAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string name)
    {
        using var form = new FormUrlEncodedContent([new("Asked.SignInName", name), new("Asked.Password", "不对的口令")]);
        return await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path)
    {
        using var form = new FormUrlEncodedContent([]);
        return await client.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }
}
