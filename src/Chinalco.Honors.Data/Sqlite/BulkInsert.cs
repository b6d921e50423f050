using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chinalco.Honors.Data.Sqlite;

/// <summary>Inserts new entities with one prepared statement for each table, instead of a statement made for each row.</summary>
internal static class BulkInsert
{
    /// <exception cref="SqliteException">The database refused a row, such as a duplicate key.</exception>
    /// <exception cref="InvalidOperationException">There is no transaction that would undo the rows before the one that failed.</exception>
    public static void Insert(HonorsContext db, IEnumerable<object> entities)
    {
        var current = db.Database.CurrentTransaction ?? throw new InvalidOperationException("A bulk insert needs a transaction.");
        var transaction = (SqliteTransaction)current.GetDbTransaction();
        foreach (var (shape, rows) in AddedRows.ByTable(db, entities))
        {
            using var insert = transaction.Connection!.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = InsertInto(db, shape);
            var columns = shape.Columns;
            SqliteParameter[] parameters =
            [
                .. columns.Select((_, i) => insert.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" })),
            ];
            insert.Prepare();
            foreach (var row in rows)
            {
                for (var i = 0; i < parameters.Length; i++)
                {
                    parameters[i].Value = columns[i].ValueOf(row) ?? DBNull.Value;
                }

                insert.ExecuteNonQuery();
            }
        }
    }

    private static string InsertInto(HonorsContext db, RowShape shape)
    {
        var names = db.GetService<ISqlGenerationHelper>();
        var list = string.Join(", ", shape.Columns.Select(column => names.DelimitIdentifier(column.Name)));
        var values = string.Join(", ", shape.Columns.Select((_, i) => $"$p{i}"));
        return $"INSERT INTO {names.DelimitIdentifier(shape.Type.GetTableName()!)} ({list}) VALUES ({values})";
    }
}
