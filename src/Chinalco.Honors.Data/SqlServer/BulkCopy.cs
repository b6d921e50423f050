using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chinalco.Honors.Data.SqlServer;

/// <summary>Streams added entities to their tables, one bulk copy for each table instead of a statement for each few rows.</summary>
internal static class BulkCopy
{
    // In seconds; a batch of a few thousand rows takes one.
    private const int Timeout = 300;

    /// <exception cref="SqlException">The server refused a row, such as a duplicate key.</exception>
    /// <exception cref="InvalidOperationException">There is no transaction that would undo the tables before the one that failed.</exception>
    public static async Task InsertAsync(HonorsContext db, IEnumerable<object> entities, CancellationToken cancellationToken)
    {
        var current = db.Database.CurrentTransaction ?? throw new InvalidOperationException("A bulk copy needs a transaction.");
        var transaction = (SqlTransaction)current.GetDbTransaction();
        foreach (var table in TablesOf(db, entities))
        {
            using (table)
            using (var copy = new SqlBulkCopy(transaction.Connection, SqlBulkCopyOptions.CheckConstraints, transaction))
            {
                copy.DestinationTableName = table.TableName;
                copy.BulkCopyTimeout = Timeout;
                foreach (DataColumn column in table.Columns)
                {
                    copy.ColumnMappings.Add(column.ColumnName, column.ColumnName);
                }

                await copy.WriteToServerAsync(table, cancellationToken);
            }
        }
    }

    /// <summary>The entities as the database will hold them, a table before those that refer to it.</summary>
    internal static IEnumerable<DataTable> TablesOf(HonorsContext db, IEnumerable<object> entities) =>
        AddedRows.ByTable(db, entities).Select(table => TableOf(db, table.Shape, table.Rows));

    private static DataTable TableOf(HonorsContext db, RowShape shape, IReadOnlyList<object> rows)
    {
        var type = shape.Type;
        var table = new DataTable(db.GetService<ISqlGenerationHelper>().DelimitIdentifier(type.GetTableName()!, type.GetSchema()))
        {
            Locale = System.Globalization.CultureInfo.InvariantCulture,
        };
        foreach (var column in shape.Columns)
        {
            table.Columns.Add(column.Name, column.ProviderType == typeof(DateOnly) ? typeof(DateTime) : column.ProviderType);
        }

        foreach (var row in rows)
        {
            table.Rows.Add([.. shape.Columns.Select(column => ValueOf(column, row))]);
        }

        return table;
    }

    private static object ValueOf(RowColumn column, object row) =>
        column.ValueOf(row) switch
        {
            null => DBNull.Value,
            DateOnly day => day.ToDateTime(TimeOnly.MinValue),
            var kept => kept,
        };
}
