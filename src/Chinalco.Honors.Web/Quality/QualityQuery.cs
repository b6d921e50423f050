using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Web.Access;

namespace Chinalco.Honors.Web.Quality;

/// <summary>Finds what is missing, doubtful or contradictory, within the units that the user answers for.</summary>
public sealed class QualityQuery(ReadingDatabase database, Scope scope, CurrentUser current, TimeProvider clock)
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 50;

    /// <summary>How many of each kind there are.</summary>
    public async Task<ImmutableArray<(QualityKind Kind, int Count)>> CountAsync(CancellationToken cancellationToken)
    {
        var units = await scope.UnitsAsync(Right.ReadQuality, cancellationToken);
        var db = database.Open();
        await using (db)
        {
            var counts = new List<(QualityKind, int)>();
            foreach (var kind in Enum.GetValues<QualityKind>())
            {
                counts.Add((kind, await CheckOf(kind, db, units).CountAsync(cancellationToken)));
            }

            return [.. counts];
        }
    }

    public async Task<QualityPage> ListAsync(QualityKind kind, int page, CancellationToken cancellationToken)
    {
        var units = await scope.UnitsAsync(Right.ReadQuality, cancellationToken);
        var db = database.Open();
        await using (db)
        {
            var check = CheckOf(kind, db, units);
            var total = await check.CountAsync(cancellationToken);
            var skip = (int)Math.Min((long)(page - 1) * PageSize, int.MaxValue);
            var rows = skip >= total ? [] : await check.RowsAsync(skip, PageSize, cancellationToken);
            return new QualityPage(await UsableAsync(rows, cancellationToken), total, page, PageSize);
        }
    }

    /// <summary>The rows with those forms alone that the user may use: nobody is led to a refusal.</summary>
    private async Task<IReadOnlyList<QualityRow>> UsableAsync(IReadOnlyList<QualityRow> rows, CancellationToken cancellationToken)
    {
        List<Guid> honours = [.. rows.SelectMany(r => r.Acts).Select(a => a.Honour).OfType<Guid>().Distinct()];
        var kept = honours.Count == 0 ? [] : await scope.CoveredHonoursAsync(Right.KeepHonours, honours, cancellationToken);
        List<Guid> people = [.. rows.SelectMany(r => r.Acts).Select(a => a.Person).OfType<Guid>().Distinct()];
        var reached = await scope.ReachedAsync(Right.KeepPeople, people, cancellationToken);
        var keepsCatalogue =
            rows.Any(r => r.Acts.Any(a => a.OfGroup)) && await scope.CoversGroupAsync(Right.KeepHonours, cancellationToken);
        return [.. rows.Select(r => r with { Acts = [.. r.Acts.Where(MayUse)] })];

        bool MayUse(QualityAct act) =>
            current.User?.May(act.Right) == true
            && (act.Honour is not { } honour || kept.Contains(honour))
            && (act.Person is not { } person || reached.GetValueOrDefault(person) == true)
            && (!act.OfGroup || keepsCatalogue);
    }

    private IQualityCheck CheckOf(QualityKind kind, HonorsContext db, List<Guid?>? units) =>
        kind switch
        {
            QualityKind.WithoutUnit => new PeopleWithoutUnit(db, units),
            QualityKind.WithoutDocument => new ConferralsWithoutDocument(db, units),
            QualityKind.Duplicates => new LikelyDuplicates(db, units),
            QualityKind.UnclearLevel => new AwardsOfUnclearLevel(db, units),
            QualityKind.UnlinkedNames => new ArticlesWithUnlinkedNames(db, units),
            QualityKind.StillAtWork => new StillAtWork(db, units, clock.GetUtcNow()),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };
}

/// <summary>One kind of fault: how many there are, and a page of them in a fixed order.</summary>
internal interface IQualityCheck
{
    Task<int> CountAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<QualityRow>> RowsAsync(int skip, int take, CancellationToken cancellationToken);
}
