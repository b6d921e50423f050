using System.Net;
using System.Net.Sockets;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Leases;
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
    /// <summary>Hosts a silo in the application: on its own by default, one of several when the settings say so.</summary>
    /// <exception cref="NotSupportedException">The setting <c>Cluster:Provider</c> names an unknown provider, or a setting it needs is missing.</exception>
    public static IHostApplicationBuilder AddHonorsSilo(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var cluster = builder.Configuration.GetSection(ClusterOptions.Section).Get<ClusterOptions>() ?? new ClusterOptions();
        builder.UseOrleans(silo => silo.UseHonors(cluster));
        builder.Services.AddHonorsRegistry(cluster);
        builder.Services.AddSingleton(services => new NodeLeases(
            services.GetRequiredService<Data.IHonorsDatabase>(),
            services.GetRequiredService<TimeProvider>(),
            NodeName.Of(cluster)
        ));
        builder.Services.AddSingleton<OnOneNode>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = cluster.ShutdownTimeout);
        return builder;
    }

    /// <summary>Membership, addresses and time limits.</summary>
    public static ISiloBuilder UseHonors(this ISiloBuilder silo, ClusterOptions cluster)
    {
        ArgumentNullException.ThrowIfNull(silo);
        ArgumentNullException.ThrowIfNull(cluster);
        switch (cluster.Provider.ToUpperInvariant())
        {
            case "LOCALHOST":
                silo.UseLocalhostClustering(
                    cluster.SiloPort,
                    cluster.GatewayPort,
                    serviceId: cluster.ServiceId,
                    clusterId: cluster.ClusterId
                );
                break;
            case "SQLSERVER":
                silo.UseSqlServerMembership(cluster);
                break;
            default:
                throw new NotSupportedException($"未知的集群类型“{cluster.Provider}”：Cluster:Provider 只支持 Localhost 和 SqlServer。");
        }

        return silo.UseHonorsTimeLimits(cluster);
    }

    /// <summary>The time limits alone, for a silo whose membership is set up otherwise, as in tests.</summary>
    public static ISiloBuilder UseHonorsTimeLimits(this ISiloBuilder silo, ClusterOptions cluster)
    {
        silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = cluster.ResponseTimeout);
        silo.Configure<ClusterMembershipOptions>(options => options.ProbeTimeout = cluster.ProbeTimeout);

        // Half of the time to stop is for grains that finish their turn, the rest for everything else.
        silo.Configure<GrainCollectionOptions>(options => options.DeactivationTimeout = cluster.ShutdownTimeout / 2);
        silo.Services.AddHonorsGrains();
        return silo;
    }

    /// <summary>What the grains need, in a silo of the site or of a test.</summary>
    public static IServiceCollection AddHonorsGrains(this IServiceCollection services)
    {
        services.AddHonorsCommands();
        services.AddHonorsContracts();
        services.TryAddSingleton<NodeStatus>();
        return services;
    }

    /// <summary>How the grains' contracts cross the wire; silos and clients need the same.</summary>
    public static IServiceCollection AddHonorsContracts(this IServiceCollection services)
    {
        services.AddSerializer(serializer => serializer.AddJsonSerializer(ContractTypes.Contains, _ => false));
        services.AddSingleton<IGeneralizedCopier, ImmutableCopier>();
        return services;
    }

    /// <summary>The way to the grains, in a process that hosts a silo or is a client of one.</summary>
    public static IServiceCollection AddHonorsRegistry(this IServiceCollection services, ClusterOptions cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new ResendPolicy(cluster.SendAttempts, cluster.GiveUpAfter));
        services.AddSingleton<Resending>();
        services.AddSingleton<IRegistry, GrainRegistry>();
        return services;
    }

    /// <summary>The commands alone, for a process that works on the database without a silo.</summary>
    public static IServiceCollection AddHonorsCommands(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<CommandTransaction>();
        services.TryAddSingleton<Accounts.AccountCommands>();
        services.TryAddSingleton<Documents.DocumentCommands>();
        services.TryAddSingleton<Requests.RequestCommands>();
        services.TryAddSingleton<Rankings.RankingPolicyCommands>();
        services.TryAddSingleton<Nominations.NominationSeeding>();
        services.TryAddSingleton<Nominations.ProgrammeCommands>();
        services.TryAddSingleton<Nominations.CalendarCommands>();
        services.TryAddSingleton<Nominations.NominationRoundCommands>();
        services.TryAddSingleton<Nominations.NominationBatchCommands>();
        services.TryAddSingleton<Nominations.NominationCourseCommands>();
        services.TryAddSingleton<Nominations.NominationPaperCommands>();
        services.TryAddSingleton<Nominations.PublicityCommands>();
        services.TryAddSingleton<Nominations.NominationResultCommands>();
        services.TryAddSingleton<Nominations.PacketCommands>();
        services.TryAddSingleton<Identities.IdentityCommands>();
        services.TryAddSingleton<Units.UnitReorganisations>();
        services.TryAddSingleton<HonoreeHandler>();
        services.TryAddSingleton<UnitHandler>();
        services.TryAddSingleton<AwardHandler>();
        return services;
    }

    private static void UseSqlServerMembership(this ISiloBuilder silo, ClusterOptions cluster)
    {
        if (string.IsNullOrWhiteSpace(cluster.ConnectionString))
        {
            throw new NotSupportedException("Cluster:Provider 为 SqlServer 时必须填写 Cluster:ConnectionString。");
        }

        silo.UseAdoNetClustering(options =>
        {
            options.Invariant = "Microsoft.Data.SqlClient";
            options.ConnectionString = cluster.ConnectionString;
        });
        silo.Configure<Orleans.Configuration.ClusterOptions>(options =>
        {
            options.ClusterId = cluster.ClusterId;
            options.ServiceId = cluster.ServiceId;
        });
        if (string.IsNullOrWhiteSpace(cluster.AdvertisedAddress))
        {
            silo.ConfigureEndpoints(cluster.SiloPort, cluster.GatewayPort, listenOnAnyHostAddress: true);
        }
        else
        {
            silo.ConfigureEndpoints(
                AddressOf(cluster.AdvertisedAddress),
                cluster.SiloPort,
                cluster.GatewayPort,
                listenOnAnyHostAddress: true
            );
        }
    }

    /// <summary>An address as given, or the first IPv4 address of a host name.</summary>
    private static IPAddress AddressOf(string address)
    {
        if (IPAddress.TryParse(address, out var ip))
        {
            return ip;
        }

        var found = Dns.GetHostAddresses(address, AddressFamily.InterNetwork);
        return found.Length > 0 ? found[0] : throw new NotSupportedException($"Cluster:AdvertisedAddress“{address}”没有对应的 IPv4 地址。");
    }
}
