namespace Chinalco.Honors.Web.SignIn;

/// <summary>The section <c>SignIn</c> of the settings.</summary>
public sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>Whether accounts with a password of their own may sign in.</summary>
    public bool Local { get; set; } = true;

    /// <summary>After so many failures in a row an account is locked.</summary>
    public int MaxFailures { get; set; } = 5;

    /// <summary>How long it is locked.</summary>
    public TimeSpan LockedFor { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a refusal takes at least: it does not tell an unknown name from a wrong password.</summary>
    public TimeSpan RefusalTakes { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Whether system administrators, security administrators and auditors need a second factor. Not set: with the samples no, without them
    /// yes.
    /// </summary>
    public bool? RequireSecondFactorForOfficers { get; set; }

    /// <summary>Signing in at an OpenID Connect provider; off while no authority is named.</summary>
    public OidcOptions Oidc { get; set; } = new();
}

/// <summary>The section <c>SignIn:Oidc</c> of the settings.</summary>
public sealed class OidcOptions
{
    /// <summary>The provider's issuer address. HTTPS, except on this machine.</summary>
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>Scopes asked for, separated by blanks.</summary>
    public string Scopes { get; set; } = "openid profile";

    /// <summary>The claim that names roles, one or several.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>The claim that names units by catalogue code or name, one or several.</summary>
    public string UnitClaim { get; set; } = "unit";

    /// <summary>
    /// What the provider's roles mean here: <c>Reader</c>, <c>Editor</c> (in the units of the unit claim), <c>GroupEditor</c> (the whole
    /// group), <c>Hr</c>, <c>Union</c>, <c>UnitLeader</c>, <c>Auditor</c>, <c>SystemAdministrator</c>, <c>SecurityAdministrator</c>. The name
    /// <c>*</c> stands for whoever the provider lets in.
    /// </summary>
    public Dictionary<string, string> Roles { get; set; } = new(StringComparer.Ordinal);

    /// <summary>What the sign-in page calls the provider.</summary>
    public string DisplayName { get; set; } = "统一身份认证";

    public bool IsOn => !string.IsNullOrWhiteSpace(Authority);
}
