using Chinalco.Honors.Data.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.Tests.SqlServer;

public sealed class SqlServerErrorsTests
{
    private readonly IDatabaseErrors errors = new SqlServerErrors();

    public static TheoryData<int> Transient { get; } = [.. SqlServerErrors.Transient];

    [Theory]
    [InlineData(2601)]
    [InlineData(2627)]
    public void A_key_that_is_taken_is_a_lost_race(int number) => errors.IsLostRace(Wrapped(number)).ShouldBeTrue();

    [Theory]
    [InlineData(2601)]
    [InlineData(2627)]
    public void A_bulk_copy_throws_it_bare(int number) => errors.IsDuplicateKey(SqlServerFault.Of(number)).ShouldBeTrue();

    [Fact]
    public void A_stale_version_is_a_lost_race() => errors.IsLostRace(new DbUpdateConcurrencyException()).ShouldBeTrue();

    [Theory]
    [InlineData(1205)]
    [InlineData(1222)]
    [InlineData(3960)]
    public void A_deadlock_a_lock_too_late_and_a_changed_snapshot_pass(int number) => errors.IsTransient(Wrapped(number)).ShouldBeTrue();

    [Theory]
    [InlineData(547)]
    [InlineData(2628)]
    [InlineData(208)]
    public void A_missing_reference_a_text_too_long_and_a_missing_table_stay(int number) =>
        (errors.IsTransient(Wrapped(number)) || errors.IsLostRace(Wrapped(number))).ShouldBeFalse();

    [Fact]
    public void Another_exception_is_no_business_of_the_database() =>
        (errors.IsTransient(new TimeoutException()) || errors.IsLostRace(new InvalidOperationException())).ShouldBeFalse();

    [Theory]
    [MemberData(nameof(Transient))]
    public void What_passes_is_tried_again_by_the_strategy(int number)
    {
        using var db = new SqlServerHonorsContext.DesignTimeFactory().CreateDbContext([]);
        var attempts = 0;

        db.Database.CreateExecutionStrategy().Execute(() => _ = ++attempts == 1 ? throw SqlServerFault.Of(number) : 0);

        attempts.ShouldBe(2);
    }

    [Fact]
    public void A_key_that_is_taken_is_not_for_the_strategy()
    {
        using var db = new SqlServerHonorsContext.DesignTimeFactory().CreateDbContext([]);

        Should.Throw<SqlException>(() => db.Database.CreateExecutionStrategy().Execute(() => throw SqlServerFault.Of(2627)));
    }

    private static DbUpdateException Wrapped(int number) => new("refused", SqlServerFault.Of(number));
}
