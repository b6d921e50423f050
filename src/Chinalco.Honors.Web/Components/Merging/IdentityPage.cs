using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Identities;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Merging;

/// <summary>A page on which somebody says who is who. Whoever may not finds nothing there.</summary>
public abstract class IdentityPage : ReadingPage
{
    [Inject]
    protected IdentityQuery Query { get; set; } = null!;

    [Inject]
    protected IdentityCommands Commands { get; set; } = null!;

    [Inject]
    protected CurrentUser Current { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "with")]
    public string? With { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Words { get; set; }

    protected PersonHint? Person { get; private set; }

    protected string? Refusal { get; set; }

    protected IdentityForm Form { get; set; } = new();

    /// <summary>The other person, as the address says.</summary>
    protected Guid? Other => Guid.TryParse(With, out var id) ? id : null;

    protected override async Task OnInitializedAsync()
    {
        Person = await Query.PersonAsync(Id, Gone);
        if (Person is null)
        {
            AnswerNotFound();
            return;
        }

        await LoadAsync();
    }

    protected abstract Task LoadAsync();

    /// <exception cref="FieldRefusedException">There is no reason.</exception>
    protected CommandStamp Stamp() =>
        new(Form.CommandId, Current.User!.Actor, Told.Text(Form.Reason) ?? throw new FieldRefusedException(EditingTexts.ReasonMissing));

    /// <summary>Sends a command and leads on; what is refused is told here, beside everything as it is now.</summary>
    /// <param name="onward">Where to, and what is said there.</param>
    protected async Task SendAsync(Func<Task<CommandOutcome>> send, Func<CommandOutcome, string> onward)
    {
        ArgumentNullException.ThrowIfNull(send);
        ArgumentNullException.ThrowIfNull(onward);
        try
        {
            var outcome = await send();
            if (outcome.Succeeded)
            {
                Navigation.NavigateTo(onward(outcome));
                return;
            }

            Refusal = outcome.Message;
            await LoadAsync();
        }
        catch (FieldRefusedException refused)
        {
            Refusal = refused.Message;
        }
    }
}
