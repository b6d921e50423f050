using System.Diagnostics;
using System.Reflection;
using Chinalco.Honors.Data;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Hosting;
using Chinalco.Honors.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.TestingHost;
using ClusterOptions = Chinalco.Honors.Grains.Hosting.ClusterOptions;

namespace Chinalco.Honors.Cluster.Testing;

/// <summary>
/// Several silos, set up as the product sets them up, on one database file; and a client outside them that sends as the product sends.
/// A killed silo is noticed within a second or two, so that a test need not wait for the production limits.
/// </summary>
public sealed class HonorsCluster : IAsyncDisposable
{
    private readonly InProcessTestCluster cluster;

    private HonorsCluster(InProcessTestCluster cluster, TemporaryDatabase database) => (this.cluster, Database) = (cluster, database);

    /// <summary>The one database, seen from outside every silo.</summary>
    public TemporaryDatabase Database { get; }

    public IReadOnlyList<InProcessSiloHandle> Silos => cluster.Silos;

    /// <summary>The way in from outside: it knows addresses, not silos.</summary>
    public IRegistry Registry => cluster.Client.ServiceProvider.GetRequiredService<IRegistry>();

    public IGrainFactory Grains => cluster.Client;

    /// <summary>Time limits short enough for a test.</summary>
    public static ClusterOptions ShortLimits =>
        new()
        {
            ResponseTimeout = TimeSpan.FromSeconds(5),
            ProbeTimeout = TimeSpan.FromMilliseconds(250),
            ShutdownTimeout = TimeSpan.FromSeconds(20),
        };

    /// <param name="silos">How many to begin with.</param>
    /// <param name="limits">Time limits; short ones when not given.</param>
    /// <param name="configure">What a test adds to each silo.</param>
    /// <param name="noticeSoon">Hold a silent silo for lost after a second or two. Under full load that also strikes the living: turn it off when none is killed.</param>
    public static async Task<HonorsCluster> StartAsync(
        short silos,
        ClusterOptions? limits = null,
        Action<ISiloBuilder>? configure = null,
        bool noticeSoon = true
    )
    {
        var database = await TemporaryDatabase.CreateAsync();
        var options = limits ?? ShortLimits;
        var builder = new InProcessTestClusterBuilder(silos);
        builder.Options.ConfigureFileLogging = false;

        UseTheProductsDirectory(builder.Options);
        builder.ConfigureSilo(
            (_, silo) =>
            {
                silo.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
                silo.Services.AddHonorsData(new DatabaseOptions { File = "honors.db" }, database.Folder);
                silo.UseHonorsTimeLimits(options);
                silo.Services.AddHonorsRegistry(options);
                silo.Configure<ClusterMembershipOptions>(noticeSoon ? NoticeSoon : NoticeAsKilledProcesses);
                configure?.Invoke(silo);
            }
        );
        builder.ConfigureSiloHost((_, host) => SeverableMembership.StandInFront(host));
        builder.ConfigureClient(client =>
        {
            client.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
            client.Services.AddHonorsContracts();
            client.Services.AddHonorsRegistry(options);
            client.Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = options.ResponseTimeout);
            client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = TimeSpan.FromMilliseconds(500));
        });
        var deployed = builder.Build();
        await deployed.DeployAsync();
        return new HonorsCluster(deployed, database);
    }

    /// <summary>The registry as code inside a silo's process has it.</summary>
    public static IRegistry RegistryIn(InProcessSiloHandle silo) => silo.ServiceProvider.GetRequiredService<IRegistry>();

    /// <summary>The grains as code inside a silo's process has them.</summary>
    public static IGrainFactory GrainsIn(InProcessSiloHandle silo) => silo.ServiceProvider.GetRequiredService<IGrainFactory>();

    public static NodeStatus StatusIn(InProcessSiloHandle silo) => silo.ServiceProvider.GetRequiredService<NodeStatus>();

    /// <summary>Kills a silo: it is cut off in the middle of its turns and says no farewell, so that the others have to find out by themselves.</summary>
    public Task KillAsync(InProcessSiloHandle silo)
    {
        silo.ServiceProvider.GetRequiredService<SeverableMembership>().Sever();
        return cluster.KillSiloAsync(silo);
    }

    /// <summary>Stops a silo as a service manager does: it finishes its turns and hands its grains over.</summary>
    public Task StopAsync(InProcessSiloHandle silo) => cluster.StopSiloAsync(silo);

    public Task<InProcessSiloHandle> StartSiloAsync() => cluster.StartAdditionalSiloAsync();

    /// <summary>Waits until every silo holds as many for active as there are.</summary>
    public async Task WaitUntilAllAgreeAsync(CancellationToken cancellationToken)
    {
        var count = Silos.Count;
        while (!Silos.All(silo => StatusIn(silo) is { IsActive: true } status && status.ActiveNodes == count))
        {
            await Task.Delay(20, cancellationToken);
        }
    }

    /// <summary>Gives a person's grain its home: while the directory of a young cluster is unsettled, calls are turned away instead of waiting.</summary>
    public async Task FindHomeAsync(Guid honoree, CancellationToken cancellationToken)
    {
        await WaitUntilAllAgreeAsync(cancellationToken);
        while (true)
        {
            try
            {
                await Grains.GetGrain<IHonoreeGrain>(honoree).GetAsync(cancellationToken);
                return;
            }
            catch (OrleansException)
            {
                await Task.Delay(50, cancellationToken);
            }
        }
    }

    /// <summary>Kills a silo and tells after what time all others held it for lost.</summary>
    public async Task<TimeSpan> KillAndWaitAsync(InProcessSiloHandle silo, CancellationToken cancellationToken)
    {
        List<NodeStatus> others = [.. Silos.Where(s => s != silo).Select(StatusIn)];
        var began = Stopwatch.GetTimestamp();
        var killing = KillAsync(silo);
        while (!others.TrueForAll(other => other.ActiveNodes == others.Count))
        {
            await Task.Delay(10, cancellationToken);
        }

        var noticed = Stopwatch.GetElapsedTime(began);
        await killing;
        return noticed;
    }

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>The test host's own directory of grains knows of a killed silo at once; the one that the product runs with has to find out.</summary>
    private static void UseTheProductsDirectory(InProcessTestClusterOptions options)
    {
        const string Setting = "UseTestClusterGrainDirectory";
        var setting =
            options.GetType().GetProperty(Setting, BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
            ?? throw new MissingMemberException(nameof(InProcessTestClusterOptions), Setting);
        setting.SetValue(options, value: false);
    }

    private static void NoticeSoon(ClusterMembershipOptions options)
    {
        options.MaxProbeTimeout = TimeSpan.FromSeconds(1);
        options.NumMissedProbesLimit = 2;
        options.TableRefreshTimeout = TimeSpan.FromMilliseconds(500);

        // A machine under load may hold the living for lost, until nobody is left to vote: then whoever joins goes by the signs of life.
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(2);
        options.DeathVoteExpirationTimeout = TimeSpan.FromSeconds(20);

        options.ExtendProbeTimeoutDuringDegradation = false;
        NoticeAsKilledProcesses(options);
    }

    /// <summary>A killed silo of the test host would still tell the others that it goes; a killed process does not.</summary>
    private static void NoticeAsKilledProcesses(ClusterMembershipOptions options) => options.UseLivenessGossip = false;
}
