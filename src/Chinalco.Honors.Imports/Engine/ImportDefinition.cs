using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Imports.Tables;

namespace Chinalco.Honors.Imports.Engine;

/// <summary>One kind of table: what its columns may hold, how its rows are compared with the registry and how what differs is written.</summary>
public interface IImportDefinition
{
    ImportKind Kind { get; }

    /// <summary>In Chinese, such as 人员名册; for pages and records.</summary>
    string Word { get; }

    TableFields Fields { get; }

    /// <summary>How many changes are one transaction.</summary>
    int BatchSize { get; }

    /// <summary>Whether only those may import it whose units are the whole group: what it holds belongs to no unit.</summary>
    bool IsForWholeGroup => false;

    /// <summary>What the lines above the header say of the table, put into the choices that it begins with.</summary>
    ImportChoices Begin(ImportChoices choices, IReadOnlyList<TableRow> above);

    /// <summary>Reads the rows by what their columns hold. A pure function.</summary>
    ParsedTable Read(IReadOnlyList<TableRow> rows, ImportColumns columns);

    /// <summary>Compares the table with the registry. The same table against a registry that has it already gives no changes.</summary>
    Task<ImportPlan> PlanAsync(HonorsContext db, Guid runId, ReadTable table, ImportChoices choices, CancellationToken cancellationToken);

    /// <summary>Writes one batch inside a command: the changes, the records of them, and the pages that show them.</summary>
    /// <returns>How many of the changes somebody else had overtaken since they were looked at; they are left for a new look.</returns>
    Task<int> WriteAsync(CommandScope scope, ImportSource source, IReadOnlyList<ImportChange> batch);

    /// <summary>Keeps what must be there before the first batch is written; done again after a kill.</summary>
    Task BeginWritingAsync(ImportLook look, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Lets go of what no batch came to need.</summary>
    Task EndWritingAsync(ImportLook look) => Task.CompletedTask;
}

/// <summary>The file that an import came from and what was chosen for it.</summary>
public sealed record ImportSource(Guid RunId, string FileName, string Sha256, ReadTable Table, ImportChoices Choices);

/// <summary>A table that was read. Whoever holds it keeps it from being forgotten.</summary>
/// <param name="Content">The file's bytes.</param>
public sealed record ReadTable(Guid RunId, byte[] Content, IReadOnlyList<TableRow> Rows, ImportColumns Columns, ParsedTable Parsed);

/// <summary>A run with everything that somebody needs to decide on it.</summary>
public sealed record ImportLook(ImportRun Run, IImportDefinition Definition, ImportChoices Choices, ReadTable Table, ImportPlan Plan)
{
    public ImportColumns Columns => Table.Columns;

    public IReadOnlyList<TableRow> Rows => Table.Rows;
}

/// <summary>Every kind of table that can be imported.</summary>
public sealed class ImportDefinitions(IEnumerable<IImportDefinition> definitions)
{
    private readonly Dictionary<ImportKind, IImportDefinition> byKind = definitions.ToDictionary(d => d.Kind);

    /// <summary>In the order that a form offers them.</summary>
    public IEnumerable<IImportDefinition> All => byKind.Values.OrderBy(d => d.Kind);

    public IImportDefinition Of(ImportKind kind) => byKind[kind];
}
