using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Imports.Roster;
using Chinalco.Honors.Imports.Runs;
using Chinalco.Honors.Imports.Tables;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Imports;

/// <summary>One import: what its columns mean, what it would change, how it comes on.</summary>
public sealed partial class ImportPage(ImportsQuery query, RosterRuns runs, CurrentUser current, NavigationManager navigation)
{
    private ImportRun? row;
    private RosterLook? look;
    private IReadOnlyList<(Guid Id, string Name)> units = [];
    private RosterChangeKind? kind;
    private string? refusal;
    private string? said;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    private string? KindText { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    [SupplyParameterFromForm(Name = "Chosen", FormName = "choose")]
    private ChosenRoster? Chosen { get; set; }

    [SupplyParameterFromForm(Name = "Approved", FormName = "approve")]
    private Approval? Approved { get; set; }

    private CommandStamp Stamp => CommandStamp.New(current.User!.Actor);

    protected override async Task OnInitializedAsync()
    {
        kind = Enum.TryParse<RosterChangeKind>(KindText, out var told) && Enum.IsDefined(told) ? told : null;
        await LoadAsync();
        if (row is null)
        {
            AnswerNotFound();
        }
    }

    private string Here(RosterChangeKind? of, int page) => Address.Import(Id, of?.ToString(), page);

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

            look.Columns.With(choices.Fields);
            await TellAsync(await runs.ChooseAsync(Stamp, look, choices, Gone), ImportTexts.Saved);
        }
        catch (TableRefusedException refused)
        {
            refusal = refused.Message;
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

/// <summary>The form of a roster's columns and options, as it is posted.</summary>
public sealed class ChosenRoster
{
    /// <summary>What each column holds, by name; columns beyond its end stay as they are.</summary>
    public List<string>? Fields { get; set; }

    public string? AsOf { get; set; }

    public Guid? CompleteFor { get; set; }

    public bool TakesNewNames { get; set; }

    /// <summary>What was chosen; null when the day is none.</summary>
    /// <param name="units">What the roster may be complete for.</param>
    internal RosterChoices? Read(RosterLook look, IReadOnlyList<(Guid Id, string Name)> units) =>
        CellText.Date(AsOf ?? "") is { } asOf
            ? look.Choices with
            {
                Fields = FieldsAs(look.Columns.Fields),
                AsOf = asOf,
                CompleteFor = units.Any(unit => unit.Id == CompleteFor) ? CompleteFor : null,
                TakesNewNames = TakesNewNames,
            }
            : null;

    private ImmutableArray<RosterField> FieldsAs(ImmutableArray<RosterField> before) =>
        [
            .. before.Select(
                (field, i) =>
                    i < Fields?.Count && Enum.TryParse<RosterField>(Fields[i], out var chosen) && Enum.IsDefined(chosen) ? chosen : field
            ),
        ];
}
