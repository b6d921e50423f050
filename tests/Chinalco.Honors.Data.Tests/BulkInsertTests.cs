using System.Globalization;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.Tests;

/// <summary>A row is the same byte by byte, whichever way it came into the database.</summary>
public sealed class BulkInsertTests(SavedWorld world) : IClassFixture<SavedWorld>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_inserted_in_bulk_is_what_the_provider_writes()
    {
        var other = await TemporaryDatabase.CreateAsync();
        await using (other)
        {
            await using (var begun = other.Open())
            {
                // A registry begins with a policy of its own.
                await begun.Set<RankingPolicyVersion>().ExecuteDeleteAsync(Stop);
            }

            using var from = world.Database.Open();
            await InsertAsync(other, [.. from.Model.GetEntityTypes().SelectMany(t => AllOf(from, t.ClrType))]);

            using var to = other.Open();
            foreach (var type in from.Model.GetEntityTypes())
            {
                var written = await RowsAsync(to, type.GetTableName()!);
                written.ShouldNotBeEmpty();
                written.ShouldBe(await RowsAsync(from, type.GetTableName()!));
            }
        }
    }

    [Fact]
    public async Task A_value_is_bound_anew_when_it_differs_from_the_row_before()
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            Honoree[] people = [A.Honoree("甲", "E1"), A.Honoree("甲"), A.Honoree("乙", "E2"), A.Honoree("乙"), A.Honoree("甲", "E3")];
            await InsertAsync(database, people);

            using var db = database.Open();
            var stored = await db.Honorees.ToDictionaryAsync(h => h.Id, h => (h.Name, h.EmployeeNumber), Stop);
            people.Select(h => stored[h.Id]).ShouldBe(people.Select(h => (h.Name, h.EmployeeNumber)));
        }
    }

    [Fact]
    public async Task An_empty_text_is_no_null()
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            await InsertAsync(database, [new SearchTerm(SearchKind.Person, "", TermKind.Name, Guid.NewGuid())]);

            using var db = database.Open();
            (await db.SearchTerms.SingleAsync(Stop)).Term.ShouldBe("");
        }
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused()
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            var term = new SearchTerm(SearchKind.Person, new string('长', SearchTerm.Longest + 1), TermKind.Name, Guid.NewGuid());

            await Should.ThrowAsync<RuleBrokenException>(() => InsertAsync(database, [term]));
        }
    }

    private static async Task InsertAsync(TemporaryDatabase database, object[] rows)
    {
        using var db = database.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Stop);

        // A unit may come before the one above it.
        await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys=ON", Stop);
        await db.InsertRowsAsync(rows, Stop);
        await transaction.CommitAsync(Stop);
    }

    private static List<object> AllOf(HonorsContext db, Type entity)
    {
        var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(entity).Invoke(db, [])!;
        return [.. set.AsNoTracking().IgnoreQueryFilters()];
    }

    private static async Task<List<string>> RowsAsync(HonorsContext db, string table)
    {
        var columns = await db
            .Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table}) ORDER BY name")
            .ToListAsync(Stop);
        var texts = columns.Select(c => string.Create(CultureInfo.InvariantCulture, $"typeof(\"{c}\") || ' ' || quote(\"{c}\")"));
        var rows = $"SELECT {string.Join(" || '|' || ", texts)} AS Value FROM \"{table}\" ORDER BY 1";
        return await db.Database.SqlQueryRaw<string>(rows).ToListAsync(Stop);
    }
}
