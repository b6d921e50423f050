using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Exports;

/// <summary>Says in words what proves an honour, where nothing can be clicked: on paper and in files.</summary>
internal static class EvidenceNote
{
    private const int LongestQuote = 160;

    /// <summary>The notes of an honour, the oldest proof first; one that says so when there is none.</summary>
    /// <param name="most">No more proofs than this; how many are left out is said.</param>
    public static IEnumerable<string> Of(HonourLine honour, int most)
    {
        ArgumentNullException.ThrowIfNull(honour);
        if (honour.Evidence.Length == 0)
        {
            yield return HonourTexts.NoProof;
        }

        foreach (var evidence in honour.Evidence.Take(most))
        {
            yield return Of(evidence);
        }

        if (honour.Evidence.Length > most)
        {
            yield return ExportTexts.MoreProofs.With(honour.Evidence.Length - most);
        }
    }

    private static string Of(EvidenceLine evidence)
    {
        var source =
            evidence.Document is { } document ? document.Name
            : evidence.ArticleTitle is { } title ? ExportTexts.ArticleNamed.With(title)
            : PressTexts.InUntitled;
        var cite = evidence.Citation is { } citation ? Wording.Cite(citation) : "";
        var quote = evidence.Quote is { Length: > 0 } text ? ExportTexts.Quote.With(Wording.Shorten(text, LongestQuote)) : "";
        var sample = Wording.Sample(evidence.Provenance) is { } mark ? ExportTexts.Mark.With(mark) : "";
        return ExportTexts.Note.With(
            cite.Length > 0 ? $"{cite} {source}" : source,
            sample,
            quote,
            evidence.AssertedBy,
            evidence.EnteredBy,
            Wording.Instant(evidence.EnteredAt)
        );
    }
}
