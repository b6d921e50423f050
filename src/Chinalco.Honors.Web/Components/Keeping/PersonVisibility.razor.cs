using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Keeping;

/// <summary>Says who may see a person, the person's fields and each honour.</summary>
public sealed partial class PersonVisibility(
    PersonKeepingQuery query,
    IRegistry registry,
    CurrentUser current,
    NavigationManager navigation
)
{
    private const string Changed = "saved";
    private const string Nothing = "same";

    private KeptPerson? person;
    private string? refusal;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    private string? Said =>
        Done switch
        {
            Changed => KeepingTexts.Saved,
            Nothing => KeepingTexts.NothingChanged,
            _ => null,
        };

    [SupplyParameterFromForm(Name = "Form", FormName = "visibility")]
    private Choices? Given { get; set; }

    private Choices Form { get; set; } = new();

    protected override async Task OnInitializedAsync()
    {
        person = await query.RunAsync(Id, Right.KeepPeople, Gone);
        if (person is null)
        {
            AnswerNotFound();
            return;
        }

        Form = Given ?? Choices.Of(person.Visibility);
    }

    private async Task SaveAsync()
    {
        if (person is null || current.User is not { } user)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(Form.Reason))
        {
            refusal = KeepingTexts.ReasonMissing;
            return;
        }

        var outcomes = new List<CommandOutcome>();
        var to = new HonoreeVisibility(Form.Person, Visibility.HrOnly, Form.Status, Form.PastEmployments);
        if (to != person.Visibility)
        {
            outcomes.Add(await registry.SendAsync(Id, new ShowHonoree(Stamp("person"), to), Gone));
        }

        foreach (var conferral in person.Conferrals)
        {
            // What the form does not name stays; what it names and the person never received is ignored.
            if (Form.Conferrals.Find(c => c.Id == conferral.Id) is { } chosen && chosen.To != conferral.Visibility)
            {
                var command = new ShowConferral(Stamp(conferral.Id.ToString()), conferral.Id, chosen.To);
                outcomes.Add(await registry.SendAsync(conferral.AwardId, command, Gone));
            }
        }

        refusal = outcomes.Find(o => !o.Succeeded)?.Message;
        if (refusal is null)
        {
            // Another request: this one reads as its viewer did before the change.
            navigation.NavigateTo($"{Address.Person(Id)}/visibility?done={(outcomes.Count == 0 ? Nothing : Changed)}");
        }

        CommandStamp Stamp(string part) => new(DerivedId.From(Form.CommandId, part), user.Actor, Form.Reason.Trim());
    }

    /// <summary>The form.</summary>
    private sealed class Choices
    {
        public Guid CommandId { get; set; }

        public Visibility Person { get; set; }

        public Visibility Status { get; set; }

        public Visibility PastEmployments { get; set; }

        public List<ConferralChoice> Conferrals { get; set; } = [];

        public string Reason { get; set; } = "";

        public static Choices Of(HonoreeVisibility now) =>
            new()
            {
                CommandId = Guid.CreateVersion7(),
                Person = now.Person,
                Status = now.Status,
                PastEmployments = now.PastEmployments,
            };
    }

    private sealed class ConferralChoice
    {
        public Guid Id { get; set; }

        public Visibility To { get; set; }
    }
}
