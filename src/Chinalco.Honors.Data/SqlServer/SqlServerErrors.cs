using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.SqlServer;

/// <summary>What SQL Server's error numbers mean (sys.messages).</summary>
internal sealed class SqlServerErrors : IDatabaseErrors
{
    private const int DuplicateInUniqueIndex = 2601;
    private const int DuplicateInConstraint = 2627;

    /// <summary>
    /// Errors after which the same work may succeed, whatever release of EF Core thinks of them: deadlock victim 1205, lock not had in time 1222,
    /// row changed under a snapshot 3960. The strategy adds lost connections and a server that is starting to these.
    /// </summary>
    internal static readonly int[] Transient = [1205, 1222, 3960];

    public bool IsDuplicateKey(Exception fault) => Numbers(fault).Any(number => number is DuplicateInUniqueIndex or DuplicateInConstraint);

    public bool IsTransient(Exception fault) => Numbers(fault).Any(Transient.Contains);

    // A bulk copy throws the provider's exception itself, SaveChanges wraps it.
    private static IEnumerable<int> Numbers(Exception fault) =>
        (fault is DbUpdateException ? fault.InnerException : fault) is SqlException { Errors: var errors }
            ? errors.Cast<SqlError>().Select(error => error.Number)
            : [];
}
