using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.SqlServer;

/// <summary>The registry on SQL Server. EF Core migrates under an application lock of the server, which ends with its holder's connection.</summary>
internal sealed class SqlServerDatabase(IDbContextFactory<SqlServerHonorsContext> factory) : HonorsDatabase<SqlServerHonorsContext>(factory)
{
    public override IDatabaseErrors Errors { get; } = new SqlServerErrors();

    // A page has 8 KB.
    protected override string SizeSql => "SELECT SUM(CAST(size AS bigint)) * 8192 AS [Value] FROM sys.database_files";

    /// <summary>Without row versions every page would wait for whoever is writing, and deadlock with them now and then.</summary>
    protected override async Task CheckSettingsAsync(SqlServerHonorsContext context, CancellationToken cancellationToken)
    {
        var readsVersions = await context
            .Database.SqlQuery<bool>($"SELECT is_read_committed_snapshot_on AS [Value] FROM sys.databases WHERE database_id = DB_ID()")
            .SingleAsync(cancellationToken);
        if (!readsVersions)
        {
            var name = context.Database.GetDbConnection().Database.Replace("]", "]]", StringComparison.Ordinal);
            throw new DatabaseNotReadyException(
                "数据库没有打开行版本读取（READ_COMMITTED_SNAPSHOT），读取会被写入阻塞。请由数据库管理员执行："
                    + $"ALTER DATABASE [{name}] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;"
            );
        }
    }
}
