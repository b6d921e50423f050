using System.Collections.Immutable;
using Chinalco.Honors.Imports.Roster;
using Chinalco.Honors.Imports.Tables;

namespace Chinalco.Honors.Imports.Runs;

/// <summary>Keeps the roster that was read last, as long as memory is not short: looking, paging and writing follow one another.</summary>
internal sealed class LastTable
{
    private readonly Lock gate = new();
    private readonly WeakReference<Read?> last = new(null);

    /// <summary>The roster with its columns as they were chosen.</summary>
    /// <exception cref="TableRefusedException">It is no roster.</exception>
    public (IReadOnlyList<TableRow> Rows, RosterColumns Columns, RosterTable Roster) Of(
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
            known = new Read(runId, rows, columns, RosterReader.Read(rows, columns));
            lock (gate)
            {
                last.SetTarget(known);
            }
        }

        return (known.Rows, known.Columns, known.Roster);
    }

    private Read? Known(Guid runId)
    {
        lock (gate)
        {
            return last.TryGetTarget(out var read) && read.RunId == runId ? read : null;
        }
    }

    private sealed record Read(Guid RunId, IReadOnlyList<TableRow> Rows, RosterColumns Columns, RosterTable Roster);
}
