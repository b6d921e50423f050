using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Chinalco.Honors.Domain.Accounts;

namespace Chinalco.Honors.Web.Tests.Hosting;

/// <summary>What the reader and the log are told when the site itself fails.</summary>
[Collection(GuardedSiteTests.Name)]
public sealed class FaultTests(GuardedSite site)
{
    [Fact]
    public async Task A_page_that_fails_is_answered_by_a_page_that_says_so()
    {
        using var client = site.Browse();
        using var broken = site.Break("Issues");

        using var response = await client.GetAsync(new Uri("/issues", UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        page.ShouldContain("系统出了故障");
        page.ShouldContain("故障编号");
        page.ShouldNotContain("Broken on purpose");
    }

    [Fact]
    public async Task A_failing_call_of_the_api_is_answered_by_a_problem()
    {
        using var client = site.Browse();
        using var broken = site.Break("Awards");

        using var response = await client.GetAsync(new Uri("/api/v1/awards", UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("title").GetString()!.ShouldContain("系统出错");
    }

    [Theory]
    [InlineData("/issues", "Issues")]
    [InlineData("/api/v1/awards", "Awards")]
    public async Task An_answer_that_turned_into_a_fault_keeps_the_safety_headers(string path, string table)
    {
        using var client = site.Browse();
        using var broken = site.Break(table);

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        SecurityHeadersTests.ShouldBeSafe(response, path);
    }

    [Fact]
    public async Task A_method_that_the_api_does_not_know_is_answered_by_a_problem()
    {
        using var client = site.Browse();

        using var response = await client.DeleteAsync(new Uri("/api/v1/people", UriKind.Relative), TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBeInRange(400, 499);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("/audit/export", "text/html", Role.Auditor)]
    [InlineData("/people", "text/html", Role.Reader)]
    [InlineData("/sign-in", "text/html", Role.Reader)]
    public async Task A_form_that_is_far_too_large_is_refused_in_words(string path, string type, Role role)
    {
        using var client = await site.SignedInAsync(role);
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var content = new StringContent("a=" + new string('a', 5 * 1024 * 1024));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");

        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBeInRange(400, 499);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldMatch(
            @"<h1>\p{IsCJKUnifiedIdeographs}{4,}</h1>"
        );
    }

    [Fact]
    public async Task The_log_tells_of_the_fault_and_keeps_what_was_asked_for_to_itself()
    {
        using var client = await site.SignedInAsync(Role.Reader);
        using (site.Break("Honorees"))
        {
            using var failed = await client.GetAsync(
                new Uri("/people?q=欧阳无名&level=集团级", UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            failed.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        }

        using var form = new FormUrlEncodedContent([new("Asked.SignInName", "zhao.liu"), new("Asked.Password", "绝密口令")]);
        using var refused = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken);

        var log = await LogAsync("Broken on purpose");
        log.ShouldNotContain("欧阳无名");
        log.ShouldNotContain(Uri.EscapeDataString("欧阳无名"));
        log.ShouldNotContain("绝密口令");
        log.ShouldNotContain("honors-session");
    }

    /// <summary>What the log files hold once they hold the words.</summary>
    private async Task<string> LogAsync(string words)
    {
        while (true)
        {
            var text = "";
            foreach (var file in Directory.EnumerateFiles(site.LogFolder, "honors-*.log"))
            {
                var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                await using (stream)
                {
                    using var reader = new StreamReader(stream);
                    text += await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
                }
            }

            if (text.Contains(words, StringComparison.Ordinal))
            {
                return text;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
