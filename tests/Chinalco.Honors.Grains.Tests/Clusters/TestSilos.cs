using Chinalco.Honors.Data;
using Chinalco.Honors.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace Chinalco.Honors.Grains.Tests.Clusters;

/// <summary>Starts silos set up as the product sets them up, all on one database.</summary>
internal static class TestSilos
{
    /// <param name="count">How many silos the cluster has.</param>
    public static async Task<InProcessTestCluster> StartAsync(IHonorsDatabase database, short count = 1)
    {
        var builder = new InProcessTestClusterBuilder(count);
        builder.ConfigureSilo((_, silo) => silo.Services.AddSingleton(database).AddHonorsGrains());
        builder.ConfigureClient(client => client.Services.AddHonorsGrains());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }
}
