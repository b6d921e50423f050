using System.Text;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using UglyToad.PdfPig;

namespace Chinalco.Honors.Web.Tests.Browser;

/// <summary>The leader's page is one sheet, also for the whole group.</summary>
public sealed class BriefPageTests(SampleSite site, Chromium chromium)
{
    [Fact]
    public async Task The_largest_unit_fits_one_sheet()
    {
        await using var db = site.OpenDatabase();
        var root = await db
            .Units.Where(u => u.ParentId == null)
            .OrderByDescending(u => db.Units.Count(c => c.ParentId == u.Id))
            .Select(u => u.Id)
            .FirstAsync(TestContext.Current.CancellationToken);
        var page = await chromium.OpenAsync(site, Role.UnitLeader, unit: root);
        await page.GotoAsync($"/units/{root}/brief");

        using var pdf = PdfDocument.Open(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));

        pdf.NumberOfPages.ShouldBe(1);
        // The font's own characters for 月 and 比 stand for the usual ones.
        pdf.GetPage(1).Text.Normalize(NormalizationForm.FormKC).ShouldContain("评比");
    }
}
