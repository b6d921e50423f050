using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Resources;
using Chinalco.Honors.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace Chinalco.Honors.Web.Components.Accounts;

/// <summary>Asks whoever knew the password for the second factor.</summary>
public sealed partial class SignInCodePage(
    LocalSignIn local,
    SignInCookies cookies,
    UserManager<Account> accounts,
    Told told,
    NavigationManager navigation
)
{
    private string? refusal;
    private Guid accountId;
    private string stamp = "";

    [SupplyParameterFromQuery(Name = "returnUrl")]
    private string? ReturnTo { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "code")]
    private Answer? Given { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (await cookies.HalfSignedAsync(Http) is not { } half)
        {
            var back = ReturnUrl.Via("/sign-in", ReturnTo);
            var words = Uri.EscapeDataString(told.Seal(AccountTexts.CodeTooLate));
            navigation.NavigateTo(back + (back.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "told=" + words);
            return;
        }

        (accountId, stamp) = half;
    }

    private async Task CheckAsync()
    {
        if (await local.ProveCodeAsync(accountId, Given?.Code, Gone) is not { } proof)
        {
            refusal = AccountTexts.CodeRefused;
            return;
        }

        // A password that was changed since it was typed no longer counts.
        var account = await accounts.FindByIdAsync(accountId.ToString("D"));
        if (account is null || account.SecurityStamp != stamp || !await cookies.SignInAsync(Http, account, proof))
        {
            refusal = AccountTexts.CodeRefused;
            return;
        }

        navigation.NavigateTo(ReturnUrl.Local(ReturnTo));
    }

    private sealed class Answer
    {
        public string? Code { get; set; }
    }
}
