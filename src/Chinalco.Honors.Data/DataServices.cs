using Chinalco.Honors.Data.Sqlite;
using Chinalco.Honors.Data.SqlServer;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Data;

/// <summary>Registers the database.</summary>
public static class DataServices
{
    /// <summary>Adds <see cref="IHonorsDatabase"/> for the provider that the options name.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="root">The folder that relative paths count from.</param>
    /// <exception cref="NotSupportedException">The provider is unknown, or SQL Server is named without a connection string.</exception>
    public static IServiceCollection AddHonorsData(this IServiceCollection services, DatabaseOptions options, string root)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Provider.ToUpperInvariant() switch
        {
            "SQLITE" => services.AddSqlite(Path.GetFullPath(options.File, root)),
            "SQLSERVER" => services.AddSqlServer(options.ConnectionString),
            _ => throw new NotSupportedException($"未知的数据库类型“{options.Provider}”：Database:Provider 只支持 Sqlite 和 SqlServer。"),
        };
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString();
        services.AddPooledDbContextFactory<SqliteHonorsContext>(builder =>
            builder.UseSqlite(connection).AddInterceptors(new SqlitePragmas()).ConfigureWarnings(LetCountsStop)
        );
        return services.AddSingleton<IHonorsDatabase>(provider => new SqliteDatabase(
            provider.GetRequiredService<IDbContextFactory<SqliteHonorsContext>>(),
            file
        ));
    }

    /// <summary>Searches count no further than anybody reads; which rows they count then does not matter, and putting them in order would cost all.</summary>
    private static void LetCountsStop(WarningsConfigurationBuilder warnings) =>
        warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning);

    private static IServiceCollection AddSqlServer(this IServiceCollection services, string? connection)
    {
        if (string.IsNullOrWhiteSpace(connection))
        {
            throw new NotSupportedException("Database:Provider 为 SqlServer 时，必须在 Database:ConnectionString 中填写连接字符串。");
        }

        services.AddPooledDbContextFactory<SqlServerHonorsContext>(builder =>
            builder.UseSqlServer(connection, SqlServerHonorsContext.Apply).ConfigureWarnings(LetCountsStop)
        );
        return services.AddSingleton<IHonorsDatabase, SqlServerDatabase>();
    }
}
