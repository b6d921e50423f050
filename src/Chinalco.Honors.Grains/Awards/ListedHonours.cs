using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Documents;
using Chinalco.Honors.Grains.Units;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Awards;

/// <summary>One honour of a list of winners.</summary>
/// <param name="ConferralId">The id that a new conferral gets.</param>
/// <param name="CertificateNumber">Of the recipient's certificate; null when the list does not say.</param>
public sealed record ListedHonour(
    Guid ConferralId,
    Guid AwardId,
    ConferralFacts Facts,
    RecipientDraft Recipient,
    EvidenceDraft Evidence,
    string? CertificateNumber
);

/// <summary>
/// Confers many honours of several awards in one command, as <see cref="AwardHandler.ConferAsync"/> confers one: what stands already gains the
/// proof, and each award's version moves, so that whoever writes to one of them at the same moment looks again.
/// </summary>
public static class ListedHonours
{
    /// <summary>Enters documents that the registry does not have, and their scans.</summary>
    public static async Task EnterDocumentsAsync(CommandScope scope, IReadOnlyCollection<DocumentDraft> drafts)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(drafts);
        foreach (var draft in drafts)
        {
            if (!await scope.Db.Documents.AnyAsync(d => d.Id == draft.Id))
            {
                await EnteredDocuments.EnterAsync(scope, draft);
            }
            else if (draft.Scan is { } scan)
            {
                var file = new DocumentFile(draft.Id, scan, scope.Stamp.By, scope.Now);
                if (!await scope.Db.DocumentFiles.AnyAsync(f => f.Id == file.Id))
                {
                    scope.Db.DocumentFiles.Add(file);
                    await scope.AuditAsync(EnteredDocuments.Subject(draft.Id), "document.scan", scan);
                }
            }
        }
    }

    /// <returns>How many were left out, because their award is gone or they fit two conferrals by now.</returns>
    /// <exception cref="RuleBrokenException">A fact is not allowed; nothing is conferred.</exception>
    public static async Task<int> ConferAsync(CommandScope scope, IReadOnlyCollection<ListedHonour> honours)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(honours);
        var awardIds = honours.Select(h => h.AwardId).Distinct().ToList();
        var awards = await scope.Db.Awards.Where(a => EF.Parameter(awardIds).Contains(a.Id)).ToDictionaryAsync(a => a.Id);
        var keys = honours.Select(KeyOf).Distinct(StringComparer.Ordinal).ToList();
        var standing = (
            await AwardHandler
                .WithParts(scope)
                .Where(c =>
                    EF.Parameter(awardIds).Contains(c.AwardId)
                    && EF.Parameter(keys).Contains(c.RecipientsKey)
                    && c.Status != ConferralStatus.Deprecated
                )
                .OrderBy(c => c.EnteredAt)
                .ToListAsync()
        )
            .GroupBy(c => (c.AwardId, c.RecipientsKey))
            .ToDictionary(g => g.Key, g => g.ToList());
        await scope.PrepareChainsAsync(AuditKinds.Award, awardIds);
        var (leftOut, changed) = (0, new List<Conferral>());
        foreach (var honour in honours)
        {
            var same = standing.TryGetValue((honour.AwardId, KeyOf(honour)), out var found) ? found : [];
            standing[(honour.AwardId, KeyOf(honour))] = same;
            var match = SameHonour.Among(same, honour.Facts.Year, honour.Facts.Edition);
            if (match.Fits > 1 || !awards.TryGetValue(honour.AwardId, out var award))
            {
                leftOut++;
                continue;
            }

            var conferral = match.Conferral;
            var isNew = conferral is null;
            if (conferral is null)
            {
                conferral = Begin(scope, honour);
                same.Add(conferral);
            }

            if (await ProveAsync(scope, award, honour, conferral, isNew))
            {
                changed.Add(conferral);
            }
        }

        await PagesChangedAsync(scope, changed);
        return leftOut;
    }

    private static string KeyOf(ListedHonour honour) => Conferral.RecipientsKeyOf([honour.Recipient]);

    private static Conferral Begin(CommandScope scope, ListedHonour honour)
    {
        var conferral = new Conferral(honour.ConferralId, honour.AwardId, honour.Facts, [honour.Recipient], scope.Now);
        if (honour.CertificateNumber is { } number)
        {
            var issued = new CertificateDraft(conferral.Recipients[0].Id, CertificateStep.Issued, number, honour.Facts.Date);
            conferral.NoteCertificate(issued, scope.Stamp.By, scope.Now);
        }

        scope.Db.Conferrals.Add(conferral);
        return conferral;
    }

    /// <returns>Whether the list says anything new.</returns>
    private static async Task<bool> ProveAsync(CommandScope scope, Award award, ListedHonour honour, Conferral conferral, bool isNew)
    {
        var learned = honour.Facts.Year is { } year && conferral.LearnYear(year, honour.Facts.Edition, scope.Now);
        var proved = conferral.AddEvidence(honour.Evidence, scope.Stamp.By, scope.Now);
        if (!isNew && !learned && !proved)
        {
            return false;
        }

        award.ConferralsChanged();
        await scope.AuditAsync(
            new AuditSubject(AuditKinds.Award, award.Id),
            isNew ? "award.confer"
                : proved ? "award.prove"
                : "award.learn",
            new
            {
                ConferralId = conferral.Id,
                honour.Facts,
                Recipients = new[] { honour.Recipient },
                honour.Evidence,
                honour.CertificateNumber,
            }
        );
        return true;
    }

    private static async Task PagesChangedAsync(CommandScope scope, List<Conferral> conferrals)
    {
        var recipients = conferrals.SelectMany(c => c.Recipients).ToList();
        scope.PagesChanged(
            recipients.Select(r => r.HonoreeId).OfType<Guid>(),
            await UnitAncestors.OfAsync(scope.Db, recipients.Select(r => r.UnitId).OfType<Guid>()),
            [],
            conferrals.SelectMany(c => c.Evidence.Select(e => e.DocumentId).Append(c.DocumentId)).OfType<Guid>()
        );
    }
}
