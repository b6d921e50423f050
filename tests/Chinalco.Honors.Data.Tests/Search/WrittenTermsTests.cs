using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.Tests.Search;

/// <summary>Terms are there when their entity is, and a rebuild finds nothing to do.</summary>
public sealed class WrittenTermsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_saved_is_found_at_once()
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            var honoree = A.Honoree("付军", "E1");
            await database.SaveAsync(honoree);

            using var db = database.Open();
            (await db.SearchTerms.ToListAsync(Stop)).ToHashSet().SetEquals(SearchTerms.Of(honoree)).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_new_name_takes_the_old_terms_place()
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            await database.SaveAsync(A.Unit("旧厂"));
            using (var db = database.Open())
            {
                var unit = await db.Units.Include(u => u.Names).SingleAsync(Stop);
                unit.Rename("新厂", on: null);
                await db.SaveChangesAsync(Stop);
            }

            using var later = database.Open();
            var terms = await later.SearchTerms.Select(t => new { t.Term, t.Kind }).ToListAsync(Stop);
            terms.ShouldContain(new { Term = "新厂", Kind = TermKind.Name });
            terms.ShouldContain(new { Term = "旧厂", Kind = TermKind.Former });
            terms.ShouldNotContain(new { Term = "旧厂", Kind = TermKind.Name });
        }
    }

    [Fact]
    public async Task A_rebuild_puts_right_what_is_missing_wrong_or_left_over()
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            var (honoree, source) = (A.Honoree("曾明"), A.SourceFile());
            var article = A.Article(source, "曾明被评为劳动模范。");
            await database.SaveAsync(honoree, source, article, A.Unit("示例厂"), A.Award(), A.Document());
            var right = await StateAsync(database);
            using (var db = database.Open())
            {
                await db.SearchTerms.Where(t => t.Kind == TermKind.Pinyin).ExecuteDeleteAsync(Stop);
                db.SearchTerms.Add(new SearchTerm(SearchKind.Person, "旧名", TermKind.Name, honoree.Id));
                db.SearchTerms.Add(new SearchTerm(SearchKind.Award, "无主", TermKind.Name, Guid.NewGuid()));
                db.ArticleGrams.Add(new ArticleGram(1, article.Id));
                await db.SaveChangesAsync(Stop);
                await db.ArticleGrams.Where(g => g.Gram != 1 && g.Gram > 0).ExecuteDeleteAsync(Stop);
                await db.Honorees.ExecuteUpdateAsync(
                    set => set.SetProperty(h => EF.Property<byte[]>(h, HonorsContext.NameSortKey), new byte[] { 1 }),
                    Stop
                );
            }

            var rebuild = new SearchRebuild(database);
            (await rebuild.IsStaleAsync(Stop)).ShouldBeTrue();
            var lines = await rebuild.RunAsync(Stop);

            lines.Where(l => l.Differences > 0).Select(l => l.Table).ShouldBe(["SortKey", "Person", "Unit", "Award", "Article"]);
            (await StateAsync(database)).ShouldBe(right);
            (await rebuild.IsStaleAsync(Stop)).ShouldBeFalse();
            (await rebuild.RunAsync(Stop)).Sum(l => l.Differences).ShouldBe(0);
        }
    }

    [Fact]
    public async Task What_is_not_committed_leaves_no_terms()
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            using (var db = database.Open())
            {
                await using var transaction = await db.Database.BeginTransactionAsync(Stop);
                db.Add(A.Honoree("付军"));
                await db.SaveChangesAsync(Stop);
            }

            using var later = database.Open();
            (await later.SearchTerms.CountAsync(Stop)).ShouldBe(0);
        }
    }

    [Fact]
    public async Task Former_names_are_kept_apart_from_aliases()
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            var unit = A.Unit("示例厂");
            unit.AddName("老厂", UnitNameKind.Former);
            await database.SaveAsync(unit);

            using var db = database.Open();
            (await db.SearchTerms.Where(t => t.Term == "老厂").Select(t => t.Kind).SingleAsync(Stop)).ShouldBe(TermKind.Former);
        }
    }

    private static async Task<string> StateAsync(TemporaryDatabase database)
    {
        using var db = database.Open();
        var terms = await db.SearchTerms.AsNoTracking().ToListAsync(Stop);
        var grams = await db.ArticleGrams.AsNoTracking().ToListAsync(Stop);
        var keys = await db.Honorees.OrderBy(h => h.Id).Select(h => EF.Property<byte[]>(h, HonorsContext.NameSortKey)).ToListAsync(Stop);
        return string.Join(
            '\n',
            terms
                .Select(t => t.ToString())
                .Concat(grams.Select(g => g.ToString()))
                .Order(StringComparer.Ordinal)
                .Concat(keys.Select(Convert.ToHexString))
        );
    }
}
