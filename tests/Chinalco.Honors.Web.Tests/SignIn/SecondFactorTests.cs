using System.Net;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Tests.SignIn;

public sealed partial class SecondFactorTests(SampleSite site)
{
    private const string SetUp = "/account/second-factor";

    [Fact]
    public async Task Once_set_up_it_is_asked_for_at_sign_in()
    {
        var (account, key, _) = await WithSecondFactorAsync();
        using var client = site.BrowseByStep();

        using var half = await client.SignInAsync(account.SignInName, SigningIn.Password, "/people");

        half.LeadsTo().ShouldBe("/sign-in/code?returnUrl=%2Fpeople");
        using var notYet = await client.GetAsync("/account", TestContext.Current.CancellationToken);
        notYet.LeadsTo().ShouldBe("/sign-in?returnUrl=%2Faccount");
        using var whole = await client.PostFormAsync(half.LeadsTo()!, "code", ("Form.Code", Authenticator.Code(key)));
        whole.LeadsTo().ShouldBe("/people");
        using var own = await client.GetAsync("/account", TestContext.Current.CancellationToken);
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_counts_once()
    {
        var (account, key, _) = await WithSecondFactorAsync();
        using var first = site.BrowseByStep();
        using var second = site.BrowseByStep();
        using var one = await first.SignInAsync(account.SignInName, SigningIn.Password);
        using var two = await second.SignInAsync(account.SignInName, SigningIn.Password);
        var code = Authenticator.Code(key);

        using var used = await first.PostFormAsync("/sign-in/code", "code", ("Form.Code", code));
        using var again = await second.PostFormAsync("/sign-in/code", "code", ("Form.Code", code));

        used.LeadsTo().ShouldBe("/");
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await again.TextAsync()).ShouldContain("已用过");
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account()
    {
        var (account, key, _) = await WithSecondFactorAsync();
        using var client = site.BrowseByStep();
        using var half = await client.SignInAsync(account.SignInName, SigningIn.Password);
        for (var guess = 0; guess < 5; guess++)
        {
            using var wrong = await client.PostFormAsync("/sign-in/code", "code", ("Form.Code", "00000" + guess));
        }

        using var right = await client.PostFormAsync("/sign-in/code", "code", ("Form.Code", Authenticator.Code(key)));

        right.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_for_the_telephone_once()
    {
        var (account, _, recovery) = await WithSecondFactorAsync();
        recovery.Count.ShouldBe(10);
        using var client = site.BrowseByStep();
        using var half = await client.SignInAsync(account.SignInName, SigningIn.Password);
        using var other = site.BrowseByStep();
        using var otherHalf = await other.SignInAsync(account.SignInName, SigningIn.Password);

        using var used = await client.PostFormAsync("/sign-in/code", "code", ("Form.Code", recovery[3]));
        using var again = await other.PostFormAsync("/sign-in/code", "code", ("Form.Code", recovery[3]));

        used.LeadsTo().ShouldBe("/");
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetStringAsync(SetUp, TestContext.Current.CancellationToken)).ShouldContain("还有 9 个恢复码");
    }

    [Fact]
    public async Task The_code_page_alone_lets_nobody_in()
    {
        using var client = site.BrowseByStep();

        using var page = await client.GetAsync("/sign-in/code", TestContext.Current.CancellationToken);

        page.LeadsTo().ShouldNotBeNull().ShouldStartWith("/sign-in?told=");
    }

    [Fact]
    public async Task It_is_not_set_up_without_a_code_of_the_telephone()
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        using var client = site.SignedIn(await site.Services.CookieAsync(account));

        using var answer = await client.PostFormAsync(SetUp, "on", ("On.Code", "123456"));

        (await answer.TextAsync()).ShouldContain("验证码不正确");
        await using var db = site.OpenDatabase();
        var stored = await db.Accounts.FirstAsync(a => a.Id == account.Id, TestContext.Current.CancellationToken);
        stored.TwoFactorEnabled.ShouldBeFalse();
        stored.ProtectedAuthenticatorKey.ShouldBeNull();
    }

    [Fact]
    public async Task Neither_the_key_nor_a_recovery_code_is_stored_or_recorded_readably()
    {
        var (account, key, recovery) = await WithSecondFactorAsync();
        await using var db = site.OpenDatabase();

        var stored = await db.Accounts.FirstAsync(a => a.Id == account.Id, TestContext.Current.CancellationToken);
        var records = await db
            .AuditRecords.Where(a => a.EntityId == account.Id)
            .OrderBy(a => a.Sequence)
            .ToListAsync(TestContext.Current.CancellationToken);

        string[] secrets = [key.Replace(" ", "", StringComparison.Ordinal), .. recovery, SigningIn.Password, stored.PasswordHash!];
        var everything = string.Join('\n', records.Select(r => r.Detail + r.Reason));
        var row = stored.ProtectedAuthenticatorKey + stored.RecoveryCodeHashes;
        foreach (var secret in secrets)
        {
            everything.ShouldNotContain(secret);
            row.ShouldNotContain(secret, Case.Insensitive);
        }

        records.ShouldContain(r => r.Action == "account.second-factor" && r.ActorId == account.Id.ToString());
        records.ShouldAllBe(r => r.Hash == r.ComputeHash());
        records.Select(r => r.Sequence).ShouldBe(Enumerable.Range(1, records.Count).Select(n => (long)n));
    }

    [Fact]
    public async Task It_is_switched_off_with_the_password_only()
    {
        var (account, _, _) = await WithSecondFactorAsync();
        using var client = site.SignedIn(await site.Services.CookieAsync(await FindAsync(account.Id)), followsRedirects: false);

        using var wrong = await client.PostFormAsync(SetUp, "off", ("Off.Password", "not the password"));
        using var right = await client.PostFormAsync(SetUp, "off", ("Off.Password", SigningIn.Password));

        (await wrong.TextAsync()).ShouldContain("密码不正确");
        right.LeadsTo().ShouldBe("/account?done=factor-off");
        (await FindAsync(account.Id)).TwoFactorEnabled.ShouldBeFalse();
    }

    /// <summary>An account that set its second factor up over the pages.</summary>
    private async Task<(Account Account, string Key, IReadOnlyList<string> Recovery)> WithSecondFactorAsync()
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        using var client = site.SignedIn(await site.Services.CookieAsync(account));
        var html = await client.GetStringAsync(SetUp, TestContext.Current.CancellationToken);
        var key = Key().Match(html).Groups["key"].Value;

        // A code of half a minute ago is still good, and leaves the present one for the test. Where the half-minute ends under way, it was too old.
        string text;
        long step;
        do
        {
            step = Authenticator.Step;
            using var answer = await client.SendFormAsync(SetUp, html, "on", ("On.Code", Authenticator.Code(key, steps: -1)));
            text = await answer.TextAsync();
        } while (step != Authenticator.Step && !text.Contains("请保存恢复码", StringComparison.Ordinal));

        text.ShouldContain("请保存恢复码");
        return (account, key, [.. RecoveryCode().Matches(text).Select(m => m.Groups["code"].Value)]);
    }

    private async Task<Account> FindAsync(Guid id)
    {
        await using var db = site.OpenDatabase();
        return await db.Accounts.AsNoTracking().FirstAsync(a => a.Id == id, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""<code class="key">(?<key>[^<]+)</code>""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex Key();

    [GeneratedRegex("<li><code>(?<code>[^<]+)</code></li>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex RecoveryCode();
}
