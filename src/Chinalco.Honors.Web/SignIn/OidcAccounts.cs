using System.Collections.Immutable;
using System.Security.Claims;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Accounts;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.SignIn;

/// <summary>Finds or makes the account of whom the provider vouches for, with the roles that its claims give now.</summary>
internal sealed class OidcAccounts(IHonorsDatabase database, AccountCommands commands, SignInOptions options)
{
    public const string NameClaim = "name";

    public const string LoginClaim = "preferred_username";

    private const int LongestName = 100;

    /// <returns>The account, or the Chinese reason why there is none.</returns>
    public async Task<(Account? Account, string? Refusal)> FindOrMakeAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var subject = principal.FindFirst("sub");
        if (subject is null)
        {
            return (null, AccountTexts.ProviderFailed);
        }

        var (units, unknown) = await UnitsAsync(Values(principal, options.Oidc.UnitClaim), cancellationToken);
        if (unknown is not null)
        {
            return (null, AccountTexts.ProviderUnitUnknown.With(unknown));
        }

        ImmutableArray<RoleInUnit> roles;
        try
        {
            roles = RoleMap.Read(options.Oidc, Values(principal, options.Oidc.RoleClaim), units);
        }
        catch (RuleBrokenException broken)
        {
            return (null, broken.Rule.Advice);
        }

        if (roles.IsEmpty)
        {
            return (null, AccountTexts.ProviderNoRole);
        }

        var login = principal.FindFirstValue(LoginClaim);
        var name = principal.FindFirstValue(NameClaim) ?? login ?? subject.Value;
        var issuer = principal.FindFirstValue("iss") ?? subject.Issuer;
        var identity = new ExternalIdentity(
            issuer,
            subject.Value,
            login,
            string.IsNullOrWhiteSpace(name) ? subject.Value : Cut(name.Trim()),
            roles
        );
        var outcome = await commands.VouchAsync(CommandStamp.New(Actor.System), identity, cancellationToken);
        return outcome.Succeeded ? (await ReadAsync(outcome.SubjectId, cancellationToken), null) : (null, outcome.Message);
    }

    private static List<string> Values(ClaimsPrincipal principal, string claim) =>
        [.. principal.FindAll(claim).Select(c => c.Value.Trim()).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>The units with these codes or present names.</summary>
    private async Task<(List<Guid> Units, string? Unknown)> UnitsAsync(List<string> named, CancellationToken cancellationToken)
    {
        var found = new List<Guid>();
        var db = database.Open();
        await using (db)
        {
            foreach (var name in named)
            {
                var ids = await db
                    .Units.Where(u => u.Code == name || u.Name == name)
                    .Select(u => u.Id)
                    .Take(2)
                    .ToListAsync(cancellationToken);
                if (ids.Count != 1)
                {
                    return ([], name);
                }

                found.Add(ids[0]);
            }
        }

        return (found, null);
    }

    private async Task<Account> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db.Accounts.AsNoTracking().FirstAsync(a => a.Id == id, cancellationToken);
        }
    }

    private static string Cut(string name) => name.Length > LongestName ? name[..LongestName] : name;
}
