using System.Globalization;
using System.Text;
using SQLitePCL;

namespace Chinalco.Honors.Data.Sqlite;

/// <summary>
/// Binds values to a statement in the form that Microsoft.Data.Sqlite gives them, so that rows written either way are equal byte by byte.
/// Each method takes the parameter's place, from 1, and answers SQLite's result code; null binds nothing.
/// </summary>
internal sealed class SqliteValue(sqlite3_stmt statement)
{
    private const int GuidLength = 36;

    // SQLite copies what is bound, so one buffer serves for all.
    private byte[] buffer = new byte[1024];

    public int BindText(int position, string? text)
    {
        if (text is null)
        {
            return raw.sqlite3_bind_null(statement, position);
        }

        if (text.Length == 0)
        {
            // An empty span has no address, and SQLite takes no address for null.
            return raw.sqlite3_bind_text(statement, position, "");
        }

        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (longest > buffer.Length)
        {
            buffer = new byte[longest];
        }

        return BindWritten(position, Encoding.UTF8.GetBytes(text, buffer));
    }

    public int BindId(int position, Guid? id)
    {
        if (id is not { } given)
        {
            return raw.sqlite3_bind_null(statement, position);
        }

        var text = buffer.AsSpan(0, GuidLength);
        given.TryFormat(text, out _);
        Ascii.ToUpperInPlace(text, out _);
        return BindWritten(position, GuidLength);
    }

    public int BindBytes(int position, byte[]? bytes) =>
        bytes is null ? raw.sqlite3_bind_null(statement, position) : raw.sqlite3_bind_blob(statement, position, bytes);

    public int BindNumber(int position, long? number) =>
        number is { } given ? raw.sqlite3_bind_int64(statement, position, given) : raw.sqlite3_bind_null(statement, position);

    public int BindTruth(int position, bool? truth) => BindNumber(position, truth is { } given ? (given ? 1 : 0) : null);

    public int BindReal(int position, double? number) =>
        number is { } given ? raw.sqlite3_bind_double(statement, position, given) : raw.sqlite3_bind_null(statement, position);

    public int BindMoment(int position, DateTime? moment) =>
        BindText(position, moment?.ToString("yyyy\\-MM\\-dd HH\\:mm\\:ss.FFFFFFF", CultureInfo.InvariantCulture));

    public int BindDay(int position, DateOnly? day) => BindText(position, day?.ToString("yyyy\\-MM\\-dd", CultureInfo.InvariantCulture));

    private int BindWritten(int position, int length) =>
        raw.sqlite3_bind_text(statement, position, (ReadOnlySpan<byte>)buffer.AsSpan(0, length));
}
