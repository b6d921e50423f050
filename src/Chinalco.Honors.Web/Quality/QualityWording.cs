using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Quality;

/// <summary>Puts the kinds of faults into words.</summary>
internal static class QualityWording
{
    /// <summary>What it is called, what it means, and what is to be done.</summary>
    public static (string Title, string Text, string Act) Of(QualityKind kind) =>
        kind switch
        {
            QualityKind.WithoutUnit => (QualityTexts.WithoutUnit, QualityTexts.WithoutUnitText, QualityTexts.ActPerson),
            QualityKind.WithoutDocument => (QualityTexts.WithoutDocument, QualityTexts.WithoutDocumentText, QualityTexts.ActDocument),
            QualityKind.Duplicates => (QualityTexts.Duplicates, QualityTexts.DuplicatesText, QualityTexts.ActCompare),
            QualityKind.UnclearLevel => (QualityTexts.UnclearLevel, QualityTexts.UnclearLevelText, QualityTexts.ActAward),
            QualityKind.UnlinkedNames => (QualityTexts.UnlinkedNames, QualityTexts.UnlinkedNamesText, QualityTexts.ActDesk),
            QualityKind.StillAtWork => (QualityTexts.StillAtWork, QualityTexts.StillAtWorkText, QualityTexts.ActPerson),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };
}
