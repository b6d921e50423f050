using Chinalco.Honors.Ingestion.Files;
using Chinalco.Honors.Web.Hosting;
using Chinalco.Honors.Web.Requests;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Requests;

/// <summary>The photo of a request that came to nothing goes after a while; that of one that waits stays.</summary>
public sealed class OldRequestFilesTests(SampleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_photo_goes_some_time_after_its_request_was_declined()
    {
        var (declined, waiting) = (await RequestWorld.PrepareAsync(site), await RequestWorld.PrepareAsync(site));
        var photo = Press.Pictures.Png(310, 200, shade: 0xC7);
        var id = await declined.AskAsync(RequestWorld.Missing, ("证书.png", photo), ("Form.Award", "示例奖"), ("Form.Year", "2018"));
        var other = await waiting.AskMissingAsync();
        var sha256 = (await declined.StoredAsync(id)).AttachmentSha256!;
        using var hr = await declined.World.HrAsync();
        using var answer = await hr.PostFormAsync($"/requests/{id}", "decline", ("Form.Reason", "不在登记范围"));
        var old = site.Services.GetRequiredService<OldRequestFiles>();
        var store = site.Services.GetRequiredService<FileStore>();

        await old.ForgetAsync(Stop);
        (await declined.StoredAsync(id)).AttachmentSha256.ShouldBe(sha256);
        var days = site.Services.GetRequiredService<RetentionOptions>().RequestFileDays;
        await using (var db = site.OpenDatabase())
        {
            var then = DateTimeOffset.UtcNow.AddDays(-days - 1);
            await db
                .Requests.Where(r => r.Id == id || r.Id == other)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.DecidedAt, then), Stop);
        }

        (await old.ForgetAsync(Stop)).ShouldBe(1);

        (await declined.StoredAsync(id)).AttachmentSha256.ShouldBeNull();
        store.Open(sha256).ShouldBeNull();
        using var kept = store.Open((await waiting.StoredAsync(other)).AttachmentSha256!).ShouldNotBeNull();
    }
}
