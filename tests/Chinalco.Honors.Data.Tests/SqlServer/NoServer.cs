using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Data.Tests.SqlServer;

/// <summary>Lets a transaction on SQL Server begin, end and do nothing where there is no server.</summary>
internal sealed class NoServer : DbConnectionInterceptor, IDbTransactionInterceptor
{
    public static ServiceProvider Database() =>
        new ServiceCollection()
            .AddHonorsData(new DatabaseOptions { Provider = "SqlServer", ConnectionString = "Server=none;Database=none" }, "/")
            .ConfigureDbContext<Data.SqlServer.SqlServerHonorsContext>(builder => builder.AddInterceptors(new NoServer()))
            .BuildServiceProvider();

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(InterceptionResult.Suppress());

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(InterceptionResult<DbTransaction>.SuppressWithResult(new Nothing(connection)));

    private sealed class Nothing(DbConnection connection) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;

        protected override DbConnection? DbConnection => connection;

        public override void Commit() { }

        public override void Rollback() { }
    }
}
