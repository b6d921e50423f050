using System.Text.RegularExpressions;
using Chinalco.Honors.Web.Tests.Hosting;

namespace Chinalco.Honors.Web.Tests.Oidc;

/// <summary>What happened on the way to the provider and back.</summary>
/// <param name="End">The site's answer to what the provider sent back.</param>
/// <param name="Addresses">Every address on the way.</param>
/// <param name="Cookies">Every cookie that was set.</param>
internal sealed record Journey(HttpResponseMessage End, IReadOnlyList<Uri> Addresses, IReadOnlyList<string> Cookies);

/// <summary>Goes through the provider's own pages.</summary>
internal static partial class ProviderJourneys
{
    /// <summary>Goes the whole way as a browser does: to the provider, through its pages, and back.</summary>
    /// <param name="change">Alters the address that the provider sends the browser back to.</param>
    /// <param name="changeQuestion">Alters the address that the site sends the browser to.</param>
    /// <param name="stopAt">Is told the address that the provider sends back to, instead of going there.</param>
    public static async Task<Journey> GoInAsync(
        this SiteWithProvider at,
        HttpClient browser,
        string login,
        string returnUrl = "/",
        Func<Uri, Uri>? change = null,
        Func<Uri, Uri>? changeQuestion = null,
        Action<Uri>? stopAt = null
    )
    {
        var addresses = new List<Uri>();
        var cookies = new List<string>();
        var answer = await browser.GetAsync(
            "/sign-in/provider?returnUrl=" + Uri.EscapeDataString(returnUrl),
            TestContext.Current.CancellationToken
        );
        while (true)
        {
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            {
                cookies.AddRange(set);
            }

            var here = answer.RequestMessage!.RequestUri!;
            var isBack = here.AbsolutePath == "/sign-in/provider/return";
            if (isBack)
            {
                return new Journey(answer, addresses, cookies);
            }

            if (answer.Headers.Location is { } to)
            {
                to = new Uri(here, to);
                to = addresses.Count == 0 && changeQuestion is not null ? changeQuestion(to) : to;
                if (to.Authority == at.Site.Address.Authority)
                {
                    if (stopAt is not null)
                    {
                        stopAt(to);
                        return new Journey(answer, addresses, cookies);
                    }

                    to = change?.Invoke(to) ?? to;
                }

                addresses.Add(to);
                answer = await browser.GetAsync(to, TestContext.Current.CancellationToken);
                continue;
            }

            answer = await AnswerAsync(at, browser, here, await answer.TextAsync(), login);
        }
    }

    /// <summary>Fills in the provider's page: who it is, then that the site may know.</summary>
    private static async Task<HttpResponseMessage> AnswerAsync(SiteWithProvider at, HttpClient browser, Uri page, string html, string login)
    {
        var action = Action().Match(html).Groups["to"].Value;
        action.ShouldNotBeEmpty($"{page}\n{html}\n{at.Provider.Output}");
        var fields = Hidden().Matches(html).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value, StringComparer.Ordinal);
        if (fields.GetValueOrDefault("prompt") == "login")
        {
            (fields["login"], fields["password"]) = (login, "any");
        }

        using var form = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(new Uri(page, action), form, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""<form[^>]* action="(?<to>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex Action();

    [GeneratedRegex(
        """<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 20_000
    )]
    private static partial Regex Hidden();
}
