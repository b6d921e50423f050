using Chinalco.Honors.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Chinalco.Honors.Web.Hosting;

/// <summary>Ready means: the database answers.</summary>
internal sealed class RegistryHealth(IHonorsDatabase database) : IHealthCheck
{
    /// <summary>The tag of checks that decide readiness.</summary>
    public const string Ready = "ready";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var db = database.Open();
        await using (db)
        {
            await db.Awards.AnyAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }
}
