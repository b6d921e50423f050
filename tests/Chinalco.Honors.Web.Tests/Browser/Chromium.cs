using System.Collections.Concurrent;
using System.Reflection;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.Playwright;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Chinalco.Honors.Web.Tests.Browser.Chromium))]
[assembly: Chinalco.Honors.Web.Tests.Browser.CloseWindows]

namespace Chinalco.Honors.Web.Tests.Browser;

/// <summary>One headless Chromium for all browser tests; they are skipped where there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Names a browser elsewhere than where Debian puts it.</summary>
    private const string Variable = "HONORS_TEST_CHROMIUM";

    private static readonly string[] UsualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Milliseconds. A machine that does other work must not fail a test; one that passes does not wait.</summary>
    private const float Patience = 45_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    private static string? Executable =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : Array.Find(UsualPlaces, File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Executable is not { } executable)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = executable,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    /// <summary>Width and height of a screen in pixels.</summary>
    public static (int Width, int Height) SizeOf(Screen screen) => screen == Screen.Desktop ? (1280, 900) : (390, 844);

    /// <summary>A page of a window, 1280 or 390 wide; skips the test without a browser.</summary>
    public async Task<IPage> OpenAsync(Uri site, Screen screen = Screen.Desktop, bool script = true)
    {
        Assert.SkipUnless(
            browser is not null,
            $"No Chromium at {string.Join(", ", UsualPlaces)} nor in {Variable}: install it to run the browser tests."
        );
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = site.ToString(),
                ViewportSize = new ViewportSize { Width = SizeOf(screen).Width, Height = SizeOf(screen).Height },
                JavaScriptEnabled = script,
                Locale = "zh-CN",
            }
        );
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        CloseWindowsAttribute.AfterThisTest(context);
        return await context.NewPageAsync();
    }

    /// <summary>A page of somebody who is signed in with a role.</summary>
    /// <param name="unit">Where the role holds; null for the whole group.</param>
    public async Task<IPage> OpenAsync(TestSite site, Role role, Screen screen = Screen.Desktop, bool script = true, Guid? unit = null) =>
        await OpenAsync(site, await site.Services.CookieAsync(role, unit), screen, script);

    /// <summary>A page of somebody with a session.</summary>
    public async Task<IPage> OpenAsync(TestSite site, System.Net.Cookie session, Screen screen = Screen.Desktop, bool script = true)
    {
        var page = await OpenAsync(site.Address, screen, script);
        await page.SignInAsync(site, session);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}

/// <summary>Closes the windows that a test opened when it is over: an open page goes on drawing and asking.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class CloseWindowsAttribute : BeforeAfterTestAttribute
{
    private static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> Windows = new(StringComparer.Ordinal);

    public static void AfterThisTest(IBrowserContext context) => Windows.GetOrAdd(TestContext.Current.Test!.UniqueID, _ => []).Add(context);

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (Windows.TryRemove(test.UniqueID, out var opened))
        {
            // Nothing depends on when it happens; the test need not wait.
            foreach (var context in opened)
            {
                _ = context.CloseAsync();
            }
        }
    }
}

/// <summary>What tests do with an open page.</summary>
internal static class BrowserPages
{
    /// <summary>Holds that the page is no wider than its window, once it is loaded with its styles.</summary>
    public static async Task ShouldFitAsync(this IPage page, string? said = null)
    {
        await page.WaitForLoadStateAsync();
        var overhang = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        overhang.ShouldBeLessThanOrEqualTo(0, said);
    }

    /// <summary>Makes the window of a page another screen's.</summary>
    public static Task ShowOnAsync(this IPage page, Screen screen) =>
        page.SetViewportSizeAsync(Chromium.SizeOf(screen).Width, Chromium.SizeOf(screen).Height);

    /// <summary>Gives the page a session's cookie.</summary>
    public static Task SignInAsync(this IPage page, TestSite site, System.Net.Cookie session) =>
        page.Context.AddCookiesAsync([
            new Cookie
            {
                Name = session.Name,
                Value = session.Value,
                Url = site.Address.ToString(),
                HttpOnly = true,
            },
        ]);
}

/// <summary>The two screens that every page must look finished on.</summary>
public enum Screen
{
    Desktop = 1,
    Phone = 2,
}
