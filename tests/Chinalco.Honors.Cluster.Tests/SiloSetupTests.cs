using System.Net;
using Chinalco.Honors.Data;
using Chinalco.Honors.Grains.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Chinalco.Honors.Cluster.Tests;

/// <summary>What the settings make of a silo. No SQL Server is needed: the host is built, not started.</summary>
public sealed class SiloSetupTests
{
    [Fact]
    public void SqlServer_IsMembershipThroughItsTable()
    {
        using var host = Build(
            ("Cluster:Provider", "SqlServer"),
            ("Cluster:ConnectionString", "Server=db;Database=Honors"),
            ("Cluster:ClusterId", "east"),
            ("Cluster:ServiceId", "registry"),
            ("Cluster:SiloPort", "12001"),
            ("Cluster:GatewayPort", "12002"),
            ("Cluster:AdvertisedAddress", "10.1.2.3"),
            ("Cluster:ResponseTimeout", "00:00:07")
        );

        Options<AdoNetClusteringSiloOptions>(host).ConnectionString.ShouldBe("Server=db;Database=Honors");
        host.Services.GetRequiredService<IMembershipTable>().GetType().Name.ShouldBe("AdoNetClusteringTable");
        Options<Orleans.Configuration.ClusterOptions>(host)
            .ShouldSatisfyAllConditions(o => o.ClusterId.ShouldBe("east"), o => o.ServiceId.ShouldBe("registry"));
        Options<EndpointOptions>(host)
            .ShouldSatisfyAllConditions(
                o => o.AdvertisedIPAddress.ShouldBe(IPAddress.Parse("10.1.2.3")),
                o => o.SiloPort.ShouldBe(12001),
                o => o.GatewayPort.ShouldBe(12002)
            );
        Options<SiloMessagingOptions>(host).ResponseTimeout.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public void TheClientLibraryThatMembershipNames_IsThere()
    {
        using var host = Build(("Cluster:Provider", "SqlServer"), ("Cluster:ConnectionString", "Server=db"));
        var invariant = Options<AdoNetClusteringSiloOptions>(host).Invariant;

        Type.GetType($"{invariant}.SqlClientFactory, {invariant}").ShouldNotBeNull();
    }

    [Fact]
    public void ANodeIsGivenTimeToHandOver()
    {
        using var host = Build(("Cluster:ShutdownTimeout", "00:01:30"));

        Options<HostOptions>(host).ShutdownTimeout.ShouldBe(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public void SqlServerWithoutConnection_SaysWhatIsMissing() =>
        Should
            .Throw<NotSupportedException>(() => Build(("Cluster:Provider", "SqlServer")))
            .Message.ShouldContain("Cluster:ConnectionString");

    [Fact]
    public void AnUnknownProvider_SaysWhichThereAre() =>
        Should.Throw<NotSupportedException>(() => Build(("Cluster:Provider", "Redis"))).Message.ShouldContain("SqlServer");

    private static IHost Build(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        builder.Services.AddHonorsData(new DatabaseOptions { File = "never-opened.db" }, Path.GetTempPath());
        builder.AddHonorsSilo();
        return builder.Build();
    }

    private static T Options<T>(IHost host)
        where T : class => host.Services.GetRequiredService<IOptions<T>>().Value;
}
