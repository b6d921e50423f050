using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chinalco.Honors.Data.SqlServer;

/// <summary>Streams added entities to their tables, one bulk copy for each table instead of a statement for each few rows.</summary>
internal static class BulkCopy
{
    // In seconds; a batch of a few thousand rows takes one.
    private const int Timeout = 300;

    /// <exception cref="SqlException">The server refused a row, such as a duplicate key.</exception>
    /// <exception cref="InvalidOperationException">There is no transaction that would undo the tables before the one that failed.</exception>
    public static async Task InsertAsync(HonorsContext db, CancellationToken cancellationToken)
    {
        var current = db.Database.CurrentTransaction ?? throw new InvalidOperationException("A bulk copy needs a transaction.");
        var transaction = (SqlTransaction)current.GetDbTransaction();
        foreach (var table in TablesOf(db))
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

    /// <summary>The added entities as the database will hold them, a table before those that refer to it.</summary>
    internal static IEnumerable<DataTable> TablesOf(HonorsContext db)
    {
        var added = db.ChangeTracker.Entries().Where(e => e.State == EntityState.Added).ToLookup(e => e.Metadata);
        foreach (var type in PrincipalsFirst(added.Select(group => group.Key)).Where(added.Contains))
        {
            yield return TableOf(db, type, added[type]);
        }
    }

    private static DataTable TableOf(HonorsContext db, IEntityType type, IEnumerable<EntityEntry> entries)
    {
        var table = new DataTable(db.GetService<ISqlGenerationHelper>().DelimitIdentifier(type.GetTableName()!, type.GetSchema()))
        {
            Locale = System.Globalization.CultureInfo.InvariantCulture,
        };
        var properties = type.GetProperties().ToList();
        foreach (var property in properties)
        {
            table.Columns.Add(property.GetColumnName(), ColumnType(property));
        }

        foreach (var entry in entries)
        {
            table.Rows.Add([.. properties.Select(property => ColumnValue(property, entry.Property(property).CurrentValue))]);
        }

        return table;
    }

    private static Type ColumnType(IProperty property)
    {
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(DateOnly) ? typeof(DateTime) : type;
    }

    private static object ColumnValue(IProperty property, object? value) =>
        (
            value is null ? null
            : property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value)
            : value
        ) switch
        {
            null => DBNull.Value,
            DateOnly day => day.ToDateTime(TimeOnly.MinValue),
            var kept => kept,
        };

    private static List<IEntityType> PrincipalsFirst(IEnumerable<IEntityType> types)
    {
        var ordered = new List<IEntityType>();
        var seen = new HashSet<IEntityType>();
        foreach (var type in types)
        {
            Visit(type);
        }

        return ordered;

        void Visit(IEntityType type)
        {
            if (seen.Add(type))
            {
                foreach (var key in type.GetForeignKeys())
                {
                    Visit(key.PrincipalEntityType);
                }

                ordered.Add(type);
            }
        }
    }
}
