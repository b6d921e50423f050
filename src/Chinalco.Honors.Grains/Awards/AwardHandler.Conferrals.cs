using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Documents;
using Chinalco.Honors.Grains.Requests;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Awards;

/// <content>What is done to a conferral that stands: each command decides, one path loads, checks what was seen, audits and tells the pages.</content>
public sealed partial class AwardHandler
{
    public Task<CommandOutcome> CorrectAsync(Guid id, CorrectConferral command, CancellationToken cancellationToken = default) =>
        ChangeConferralAsync(
            id,
            new Change(
                command.Stamp,
                command.ConferralId,
                "award.correct",
                command.SeenVersion,
                command.NewDocument,
                new Answer(command.RequestId, RequestKind.Correct)
            ),
            async (scope, conferral) =>
            {
                await DocumentsMustExistAsync(scope, command.Facts.DocumentId);
                var others = await ReportedAsync(scope, id, conferral.RecipientsKey);
                others.Remove(conferral);
                var before = conferral.Facts;
                conferral.Correct(command.Facts, scope.Now);
                Require.That(new AnHonourIsConferredOnce(SameHonour.IsAmong(others, conferral.Year, conferral.Edition)));
                return new { Before = before, After = command.Facts };
            },
            cancellationToken
        );

    public Task<CommandOutcome> EndAsync(Guid id, EndConferral command, CancellationToken cancellationToken = default) =>
        ChangeConferralAsync(
            id,
            new Change(
                command.Stamp,
                command.ConferralId,
                "award.end",
                command.SeenVersion,
                command.NewDocument,
                new Answer(command.RequestId, RequestKind.NotMe)
            ),
            async (scope, conferral) =>
            {
                switch (command.Status)
                {
                    case ConferralStatus.Expired:
                        conferral.Expire(command.Reason);
                        break;
                    case ConferralStatus.Deprecated:
                        conferral.Deprecate(command.Reason);
                        break;
                    case ConferralStatus.Revoked:
                        await Revocations.RevokeAsync(
                            scope,
                            conferral,
                            command.Reason,
                            command.Revocation,
                            command.SeenVersion is not null
                        );
                        break;
                    default:
                        throw new RuleBrokenException(new AnEndIsExpiredDeprecatedOrRevoked(command.Status));
                }

                if (command.FindingId is { } finding)
                {
                    conferral.EndedBy(finding);
                    await ReportedFindings.ConfirmAsync(scope, finding, conferral);
                }

                return new
                {
                    command.Status,
                    command.Reason,
                    command.Revocation,
                };
            },
            cancellationToken
        );

    public Task<CommandOutcome> RestoreAsync(Guid id, RestoreConferral command, CancellationToken cancellationToken = default) =>
        ChangeConferralAsync(
            id,
            new Change(command.Stamp, command.ConferralId, "award.reinstate", command.SeenVersion),
            async (scope, conferral) =>
            {
                var before = new { conferral.Status, Reason = conferral.StatusReason };
                var others = await ReportedAsync(scope, id, conferral.RecipientsKey);
                others.Remove(conferral);
                conferral.Restore(command.Stamp.Reason ?? "");
                Require.That(new AnHonourIsConferredOnce(SameHonour.IsAmong(others, conferral.Year, conferral.Edition)));
                return new { Before = before };
            },
            cancellationToken
        );

    public Task<CommandOutcome> NoteCertificateAsync(Guid id, NoteCertificate command, CancellationToken cancellationToken = default) =>
        ChangeConferralAsync(
            id,
            new Change(command.Stamp, command.ConferralId, "award.certificate", command.SeenVersion),
            (scope, conferral) =>
            {
                conferral.NoteCertificate(command.Entry, scope.Stamp.By, scope.Now);
                return Task.FromResult<object>(command.Entry);
            },
            cancellationToken
        );

    public Task<CommandOutcome> NoteReturnAsync(Guid id, NoteReturn command, CancellationToken cancellationToken = default) =>
        ChangeConferralAsync(
            id,
            new Change(command.Stamp, command.ConferralId, "award.return", command.SeenVersion),
            (scope, conferral) =>
            {
                conferral.GiveBack(command.Medal, command.Certificate, scope.Stamp.By, scope.Now);
                return Task.FromResult<object>(new { command.Medal, command.Certificate });
            },
            cancellationToken
        );

    public Task<CommandOutcome> WithdrawAsync(Guid id, WithdrawProof command, CancellationToken cancellationToken = default) =>
        ChangeConferralAsync(
            id,
            new Change(command.Stamp, command.ConferralId, "award.withdraw"),
            async (scope, conferral) =>
            {
                await ReportedFindings.ReopenAsync(scope, command, conferral);
                await WrongReports.ReinstateAsync(scope, command.FindingId);
                return new { command.FindingId };
            },
            cancellationToken
        );

    public Task<CommandOutcome> ProveAsync(Guid id, ProveConferral command, CancellationToken cancellationToken = default) =>
        ChangeConferralAsync(
            id,
            new Change(command.Stamp, command.ConferralId, "award.prove", command.SeenVersion, command.NewDocument),
            async (scope, conferral) =>
            {
                await CheckQuoteAsync(scope, command.Evidence);
                await DocumentsMustExistAsync(scope, command.Evidence.DocumentId);
                conferral.AddEvidence(command.Evidence, scope.Stamp.By, scope.Now);
                await ReportedFindings.ConfirmAsync(scope, command.Evidence.FindingId, conferral);
                return command.Evidence;
            },
            cancellationToken
        );

    public Task<CommandOutcome> ShowAsync(Guid id, ShowConferral command, CancellationToken cancellationToken = default) =>
        ChangeConferralAsync(
            id,
            new Change(command.Stamp, command.ConferralId, "award.show", Answer: new Answer(command.RequestId, RequestKind.Hide)),
            (_, conferral) =>
            {
                conferral.Show(command.To);
                return Task.FromResult<object>(new { command.To });
            },
            cancellationToken
        );

    /// <summary>One change of one conferral.</summary>
    /// <param name="SeenVersion">As whoever changes it by hand saw it: another version, or no reason, and nothing is done.</param>
    /// <param name="NewDocument">Entered in the same transaction.</param>
    /// <param name="Answer">The employee's request that it accepts, in the same transaction.</param>
    private sealed record Change(
        CommandStamp Stamp,
        Guid ConferralId,
        string Action,
        long? SeenVersion = null,
        DocumentDraft? NewDocument = null,
        Answer? Answer = null
    );

    /// <summary>A request that a change accepts.</summary>
    /// <param name="RequestId">Null when there is none.</param>
    /// <param name="Kind">What may have been asked.</param>
    private sealed record Answer(Guid? RequestId, RequestKind Kind);

    /// <param name="decide">Changes the conferral; gives what the record says of it.</param>
    private Task<CommandOutcome> ChangeConferralAsync(
        Guid id,
        Change change,
        Func<CommandScope, Conferral, Task<object>> decide,
        CancellationToken cancellationToken
    ) =>
        transaction.RunAsync(
            change.Stamp,
            change.Action,
            async scope =>
            {
                var award = await LoadAsync(scope, id);
                var conferral = await WithParts(scope).FirstOrDefaultAsync(c => c.Id == change.ConferralId && c.AwardId == id);
                Require.That(new TheEntityExists("授予", conferral is not null));
                var (before, documentBefore) = (conferral!.Version, conferral.DocumentId);
                if (change.SeenVersion is { } seen)
                {
                    Require.That(
                        new TheConferralIsAsItWasSeen(seen, before),
                        new TextIsGiven("理由", change.Stamp.Reason, AuditRecord.LongestReason)
                    );
                }

                await EnteredDocuments.EnterAsync(scope, change.NewDocument);
                var detail = await decide(scope, conferral);
                if (change.SeenVersion is not null && conferral.Version == before)
                {
                    return CommandOutcome.NothingToDo(conferral.Id, award.Version);
                }

                award.ConferralsChanged();
                await scope.AuditAsync(Subject(id), change.Action, new { change.ConferralId, Change = detail });
                if (change.Answer is { RequestId: { } request } answer)
                {
                    await AnsweredRequests.AcceptAsync(scope, request, answer.Kind, new RequestSubject(ConferralId: conferral.Id));
                }

                await PagesChangedAsync(scope, conferral, documentBefore);
                return CommandOutcome.Applied(conferral.Id, award.Version);
            },
            cancellationToken
        );
}
