using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Testing;
using Orleans.TestingHost;

namespace Chinalco.Honors.Grains.Tests.Clusters;

/// <summary>One silo on a database of its own, whose commits can be made to crash; shared by the tests of the collection, which run one after another.</summary>
public sealed class OneSilo : IAsyncLifetime
{
    private InProcessTestCluster? cluster;

    public CrashOnce Crash { get; } = new();

    public TemporaryDatabase Database { get; private set; } = null!;

    /// <summary>The same database past the grains, as a command line has it.</summary>
    public DirectCommands Outside { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await TemporaryDatabase.CreateAsync(Crash);
        Outside = new DirectCommands(Database);
        cluster = await TestSilos.StartAsync(Database);
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }

        await Database.DisposeAsync();
    }

    public IAwardGrain Award(Guid id) => cluster!.Client.GetGrain<IAwardGrain>(id);

    public IHonoreeGrain Honoree(Guid id) => cluster!.Client.GetGrain<IHonoreeGrain>(id);

    public IUnitGrain Unit(Guid id) => cluster!.Client.GetGrain<IUnitGrain>(id);
}

[CollectionDefinition(Name)]
public sealed class OneSiloShared : ICollectionFixture<OneSilo>
{
    public const string Name = "one silo";
}
