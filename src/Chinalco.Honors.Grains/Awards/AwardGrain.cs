using Chinalco.Honors.Data;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Awards;

/// <inheritdoc cref="IAwardGrain"/>
/// <remarks>Conferrals stay in the database: an award may have tens of thousands.</remarks>
internal sealed class AwardGrain(AwardHandler handler, IHonorsDatabase database) : Grain, IAwardGrain
{
    private AwardSnapshot? snapshot;

    public Task<CommandOutcome> RegisterAsync(RegisterAward command, CancellationToken cancellationToken = default) =>
        handler.RegisterAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> AddAliasAsync(AddAwardAlias command, CancellationToken cancellationToken = default) =>
        handler.AddAliasAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> DescribeAsync(DescribeAward command, CancellationToken cancellationToken = default) =>
        handler.DescribeAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> ConferAsync(Confer command, CancellationToken cancellationToken = default) =>
        handler.ConferAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> ConferEachAsync(ConferEach command, CancellationToken cancellationToken = default) =>
        handler.ConferEachAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> CorrectAsync(CorrectConferral command, CancellationToken cancellationToken = default) =>
        handler.CorrectAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> EndAsync(EndConferral command, CancellationToken cancellationToken = default) =>
        handler.EndAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> ProveAsync(ProveConferral command, CancellationToken cancellationToken = default) =>
        handler.ProveAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> WithdrawAsync(WithdrawProof command, CancellationToken cancellationToken = default) =>
        handler.WithdrawAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> RestoreAsync(RestoreConferral command, CancellationToken cancellationToken = default) =>
        handler.RestoreAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> NoteCertificateAsync(NoteCertificate command, CancellationToken cancellationToken = default) =>
        handler.NoteCertificateAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> NoteReturnAsync(NoteReturn command, CancellationToken cancellationToken = default) =>
        handler.NoteReturnAsync(this.GetPrimaryKey(), command, cancellationToken);

    public Task<CommandOutcome> ShowAsync(ShowConferral command, CancellationToken cancellationToken = default) =>
        handler.ShowAsync(this.GetPrimaryKey(), command, cancellationToken);

    public async Task<AwardSnapshot?> GetAsync(CancellationToken cancellationToken = default)
    {
        var id = this.GetPrimaryKey();
        var db = database.Open();
        await using (db)
        {
            var version = await db.Awards.Where(a => a.Id == id).Select(a => (long?)a.Version).FirstOrDefaultAsync(cancellationToken);
            if (snapshot?.Version != version)
            {
                snapshot = await LoadAsync(db, id, cancellationToken);
            }

            return snapshot;
        }
    }

    private static async Task<AwardSnapshot?> LoadAsync(HonorsContext db, Guid id, CancellationToken cancellationToken)
    {
        var award = await db.Awards.AsNoTracking().Include(a => a.Aliases).FirstOrDefaultAsync(a => a.Id == id, cancellationToken);
        return award is null
            ? null
            : new AwardSnapshot(
                award.Id,
                award.Code,
                award.Name,
                award.Level,
                award.Family,
                award.ConferringBody,
                [.. award.Aliases.Select(a => a.Name).Order(StringComparer.Ordinal)],
                award.Version
            );
    }
}
