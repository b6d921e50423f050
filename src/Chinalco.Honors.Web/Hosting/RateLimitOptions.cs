namespace Chinalco.Honors.Web.Hosting;

/// <summary>
/// The settings section <c>RateLimits</c>: how often one account, or one address of somebody who is not signed in, may do something on one
/// node. The defaults are far above what people do and far below what a program does that copies the registry or tries passwords.
/// </summary>
internal sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Searches, and lists and entries of the API.</summary>
    public RateLimit Search { get; set; } = new() { Permits = 600, Window = TimeSpan.FromMinutes(1) };

    /// <summary>Sign-in forms from one address; a whole office may have one.</summary>
    public RateLimit SignIn { get; set; } = new() { Permits = 300, Window = TimeSpan.FromMinutes(5) };

    /// <summary>Sign-in forms with one sign-in name, wherever they come from.</summary>
    public RateLimit SignInName { get; set; } = new() { Permits = 60, Window = TimeSpan.FromMinutes(5) };

    public RateLimit Export { get; set; } = new() { Permits = 60, Window = TimeSpan.FromMinutes(10) };

    /// <summary>Texts and pictures of pages handed in.</summary>
    public RateLimit Upload { get; set; } = new() { Permits = 300, Window = TimeSpan.FromMinutes(1) };
}

/// <summary>So many within such a time.</summary>
internal sealed class RateLimit
{
    public int Permits { get; set; }

    public TimeSpan Window { get; set; }
}
