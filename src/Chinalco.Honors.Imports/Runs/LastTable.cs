using Chinalco.Honors.Imports.Tables;

namespace Chinalco.Honors.Imports.Runs;

/// <summary>Keeps the table that was read last, as long as memory is not short: looking, paging and writing follow one another.</summary>
internal sealed class LastTable
{
    private readonly Lock gate = new();
    private readonly WeakReference<IReadOnlyList<TableRow>> rows = new(null!);
    private Guid run;

    public IReadOnlyList<TableRow> Read(Guid runId, byte[] content)
    {
        lock (gate)
        {
            if (run == runId && rows.TryGetTarget(out var known))
            {
                return known;
            }
        }

        var read = TableReader.Read(content);
        lock (gate)
        {
            run = runId;
            rows.SetTarget(read);
        }

        return read;
    }
}
