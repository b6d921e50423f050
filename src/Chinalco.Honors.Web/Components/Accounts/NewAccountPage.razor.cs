using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Grains.Accounts;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Resources;
using Chinalco.Honors.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace Chinalco.Honors.Web.Components.Accounts;

/// <summary>Makes an account with its first role and a one-time password.</summary>
public sealed partial class NewAccountPage(
    AccountsQuery query,
    AccountCommands commands,
    IPasswordHasher<Account> hasher,
    CurrentUser current
)
{
    private static readonly Guid Ids = new("5d1f3a5e-9a55-4bb2-8f43-6a7b5a0c1e13");

    private Guid? created;
    private string? password;
    private string? refusal;
    private IReadOnlyList<(Guid Id, string Name)> candidates = [];

    [SupplyParameterFromForm(Name = "Form", FormName = "new")]
    private Wish? Given { get; set; }

    private Wish Form { get; set; } = new();

    protected override void OnInitialized() => Form = Given ?? new Wish { CommandId = Guid.CreateVersion7() };

    private async Task CreateAsync()
    {
        var read = await Form.ReadAsync(query, Gone);
        if (read.Role is not { } role)
        {
            (refusal, candidates) = (read.Refusal, read.Candidates);
            return;
        }

        Guid? person = null;
        if (!string.IsNullOrWhiteSpace(Form.Number) && (person = await query.PersonAsync(Form.Number, Gone)) is null)
        {
            refusal = AccountTexts.EmployeeNumberUnknown.With(Form.Number);
            return;
        }

        var oneTime = OneTimePassword.New();
        var account = new NewAccount(
            Guid.CreateVersion7(),
            Form.Name ?? "",
            Form.DisplayName ?? "",
            [role],
            hasher.HashPassword(null!, oneTime),
            HonoreeId: person
        );
        var outcome = await commands.CreateAsync(
            new CommandStamp(DerivedId.From(Ids, Form.CommandId.ToString()), current.User!.Actor),
            account,
            Gone
        );
        if (!outcome.Succeeded)
        {
            refusal = outcome.Message;
            return;
        }

        // Sent a second time, the form finds the account made, with the password that was shown then.
        created = outcome.SubjectId;
        password = outcome.SubjectId == account.Id ? oneTime : null;
    }

    private sealed class Wish : ChosenRole
    {
        public Guid CommandId { get; set; }

        public string? Name { get; set; }

        public string? DisplayName { get; set; }

        public string? Number { get; set; }
    }
}
