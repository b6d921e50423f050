using Chinalco.Honors.Web.Tests.Hosting;

namespace Chinalco.Honors.Web.Tests.Oidc;

/// <summary>A site that signs people in at a provider, and the provider.</summary>
public sealed class SiteWithProvider : IAsyncLifetime
{
    private string reason = "";

    internal TestSite Site { get; private set; } = null!;

    internal OidcProvider Provider { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        (var folder, reason) = await OidcProvider.InstallAsync();
        if (folder is null)
        {
            return;
        }

        var port = FreePort.Next();
        Site = await TestSite.StartAsync(
            database: null,
            ("Seeds:Samples", "false"),
            ("SignIn:Local", "false"),
            ("SignIn:Oidc:Authority", $"http://localhost:{port}"),
            ("SignIn:Oidc:ClientId", OidcProvider.ClientId),
            ("SignIn:Oidc:ClientSecret", OidcProvider.ClientSecret),
            ("SignIn:Oidc:Scopes", "openid profile honors"),
            ("SignIn:Oidc:DisplayName", "示例统一认证"),
            ("SignIn:Oidc:Roles:*", "Reader"),
            ("SignIn:Oidc:Roles:honours-editor", "Editor"),
            ("SignIn:Oidc:Roles:honours-chief-editor", "GroupEditor"),
            ("SignIn:Oidc:Roles:hr", "Hr"),
            ("SignIn:Oidc:Roles:auditor", "Auditor"),
            ("SignIn:Oidc:Roles:sysadmin", "SystemAdministrator"),
            ("Logging:LogLevel:Default", "Trace"),
            ("Logging:LogLevel:Microsoft.AspNetCore", "Trace")
        );
        Provider = await OidcProvider.StartAsync(folder, port, new Uri(Site.Address, "/sign-in/provider/return"));
    }

    /// <summary>Skips the test where there is no provider.</summary>
    public void MustRun() => Assert.SkipUnless(reason.Length == 0, reason);

    public async ValueTask DisposeAsync()
    {
        if (Site is not null)
        {
            await Provider.DisposeAsync();
            await Site.DisposeAsync();
        }
    }
}
