using Chinalco.Honors.Domain.Ranking;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Rankings;

/// <summary>Registers what answers rankings.</summary>
public static class RankingServices
{
    /// <summary>Adds <see cref="IUnitScores"/>; needs the database, a clock and logging.</summary>
    public static IServiceCollection AddHonorsRankings(this IServiceCollection services) =>
        services
            .AddSingleton<HonourLedger>()
            .AddSingleton<IUnitScores>(provider => provider.GetRequiredService<HonourLedger>())
            .AddSingleton<OldRankingChanges>();
}
