using System.Globalization;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Documents;

/// <summary>
/// What is done to a document as a whole. Its conferrals belong to several awards: each award's version moves, so that whoever writes to one
/// of them at the same moment looks again.
/// </summary>
public sealed class DocumentCommands(CommandTransaction transaction)
{
    /// <summary>Adds a scan to a document; the same bytes twice change nothing.</summary>
    public Task<CommandOutcome> AttachAsync(
        Guid documentId,
        ScanFacts scan,
        CommandStamp stamp,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return transaction.RunAsync(
            stamp,
            "document.scan",
            async scope =>
            {
                Require.That(new TextIsGiven("理由", stamp.Reason, AuditRecord.LongestReason));
                await EnteredDocuments.MustExistAsync(scope, [documentId]);
                var file = new DocumentFile(documentId, scan, stamp.By, scope.Now);
                if (await scope.Db.DocumentFiles.AnyAsync(f => f.Id == file.Id, cancellationToken))
                {
                    return CommandOutcome.NothingToDo(file.Id, version: 0);
                }

                scope.Db.DocumentFiles.Add(file);
                await scope.AuditAsync(EnteredDocuments.Subject(documentId), "document.scan", scan);
                scope.PagesChanged([], [], [], [documentId]);
                return CommandOutcome.Applied(file.Id, version: 0);
            },
            cancellationToken
        );
    }

    /// <summary>Corrects what was entered of a document: every proof that names it says so at once.</summary>
    /// <param name="seen">The document as it was shown (<see cref="DocumentFacts.Digest"/>): anything else, and nothing is done.</param>
    public Task<CommandOutcome> CorrectAsync(
        Guid documentId,
        DocumentFacts facts,
        string seen,
        CommandStamp stamp,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(stamp);
        return transaction.RunAsync(
            stamp,
            "document.correct",
            async scope =>
            {
                Require.That(new TextIsGiven("理由", stamp.Reason, AuditRecord.LongestReason));
                var document = await scope.Db.Documents.FirstOrDefaultAsync(d => d.Id == documentId, cancellationToken);
                Require.That(
                    new TheEntityExists("表彰文件", document is not null),
                    new TheDocumentIsAsItWasSeen(document!.Facts.Digest == seen)
                );
                var taken =
                    facts.Number is { } number
                    && await scope.Db.Documents.AnyAsync(d => d.Number == number && d.Id != documentId, cancellationToken);
                Require.That(new ADocumentIsEnteredOnce(facts.Number, taken));
                var before = document.Facts;
                if (!document.Correct(facts))
                {
                    return CommandOutcome.NothingToDo(documentId, version: 0);
                }

                // Who asserts a fact by a document is whoever issued it.
                if (facts.IssuingBody is { } body && before.IssuingBody is { } was && body != was)
                {
                    await scope
                        .Db.Evidence.Where(e => e.DocumentId == documentId && e.AssertedBy == was)
                        .ExecuteUpdateAsync(set => set.SetProperty(e => e.AssertedBy, body), cancellationToken);
                }

                await scope.AuditAsync(EnteredDocuments.Subject(documentId), "document.correct", new { Before = before, After = facts });
                foreach (var conferral in await AwardHandler.WithParts(NamedBy(scope.Db, documentId)).ToListAsync(cancellationToken))
                {
                    await AwardHandler.PagesChangedAsync(scope, conferral, documentId);
                }

                scope.PagesChanged([], [], [], [documentId]);
                return CommandOutcome.Applied(documentId, version: 0);
            },
            cancellationToken
        );
    }

    /// <summary>Every conferral that names a document: as what confers, proves or revokes it.</summary>
    public static IQueryable<Conferral> NamedBy(HonorsContext db, Guid documentId)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Conferrals.Where(c =>
            c.DocumentId == documentId
            || c.Evidence.Any(e => e.DocumentId == documentId)
            || (c.Revocation != null && c.Revocation.DocumentId == documentId)
        );
    }

    /// <summary>Revokes everything that a document confers, in one transaction.</summary>
    /// <param name="ground">For the reader, in Chinese.</param>
    /// <param name="seen">What was concerned as whoever decides saw it (<see cref="DigestOf"/>): anything else, and nothing is done.</param>
    /// <param name="newDocument">The decision that revokes, when the registry does not have it yet.</param>
    public Task<CommandOutcome> RevokeAsync(
        Guid documentId,
        string ground,
        RevocationFacts facts,
        string seen,
        DocumentDraft? newDocument,
        CommandStamp stamp,
        CancellationToken cancellationToken = default
    ) =>
        transaction.RunAsync(
            stamp,
            "document.revoke",
            async scope =>
            {
                await EnteredDocuments.MustExistAsync(scope, [documentId]);
                await EnteredDocuments.EnterAsync(scope, newDocument);
                var concerned = await ConcernedBy(AwardHandler.WithParts(scope), documentId)
                    .OrderBy(c => c.Id)
                    .ToListAsync(cancellationToken);
                Require.That(
                    new ADocumentIsRevokedWhereItConfers(concerned.Count > 0),
                    new WhatIsRevokedIsWhatWasSeen(DigestOf(concerned.Select(c => (c.Id, c.Version))) == seen)
                );
                var awardIds = concerned.Select(c => c.AwardId).Distinct().ToList();
                var awards = await scope.Db.Awards.Where(a => awardIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
                foreach (var conferral in concerned)
                {
                    await Revocations.RevokeAsync(scope, conferral, ground, facts, byHand: true);
                    await scope.AuditAsync(
                        new AuditSubject(AuditKinds.Award, conferral.AwardId),
                        "award.end",
                        new
                        {
                            ConferralId = conferral.Id,
                            Change = new
                            {
                                conferral.Status,
                                Reason = ground,
                                Revocation = facts,
                            },
                        }
                    );
                    await AwardHandler.PagesChangedAsync(scope, conferral, conferral.DocumentId);
                }

                foreach (var award in awards.Values)
                {
                    award.ConferralsChanged();
                }

                await scope.AuditAsync(
                    EnteredDocuments.Subject(documentId),
                    "document.revoke",
                    new
                    {
                        Reason = ground,
                        Revocation = facts,
                        Honours = concerned.Count,
                    }
                );
                return CommandOutcome.Applied(documentId, version: 0);
            },
            cancellationToken
        );

    /// <summary>What a document confers and nobody has ended as wrong or revoked: what names it, or names none and is proved by it.</summary>
    public static IQueryable<Conferral> ConcernedBy(IQueryable<Conferral> conferrals, Guid documentId) =>
        conferrals.Where(c =>
            c.Status != ConferralStatus.Deprecated
            && c.Status != ConferralStatus.Revoked
            && (c.DocumentId == documentId || (c.DocumentId == null && c.Evidence.Any(e => e.DocumentId == documentId)))
        );

    /// <summary>Equal for the same conferrals in the same versions, in whatever order.</summary>
    public static string DigestOf(IEnumerable<(Guid Id, long Version)> conferrals) =>
        Sha256Hex.Of(
            string.Join('\n', conferrals.OrderBy(c => c.Id).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Id} {c.Version}")))
        );
}

/// <summary>A document that confers nothing any more has nothing to revoke.</summary>
public sealed class ADocumentIsRevokedWhereItConfers(bool confers) : IRule
{
    public bool Holds => confers;

    public string Advice => "这份文件没有仍然有效的授予，无须撤销。";
}

/// <summary>Whoever revokes a whole document has seen everything that it concerns, as it is.</summary>
public sealed class WhatIsRevokedIsWhatWasSeen(bool same) : IRule
{
    public bool Holds => same;

    public string Advice => "在您核对之后，这份文件的授予有了变化。没有撤销任何一项，请重新核对名单。";
}

/// <summary>Whoever corrects a document saw it as it is.</summary>
public sealed class TheDocumentIsAsItWasSeen(bool same) : IRule
{
    public bool Holds => same;

    public string Advice => "在您打开页面之后，有人更改了这份文件。您的操作没有生效，请看过现在的内容再决定。";
}
