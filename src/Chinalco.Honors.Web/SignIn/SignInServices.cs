using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Ingestion.Seeding;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;

namespace Chinalco.Honors.Web.SignIn;

/// <summary>Registers how people sign in.</summary>
internal static class SignInServices
{
    /// <summary>The cookie of somebody whose password was right and whose code is still to come.</summary>
    public const string HalfSigned = "honors-half-signed";

    private static readonly TimeSpan HalfSignedFor = TimeSpan.FromMinutes(5);

    /// <exception cref="NotSupportedException">Nobody could sign in, or the provider's settings do not fit together.</exception>
    public static WebApplicationBuilder AddHonorsSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var seeds = builder.Configuration.GetSection(SeedOptions.Section).Get<SeedOptions>() ?? new SeedOptions();
        var options = builder.Configuration.GetSection(SignInOptions.Section).Get<SignInOptions>() ?? new SignInOptions();
        options.RequireSecondFactorForOfficers ??= !seeds.Samples;
        if (!options.Local && !options.Oidc.IsOn)
        {
            throw new NotSupportedException(
                "SignIn:Local 为 false 时，必须在 SignIn:Oidc:Authority 中填写统一身份认证的地址，否则无人能登录。"
            );
        }

        services.AddSingleton(options);
        services.AddDataProtection().SetApplicationName("chinalco-honors");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<IHonorsDatabase>((keys, database) => keys.XmlRepository = new DatabaseKeys(database));

        var authentication = services
            .AddAuthentication()
            .AddCookie(
                HalfSigned,
                cookie =>
                {
                    cookie.Cookie.Name = HalfSigned;
                    cookie.Cookie.HttpOnly = true;
                    cookie.Cookie.SameSite = SameSiteMode.Strict;
                    cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    cookie.Cookie.Path = "/sign-in";
                    cookie.ExpireTimeSpan = HalfSignedFor;
                    cookie.SlidingExpiration = false;
                }
            );
        if (options.Oidc.IsOn)
        {
            authentication.AddHonorsOidc(options.Oidc);
        }

        services.AddScoped<IUserStore<Account>, AccountStore>();
        services
            .AddIdentityCore<Account>(identity =>
            {
                identity.Password = new PasswordOptions
                {
                    RequiredLength = PasswordRules.Shortest,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
                identity.Lockout.MaxFailedAccessAttempts = options.MaxFailures;
                identity.Lockout.DefaultLockoutTimeSpan = options.LockedFor;
            })
            .AddPasswordValidator<PasswordRules>()
            .AddErrorDescriber<ChineseIdentityErrors>()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddSingleton<Told>();
        services.AddScoped<LocalSignIn>();
        services.AddScoped<SignInCookies>();
        services.AddScoped<OwnPassword>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<AccountsQuery>();
        services.AddSingleton<OidcAccounts>();
        services.AddSingleton(new DemoPlan(seeds.Samples && options.Local));
        services.AddSingleton<DemoAccounts>();
        services.AddSingleton<Requests.SampleRequests>();
        services.AddSingleton<Nominations.SampleRounds>();
        services.AddSingleton<FirstAccounts>();
        return builder;
    }
}
