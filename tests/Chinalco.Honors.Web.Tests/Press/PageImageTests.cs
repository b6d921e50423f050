using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Press;

/// <summary>Pictures of pages: attached by editors, seen by whoever reads the issue, and nothing but pictures.</summary>
public sealed partial class PageImageTests(SampleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_is_shown_beside_the_text_of_its_page_alone()
    {
        var (issue, first, second) = await IssueAsync();
        using var editor = await site.SignedInAsync(Role.Editor);

        using var answer = await AttachAsync(editor, issue, "1", Pictures.Png(), "第1版.png");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var reader = site.Browse();
        var address = $"/issues/{issue}/pages/1/image";
        (await reader.PageAsync($"/articles/{first}"))
            .QuerySelector($"img[src='{address}']")
            .ShouldNotBeNull()
            .GetAttribute("alt")
            .ShouldNotBeNull()
            .ShouldContain("第1版");
        (await reader.PageAsync($"/articles/{second}")).QuerySelector(".page-figure").ShouldBeNull();
        using var image = await reader.GetAsync(new Uri(address, UriKind.Relative), Stop);
        image.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        image.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await image.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(Pictures.Png());
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("<html><script>alert(1)</script>")]
    [InlineData("GIF89a")]
    [InlineData("")]
    public async Task What_is_no_picture_is_refused_whatever_it_is_called(string content)
    {
        var (issue, _, _) = await IssueAsync();
        using var editor = await site.SignedInAsync(Role.Editor);

        using var answer = await AttachAsync(editor, issue, "1", System.Text.Encoding.UTF8.GetBytes(content), "版面.png");

        (await answer.TextAsync()).ShouldContain("role=\"alert\"");
        (await ImagesAsync(issue)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_picture_with_something_behind_its_end_is_refused()
    {
        var (issue, _, _) = await IssueAsync();
        using var editor = await site.SignedInAsync(Role.Editor);

        using var answer = await AttachAsync(editor, issue, "1", [.. Pictures.Png(), .. "<script>"u8], "版面.png");

        (await answer.TextAsync()).ShouldContain("不是完整的 PNG 或 JPEG 图片");
    }

    [Fact]
    public async Task A_picture_is_replaced_and_removed_and_each_act_is_recorded()
    {
        var (issue, _, _) = await IssueAsync();
        using var editor = await site.SignedInAsync(Role.Editor);
        (await AttachAsync(editor, issue, "2", Pictures.Png(shade: 0xC1), "a.png")).Dispose();
        var before = (await ImagesAsync(issue)).ShouldHaveSingleItem().Sha256;

        (await AttachAsync(editor, issue, "2", Pictures.Png(shade: 0xC2), "b.png")).Dispose();
        (await ImagesAsync(issue)).ShouldHaveSingleItem().Sha256.ShouldNotBe(before);
        using var removed = await editor.PostFormAsync($"/issues/{issue}/pages", "remove-2");

        removed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ImagesAsync(issue)).ShouldBeEmpty();
        using var gone = await editor.GetAsync(new Uri($"/issues/{issue}/pages/2/image", UriKind.Relative), Stop);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await using var db = site.OpenDatabase();
        var actions = await db
            .AuditRecords.Where(a => a.EntityId == issue)
            .OrderBy(a => a.Sequence)
            .Select(a => a.Action)
            .ToListAsync(Stop);
        actions.ShouldBe(["page-image.attach", "page-image.replace", "page-image.remove"]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("401")]
    [InlineData("一")]
    public async Task A_page_needs_a_number(string page)
    {
        var (issue, _, _) = await IssueAsync();
        using var editor = await site.SignedInAsync(Role.Editor);

        using var answer = await AttachAsync(editor, issue, page, Pictures.Png(), "a.png");

        (await answer.TextAsync()).ShouldContain("role=\"alert\"");
        (await ImagesAsync(issue)).ShouldBeEmpty();
    }

    /// <summary>An issue with an article on each of two pages.</summary>
    private async Task<(Guid Issue, Guid First, Guid Second)> IssueAsync()
    {
        var issue = A.Issue(Random.Shared.Next(10_000, int.MaxValue), A.UniqueName("版面报"));
        var source = A.SourceFile();
        var first = OnPage(1);
        var second = OnPage(2);
        await site.Services.GetRequiredService<Data.IHonorsDatabase>().SaveAsync(issue, source, first, second);
        return (issue.Id, first.Id, second.Id);

        Article OnPage(int page) =>
            new(Guid.CreateVersion7(), source.Id, page, "示例文章", "示例正文。", new ArticleDetails(issue.Id, page));
    }

    private async Task<List<PageImage>> ImagesAsync(Guid issue)
    {
        await using var db = site.OpenDatabase();
        return await db.PageImages.AsNoTracking().Where(i => i.IssueId == issue).ToListAsync(Stop);
    }

    private static async Task<HttpResponseMessage> AttachAsync(HttpClient client, Guid issue, string page, byte[] content, string name)
    {
        var address = $"/issues/{issue}/pages";
        var html = await client.GetStringAsync(new Uri(address, UriKind.Relative), Stop);
        using var form = new MultipartFormDataContent();
        var markup = html[html.IndexOf("multipart/form-data", StringComparison.Ordinal)..];
        foreach (Match hidden in Hidden().Matches(markup[..markup.IndexOf("</form>", StringComparison.Ordinal)]))
        {
            form.Add(new StringContent(WebUtility.HtmlDecode(hidden.Groups["value"].Value)), hidden.Groups["name"].Value);
        }

        form.Add(new StringContent(page), "Attach.Page");
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(file, "Attach.File", name);
        return await client.PostAsync(new Uri(address, UriKind.Relative), form, Stop);
    }

    [GeneratedRegex(
        """<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 20_000
    )]
    private static partial Regex Hidden();
}
