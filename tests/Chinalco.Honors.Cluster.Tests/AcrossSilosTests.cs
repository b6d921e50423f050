using Chinalco.Honors.Cluster.Testing;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Cluster.Tests;

/// <summary>Whichever node one talks to, one sees the same registry.</summary>
public sealed class AcrossSilosTests
{
    [Fact]
    public async Task AWriteThroughOneSilo_IsReadThroughEveryOther_AtOnce()
    {
        var cluster = await HonorsCluster.StartAsync(silos: 3);
        await using (cluster)
        {
            for (var round = 0; round < 30; round++)
            {
                var (writer, reader, other) = (cluster.Silos[round % 3], cluster.Silos[(round + 1) % 3], cluster.Silos[(round + 2) % 3]);
                var id = Guid.CreateVersion7();
                var registered = await HonorsCluster.RegistryIn(writer).SendAsync(id, Register("乙"), Token);
                var read = await HonorsCluster.GrainsIn(reader).GetGrain<IHonoreeGrain>(id).GetAsync(Token);
                read.ShouldNotBeNull().Version.ShouldBe(registered.Version);

                var moved = await HonorsCluster
                    .GrainsIn(other)
                    .GetGrain<IHonoreeGrain>(id)
                    .ChangeStatusAsync(new ChangeHonoreeStatus(CommandStamp.New(A.Clerk), HonoreeStatus.Retired), Token);
                read = await HonorsCluster.GrainsIn(writer).GetGrain<IHonoreeGrain>(id).GetAsync(Token);
                read.ShouldNotBeNull()
                    .ShouldSatisfyAllConditions(
                        person => person.Version.ShouldBe(moved.Version),
                        person => person.Status.ShouldBe(HonoreeStatus.Retired)
                    );
            }
        }
    }

    [Fact]
    public async Task ACommandBesideTheCluster_IsReadThroughEverySilo_AtOnce()
    {
        var cluster = await HonorsCluster.StartAsync(silos: 2);
        await using (cluster)
        {
            var id = Guid.CreateVersion7();
            await cluster.Registry.SendAsync(id, Register("乙"), Token);
            foreach (var silo in cluster.Silos)
            {
                (await HonorsCluster.GrainsIn(silo).GetGrain<IHonoreeGrain>(id).GetAsync(Token)).ShouldNotBeNull();
            }

            // The command line changes the database without a silo.
            var direct = new DirectCommands(cluster.Database);
            var moved = await direct.Honorees.ChangeStatusAsync(
                id,
                new ChangeHonoreeStatus(CommandStamp.New(A.Clerk), HonoreeStatus.Retired),
                Token
            );

            foreach (var silo in cluster.Silos)
            {
                var read = await HonorsCluster.GrainsIn(silo).GetGrain<IHonoreeGrain>(id).GetAsync(Token);
                read.ShouldNotBeNull().Version.ShouldBe(moved.Version);
            }
        }
    }

    [Fact]
    public async Task ANodeKnowsWhoIsThere()
    {
        var cluster = await HonorsCluster.StartAsync(silos: 3);
        await using (cluster)
        {
            await cluster.WaitUntilAllAgreeAsync(Token);
            HonorsCluster
                .StatusIn(cluster.Silos[0])
                .ShouldSatisfyAllConditions(s => s.IsActive.ShouldBeTrue(), s => s.ActiveNodes.ShouldBe(3));

            var noticed = await cluster.KillAndWaitAsync(cluster.Silos[2], Token);

            HonorsCluster.StatusIn(cluster.Silos[0]).ActiveNodes.ShouldBe(2);
            TestContext.Current.SendDiagnosticMessage("A killed silo was noticed after {0:0.00} s", noticed.TotalSeconds);
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static RegisterHonoree Register(string name) =>
        new(CommandStamp.New(A.Clerk), name, EmployeeNumber: null, HonoreeStatus.Active, [], IsSample: true);
}
