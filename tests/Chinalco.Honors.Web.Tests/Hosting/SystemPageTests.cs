using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Hosting;

public sealed class SystemPageTests(SampleSite site)
{
    [Fact]
    public async Task It_shows_how_the_site_runs()
    {
        using var client = await site.SignedInAsync(Role.SystemAdministrator);

        var page = await client.PageAsync("/system");

        page.Words("#running ~ table").ShouldContain("本节点");
        page.Words("#running ~ table").ShouldContain("正常");
        page.Words("#tasks ~ table").ShouldContain("审计锚点与留存清理");
        page.Words("#database ~ .facts").ShouldContain("Sqlite");
        page.Words("#database ~ .facts").ShouldMatch("[0-9.]+ MB");
        page.Words("#database ~ .facts").ShouldContain("已是最新");
        page.Words("#jobs ~ .facts").ShouldMatch(@"\d");
        page.Words("#settings ~ table").ShouldContain("Retention:Months");
    }

    [Fact]
    public async Task It_shows_no_secret_and_nobody()
    {
        using var client = await site.SignedInAsync(Role.SystemAdministrator);

        var text = (await client.PageAsync("/system")).Words("main");

        text.ShouldNotContain("ConnectionString", Case.Insensitive);
        text.ShouldNotContain("password", Case.Insensitive);
        text.ShouldNotContain("付军");
    }

    [Fact]
    public async Task The_site_casts_anchors_by_itself()
    {
        var db = site.Services.GetRequiredService<IHonorsDatabase>().Open();
        await using (db)
        {
            while (!await db.AuditAnchors.AnyAsync(TestContext.Current.CancellationToken))
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }

            (await db.Leases.AnyAsync(l => l.Name == AuditKeeper.Lease, TestContext.Current.CancellationToken)).ShouldBeTrue();
        }
    }
}
