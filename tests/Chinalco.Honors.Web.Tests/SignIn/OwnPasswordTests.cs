using System.Net;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Tests.SignIn;

public sealed class OwnPasswordTests(SampleSite site)
{
    private const string Change = "/account/password";

    private const string Better = "an even better one";

    [Fact]
    public async Task A_new_password_counts_at_once_and_ends_the_other_sessions()
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        using var here = site.SignedIn(await site.Services.CookieAsync(account), followsRedirects: false);
        using var elsewhere = site.SignedIn(await site.Services.CookieAsync(account), followsRedirects: false);

        using var answer = await ChangeAsync(here, SigningIn.Password, Better, Better);

        answer.LeadsTo().ShouldBe("/account?done=password");
        using var own = await here.GetAsync("/account", TestContext.Current.CancellationToken);
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var other = await elsewhere.GetAsync("/account", TestContext.Current.CancellationToken);
        other.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var client = site.BrowseByStep();
        using var old = await client.SignInAsync(account.SignInName, SigningIn.Password);
        old.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var better = await client.SignInAsync(account.SignInName, Better);
        better.LeadsTo().ShouldBe("/");
    }

    [Theory]
    [InlineData("short9876", "至少 10 个字符")]
    [InlineData("1234567890", "太常见")]
    [InlineData("CHINALCO2025", "太常见")]
    [InlineData("aaaaaaaaaaaa", "太常见")]
    [InlineData(SigningIn.Password, "与当前密码不同")]
    public async Task A_weak_password_is_refused_in_words(string weak, string why)
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        using var client = site.SignedIn(await site.Services.CookieAsync(account));

        using var answer = await ChangeAsync(client, SigningIn.Password, weak, weak);

        (await answer.TextAsync()).ShouldContain(why);
    }

    [Fact]
    public async Task The_own_name_is_no_password()
    {
        var account = await NamedAsync("a.rather.long.name");
        using var client = site.SignedIn(await site.Services.CookieAsync(account));

        using var answer = await ChangeAsync(client, SigningIn.Password, "A.Rather.Long.Name", "A.Rather.Long.Name");

        (await answer.TextAsync()).ShouldContain("不能与账号名相同");
    }

    [Fact]
    public async Task Two_different_new_passwords_change_nothing()
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        using var client = site.SignedIn(await site.Services.CookieAsync(account));

        using var answer = await ChangeAsync(client, SigningIn.Password, Better, Better + "!");

        (await answer.TextAsync()).ShouldContain("不一致");
    }

    [Fact]
    public async Task Wrong_guesses_at_an_open_screen_lock_the_account_too()
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        using var client = site.SignedIn(await site.Services.CookieAsync(account));
        for (var guess = 0; guess < 5; guess++)
        {
            using var wrong = await ChangeAsync(client, "guess " + guess, Better, Better);
        }

        using var right = await ChangeAsync(client, SigningIn.Password, Better, Better);

        (await right.TextAsync()).ShouldContain("当前密码不正确");
        await using var db = site.OpenDatabase();
        (await db.Accounts.FirstAsync(a => a.Id == account.Id, TestContext.Current.CancellationToken)).LockedUntil.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_one_time_password_opens_nothing_but_the_page_to_change_it()
    {
        var account = await NamedAsync("first-time", mustChange: true);
        using var client = site.BrowseByStep();
        using var signedIn = await client.SignInAsync(account.SignInName, SigningIn.Password, "/awards");
        using var wanted = await client.GetAsync(signedIn.LeadsTo(), TestContext.Current.CancellationToken);
        wanted.LeadsTo().ShouldBe("/account/password?returnUrl=%2Fawards");
        using var call = await client.GetAsync("/api/v1/people", TestContext.Current.CancellationToken);
        call.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using var changed = await client.PostFormAsync(
            wanted.LeadsTo()!,
            "password",
            ("Form.Now", SigningIn.Password),
            ("Form.New", Better),
            ("Form.Repeat", Better)
        );

        changed.LeadsTo().ShouldBe("/awards");
        using var awards = await client.GetAsync("/awards", TestContext.Current.CancellationToken);
        awards.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient client, string now, string wanted, string repeated) =>
        client.PostFormAsync(Change, "password", ("Form.Now", now), ("Form.New", wanted), ("Form.Repeat", repeated));

    private async Task<Account> NamedAsync(string name, bool mustChange = false)
    {
        var like = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        var account = new Account(Guid.CreateVersion7(), name, "示例", DateTimeOffset.UtcNow)
        {
            PasswordHash = like.PasswordHash,
            MustChangePassword = mustChange,
        };
        account.RenewSecurityStamp();
        account.GiveRoles([new RoleInUnit(Role.Reader)], "test", DateTimeOffset.UtcNow);
        await using var db = site.OpenDatabase();
        db.Accounts.Add(account);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return account;
    }
}
