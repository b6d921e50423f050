using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Resources;
using Chinalco.Honors.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Accounts;

/// <summary>Asks for name and password, or sends to the provider.</summary>
public sealed partial class SignInPage(
    LocalSignIn local,
    SignInCookies cookies,
    SignInOptions options,
    DemoAccounts demo,
    Told told,
    CurrentUser current,
    NavigationManager navigation
)
{
    private IReadOnlyList<DemoAccount> offered = [];
    private string? refusal;

    [SupplyParameterFromQuery(Name = "returnUrl")]
    private string? ReturnTo { get; set; }

    /// <summary>What another page has to say here.</summary>
    [SupplyParameterFromQuery(Name = "told")]
    private string? Sealed { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "sign-in")]
    private Credentials? Given { get; set; }

    [SupplyParameterFromForm(Name = "Demo", FormName = "demo")]
    private DemoChoice? Chosen { get; set; }

    protected override async Task OnInitializedAsync()
    {
        refusal = told.Read(Sealed);
        offered = await demo.OfferedAsync(Gone);
    }

    private Task SignInAsync() => options.Local ? GoInAsync(Given?.Name, Given?.Password) : Task.CompletedTask;

    private Task TryAsync() =>
        offered.Any(a => a.SignInName == Chosen?.Name) ? GoInAsync(Chosen?.Name, DemoAccounts.Password) : Task.CompletedTask;

    private async Task GoInAsync(string? name, string? password)
    {
        if (await local.ProvePasswordAsync(name, password, Gone) is not { } account)
        {
            refusal = AccountTexts.Refused.With(options.MaxFailures, (int)options.LockedFor.TotalMinutes);
            return;
        }

        if (account.TwoFactorEnabled)
        {
            await cookies.HalfSignInAsync(Http, account);
            navigation.NavigateTo(ReturnUrl.Via("/sign-in/code", ReturnTo));
            return;
        }

        if (!await cookies.SignInAsync(Http, account, new SignInProof("password")))
        {
            refusal = AccountTexts.ProofStale;
            return;
        }

        navigation.NavigateTo(ReturnUrl.Local(ReturnTo));
    }

    private sealed class Credentials
    {
        public string? Name { get; set; }

        public string? Password { get; set; }
    }

    private sealed class DemoChoice
    {
        public string? Name { get; set; }
    }
}
