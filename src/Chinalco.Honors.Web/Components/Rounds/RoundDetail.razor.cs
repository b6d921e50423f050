using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Ingestion.Rereading;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Rounds;

/// <summary>What a round of re-reading would change, for an editor to have applied, in part or whole, or to put away.</summary>
public sealed partial class RoundDetail(RoundQuery query, RoundDesk desk, Scope scope, CurrentUser current, NavigationManager navigation)
{
    private const string ApplyChosen = "chosen";
    private const string DismissChosen = "keep";
    private const string ApplyAll = "all";
    private const string Discard = "discard";

    private static readonly (string Text, ChangeKind? Kind, bool Touching)[] Filters =
    [
        (RoundTexts.Everything, null, false),
        (RoundTexts.Added, ChangeKind.Added, false),
        (RoundTexts.Changed, ChangeKind.Changed, false),
        (RoundTexts.Withdrawn, ChangeKind.Withdrawn, false),
        (RoundTexts.Honour, null, true),
    ];

    private RoundPage? page;
    private ChangeFilter filter = new(Kind: null, Touching: false, Page: 1);
    private int pages;
    private string? refusal;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "honour")]
    public string? Honour { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? Page { get; set; }

    [SupplyParameterFromQuery(Name = "done")]
    public string? Done { get; set; }

    private string? Said =>
        Done switch
        {
            ApplyChosen or ApplyAll => RoundTexts.Applying,
            DismissChosen => RoundTexts.Dismissed,
            Discard => RoundTexts.Discarded,
            _ => null,
        };

    [SupplyParameterFromForm(Name = "Form", FormName = "round")]
    private Wish? Given { get; set; }

    private Wish Form { get; set; } = new();

    protected override async Task OnInitializedAsync()
    {
        Form = Given ?? new Wish { CommandId = Guid.CreateVersion7() };
        filter = new ChangeFilter(
            Enum.TryParse<ChangeKind>(Kind, ignoreCase: true, out var kind) ? kind : null,
            Honour is not null,
            PageNumber(Page) ?? 1
        );
        page = await query.RunAsync(Id, filter, Gone);
        if (page is null)
        {
            AnswerNotFound();
            return;
        }

        pages = Math.Max(1, (page.Matching + RoundQuery.PageSize - 1) / RoundQuery.PageSize);
    }

    private async Task DecideAsync()
    {
        if (page is null || current.User is not { } user)
        {
            return;
        }

        var stamp = new CommandStamp(Form.CommandId, user.Actor);
        var units = await scope.UnitsAsync(Right.Decide, Gone);
        var chosen = new RoundChoice(Form.Changes ?? [], units);
        var outcome = Form.Act switch
        {
            ApplyChosen => await desk.ApplyAsync(Id, chosen, stamp),
            DismissChosen => await desk.DismissAsync(Id, chosen, stamp),
            ApplyAll => await desk.ApplyAsync(Id, new RoundChoice(Changes: null, units), stamp),
            Discard => await desk.DiscardAsync(Id, units, stamp),
            _ => null,
        };
        if (outcome is { Succeeded: true })
        {
            navigation.NavigateTo(Address.With(Address.Round(Id), ("done", Form.Act)));
        }

        refusal = outcome?.Message;
    }

    /// <summary>The form.</summary>
    private sealed class Wish
    {
        public Guid CommandId { get; set; }

        public string? Act { get; set; }

        /// <summary>Null when no box is ticked: that is nothing, not everything.</summary>
        public List<Guid>? Changes { get; set; }
    }
}
