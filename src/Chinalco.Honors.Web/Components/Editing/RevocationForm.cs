using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Components.Editing;

/// <summary>The form of a revocation, of one honour or of a whole document. Its reason is the ground.</summary>
public sealed class RevocationForm : EditingForm
{
    public string? Body { get; set; }

    public string? Date { get; set; }

    public bool Medal { get; set; }

    public bool Certificate { get; set; }

    public NewDocumentForm? Document { get; set; }

    public IFormFile? Scan { get; set; }

    /// <summary>Of a whole document: what was concerned as the page showed it.</summary>
    public string? Digest { get; set; }

    /// <summary>What the form says, with the decision that it enters; null when it enters none.</summary>
    /// <exception cref="FieldRefusedException">A field is missing or wrong.</exception>
    public (RevocationFacts Facts, DocumentDraft? Decision) Read(DocumentPick pick, ScanFacts? scan)
    {
        ArgumentNullException.ThrowIfNull(pick);
        var decision = pick.IsNew ? (Document ?? new NewDocumentForm()).ToDraft(CommandId, DocumentKind.Revokes, scan) : null;
        var facts = new RevocationFacts(
            Told.Text(Body) ?? throw new FieldRefusedException(EditingTexts.RevokedByMissing),
            Told.Partial(Date) ?? throw new FieldRefusedException(EditingTexts.RevokedOnMissing),
            decision?.Id ?? pick.Existing?.Id,
            Medal,
            Certificate
        );
        return (facts, decision);
    }
}
