using Chinalco.Honors.Data;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Units;

/// <inheritdoc cref="IUnitGrain"/>
internal sealed class UnitGrain(UnitHandler handler, IHonorsDatabase database) : Grain, IUnitGrain
{
    private UnitSnapshot? snapshot;

    public Task<CommandOutcome> RegisterAsync(RegisterUnit command) => handler.RegisterAsync(this.GetPrimaryKey(), command);

    public Task<CommandOutcome> AddNameAsync(AddUnitName command) => handler.AddNameAsync(this.GetPrimaryKey(), command);

    public Task<CommandOutcome> RenameAsync(RenameUnit command) => handler.RenameAsync(this.GetPrimaryKey(), command);

    public Task<CommandOutcome> MoveAsync(MoveUnit command) => handler.MoveAsync(this.GetPrimaryKey(), command);

    public async Task<UnitSnapshot?> GetAsync()
    {
        var id = this.GetPrimaryKey();
        var db = database.Open();
        await using (db)
        {
            var version = await db.Units.Where(u => u.Id == id).Select(u => (long?)u.Version).FirstOrDefaultAsync();
            if (snapshot?.Version != version)
            {
                snapshot = await LoadAsync(db, id);
            }

            return snapshot;
        }
    }

    private static async Task<UnitSnapshot?> LoadAsync(HonorsContext db, Guid id)
    {
        var unit = await db.Units.AsNoTracking().Include(u => u.Names).FirstOrDefaultAsync(u => u.Id == id);
        return unit is null
            ? null
            : new UnitSnapshot(
                unit.Id,
                unit.Code,
                unit.Name,
                unit.Tier,
                unit.ParentId,
                [.. unit.Names.OrderBy(n => n.Order).Select(n => new UnitNameFact(n.Name, n.Kind, n.From?.ToString(), n.To?.ToString()))],
                unit.Version
            );
    }
}
