using Chinalco.Honors.Grains.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Chinalco.Honors.Web.Hosting;

/// <summary>Ready means: this node is a full member of the cluster, so that its commands reach their owners.</summary>
internal sealed class SiloHealth(NodeStatus node) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            node.IsActive
                ? HealthCheckResult.Healthy($"{node.ActiveNodes} active nodes")
                : HealthCheckResult.Unhealthy($"This node is {node.Status}.")
        );
}
