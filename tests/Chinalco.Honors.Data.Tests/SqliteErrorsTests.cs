using Chinalco.Honors.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.Tests;

public sealed class SqliteErrorsTests
{
    private readonly IDatabaseErrors errors = new SqliteErrors();

    [Theory]
    [InlineData(1555)]
    [InlineData(2067)]
    public void A_key_that_is_taken_is_a_lost_race(int code) => errors.IsLostRace(Wrapped(19, code)).ShouldBeTrue();

    [Theory]
    [InlineData(787)]
    [InlineData(1299)]
    public void A_missing_reference_and_a_missing_value_are_not(int code) => errors.IsLostRace(Wrapped(19, code)).ShouldBeFalse();

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void A_busy_file_passes(int code) => errors.IsTransient(new SqliteException("busy", code)).ShouldBeTrue();

    [Fact]
    public void A_broken_file_stays() => errors.IsTransient(new SqliteException("corrupt", 11)).ShouldBeFalse();

    private static DbUpdateException Wrapped(int code, int extended) => new("refused", new SqliteException("refused", code, extended));
}
