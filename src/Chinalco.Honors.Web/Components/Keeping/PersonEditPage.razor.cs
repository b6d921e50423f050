using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Requests;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Keeping;

/// <summary>Corrects a person's name, number, status and present post by hand: what would change is shown before it is written.</summary>
public sealed partial class PersonEditPage(
    PersonEntryQuery query,
    RequestsQuery requests,
    IRegistry registry,
    CurrentUser current,
    NavigationManager navigation
)
{
    private KeptEntry? entry;
    private EmployeeRequest? asked;
    private IReadOnlyCollection<(string Field, string Before, string After)> differences = [];
    private string? postNote;
    private string? refusal;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The employee's request that the page is opened from.</summary>
    [SupplyParameterFromQuery(Name = "request")]
    public string? RequestText { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "check")]
    private EntryForm? Checked { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "apply")]
    private EntryForm? Applied { get; set; }

    private EntryForm Form { get; set; } = new();

    protected override async Task OnInitializedAsync()
    {
        entry = await query.OneAsync(Id, Gone);
        if (entry is null)
        {
            AnswerNotFound();
            return;
        }

        if (Guid.TryParse(RequestText, out var request))
        {
            asked = await requests.ToAnswerAsync(request, RequestKind.Correct, r => r.HonoreeId == Id && IsOfTheEntry(r.Fact), Gone);
        }

        Form = Checked ?? Applied ?? EntryForm.Of(entry.Person, asked);
    }

    /// <summary>Whether what somebody asks to be corrected is corrected here.</summary>
    public static bool IsOfTheEntry(RequestFact fact) =>
        fact is RequestFact.Person or RequestFact.Name or RequestFact.EmployeeNumber or RequestFact.Status or RequestFact.Employment;

    private async Task CheckAsync()
    {
        if (entry is null)
        {
            return;
        }

        try
        {
            _ = Reason();
            if (Form.Version != entry.Person.Version)
            {
                refusal = new TheHonoreeIsAsItWasSeen(Form.Version, entry.Person.Version).Advice;
                Form = EntryForm.Of(entry.Person, asked);
                return;
            }

            var (to, place) = await ReadAsync(entry);
            differences = [.. Differences(entry, to, place)];
            refusal = differences.Count == 0 ? EditingTexts.NothingDiffers : null;
            postNote = NoteOn(entry.Person, to);
        }
        catch (FieldRefusedException refused)
        {
            refusal = refused.Message;
        }
    }

    private async Task ApplyAsync()
    {
        if (entry is null)
        {
            return;
        }

        try
        {
            var stamp = new CommandStamp(Form.CommandId, current.User!.Actor, Reason());
            var (to, _) = await ReadAsync(entry);
            var outcome = await registry.SendAsync(Id, new CorrectHonoree(stamp, to, Form.Version, asked?.Id), Gone);
            if (outcome.Succeeded)
            {
                navigation.NavigateTo(asked is { Id: var answered } ? Address.Request(answered) : Address.Person(Id));
                return;
            }

            refusal = outcome.Message;
            entry = await query.OneAsync(Id, Gone);
            Form = entry is null ? Form : EntryForm.Of(entry.Person, asked);
        }
        catch (FieldRefusedException refused)
        {
            refusal = refused.Message;
        }
    }

    private string Reason() => Told.Text(Form.Reason) ?? throw new FieldRefusedException(EditingTexts.ReasonMissing);

    /// <summary>What the form says, and the name of the unit that its text means.</summary>
    /// <exception cref="FieldRefusedException">A field is missing or wrong, or the unit is none or another's.</exception>
    private async Task<(CorrectedPerson To, string? Place)> ReadAsync(KeptEntry now)
    {
        var present = now.Person.PresentPost;
        EmploymentFact? post = null;
        string? name = null;
        if (Told.Text(Form.Unit) is { } text)
        {
            var stays = string.Equals(text, present?.UnitText, StringComparison.Ordinal);
            var (unit, place) = stays && present!.UnitId is { } placed ? (placed, now.UnitName) : await PlacedAsync(text, stays);
            (post, name) = (new EmploymentFact(unit, text, Told.Text(Form.Position)), place);
        }
        else if (Told.Text(Form.Position) is not null)
        {
            throw new FieldRefusedException(KeepingTexts.UnitMissing);
        }

        var to = new CorrectedPerson(
            Told.Text(Form.Name) ?? throw new FieldRefusedException(KeepingTexts.PersonNameMissing),
            Told.Text(Form.Number)?.ToUpperInvariant(),
            Enum.IsDefined(Form.Status) ? Form.Status : throw new FieldRefusedException(KeepingTexts.StatusWrong),
            post,
            Told.Partial(Form.On)
        );
        return (to, name);
    }

    /// <param name="stays">The text is the one on record: it need not be known to the tree.</param>
    private async Task<(Guid? Unit, string? Place)> PlacedAsync(string text, bool stays)
    {
        var place = await query.PlaceAsync(text, Gone);
        return place switch
        {
            { IsTheirs: true } => (place.Id, place.Name),
            _ when stays => (null, null),
            null => throw new FieldRefusedException(KeepingTexts.UnitUnknown.With(text)),
            _ => throw new FieldRefusedException(KeepingTexts.UnitNotYours.With(place.Name)),
        };
    }

    private static IEnumerable<(string Field, string Before, string After)> Differences(KeptEntry now, CorrectedPerson to, string? place)
    {
        foreach (var (field, before, after) in CorrectedPeople.Differences(now.Person, to))
        {
            // The number on record is a sensitive field: each look at it asks for a purpose.
            var shown = field == CorrectedPeople.NumberWord && before is not null ? KeepingTexts.NotShown : before;
            yield return (field, shown ?? EditingTexts.None, after ?? EditingTexts.None);
        }

        if (now.Person.PresentPost?.UnitId != to.Post?.UnitId)
        {
            yield return (KeepingTexts.PlaceInTree, now.UnitName ?? EditingTexts.None, place ?? EditingTexts.None);
        }
    }

    /// <summary>What becomes of the post on record.</summary>
    private static string? NoteOn(Honoree person, CorrectedPerson to)
    {
        var present = person.PresentPost;
        return present is null || (present.UnitText, present.Position) == (to.Post?.UnitText, to.Post?.Position)
            ? null
            : (to.Post, to.On) switch
            {
                (null, { } ended) => KeepingTexts.PostEnds.With(ended),
                (_, { } moved) => KeepingTexts.PostMoves.With(moved),
                _ => KeepingTexts.PostWasWrong,
            };
    }

    /// <summary>The form.</summary>
    private sealed class EntryForm : EditingForm
    {
        public string? Name { get; set; }

        public string? Number { get; set; }

        public HonoreeStatus Status { get; set; }

        public string? Unit { get; set; }

        public string? Position { get; set; }

        public string? On { get; set; }

        /// <summary>What the form holds besides its stamp, to be sent once more.</summary>
        public IEnumerable<(string Name, string? Value)> Fields =>
            [
                (nameof(Name), Name),
                (nameof(Number), Number),
                (nameof(Status), Status.ToString()),
                (nameof(Unit), Unit),
                (nameof(Position), Position),
                (nameof(On), On),
                (nameof(Reason), Reason),
            ];

        /// <param name="asked">The request that is answered; null when there is none.</param>
        public static EntryForm Of(Honoree person, EmployeeRequest? asked) =>
            new()
            {
                Version = person.Version,
                Name = person.Name,
                Status = person.Status,
                Unit = person.PresentPost?.UnitText,
                Position = person.PresentPost?.Position,
                Reason = asked is null ? null : RequestTexts.ReasonCorrect,
            };
    }
}
