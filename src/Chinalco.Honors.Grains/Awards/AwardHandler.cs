using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Documents;
using Chinalco.Honors.Grains.Requests;
using Chinalco.Honors.Grains.Units;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Awards;

/// <summary>What the commands on an award and its conferrals do. The grain runs it; so does a command line on a database without a silo.</summary>
public sealed partial class AwardHandler(CommandTransaction transaction)
{
    public Task<CommandOutcome> RegisterAsync(Guid id, RegisterAward command, CancellationToken cancellationToken = default) =>
        transaction.RunAsync(
            command.Stamp,
            "award.register",
            async scope =>
            {
                var existing = await scope.Db.Awards.FirstOrDefaultAsync(a => a.Id == id);
                if (existing is not null)
                {
                    return CommandOutcome.NothingToDo(id, existing.Version);
                }

                Require.That(new AnAwardsNameIsItsOwn(await scope.Db.Awards.AnyAsync(a => a.Name == command.Name)));
                var award = new Award(
                    id,
                    command.Code,
                    command.Name,
                    command.Level,
                    command.Family,
                    command.ConferringBody,
                    command.Details
                );
                foreach (var alias in command.Aliases)
                {
                    award.AddAlias(alias);
                }

                scope.Db.Awards.Add(award);
                await scope.AuditAsync(Subject(id), "award.register", command);
                return CommandOutcome.Applied(id, award.Version);
            },
            cancellationToken
        );

    public Task<CommandOutcome> AddAliasAsync(Guid id, AddAwardAlias command, CancellationToken cancellationToken = default) =>
        transaction.RunAsync(
            command.Stamp,
            "award.alias",
            async scope =>
            {
                var award = await LoadAsync(scope, id);
                var before = award.Version;
                award.AddAlias(command.Name);
                if (award.Version == before)
                {
                    return CommandOutcome.NothingToDo(id, before);
                }

                await scope.AuditAsync(Subject(id), "award.alias", new { command.Name });
                return CommandOutcome.Applied(id, award.Version);
            },
            cancellationToken
        );

    public Task<CommandOutcome> DescribeAsync(Guid id, DescribeAward command, CancellationToken cancellationToken = default) =>
        transaction.RunAsync(
            command.Stamp,
            "award.describe",
            async scope =>
            {
                Require.That(new TextIsGiven("理由", command.Stamp.Reason, AuditRecord.LongestReason));
                var award = await LoadAsync(scope, id);
                var (name, code) = (command.Facts.Name, command.Facts.Code);
                Require.That(
                    new TheAwardIsAsItWasSeen(award.Facts.Digest == command.Seen),
                    new AnAwardsNameIsItsOwn(await scope.Db.Awards.AnyAsync(a => a.Name == name && a.Id != id)),
                    new AnAwardsCodeIsItsOwn(code is not null && await scope.Db.Awards.AnyAsync(a => a.Code == code && a.Id != id))
                );
                return await CatalogueEntries.ChangeAsync(scope, award, command.Facts)
                    ? CommandOutcome.Applied(id, award.Version)
                    : CommandOutcome.NothingToDo(id, award.Version);
            },
            cancellationToken
        );

    public Task<CommandOutcome> ConferAsync(Guid id, Confer command, CancellationToken cancellationToken = default) =>
        transaction.RunAsync(
            command.Stamp,
            "award.confer",
            async scope =>
            {
                var award = await LoadAsync(scope, id);
                await BeginByHandAsync(scope, command);
                await CheckQuoteAsync(scope, command.Evidence);
                await CheckReferencesAsync(scope, command);
                var wrong = await WrongReports.EndAsync(scope, command);
                var reported = await ReportedAsync(scope, id, Conferral.RecipientsKeyOf(command.Recipients));
                var match = SameHonour.Among(reported.Where(c => c != wrong), command.Facts.Year, command.Facts.Edition);
                Require.That(new AnHonourIsConferredOnce(command.ByHand is not null && match.Fits > 0));
                if (match.Fits > 1)
                {
                    return CommandOutcome.Undecided($"该报道没有年份，与已有的 {match.Fits} 次授予都相符，请选择是哪一次。");
                }

                var conferral = match.Conferral ?? Begin(scope, award, command);
                var learned = command.Facts.Year is { } year && conferral.LearnYear(year, command.Facts.Edition, scope.Now);
                var proved = conferral.AddEvidence(command.Evidence, scope.Stamp.By, scope.Now);
                proved |= WrongReports.CarryOver(scope, wrong, conferral, command.Evidence.FindingId);
                proved |= await ReportedFindings.ConfirmAsync(scope, command.Evidence.FindingId, conferral);
                await AnsweredRequests.EnteredAsync(scope, command.ByHand?.RequestId, conferral, command.Evidence.DocumentId);
                if (!proved && !learned && wrong is null)
                {
                    return CommandOutcome.NothingToDo(conferral.Id, award.Version);
                }

                award.ConferralsChanged();
                await scope.AuditAsync(
                    Subject(id),
                    match.Conferral is null ? "award.confer"
                        : proved ? "award.prove"
                        : "award.learn",
                    new
                    {
                        ConferralId = conferral.Id,
                        command.Facts,
                        command.Recipients,
                        command.Evidence,
                        command.Replaces,
                        command.ByHand?.CertificateNumber,
                    }
                );
                await PagesChangedAsync(scope, conferral, conferral.DocumentId);
                return CommandOutcome.Applied(conferral.Id, award.Version);
            },
            cancellationToken
        );

    public Task<CommandOutcome> ConferEachAsync(Guid id, ConferEach command, CancellationToken cancellationToken = default) =>
        transaction.RunAsync(
            command.Stamp,
            "award.confer",
            async scope =>
            {
                var award = await LoadAsync(scope, id);
                Require.That(new ARecipientStandsOnceInAConferral([.. command.Recipients.Select(r => r.Recipient)]));
                var byHand = new EnteredByHand(command.NewDocument);
                foreach (var (conferralId, recipient, certificate) in command.Recipients)
                {
                    // The document is entered with the first of them.
                    var one = new Confer(command.Stamp, conferralId, command.Facts, [recipient], command.Evidence, ByHand: byHand);
                    await BeginByHandAsync(scope, one);
                    byHand = new EnteredByHand();
                    await CheckReferencesAsync(scope, one);
                    var reported = await ReportedAsync(scope, id, Conferral.RecipientsKeyOf(one.Recipients));
                    var fits = SameHonour.Among(reported, command.Facts.Year, command.Facts.Edition).Fits;
                    Require.That(new AnHonourIsConferredToEachOnce(recipient.NameAsPrinted, fits > 0));
                    var conferral = Begin(scope, award, one with { ByHand = new EnteredByHand(CertificateNumber: certificate) });
                    conferral.AddEvidence(command.Evidence, scope.Stamp.By, scope.Now);
                    await scope.AuditAsync(
                        Subject(id),
                        "award.confer",
                        new
                        {
                            ConferralId = conferral.Id,
                            command.Facts,
                            one.Recipients,
                            command.Evidence,
                            CertificateNumber = certificate,
                        }
                    );
                    await PagesChangedAsync(scope, conferral, conferral.DocumentId);
                }

                award.ConferralsChanged();
                return CommandOutcome.Applied(command.Recipients[0].ConferralId, award.Version);
            },
            cancellationToken
        );

    private static async Task BeginByHandAsync(CommandScope scope, Confer command)
    {
        if (command.ByHand is { } byHand)
        {
            Require.That(new TextIsGiven("理由", command.Stamp.Reason, AuditRecord.LongestReason));
            await EnteredDocuments.EnterAsync(scope, byHand.NewDocument);
        }
    }

    private static Conferral Begin(CommandScope scope, Award award, Confer command)
    {
        var conferral = new Conferral(command.ConferralId, award.Id, command.Facts, command.Recipients, scope.Now);
        if (command.ByHand?.CertificateNumber is { } number)
        {
            var issued = new CertificateDraft(conferral.Recipients[0].Id, CertificateStep.Issued, number, command.Facts.Date);
            conferral.NoteCertificate(issued, scope.Stamp.By, scope.Now);
        }

        scope.Db.Conferrals.Add(conferral);
        return conferral;
    }

    /// <summary>The award's conferrals to exactly these recipients.</summary>
    internal static Task<List<Conferral>> ReportedAsync(CommandScope scope, Guid id, string recipientsKey) =>
        WithParts(scope)
            .Where(c => c.AwardId == id && c.RecipientsKey == recipientsKey && c.Status != ConferralStatus.Deprecated)
            .OrderBy(c => c.EnteredAt)
            .ToListAsync();

    internal static IQueryable<Conferral> WithParts(CommandScope scope) => WithParts(scope.Db);

    internal static IQueryable<Conferral> WithParts(HonorsContext db) => WithParts(db.Conferrals);

    internal static IQueryable<Conferral> WithParts(IQueryable<Conferral> conferrals) =>
        conferrals
            .Include(c => c.Recipients)
            .Include(c => c.Evidence)
            .Include(c => c.Certificates)
            .Include(c => c.Revocation)
            .AsSplitQuery();

    private static async Task<Award> LoadAsync(CommandScope scope, Guid id)
    {
        var award = await scope.Db.Awards.Include(a => a.Aliases).FirstOrDefaultAsync(a => a.Id == id);
        Require.That(new TheEntityExists("荣誉", award is not null));
        return award!;
    }

    private static async Task CheckQuoteAsync(CommandScope scope, EvidenceDraft evidence)
    {
        if (evidence.ArticleId is not { } articleId)
        {
            return;
        }

        var text = await scope.Db.Articles.Where(a => a.Id == articleId).Select(a => a.Text).FirstOrDefaultAsync();
        Require.That(new TheEntityExists("文章", text is not null), new AQuoteStandsInItsArticle(text ?? "", evidence));
    }

    private static async Task CheckReferencesAsync(CommandScope scope, Confer command)
    {
        var db = scope.Db;
        await References.MustExistAsync(db.Honorees.Select(h => h.Id), command.Recipients.Select(r => r.HonoreeId), "人物");
        await References.MustExistAsync(db.Units.Select(u => u.Id), command.Recipients.Select(r => r.UnitId), "单位");
        await DocumentsMustExistAsync(scope, command.Facts.DocumentId, command.Evidence.DocumentId);
    }

    private static Task DocumentsMustExistAsync(CommandScope scope, params IEnumerable<Guid?> documents) =>
        EnteredDocuments.MustExistAsync(scope, documents);

    internal static async Task PagesChangedAsync(CommandScope scope, Conferral conferral, Guid? documentBefore)
    {
        var (recipients, evidence) = (conferral.Recipients, conferral.Evidence);
        scope.PagesChanged(
            Named(recipients.Select(r => r.HonoreeId)),
            await UnitAncestors.OfAsync(scope.Db, Named(recipients.Select(r => r.UnitId))),
            Named(evidence.Select(e => e.ArticleId)),
            Named([.. evidence.Select(e => e.DocumentId), conferral.DocumentId, conferral.Revocation?.DocumentId, documentBefore])
        );
    }

    private static List<Guid> Named(IEnumerable<Guid?> ids) => [.. ids.OfType<Guid>().Distinct()];

    private static AuditSubject Subject(Guid id) => new("award", id);
}
