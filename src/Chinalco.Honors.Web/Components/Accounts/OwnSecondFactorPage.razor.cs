using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Resources;
using Chinalco.Honors.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Accounts;

/// <summary>Sets the own second factor up, renews its recovery codes and switches it off.</summary>
public sealed partial class OwnSecondFactorPage(
    AccountsQuery query,
    SecondFactor factor,
    SignInOptions options,
    CurrentUser current,
    NavigationManager navigation
)
{
    private SignedInUser user = null!;
    private AccountView view = null!;
    private SecondFactor.Offer offer = null!;
    private (string Path, int Size) picture;
    private IReadOnlyList<string>? codes;
    private int codesLeft;
    private string? refusal;

    [SupplyParameterFromQuery(Name = "returnUrl")]
    private string? ReturnTo { get; set; }

    [SupplyParameterFromForm(Name = "On", FormName = "on")]
    private KeyAndCode? On { get; set; }

    [SupplyParameterFromForm(Name = "Renewal", FormName = "renew")]
    private Confirmation? Renewal { get; set; }

    [SupplyParameterFromForm(Name = "Off", FormName = "off")]
    private Confirmation? Off { get; set; }

    protected override async Task OnInitializedAsync()
    {
        user = current.User!;
        view = (await query.FindAsync(user.AccountId, Gone))!;
        if (view.HasSecondFactor)
        {
            codesLeft = await factor.CodesLeftAsync(user);
        }

        if (On is not null && factor.ReadOffer(user, On.Key) is null)
        {
            refusal = AccountTexts.FactorOfferOld;
        }

        offer = factor.ReadOffer(user, On?.Key) ?? factor.NewOffer(user);
        picture = offer.Picture();
    }

    private async Task SwitchOnAsync()
    {
        if (refusal is not null)
        {
            return;
        }

        codes = await factor.SwitchOnAsync(user, offer, On?.Code, Gone);
        refusal = codes is null ? AccountTexts.FactorCodeWrong : null;
    }

    private async Task RenewAsync()
    {
        codes = await factor.RenewCodesAsync(user, Renewal?.Password, Gone);
        refusal = codes is null ? AccountTexts.PasswordWrong : null;
    }

    private async Task SwitchOffAsync()
    {
        if (await factor.SwitchOffAsync(user, Off?.Password, Gone))
        {
            navigation.NavigateTo("/account?done=factor-off");
            return;
        }

        refusal = AccountTexts.PasswordWrong;
    }

    private sealed class KeyAndCode
    {
        public string? Key { get; set; }

        public string? Code { get; set; }
    }

    private sealed class Confirmation
    {
        public string? Password { get; set; }
    }
}
