using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Histories;

/// <summary>What a history is made of.</summary>
/// <param name="Records">The oldest first.</param>
/// <param name="Conferrals">The honours whose history is part of it, with recipients and evidence.</param>
/// <param name="Findings">The findings whose history is part of it, or that a record names.</param>
internal sealed record HistoryMaterial(
    IReadOnlyList<AuditRecord> Records,
    IReadOnlyDictionary<Guid, Conferral> Conferrals,
    IReadOnlyDictionary<Guid, Finding> Findings
);

/// <summary>Finds the audit records of a history: the entity's own chain, and what other chains say of it.</summary>
internal static class HistoryRecords
{
    /// <summary>Honours of one person or unit whose records are looked for; the newest.</summary>
    private const int MostHonours = 300;

    private const int MostFindings = 500;

    /// <param name="db">Sees everything; <paramref name="reach"/> says what is wanted of it.</param>
    /// <param name="reach">Those of the honours that the user may see into.</param>
    /// <param name="units">The units whose findings of an article are wanted; null for all.</param>
    public static async Task<HistoryMaterial> LoadAsync(
        HonorsContext db,
        HistoryOf of,
        Guid id,
        Func<IReadOnlyCollection<Guid>, Task<Dictionary<Guid, HistoryReach>>> reach,
        List<Guid?>? units,
        CancellationToken cancellationToken
    )
    {
        var candidates = await HonoursOf(db, of, id)
            .OrderByDescending(c => c.EnteredAt)
            .ThenBy(c => c.Id)
            .Take(MostHonours)
            .Select(c => c.Id)
            .ToListAsync(cancellationToken);
        List<Guid> wanted = [.. (await reach(candidates)).Keys];
        var conferrals = await db
            .Conferrals.AsNoTracking()
            .Include(c => c.Recipients)
            .Include(c => c.Evidence)
            .AsSplitQuery()
            .Where(c => EF.Parameter(wanted).Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, cancellationToken);
        var findings = await db
            .Findings.AsNoTracking()
            .Where(f =>
                of == HistoryOf.Article
                    ? f.ArticleId == id && (units == null || f.UnitId == null || EF.Parameter(units).Contains(f.UnitId))
                    : f.ConferralId != null && EF.Parameter(wanted).Contains(f.ConferralId.Value)
            )
            .OrderBy(f => f.Ordinal)
            .ThenBy(f => f.Id)
            .Take(MostFindings)
            .ToDictionaryAsync(f => f.Id, cancellationToken);
        List<AuditRecord> records =
        [
            .. await OwnChainAsync(db, of, id, cancellationToken),
            .. await OfHonoursAsync(db, conferrals.Values, cancellationToken),
            .. await OfFindingsAsync(db, [.. findings.Keys], cancellationToken),
        ];
        return new HistoryMaterial([.. records.OrderBy(r => r.At).ThenBy(r => r.Id)], conferrals, findings);
    }

    /// <summary>The word of the entity's own chain; null for a conferral, which stands in its award's.</summary>
    public static string? KindOf(HistoryOf of) =>
        of switch
        {
            HistoryOf.Person => AuditKinds.Honoree,
            HistoryOf.Unit => AuditKinds.Unit,
            HistoryOf.Award => AuditKinds.Award,
            HistoryOf.Document => AuditKinds.Document,
            HistoryOf.Article => AuditKinds.Article,
            _ => null,
        };

    /// <summary>How the detail of a record of an award's chain begins that is about a conferral.</summary>
    public static string BeginningOf(Guid? conferral) => $$"""{"conferralId":"{{conferral}}""";

    private static IQueryable<Conferral> HonoursOf(HonorsContext db, HistoryOf of, Guid id) =>
        of switch
        {
            HistoryOf.Person => db.Conferrals.Where(c => c.Recipients.Any(r => r.HonoreeId == id)),
            HistoryOf.Unit => db.Conferrals.Where(c => c.Recipients.Any(r => r.UnitId == id && r.HonoreeId == null)),
            HistoryOf.Conferral => db.Conferrals.Where(c => c.Id == id),
            _ => db.Conferrals.Where(c => false),
        };

    private static async Task<List<AuditRecord>> OwnChainAsync(HonorsContext db, HistoryOf of, Guid id, CancellationToken cancellationToken)
    {
        if (KindOf(of) is not { } kind)
        {
            return [];
        }

        var chain = db.AuditRecords.AsNoTracking().Where(a => a.EntityKind == kind && a.EntityId == id);
        var ofConferrals = BeginningOf(null);
        chain = of switch
        {
            HistoryOf.Person => chain.Where(a => !PersonActs.NoChanges.Contains(a.Action)),

            // An award's chain holds its conferrals too, tens of thousands maybe; each has a history of its own.
            HistoryOf.Award => chain.Where(a => !a.Detail.StartsWith(ofConferrals)),
            _ => chain,
        };
        return await chain.ToListAsync(cancellationToken);
    }

    private static async Task<List<AuditRecord>> OfHonoursAsync(
        HonorsContext db,
        IEnumerable<Conferral> conferrals,
        CancellationToken cancellationToken
    )
    {
        var awards = conferrals.Select(c => c.AwardId).Distinct().ToList();
        var beginnings = conferrals.Select(c => BeginningOf(c.Id)).ToList();
        var length = BeginningOf(Guid.Empty).Length;
        return awards.Count == 0
            ? []
            : await db
                .AuditRecords.AsNoTracking()
                .Where(a =>
                    a.EntityKind == AuditKinds.Award
                    && EF.Parameter(awards).Contains(a.EntityId)
                    && beginnings.Contains(a.Detail.Substring(0, length))
                )
                .ToListAsync(cancellationToken);
    }

    private static async Task<List<AuditRecord>> OfFindingsAsync(
        HonorsContext db,
        List<Guid> findings,
        CancellationToken cancellationToken
    ) =>
        findings.Count == 0
            ? []
            : await db
                .AuditRecords.AsNoTracking()
                .Where(a => a.EntityKind == AuditKinds.Finding && EF.Parameter(findings).Contains(a.EntityId))
                .ToListAsync(cancellationToken);
}
