using Chinalco.Honors.Ingestion.Seeding;
using Chinalco.Honors.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Chinalco.Honors.Web.Access;

/// <summary>Registers who may do what.</summary>
internal static class AccessServices
{
    /// <summary>Carries the prefix that makes browsers insist on HTTPS only where the site is reached by it; a development machine is not.</summary>
    private const string Cookie = "honors-session";

    public static WebApplicationBuilder AddHonorsAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var seeds = builder.Configuration.GetSection(SeedOptions.Section).Get<SeedOptions>() ?? new SeedOptions();
        var access = builder.Configuration.GetSection(AccessOptions.Section).Get<AccessOptions>() ?? new AccessOptions();
        access.AnonymousReading ??= seeds.Samples;
        services.AddSingleton(access);
        services.AddSingleton<Sessions>();
        services.AddSingleton<ViewerOf>();
        services.AddScoped<CurrentUser>();
        services.AddScoped<ReadingDatabase>();
        services.AddScoped<Scope>();
        services.AddScoped<SensitiveFields>();
        services.AddScoped<CircuitHandler, CircuitUser>();
        services.AddCascadingAuthenticationState();
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = Cookie;
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = Sessions.Longest;
                cookie.SlidingExpiration = false;
                cookie.LoginPath = "/sign-in";
                cookie.AccessDeniedPath = "/denied";
                cookie.ReturnUrlParameter = "returnUrl";
                cookie.Events.OnRedirectToLogin = context => AnswerAsync(context, Problems.SignInFirst());
                cookie.Events.OnRedirectToAccessDenied = context => AnswerAsync(context, Problems.NotAllowed());
            });
        services.AddScoped<IAuthorizationHandler, NeedsHandler>();

        // A route is judged by the right it names, and by that alone; one that names none is closed.
        services
            .AddAuthorizationBuilder()
            .SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => true).Build())
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        return builder;
    }

    public static WebApplication UseHonorsAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<UserCheck>();
        app.UseAuthorization();
        return app;
    }

    /// <summary>Programs are told by a problem, people by a page.</summary>
    private static Task AnswerAsync(
        RedirectContext<CookieAuthenticationOptions> context,
        Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult problem
    )
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            return problem.ExecuteAsync(context.HttpContext);
        }

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
