using System.Collections.Concurrent;
using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Grains.Accounts;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Ingestion.Seeding;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.SignIn;

/// <summary>Whether this site has accounts to try it with.</summary>
public sealed record DemoPlan(bool IsWanted);

/// <summary>
/// One account for each role, to try the samples with: the sign-in page shows their password. They exist where the samples do; started
/// without samples, a database that holds them shuts them out.
/// </summary>
public sealed class DemoAccounts(IHonorsDatabase database, AccountCommands commands, IServiceScopeFactory scopes, DemoPlan plan)
{
    /// <summary>Everybody may know it.</summary>
    public const string Password = "honors-demo-2025";

    private const string SampleUnit = "U211";

    private const string SamplePerson = "S100005";

    private static readonly Guid Scope = new("5d1f3a5e-9a55-4bb2-8f43-6a7b5a0c1e12");

    private static readonly ImmutableArray<(string Name, string DisplayName, Role Role, bool InUnit)> Accounts =
    [
        ("demo-reader", "示例读者", Role.Reader, false),
        ("demo-editor", "示例编辑", Role.Editor, false),
        ("demo-hr", "示例人力资源", Role.Hr, true),
        ("demo-union", "示例工会", Role.Union, true),
        ("demo-leader", "示例单位负责人", Role.UnitLeader, true),
        ("demo-auditor", "示例审计员", Role.Auditor, false),
        ("demo-system", "示例系统管理员", Role.SystemAdministrator, false),
        ("demo-security", "示例安全管理员", Role.SecurityAdministrator, false),
    ];

    private readonly ConcurrentDictionary<string, bool> isDemoPassword = new(StringComparer.Ordinal);

    /// <summary>Makes what is missing, and lets in or shuts out as the plan says. Any number of times.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var known = await KnownAsync(cancellationToken);
        foreach (var account in known.Where(a => a.IsDisabled == plan.IsWanted))
        {
            await commands.DisableAsync(CommandStamp.New(Actor.System, "示例账号"), account.Id, !plan.IsWanted, cancellationToken);
        }

        if (plan.IsWanted && known.Count < Accounts.Length)
        {
            await MakeAsync([.. known.Select(a => a.Id)], cancellationToken);
        }
    }

    /// <summary>The accounts that the sign-in page offers: those that still have the password it shows.</summary>
    public async Task<IReadOnlyList<DemoAccount>> OfferedAsync(CancellationToken cancellationToken)
    {
        if (!plan.IsWanted)
        {
            return [];
        }

        var known = await KnownAsync(cancellationToken);
        return
        [
            .. Accounts
                .Join(known.Where(a => !a.IsDisabled && HasDemoPassword(a)), told => told.Name, a => a.SignInName, (told, a) => (told, a))
                .Select(pair => new DemoAccount(pair.told.Name, pair.told.Role, pair.told.InUnit)),
        ];
    }

    private async Task<List<Account>> KnownAsync(CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db.Accounts.AsNoTracking().Where(a => a.IsDemo).ToListAsync(cancellationToken);
        }
    }

    private async Task MakeAsync(HashSet<Guid> known, CancellationToken cancellationToken)
    {
        Guid? unit;
        Guid? person;
        var db = database.Open();
        await using (db)
        {
            unit = await db.Units.Where(u => u.Code == SampleUnit).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(cancellationToken);
            var sample = CatalogueImport.HonoreeId(SamplePerson);
            person = await db.Honorees.AnyAsync(h => h.Id == sample, cancellationToken) ? sample : null;
        }

        var hash = Hashing(hasher => hasher.HashPassword(null!, Password));
        foreach (
            var (name, displayName, role, inUnit) in Accounts.Where(a => !known.Contains(IdOf(a.Name)) && (!a.InUnit || unit is not null))
        )
        {
            var account = new NewAccount(
                IdOf(name),
                name,
                displayName,
                [new RoleInUnit(role, inUnit ? unit : null)],
                hash,
                MustChangePassword: false,
                HonoreeId: role == Role.Reader ? person : null,
                IsDemo: true
            );

            // The id of the command follows from the account: two nodes that start at once make it once.
            await commands.CreateAsync(new CommandStamp(account.Id, Actor.System, "示例账号"), account, cancellationToken);
        }
    }

    private bool HasDemoPassword(Account account) =>
        account.PasswordHash is { } hash
        && isDemoPassword.GetOrAdd(
            hash,
            h => Hashing(hasher => hasher.VerifyHashedPassword(account, h, Password)) != PasswordVerificationResult.Failed
        );

    private T Hashing<T>(Func<IPasswordHasher<Account>, T> work)
    {
        using var scope = scopes.CreateScope();
        return work(scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>());
    }

    private static Guid IdOf(string name) => DerivedId.From(Scope, name);
}

/// <summary>An account that anybody may try.</summary>
/// <param name="InUnit">Whether its role holds in the sample unit only.</param>
public sealed record DemoAccount(string SignInName, Role Role, bool InUnit);
