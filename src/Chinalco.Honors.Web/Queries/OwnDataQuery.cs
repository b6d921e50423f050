using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>Everything that is held about the user who asks: the account, and the person in the registry whose account it is.</summary>
/// <param name="Person">Null when the account belongs to nobody in the registry.</param>
public sealed record OwnData(OwnAccount Account, OwnPerson? Person);

/// <param name="SignIns">The sign-ins that are still kept, the newest first.</param>
public sealed record OwnAccount(
    string SignInName,
    string DisplayName,
    DateTimeOffset CreatedAt,
    ImmutableArray<OwnRole> Roles,
    ImmutableArray<OwnSignIn> SignIns
);

/// <param name="Unit">Null for the whole group.</param>
public sealed record OwnRole(Role Role, string? Unit);

public sealed record OwnSignIn(DateTimeOffset BeganAt, DateTimeOffset? EndedAt, string? Address, string? Device);

/// <param name="Personnel">What HR's roster says besides; null when it says nothing.</param>
/// <param name="History">How often what was done to the person's entry, looking at it included.</param>
public sealed record OwnPerson(
    Guid Id,
    string Name,
    string? EmployeeNumber,
    HonoreeStatus Status,
    PersonnelFacts? Personnel,
    HonoreeVisibility Visibility,
    ImmutableArray<OwnEmployment> Employments,
    ImmutableArray<HonourLine> Honours,
    ImmutableArray<OwnMention> Mentions,
    ImmutableArray<OwnHistory> History
);

public sealed record OwnEmployment(string Unit, string? Position, PartialDate? From, PartialDate? To, Visibility Visibility);

/// <param name="Words">The words of the article that name the person.</param>
public sealed record OwnMention(Guid ArticleId, string? Title, DateOnly? Date, string Words);

/// <param name="Action">What was done, as audit records name it.</param>
/// <param name="Last">When it was last done.</param>
public sealed record OwnHistory(string Action, int Times, DateTimeOffset Last);

/// <summary>Reads what is held about the user who asks, and about nobody else. Visibility settings do not count: one may see all of one's own.</summary>
public sealed class OwnDataQuery(IHonorsDatabase database, CurrentUser current)
{
    /// <summary>The action of records of looks at sensitive fields.</summary>
    public const string Look = "honoree.look";

    private const int MostSignIns = 200;

    /// <returns>Null when nobody is signed in.</returns>
    public async Task<OwnData?> RunAsync(CancellationToken cancellationToken)
    {
        if (current.User is not { } user)
        {
            return null;
        }

        var db = database.Open();
        await using (db)
        {
            var account = await AccountAsync(db, user.AccountId, cancellationToken);
            return new OwnData(account, user.HonoreeId is { } person ? await PersonAsync(db, person, cancellationToken) : null);
        }
    }

    private static async Task<OwnAccount> AccountAsync(HonorsContext db, Guid id, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.AsNoTracking().Include(a => a.Grants).FirstAsync(a => a.Id == id, cancellationToken);
        var unitIds = account.Grants.Select(g => g.UnitId).OfType<Guid>().ToList();
        var units = await db.Units.Where(u => unitIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);
        var signIns = await db
            .SignInSessions.Where(s => s.AccountId == id)
            .OrderByDescending(s => s.BeganAt)
            .Take(MostSignIns)
            .Select(s => new OwnSignIn(s.BeganAt, s.EndedAt, s.Address, s.Device))
            .ToListAsync(cancellationToken);
        return new OwnAccount(
            account.SignInName,
            account.DisplayName,
            account.CreatedAt,
            [.. account.Grants.Select(g => new OwnRole(g.Role, g.UnitId is { } unit ? units.GetValueOrDefault(unit) : null))],
            [.. signIns]
        );
    }

    private static async Task<OwnPerson?> PersonAsync(HonorsContext db, Guid id, CancellationToken cancellationToken)
    {
        var person = await db.Honorees.AsNoTracking().Include(h => h.Employments).FirstOrDefaultAsync(h => h.Id == id, cancellationToken);
        if (person is null)
        {
            return null;
        }

        var pastEmployments =
            person.Employments.FirstOrDefault(e => e.To is not null)?.Visibility ?? HonoreeVisibility.Default.PastEmployments;
        var history = await db
            .AuditRecords.Where(a => a.EntityKind == AuditKinds.Honoree && a.EntityId == id)
            .GroupBy(a => a.Action)
            .Select(g => new
            {
                g.Key,
                Times = g.Count(),
                Last = g.Max(a => a.At),
            })
            .ToListAsync(cancellationToken);
        return new OwnPerson(
            id,
            person.Name,
            person.EmployeeNumber,
            person.Status,
            (await db.PersonnelFiles.AsNoTracking().FirstOrDefaultAsync(f => f.HonoreeId == id, cancellationToken))?.Facts,
            new HonoreeVisibility(person.Visibility, person.NumberVisibility, person.StatusVisibility, pastEmployments),
            [
                .. person
                    .Employments.OrderByDescending(e => e.To is null)
                    .ThenByDescending(e => e.From?.ToString(), StringComparer.Ordinal)
                    .Select(e => new OwnEmployment(e.UnitText, e.Position, e.From, e.To, e.Visibility)),
            ],
            await HonourLines.LoadAsync(db, db.Recipients.AsNoTracking().Where(r => r.HonoreeId == id), cancellationToken),
            await MentionsAsync(db, id, cancellationToken),
            [.. history.OrderByDescending(h => h.Last).Select(h => new OwnHistory(h.Key, h.Times, h.Last))]
        );
    }

    private static async Task<ImmutableArray<OwnMention>> MentionsAsync(HonorsContext db, Guid id, CancellationToken cancellationToken) =>
        [
            .. await db
                .Mentions.Where(m => m.HonoreeId == id)
                .Join(db.Articles, m => m.ArticleId, a => a.Id, (m, a) => new { Mention = m, Article = a })
                .OrderByDescending(x => x.Article.Date)
                .ThenBy(x => x.Article.Id)
                .ThenBy(x => x.Mention.Start)
                .Select(x => new OwnMention(
                    x.Article.Id,
                    x.Article.Title,
                    x.Article.Date,
                    x.Article.Text.Substring(x.Mention.Start, x.Mention.End - x.Mention.Start)
                ))
                .ToListAsync(cancellationToken),
        ];
}
