using System.Data.Common;
using System.Diagnostics;
using Chinalco.Honors.Cluster.Testing;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Sqlite;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Cluster.Tests;

/// <summary>What reaches a caller in another process when a command does not simply succeed: as <see cref="IRegistry"/> documents it.</summary>
public sealed class BoundaryTests
{
    [Fact]
    public async Task ABrokenRule_IsAnOutcome()
    {
        var cluster = await HonorsCluster.StartAsync(silos: 2);
        await using (cluster)
        {
            await cluster.Registry.SendAsync(Guid.CreateVersion7(), Register("甲", "1001"), Token);

            var outcome = await cluster.Registry.SendAsync(Guid.CreateVersion7(), Register("乙", "1001"), Token);

            outcome.Result.ShouldBe(CommandResult.Rejected);
            outcome.Rule.ShouldBe(nameof(AnEmployeeNumberIsGivenOnce));
            outcome.Message.ShouldNotBeNull().ShouldContain("工号");
        }
    }

    [Fact]
    public async Task WhatTheDatabaseThrows_ArrivesAsItself()
    {
        var broken = new BrokenDatabase();
        var cluster = await HonorsCluster.StartAsync(silos: 2, configure: silo => broken.StandInFor(silo.Services));
        await using (cluster)
        {
            var command = Register("甲", "1001");
            var id = Guid.CreateVersion7();
            broken.Fault = new SqliteException("disk I/O error", 10);
            var thrown = await Should.ThrowAsync<Exception>(() => cluster.Registry.SendAsync(id, command, Token));
            thrown.Message.ShouldContain("disk I/O error");

            broken.Fault = null;
            (await cluster.Registry.SendAsync(id, command, Token)).Result.ShouldBe(CommandResult.Applied);
        }
    }

    [Fact]
    public async Task ACallerWhoGivesUp_IsFreeAtOnce_AndTheCommandIsNotCarriedOut()
    {
        var gate = new Gate();
        var cluster = await HonorsCluster.StartAsync(silos: 2, configure: silo => gate.StandBefore(silo.Services));
        await using (cluster)
        {
            var id = Guid.CreateVersion7();
            var command = Register("甲", "1001");
            await cluster.FindHomeAsync(id, Token);
            using var givingUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            gate.Shut();
            var began = Stopwatch.GetTimestamp();

            await Should.ThrowAsync<OperationCanceledException>(() => cluster.Registry.SendAsync(id, command, givingUp.Token));

            // Earlier than the answer's time limit. The grain's next turn shows that it has given up too, though the gate is still shut.
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(HonorsCluster.ShortLimits.ResponseTimeout);
            (await cluster.Grains.GetGrain<IHonoreeGrain>(id).GetAsync(Token)).ShouldBeNull();
            gate.Open();
            (await cluster.Registry.SendAsync(id, command, Token)).Result.ShouldBe(CommandResult.Applied);
        }
    }

    [Fact]
    public async Task AnAnswerThatDoesNotCome_SaysWhichCommand_AndSendingAgainTells()
    {
        var limits = HonorsCluster.ShortLimits;
        (limits.ResponseTimeout, limits.SendAttempts) = (TimeSpan.FromSeconds(1), 2);
        var gate = new Gate();
        var cluster = await HonorsCluster.StartAsync(silos: 2, limits, silo => gate.StandBefore(silo.Services));
        await using (cluster)
        {
            var id = Guid.CreateVersion7();
            var command = Register("甲", "1001");
            await cluster.FindHomeAsync(id, Token);
            gate.Shut();
            var thrown = await Should.ThrowAsync<RegistryUnavailableException>(() => cluster.Registry.SendAsync(id, command, Token));
            thrown.CommandId.ShouldBe(command.Stamp.CommandId);
            thrown.InnerException.ShouldBeOfType<TimeoutException>();

            gate.Open();
            var answer = await cluster.Registry.SendAsync(id, command, Token);

            answer.Result.ShouldBe(CommandResult.Applied);
            var db = cluster.Database.Open();
            await using (db)
            {
                var records = await db.AuditRecords.CountAsync(a => a.CommandId == command.Stamp.CommandId, Token);
                records.ShouldBe(1);
            }
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static RegisterHonoree Register(string name, string number) =>
        new(CommandStamp.New(A.Clerk), name, number, HonoreeStatus.Active, [], IsSample: true);

    /// <summary>A slow database: while the gate is shut, every command waits for its transaction.</summary>
    private sealed class Gate : DbTransactionInterceptor
    {
        private volatile TaskCompletionSource opened = Opened();

        public void Shut() => opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => opened.SetResult();

        public void StandBefore(IServiceCollection services) =>
            services.ConfigureDbContext<SqliteHonorsContext>(options => options.AddInterceptors(this));

        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection,
            TransactionStartingEventData eventData,
            InterceptionResult<DbTransaction> result,
            CancellationToken cancellationToken = default
        )
        {
            await opened.Task.WaitAsync(cancellationToken);
            return result;
        }

        private static TaskCompletionSource Opened()
        {
            var source = new TaskCompletionSource();
            source.SetResult();
            return source;
        }
    }

    /// <summary>A database that fails as long as it is told to.</summary>
    private sealed class BrokenDatabase
    {
        public Exception? Fault { get; set; }

        public void StandInFor(IServiceCollection services)
        {
            var registered = services.Last(s => s.ServiceType == typeof(IHonorsDatabase));
            services.AddSingleton<IHonorsDatabase>(provider => new Front(
                this,
                (IHonorsDatabase)registered.ImplementationFactory!(provider)
            ));
        }

        private sealed class Front(BrokenDatabase owner, IHonorsDatabase inner) : IHonorsDatabase
        {
            public IDatabaseErrors Errors => inner.Errors;

            public HonorsContext OpenFor(Viewer viewer) => owner.Fault is { } fault ? throw fault : inner.OpenFor(viewer);

            public Task<MigrationPlan> PlanMigrationAsync(CancellationToken cancellationToken) =>
                inner.PlanMigrationAsync(cancellationToken);

            public Task<long> SizeAsync(CancellationToken cancellationToken) => inner.SizeAsync(cancellationToken);

            public Task CheckAsync(CancellationToken cancellationToken) => inner.CheckAsync(cancellationToken);

            public Task MigrateAsync(CancellationToken cancellationToken) => inner.MigrateAsync(cancellationToken);
        }
    }
}
