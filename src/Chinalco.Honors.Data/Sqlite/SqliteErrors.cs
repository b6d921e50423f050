using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.Sqlite;

/// <summary>What SQLite's result codes mean (sqlite.org/rescode.html).</summary>
internal sealed class SqliteErrors : IDatabaseErrors
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int PrimaryKeyTaken = 1555;
    private const int UniqueIndexTaken = 2067;

    public bool IsDuplicateKey(Exception fault) => Of(fault)?.SqliteExtendedErrorCode is PrimaryKeyTaken or UniqueIndexTaken;

    public bool IsTransient(Exception fault) => Of(fault)?.SqliteErrorCode is Busy or Locked;

    private static SqliteException? Of(Exception fault) => (fault is DbUpdateException ? fault.InnerException : fault) as SqliteException;
}
