using System.Collections.Immutable;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Tables;

namespace Chinalco.Honors.Imports.Runs;

/// <summary>Keeps the table that was read last, as long as memory is not short: looking, paging and writing follow one another.</summary>
internal sealed class LastTable
{
    private readonly Lock gate = new();
    private readonly WeakReference<ReadTable?> last = new(null);

    /// <summary>The table with its columns as they were chosen.</summary>
    /// <exception cref="TableRefusedException">It is no such table.</exception>
    public ReadTable Of(Guid runId, byte[] content, ImmutableArray<string> fields, IImportDefinition definition)
    {
        var known = Known(runId);
        if (known is null || !known.Columns.Fields.SequenceEqual(fields, StringComparer.Ordinal))
        {
            var rows = known?.Rows ?? TableReader.Read(content);
            var columns = ImportColumns.Find(rows, definition.Fields).With(fields, definition.Fields);
            known = Keep(new ReadTable(runId, content, rows, columns, definition.Read(rows, columns)));
        }

        return known;
    }

    /// <summary>Notes a table that was read just now.</summary>
    public ReadTable Keep(ReadTable table)
    {
        lock (gate)
        {
            last.SetTarget(table);
        }

        return table;
    }

    private ReadTable? Known(Guid runId)
    {
        lock (gate)
        {
            return last.TryGetTarget(out var read) && read.RunId == runId ? read : null;
        }
    }
}
