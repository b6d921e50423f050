using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Ingestion.Rereading;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Rounds;

/// <summary>Begins a round: all files, those since a day, or one.</summary>
public sealed partial class RoundStart(RoundDesk desk, RoundsQuery query, CurrentUser current, NavigationManager navigation)
{
    private static readonly (RoundScope Scope, string Text)[] Scopes =
    [
        (RoundScope.All, RoundTexts.All),
        (RoundScope.Since, RoundTexts.Since),
        (RoundScope.OneFile, RoundTexts.OneFile),
    ];

    private ImmutableArray<RoundRow> rounds = [];
    private IReadOnlyList<(Guid Id, string Name)> files = [];
    private string? refusal;

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(Name = "Form", FormName = "round")]
    private Wish? Given { get; set; }

    private Wish Form { get; set; } = new();

    protected override async Task OnInitializedAsync()
    {
        Form = Given ?? new Wish { RoundId = Guid.CreateVersion7() };
        files = await query.FilesAsync(Http.RequestAborted);
        rounds = await query.RunAsync(Http.RequestAborted);
    }

    private async Task BeginAsync()
    {
        var since = DateOnly.TryParseExact(Form.Since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : (DateOnly?)null;
        var file = Guid.TryParse(Form.File, out var id) ? id : (Guid?)null;
        refusal = Form.Scope switch
        {
            RoundScope.Since when since is null => RoundTexts.DayMissing,
            RoundScope.OneFile when file is null => RoundTexts.FileMissing,
            _ => null,
        };
        if (refusal is not null)
        {
            return;
        }

        var wish = new RoundWish(Form.Scope, Form.Scope == RoundScope.Since ? since : null, Form.Scope == RoundScope.OneFile ? file : null);
        var outcome = await desk.BeginAsync(Form.RoundId, wish, current.User!.Actor);
        if (outcome.Succeeded)
        {
            navigation.NavigateTo(Address.Round(Form.RoundId));
        }

        refusal = outcome.Message;
    }

    /// <summary>The form.</summary>
    private sealed class Wish
    {
        public Guid RoundId { get; set; }

        public RoundScope Scope { get; set; } = RoundScope.All;

        public string? Since { get; set; }

        public string? File { get; set; }
    }
}
