using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Data;
using Chinalco.Honors.Grains.Hosting;
using Chinalco.Honors.Ingestion.Seeding;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Hosting;

/// <summary>The settings that an administrator checks, as this node has them. Named one by one: what is not named, a password or a connection, is not shown.</summary>
internal sealed class SystemSettings(
    IConfiguration configuration,
    AuditOptions audit,
    RetentionOptions retention,
    LogOptions logs,
    AccessOptions access,
    RateLimitOptions limits
)
{
    private static readonly string[] Named =
    [
        "Urls",
        "AllowedHosts",
        "Proxy:Known",
        $"{DatabaseOptions.Section}:Provider",
        $"{DatabaseOptions.Section}:MigrateOnStart",
        $"{ClusterOptions.Section}:Provider",
        $"{ClusterOptions.Section}:ClusterId",
        $"{SeedOptions.Section}:Samples",
    ];

    public ImmutableArray<(string Name, string Value)> All =>
        [
            .. Named.Select(name => (name, configuration[name] is { Length: > 0 } value ? value : SystemTexts.SettingNone)),
            ("Access:AnonymousReading", access.AnonymousReading == true ? SystemTexts.SettingOn : SystemTexts.SettingOff),
            ("Audit:AnchorEvery", audit.AnchorEvery.ToString()),
            ("Retention:Months", retention.Months.ToString(CultureInfo.InvariantCulture)),
            ("Retention:RequestFileDays", retention.RequestFileDays.ToString(CultureInfo.InvariantCulture)),
            ("Logs:Directory", logs.Directory is { Length: > 0 } folder ? folder : SystemTexts.SettingNone),
            ("Logs:KeepDays", logs.KeepDays.ToString(CultureInfo.InvariantCulture)),
            ("RateLimits:Search", Text(limits.Search)),
            ("RateLimits:SignIn", Text(limits.SignIn)),
            ("RateLimits:SignInName", Text(limits.SignInName)),
            ("RateLimits:Export", Text(limits.Export)),
            ("RateLimits:Upload", Text(limits.Upload)),
        ];

    private static string Text(RateLimit limit) => string.Create(CultureInfo.InvariantCulture, $"{limit.Permits} / {limit.Window}");
}
