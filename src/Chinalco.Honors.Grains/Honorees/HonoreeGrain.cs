using Chinalco.Honors.Data;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Honorees;

/// <inheritdoc cref="IHonoreeGrain"/>
internal sealed class HonoreeGrain(HonoreeHandler handler, IHonorsDatabase database) : Grain, IHonoreeGrain
{
    private HonoreeSnapshot? snapshot;

    public Task<CommandOutcome> RegisterAsync(RegisterHonoree command, CancellationToken cancellationToken = default) =>
        handler.RegisterAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> MoveAsync(MoveHonoree command, CancellationToken cancellationToken = default) =>
        handler.MoveAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> ChangeStatusAsync(ChangeHonoreeStatus command, CancellationToken cancellationToken = default) =>
        handler.ChangeStatusAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> CorrectAsync(CorrectHonoree command, CancellationToken cancellationToken = default) =>
        handler.CorrectAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> ShowAsync(ShowHonoree command, CancellationToken cancellationToken = default) =>
        handler.ShowAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> LookAsync(LookAtHonoree command, CancellationToken cancellationToken = default) =>
        handler.LookAsync(this.GetPrimaryKey(), command, cancellationToken);

    public async Task<HonoreeSnapshot?> GetAsync(CancellationToken cancellationToken = default)
    {
        var id = this.GetPrimaryKey();
        var db = database.Open();
        await using (db)
        {
            var version = await db.Honorees.Where(h => h.Id == id).Select(h => (long?)h.Version).FirstOrDefaultAsync(cancellationToken);
            if (snapshot?.Version != version)
            {
                snapshot = await LoadAsync(db, id, cancellationToken);
            }

            return snapshot;
        }
    }

    private static async Task<HonoreeSnapshot?> LoadAsync(HonorsContext db, Guid id, CancellationToken cancellationToken)
    {
        var honoree = await db.Honorees.AsNoTracking().Include(h => h.Employments).FirstOrDefaultAsync(h => h.Id == id, cancellationToken);
        return honoree is null
            ? null
            : new HonoreeSnapshot(
                honoree.Id,
                honoree.Name,
                honoree.EmployeeNumber,
                honoree.Status,
                [
                    .. honoree
                        .Employments.OrderBy(e => e.From)
                        .Select(e => new EmploymentFact(e.UnitId, e.UnitText, e.Position, e.From?.ToString(), e.To?.ToString())),
                ],
                honoree.Version
            );
    }
}
