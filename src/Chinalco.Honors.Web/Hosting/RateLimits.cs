using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Api;
using Microsoft.AspNetCore.RateLimiting;

namespace Chinalco.Honors.Web.Hosting;

/// <summary>Bounds how often one user does what a program could do without end. Which bound holds is decided by the address of the request alone.</summary>
internal static class RateLimits
{
    private const int SegmentsOfAWindow = 6;

    private static readonly object SignInNameKey = new();

    public static WebApplicationBuilder AddHonorsRateLimits(this WebApplicationBuilder builder)
    {
        var limits = builder.Configuration.GetSection(RateLimitOptions.Section).Get<RateLimitOptions>() ?? new RateLimitOptions();
        builder.Services.AddSingleton(limits);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => ByUser(context, limits)),
                PartitionedRateLimiter.Create<HttpContext, string>(context => BySignInName(context, limits))
            );
            limiter.OnRejected = RefuseAsync;
        });
        return builder;
    }

    /// <summary>After the user is known.</summary>
    public static WebApplication UseHonorsRateLimits(this WebApplication app)
    {
        app.Use(ReadSignInNameAsync);
        app.UseRateLimiter();
        return app;
    }

    private static RateLimitPartition<string> ByUser(HttpContext context, RateLimitOptions limits)
    {
        var (name, limit) = KindOf(context.Request, limits);
        if (limit is null)
        {
            return RateLimitPartition.GetNoLimiter("");
        }

        // Whoever tries passwords may be signed in to an account of their own.
        var user = ReferenceEquals(limit, limits.SignIn) ? null : context.RequestServices.GetRequiredService<CurrentUser>().User;
        return Limited($"{name} {user?.AccountId.ToString() ?? NetworkOf(context.Connection.RemoteIpAddress)}", limit);
    }

    private static RateLimitPartition<string> BySignInName(HttpContext context, RateLimitOptions limits) =>
        // Not once more when the page that says no takes the form's place.
        IsSignIn(context.Request) && context.Items.TryGetValue(SignInNameKey, out var name) && name is string given
            ? Limited(given, limits.SignInName)
            : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> Limited(string key, RateLimit limit) =>
        RateLimitPartition.GetSlidingWindowLimiter(
            key,
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = limit.Permits,
                Window = limit.Window,
                SegmentsPerWindow = SegmentsOfAWindow,
                QueueLimit = 0,
            }
        );

    private static (string Name, RateLimit? Limit) KindOf(HttpRequest request, RateLimitOptions limits)
    {
        var path = request.Path;
        if (HttpMethods.IsPost(request.Method))
        {
            return IsSignIn(request) ? (nameof(limits.SignIn), limits.SignIn)
                : TakesFiles(path) ? (nameof(limits.Upload), limits.Upload)
                : EndsWithExport(path) || IsUnder(path, "/lookup") ? (nameof(limits.Export), limits.Export)
                : default;
        }

        return EndsWithExport(path) ? (nameof(limits.Export), limits.Export)
            : IsSearch(request) ? (nameof(limits.Search), limits.Search)
            : default;
    }

    private static bool TakesFiles(PathString path) =>
        IsUnder(path, "/api/v1/ingestions")
        || IsUnder(path, "/issues")
        || IsUnder(path, "/conferrals")
        || IsUnder(path, "/documents")
        || IsUnder(path, Address.OwnRequests)
        || (IsUnder(path, "/nominations") && path.Value?.EndsWith("/results", StringComparison.OrdinalIgnoreCase) == true)
        || path.Value?.EndsWith("/honours/new", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsSignIn(HttpRequest request) => HttpMethods.IsPost(request.Method) && IsUnder(request.Path, "/sign-in");

    private static bool IsSearch(HttpRequest request) =>
        IsUnder(request.Path, "/search")
        || (IsUnder(request.Path, "/people") && request.QueryString.HasValue)
        || (IsUnder(request.Path, "/api/v1") && !IsUnder(request.Path, "/api/v1/ingestions"));

    private static bool EndsWithExport(PathString path) => path.Value?.EndsWith("/export", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsUnder(PathString path, string folder) => path.StartsWithSegments(folder, StringComparison.OrdinalIgnoreCase);

    /// <summary>One household or machine may take any address of an IPv6 network of 64 bits.</summary>
    private static string NetworkOf(IPAddress? address) =>
        address switch
        {
            null => "local",
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
            _ => address.ToString(),
        };

    /// <summary>Forms are read here once and kept; the page finds them read.</summary>
    private static async Task ReadSignInNameAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (IsSignIn(request) && request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            var name = form.FirstOrDefault(field => field.Key.EndsWith("name", StringComparison.OrdinalIgnoreCase)).Value.ToString();
            if (name.Length is > 0 and <= Account.LongestSignInName)
            {
                context.Items[SignInNameKey] = Account.Normalize(name);
            }
        }

        await next(context);
    }

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var context = rejected.HttpContext;
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.FromMinutes(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (IsUnder(context.Request.Path, "/api"))
        {
            await Problems.TooMany(seconds).ExecuteAsync(context);
        }
    }
}
