using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Runs;
using Chinalco.Honors.Imports.Tables;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Imports;

/// <summary>Takes tables in and lists what became of earlier ones.</summary>
public sealed partial class ImportListPage(
    ImportsQuery query,
    ImportRuns runs,
    ImportDefinitions definitions,
    Scope scope,
    CurrentUser current,
    NavigationManager navigation
)
{
    private const int Megabyte = 1024 * 1024;

    private IReadOnlyList<ImportRun> rows = [];
    private string? refusal;

    [SupplyParameterFromForm(FormName = "upload")]
    private IFormFile? File { get; set; }

    [SupplyParameterFromForm(FormName = "upload")]
    private string? Kind { get; set; }

    protected override async Task OnInitializedAsync() => rows = await query.RunAsync(Gone);

    private async Task UploadAsync()
    {
        // A form sent without a choice has a file without a name; an empty file is refused by whoever reads it.
        if (string.IsNullOrEmpty(File?.FileName))
        {
            refusal = ImportTexts.NoFile;
            return;
        }

        if (File.Length > TableLimits.Default.MaxBytes)
        {
            refusal = ImportTexts.TooLarge.With(TableLimits.Default.MaxBytes / Megabyte);
            return;
        }

        using var content = new MemoryStream();
        await File.CopyToAsync(content, Gone);
        try
        {
            var kind = definitions.All.FirstOrDefault(d => d.Kind.ToString() == Kind)?.Kind ?? ImportKind.Roster;
            if (
                definitions.Of(kind) is { IsForWholeGroup: true, Word: var word }
                && !await scope.CoversGroupAsync(Right.ImportPeople, Gone)
            )
            {
                refusal = ImportTexts.WholeGroupOnly.With(word);
                return;
            }

            var run = await runs.ReceiveAsync(kind, File.FileName, content.ToArray(), current.User!.Actor, query.ScopeUnits, Gone);
            navigation.NavigateTo(Address.Import(run));
        }
        catch (TableRefusedException refused)
        {
            refusal = refused.Message;
        }
    }
}
