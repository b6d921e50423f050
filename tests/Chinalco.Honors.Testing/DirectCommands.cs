using Chinalco.Honors.Data;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Documents;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Identities;
using Chinalco.Honors.Grains.Units;

namespace Chinalco.Honors.Testing;

/// <summary>The commands without a silo, on a test's database and clock.</summary>
public sealed class DirectCommands
{
    public DirectCommands(IHonorsDatabase database, TimeProvider? clock = null)
    {
        var transaction = new CommandTransaction(database, clock ?? TimeProvider.System);
        (Honorees, Units, Awards) = (new HonoreeHandler(transaction), new UnitHandler(transaction), new AwardHandler(transaction));
        Identities = new IdentityCommands(transaction);
        Reorganisations = new UnitReorganisations(transaction);
        Documents = new DocumentCommands(transaction);
        Registry = new DirectRegistry(Honorees, Units, Awards);
    }

    public HonoreeHandler Honorees { get; }

    public UnitHandler Units { get; }

    public AwardHandler Awards { get; }

    public IdentityCommands Identities { get; }

    public UnitReorganisations Reorganisations { get; }

    public DocumentCommands Documents { get; }

    public IRegistry Registry { get; }
}
