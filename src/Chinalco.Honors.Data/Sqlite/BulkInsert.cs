using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace Chinalco.Honors.Data.Sqlite;

/// <summary>
/// Inserts new entities with one prepared statement for each table, past the provider's commands: their parameters cost more than SQLite
/// takes for the row. What a column holds is what the provider would have written.
/// </summary>
internal static class BulkInsert
{
    /// <exception cref="SqliteException">The database refused a row, such as a duplicate key.</exception>
    /// <exception cref="InvalidOperationException">There is no transaction that would undo the rows before the one that failed.</exception>
    public static void Insert(HonorsContext db, IEnumerable<object> entities)
    {
        var current = db.Database.CurrentTransaction ?? throw new InvalidOperationException("A bulk insert needs a transaction.");
        var connection = (SqliteConnection)current.GetDbTransaction().Connection!;
        var handle = connection.Handle!;

        // Until the connection is opened again, which sets it back: pages that fall out of the cache within a transaction are written twice.
        raw.sqlite3_exec(handle, "PRAGMA cache_size=-262144");
        foreach (var (shape, rows) in AddedRows.ByTable(db, entities))
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(handle, InsertInto(db, shape), out var statement), handle);
            using (statement)
            {
                var values = new SqliteValue(statement);
                SqliteColumn[] columns = [.. shape.Columns.Select(SqliteColumn.Of)];
                foreach (var row in rows)
                {
                    for (var i = 0; i < columns.Length; i++)
                    {
                        SqliteException.ThrowExceptionForRC(columns[i].Bind(values, i + 1, row), handle);
                    }

                    Step(handle, statement);
                }
            }
        }
    }

    private static void Step(sqlite3 handle, sqlite3_stmt statement)
    {
        var outcome = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (outcome != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(outcome, handle);
        }
    }

    private static string InsertInto(HonorsContext db, RowShape shape)
    {
        var names = db.GetService<ISqlGenerationHelper>();
        var list = string.Join(", ", shape.Columns.Select(column => names.DelimitIdentifier(column.Name)));
        var values = string.Join(", ", shape.Columns.Select(_ => "?"));
        return $"INSERT INTO {names.DelimitIdentifier(shape.Type.GetTableName()!)} ({list}) VALUES ({values})";
    }
}
