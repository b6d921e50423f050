using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Quality;

/// <summary>Puts the kinds of faults into words.</summary>
internal static class QualityWording
{
    /// <summary>What it is called, and what it means.</summary>
    public static (string Title, string Text) Of(QualityKind kind) =>
        kind switch
        {
            QualityKind.WithoutUnit => (QualityTexts.WithoutUnit, QualityTexts.WithoutUnitText),
            QualityKind.WithoutDocument => (QualityTexts.WithoutDocument, QualityTexts.WithoutDocumentText),
            QualityKind.Duplicates => (QualityTexts.Duplicates, QualityTexts.DuplicatesText),
            QualityKind.UnclearLevel => (QualityTexts.UnclearLevel, QualityTexts.UnclearLevelText),
            QualityKind.UnlinkedNames => (QualityTexts.UnlinkedNames, QualityTexts.UnlinkedNamesText),
            QualityKind.StillAtWork => (QualityTexts.StillAtWork, QualityTexts.StillAtWorkText),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };
}
