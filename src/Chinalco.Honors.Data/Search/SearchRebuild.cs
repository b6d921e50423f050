using Chinalco.Honors.Data.Text;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.Search;

/// <summary>What a rebuild found in one table.</summary>
/// <param name="Table">Which one.</param>
/// <param name="Entities">How many entities were derived from.</param>
/// <param name="Missing">Rows that follow from the facts and were not there.</param>
/// <param name="Superfluous">Rows that were there and follow from nothing.</param>
/// <param name="Examples">A few of the entities that differed.</param>
public sealed record RebuildLine(string Table, int Entities, int Missing, int Superfluous, IReadOnlyList<Guid> Examples)
{
    public int Differences => Missing + Superfluous;
}

/// <summary>
/// Derives search terms and sort keys anew from the facts, puts right what differs and says what it was. On a registry whose commands
/// wrote what they should it changes nothing. The site may be in use meanwhile.
/// </summary>
/// <param name="tell">Is told of progress: table, done, of how many.</param>
public sealed class SearchRebuild(IHonorsDatabase database, Action<string, int, int>? tell = null)
{
    private const string Name = "search";
    private const int BatchSize = 500;
    private const int MostExamples = 5;

    /// <summary>Whether what is stored was derived by other rules than this program's, or never.</summary>
    public async Task<bool> IsStaleAsync(CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var derived = await db.Derivations.AsNoTracking().FirstOrDefaultAsync(d => d.Name == Name, cancellationToken);
            return derived?.Rules != SearchTerms.Rules;
        }
    }

    /// <returns>One line for each kind of entity.</returns>
    public async Task<IReadOnlyList<RebuildLine>> RunAsync(CancellationToken cancellationToken)
    {
        List<RebuildLine> lines = [await SortKeysAsync(cancellationToken)];
        foreach (var source in TermSource.All)
        {
            lines.Add(await TermsAsync(source, cancellationToken));
        }

        lines.Add(await new ArticleRebuild(database, tell).RunAsync(cancellationToken));
        await NoteAsync(cancellationToken);
        return lines;
    }

    private async Task<RebuildLine> TermsAsync(TermSource source, CancellationToken cancellationToken)
    {
        List<Guid> ids;
        var line = new RebuildLine(source.Kind.ToString(), 0, 0, 0, []);
        var db = database.Open();
        await using (db)
        {
            ids = await source.Ids(db).ToListAsync(cancellationToken);
            var known = source.Ids(db);
            var orphans = db.SearchTerms.Where(t => t.Of == source.Kind && !known.Contains(t.EntityId));
            line = line with { Superfluous = await orphans.ExecuteDeleteAsync(cancellationToken) };
        }

        foreach (var batch in ids.Chunk(BatchSize))
        {
            var (differing, missing, superfluous) = await CompareAsync(source, [.. batch], cancellationToken);
            if (differing.Count > 0)
            {
                await PutRightAsync(source, differing, cancellationToken);
            }

            line = line with
            {
                Entities = line.Entities + batch.Length,
                Missing = line.Missing + missing,
                Superfluous = line.Superfluous + superfluous,
                Examples = [.. line.Examples.Concat(differing).Take(MostExamples)],
            };
            tell?.Invoke(line.Table, line.Entities, ids.Count);
        }

        return line;
    }

    private async Task<(List<Guid> Differing, int Missing, int Superfluous)> CompareAsync(
        TermSource source,
        List<Guid> batch,
        CancellationToken cancellationToken
    )
    {
        var db = database.Open();
        await using (db)
        {
            var right = (await source.DeriveAsync(db, batch, cancellationToken)).ToHashSet();
            var stored = (
                await db.SearchTerms.AsNoTracking().Where(t => EF.Parameter(batch).Contains(t.EntityId)).ToListAsync(cancellationToken)
            ).ToHashSet();
            var missing = right.Where(t => !stored.Contains(t)).ToList();
            var superfluous = stored.Where(t => !right.Contains(t)).ToList();
            return ([.. missing.Concat(superfluous).Select(t => t.EntityId).Distinct()], missing.Count, superfluous.Count);
        }
    }

    /// <summary>The entities are held and read again: somebody may have changed one since.</summary>
    private async Task PutRightAsync(TermSource source, List<Guid> differing, CancellationToken cancellationToken) =>
        await database.InTransactionAsync(
            async (db, transaction) =>
            {
                await source.HoldAsync(db, differing, cancellationToken);
                var right = await source.DeriveAsync(db, differing, cancellationToken);
                await SearchWriter.DeleteAsync(db, differing, cancellationToken);
                await SearchWriter.InsertAsync(db, right, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return true;
            },
            clock: null,
            cancellationToken
        );

    private async Task<RebuildLine> SortKeysAsync(CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var keys = await db
                .Honorees.Select(h => new
                {
                    h.Id,
                    h.Name,
                    Key = EF.Property<byte[]>(h, HonorsContext.NameSortKey),
                })
                .ToListAsync(cancellationToken);
            var wrong = keys.Where(k => !PinyinSortKey.Of(k.Name).SequenceEqual(k.Key)).ToList();
            foreach (var row in wrong)
            {
                var right = PinyinSortKey.Of(row.Name);
                await db
                    .Honorees.Where(h => h.Id == row.Id && h.Name == row.Name)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(h => EF.Property<byte[]>(h, HonorsContext.NameSortKey), right),
                        cancellationToken
                    );
            }

            return new RebuildLine("SortKey", keys.Count, wrong.Count, wrong.Count, [.. wrong.Select(w => w.Id).Take(MostExamples)]);
        }
    }

    private async Task NoteAsync(CancellationToken cancellationToken) =>
        await database.InTransactionAsync(
            async (db, transaction) =>
            {
                var derived = await db.Derivations.FirstOrDefaultAsync(d => d.Name == Name, cancellationToken);
                if (derived is null)
                {
                    db.Derivations.Add(new Derivation(Name, SearchTerms.Rules));
                }

                derived?.RenewedBy(SearchTerms.Rules);
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return true;
            },
            clock: null,
            cancellationToken
        );
}
