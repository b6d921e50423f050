using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Quality;

/// <summary>Conferrals that count and that no document stands behind, neither the one that conferred them nor one among the proofs.</summary>
internal sealed class ConferralsWithoutDocument(HonorsContext db, List<Guid?>? units) : IQualityCheck
{
    private IQueryable<Conferral> Conferrals =>
        db
            .Conferrals.AsNoTracking()
            .Counting()
            .Where(c => c.DocumentId == null && !c.Evidence.Any(e => e.DocumentId != null))
            .In(db, units);

    public Task<int> CountAsync(CancellationToken cancellationToken) => Conferrals.CountAsync(cancellationToken);

    public async Task<IReadOnlyList<QualityRow>> RowsAsync(int skip, int take, CancellationToken cancellationToken)
    {
        var rows = await ConferralRows.LoadAsync(
            db,
            Conferrals.OrderByDescending(c => c.Year).ThenBy(c => c.Level).ThenBy(c => c.Id).Skip(skip).Take(take),
            cancellationToken
        );
        return
        [
            .. rows.Select(c =>
            {
                var first = c.Recipients.FirstOrDefault();
                var href =
                    first?.HonoreeId is { } person ? Address.Person(person)
                    : first?.UnitId is { } unit ? Address.Unit(unit)
                    : Address.Award(c.Award.Id);
                return new QualityRow(
                    QualityTexts.Conferral.With(first?.Name, c.Award.Name),
                    href,
                    c.Year is { } year ? SiteTexts.Year.With(year) : HonourTexts.YearUnknown,
                    [QualityAct.Prove(c.Id), QualityAct.Correct(QualityTexts.ActChooseDocument, c.Id)]
                );
            }),
        ];
    }
}

/// <summary>Awards conferred at several levels, or at another one than the catalogue's; and awards found in print of which nobody said who confers them.</summary>
internal sealed class AwardsOfUnclearLevel(HonorsContext db, List<Guid?>? units) : IQualityCheck
{
    private IQueryable<Award> Awards
    {
        get
        {
            var conferred = db.Conferrals.Counting().In(db, units);
            return db
                .Awards.AsNoTracking()
                .Where(a => !a.IsGeneric)
                .Where(a =>
                    conferred.Any(c => c.AwardId == a.Id && c.Level != a.Level)
                    || (a.Code == null && a.ConferringBody == null && conferred.Any(c => c.AwardId == a.Id))
                );
        }
    }

    public Task<int> CountAsync(CancellationToken cancellationToken) => Awards.CountAsync(cancellationToken);

    public async Task<IReadOnlyList<QualityRow>> RowsAsync(int skip, int take, CancellationToken cancellationToken)
    {
        var awards = await Awards
            .OrderBy(a => a.Level)
            .ThenBy(a => a.Name)
            .ThenBy(a => a.Id)
            .Skip(skip)
            .Take(take)
            .Select(a => new
            {
                a.Id,
                a.Name,
                a.Level,
            })
            .ToListAsync(cancellationToken);
        var ids = awards.Select(a => a.Id).ToList();
        var levels = (
            await db
                .Conferrals.Counting()
                .Where(c => EF.Parameter(ids).Contains(c.AwardId))
                .GroupBy(c => new { c.AwardId, c.Level })
                .Select(g => new
                {
                    g.Key.AwardId,
                    g.Key.Level,
                    Count = g.Count(),
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(l => l.AwardId);
        var doubtful = (await DoubtfulAsync(ids, cancellationToken)).ToLookup(c => c.AwardId);
        return
        [
            .. awards.Select(a =>
            {
                var others = levels[a.Id].Where(l => l.Level != a.Level).OrderBy(l => l.Level).ToList();
                return new QualityRow(
                    a.Name,
                    Address.Award(a.Id),
                    others.Count > 0
                        ? QualityTexts.OtherLevels.With(
                            a.Level.ToChinese(),
                            string.Join(
                                HonourTexts.ListComma,
                                others.Select(l => QualityTexts.LevelTimes.With(l.Level.ToChinese(), l.Count))
                            )
                        )
                        : QualityTexts.NoBody.With(a.Level.ToChinese()),
                    [
                        QualityAct.Catalogue(a.Id),
                        .. doubtful[a.Id]
                            .Take(MostCorrected)
                            .Select(c =>
                                QualityAct.Correct(
                                    QualityTexts.ActCorrect.With(
                                        c.Name,
                                        c.Year is { } year ? SiteTexts.Year.With(year) : HonourTexts.YearUnknown
                                    ),
                                    c.Id
                                )
                            ),
                    ]
                );
            }),
        ];
    }

    private const int MostCorrected = 3;

    /// <summary>The conferrals of the units that raise the doubt: at another level, or by a body that nobody named.</summary>
    private async Task<List<Doubtful>> DoubtfulAsync(List<Guid> awards, CancellationToken cancellationToken) =>
        await db
            .Conferrals.AsNoTracking()
            .Counting()
            .In(db, units)
            .Where(c => EF.Parameter(awards).Contains(c.AwardId))
            .Where(c => db.Awards.Any(a => a.Id == c.AwardId && (c.Level != a.Level || (a.Code == null && a.ConferringBody == null))))
            .OrderBy(c => c.AwardId)
            .ThenByDescending(c => c.Year)
            .ThenBy(c => c.Id)
            .Take(QualityQuery.PageSize * MostCorrected)
            .Select(c => new Doubtful(
                c.Id,
                c.AwardId,
                c.Year,
                c.Recipients.OrderBy(r => r.Order).Select(r => r.NameAsPrinted).FirstOrDefault() ?? ""
            ))
            .ToListAsync(cancellationToken);

    private sealed record Doubtful(Guid Id, Guid AwardId, int? Year, string Name);
}

/// <summary>Articles with findings that wait on the desk about people whom nobody linked yet; a unit's are those about its people.</summary>
internal sealed class ArticlesWithUnlinkedNames(HonorsContext db, List<Guid?>? units) : IQualityCheck
{
    private IQueryable<Finding> Findings =>
        db
            .Findings.AsNoTracking()
            .Where(f => f.State == FindingState.Waiting && f.RecipientKind == RecipientKind.Person && f.HonoreeId == null)
            .Where(f => units == null || EF.Parameter(units).Contains(f.UnitId));

    public Task<int> CountAsync(CancellationToken cancellationToken) =>
        Findings.Select(f => f.ArticleId).Distinct().CountAsync(cancellationToken);

    public async Task<IReadOnlyList<QualityRow>> RowsAsync(int skip, int take, CancellationToken cancellationToken)
    {
        var page = await Findings
            .GroupBy(f => f.ArticleId)
            .Select(g => new { ArticleId = g.Key, Names = g.Select(f => f.RecipientName).Distinct().Count() })
            .OrderByDescending(g => g.Names)
            .ThenBy(g => g.ArticleId)
            .Skip(skip)
            .Take(take)
            .ToListAsync(cancellationToken);
        var ids = page.Select(p => p.ArticleId).ToList();
        var articles = (
            await ArticleRows.LoadAsync(db, db.Articles.Where(a => EF.Parameter(ids).Contains(a.Id)), cancellationToken)
        ).ToDictionary(a => a.Id);
        var names = (
            await Findings
                .Where(f => EF.Parameter(ids).Contains(f.ArticleId))
                .Select(f => new { f.ArticleId, f.RecipientName })
                .Distinct()
                .ToListAsync(cancellationToken)
        ).ToLookup(f => f.ArticleId, f => f.RecipientName);
        return
        [
            .. page.Select(p => new QualityRow(
                Wording.TitleOf(articles[p.ArticleId]),
                Address.Article(p.ArticleId),
                QualityTexts.Names.With(
                    p.Names,
                    string.Join(HonourTexts.ListComma, names[p.ArticleId].Order(StringComparer.Ordinal).Take(MostNames))
                ),
                [QualityAct.Desk]
            )),
        ];
    }

    private const int MostNames = 6;
}

/// <summary>Keeps what concerns some units.</summary>
internal static class QualityScope
{
    /// <summary>The conferrals that one of the units received, or somebody who works there.</summary>
    /// <param name="units">Null for the whole group.</param>
    public static IQueryable<Conferral> In(this IQueryable<Conferral> conferrals, HonorsContext db, List<Guid?>? units) =>
        units is null
            ? conferrals
            : conferrals.Where(c =>
                db.Recipients.Any(r =>
                    r.ConferralId == c.Id
                    && (
                        EF.Parameter(units).Contains(r.UnitId)
                        || db.Employments.Any(e => e.HonoreeId == r.HonoreeId && e.To == null && EF.Parameter(units).Contains(e.UnitId))
                    )
                )
            );
}
