using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.Search;

/// <summary>
/// Derives the pairs of all articles anew. The table is ordered by pair and not by article, so it is compared by ranges of pairs: what the
/// texts give, sorted in memory, with what is stored.
/// </summary>
internal sealed class ArticleRebuild(IHonorsDatabase database, Action<string, int, int>? tell)
{
    private const int BatchSize = 500;
    private const int MostExamples = 5;
    private const int RowsInOneTransaction = 40_000;

    // So that the pairs of one range, about 600 for each article, stay below fifty megabytes.
    private const int ArticlesForEachRange = 10_000;

    // Most pairs begin with one of the common characters.
    private const int FirstCommon = 0x4E00;
    private const int LastCommon = 0x9FA5;

    public async Task<RebuildLine> RunAsync(CancellationToken cancellationToken)
    {
        List<Guid> ids;
        var db = database.Open();
        await using (db)
        {
            ids = await db.Articles.Select(a => a.Id).ToListAsync(cancellationToken);
        }

        var line = new RebuildLine(nameof(SearchKind.Article), ids.Count, 0, 0, []);
        var ranges = Ranges(1 + (ids.Count / ArticlesForEachRange));
        for (var i = 0; i < ranges.Count; i++)
        {
            line = await RangeAsync(ids, ranges[i], line, cancellationToken);
            tell?.Invoke(line.Table, i + 1, ranges.Count);
        }

        return line;
    }

    private async Task<RebuildLine> RangeAsync(
        List<Guid> ids,
        (int First, int Last) range,
        RebuildLine line,
        CancellationToken cancellationToken
    )
    {
        var right = await DeriveAsync(ids, range, cancellationToken);
        var numbers = ids.Select((id, number) => (id, number)).ToDictionary(pair => pair.id, pair => pair.number);
        var there = new System.Collections.BitArray(right.Length);
        List<ArticleGram> superfluous = [];
        var db = database.Open();
        await using (db)
        {
            var stored = db.ArticleGrams.AsNoTracking().Where(g => g.Gram >= range.First && g.Gram <= range.Last).AsAsyncEnumerable();
            await foreach (var row in stored.WithCancellation(cancellationToken))
            {
                var at = numbers.TryGetValue(row.ArticleId, out var number) ? Array.BinarySearch(right, Packed(row.Gram, number)) : -1;
                if (at >= 0)
                {
                    there[at] = true;
                }
                else
                {
                    superfluous.Add(row);
                }
            }
        }

        superfluous = await WithoutNewArticlesAsync(superfluous, numbers, cancellationToken);
        List<ArticleGram> missing =
        [
            .. Enumerable
                .Range(0, right.Length)
                .Where(at => !there[at])
                .Select(at => new ArticleGram((int)(right[at] >> 32), ids[(int)right[at]])),
        ];
        await PutRightAsync(missing, superfluous, cancellationToken);
        return line with
        {
            Missing = line.Missing + missing.Count,
            Superfluous = line.Superfluous + superfluous.Count,
            Examples = [.. line.Examples.Concat(missing.Concat(superfluous).Select(g => g.ArticleId)).Distinct().Take(MostExamples)],
        };
    }

    /// <summary>Pair and article's number in one, sorted.</summary>
    private async Task<long[]> DeriveAsync(List<Guid> ids, (int First, int Last) range, CancellationToken cancellationToken)
    {
        List<long> packed = [];
        var number = 0;
        foreach (var batch in ids.Chunk(BatchSize))
        {
            var db = database.Open();
            await using (db)
            {
                var texts = await db
                    .Articles.Where(a => EF.Parameter(batch).Contains(a.Id))
                    .Select(a => new
                    {
                        a.Id,
                        a.Title,
                        a.Text,
                    })
                    .ToDictionaryAsync(a => a.Id, cancellationToken);
                foreach (var text in batch.Select(id => texts[id]))
                {
                    var grams = ArticleGrams.Of(text.Title, text.Text).Where(g => g >= range.First && g <= range.Last);
                    packed.AddRange(grams.Select(gram => Packed(gram, number)));
                    number++;
                }
            }
        }

        packed.Sort();
        return [.. packed];
    }

    /// <summary>An article that was stored since the beginning brought its pairs along.</summary>
    private async Task<List<ArticleGram>> WithoutNewArticlesAsync(
        List<ArticleGram> rows,
        Dictionary<Guid, int> known,
        CancellationToken cancellationToken
    )
    {
        List<Guid> unknown = [.. rows.Select(g => g.ArticleId).Distinct().Where(id => !known.ContainsKey(id))];
        if (unknown.Count == 0)
        {
            return rows;
        }

        var db = database.Open();
        await using (db)
        {
            var stored = await db
                .Articles.Where(a => EF.Parameter(unknown).Contains(a.Id))
                .Select(a => a.Id)
                .ToListAsync(cancellationToken);
            return [.. rows.Where(g => !stored.Contains(g.ArticleId))];
        }
    }

    private async Task PutRightAsync(List<ArticleGram> missing, List<ArticleGram> superfluous, CancellationToken cancellationToken)
    {
        foreach (var rows in missing.Chunk(RowsInOneTransaction))
        {
            await WriteAsync(db => SearchWriter.InsertAsync(db, rows, cancellationToken), cancellationToken);
        }

        foreach (var rows in superfluous.GroupBy(g => g.Gram, g => g.ArticleId))
        {
            Guid[] articles = [.. rows];
            await WriteAsync(
                db =>
                    db.ArticleGrams.Where(g => g.Gram == rows.Key && EF.Parameter(articles).Contains(g.ArticleId))
                        .ExecuteDeleteAsync(cancellationToken),
                cancellationToken
            );
        }
    }

    private async Task WriteAsync(Func<HonorsContext, Task> write, CancellationToken cancellationToken) =>
        await database.InTransactionAsync(
            async (db, transaction) =>
            {
                await write(db);
                await transaction.CommitAsync(cancellationToken);
                return true;
            },
            clock: null,
            cancellationToken
        );

    private static List<(int First, int Last)> Ranges(int count)
    {
        var bounds = Enumerable
            .Range(1, count - 1)
            .Select(i => (FirstCommon + ((LastCommon - FirstCommon) * i / count)) << 16)
            .Order()
            .ToList();
        return
        [
            .. bounds.Prepend(int.MinValue).Zip(bounds.Append(int.MaxValue), (first, end) => (first, end == int.MaxValue ? end : end - 1)),
        ];
    }

    private static long Packed(int gram, int number) => ((long)gram << 32) | (uint)number;
}
