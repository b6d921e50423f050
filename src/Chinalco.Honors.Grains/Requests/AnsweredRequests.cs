using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Documents;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Requests;

/// <summary>What a change is about, to be held against the request that it is said to answer; either of the two.</summary>
internal sealed record RequestSubject(Guid? HonoreeId = null, Guid? ConferralId = null)
{
    public bool IsOf(EmployeeRequest request) =>
        ConferralId is { } conferral
            ? request.ConferralId == conferral
            : request.HonoreeId == HonoreeId && request.Fact is not (RequestFact.Honour or RequestFact.Article);
}

/// <summary>Accepts an employee's request within the command that does what it asks for: both become true together.</summary>
internal static class AnsweredRequests
{
    /// <param name="requestId">Null when the command answers none.</param>
    /// <param name="kind">What may have been asked.</param>
    public static async Task AcceptAsync(CommandScope scope, Guid? requestId, RequestKind kind, RequestSubject subject)
    {
        if (requestId is null)
        {
            return;
        }

        var request = await LoadAsync(scope, requestId.Value);
        Require.That(new TheRequestAsksForThis(request.Kind == kind && subject.IsOf(request)));
        await AcceptAsync(scope, request, outcome: null);
    }

    /// <summary>Accepts the report of a missing honour: it was entered, and the photo becomes a scan of the document that proves it.</summary>
    /// <param name="requestId">Null when the command answers none.</param>
    public static async Task EnteredAsync(CommandScope scope, Guid? requestId, Conferral conferral, Guid? documentId)
    {
        if (requestId is null)
        {
            return;
        }

        var request = await LoadAsync(scope, requestId.Value);
        var isTheirs = conferral.Recipients.Any(r => r.HonoreeId == request.HonoreeId);
        Require.That(new TheRequestAsksForThis(request.Kind == RequestKind.MissingHonour && isTheirs));
        if (documentId is { } document && request.Attachment is { } photo)
        {
            await AttachAsync(scope, new DocumentFile(document, photo, scope.Stamp.By, scope.Now), photo);
        }

        await AcceptAsync(scope, request, conferral.Id);
    }

    public static async Task<EmployeeRequest> LoadAsync(CommandScope scope, Guid id)
    {
        var request = await scope.Db.Requests.FirstOrDefaultAsync(r => r.Id == id);
        Require.That(new TheEntityExists("申请", request is not null));
        return request!;
    }

    public static async Task AcceptAsync(CommandScope scope, EmployeeRequest request, Guid? outcome)
    {
        request.Accept(scope.Stamp.By, scope.Stamp.Reason, scope.Now, outcome);
        await scope.AuditAsync(
            Subject(request.Id),
            "request.accept",
            new
            {
                request.Kind,
                request.Fact,
                ConferralId = outcome,
            }
        );
    }

    public static AuditSubject Subject(Guid requestId) => new(AuditKinds.Request, requestId);

    private static async Task AttachAsync(CommandScope scope, DocumentFile file, ScanFacts photo)
    {
        var isThere = scope.Db.DocumentFiles.Local.Any(f => f.Id == file.Id) || await scope.Db.DocumentFiles.AnyAsync(f => f.Id == file.Id);
        if (!isThere)
        {
            scope.Db.DocumentFiles.Add(file);
            await scope.AuditAsync(EnteredDocuments.Subject(file.DocumentId), "document.scan", photo);
        }
    }
}

/// <summary>A request is accepted by doing what it asks for, to what it asks it for.</summary>
public sealed class TheRequestAsksForThis(bool asks) : IRule
{
    public bool Holds => asks;

    public string Advice => "这一步与所选的员工申请不相符，请从申请页重新进入。";
}
