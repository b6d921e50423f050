using Chinalco.Honors.Data;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Grains.Tests.Units;

/// <summary>Orders as a person gives them: looked at, then confirmed.</summary>
internal static class Reorganised
{
    public static CommandStamp Stamp => CommandStamp.New(A.Clerk, "机构改革");

    public static async Task<string> DigestAsync(this IHonorsDatabase database, UnitOrder order, Guid changeId)
    {
        await using var db = database.Open();
        var today = UnitReorganisations.Today(DateTimeOffset.UtcNow);
        return (await OrderedChange.CarryOutAsync(db, order, changeId, today, TestContext.Current.CancellationToken)).Digest;
    }

    public static async Task<CommandOutcome> OrderAsync(this IHonorsDatabase database, UnitOrder order, CommandStamp? stamp = null)
    {
        stamp ??= Stamp;
        return await new DirectCommands(database).Reorganisations.CarryOutAsync(
            order,
            await database.DigestAsync(order, stamp.CommandId),
            stamp,
            TestContext.Current.CancellationToken
        );
    }
}
