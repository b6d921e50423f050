using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Chinalco.Honors.Web.SignIn;

/// <summary>
/// Signing in at an OpenID Connect provider: code flow with PKCE. The provider's tokens are read once and kept nowhere; what follows is a
/// session of ours like any other.
/// </summary>
internal static class OidcSetup
{
    public const string Scheme = "oidc";

    private const string CallbackPath = "/sign-in/provider/return";

    /// <exception cref="NotSupportedException">A setting is missing or wrong.</exception>
    public static AuthenticationBuilder AddHonorsOidc(this AuthenticationBuilder authentication, OidcOptions settings)
    {
        var authority = AuthorityOf(settings);
        RoleMap.Check(settings);
        return authentication.AddOpenIdConnect(
            Scheme,
            settings.DisplayName,
            oidc =>
            {
                oidc.Authority = settings.Authority;
                oidc.RequireHttpsMetadata = !authority.IsLoopback;
                oidc.ClientId = settings.ClientId;
                oidc.ClientSecret = settings.ClientSecret;
                oidc.ResponseType = OpenIdConnectResponseType.Code;
                oidc.UsePkce = true;
                oidc.SaveTokens = false;
                oidc.CallbackPath = CallbackPath;

                // The answer comes as a link, not as a form from elsewhere: so the cookies that prove it was asked for stay in the site,
                // and what the address carries is a code that is worth nothing without the secret and the verifier.
                oidc.ResponseMode = OpenIdConnectResponseMode.Query;
                ComesBackByLink(oidc.CorrelationCookie);
                ComesBackByLink(oidc.NonceCookie);

                oidc.Scope.Clear();
                foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    oidc.Scope.Add(scope);
                }

                // Some providers say it in the token, some at the user-info address only.
                oidc.MapInboundClaims = false;
                oidc.GetClaimsFromUserInfoEndpoint = true;
                oidc.ClaimActions.Remove("iss");
                foreach (var claim in new[] { settings.RoleClaim, settings.UnitClaim, OidcAccounts.NameClaim, OidcAccounts.LoginClaim })
                {
                    oidc.ClaimActions.MapJsonKey(claim, claim);
                }

                oidc.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                oidc.Events.OnTicketReceived = BeginSessionAsync;
                oidc.Events.OnRemoteFailure = TellFailure;
            }
        );
    }

    /// <summary>Sends the browser to the provider.</summary>
    public static IResult Challenge(string? returnUrl) =>
        TypedResults.Challenge(new AuthenticationProperties { RedirectUri = ReturnUrl.Local(returnUrl) }, [Scheme]);

    /// <summary>Puts our own session in the place of the provider's claims.</summary>
    private static async Task BeginSessionAsync(TicketReceivedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var (account, refusal) = await services
            .GetRequiredService<OidcAccounts>()
            .FindOrMakeAsync(context.Principal!, context.HttpContext.RequestAborted);
        var session = account is null
            ? null
            : await services.GetRequiredService<SignInCookies>().BeginAsync(context.HttpContext, account, new SignInProof("provider"));
        if (session is null)
        {
            Refuse(context.HttpContext, refusal ?? AccountTexts.ProofStale);
            context.HandleResponse();
            return;
        }

        context.Principal = session;
        context.Properties = new AuthenticationProperties();
    }

    private static Task TellFailure(RemoteFailureContext context)
    {
        var logger = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OidcSetup));
        logger.LogWarning("Signing in at the provider failed: {Why}", context.Failure?.Message);
        Refuse(context.HttpContext, AccountTexts.ProviderFailed);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static void Refuse(HttpContext http, string words) =>
        http.Response.Redirect("/sign-in?told=" + Uri.EscapeDataString(http.RequestServices.GetRequiredService<Told>().Seal(words)));

    private static void ComesBackByLink(CookieBuilder cookie)
    {
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static Uri AuthorityOf(OidcOptions settings)
    {
        if (string.IsNullOrWhiteSpace(settings.ClientId))
        {
            throw new NotSupportedException("填写了 SignIn:Oidc:Authority 时，必须同时填写 SignIn:Oidc:ClientId。");
        }

        return
            Uri.TryCreate(settings.Authority, UriKind.Absolute, out var authority)
            && (authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback))
            ? authority
            : throw new NotSupportedException("SignIn:Oidc:Authority 须为以 https:// 开头的地址。");
    }
}
