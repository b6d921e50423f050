using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Chinalco.Honors.Web.Tests.Hosting;

/// <summary>
/// Signs test accounts in without the form: a session row and the cookie that names it, as the form would leave them. Each call is a
/// session of its own; the accounts are one for each role and unit of a site.
/// </summary>
internal static class SigningIn
{
    private static readonly ConditionalWeakTable<IServiceProvider, ConcurrentDictionary<RoleInUnit, Lazy<Task<Account>>>> Accounts = [];

    private const string Browser =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    // Hashing is slow on purpose: once for all accounts.
    private static readonly Lazy<string> PasswordHash = new(() => new PasswordHasher<Account>().HashPassword(null!, Password));

    private static int last;

    /// <summary>The cookie of a new session of the account with this role.</summary>
    /// <param name="unit">Where the role holds; null for the whole group.</param>
    public static async Task<Cookie> CookieAsync(this IServiceProvider site, Role role, Guid? unit = null)
    {
        var known = Accounts.GetValue(site, _ => new());
        var account = known.GetOrAdd(new RoleInUnit(role, unit), granted => new Lazy<Task<Account>>(() => site.NewAccountAsync(granted)));
        return await site.CookieAsync(await account.Value);
    }

    /// <summary>The cookie of a new session of an account.</summary>
    public static async Task<Cookie> CookieAsync(this IServiceProvider site, Account account)
    {
        const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        var principal = await site.GetRequiredService<Sessions>()
            .BeginAsync(account, new SignInProof("test"), "127.0.0.1", Browser, TestContext.Current.CancellationToken);
        var options = site.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Scheme);
        var ticket = options.TicketDataFormat.Protect(new AuthenticationTicket(principal.ShouldNotBeNull(), Scheme));
        return new Cookie(options.Cookie.Name!, ticket);
    }

    /// <summary>The password of every account that tests make.</summary>
    public const string Password = "correct horse battery";

    /// <summary>An account of its own, with exactly these roles and <see cref="Password"/>.</summary>
    public static async Task<Account> NewAccountAsync(this IServiceProvider site, params RoleInUnit[] roles)
    {
        var at = DateTimeOffset.UtcNow;
        var number = Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);
        var account = new Account(Guid.CreateVersion7(at), $"test-{number}", $"测试员{number}", at) { PasswordHash = PasswordHash.Value };
        account.RenewSecurityStamp();
        account.GiveRoles(roles, A.Clerk.Id, at);
        var db = site.GetRequiredService<IHonorsDatabase>().Open();
        await using (db)
        {
            db.Accounts.Add(account);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        return account;
    }
}
