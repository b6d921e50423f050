using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Runs;
using Chinalco.Honors.Imports.Tables;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Imports;

/// <summary>One import: what its columns mean, what it would change, how it comes on.</summary>
public sealed partial class ImportPage(
    ImportsQuery query,
    ImportRuns runs,
    ImportDefinitions definitions,
    CurrentUser current,
    NavigationManager navigation
)
{
    private ImportRun? row;
    private ImportLook? look;
    private IReadOnlyList<(Guid Id, string Name)> units = [];
    private ImportChangeKind? kind;
    private string? refusal;
    private string? said;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    private string? KindText { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    [SupplyParameterFromForm(Name = "Chosen", FormName = "choose")]
    private ChosenTable? Chosen { get; set; }

    [SupplyParameterFromForm(Name = "Picked", FormName = "pick")]
    private PickedPeople? Picked { get; set; }

    [SupplyParameterFromForm(Name = "Approved", FormName = "approve")]
    private Approval? Approved { get; set; }

    private CommandStamp Stamp => CommandStamp.New(current.User!.Actor);

    protected override async Task OnInitializedAsync()
    {
        kind = Enum.TryParse<ImportChangeKind>(KindText, out var told) && Enum.IsDefined(told) ? told : null;
        await LoadAsync();
        if (row is null)
        {
            AnswerNotFound();
        }
    }

    private string Here(ImportChangeKind? of, int page) => Address.Import(Id, of?.ToString(), page);

    private async Task ChooseAsync()
    {
        if (look is null || Chosen is null)
        {
            return;
        }

        try
        {
            if (Chosen.Read(look, units) is not { } choices)
            {
                refusal = ImportTexts.AsOfWrong;
                return;
            }

            look.Columns.With(choices.Fields, look.Definition.Fields);
            await TellAsync(await runs.ChooseAsync(Stamp, look, choices, Gone), ImportTexts.Saved);
        }
        catch (TableRefusedException refused)
        {
            refusal = refused.Message;
        }
    }

    /// <summary>Somebody said whom rows mean that fit several people.</summary>
    private async Task PickAsync()
    {
        if (look is not null && Picked is not null)
        {
            var choices = look.Choices with { People = Picked.Over(look.Choices.People, look.Plan) };
            await TellAsync(await runs.ChooseAsync(Stamp, look, choices, Gone), ImportTexts.Saved);
        }
    }

    private async Task ApproveAsync()
    {
        if (row is not null && Approved?.Digest is { Length: 64 } digest)
        {
            var outcome = await runs.ApproveAsync(Stamp, Id, digest, Gone);
            if (outcome.Succeeded)
            {
                navigation.NavigateTo(Address.Import(Id));
                return;
            }

            refusal = outcome.Message;
        }
    }

    private async Task CancelAsync()
    {
        if (row is not null)
        {
            await TellAsync(await runs.CancelAsync(Stamp, Id, Gone), told: null);
        }
    }

    private async Task ResumeAsync()
    {
        if (row is not null)
        {
            await TellAsync(await runs.TakeUpAsync(Stamp, Id, Gone), told: null);
        }
    }

    private async Task TellAsync(CommandOutcome outcome, string? told)
    {
        said = outcome.Succeeded ? told : null;
        refusal = outcome.Succeeded ? null : outcome.Message;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        row = await query.OneAsync(Id, Gone);
        look = row is { State: ImportState.Checking or ImportState.Applied } ? await runs.LookAsync(Id, Gone) : null;
        units = look is { Run.State: ImportState.Checking } ? await query.UnitsOfAsync(look.Plan, look.Choices.Scope, Gone) : [];
    }

    private sealed class Approval
    {
        public string? Digest { get; set; }
    }
}
