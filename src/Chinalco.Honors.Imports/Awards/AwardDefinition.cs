using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Tables;

namespace Chinalco.Honors.Imports.Awards;

/// <summary>荣誉目录: the awards of the catalogue. Nothing is ever deleted by it, and conferrals stay as they are.</summary>
public sealed class AwardDefinition : IImportDefinition
{
    public ImportKind Kind => ImportKind.Awards;

    public string Word => "荣誉目录";

    public TableFields Fields => AwardReader.Fields;

    public int BatchSize => 500;

    public bool IsForWholeGroup => true;

    public ImportChoices Begin(ImportChoices choices, IReadOnlyList<TableRow> above) => choices;

    public ParsedTable Read(IReadOnlyList<TableRow> rows, ImportColumns columns) => AwardReader.Read(rows, columns);

    public async Task<ImportPlan> PlanAsync(
        HonorsContext db,
        Guid runId,
        ReadTable table,
        ImportChoices choices,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(choices);
        var isTheirs = await GroupReach.OfAsync(db, choices.Scope.Units, cancellationToken);
        return new AwardPlanner(await AwardState.LoadAsync(db, cancellationToken), isTheirs, runId).Plan((AwardTable)table.Parsed);
    }

    public Task<int> WriteAsync(CommandScope scope, ImportSource source, IReadOnlyList<ImportChange> batch) =>
        CatalogueEntries.WriteAsync(scope, [.. batch.Cast<AwardChange>().Select(c => c.Award)]);
}
