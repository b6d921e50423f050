using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Requests;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Requests;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Requests;

/// <summary>Where an employee asks something about themselves. What it is about stands in the address.</summary>
public sealed partial class NewRequestPage(
    OwnRequests own,
    RequestCommands commands,
    ScanUpload upload,
    CurrentUser current,
    NavigationManager navigation
)
{
    private AskedThing? asked;
    private ImmutableArray<string> awards = [];
    private string? refusal;

    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery]
    public string? Fact { get; set; }

    [SupplyParameterFromQuery]
    public string? Person { get; set; }

    [SupplyParameterFromQuery]
    public string? Honour { get; set; }

    [SupplyParameterFromQuery]
    public string? Article { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "ask")]
    private AskForm? Given { get; set; }

    private AskForm Form { get; set; } = new();

    private string Title => RequestWording.Title(asked!.Target.Kind, asked.Target.Fact);

    private bool IsMissing => asked!.Target.Kind == RequestKind.MissingHonour;

    /// <summary>Whether the form asks for an honour's facts: those of a missing one, or the right ones.</summary>
    private bool TellsHonour => asked!.Target is { Fact: RequestFact.Honour, Kind: RequestKind.MissingHonour or RequestKind.Correct };

    private bool NeedsWords => asked!.Target.Kind is RequestKind.Correct or RequestKind.NotMe;

    protected override async Task OnInitializedAsync()
    {
        var target = Target();
        asked = target is null ? null : await own.AskedAsync(target, Gone);
        if (asked is null)
        {
            AnswerNotFound();
            return;
        }

        Form = Given ?? AskForm.Of(asked.Now);
        awards = TellsHonour ? await own.AwardNamesAsync(Gone) : [];
    }

    private RequestTarget? Target() =>
        Enum.TryParse<RequestKind>(Kind, out var kind) && Enum.TryParse<RequestFact>(Fact, out var fact)
            ? new RequestTarget(kind, fact, Id(Person), Id(Honour), Id(Article))
            : null;

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private async Task AskAsync()
    {
        if (asked is null || current.User is not { } user)
        {
            return;
        }

        try
        {
            var honour = await HonourAsync();
            var stamp = new CommandStamp(Form.CommandId, user.Actor);
            var outcome = await upload.SendAsync(
                Form.Scan,
                scan => commands.AskAsync(stamp, user.AccountId, Draft(honour, scan), Gone),
                Gone
            );
            if (outcome.Succeeded)
            {
                navigation.NavigateTo(Address.OwnRequests + "?done=asked");
                return;
            }

            refusal = outcome.Message;
        }
        catch (FieldRefusedException refused)
        {
            refusal = refused.Message;
        }
    }

    private RequestDraft Draft(ToldHonour? honour, ScanFacts? scan) =>
        new(
            DerivedId.From(Form.CommandId, "request"),
            asked!.Target.Kind,
            asked.Target.Fact,
            asked.Person.Id,
            Told.Text(Form.Words),
            asked.Target.Honour,
            asked.Target.Article,
            honour,
            scan
        );

    /// <exception cref="FieldRefusedException">A field is wrong.</exception>
    private async Task<ToldHonour?> HonourAsync()
    {
        if (!TellsHonour)
        {
            return null;
        }

        var award = Told.Text(Form.Award);
        return new ToldHonour(
            IsMissing ? await own.AwardNamedAsync(award, Gone) : null,
            award,
            Told.Year(Form.Year),
            Told.Text(Form.ConferringBody),
            Told.Text(Form.DocumentNumber)
        );
    }

    /// <summary>The form.</summary>
    private sealed class AskForm
    {
        public Guid CommandId { get; set; } = Guid.CreateVersion7();

        public string? Award { get; set; }

        public string? Year { get; set; }

        public string? ConferringBody { get; set; }

        public string? DocumentNumber { get; set; }

        public string? Words { get; set; }

        public IFormFile? Scan { get; set; }

        /// <param name="now">The honour as the registry has it; null when it has none.</param>
        public static AskForm Of(ToldHonour? now) =>
            new()
            {
                Award = now?.Award,
                Year = now?.Year?.ToString(CultureInfo.InvariantCulture),
                ConferringBody = now?.ConferringBody,
            };
    }
}
