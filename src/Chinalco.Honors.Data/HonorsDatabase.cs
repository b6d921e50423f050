using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chinalco.Honors.Data;

/// <summary>The database on the provider of <typeparamref name="TContext"/>: migrations are found through the subclass only.</summary>
internal abstract class HonorsDatabase<TContext>(IDbContextFactory<TContext> factory) : IHonorsDatabase
    where TContext : HonorsContext
{
    // Longer than any migration takes: whoever comes second waits for the first inside one database command.
    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(30);

    public abstract IDatabaseErrors Errors { get; }

    public HonorsContext OpenFor(Viewer viewer)
    {
        var context = factory.CreateDbContext();
        context.Viewer = viewer;
        return context;
    }

    public async Task<MigrationPlan> PlanMigrationAsync(CancellationToken cancellationToken)
    {
        var context = await factory.CreateDbContextAsync(cancellationToken);
        await using (context)
        {
            List<string> applied = [.. await context.Database.GetAppliedMigrationsAsync(cancellationToken)];
            List<string> pending = [.. context.Database.GetMigrations().Except(applied, StringComparer.Ordinal)];
            var sql = pending.Count == 0 ? "" : context.GetService<IMigrator>().GenerateScript(applied.LastOrDefault());
            return new MigrationPlan(pending, sql);
        }
    }

    public virtual async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var context = await factory.CreateDbContextAsync(cancellationToken);
        await using (context)
        {
            context.Database.SetCommandTimeout(LongestMigration);
            await context.Database.MigrateAsync(cancellationToken);
        }
    }

    public async Task<long> SizeAsync(CancellationToken cancellationToken)
    {
        var context = await factory.CreateDbContextAsync(cancellationToken);
        await using (context)
        {
            return await context.Database.SqlQueryRaw<long>(SizeSql).SingleAsync(cancellationToken);
        }
    }

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var plan = await PlanMigrationAsync(cancellationToken);
        if (plan.Pending.Count > 0)
        {
            throw new DatabaseNotReadyException(
                $"数据库结构不是最新，缺少 {plan.Pending.Count} 项迁移（{string.Join('、', plan.Pending)}）。请先运行 honors migrate，再启动。"
            );
        }

        var context = await factory.CreateDbContextAsync(cancellationToken);
        await using (context)
        {
            await CheckSettingsAsync(context, cancellationToken);
        }
    }

    /// <summary>Asks for the size in bytes, as a column called Value.</summary>
    protected abstract string SizeSql { get; }

    /// <summary>Checks what the provider lets an administrator set wrongly.</summary>
    /// <exception cref="DatabaseNotReadyException">A setting is wrong.</exception>
    protected virtual Task CheckSettingsAsync(TContext context, CancellationToken cancellationToken) => Task.CompletedTask;
}
