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
    private const char PersonLetter = 'p';
    private const char UnitLetter = 'u';
    private const int MostOthers = 100;

    private HonourSubject? subject;
    private EmployeeRequest? asked;
    private AwardChoice? award;
    private ImmutableArray<AwardChoice> awards = [];
    private ImmutableArray<StandingHonour> standing = [];
    private DocumentPick pick = new(null, IsNew: false, null, []);
    private ImmutableArray<HonourSubject> others = [];
    private ImmutableArray<RecipientChoice> recipients = [];
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

    /// <summary>Who received it besides: people and units by their ids, each with its letter.</summary>
    [SupplyParameterFromQuery(Name = "with")]
    public string? OthersText { get; set; }

    [SupplyParameterFromQuery(Name = "rq")]
    public string? RecipientWords { get; set; }

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

    private (string, string?)[] Kept =>
        [
            ("award", Chosen),
            ("year", YearText),
            ("edition", EditionText),
            ("another", Another),
            ("with", TextOf(others)),
            ("request", asked?.Id.ToString()),
        ];

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
            others = await OthersAsync();
            recipients = string.IsNullOrWhiteSpace(RecipientWords)
                ? []
                : [.. (await query.RecipientsAsync(RecipientWords, Gone)).Where(r => r.Id != subject.Id && !others.Any(o => o.Id == r.Id))];
        }
    }

    /// <summary>Those whom the address names besides and whose honours the user keeps.</summary>
    private async Task<ImmutableArray<HonourSubject>> OthersAsync()
    {
        var found = new List<HonourSubject>();
        foreach (
            var text in (OthersText ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Distinct(StringComparer.Ordinal)
                .Take(MostOthers)
        )
        {
            if (
                Guid.TryParse(text[1..], out var id)
                && id != subject!.Id
                && await (text[0] == PersonLetter ? honours.PersonAsync(id, Gone) : honours.UnitAsync(id, Gone)) is { } other
            )
            {
                found.Add(other);
            }
        }

        return [.. found];
    }

    private static string TextOf(IEnumerable<HonourSubject> subjects) =>
        string.Join(',', subjects.Select(s => (s.IsPerson ? PersonLetter : UnitLetter) + s.Id.ToString()));

    private (string, string?)[] WithOthers(IEnumerable<HonourSubject> subjects) =>
        [.. Kept.Where(k => k.Item1 != "with"), ("with", TextOf(subjects)), ("document", DocumentText)];

    private (string, string?)[] WithMore(RecipientChoice more)
    {
        var text = (more.IsPerson ? PersonLetter : UnitLetter) + more.Id.ToString();
        return
        [
            .. Kept.Where(k => k.Item1 != "with"),
            ("with", others.IsEmpty ? text : $"{TextOf(others)},{text}"),
            ("document", DocumentText),
        ];
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
            var outcome = await upload.SendAsync(Form.Scan, scan => SendAsync(stamp, scan), Gone);
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

    private Task<CommandOutcome> SendAsync(CommandStamp stamp, ScanFacts? scan)
    {
        if (!others.IsEmpty && Form.Given is not (NewHonour.Each or NewHonour.Together))
        {
            throw new FieldRefusedException(SeveralTexts.HowGivenMissing);
        }

        var confer = Command(stamp, scan);
        if (others.IsEmpty || Form.Given == NewHonour.Together)
        {
            return registry.SendAsync(award!.Id, confer, Gone);
        }

        var each = confer.Recipients.Select(
            (recipient, n) =>
                new EachRecipient(
                    n == 0 ? confer.ConferralId : DerivedId.From(stamp.CommandId, $"conferral:{recipient.HonoreeId ?? recipient.UnitId}"),
                    recipient,
                    n == 0 ? confer.ByHand!.CertificateNumber : null
                )
        );
        return registry.SendAsync(
            award!.Id,
            new ConferEach(stamp, confer.Facts, [.. each], confer.Evidence, confer.ByHand!.NewDocument),
            Gone
        );
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
            [Recipient(subject!, Form.Post), .. others.Select(o => Recipient(o, post: 0))],
            evidence,
            ByHand: new EnteredByHand(entered, Told.Text(Form.CertificateNumber), asked?.Id)
        );
    }

    /// <param name="post">Which of a person's posts was held then; the first is the present one.</param>
    private static RecipientDraft Recipient(HonourSubject of, int post)
    {
        if (!of.IsPerson)
        {
            return new RecipientDraft(of.Kind, HonoreeId: null, of.Id, of.Name, UnitAsPrinted: null);
        }

        var held = of.Posts.ElementAtOrDefault(post);
        return new RecipientDraft(RecipientKind.Person, of.Id, held?.UnitId, of.Name, held?.Unit);
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
        Address.With(Action, [.. parameters.ToArray().Where(p => p.Item1 != "request"), ("request", asked?.Id.ToString())]);

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

        /// <summary>Of several recipients: <see cref="Each"/> or <see cref="Together"/>.</summary>
        public string? Given { get; set; }

        public const string Each = "each";
        public const string Together = "together";

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
