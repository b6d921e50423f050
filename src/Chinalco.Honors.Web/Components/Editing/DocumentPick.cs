using System.Collections.Immutable;
using Chinalco.Honors.Web.Queries;

namespace Chinalco.Honors.Web.Components.Editing;

/// <summary>Which document a form is about, as the page's address says.</summary>
/// <param name="Existing">One that the registry has.</param>
/// <param name="IsNew">One that the form enters.</param>
/// <param name="Text">What was looked for.</param>
/// <param name="Found">What was found; without words the latest ones.</param>
public sealed record DocumentPick(DocumentChoice? Existing, bool IsNew, string? Text, ImmutableArray<DocumentChoice> Found)
{
    /// <summary>Stands in the address for a document that the form enters.</summary>
    public const string New = "new";

    public bool IsMade => Existing is not null || IsNew;

    /// <param name="chosen">An id, or <see cref="New"/>.</param>
    public static async Task<DocumentPick> LoadAsync(
        DocumentKeepingQuery documents,
        string? chosen,
        string? text,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(documents);
        var isNew = string.Equals(chosen, New, StringComparison.Ordinal);
        var existing = Guid.TryParse(chosen, out var id) ? await documents.OneAsync(id, cancellationToken) : null;
        var found = isNew || existing is not null ? [] : await documents.FindAsync(text, cancellationToken);
        return new DocumentPick(existing, isNew, text, found);
    }
}
