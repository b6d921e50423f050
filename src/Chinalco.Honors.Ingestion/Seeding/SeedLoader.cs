using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Ingestion.Jobs;
using Chinalco.Honors.Ingestion.Lexicons;
using Chinalco.Honors.Ingestion.Reading;
using Microsoft.Extensions.Logging;

namespace Chinalco.Honors.Ingestion.Seeding;

/// <summary>
/// Fills a new registry: the catalogue as a bulk import, the sample texts through the inbox and the jobs that an upload takes. Loading
/// again changes nothing; a load that was cut off goes on.
/// </summary>
public sealed class SeedLoader(CatalogueImport catalogue, IngestionInbox inbox, IngestionProcessor processor, ILogger<SeedLoader> logger)
{
    private static readonly string[] TextFolders = ["documents", "articles", "newspaper"];

    /// <param name="directory">The folder with units.yaml, awards.yaml and the samples.</param>
    /// <param name="samples">Whether the sample people and texts are wanted.</param>
    /// <exception cref="SeedFileException">A seed file is missing or wrong; the message names the entry.</exception>
    public async Task LoadAsync(string directory, bool samples, CancellationToken cancellationToken)
    {
        var units = SeedCatalogue.ReadUnits(Path.Combine(directory, "units.yaml"));
        var awards = SeedCatalogue.ReadAwards(Path.Combine(directory, "awards.yaml"));
        await catalogue.ImportUnitsAsync(samples ? units : [.. units.Where(u => !u.IsInvented)], Actor.System);
        await catalogue.ImportAwardsAsync(awards, Actor.System);
        logger.LogInformation("Catalogue: {Units} units, {Awards} awards.", units.Length, awards.Length);
        if (!samples)
        {
            return;
        }

        var people = SeedCatalogue.ReadRoster(Path.Combine(directory, "roster.csv"));
        await catalogue.ImportSamplePeopleAsync(people, units, Actor.System);
        var texts = TextFolders.Select(folder => Path.Combine(directory, folder)).Where(Directory.Exists).SelectMany(FilesIn).ToList();
        foreach (var file in texts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await LoadTextAsync(file, cancellationToken);
        }

        logger.LogInformation("Samples: {People} people, {Texts} texts.", people.Length, texts.Count);
    }

    private async Task LoadTextAsync(string file, CancellationToken cancellationToken)
    {
        var content = await File.ReadAllBytesAsync(file, cancellationToken);
        try
        {
            var receipt = await inbox.ReceiveAsync(Path.GetFileName(file), content, Actor.System, Provenance.InventedSample);
            await processor.ProcessAsync(receipt.JobId, cancellationToken);
        }
        catch (SourceRefusedException refused)
        {
            throw new SeedFileException($"{Path.GetFileName(file)}：{refused.Message}", refused);
        }
    }

    private static IEnumerable<string> FilesIn(string folder) => Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal);
}
