using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Nominations;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Nominations;

/// <summary>A page of nominations: forms without script, each with its command's id and the version that was shown.</summary>
public abstract class NominationPage : ReadingPage
{
    [Inject]
    protected NominationKeeping Keeping { get; set; } = null!;

    [Inject]
    protected NominationReach Reach { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private CurrentUser Current { get; set; } = null!;

    /// <summary>Why nothing was written, in Chinese.</summary>
    protected string? Refusal { get; set; }

    protected CommandStamp Stamp(EditingForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new CommandStamp(form.CommandId, Current.User!.Actor, Told.Text(form.Reason));
    }

    /// <summary>Sends a command; leads on when it was carried out, else the page says why not.</summary>
    /// <returns>Whether it was carried out.</returns>
    protected async Task<bool> SendAsync(Func<Task<CommandOutcome>> send, string? to)
    {
        ArgumentNullException.ThrowIfNull(send);
        try
        {
            var outcome = await send();
            Refusal = outcome.Message;
            if (outcome.Succeeded && to is not null)
            {
                Navigation.NavigateTo(to);
            }

            return outcome.Succeeded;
        }
        catch (FieldRefusedException refused)
        {
            Refusal = refused.Message;
        }
        catch (RuleBrokenException broken)
        {
            Refusal = broken.Rule.Advice;
        }

        return false;
    }
}
