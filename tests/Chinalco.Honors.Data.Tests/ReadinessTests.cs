using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Data.Tests;

/// <summary>What the product says of a database before it works on it.</summary>
public sealed class ReadinessTests
{
    [Fact]
    public async Task A_database_that_is_not_migrated_is_refused_with_the_way_out()
    {
        var database = TemporaryDatabase.Empty();
        await using (database)
        {
            var refused = await Should.ThrowAsync<DatabaseNotReadyException>(() =>
                database.CheckAsync(TestContext.Current.CancellationToken)
            );

            refused.Message.ShouldContain("honors migrate");
        }
    }

    [Fact]
    public async Task A_migrated_database_is_ready()
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            await Should.NotThrowAsync(() => database.CheckAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_plan_names_what_is_pending_and_its_sql()
    {
        var database = TemporaryDatabase.Empty();
        await using (database)
        {
            var plan = await database.PlanMigrationAsync(TestContext.Current.CancellationToken);

            (plan.Pending.Count > 0, plan.Sql.Contains("CREATE TABLE", StringComparison.Ordinal)).ShouldBe((true, true));
        }
    }

    [Fact]
    public async Task There_is_nothing_to_plan_for_a_migrated_database()
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            var plan = await database.PlanMigrationAsync(TestContext.Current.CancellationToken);

            (plan.Pending.Count, plan.Sql).ShouldBe((0, ""));
        }
    }

    [Fact]
    public async Task Of_several_that_migrate_at_once_all_find_it_done()
    {
        var database = TemporaryDatabase.Empty();
        await using (database)
        {
            var others = Enumerable.Range(0, 3).Select(_ => database.OpenAgain()).ToList();

            await Task.WhenAll(others.Select(other => other.MigrateAsync(TestContext.Current.CancellationToken)));

            await Should.NotThrowAsync(() => database.CheckAsync(TestContext.Current.CancellationToken));
            foreach (var other in others)
            {
                await other.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_by_its_rule()
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            var honoree = A.Honoree(employeeNumber: new string('1', 41));

            var broken = await Should.ThrowAsync<RuleBrokenException>(() => database.SaveAsync(honoree));

            broken.RuleName.ShouldBe(nameof(ATextFitsItsColumn));
        }
    }

    [Fact]
    public void Sql_server_needs_a_connection_string() =>
        Should
            .Throw<NotSupportedException>(() => new ServiceCollection().AddHonorsData(new DatabaseOptions { Provider = "SqlServer" }, "/"))
            .Message.ShouldContain("Database:ConnectionString");

    [Fact]
    public void A_provider_is_named_in_any_case() =>
        Should.NotThrow(() =>
            new ServiceCollection().AddHonorsData(new DatabaseOptions { Provider = "sqlserver", ConnectionString = "Server=none" }, "/")
        );
}
