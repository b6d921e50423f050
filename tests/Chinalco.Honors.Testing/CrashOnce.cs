using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Chinalco.Honors.Testing;

/// <summary>Breaks one commit on request, as a killed process would: just before it, or just after it, when nobody can tell the caller any more.</summary>
public sealed class CrashOnce : DbTransactionInterceptor
{
    private int before;
    private int after;

    /// <summary>The next transaction dies before it is committed.</summary>
    public void BeforeCommit() => Volatile.Write(ref before, 1);

    /// <summary>The next transaction is committed, then its process dies.</summary>
    public void AfterCommit() => Volatile.Write(ref after, 1);

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) =>
        Interlocked.Exchange(ref before, 0) == 1
            ? throw new CrashException("before commit")
            : base.TransactionCommittingAsync(transaction, eventData, result, cancellationToken);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    ) =>
        Interlocked.Exchange(ref after, 0) == 1
            ? throw new CrashException("after commit")
            : base.TransactionCommittedAsync(transaction, eventData, cancellationToken);
}

/// <summary>Stands for the end of a process.</summary>
public sealed class CrashException(string message) : Exception(message);
