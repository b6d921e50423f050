using System.Data.Common;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Chinalco.Honors.Ingestion.Tests.Rereading;

/// <summary>Breaks the commit of a number, as a killed process would: just before it, or just after it.</summary>
internal sealed class CrashAtCommit : DbTransactionInterceptor
{
    private int left = -1;
    private bool after;

    public bool HasCrashed => left == 0;

    /// <param name="number">Which of the commits from now on breaks, from 1.</param>
    public void At(int number, bool afterwards) => (left, after) = (number, afterwards);

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) =>
        left > 0 && --left == 0 && !after
            ? throw new CrashException("before commit")
            : base.TransactionCommittingAsync(transaction, eventData, result, cancellationToken);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (left == 0 && after)
        {
            after = false;
            throw new CrashException("after commit");
        }

        return base.TransactionCommittedAsync(transaction, eventData, cancellationToken);
    }
}
