using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Data.Tests.SqlServer;

/// <summary>A piece of work that the server cuts off is done again as a whole.</summary>
public sealed class UnitOfWorkTests
{
    private readonly List<DbContextId> contexts = [];

    [Theory]
    [InlineData(1205)]
    [InlineData(1222)]
    [InlineData(3960)]
    public async Task A_deadlock_begins_the_work_anew(int number)
    {
        await RunAsync(failures: 2, () => SqlServerFault.Of(number));

        contexts.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(2601)]
    [InlineData(2627)]
    public async Task A_lost_race_begins_the_work_anew(int number)
    {
        await RunAsync(failures: 2, () => new DbUpdateException("refused", SqlServerFault.Of(number)));

        contexts.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Each_attempt_has_a_context_of_its_own()
    {
        await RunAsync(failures: 2, () => SqlServerFault.Of(1205));

        contexts.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Whoever_loses_every_race_is_told_so()
    {
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => RunAsync(failures: 99, () => new DbUpdateConcurrencyException()));

        contexts.Count.ShouldBe(UnitOfWork.Tries);
    }

    [Fact]
    public async Task Another_error_is_told_at_once()
    {
        await Should.ThrowAsync<SqlException>(() => RunAsync(failures: 9, () => SqlServerFault.Of(547)));

        contexts.Count.ShouldBe(1);
    }

    private async Task RunAsync(int failures, Func<Exception> fault)
    {
        var services = NoServer.Database();
        await using (services)
        {
            await services
                .GetRequiredService<IHonorsDatabase>()
                .InTransactionAsync(
                    async (db, transaction) =>
                    {
                        contexts.Add(db.ContextId);
                        if (contexts.Count <= failures)
                        {
                            throw fault();
                        }

                        await transaction.CommitAsync();
                        return contexts.Count;
                    }
                );
        }
    }
}
