using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Resources;
using Chinalco.Honors.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Accounts;

/// <summary>What a user sees and does about the own account.</summary>
public sealed partial class OwnAccountPage(AccountsQuery query, Sessions sessions, SignInOptions options, CurrentUser current)
{
    private AccountView view = null!;
    private SignedInUser user = null!;
    private IReadOnlyList<SignInSession> open = [];
    private string? said;

    /// <summary>What another page has just done.</summary>
    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    [SupplyParameterFromForm(Name = "Ended", FormName = "end")]
    private Choice? Ended { get; set; }

    protected override async Task OnInitializedAsync()
    {
        user = current.User!;
        said = Done switch
        {
            "password" => AccountTexts.PasswordSaved,
            "factor-off" => AccountTexts.FactorSwitchedOff,
            _ => null,
        };
        view = (await query.FindAsync(user.AccountId, Gone))!;
        open = await sessions.OpenOfAsync(user.AccountId, Gone);
    }

    private static string Began(SignInSession session)
    {
        var at = Wording.Instant(session.BeganAt);
        return session.Address is { } address ? AccountTexts.SessionBeganFrom.With(at, address) : AccountTexts.SessionBegan.With(at);
    }

    private async Task EndAsync()
    {
        if (Ended?.Session is { } session && session != user.SessionId)
        {
            await sessions.EndAsync(user, session, Gone);
            await ShowEndedAsync();
        }
    }

    private async Task EndOthersAsync()
    {
        await sessions.EndOthersAsync(user, Gone);
        await ShowEndedAsync();
    }

    private async Task ShowEndedAsync()
    {
        said = AccountTexts.SessionEnded;
        open = await sessions.OpenOfAsync(user.AccountId, Gone);
    }

    private sealed class Choice
    {
        public Guid? Session { get; set; }
    }
}
