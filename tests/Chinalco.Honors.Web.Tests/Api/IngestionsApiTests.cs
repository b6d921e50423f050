using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Tests.Hosting;

namespace Chinalco.Honors.Web.Tests.Api;

public sealed class IngestionsApiTests(SampleSite site)
{
    [Fact]
    public async Task A_decision_handed_in_becomes_people_with_proved_honours()
    {
        using var client = await site.SignedInAsync(Role.Editor);

        using var response = await client.IngestAsync("决定一.txt", Encoding.UTF8.GetBytes(Decision("易门铜业", "万山红")));
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var job = await client.FinishedJobAsync(await JobIdAsync(response));

        job.GetProperty("state").GetString().ShouldBe("Done", job.GetRawText());
        job.GetProperty("percent").GetInt32().ShouldBe(100);
        (job.GetProperty("confirmed").GetInt32() + job.GetProperty("waiting").GetInt32()).ShouldBe(2);
    }

    [Fact]
    public async Task The_same_content_twice_changes_nothing_and_says_so()
    {
        using var client = await site.SignedInAsync(Role.Editor);
        var content = Encoding.UTF8.GetBytes(Decision("凉山矿业", "万山青"));
        using var first = await client.IngestAsync("决定二.txt", content);
        var before = await client.FinishedJobAsync(await JobIdAsync(first));

        using var second = await client.IngestAsync("决定二（副本）.txt", content);

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        var job = await second.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        job.GetProperty("alreadyKnown").GetBoolean().ShouldBeTrue();
        job.GetProperty("message").GetString()!.ShouldContain("未作任何改动");
        job.GetProperty("id").GetGuid().ShouldBe(before.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task A_text_in_gb18030_is_read_rightly()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var client = await site.SignedInAsync(Role.Editor);
        var text = Decision("澜沧铅矿", "温玉竹");

        using var response = await client.IngestAsync("国标.txt", Encoding.GetEncoding("GB18030").GetBytes(text));
        await client.FinishedJobAsync(await JobIdAsync(response));

        var people = await client.GetJsonAsync("/api/v1/people?q=温玉竹");
        people.GetProperty("total").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData("empty", "空.txt", HttpStatusCode.UnprocessableEntity)]
    [InlineData("blank", "空白.txt", HttpStatusCode.UnprocessableEntity)]
    [InlineData("binary", "图.txt", HttpStatusCode.UnprocessableEntity)]
    [InlineData("too large", "大.txt", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("nonsense", "乱.txt", HttpStatusCode.UnprocessableEntity)]
    [InlineData("classified", "密.txt", HttpStatusCode.UnprocessableEntity)]
    [InlineData("program", "表.exe", HttpStatusCode.UnprocessableEntity)]
    [InlineData("program's content", "表.txt", HttpStatusCode.UnprocessableEntity)]
    [InlineData("archive's content", "表.txt", HttpStatusCode.UnprocessableEntity)]
    [InlineData("archive's content", "表.md", HttpStatusCode.UnprocessableEntity)]
    public async Task What_cannot_or_must_not_be_read_is_refused_in_chinese(string what, string fileName, HttpStatusCode status)
    {
        using var client = await site.SignedInAsync(Role.Editor);

        using var response = await client.IngestAsync(fileName, ContentThatIs(what));

        response.StatusCode.ShouldBe(status);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("title").GetString()!.ShouldMatch(@"\p{IsCJKUnifiedIdeographs}{4,}");
    }

    /// <summary>Made in the test, not handed to it: a runner prints its arguments.</summary>
    private static byte[] ContentThatIs(string what) =>
        what switch
        {
            "empty" => [],
            "blank" => "  \n \n"u8.ToArray(),
            "binary" => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13],
            "too large" => [.. Enumerable.Repeat((byte)'a', 50 * 1024 * 1024)],
            "nonsense" => [.. Enumerable.Range(0, 4000).Select(i => (byte)((i * 7919 % 128) + 128))],
            "classified" => "机密★1年\n关于表彰的决定\n授予某某同志称号。"u8.ToArray(),
            "program" => "MZ"u8.ToArray(),
            "program's content" =>
            [
                .. "MZ"u8,
                0x90,
                0,
                3,
                0,
                0,
                0,
                4,
                0,
                0,
                0,
                0xFF,
                0xFF,
                .. "This program cannot be run in DOS mode.\r\n"u8,
                .. new byte[40],
            ],
            "archive's content" => Zip(),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, message: null),
        };

    private static byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("表彰决定.txt").Open();
            entry.Write("关于表彰的决定"u8);
        }

        return bytes.ToArray();
    }

    [Fact]
    public async Task A_request_without_a_text_is_told_how_to_send_one()
    {
        using var client = await site.SignedInAsync(Role.Editor);

        using var response = await client.PostAsJsonAsync(
            "/api/v1/ingestions",
            new { note = "nothing" },
            TestContext.Current.CancellationToken
        );

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_text_may_be_handed_in_as_json()
    {
        using var client = await site.SignedInAsync(Role.Editor);
        var text = Decision("荣达矿业", "万山翠");

        using var response = await client.PostAsJsonAsync(
            "/api/v1/ingestions",
            new { fileName = "决定三.txt", text },
            TestContext.Current.CancellationToken
        );

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        response.Headers.Location.ShouldNotBeNull();
    }

    /// <summary>A company's decision that honours two people: the one named and a colleague.</summary>
    private static string Decision(string company, string winner) =>
        $"""
            关于表彰2024年度{company}劳动模范的决定
            各车间：
            经研究，决定授予{winner}等2名同志“2024年度{company}劳动模范”称号。
            附件：劳动模范名单
            1．{winner}　{company}熔炼车间炉前工
            2．云　朵（女）　{company}维修车间钳工
            {company}
            2025年2月8日
            """;

    private static async Task<Guid> JobIdAsync(HttpResponseMessage response)
    {
        var job = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return job.GetProperty("id").GetGuid();
    }
}
