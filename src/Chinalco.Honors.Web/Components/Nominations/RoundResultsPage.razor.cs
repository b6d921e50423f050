using System.Globalization;
using System.Text;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Nominations;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Nominations;

/// <summary>
/// Closes a round by its decision: the decision is handed in, whoever it names is matched with the nominees, all results are confirmed at once,
/// and the round is closed when nobody is left.
/// </summary>
public sealed partial class RoundResultsPage(
    ResultQuery query,
    RoundDecisionQuery decisions,
    RoundHandInDesk desk,
    NominationResultCommands commands,
    CurrentUser current,
    TimeProvider clock
)
{
    private RoundResults? results;
    private RoundDecision decision = new([], IsKnown: false, [], 0);

    [Parameter]
    public Guid Round { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "hand-in")]
    private HandInForm? HandedIn { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "settle")]
    private EditingForm? Settled { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "close")]
    private EditingForm? Closed { get; set; }

    private HandInForm Sent { get; set; } = new();

    private EditingForm Form { get; set; } = new();

    private EditingForm Closing { get; set; } = new();

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = NeverKept;
        results = await query.RoundAsync(Round, Gone);
        if (results is null)
        {
            AnswerNotFound();
            return;
        }

        decision = await decisions.RunAsync(results.Round, results.Programme, Gone);
        (Sent, Form) = (HandedIn ?? Sent, Settled ?? Form);
        Closing = Closed ?? new EditingForm { Version = results.Round.Version };
    }

    private async Task HandInAsync()
    {
        if (results is null)
        {
            return;
        }

        var to = NominationAddress.Results(Round);
        var isTaken = await SendAsync(
            async () =>
            {
                var (outcome, way, work) = await TakeAsync(results.Round);

                // Whoever may import looks the list through at once; anybody else waits here for those who may.
                to = way == HandInWay.Table && current.User!.May(Right.ImportPeople) ? Address.Import(work) : to;
                return outcome;
            },
            to: null
        );
        if (isTaken)
        {
            Navigation.NavigateTo(to);
        }
    }

    private Task<(CommandOutcome Outcome, HandInWay Way, Guid Work)> TakeAsync(NominationRound round)
    {
        // A form sent without a choice has a file without a name.
        var (file, text) = (string.IsNullOrEmpty(Sent.File?.FileName) ? null : Sent.File, Told.Text(Sent.Text));
        if (file is not null && text is not null)
        {
            throw new FieldRefusedException(CourseTexts.DecisionTwice);
        }

        if (file is not null)
        {
            return desk.HandInAsync(Stamp(Sent), round, file.FileName, () => BytesAsync(file), file.Length, Gone);
        }

        var content = Encoding.UTF8.GetBytes(text ?? throw new FieldRefusedException(CourseTexts.DecisionMissing));
        var day = ChinaToday.Of(clock).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return desk.HandInAsync(
            Stamp(Sent),
            round,
            CourseTexts.PastedDecision.With(day),
            () => Task.FromResult(content),
            content.Length,
            Gone
        );
    }

    private async Task<byte[]> BytesAsync(IFormFile file)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, Gone);
        return content.ToArray();
    }

    private Task SettleAsync() =>
        results is null
            ? Task.CompletedTask
            : SendAsync(() => commands.DecideAsync(Stamp(Form), Round, [.. Chosen()], Gone), NominationAddress.Results(Round));

    private Task CloseAsync() =>
        results is null
            ? Task.CompletedTask
            : SendAsync(() => Keeping.CloseRoundAsync(Stamp(Closing), Round, Closing.Version, Gone), NominationAddress.Round(Round));

    /// <summary>What was chosen of whom: the version that was shown, and an honour or none.</summary>
    private IEnumerable<NominationResult> Chosen()
    {
        foreach (var (name, value) in Http.Request.Form)
        {
            if (
                name.StartsWith("row-", StringComparison.Ordinal)
                && Guid.TryParse(name.AsSpan(4), out var id)
                && value.ToString().Split(' ') is [var version, var what]
                && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            )
            {
                yield return Guid.TryParse(what, out var honour)
                    ? new(id, seen, NominationOutcome.Conferred, honour)
                    : new(id, seen, NominationOutcome.NotConferred);
            }
        }
    }

    /// <summary>A decision: a file or its words.</summary>
    private sealed class HandInForm : EditingForm
    {
        public IFormFile? File { get; set; }

        public string? Text { get; set; }
    }
}
