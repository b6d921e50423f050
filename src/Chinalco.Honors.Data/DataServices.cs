using Chinalco.Honors.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Data;

/// <summary>Registers the database.</summary>
public static class DataServices
{
    /// <summary>Adds <see cref="IHonorsDatabase"/> for the provider that the options name.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="root">The folder that relative paths count from.</param>
    /// <exception cref="NotSupportedException">The provider is unknown.</exception>
    public static IServiceCollection AddHonorsData(this IServiceCollection services, DatabaseOptions options, string root)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!string.Equals(options.Provider, "Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            throw new NotSupportedException($"未知的数据库类型“{options.Provider}”：Database:Provider 目前只支持 Sqlite。");
        }

        var file = Path.GetFullPath(options.File, root);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString();
        services.AddPooledDbContextFactory<SqliteHonorsContext>(builder =>
            builder.UseSqlite(connection).AddInterceptors(new SqlitePragmas())
        );
        services.AddSingleton<IHonorsDatabase, HonorsDatabase<SqliteHonorsContext>>();
        return services;
    }
}
