using System.Collections.Immutable;
using Chinalco.Honors.Imports.Roster;
using Chinalco.Honors.Imports.Tables;

namespace Chinalco.Honors.Imports.Runs;

/// <summary>Keeps the roster that was read last, as long as memory is not short: looking, paging and writing follow one another.</summary>
internal sealed class LastTable
{
    private readonly Lock gate = new();
    private readonly WeakReference<ReadTable?> last = new(null);

    /// <summary>The roster with its columns as they were chosen.</summary>
    /// <exception cref="TableRefusedException">It is no roster.</exception>
    public ReadTable Of(
        Guid runId,
        byte[] content,
        ImmutableArray<RosterField> fields
    )
    {
        var known = Known(runId);
        if (known is null || !known.Columns.Fields.SequenceEqual(fields))
        {
            var rows = known?.Rows ?? TableReader.Read(content);
            var columns = RosterColumns.Find(rows).With(fields);
            known = new ReadTable(runId, rows, columns, RosterReader.Read(rows, columns));
            lock (gate)
            {
                last.SetTarget(known);
            }
        }

        return known;
    }

    private ReadTable? Known(Guid runId)
    {
        lock (gate)
        {
            return last.TryGetTarget(out var read) && read.RunId == runId ? read : null;
        }
    }

}

/// <summary>A table that was read. Whoever holds it keeps it from being forgotten.</summary>
public sealed record ReadTable(Guid RunId, IReadOnlyList<TableRow> Rows, RosterColumns Columns, RosterTable Roster);
