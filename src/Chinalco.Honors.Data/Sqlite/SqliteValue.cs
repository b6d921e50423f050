using System.Globalization;
using System.Text;
using SQLitePCL;

namespace Chinalco.Honors.Data.Sqlite;

/// <summary>Binds a value to a statement in the form that Microsoft.Data.Sqlite gives it, so that rows written either way are equal byte by byte.</summary>
internal static class SqliteValue
{
    private const int GuidLength = 36;
    private const int LongestOnStack = 512;

    /// <param name="position">The parameter's place, from 1.</param>
    /// <returns>SQLite's result code.</returns>
    /// <exception cref="NotSupportedException">No column of the model holds such a type.</exception>
    public static int Bind(sqlite3_stmt statement, int position, object? value) =>
        value switch
        {
            null => raw.sqlite3_bind_null(statement, position),
            string text => BindText(statement, position, text),
            Guid id => BindGuid(statement, position, id),
            byte[] bytes => raw.sqlite3_bind_blob(statement, position, bytes),
            byte number => raw.sqlite3_bind_int64(statement, position, number),
            int number => raw.sqlite3_bind_int64(statement, position, number),
            long number => raw.sqlite3_bind_int64(statement, position, number),
            bool truth => raw.sqlite3_bind_int64(statement, position, truth ? 1 : 0),
            double number => raw.sqlite3_bind_double(statement, position, number),
            DateTime moment => BindText(
                statement,
                position,
                moment.ToString("yyyy\\-MM\\-dd HH\\:mm\\:ss.FFFFFFF", CultureInfo.InvariantCulture)
            ),
            DateOnly day => BindText(statement, position, day.ToString("yyyy\\-MM\\-dd", CultureInfo.InvariantCulture)),
            _ => throw new NotSupportedException($"{value.GetType().Name} is not known to the bulk insert; add it here and to its test."),
        };

    private static int BindText(sqlite3_stmt statement, int position, string text)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = longest <= LongestOnStack ? stackalloc byte[longest] : new byte[longest];
        return raw.sqlite3_bind_text(statement, position, (ReadOnlySpan<byte>)bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    private static int BindGuid(sqlite3_stmt statement, int position, Guid id)
    {
        Span<byte> text = stackalloc byte[GuidLength];
        id.TryFormat(text, out _);
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = text[i] is >= (byte)'a' and <= (byte)'f' ? (byte)(text[i] - 32) : text[i];
        }

        return raw.sqlite3_bind_text(statement, position, (ReadOnlySpan<byte>)text);
    }
}
