using Chinalco.Honors.Data;
using Chinalco.Honors.Data.SqlServer;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.SqlServer.Tests;

/// <summary>What only a server can show.</summary>
public sealed class LiveServerTests : IAsyncLifetime
{
    private TemporaryDatabase database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await TemporaryDatabase.CreateAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_database_that_blocks_readers_is_refused_with_the_statement_to_run()
    {
        await ExecuteAsync("ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT OFF WITH ROLLBACK IMMEDIATE");

        (await Should.ThrowAsync<DatabaseNotReadyException>(() => database.CheckAsync(Cancellation))).Message.ShouldContain(
            "SET READ_COMMITTED_SNAPSHOT ON"
        );
    }

    [Fact]
    public async Task The_script_brings_a_database_up_to_date_however_often_it_is_run()
    {
        var empty = TemporaryDatabase.Empty();
        await using (empty)
        {
            await ExecuteAsync($"CREATE DATABASE [{NameOf(empty)}]");
            using var db = empty.Open();
            for (var run = 1; run <= 2; run++)
            {
                foreach (var batch in SqlServerScript.Generate().Split("\nGO\n", StringSplitOptions.RemoveEmptyEntries))
                {
                    await ExecuteAsync(batch, db);
                }
            }

            (await empty.PlanMigrationAsync(Cancellation)).Pending.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Two_who_wait_for_each_other_both_come_through()
    {
        var (one, other) = (A.Honoree(), A.Honoree());
        await database.SaveAsync(one, other);
        using var bothHoldOne = new Barrier(2);

        await Task.WhenAll(RetireAsync(one.Id, other.Id, bothHoldOne), RetireAsync(other.Id, one.Id, bothHoldOne));

        using var db = database.Open();
        (await db.Honorees.CountAsync(h => h.Status == HonoreeStatus.Retired, Cancellation)).ShouldBe(2);
    }

    [Fact]
    public async Task A_bulk_copy_writes_what_saving_writes()
    {
        var unit = A.Unit();
        var honoree = A.Honoree("张三", "E1");
        honoree.Employ(unit.Id, "示例厂", "工人", new PartialDate(2019, 5));
        var command = new ProcessedCommand(Guid.NewGuid(), "catalogue.import", "{}", A.Moment.AddTicks(1));

        await database.InTransactionAsync(
            async (db, transaction) =>
            {
                db.AddRange(honoree, unit, command);
                await db.SaveInBulkAsync(cancellationToken: Cancellation);
                await transaction.CommitAsync(Cancellation);
                return unit;
            }
        );

        using var later = database.Open();
        var kept = await later.Honorees.Include(h => h.Employments).SingleAsync(Cancellation);
        (kept.Name, kept.Employments.Single().From, (await later.ProcessedCommands.SingleAsync(Cancellation)).At).ShouldBe(
            ("张三", new PartialDate(2019, 5), command.At)
        );
    }

    [Fact]
    public async Task A_bulk_copy_of_a_key_that_is_taken_is_a_lost_race()
    {
        var command = new ProcessedCommand(Guid.NewGuid(), "award.confer", "{}", A.Moment);
        await database.SaveAsync(command);
        using var db = database.Open();

        var refused = await Should.ThrowAsync<Exception>(() =>
            db
                .Database.CreateExecutionStrategy()
                .ExecuteAsync(async () =>
                {
                    using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
                    db.Add(command);
                    await db.SaveInBulkAsync(cancellationToken: Cancellation);
                })
        );

        database.Errors.IsDuplicateKey(refused).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Ａ", "A")]
    [InlineData("a", "A")]
    [InlineData("か", "カ")]
    [InlineData("é", "e")]
    public async Task Names_that_differ_in_any_way_are_different_names(string one, string other)
    {
        await database.SaveAsync(A.Award(one), A.Award(other));

        using var db = database.Open();
        (await db.Awards.CountAsync(a => a.Name == one, Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task A_list_longer_than_the_server_takes_is_found()
    {
        var honoree = A.Honoree();
        await database.SaveAsync(honoree);
        List<Guid> ids = [.. Enumerable.Range(0, 5000).Select(_ => Guid.NewGuid()), honoree.Id];

        using var db = database.Open();
        (await db.Honorees.CountAsync(h => ids.Contains(h.Id), Cancellation)).ShouldBe(1);
    }

    /// <summary>Changes one row, waits until the other task has changed its own, then wants that one too.</summary>
    private Task<int> RetireAsync(Guid first, Guid second, Barrier bothHoldOne)
    {
        var met = false;
        return Task.Run(
            () =>
                database.InTransactionAsync(
                    async (db, transaction) =>
                    {
                        await RetireAsync(db, first);
                        if (!met)
                        {
                            met = true;
                            bothHoldOne.SignalAndWait(TimeSpan.FromSeconds(30), Cancellation);
                        }

                        await RetireAsync(db, second);
                        await transaction.CommitAsync(Cancellation);
                        return 0;
                    }
                ),
            Cancellation
        );
    }

    private static Task<int> RetireAsync(HonorsContext db, Guid id) =>
        db.Honorees.Where(h => h.Id == id).ExecuteUpdateAsync(set => set.SetProperty(h => h.Status, HonoreeStatus.Retired), Cancellation);

    private static string NameOf(TemporaryDatabase database)
    {
        using var db = database.Open();
        return db.Database.GetDbConnection().Database;
    }

    private async Task ExecuteAsync(string sql)
    {
        using var db = database.Open();
        await ExecuteAsync(sql, db);
    }

    // A command of its own: EF would read braces as places for parameters, and SET must hold for the batches that follow.
    private static async Task ExecuteAsync(string sql, HonorsContext db)
    {
        await db.Database.OpenConnectionAsync(Cancellation);
        using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The statements of this class and of the product's own script.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
