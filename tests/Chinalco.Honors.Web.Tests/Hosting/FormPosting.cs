using System.Net;
using System.Text.RegularExpressions;

namespace Chinalco.Honors.Web.Tests.Hosting;

/// <summary>Fills in forms as a browser without script does.</summary>
internal static partial class FormPosting
{
    /// <summary>Opens a page and sends one of its forms, with the hidden fields that it has.</summary>
    /// <param name="form">The form's name.</param>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient client,
        string page,
        string form,
        params (string Name, string Value)[] fields
    )
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
        return await client.SendFormAsync(page, html, form, fields);
    }

    /// <summary>Sends a form of a page that is open already.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(
        this HttpClient client,
        string page,
        string html,
        string form,
        params (string Name, string Value)[] fields
    )
    {
        var markup = Form().Matches(html).Select(m => m.Value).FirstOrDefault(m => m.Contains($"name=\"_handler\" value=\"{form}\""));
        markup.ShouldNotBeNull($"no form {form} in {page}");
        var all = Hidden()
            .Matches(markup)
            .ToDictionary(
                m => WebUtility.HtmlDecode(m.Groups["name"].Value),
                m => WebUtility.HtmlDecode(m.Groups["value"].Value),
                StringComparer.Ordinal
            );
        foreach (var (name, value) in fields)
        {
            all[name] = value;
        }

        using var content = new FormUrlEncodedContent(all);
        return await client.PostAsync(new Uri(page, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>Signs in over the form.</summary>
    public static Task<HttpResponseMessage> SignInAsync(this HttpClient client, string name, string password, string? returnUrl = null) =>
        client.PostFormAsync(
            returnUrl is null ? "/sign-in" : $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}",
            "sign-in",
            ("Form.Name", name),
            ("Form.Password", password)
        );

    /// <summary>Where an answer leads, as a path of this site; the whole address when it leads elsewhere.</summary>
    public static string? LeadsTo(this HttpResponseMessage response)
    {
        var to = response.Headers.Location;
        return to is { IsAbsoluteUri: true } && to.Authority == response.RequestMessage!.RequestUri!.Authority
            ? to.PathAndQuery
            : to?.ToString();
    }

    public static Task<string> TextAsync(this HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    [GeneratedRegex("<form .*?</form>", RegexOptions.Singleline, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex Form();

    [GeneratedRegex(
        """<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 20_000
    )]
    private static partial Regex Hidden();
}
