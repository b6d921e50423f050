using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Requests;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Editing;

/// <summary>A page on which one honour is changed. Whoever may not change it finds nothing there.</summary>
public abstract class KeptHonourPage : ReadingPage
{
    [Inject]
    protected HonourKeepingQuery Honours { get; set; } = null!;

    [Inject]
    protected IRegistry Registry { get; set; } = null!;

    [Inject]
    protected CurrentUser Current { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    protected RequestsQuery Requests { get; set; } = null!;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The employee's request that the page is opened from.</summary>
    [SupplyParameterFromQuery(Name = "request")]
    public string? RequestText { get; set; }

    /// <summary>The request that is accepted with the change; null when there is none.</summary>
    protected EmployeeRequest? Asked { get; private set; }

    /// <summary>What kind of request the page may answer; null for none.</summary>
    protected virtual RequestKind? Answers => null;

    /// <summary>Null when the user may not change it.</summary>
    protected KeptHonour? Honour { get; private set; }

    protected string? Refusal { get; set; }

    /// <summary>The form that was sent; null when none was. It has to stand on the page to be answered, whatever the honour has become by then.</summary>
    protected string? Posted => Http.Request.HasFormContentType ? Http.Request.Form["_handler"].ToString() : null;

    protected Actor Actor => Current.User!.Actor;

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        if (Honour is null)
        {
            AnswerNotFound();
            return;
        }

        if (Answers is { } kind && Guid.TryParse(RequestText, out var request))
        {
            Asked = await Requests.ToAnswerAsync(request, kind, r => r.ConferralId == Id, Gone);
        }
    }

    protected async Task LoadAsync() => Honour = await Honours.OneAsync(Id, Gone);

    /// <summary>The stamp of a form's command.</summary>
    /// <exception cref="FieldRefusedException">There is no reason.</exception>
    protected CommandStamp Stamp(EditingForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new CommandStamp(
            form.CommandId,
            Actor,
            Told.Text(form.Reason) ?? throw new FieldRefusedException(EditingTexts.ReasonMissing)
        );
    }

    /// <summary>Sends a command, and leads on to the honour; what is refused is told here, beside the honour as it is now.</summary>
    /// <param name="done">What the honour's page says then.</param>
    protected async Task SendAsync(Func<Task<CommandOutcome>> send, string done)
    {
        ArgumentNullException.ThrowIfNull(send);
        if (Honour is null)
        {
            return;
        }

        CommandOutcome outcome;
        try
        {
            outcome = await send();
        }
        catch (FieldRefusedException refused)
        {
            Refusal = refused.Message;
            return;
        }

        if (outcome.Succeeded)
        {
            var said = outcome.Result == CommandResult.NothingToDo ? EditingDone.Same : done;
            Navigation.NavigateTo(
                Asked is { Id: var answered } ? Address.Request(answered) : Address.With(Address.Conferral(Id), ("done", said))
            );
            return;
        }

        Refusal = outcome.Message;
        await LoadAsync();
    }
}

/// <summary>What was done, as the honour's page is told it.</summary>
internal static class EditingDone
{
    public const string Added = "added";
    public const string Same = "same";
    public const string Proved = "proved";
    public const string Changed = "changed";
    public const string Certified = "certificate";
    public const string Wrong = "wrong";
    public const string Restored = "restored";
    public const string Revoked = "revoked";
    public const string Returned = "returned";

    public static string? Words(string? done) =>
        done switch
        {
            Added => EditingTexts.DoneAdded,
            Same => EditingTexts.DoneSame,
            Proved => EditingTexts.DoneProved,
            Changed => EditingTexts.DoneChanged,
            Certified => EditingTexts.DoneCertified,
            Wrong => EditingTexts.DoneWrong,
            Restored => EditingTexts.DoneRestored,
            Revoked => EditingTexts.DoneRevoked,
            Returned => EditingTexts.DoneReturned,
            _ => null,
        };
}
