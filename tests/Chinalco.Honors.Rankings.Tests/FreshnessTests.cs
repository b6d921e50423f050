using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Backups;
using Chinalco.Honors.Data.Rankings;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Rankings.Tests;

/// <summary>What does not come by a command, one after the other: restored databases, bulk writes, late commits, nodes that fell behind.</summary>
public sealed class FreshnessTests : IAsyncLifetime
{
    private TemporaryDatabase database = null!;
    private HonourLedger ledger = null!;
    private Histories history = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TemporaryDatabase.CreateAsync();
        (ledger, history) = (Questions.Ledger(database), new Histories(database, seed: 5));
        await history.PrepareAsync();
        await ConferAsync(8);
        await ledger.ShouldBeRightAsync(database, "before");
    }

    public ValueTask DisposeAsync()
    {
        ledger.Dispose();
        return database.DisposeAsync();
    }

    [Fact]
    public async Task A_restored_database_is_noticed()
    {
        var backup = new RegistryBackup(database.File, Path.Combine(database.Folder, "images"), new TestClock());
        var archive = Path.Combine(database.Folder, "one.zip");
        await backup.CreateAsync(archive, Stop);
        await ConferAsync(5);
        await ledger.ShouldBeRightAsync(database, "after what is lost");

        using (var db = database.Open())
        {
            await backup.RestoreAsync(archive, [.. db.Database.GetMigrations()], Stop);
        }

        await ledger.ShouldBeRightAsync(database, "restored");
        await ConferAsync(3);
        await ledger.ShouldBeRightAsync(database, "written to after it was restored");
    }

    [Fact]
    public async Task What_is_inserted_in_bulk_is_noticed()
    {
        Guid award;
        using (var db = database.Open())
        {
            award = await db.Awards.Select(a => a.Id).FirstAsync(Stop);
        }

        var unit = A.Unit();
        await database.InTransactionAsync(
            async (db, transaction) =>
            {
                db.Add(unit);
                foreach (var name in new[] { "一班", "二班", "三班" })
                {
                    db.Add(new Domain.Conferrals.Conferral(Guid.CreateVersion7(), award, A.Facts(), [A.Team(name, unit.Id)], A.Moment));
                }

                await db.SaveInBulkAsync(cancellationToken: Stop);
                await transaction.CommitAsync(Stop);
                return true;
            },
            cancellationToken: Stop
        );

        await ledger.ShouldBeRightAsync(database, "inserted in bulk");
    }

    [Fact]
    public async Task What_commits_after_later_numbers_is_noticed()
    {
        await ConferAsync(1);
        var late = await TakeAwayAsync();
        await ConferAsync(2);
        await ledger.AskAsync(Questions.All, Domain.Ranking.RankingPolicy.Default.Weights, Stop);

        await GiveBackAsync(late);

        await ledger.ShouldBeRightAsync(database, "after the late commit");
    }

    [Fact]
    public async Task A_ledger_that_is_loaded_while_somebody_writes_waits_for_him()
    {
        await ConferAsync(1);
        var late = await TakeAwayAsync();
        await ConferAsync(1);
        using var fresh = Questions.Ledger(database);
        await fresh.RefreshAsync(Stop);

        await GiveBackAsync(late);

        await fresh.ShouldBeRightAsync(database, "after the late commit");
    }

    [Fact]
    public async Task A_node_that_fell_behind_what_is_kept_loads_anew()
    {
        await ConferAsync(4);
        using (var db = database.Open())
        {
            var last = await db.RankingChanges.MaxAsync(c => c.Seq, Stop);
            await db.RankingChanges.Where(c => c.Seq < last).ExecuteDeleteAsync(Stop);
        }

        await ledger.ShouldBeRightAsync(database, "behind");
    }

    [Fact]
    public async Task Everything_is_loaded_anew_when_somebody_says_so()
    {
        using (var db = database.Open())
        {
            // Behind the context's back, as a database that was filled at once is.
            await db.Recipients.Where(r => r.Order == 0).ExecuteDeleteAsync(Stop);
            db.RankingChanges.Add(RankingChange.Everything);
            await db.SaveChangesAsync(Stop);
        }

        await ledger.ShouldBeRightAsync(database, "everything");
    }

    [Fact]
    public async Task The_change_that_a_node_took_over_last_is_never_removed()
    {
        await new OldRankingChanges(database).RemoveAsync(Stop);

        using var db = database.Open();
        (await db.RankingChanges.AnyAsync(Stop)).ShouldBeTrue();
    }

    private async Task ConferAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await history.ConferAsync();
        }
    }

    /// <summary>The latest change, as if whoever was given its number had not committed yet.</summary>
    private async Task<NumberedChange> TakeAwayAsync()
    {
        using var db = database.Open();
        var latest = await db.RankingChanges.OrderByDescending(c => c.Seq).FirstAsync(Stop);
        await db.RankingChanges.Where(c => c.Seq == latest.Seq).ExecuteDeleteAsync(Stop);
        return new NumberedChange(latest.Seq, latest.Kind, latest.EntityId);
    }

    private async Task GiveBackAsync(NumberedChange late)
    {
        using var db = database.Open();
        var change = new RankingChange(late.Kind, late.EntityId);
        db.Entry(change).Property(c => c.Seq).CurrentValue = late.Seq;
        db.Entry(change).State = EntityState.Added;
        await db.SaveChangesAsync(Stop);
    }
}
