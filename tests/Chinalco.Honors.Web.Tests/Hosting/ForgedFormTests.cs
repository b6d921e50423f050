using System.Net;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Hosting;

/// <summary>A form that another site sends in a user's name lacks the token of ours.</summary>
public sealed class ForgedFormTests(SampleSite site)
{
    [Fact]
    public async Task Every_form_without_its_token_is_refused_in_words()
    {
        var wrong = new List<string>();
        var forms = EveryRoute.Of(site).Where(r => r.Methods.Contains("POST", StringComparison.Ordinal) && !IsOfTheApi(r.Pattern)).ToList();
        forms.Count.ShouldBeGreaterThan(20);
        foreach (var form in forms)
        {
            // A session of its own: some forms end it.
            using var client = site.SignedIn(await SessionWithAsync(form.Rights[0]), followsRedirects: false);
            using var content = new FormUrlEncodedContent([new("Purpose", "检查"), new("_handler", "look")]);
            using var response = await client.PostAsync(AddressOf(form.Pattern), content, TestContext.Current.CancellationToken);
            var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (response.StatusCode != HttpStatusCode.BadRequest || !page.Contains("表单已失效", StringComparison.Ordinal))
            {
                wrong.Add($"{form.Pattern}: {(int)response.StatusCode}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static bool IsOfTheApi(string pattern) => pattern.StartsWith("/api/", StringComparison.Ordinal);

    private async Task<Cookie> SessionWithAsync(Right right)
    {
        var role = AccessTable.RolesWith(right)[0];
        var needsUnit = role is Role.Hr or Role.Union or Role.UnitLeader;
        return await site.Services.CookieAsync(role, needsUnit ? await AnyUnitAsync() : null);
    }

    private async Task<Guid> AnyUnitAsync()
    {
        var db = site.Services.GetRequiredService<IHonorsDatabase>().Open();
        await using (db)
        {
            return await db.Units.Select(u => u.Id).FirstAsync(TestContext.Current.CancellationToken);
        }
    }

    private static Uri AddressOf(string pattern)
    {
        var parts = pattern.Split('/').Select(part => part.StartsWith('{') ? PlaceholderFor(part) : part);
        return new Uri(string.Join('/', parts), UriKind.Relative);
    }

    private static string PlaceholderFor(string parameter) =>
        parameter.Contains(":guid", StringComparison.Ordinal) ? Guid.NewGuid().ToString()
        : parameter.Contains(":int", StringComparison.Ordinal) ? "404"
        : "somewhere";
}
