using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Tables;

namespace Chinalco.Honors.Imports.Roster;

/// <summary>人员名册: everybody of a unit, with posts and personnel facts.</summary>
public sealed class RosterDefinition : IImportDefinition
{
    public ImportKind Kind => ImportKind.Roster;

    public string Word => "人员名册";

    public TableFields Fields => RosterFieldNames.Fields;

    // Large enough that the upper pages of the indexes are written few times, small enough that a cancel is felt.
    public int BatchSize => 20_000;

    public ImportChoices Begin(ImportChoices choices, IReadOnlyList<TableRow> above) => choices;

    public ParsedTable Read(IReadOnlyList<TableRow> rows, ImportColumns columns) => RosterReader.Read(rows, columns);

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
        var planner = new RosterPlanner(
            await RosterState.LoadAsync(db, cancellationToken),
            await UnitDirectory.LoadAsync(db, cancellationToken),
            OptionsOf(choices),
            choices.Scope,
            runId
        );
        return planner.Plan((RosterTable)table.Parsed);
    }

    public Task<int> WriteAsync(CommandScope scope, ImportSource source, IReadOnlyList<ImportChange> batch)
    {
        ArgumentNullException.ThrowIfNull(source);
        return RosterWriter.WriteAsync(scope, source, OptionsOf(source.Choices), [.. batch.Cast<RosterChange>()]);
    }

    private static RosterOptions OptionsOf(ImportChoices choices) => new(choices.AsOf, choices.CompleteFor, choices.TakesNewNames);
}
