using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Access;

/// <summary>Walks every route with every role and compares what happens with the tables of docs/access.md.</summary>
public sealed partial class AccessWalkTests(SampleSite site)
{
    /// <summary>Refusing is what this page is for.</summary>
    private const string Refusal = "/denied";

    public static TheoryData<string> Everybody => [AccessDocument.Nobody, .. Enum.GetNames<Role>()];

    [Fact]
    public void Every_route_names_the_one_right_that_it_needs()
    {
        var undecided = EveryRoute
            .Of(site)
            .Where(route => route.Rights.Length != 1)
            .Select(route => $"{route.Pattern} {route.Rights.Length}");

        undecided.ShouldBeEmpty("Each page needs @attribute [Needs(Right.…)], each endpoint .Needs(Right.…).");
    }

    /// <remarks>With <c>HONORS_ACCESS_TABLE</c> set to 1 the table is written anew; whoever commits it has decided.</remarks>
    [Fact]
    public async Task The_document_lists_every_route_with_its_right()
    {
        DocumentedRoute[] there =
        [
            .. EveryRoute.Of(site).Select(r => new DocumentedRoute(r.Pattern, r.Methods, r.Rights.FirstOrDefault())),
        ];
        if (Environment.GetEnvironmentVariable("HONORS_ACCESS_TABLE") == "1")
        {
            await AccessDocument.WriteAsync(there);
        }

        var document = await AccessDocument.ReadAsync();

        there.Select(r => r.Row).ShouldBe(document.Routes.Select(r => r.Row), "docs/access.md, table of routes");
    }

    [Fact]
    public async Task The_document_shows_the_table_of_rights_as_the_code_has_it()
    {
        var document = await AccessDocument.ReadAsync();

        foreach (var right in Enum.GetValues<Right>())
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                document.Allows(right, role).ShouldBe(AccessTable.RolesWith(right).Contains(role), $"docs/access.md, {right}, {role}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task A_role_gets_where_the_document_lets_it_and_nowhere_else(string who)
    {
        Role? role = Enum.TryParse<Role>(who, out var named) ? named : null;
        var document = await AccessDocument.ReadAsync();
        var ids = await SampleIdsAsync();
        var unit = role is Role.Hr or Role.Union or Role.UnitLeader ? ids["units"] : (Guid?)null;
        var wrong = new ConcurrentBag<string>();
        var requests = document
            .Routes.Where(r => r.Pattern is not (EveryRoute.Files or Refusal))
            .SelectMany(r => MethodsOf(r).Select(method => (Route: r, Method: method)));
        foreach (var (route, method) in requests)
        {
            // A session of its own: some routes end it.
            using var client = role is { } signedIn
                ? site.SignedIn(await site.Services.CookieAsync(signedIn, unit), followsRedirects: false)
                : site.BrowseByStep();
            using var request = new HttpRequestMessage(new HttpMethod(method), AddressOf(route.Pattern, ids));
            request.Content = method == "POST" ? new FormUrlEncodedContent([]) : null;
            using var response = await client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                TestContext.Current.CancellationToken
            );
            var allowed = document.Allows(route.Right, role);
            if (Lets(response) != allowed)
            {
                wrong.Add($"{method} {request.RequestUri}: {(int)response.StatusCode} {response.Headers.Location}, needs {route.Right}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_without_a_role_reads_no_more_than_the_public()
    {
        var account = await site.Services.NewAccountAsync();
        using var client = site.SignedIn(await site.Services.CookieAsync(account), followsRedirects: false);

        foreach (var path in new[] { "/people", "/ingest", "/audit", "/accounts", "/system" })
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Lets(response).ShouldBeFalse(path);
        }
    }

    /// <summary>Whether the answer is anything but a way to the sign-in page or a refusal.</summary>
    private static bool Lets(HttpResponseMessage response)
    {
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return false;
        }

        var to = response.Headers.Location?.ToString() ?? "";
        return !(to.Contains("/sign-in?returnUrl=", StringComparison.Ordinal) || to.Contains("/denied", StringComparison.Ordinal));
    }

    private static string[] MethodsOf(DocumentedRoute route) =>
        string.Equals(route.Methods, "any", StringComparison.Ordinal) ? ["GET"] : route.Methods.Split(' ');

    /// <summary>The address of a thing that is there, so that a refusal is not a missing page.</summary>
    private static Uri AddressOf(string pattern, Dictionary<string, Guid> ids)
    {
        var kind = pattern.Split('/').FirstOrDefault(ids.ContainsKey);
        var path = Parameter()
            .Replace(
                pattern,
                match =>
                    match.Value.Contains(":guid", StringComparison.Ordinal) ? (kind is null ? Guid.NewGuid() : ids[kind]).ToString()
                    : match.Value.Contains("**", StringComparison.Ordinal) || match.Value.Contains("{*", StringComparison.Ordinal)
                        ? "nowhere"
                    : "find"
            );
        return new Uri(path, UriKind.Relative);
    }

    private async Task<Dictionary<string, Guid>> SampleIdsAsync()
    {
        var db = site.Services.GetRequiredService<IHonorsDatabase>().Open();
        await using (db)
        {
            var stop = TestContext.Current.CancellationToken;
            var post = await db
                .Employments.Where(e => e.To == null && e.UnitId != null)
                .OrderBy(e => e.Id)
                .Select(e => new { e.HonoreeId, e.UnitId })
                .FirstAsync(stop);
            return new Dictionary<string, Guid>(StringComparer.Ordinal)
            {
                ["people"] = post.HonoreeId,
                ["units"] = post.UnitId!.Value,
                ["awards"] = await db.Conferrals.OrderBy(c => c.Id).Select(c => c.AwardId).FirstAsync(stop),
                ["conferrals"] = await db.Conferrals.OrderBy(c => c.Id).Select(c => c.Id).FirstAsync(stop),
                ["articles"] = await db.Articles.OrderBy(a => a.Id).Select(a => a.Id).FirstAsync(stop),
                ["issues"] = await db.Issues.OrderBy(i => i.Id).Select(i => i.Id).FirstAsync(stop),
                ["documents"] = await db.Documents.OrderBy(d => d.Id).Select(d => d.Id).FirstAsync(stop),
            };
        }
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex Parameter();
}
