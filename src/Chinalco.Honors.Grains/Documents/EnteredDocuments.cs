using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Documents;

/// <summary>Enters documents within the command that needs them: what a document proves and the document itself become known together.</summary>
internal static class EnteredDocuments
{
    /// <param name="draft">Null when there is none to enter.</param>
    public static async Task EnterAsync(CommandScope scope, DocumentDraft? draft)
    {
        if (draft is null)
        {
            return;
        }

        var stands = draft.Number is { } number && await scope.Db.Documents.AnyAsync(d => d.Number == number);
        Require.That(new TextIsGiven("文件标题", draft.Title, Document.LongestTitle), new ADocumentIsEnteredOnce(draft.Number, stands));
        scope.Db.Documents.Add(
            new Document(draft.Id, draft.Kind, draft.Title, draft.Number, draft.IssuingBody, draft.Date, articleId: null)
        );
        if (draft.Scan is { } scan)
        {
            scope.Db.DocumentFiles.Add(new DocumentFile(draft.Id, scan, scope.Stamp.By, scope.Now));
        }

        await scope.AuditAsync(Subject(draft.Id), "document.register", draft);
    }

    /// <summary>Checks that documents are in the registry, or were entered by the command itself.</summary>
    public static Task MustExistAsync(CommandScope scope, IEnumerable<Guid?> documents)
    {
        var entered = scope.Db.Documents.Local.Select(d => (Guid?)d.Id).ToHashSet();
        return References.MustExistAsync(scope.Db.Documents.Select(d => d.Id), documents.Where(d => !entered.Contains(d)), "表彰文件");
    }

    public static AuditSubject Subject(Guid documentId) => new(AuditKinds.Document, documentId);
}
