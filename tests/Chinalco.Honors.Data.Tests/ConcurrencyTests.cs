using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.Tests;

public sealed class ConcurrencyTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public Task A_stale_view_of_a_person_loses() => StaleLosesAsync(A.Honoree(), h => h.ChangeStatus(HonoreeStatus.Retired));

    [Fact]
    public Task A_stale_view_of_a_unit_loses() => StaleLosesAsync(A.Unit(), u => u.Correct(code: null, UnitTier.Team, "太原"));

    [Fact]
    public Task A_stale_view_of_an_award_loses() => StaleLosesAsync(A.Award(), a => a.ConferralsChanged());

    private async Task StaleLosesAsync<TEntity>(TEntity entity, Action<TEntity> change)
        where TEntity : class, IVersioned
    {
        await fixture.Database.SaveAsync(entity);
        using var first = fixture.Database.Open();
        using var second = fixture.Database.Open();
        change(await first.Set<TEntity>().SingleAsync(e => e.Id == entity.Id, TestContext.Current.CancellationToken));
        change(await second.Set<TEntity>().SingleAsync(e => e.Id == entity.Id, TestContext.Current.CancellationToken));
        await first.SaveChangesAsync(TestContext.Current.CancellationToken);

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(TestContext.Current.CancellationToken));
    }
}
