using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Nominations;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Nominations;

/// <summary>
/// Enters what became of a nomination. A winner's honour is conferred first, under an id that follows from the nomination's, and named by the
/// result: whoever is interrupted between the two goes on where it stopped, and no honour is entered twice.
/// </summary>
public sealed partial class ResultPage(
    CourseQuery query,
    ResultQuery results,
    DocumentKeepingQuery documents,
    ScanUpload upload,
    IRegistry registry,
    NominationResultCommands commands
)
{
    private CourseView? view;
    private ImmutableArray<MatchedHonour> matches = [];
    private ImmutableArray<ProgrammeAward> awards = [];
    private DocumentPick pick = new(null, IsNew: false, null, []);

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "document")]
    public string? DocumentText { get; set; }

    [SupplyParameterFromQuery(Name = "dq")]
    public string? DocumentWords { get; set; }

    [SupplyParameterFromForm(Name = "Form")]
    private ResultForm? Given { get; set; }

    private ResultForm Form { get; set; } = new();

    private string? Posted => Http.Request.HasFormContentType ? Http.Request.Form["_handler"].ToString() : null;

    private Guid OwnHonour => DerivedId.From(Id, "conferral");

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = NeverKept;
        view = await query.RunAsync(Id, Gone);

        // A form that was sent is answered in any case: sent twice, it answers the same both times.
        if (view is not { MayDecide: true } || (view.Nomination.Stage != NominationStage.Submitted && Given is null))
        {
            view = null;
            AnswerNotFound();
            return;
        }

        Form = Given ?? new ResultForm { Version = view.Nomination.Version };
        matches = await results.MatchesAsync(view.Course, Gone);
        awards = await results.AwardsAsync(view.Course.Programme, Gone);
        pick = await DocumentPick.LoadAsync(documents, DocumentText, DocumentWords, Gone);
    }

    private Task MatchAsync() => DecideAsync(NominationOutcome.Conferred, () => Task.FromResult<CommandOutcome?>(null), Form.Conferral);

    private Task NotAsync() => DecideAsync(NominationOutcome.NotConferred, () => Task.FromResult<CommandOutcome?>(null), null);

    private Task ConferAsync() => DecideAsync(NominationOutcome.Conferred, EnterHonourAsync, OwnHonour);

    /// <param name="prepare">What must succeed first; null when there is nothing to do.</param>
    private async Task DecideAsync(NominationOutcome outcome, Func<Task<CommandOutcome?>> prepare, Guid? conferral)
    {
        if (view is null)
        {
            return;
        }

        var result = new NominationResult(Id, Form.Version, outcome, conferral);
        await SendAsync(
            async () =>
                await prepare() is { Succeeded: false } refused
                    ? refused
                    : await commands.DecideAsync(Stamp(Form), view.Course.Round.Id, [result], Gone),
            NominationAddress.Of(Id)
        );
    }

    private async Task<CommandOutcome?> EnterHonourAsync()
    {
        if (await results.IsEnteredAsync(OwnHonour, Gone))
        {
            return null;
        }

        // An honour is not entered for a result that would be refused.
        if (Form.Version != view!.Nomination.Version)
        {
            var stale = new NobodyChangedItMeanwhile(Form.Version, view.Nomination.Version);
            return CommandOutcome.Rejected(nameof(NobodyChangedItMeanwhile), stale.Advice);
        }

        var award = awards.FirstOrDefault(a => a.Id == Form.Award) ?? throw new FieldRefusedException(CourseTexts.AwardMissing);
        var recipient = await results.RecipientAsync(view.Nomination, view.Candidate, Gone);
        return await upload.SendAsync(Form.Scan, scan => registry.SendAsync(award.Id, Command(award, recipient, scan), Gone), Gone);
    }

    private Confer Command(ProgrammeAward award, RecipientDraft recipient, ScanFacts? scan)
    {
        var stamp = Stamp(Form) with
        {
            CommandId = DerivedId.From(Form.CommandId, "confer"),
            Reason = Told.Text(Form.Reason) ?? throw new FieldRefusedException(EditingTexts.ReasonMissing),
        };
        var entered = pick.IsNew ? (Form.Document ?? new NewDocumentForm()).ToDraft(Form.CommandId, DocumentKind.Confers, scan) : null;
        var document = entered?.Id ?? pick.Existing?.Id ?? throw new FieldRefusedException(EditingTexts.DocumentMissing);
        var body =
            Told.Text(Form.ConferringBody)
            ?? award.ConferringBody
            ?? entered?.IssuingBody
            ?? pick.Existing?.IssuingBody
            ?? throw new FieldRefusedException(EditingTexts.BodyMissing);
        var facts = new ConferralFacts(view!.Course.Programme.Year, null, award.Name, award.Level, body, document);
        var asserted = entered is null ? pick.Existing?.IssuingBody : entered.IssuingBody;
        var evidence = new EvidenceDraft(null, null, null, null, document, CutText.To(asserted ?? body, Evidence.LongestSource));
        return new Confer(
            stamp,
            OwnHonour,
            facts,
            [recipient],
            evidence,
            ByHand: new EnteredByHand(entered, Told.Text(Form.CertificateNumber))
        );
    }

    /// <summary>The form.</summary>
    private sealed class ResultForm : EditingForm
    {
        public NewDocumentForm? Document { get; set; }

        public IFormFile? Scan { get; set; }

        public Guid Award { get; set; }

        public string? ConferringBody { get; set; }

        public string? CertificateNumber { get; set; }

        /// <summary>An honour of the registry that is the result.</summary>
        public Guid Conferral { get; set; }
    }
}
