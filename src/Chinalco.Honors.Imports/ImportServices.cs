using Chinalco.Honors.Imports.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Imports;

/// <summary>Registers imports of tables.</summary>
public static class ImportServices
{
    /// <summary>Everything but the background runner, which only a site has.</summary>
    public static IServiceCollection AddHonorsImports(this IServiceCollection services)
    {
        services.AddSingleton<RosterRuns>();
        services.AddSingleton<RosterApplier>();
        services.AddSingleton<OldImports>();
        return services;
    }
}
