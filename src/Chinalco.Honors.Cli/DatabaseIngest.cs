using System.Data.Common;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Hosting;
using Chinalco.Honors.Ingestion;
using Chinalco.Honors.Ingestion.Jobs;
using Chinalco.Honors.Ingestion.Lexicons;
using Chinalco.Honors.Ingestion.Reading;
using Chinalco.Honors.Ingestion.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chinalco.Honors.Cli;

/// <summary>Reads files into the registry's database, with the command code of the site. Safe while the site is running.</summary>
internal sealed class DatabaseIngest(TextWriter output, TextWriter error)
{
    /// <param name="options">The database; an SQLite file is made when it is missing.</param>
    /// <param name="seeds">The folder of the catalogue that a new database is given; null when there is none.</param>
    /// <returns>0 when every file was taken, 2 when one was refused, 1 when one failed.</returns>
    public async Task<int> RunAsync(
        IReadOnlyList<FileInfo> files,
        DatabaseOptions options,
        string? seeds,
        CancellationToken cancellationToken
    )
    {
        var services = Services(options).BuildServiceProvider();
        await using (services)
        {
            try
            {
                await PrepareAsync(services, options, seeds, cancellationToken);
            }
            catch (Exception unusable)
                when (unusable is SeedFileException or NotSupportedException or DbException or InvalidOperationException)
            {
                await error.WriteLineAsync(unusable.Message);
                return 1;
            }

            var exitCode = 0;
            foreach (var file in files)
            {
                exitCode = Math.Max(exitCode, await IngestAsync(services, file, cancellationToken));
            }

            return exitCode;
        }
    }

    /// <summary>Brings the embedded database up to date, or checks that somebody has; a new registry gets the catalogue, without which nothing is recognised.</summary>
    private static async Task PrepareAsync(
        ServiceProvider services,
        DatabaseOptions options,
        string? seeds,
        CancellationToken cancellationToken
    )
    {
        var database = services.GetRequiredService<IHonorsDatabase>();
        if (string.Equals(options.Provider, "Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            await database.MigrateAsync(cancellationToken);
        }
        else
        {
            await database.CheckAsync(cancellationToken);
        }

        if (seeds is not null)
        {
            await services.GetRequiredService<SeedLoader>().LoadAsync(seeds, samples: false, cancellationToken);
        }
    }

    private static ServiceCollection Services(DatabaseOptions options)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Error));
        services.AddHonorsData(options, HonorsHome.Find(Environment.CurrentDirectory));
        services.AddHonorsCommands();
        services.AddSingleton<IRegistry, DirectRegistry>();
        services.AddHonorsIngestion($"{Environment.MachineName}:cli:{Environment.ProcessId}");
        return services;
    }

    private async Task<int> IngestAsync(ServiceProvider services, FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            var content = await SourceIntake.ReadAsync(file.FullName, cancellationToken);
            var receipt = await services.GetRequiredService<IngestionInbox>().ReceiveAsync(file.Name, content, Actor.CommandLine);
            await services.GetRequiredService<IngestionProcessor>().ProcessAsync(receipt.JobId, cancellationToken);
            var job = await JobAsync(services, receipt.JobId, cancellationToken);
            var known = receipt.AlreadyKnown ? "该内容此前已录入，未作任何改动。" : "";
            await output.WriteLineAsync($"{file.Name}：{known}{job.Message ?? "正由另一进程处理。"}");
            return job.State is JobState.Refused or JobState.Failed ? 1 : 0;
        }
        catch (SourceRefusedException refused)
        {
            await error.WriteLineAsync($"{file.Name}：{refused.Message}");
            return 2;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{file.Name}：无法读取文件，请检查路径和权限。");
            return 2;
        }
    }

    private static async Task<IngestionJob> JobAsync(ServiceProvider services, Guid jobId, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<IHonorsDatabase>().Open();
        await using (db)
        {
            return await db.IngestionJobs.AsNoTracking().FirstAsync(j => j.Id == jobId, cancellationToken);
        }
    }
}
