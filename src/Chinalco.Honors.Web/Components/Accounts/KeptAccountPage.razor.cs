using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Grains.Accounts;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Resources;
using Chinalco.Honors.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using SignInOptions = Chinalco.Honors.Web.SignIn.SignInOptions;

namespace Chinalco.Honors.Web.Components.Accounts;

/// <summary>What the security administrator does to one account.</summary>
public sealed partial class KeptAccountPage(
    AccountsQuery query,
    AccountCommands commands,
    Sessions sessions,
    IPasswordHasher<Account> hasher,
    SignInOptions options,
    CurrentUser current
)
{
    private AccountView? view;
    private int openSessions;
    private bool isOwn;
    private bool mayChangeRoles;
    private string? said;
    private string? refusal;
    private string? password;
    private IReadOnlyList<(Guid Id, string Name)> candidates = [];

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromForm(Name = "Granted", FormName = "grant")]
    private ChosenRole? Granted { get; set; }

    [SupplyParameterFromForm(Name = "Withdrawn", FormName = "withdraw")]
    private Withdrawal? Withdrawn { get; set; }

    [SupplyParameterFromForm(Name = "Described", FormName = "describe")]
    private Description? Described { get; set; }

    private CommandStamp Stamp => CommandStamp.New(current.User!.Actor);

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        if (view is null)
        {
            AnswerNotFound();
        }
    }

    private async Task GrantAsync()
    {
        if (view is null || Granted is null)
        {
            return;
        }

        var read = await Granted.ReadAsync(query, Gone);
        if (read.Role is not { } role)
        {
            (refusal, candidates) = (read.Refusal, read.Candidates);
            return;
        }

        if (await TellAsync(await commands.ChangeRolesAsync(Stamp, Id, given: [role], taken: [], Gone), AccountTexts.Granted))
        {
            Granted = null;
        }
    }

    private async Task WithdrawAsync()
    {
        if (view?.Row.Roles.FirstOrDefault(line => line.Id == Withdrawn?.Grant) is { } line)
        {
            var role = new RoleInUnit(line.Role, line.UnitId);
            await TellAsync(await commands.ChangeRolesAsync(Stamp, Id, given: [], taken: [role], Gone), AccountTexts.Withdrawn);
        }
    }

    private async Task DescribeAsync()
    {
        if (view is null || Described is null)
        {
            return;
        }

        var person = Described.Unlink ? null : view.HonoreeId;
        if (!string.IsNullOrWhiteSpace(Described.Number) && (person = await query.PersonAsync(Described.Number, Gone)) is null)
        {
            refusal = AccountTexts.EmployeeNumberUnknown.With(Described.Number);
            return;
        }

        await TellAsync(await commands.DescribeAsync(Stamp, Id, Described.DisplayName?.Trim() ?? "", person, Gone), AccountTexts.Saved);
    }

    private async Task ResetPasswordAsync()
    {
        var oneTime = OneTimePassword.New();
        if (await TellAsync(await commands.ResetPasswordAsync(Stamp, Id, hasher.HashPassword(null!, oneTime), Gone), told: null))
        {
            password = oneTime;
        }
    }

    private async Task ResetFactorAsync() =>
        await TellAsync(await commands.ResetSecondFactorAsync(Stamp, Id, Gone), AccountTexts.ResetFactorDone);

    private async Task UnlockAsync() => await TellAsync(await commands.UnlockAsync(Stamp, Id, Gone), AccountTexts.Unlocked);

    private async Task DisableAsync(bool disabled) =>
        await TellAsync(
            await commands.DisableAsync(Stamp, Id, disabled, Gone),
            disabled ? AccountTexts.DisabledDone : AccountTexts.EnabledDone
        );

    private async Task EndSessionsAsync()
    {
        await sessions.EndAllOfAsync(current.User!.Actor, Id, Gone);
        said = AccountTexts.SessionsEnded;
        await LoadAsync();
    }

    private async Task<bool> TellAsync(CommandOutcome outcome, string? told)
    {
        if (outcome.Succeeded)
        {
            said = outcome.Result == CommandResult.NothingToDo ? AccountTexts.AlreadySo : told;
        }
        else
        {
            refusal = outcome.Message;
        }

        await LoadAsync();
        return outcome.Succeeded;
    }

    private async Task LoadAsync()
    {
        view = await query.FindAsync(Id, Gone);
        if (view is not null)
        {
            openSessions = (await sessions.OpenOfAsync(Id, Gone)).Count;
            isOwn = Id == current.User!.AccountId;
            mayChangeRoles = !isOwn && !view.Row.IsExternal;
        }
    }

    private sealed class Withdrawal
    {
        public Guid? Grant { get; set; }
    }

    private sealed class Description
    {
        public string? DisplayName { get; set; }

        public string? Number { get; set; }

        public bool Unlink { get; set; }
    }
}
