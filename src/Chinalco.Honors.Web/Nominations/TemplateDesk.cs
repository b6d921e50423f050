using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Ingestion.Files;
using Chinalco.Honors.Packets.Papers;
using Chinalco.Honors.Packets.Templates;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Exports;
using Chinalco.Honors.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>A template as the page lists it.</summary>
/// <param name="Programme">The programme's code; null for all.</param>
internal sealed record TemplateLine(
    Guid Id,
    string Paper,
    string? Programme,
    string FileName,
    string UploadedBy,
    DateTimeOffset UploadedAt,
    DateTimeOffset? RetiredAt
);

/// <summary>A programme that a template may be for.</summary>
internal sealed record TemplateProgramme(string Code, string Name);

/// <summary>Keeps templates: everybody who nominates uses them, union and HR of the whole group change them.</summary>
internal sealed class TemplateDesk(
    IHonorsDatabase database,
    NominationReach reach,
    PacketCommands commands,
    KeptFiles files,
    FileStore store,
    CurrentUser current
)
{
    /// <summary>Whether the user changes templates.</summary>
    public Task<bool> MayKeepAsync(CancellationToken cancellationToken) => reach.KeepsProgrammesAsync(cancellationToken);

    /// <summary>Those in use first, then the retired, the last one first.</summary>
    public async Task<ImmutableArray<TemplateLine>> ListAsync(CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var all = await db
                .PacketTemplates.AsNoTracking()
                .Select(t => new TemplateLine(t.Id, t.Paper, t.ProgrammeCode, t.FileName, t.UploadedBy, t.UploadedAt, t.RetiredAt))
                .ToListAsync(cancellationToken);
            return
            [
                .. all.OrderBy(t => t.RetiredAt is not null)
                    .ThenBy(t => t.Paper, StringComparer.Ordinal)
                    .ThenByDescending(t => t.UploadedAt),
            ];
        }
    }

    /// <summary>The programmes there are, each once, under the name of its last version.</summary>
    public async Task<ImmutableArray<TemplateProgramme>> ProgrammesAsync(CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var all = await db
                .NominationProgrammes.AsNoTracking()
                .OrderByDescending(p => p.Year)
                .ThenByDescending(p => p.Revision)
                .Select(p => new TemplateProgramme(p.Code, p.Name))
                .ToListAsync(cancellationToken);
            return [.. all.DistinctBy(p => p.Code).OrderBy(p => p.Code, StringComparer.Ordinal)];
        }
    }

    /// <summary>Which template makes which paper of a programme: its own, else one for all, else the product's.</summary>
    public async Task<Func<Paper, byte[]>> ForAsync(string programme, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var inUse = await db
                .PacketTemplates.AsNoTracking()
                .Where(t => t.RetiredAt == null && (t.ProgrammeCode == null || t.ProgrammeCode == programme))
                .ToListAsync(cancellationToken);
            var chosen = inUse
                .GroupBy(t => t.Paper)
                .ToDictionary(g => g.Key, g => g.MaxBy(t => t.ProgrammeCode is not null)!.Sha256, StringComparer.Ordinal);
            return paper =>
                chosen.TryGetValue(paper.ToChinese(), out var sha256) && Bytes(sha256) is { } uploaded
                    ? uploaded
                    : StandardTemplates.Of(paper);
        }
    }

    /// <summary>Takes a template in.</summary>
    /// <param name="file">Null when none was chosen.</param>
    public async Task<CommandOutcome> UploadAsync(
        Guid command,
        Paper paper,
        string? programme,
        IFormFile? file,
        string reason,
        CancellationToken cancellationToken
    )
    {
        if (!await MayKeepAsync(cancellationToken))
        {
            return NotKept;
        }

        if (file is not { Length: > 0 and <= TemplateCheck.MostBytes } || paper == Paper.Summary)
        {
            return CommandOutcome.Rejected("TheTemplateIsThere", PacketTexts.TemplateMissing);
        }

        if (programme is not null && (await ProgrammesAsync(cancellationToken)).All(p => p.Code != programme))
        {
            return CommandOutcome.Rejected("TheProgrammeIsThere", PacketTexts.ProgrammeMissing);
        }

        using var stream = new MemoryStream((int)file.Length);
        await file.CopyToAsync(stream, cancellationToken);
        var content = stream.ToArray();
        try
        {
            TemplateCheck.Check(content);
        }
        catch (TemplateRefusedException refused)
        {
            return CommandOutcome.Rejected(nameof(TemplateRefusedException), refused.Message);
        }

        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        if (!name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase))
        {
            return CommandOutcome.Rejected("TheTemplateIsADocument", PacketTexts.TemplateEnding);
        }

        var facts = new ScanFacts(name, Sha256Hex.Of(content), Certificate.MediaType, content.Length);
        var stamp = new CommandStamp(command, current.User!.Actor, reason);
        return await files.AroundAsync(
            facts.Sha256,
            content,
            () =>
                commands.UseTemplateAsync(
                    stamp,
                    DerivedId.From(command, "template"),
                    paper.ToChinese(),
                    programme,
                    facts,
                    cancellationToken
                ),
            cancellationToken
        );
    }

    public async Task<CommandOutcome> RetireAsync(Guid command, Guid id, CancellationToken cancellationToken) =>
        await MayKeepAsync(cancellationToken)
            ? await commands.RetireTemplateAsync(new CommandStamp(command, current.User!.Actor, null), id, cancellationToken)
            : NotKept;

    /// <summary>A template's name and bytes; null when there is none.</summary>
    public async Task<(string Name, byte[] Content)?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var template = await db.PacketTemplates.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, cancellationToken);
            return template is not null && Bytes(template.Sha256) is { } content
                ? (Path.ChangeExtension(template.FileName, ".docx"), content)
                : null;
        }
    }

    private static CommandOutcome NotKept => CommandOutcome.Rejected("TemplatesAreKeptByTheGroup", PacketTexts.TemplatesNotKept);

    private byte[]? Bytes(string sha256)
    {
        using var content = store.Open(sha256);
        if (content is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
