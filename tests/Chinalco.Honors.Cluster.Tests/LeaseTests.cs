using Chinalco.Honors.Grains.Leases;
using Chinalco.Honors.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Chinalco.Honors.Cluster.Tests;

/// <summary>What only one node may do is done by one node, also when that node is killed.</summary>
public sealed class LeaseTests : IAsyncLifetime
{
    private const string Name = "test";
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly FakeTimeProvider clock = new(TestClock.Start);
    private TemporaryDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TemporaryDatabase.CreateAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task OneOfManyNodes_TakesIt()
    {
        var taken = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(node => Task.Run(() => Node($"node{node}").TryTakeAsync(Name, CancellationToken.None)))
        );

        taken.Count(lease => lease is not null).ShouldBe(1);
    }

    [Fact]
    public async Task AKilledHoldersLease_IsTakenWhenItHasRunOut_NotBefore()
    {
        var killed = (await Node("a").TryTakeAsync(Name, Token)).ShouldNotBeNull();

        clock.Advance(NodeLeases.Duration);
        (await Node("b").TryTakeAsync(Name, Token)).ShouldBeNull();
        clock.Advance(Tick);
        var next = (await Node("b").TryTakeAsync(Name, Token)).ShouldNotBeNull();

        next.Term.ShouldBe(killed.Term + 1);
    }

    [Fact]
    public async Task AHolderThatWasOvertaken_NeitherRenewsNorReleases()
    {
        var stalled = (await Node("a").TryTakeAsync(Name, Token)).ShouldNotBeNull();
        clock.Advance(NodeLeases.Duration + Tick);
        await Node("b").TryTakeAsync(Name, Token);

        (await Node("a").RenewAsync(stalled, Token)).ShouldBeNull();
        await Node("a").ReleaseAsync(stalled);

        (await Node("c").TryTakeAsync(Name, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task ANodeThatComesBack_TakesItsOwnAtOnce_AndItsFormerSelfHoldsNothing()
    {
        var before = (await Node("a").TryTakeAsync(Name, Token)).ShouldNotBeNull();

        var after = (await Node("a").TryTakeAsync(Name, Token)).ShouldNotBeNull();

        after.Term.ShouldBe(before.Term + 1);
        (await Node("a").RenewAsync(before, Token)).ShouldBeNull();
        (await Node("a").RenewAsync(after, Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task WhoRenews_Keeps()
    {
        var lease = (await Node("a").TryTakeAsync(Name, Token)).ShouldNotBeNull();
        for (var beat = 0; beat < 10; beat++)
        {
            clock.Advance(NodeLeases.Beat);
            lease = (await Node("a").RenewAsync(lease, Token)).ShouldNotBeNull();
            (await Node("b").TryTakeAsync(Name, Token)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task AReleasedLease_IsFreeAtOnce()
    {
        await Node("a").ReleaseAsync((await Node("a").TryTakeAsync(Name, Token)).ShouldNotBeNull());

        (await Node("b").TryTakeAsync(Name, Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task TheWork_MovesToAnotherNode_WhenItsNodeStops()
    {
        using var first = new Worker(Node("a"), clock);
        await BeatUntilAsync(() => first.IsWorking);
        using var second = new Worker(Node("b"), clock);
        await BeatAsync(5);
        second.IsWorking.ShouldBeFalse();

        await first.StopAsync();

        first.IsWorking.ShouldBeFalse();
        await BeatUntilAsync(() => second.IsWorking);
        await second.StopAsync();
    }

    [Fact]
    public async Task TheWork_IsCancelled_WhenItsNodeWasOvertaken()
    {
        using var stalled = new Worker(Node("a"), clock);
        await BeatUntilAsync(() => stalled.IsWorking);

        // The other clock is ahead, as if this node had slept: the lease looks run out from there.
        var other = new NodeLeases(database, new FakeTimeProvider(clock.GetUtcNow() + (4 * NodeLeases.Duration)), "b");
        (await other.TryTakeAsync(Name, Token)).ShouldNotBeNull();

        await BeatUntilAsync(() => !stalled.IsWorking);
        await stalled.StopAsync();
    }

    [Fact]
    public async Task WorkThatFails_IsTriedAgain()
    {
        using var worker = new Worker(Node("a"), clock, failuresToCome: 2);

        await BeatUntilAsync(() => worker.IsWorking);

        worker.FailuresToCome.ShouldBe(0);
        await worker.StopAsync();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private NodeLeases Node(string name) => new(database, clock, name);

    private async Task BeatUntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await BeatAsync(1);
        }
    }

    /// <summary>Lets time pass, and gives whoever waits for it a moment to act.</summary>
    private async Task BeatAsync(int beats)
    {
        for (var beat = 0; beat < beats; beat++)
        {
            clock.Advance(NodeLeases.Beat);
            await Task.Delay(20, Token);
        }
    }

    /// <summary>A node that works as long as it may.</summary>
    private sealed class Worker : IDisposable
    {
        private readonly CancellationTokenSource stopping = new();
        private readonly Task running;
        private int working;
        private int failures;

        public Worker(NodeLeases leases, TimeProvider clock, int failuresToCome = 0)
        {
            failures = failuresToCome;
            running = Task.Run(() =>
                new OnOneNode(leases, clock, NullLogger<OnOneNode>.Instance).RunAsync(Name, WorkAsync, stopping.Token)
            );
        }

        public bool IsWorking => Volatile.Read(ref working) == 1;

        public int FailuresToCome => Volatile.Read(ref failures);

        public async Task StopAsync()
        {
            await stopping.CancelAsync();
            await running;
        }

        public void Dispose() => stopping.Dispose();

        private async Task WorkAsync(CancellationToken cancellationToken)
        {
            if (FailuresToCome > 0)
            {
                Interlocked.Decrement(ref failures);
                throw new InvalidOperationException("as told");
            }

            Volatile.Write(ref working, 1);
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                Volatile.Write(ref working, 0);
            }
        }
    }
}
