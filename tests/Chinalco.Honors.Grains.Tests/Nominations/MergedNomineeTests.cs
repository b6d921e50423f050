using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Identities;
using Chinalco.Honors.Grains.Tests.Identities;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Tests.Nominations;

/// <summary>Whoever turns out to be somebody else keeps the nomination.</summary>
public sealed class MergedNomineeTests : IAsyncLifetime
{
    private NominationWorld world = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => world = await NominationWorld.CreateAsync();

    public ValueTask DisposeAsync() => world.Database.DisposeAsync();

    [Fact]
    public async Task A_nomination_goes_with_the_person_and_comes_back_when_the_merge_is_taken_back()
    {
        var direct = new DirectCommands(world.Database);
        var (kept, absorbed) = (world.Northerners[0], world.Northerners[1]);
        var nomination = await world.NominateAsync(absorbed, world.North);
        var before = await world.Database.EveryRowAsync();
        var stamp = CommandStamp.New(A.Clerk, "经核实为同一人");

        var seen = await SeenAsync(kept.Id, absorbed.Id);
        var merged = await direct.Identities.MergeAsync(kept.Id, absorbed.Id, MergeChoices.None, seen, stamp, Stop);
        merged.Result.ShouldBe(CommandResult.Applied, merged.Message);
        (await NomineeAsync(nomination)).ShouldBe(kept.Id);
        var undone = await direct.Identities.UndoAsync(stamp.CommandId, CommandStamp.New(A.Clerk, "弄错了"), Stop);

        undone.Succeeded.ShouldBeTrue(undone.Message);
        (await world.Database.EveryRowAsync()).ShouldBe(before);
    }

    private async Task<string> SeenAsync(Guid kept, Guid absorbed)
    {
        await using var db = world.Database.Open();
        return (await TwoEntries.LoadAsync(db, kept, absorbed, Stop)).ShouldNotBeNull().Digest;
    }

    private async Task<Guid?> NomineeAsync(Guid nomination)
    {
        await using var db = world.Database.Open();
        return await db.Nominations.Where(n => n.Id == nomination).Select(n => n.HonoreeId).SingleAsync(Stop);
    }
}
