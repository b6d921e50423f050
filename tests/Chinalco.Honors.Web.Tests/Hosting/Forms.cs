using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Chinalco.Honors.Web.Tests.Hosting;

/// <summary>Reads pages and sends their forms as a browser without script does.</summary>
internal static class Forms
{
    /// <summary>The page at an address; anything but success fails the test.</summary>
    public static async Task<IHtmlDocument> PageAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue($"{path}: {(int)response.StatusCode}");
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sends the page's form that goes to an address, with its hidden fields and these.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(
        this HttpClient client,
        IHtmlDocument page,
        string action,
        params (string Name, string Value)[] fields
    )
    {
        var form = page.QuerySelector($"form[action='{action}']").ShouldNotBeNull();
        var values = form.QuerySelectorAll("input[type=hidden]")
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))
            .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var content = new FormUrlEncodedContent(values);
        return await client.PostAsync(new Uri(action, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>The text of an element, on one line.</summary>
    public static string Words(this IParentNode page, string selector) =>
        string.Join(' ', page.QuerySelectorAll(selector).Select(e => e.TextContent)).ReplaceLineEndings(" ");
}
