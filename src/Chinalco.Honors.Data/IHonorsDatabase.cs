using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data;

/// <summary>Opens the registry's database, whichever provider it is on.</summary>
public interface IHonorsDatabase
{
    /// <summary>A context of one's own; dispose it after one unit of work.</summary>
    HonorsContext Open();

    /// <summary>Brings the schema up to date; does nothing when it is.</summary>
    Task MigrateAsync(CancellationToken cancellationToken);
}

/// <summary>The database on the provider of <typeparamref name="TContext"/>: migrations are found through the subclass only.</summary>
internal sealed class HonorsDatabase<TContext>(IDbContextFactory<TContext> factory) : IHonorsDatabase
    where TContext : HonorsContext
{
    public HonorsContext Open() => factory.CreateDbContext();

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var context = await factory.CreateDbContextAsync(cancellationToken);
        await using (context)
        {
            await context.Database.MigrateAsync(cancellationToken);
        }
    }
}
