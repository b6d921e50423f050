using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Requests;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Editing;

/// <summary>Enters an honour by hand, step by step: award, year, document, facts. The steps stand in the address.</summary>
public sealed partial class NewHonourPage(
    HonourKeepingQuery honours,
    RequestsQuery requests,
    NewHonourQuery query,
    DocumentKeepingQuery documents,
    ScanUpload upload,
    IRegistry registry,
    CurrentUser current,
    NavigationManager navigation
)
{
    private HonourSubject? subject;
    private EmployeeRequest? asked;
    private AwardChoice? award;
    private ImmutableArray<AwardChoice> awards = [];
    private ImmutableArray<StandingHonour> standing = [];
    private DocumentPick pick = new(null, IsNew: false, null, []);
    private int? year;
    private string? edition;
    private string? refusal;

    [Parameter]
    public Guid? Person { get; set; }

    [Parameter]
    public Guid? Unit { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Words { get; set; }

    [SupplyParameterFromQuery(Name = "award")]
    public string? Chosen { get; set; }

    [SupplyParameterFromQuery(Name = "year")]
    public string? YearText { get; set; }

    [SupplyParameterFromQuery(Name = "edition")]
    public string? EditionText { get; set; }

    [SupplyParameterFromQuery(Name = "another")]
    public string? Another { get; set; }

    [SupplyParameterFromQuery(Name = "document")]
    public string? DocumentText { get; set; }

    [SupplyParameterFromQuery(Name = "dq")]
    public string? DocumentWords { get; set; }

    /// <summary>The employee's request that entering the honour accepts.</summary>
    [SupplyParameterFromQuery(Name = "request")]
    public string? RequestText { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "add")]
    private NewHonour? Given { get; set; }

    [SupplyParameterFromForm(Name = "Proposed", FormName = "propose")]
    private NewAward? Proposed { get; set; }

    private NewHonour Form { get; set; } = new();

    private NewAward Proposal { get; set; } = new();

    /// <summary>Whether the honour stands already beyond doubt.</summary>
    private bool IsSame => standing.Any(s => s.IsSame);

    /// <summary>A form that was sent is answered in any case: sent twice, it answers the same both times.</summary>
    private bool MayGoOn =>
        award is not null && year is not null && (Given is not null || (!IsSame && (standing.IsEmpty || Another is not null)));

    private (string, string?)[] Kept => [("award", Chosen), ("year", YearText), ("edition", EditionText), ("another", Another)];

    private string Action => $"{subject!.Honours}/new";

    protected override async Task OnInitializedAsync()
    {
        if (Guid.TryParse(RequestText, out var request))
        {
            asked = await requests.ToAnswerAsync(request, RequestKind.MissingHonour, r => r.HonoreeId == Person, Gone);
        }

        subject =
            asked is not null ? await honours.OfAsync(asked, Gone)
            : Person is { } person ? await honours.PersonAsync(person, Gone)
            : Unit is { } unit ? await honours.UnitAsync(unit, Gone)
            : null;
        if (subject is null)
        {
            AnswerNotFound();
            return;
        }

        Proposal = Proposed ?? Proposal;
        award = await query.AwardAsync(Guid.TryParse(Chosen, out var id) ? id : null, Gone);
        if (award is null)
        {
            awards = await query.AwardsAsync(Words, Gone);
            return;
        }

        Form = Given ?? NewHonour.Of(award, asked);
        ReadYear();
        standing = await query.StandingAsync(subject, award.Id, year, edition, Gone);
        if (MayGoOn)
        {
            pick = await DocumentPick.LoadAsync(documents, DocumentText, DocumentWords, Gone);
        }
    }

    private void ReadYear()
    {
        try
        {
            year = Told.Year(YearText);
            edition = Told.Text(EditionText);
        }
        catch (FieldRefusedException refused)
        {
            refusal = refused.Message;
        }
    }

    private async Task AddAsync()
    {
        if (subject is null || !MayGoOn || !pick.IsMade)
        {
            return;
        }

        try
        {
            var stamp = new CommandStamp(
                Form.CommandId,
                current.User!.Actor,
                Told.Text(Form.Reason) ?? throw new FieldRefusedException(EditingTexts.ReasonMissing)
            );
            var outcome = await upload.SendAsync(Form.Scan, scan => registry.SendAsync(award!.Id, Command(stamp, scan), Gone), Gone);
            if (outcome.Succeeded)
            {
                navigation.NavigateTo(
                    asked is null
                        ? Address.With(Address.Conferral(outcome.SubjectId), ("done", EditingDone.Added))
                        : Address.Request(asked.Id)
                );
                return;
            }

            refusal = outcome.Message;
            standing = await query.StandingAsync(subject, award!.Id, year, edition, Gone);
        }
        catch (FieldRefusedException refused)
        {
            refusal = refused.Message;
        }
    }

    private Confer Command(CommandStamp stamp, ScanFacts? scan)
    {
        var entered = pick.IsNew ? (Form.Document ?? new NewDocumentForm()).ToDraft(Form.CommandId, DocumentKind.Confers, scan) : null;
        var document = entered?.Id ?? pick.Existing!.Id;
        var body = Told.Text(Form.ConferringBody) ?? throw new FieldRefusedException(EditingTexts.BodyMissing);
        var facts = new ConferralFacts(
            year,
            edition,
            Told.Text(Form.AwardAsPrinted) ?? award!.Name,
            Form.Level,
            body,
            document,
            Told.Partial(Form.Date)
        );
        var asserted = entered is null ? pick.Existing!.IssuingBody : entered.IssuingBody;
        var evidence = new EvidenceDraft(null, null, null, null, document, CutText.To(asserted ?? body, Evidence.LongestSource));
        return new Confer(
            stamp,
            DerivedId.From(stamp.CommandId, "conferral"),
            facts,
            [Recipient()],
            evidence,
            ByHand: new EnteredByHand(entered, Told.Text(Form.CertificateNumber), asked?.Id)
        );
    }

    private RecipientDraft Recipient()
    {
        if (!subject!.IsPerson)
        {
            return new RecipientDraft(subject.Kind, HonoreeId: null, subject.Id, subject.Name, UnitAsPrinted: null);
        }

        var post = subject.Posts.ElementAtOrDefault(Form.Post);
        return new RecipientDraft(RecipientKind.Person, subject.Id, post?.UnitId, subject.Name, post?.Unit);
    }

    /// <summary>Enters an award that the catalogue lacks, and goes on with it.</summary>
    private async Task ProposeAsync()
    {
        if (subject is null)
        {
            return;
        }

        if (
            (Told.Text(Proposal.Name), Told.Text(Proposal.ConferringBody), Told.Text(Proposal.Reason))
            is not
            ({ } name, { } body, { } reason)
        )
        {
            refusal = EditingTexts.ProposalIncomplete;
            return;
        }

        var id = DerivedId.From(Proposal.CommandId, "award");
        var command = new RegisterAward(
            new CommandStamp(Proposal.CommandId, current.User!.Actor, reason),
            Code: null,
            name,
            Proposal.Level,
            Proposal.Family,
            body,
            Details: null,
            Aliases: []
        );
        var outcome = await registry.SendAsync(id, command, Gone);
        refusal = outcome.Message;
        if (outcome.Succeeded)
        {
            navigation.NavigateTo(Here(("award", id.ToString())));
        }
    }

    private string Here(params ReadOnlySpan<(string, string?)> parameters) =>
        Address.With(Action, [.. parameters, ("request", asked?.Id.ToString())]);

    /// <summary>The form.</summary>
    private sealed class NewHonour : EditingForm
    {
        public NewDocumentForm? Document { get; set; }

        public IFormFile? Scan { get; set; }

        public string? AwardAsPrinted { get; set; }

        public AwardLevel Level { get; set; }

        public string? ConferringBody { get; set; }

        public string? Date { get; set; }

        /// <summary>Which of the subject's posts was held when the honour was received.</summary>
        public int Post { get; set; }

        public string? CertificateNumber { get; set; }

        /// <param name="asked">What an employee told of it; null when nobody did.</param>
        public static NewHonour Of(AwardChoice award, EmployeeRequest? asked) =>
            asked is null
                ? new NewHonour { Level = award.Level }
                : new NewHonour
                {
                    Level = award.Level,
                    AwardAsPrinted = asked.AwardText,
                    ConferringBody = asked.ConferringBody,
                    Document = new NewDocumentForm { Number = asked.DocumentNumber, IssuingBody = asked.ConferringBody },
                    Reason = RequestTexts.ReasonEntered,
                };
    }

    private sealed class NewAward
    {
        public Guid CommandId { get; set; } = Guid.CreateVersion7();

        public string? Name { get; set; }

        public AwardLevel Level { get; set; } = AwardLevel.Enterprise;

        public AwardFamily Family { get; set; } = AwardFamily.General;

        public string? ConferringBody { get; set; }

        public string? Reason { get; set; }
    }
}
