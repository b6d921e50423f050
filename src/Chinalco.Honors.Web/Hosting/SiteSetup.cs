using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Api;
using Chinalco.Honors.Web.Auditing;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Exports;
using Chinalco.Honors.Web.LookUps;
using Chinalco.Honors.Web.Nominations;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Rankings;
using Chinalco.Honors.Web.Requests;
using Chinalco.Honors.Web.SignIn;
using Chinalco.Honors.Web.Theme;
using MudBlazor;
using MudBlazor.Services;

namespace Chinalco.Honors.Web.Hosting;

/// <summary>How the Chinese site is set up: static reading pages, and interactive islands for the back office.</summary>
internal static class SiteSetup
{
    /// <summary>A search of ten thousand characters is answered in words, so its address has to get through.</summary>
    private const int LongestRequestLine = 128 * 1024;

    /// <summary>In bytes. Forms are short; what takes files says so itself.</summary>
    private const long LargestBody = 4 * 1024 * 1024;

    private const int MostHeaders = 64;

    /// <summary>A connection that sends its headers more slowly than this is held open on purpose.</summary>
    private static readonly TimeSpan SlowestHeaders = TimeSpan.FromSeconds(15);

    public static WebApplicationBuilder AddHonorsSite(this WebApplicationBuilder builder)
    {
        var chinese = CultureInfo.GetCultureInfo("zh-CN");
        (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (chinese, chinese);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (chinese, chinese);

        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxRequestHeaderCount = MostHeaders;
            kestrel.Limits.RequestHeadersTimeout = SlowestHeaders;
        });

        // Before anything else registers an encoder: Chinese is sent as it is, not as numbered entities.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddMudServices();
        builder.Services.AddSingleton<MudLocalizer, MudBlazorInChinese>();
        builder.Services.AddSingleton<ThemeStylesheet>();
        builder.Services.AddSingleton<Guide>();
        builder.Services.AddHonorsQueries();
        builder.AddHonorsRateLimits();
        return builder;
    }

    public static WebApplication UseHonorsSite(this WebApplication app)
    {
        app.UseKnownProxies();
        app.UseMiddleware<SecurityHeaders>();

        // Not in a branch of the pipeline: a branch would not find the page. The API answers for its own faults before this does.
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error",
                CreateScopeForErrors = true,
                StatusCodeSelector = Refusals.StatusOf,
            }
        );
        app.ShowRefusals();
        app.UseHonorsAccess();
        app.RedirectMergedPeople();
        app.UseHonorsRateLimits();
        app.UseAntiforgery();
        app.RefuseForgedForms();
        return app;
    }

    public static WebApplication MapHonorsSite(this WebApplication app)
    {
        app.MapStaticAssets().Needs(Right.Open);
        app.MapGet(ThemeStylesheet.Path, (ThemeStylesheet theme, HttpContext context) => theme.ServeAsync(context))
            .Needs(Right.Open)
            .ExcludeFromDescription();
        app.MapGet("/help/images/{name}", (Guide guide, string name) => guide.ServeImage(name)).Needs(Right.Open).ExcludeFromDescription();

        if (app.Services.GetRequiredService<SignInOptions>().Oidc.IsOn)
        {
            app.MapGet("/sign-in/provider", (string? returnUrl) => OidcSetup.Challenge(returnUrl))
                .Needs(Right.Open)
                .ExcludeFromDescription();
        }
        app.MapGet(
                "/issues/{id:guid}/pages/{page:int}/image",
                (Guid id, int page, PageImages images, HttpContext context, CancellationToken gone) =>
                    images.ServeAsync(id, page, context, gone)
            )
            .Needs(Right.Read)
            .ExcludeFromDescription();
        app.MapGet(
                "/documents/{id:guid}/files/{file:guid}",
                (Guid id, Guid file, ScanFiles scans, HttpContext context, CancellationToken gone) =>
                    scans.ServeAsync(id, file, context, gone)
            )
            .Needs(Right.Read)
            .ExcludeFromDescription();
        app.MapGet(
                "/requests/{id:guid}/file",
                (Guid id, RequestFiles files, HttpContext context, CancellationToken gone) => files.ServeAsync(id, context, gone)
            )
            .Needs(Right.OwnAccount)
            .ExcludeFromDescription();
        app.MapGet(
                "/nominations/of/{id:guid}/files/{row:guid}",
                (Guid id, Guid row, CourseFiles files, HttpContext context, CancellationToken gone) =>
                    files.ServeAsync(id, row, context, gone)
            )
            .Needs(Right.Nominate)
            .ExcludeFromDescription();
        app.MapPacketFiles();
        app.MapAuditExport();
        app.MapImportRows();
        app.MapOwnDataExport();
        app.MapPersonExport();
        app.MapLookUpExport();
        app.MapRankingExport();
        app.MapShortlistExport();

        // SecurityHeaders says who may frame a page; Blazor need not say it again.
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .Add(OpenConnectionsToUsers);
        return app;
    }

    /// <summary>What islands are connected by. Pages say themselves what they need.</summary>
    private static void OpenConnectionsToUsers(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path } && path.TrimStart('/').StartsWith('_'))
        {
            endpoint.Metadata.Add(new NeedsAttribute(Right.OwnAccount));
        }
    }
}
