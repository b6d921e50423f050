using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Units;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;

namespace Chinalco.Honors.Grains.Hosting;

/// <summary>How a silo is set up.</summary>
public static class SiloSetup
{
    /// <summary>Hosts a silo in the application: on its own by default.</summary>
    /// <exception cref="NotSupportedException">The setting <c>Cluster:Provider</c> names an unknown provider.</exception>
    public static IHostApplicationBuilder AddHonorsSilo(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var cluster = builder.Configuration.GetSection(ClusterOptions.Section).Get<ClusterOptions>() ?? new ClusterOptions();
        if (!string.Equals(cluster.Provider, "Localhost", StringComparison.OrdinalIgnoreCase))
        {
            throw new NotSupportedException($"未知的集群类型“{cluster.Provider}”：Cluster:Provider 目前只支持 Localhost。");
        }

        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(cluster.SiloPort, cluster.GatewayPort);
            silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(30));
        });
        builder.Services.AddHonorsGrains();
        builder.Services.AddSingleton<IRegistry, GrainRegistry>();
        return builder;
    }

    /// <summary>What the grains need, in a silo of the site or of a test.</summary>
    public static IServiceCollection AddHonorsGrains(this IServiceCollection services)
    {
        services.AddHonorsCommands();
        services.AddSerializer(serializer => serializer.AddJsonSerializer(ContractTypes.Contains, _ => false));
        services.AddSingleton<IGeneralizedCopier, ImmutableCopier>();
        return services;
    }

    /// <summary>The commands alone, for a process that works on the database without a silo.</summary>
    public static IServiceCollection AddHonorsCommands(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<CommandTransaction>();
        services.TryAddSingleton<HonoreeHandler>();
        services.TryAddSingleton<UnitHandler>();
        services.TryAddSingleton<AwardHandler>();
        return services;
    }
}
