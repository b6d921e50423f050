using System.Collections.Immutable;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.SignIn;

/// <summary>A role with the name of its unit.</summary>
/// <param name="Unit">Null for the whole group.</param>
public sealed record RoleLine(Guid Id, Role Role, Guid? UnitId, string? Unit, DateTimeOffset GrantedAt);

/// <summary>An account in a list.</summary>
public sealed record AccountRow(
    Guid Id,
    string SignInName,
    string DisplayName,
    bool IsDemo,
    bool IsDisabled,
    bool IsExternal,
    DateTimeOffset? LockedUntil,
    DateTimeOffset? LastSignInAt,
    ImmutableArray<RoleLine> Roles
);

/// <summary>One page of accounts.</summary>
/// <param name="Total">Accounts on all pages.</param>
public sealed record AccountPage(ImmutableArray<AccountRow> Items, int Total, int Page, int Pages);

/// <summary>An account's own page.</summary>
/// <param name="Person">The name of the person whose account it is, as far as the reader may know it.</param>
public sealed record AccountView(
    AccountRow Row,
    Guid? HonoreeId,
    string? Person,
    bool HasSecondFactor,
    bool MustChangePassword,
    DateTimeOffset CreatedAt
);

/// <summary>Reads accounts for the security administrator and for their owners.</summary>
public sealed class AccountsQuery(ReadingDatabase database, TimeProvider clock)
{
    public const int PageSize = 20;

    /// <summary>Most units that a choice is made from.</summary>
    public const int MostUnits = 20;

    /// <param name="text">Part of a sign-in name or of a name; null for all.</param>
    /// <param name="role">Holders of a role; null for all.</param>
    public async Task<AccountPage> ListAsync(string? text, Role? role, int page, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var accounts = db.Accounts.AsNoTracking();
            if (!string.IsNullOrWhiteSpace(text))
            {
                var normalized = Account.Normalize(text);
                var name = text.Trim();
                accounts = accounts.Where(a => a.NormalizedName.Contains(normalized) || a.DisplayName.Contains(name));
            }

            if (role is not null)
            {
                accounts = accounts.Where(a => a.Grants.Any(g => g.Role == role));
            }

            var total = await accounts.CountAsync(cancellationToken);
            var found = await accounts
                .OrderBy(a => a.NormalizedName)
                .Skip((int)Math.Min((page - 1L) * PageSize, int.MaxValue))
                .Take(PageSize)
                .Include(a => a.Grants)
                .ToListAsync(cancellationToken);
            var units = await UnitNamesAsync(db, found.SelectMany(a => a.Grants), cancellationToken);
            return new AccountPage([.. found.Select(a => Row(a, units))], total, page, Math.Max(1, (total + PageSize - 1) / PageSize));
        }
    }

    public async Task<AccountView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var account = await db.Accounts.AsNoTracking().Include(a => a.Grants).FirstOrDefaultAsync(a => a.Id == id, cancellationToken);
            if (account is null)
            {
                return null;
            }

            var person = account.HonoreeId is { } honoree
                ? await db.Honorees.Where(h => h.Id == honoree).Select(h => h.Name).FirstOrDefaultAsync(cancellationToken)
                : null;
            var units = await UnitNamesAsync(db, account.Grants, cancellationToken);
            return new AccountView(
                Row(account, units),
                account.HonoreeId,
                person,
                account.TwoFactorEnabled,
                account.MustChangePassword,
                account.CreatedAt
            );
        }
    }

    /// <summary>The units that words or a catalogue code may mean: one when they name it exactly, else those whose names contain them.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> UnitsAsync(string words, CancellationToken cancellationToken)
    {
        var text = words.Trim();
        var db = database.Open();
        await using (db)
        {
            var exact = await db
                .Units.AsNoTracking()
                .Where(u => u.Code == text || u.Name == text || u.Names.Any(n => n.Name == text))
                .OrderBy(u => u.Name)
                .Select(u => new { u.Id, u.Name })
                .Take(MostUnits)
                .ToListAsync(cancellationToken);
            var found =
                exact.Count > 0
                    ? exact
                    : await db
                        .Units.AsNoTracking()
                        .Where(u => u.Names.Any(n => n.Name.Contains(text)))
                        .OrderBy(u => u.Name)
                        .Select(u => new { u.Id, u.Name })
                        .Take(MostUnits)
                        .ToListAsync(cancellationToken);
            return [.. found.Select(u => (u.Id, u.Name))];
        }
    }

    /// <summary>The person with an employee number, whoever may see them: whoever types the number knows it already.</summary>
    public async Task<Guid?> PersonAsync(string employeeNumber, CancellationToken cancellationToken)
    {
        var number = employeeNumber.Trim();
        var db = database.Open();
        await using (db)
        {
            return await db
                .Honorees.IgnoreQueryFilters()
                .Where(h => h.EmployeeNumber == number)
                .Select(h => (Guid?)h.Id)
                .FirstOrDefaultAsync(cancellationToken);
        }
    }

    private AccountRow Row(Account account, IReadOnlyDictionary<Guid, string> units) =>
        new(
            account.Id,
            account.SignInName,
            account.DisplayName,
            account.IsDemo,
            account.IsDisabled,
            account.IsExternal,
            account.LockedUntil > clock.GetUtcNow() ? account.LockedUntil : null,
            account.LastSignInAt,
            [
                .. account
                    .Grants.OrderBy(g => g.Role)
                    .ThenBy(g => g.GrantedAt)
                    .Select(g => new RoleLine(
                        g.Id,
                        g.Role,
                        g.UnitId,
                        g.UnitId is { } unit ? units.GetValueOrDefault(unit) : null,
                        g.GrantedAt
                    )),
            ]
        );

    private static async Task<Dictionary<Guid, string>> UnitNamesAsync(
        Data.HonorsContext db,
        IEnumerable<RoleGrant> grants,
        CancellationToken cancellationToken
    )
    {
        var ids = grants.Select(g => g.UnitId).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0
            ? []
            : await db.Units.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);
    }
}
