using Chinalco.Honors.Imports.Awards;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Headcounts;
using Chinalco.Honors.Imports.Roster;
using Chinalco.Honors.Imports.Runs;
using Chinalco.Honors.Imports.Units;
using Chinalco.Honors.Imports.Winners;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Imports;

/// <summary>Registers imports of tables.</summary>
public static class ImportServices
{
    /// <summary>Everything but the background runner, which only a site has.</summary>
    public static IServiceCollection AddHonorsImports(this IServiceCollection services)
    {
        services.AddSingleton<IImportDefinition, RosterDefinition>();
        services.AddSingleton<IImportDefinition, HeadcountDefinition>();
        services.AddSingleton<IImportDefinition, WinnerDefinition>();
        services.AddSingleton<IImportDefinition, UnitDefinition>();
        services.AddSingleton<IImportDefinition, AwardDefinition>();
        services.AddSingleton<ImportDefinitions>();
        services.AddSingleton<ImportRuns>();
        services.AddSingleton<ImportApplier>();
        services.AddSingleton<OldImports>();
        return services;
    }
}
