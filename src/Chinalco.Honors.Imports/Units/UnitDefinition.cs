using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Tables;

namespace Chinalco.Honors.Imports.Units;

/// <summary>组织机构: units of the tree with the ones above them. Nothing is ever deleted by it.</summary>
public sealed class UnitDefinition : IImportDefinition
{
    public ImportKind Kind => ImportKind.Units;

    public string Word => "组织机构";

    public TableFields Fields => UnitReader.Fields;

    public int BatchSize => 500;

    public ImportChoices Begin(ImportChoices choices, IReadOnlyList<TableRow> above) => choices;

    public ParsedTable Read(IReadOnlyList<TableRow> rows, ImportColumns columns) => UnitReader.Read(rows, columns);

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
        return new UnitPlanner(await UnitState.LoadAsync(db, cancellationToken), choices.Scope, runId).Plan((UnitTable)table.Parsed);
    }

    public Task<int> WriteAsync(CommandScope scope, ImportSource source, IReadOnlyList<ImportChange> batch) =>
        ListedUnits.WriteAsync(scope, [.. batch.Cast<UnitChange>().Select(c => c.Unit)]);
}
