using System.Net;

namespace Chinalco.Honors.Web.Tests.Hosting;

/// <summary>Every kind of answer tells the browser the same rules.</summary>
public sealed class SecurityHeadersTests(SampleSite site)
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/people?q=付军", HttpStatusCode.OK)]
    [InlineData("/css/base.css", HttpStatusCode.OK)]
    [InlineData("/theme.css", HttpStatusCode.OK)]
    [InlineData("/api/v1/people?q=付军", HttpStatusCode.OK)]
    [InlineData("/api/v1/people?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("/healthz", HttpStatusCode.OK)]
    [InlineData("/nothing-here", HttpStatusCode.NotFound)]
    [InlineData("/refused/429", HttpStatusCode.NotFound)]
    [InlineData("/help/images/none.png", HttpStatusCode.NotFound)]
    [InlineData("/search?q=付军", HttpStatusCode.OK)]
    [InlineData("/js/search.js", HttpStatusCode.OK)]
    [InlineData("/audit", HttpStatusCode.Redirect)]
    [InlineData("/api/v1/ingestions/11111111-1111-1111-1111-111111111111", HttpStatusCode.Unauthorized)]
    public async Task An_answer_has_them(string path, HttpStatusCode status)
    {
        using var client = site.BrowseByStep();

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(status);
        ShouldBeSafe(response, path);
    }

    [Fact]
    public async Task Nobody_is_told_to_insist_on_https_where_the_site_is_reached_without()
    {
        using var client = site.Browse();

        using var response = await client.GetAsync(new Uri("/about", UriKind.Relative), TestContext.Current.CancellationToken);

        response.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    internal static void ShouldBeSafe(HttpResponseMessage response, string what)
    {
        var policy = Header(response, "Content-Security-Policy");
        policy.ShouldContain("script-src 'self';", customMessage: what);
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("form-action 'self'");
        Header(response, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(response, "X-Frame-Options").ShouldBe("DENY");
        Header(response, "Referrer-Policy").ShouldBe("same-origin");
        Header(response, "Permissions-Policy").ShouldContain("camera=()");
        Header(response, "Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        response.Headers.Contains("Server").ShouldBeFalse(what);
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.ShouldHaveSingleItem() : "";
}

/// <summary>Behind a proxy that ends HTTPS.</summary>
[Collection(GuardedSiteTests.Name)]
public sealed class BehindProxyTests(GuardedSite site)
{
    [Fact]
    public async Task Browsers_are_told_to_insist_on_https()
    {
        using var response = await AskAsync("honors.example.com", "https");

        response.Headers.GetValues("Strict-Transport-Security").ShouldHaveSingleItem().ShouldBe("max-age=31536000");
    }

    [Theory]
    [InlineData("honors.example.com", "http")]
    [InlineData("localhost", "https")]
    public async Task But_not_over_plain_http_and_not_for_this_machine(string host, string protocol)
    {
        using var response = await AskAsync(host, protocol);

        response.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    private async Task<HttpResponseMessage> AskAsync(string host, string protocol)
    {
        using var client = site.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/about", UriKind.Relative));
        request.Headers.Host = host;
        request.Headers.Add("X-Forwarded-Proto", protocol);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
