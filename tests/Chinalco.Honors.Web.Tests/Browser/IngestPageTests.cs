using System.Text;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace Chinalco.Honors.Web.Tests.Browser;

public sealed class IngestPageTests(SampleSite site, Chromium chromium)
{
    private const string Notice = """
        关于表彰2024年度赤峰云铜劳动模范的决定
        各单位：
        经研究，决定授予凌霄汉同志“2024年度赤峰云铜劳动模范”称号。
        附件：劳动模范名单
        1．凌霄汉　赤峰云铜熔炼厂转炉工
        赤峰云铜有色金属有限公司
        2025年1月20日
        """;

    [Fact]
    public async Task A_file_is_uploaded_and_its_outcome_is_told()
    {
        var page = await chromium.OpenAsync(site, Role.Editor);
        await page.GotoAsync("/ingest", new() { WaitUntil = WaitUntilState.NetworkIdle });

        await page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "表彰.txt",
                    MimeType = "text/plain",
                    Buffer = Encoding.UTF8.GetBytes(Notice),
                }
            );

        await Assertions.Expect(page.GetByText("已入库").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task A_classified_file_is_refused_in_words()
    {
        var page = await chromium.OpenAsync(site, Role.Editor);
        await page.GotoAsync("/ingest", new() { WaitUntil = WaitUntilState.NetworkIdle });

        await page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "密.txt",
                    MimeType = "text/plain",
                    Buffer = Encoding.UTF8.GetBytes("机密★1年\n关于表彰的决定\n"),
                }
            );

        await Assertions.Expect(page.GetByText("涉密").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }
}
