using System.Net;

namespace Chinalco.Honors.Web.Tests.Hosting;

/// <summary>No address of ours leads to somebody else's site.</summary>
public sealed class RedirectTests(SampleSite site)
{
    [Theory]
    [InlineData("/audit?returnUrl=https://evil.example/")]
    [InlineData("/me?returnUrl=//evil.example")]
    [InlineData("/system/..//evil.example")]
    public async Task A_redirect_stays_on_the_site(string path)
    {
        using var client = site.BrowseByStep();

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        if (response.StatusCode == HttpStatusCode.Redirect)
        {
            var to = new Uri(site.Address, response.Headers.Location!);
            to.Authority.ShouldBe(site.Address.Authority);
            response.Headers.Location!.OriginalString.ShouldNotStartWith("//");
        }
        else
        {
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
