using Chinalco.Honors.Data;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Units;

/// <inheritdoc cref="IUnitGrain"/>
internal sealed class UnitGrain(UnitHandler handler, IHonorsDatabase database) : Grain, IUnitGrain
{
    private UnitSnapshot? snapshot;

    public Task<CommandOutcome> RegisterAsync(RegisterUnit command, CancellationToken cancellationToken = default) =>
        handler.RegisterAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> AddNameAsync(AddUnitName command, CancellationToken cancellationToken = default) =>
        handler.AddNameAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> RenameAsync(RenameUnit command, CancellationToken cancellationToken = default) =>
        handler.RenameAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> MoveAsync(MoveUnit command, CancellationToken cancellationToken = default) =>
        handler.MoveAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> CorrectAsync(CorrectUnit command, CancellationToken cancellationToken = default) =>
        handler.CorrectAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> CountAsync(CountUnit command, CancellationToken cancellationToken = default) =>
        handler.CountAsync(this.GetPrimaryKey(), command, cancellationToken);

    public async Task<UnitSnapshot?> GetAsync(CancellationToken cancellationToken = default)
    {
        var id = this.GetPrimaryKey();
        var db = database.Open();
        await using (db)
        {
            var version = await db.Units.Where(u => u.Id == id).Select(u => (long?)u.Version).FirstOrDefaultAsync(cancellationToken);
            if (snapshot?.Version != version)
            {
                snapshot = await LoadAsync(db, id, cancellationToken);
            }

            return snapshot;
        }
    }

    private static async Task<UnitSnapshot?> LoadAsync(HonorsContext db, Guid id, CancellationToken cancellationToken)
    {
        var unit = await db.Units.AsNoTracking().Include(u => u.Names).FirstOrDefaultAsync(u => u.Id == id, cancellationToken);
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
