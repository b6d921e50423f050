using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Requests;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Requests;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Requests;

/// <summary>One request beside what the registry knows, and the ways to decide on it.</summary>
public sealed partial class RequestPage(
    RequestsQuery query,
    RequestKnowledgeQuery knowledge,
    RequestCommands commands,
    IRegistry registry,
    CurrentUser current,
    NavigationManager navigation
)
{
    private RequestLine? line;
    private RequestKnowledge known = null!;
    private RequestAsker asker = null!;
    private string? refusal;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromForm(Name = "Form")]
    private Decision? Given { get; set; }

    private Decision Form { get; set; } = new();

    private EmployeeRequest Asked => line!.Request;

    /// <summary>A form that was sent stands on the page to be answered, whatever the request has become by then.</summary>
    private bool IsPosted => Http.Request.HasFormContentType;

    /// <summary>Whether accepting is a step of its own; else it comes with the change that is asked for.</summary>
    private bool IsAcceptedHere =>
        (Asked.Kind, Asked.Fact) is (RequestKind.ThisIsMe, _) or (RequestKind.NotMe or RequestKind.Correct, not RequestFact.Honour);

    /// <summary>The page where the change is made that is asked for; null when it is made here, or others make it.</summary>
    private string? Way =>
        (Asked.Kind, Asked.ConferralId) switch
        {
            (RequestKind.MissingHonour, _) => Entering,
            (RequestKind.NotMe, { } honour) when known.IsKept => With(Address.Conferral(honour, "wrong")),
            (RequestKind.Correct, { } honour) when known.IsKept => With(Address.Conferral(honour, "edit")),
            (RequestKind.Correct, null) when Keeping.PersonEditPage.IsOfTheEntry(Asked.Fact) => With(Address.PersonEdit(Asked.HonoreeId)),
            _ => null,
        };

    private string Entering =>
        Address.With(
            $"{Address.Person(Asked.HonoreeId)}/honours/new",
            ("request", Id.ToString()),
            ("award", Asked.AwardId?.ToString()),
            ("q", Asked.AwardId is null ? Asked.AwardText : null),
            ("year", Asked.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("document", known.Document?.Id.ToString()),
            ("dq", known.Document is null ? Asked.DocumentNumber : null)
        );

    private string Guidance =>
        (Asked.Kind, Asked.Fact) switch
        {
            (RequestKind.MissingHonour, _) => RequestTexts.GuideMissing,
            (RequestKind.ThisIsMe, _) => RequestTexts.GuideThisIsMe,
            (RequestKind.NotMe or RequestKind.Correct, RequestFact.Honour) when !known.IsKept => RequestTexts.GuideOthers,
            (RequestKind.NotMe, RequestFact.Honour) => RequestTexts.GuideNotTheirs,
            (RequestKind.NotMe, RequestFact.Article) => RequestTexts.GuideMention,
            (RequestKind.NotMe, _) => RequestTexts.GuideUntie,
            (RequestKind.Correct, RequestFact.Honour) => RequestTexts.GuideCorrect,
            (RequestKind.Correct, var fact) when Keeping.PersonEditPage.IsOfTheEntry(fact) => RequestTexts.GuidePerson,
            (RequestKind.Correct, _) => RequestTexts.GuideElsewhere,
            _ => RequestTexts.GuideHide,
        };

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = NeverKept;
        await LoadAsync();
        Form = Given ?? new Decision { Reason = Asks(RequestKind.Hide) ? RequestTexts.ReasonHidden : null };
    }

    private bool Asks(RequestKind kind) => line?.Request.Kind == kind;

    private async Task LoadAsync()
    {
        line = await query.OneAsync(Id, Gone);
        if (line is null)
        {
            AnswerNotFound();
            return;
        }

        known = await knowledge.RunAsync(Asked, Gone);
        asker = await query.AskerAsync(Asked, Gone);
    }

    private Task AcceptAsync() => DecideAsync(stamp => commands.AcceptAsync(stamp, Id, Gone));

    private Task DeclineAsync() => DecideAsync(stamp => commands.DeclineAsync(stamp, Id, Gone));

    /// <summary>Who may see it when fewer may than now.</summary>
    private IEnumerable<Visibility> Narrower => Enum.GetValues<Visibility>().Where(v => v > known.SeenNow(Asked));

    private Task HideAsync()
    {
        if (line is { Request.State: RequestState.Waiting } && !Narrower.Contains(Form.To))
        {
            refusal = RequestTexts.HiddenAlready;
            return Task.CompletedTask;
        }

        return DecideAsync(stamp =>
            Asked.ConferralId is { } honour && known.HonourAward is { } award
                ? registry.SendAsync(award, new ShowConferral(stamp, honour, Form.To, Id), Gone)
                : registry.SendAsync(Asked.HonoreeId, new ShowHonoree(stamp, Hidden(), Id), Gone)
        );
    }

    /// <summary>Who sees the person then: the one fact changes, the others stay.</summary>
    private Domain.Honorees.HonoreeVisibility Hidden() =>
        Asked.Fact switch
        {
            RequestFact.Person => known.Visibility with { Person = Form.To },
            RequestFact.Status => known.Visibility with { Status = Form.To },
            _ => known.Visibility with { PastEmployments = Form.To },
        };

    private async Task DecideAsync(Func<CommandStamp, Task<CommandOutcome>> send)
    {
        if (line is null || current.User is not { } user)
        {
            return;
        }

        if (Told.Text(Form.Reason) is not { } reason)
        {
            refusal = EditingTexts.ReasonMissing;
            return;
        }

        var outcome = await send(new CommandStamp(Form.CommandId, user.Actor, reason));
        if (outcome.Succeeded)
        {
            navigation.NavigateTo(Address.Request(Id));
            return;
        }

        refusal = outcome.Message;
        await LoadAsync();
    }

    private string With(string path) => Address.With(path, ("request", Id.ToString()));

    /// <summary>The form.</summary>
    private sealed class Decision
    {
        public Guid CommandId { get; set; } = Guid.CreateVersion7();

        public string? Reason { get; set; }

        /// <summary>Who is to see it then.</summary>
        public Visibility To { get; set; } = Visibility.HrOnly;
    }
}
