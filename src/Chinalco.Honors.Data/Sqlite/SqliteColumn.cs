using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.Sqlite;

/// <summary>Binds one column of row after row: read without boxing, and bound only where it differs from the row before, since SQLite keeps what is bound.</summary>
internal abstract class SqliteColumn
{
    private const string Annotation = "Honors:SqliteColumn";

    /// <summary>A fresh column that has bound nothing; how it is read is worked out once for each model.</summary>
    public static SqliteColumn Of(RowColumn column) =>
        column.Property.GetOrAddRuntimeAnnotationValue(Annotation, static c => MakerOf(c!), column)();

    /// <param name="position">The parameter's place, from 1.</param>
    /// <returns>SQLite's result code.</returns>
    public abstract int Bind(SqliteValue statement, int position, object entity);

    private static Func<SqliteColumn> MakerOf(RowColumn column) =>
        column.ProviderType switch
        {
            { } t when t == typeof(string) => Texts(column),
            { } t when t == typeof(byte[]) => Make<byte[]?>(column, static (statement, at, value) => statement.BindBytes(at, value)),
            { } t when t == typeof(Guid) => Make<Guid?>(column, static (statement, at, value) => statement.BindId(at, value)),
            { } t when t == typeof(DateTime) => Make<DateTime?>(column, static (statement, at, value) => statement.BindMoment(at, value)),
            { } t when t == typeof(DateOnly) => Make<DateOnly?>(column, static (statement, at, value) => statement.BindDay(at, value)),
            { } t when t == typeof(double) => Make<double?>(column, static (statement, at, value) => statement.BindReal(at, value)),
            { } t when t == typeof(bool) => Make<bool?>(column, static (statement, at, value) => statement.BindTruth(at, value)),
            { } t when t == typeof(byte) || t == typeof(int) || t == typeof(long) => Make<long?>(
                column,
                static (statement, at, value) => statement.BindNumber(at, value)
            ),
            var other => throw new NotSupportedException(
                $"{other.Name} is not known to the bulk insert; add it here and to {nameof(SqliteValue)}."
            ),
        };

    private static Func<SqliteColumn> Texts(RowColumn column) =>
        Make<string?>(
            column,
            (statement, at, value) =>
            {
                column.Check(value);
                return statement.BindText(at, value);
            }
        );

    private static Func<SqliteColumn> Make<T>(RowColumn column, Func<SqliteValue, int, T, int> bind)
    {
        var read = column.ReaderOf<T>();
        return () => new Column<T>(read, bind);
    }

    private sealed class Column<T>(Func<object, T> read, Func<SqliteValue, int, T, int> bind) : SqliteColumn
    {
        private T? last;
        private bool isBound;

        public override int Bind(SqliteValue statement, int position, object entity)
        {
            var value = read(entity);
            if (isBound && EqualityComparer<T>.Default.Equals(value, last))
            {
                return SQLitePCL.raw.SQLITE_OK;
            }

            (last, isBound) = (value, true);
            return bind(statement, position, value);
        }
    }
}
