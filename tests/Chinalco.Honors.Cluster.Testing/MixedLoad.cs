using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Cluster.Testing;

/// <summary>
/// Several clients that confer, register and read without pause, each write under one command id until it is acknowledged.
/// A client also sends some acknowledged commands again: the answer must be the same.
/// </summary>
public sealed class MixedLoad(HonorsCluster cluster, int seed)
{
    private const int Awards = 8;
    private const int FirstYear = 1950;
    private const int Years = 75;

    private Guid documentId;
    private readonly ConcurrentQueue<Guid> acknowledgedPeople = new();
    private ImmutableArray<Guid> awardIds = [];
    private ImmutableArray<Guid> peopleIds = [];
    private long lastConferral = -1;

    public Ledger Ledger { get; } = new();

    /// <summary>Enters the awards, the people and the document that the load is about.</summary>
    /// <param name="people">As many times 600 conferrals are there to be made.</param>
    public async Task PrepareAsync(int people = 40)
    {
        var awards = Enumerable.Range(0, Awards).Select(_ => A.Award()).ToList();
        var honorees = Enumerable.Range(0, people).Select(_ => A.Honoree()).ToList();
        var document = A.Document();
        await cluster.Database.SaveAsync([.. awards, .. honorees, document]);
        documentId = document.Id;
        awardIds = [.. awards.Select(a => a.Id)];
        peopleIds = [.. honorees.Select(h => h.Id)];
        foreach (var id in peopleIds)
        {
            acknowledgedPeople.Enqueue(id);
        }
    }

    /// <summary>Runs until cancelled; every write begun is seen through to its acknowledgement.</summary>
    public Task RunAsync(int clients, CancellationToken stopping) =>
        Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(client => Task.Run(() => ClientAsync(new Random(seed + client), stopping), CancellationToken.None))
        );

    private async Task ClientAsync(Random random, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            switch (random.Next(10))
            {
                case < 4:
                    await ConferAsync(random);
                    break;
                case < 6:
                    await RegisterAsync(random);
                    break;
                case < 9:
                    await ReadPersonAsync();
                    break;
                default:
                    await ReadAwardAsync(random);
                    break;
            }
        }
    }

    private async Task ConferAsync(Random random)
    {
        var number = Interlocked.Increment(ref lastConferral);
        var (award, rest) = ((int)(number % Awards), number / Awards);
        var (person, year) = ((int)(rest % peopleIds.Length), FirstYear + (int)(rest / peopleIds.Length % Years));
        var command = new Confer(
            CommandStamp.New(A.Clerk),
            Guid.CreateVersion7(),
            A.Facts(year),
            [A.Person(peopleIds[person])],
            A.Decision(documentId)
        );
        Ledger.Sending(command.Stamp.CommandId, command.ConferralId, awardIds[award], WriteKind.Confer);
        await SeeThroughAsync(random, command.Stamp.CommandId, registry => registry.SendAsync(awardIds[award], command));
    }

    private async Task RegisterAsync(Random random)
    {
        var id = Guid.CreateVersion7();
        var command = new RegisterHonoree(
            CommandStamp.New(A.Clerk),
            A.UniqueName("丙"),
            id.ToString("N", CultureInfo.InvariantCulture),
            HonoreeStatus.Active,
            [],
            IsSample: true
        );
        Ledger.Sending(command.Stamp.CommandId, id, id, WriteKind.Register);
        await SeeThroughAsync(random, command.Stamp.CommandId, registry => registry.SendAsync(id, command));
        acknowledgedPeople.Enqueue(id);
    }

    private async Task SeeThroughAsync(Random random, Guid commandId, Func<IRegistry, Task<CommandOutcome>> send)
    {
        var outcome = await UntilAnsweredAsync(send);
        Ledger.Answered(commandId, outcome);
        if (random.Next(20) == 0)
        {
            Ledger.SentAgain();
            var again = await UntilAnsweredAsync(send);
            if (again != outcome)
            {
                Ledger.Complaints.Enqueue($"{commandId}: answered {outcome}, then {again}");
            }
        }
    }

    private async Task<CommandOutcome> UntilAnsweredAsync(Func<IRegistry, Task<CommandOutcome>> send)
    {
        while (true)
        {
            try
            {
                return await send(cluster.Registry);
            }
            catch (RegistryUnavailableException)
            {
                Ledger.GaveUp();
            }
        }
    }

    private async Task ReadPersonAsync()
    {
        if (acknowledgedPeople.TryDequeue(out var id))
        {
            acknowledgedPeople.Enqueue(id);
            var person = await UntilReadAsync(() => cluster.Grains.GetGrain<IHonoreeGrain>(id).GetAsync());
            if (person?.Id != id)
            {
                Ledger.Complaints.Enqueue($"Honoree {id} was acknowledged and is not there.");
            }
        }
    }

    private async Task ReadAwardAsync(Random random)
    {
        var id = awardIds[random.Next(Awards)];
        var known = Ledger.Entries.Where(e => e.OwnerId == id && e.Acknowledged).Select(e => e.Version).DefaultIfEmpty(1).Max();
        var award = await UntilReadAsync(() => cluster.Grains.GetGrain<IAwardGrain>(id).GetAsync());
        if (award is null || award.Version < known)
        {
            Ledger.Complaints.Enqueue($"Award {id} was read at version {award?.Version} after {known} had been acknowledged.");
        }
    }

    private async Task<T> UntilReadAsync<T>(Func<Task<T>> read)
    {
        while (true)
        {
            try
            {
                var value = await read();
                Ledger.Read();
                return value;
            }
            catch (Exception lost) when (lost is TimeoutException or Orleans.Runtime.OrleansException)
            {
                await Task.Delay(50);
            }
        }
    }
}
