using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Exports;

/// <summary>How an honour was taken back, in the workbooks and in words; the ground stands in the column of the status.</summary>
internal static class RevocationColumns
{
    public static string[] Headings => [ExportTexts.RevokedBy, ExportTexts.RevokedOn, ExportTexts.RevokedDocument];

    /// <summary>A value for each heading.</summary>
    public static object?[] Of(RevocationLine? revocation) => [revocation?.Body, revocation?.Date?.ToString(), revocation?.Document?.Name];

    /// <summary>What is known of body, day and document, each with its word.</summary>
    public static IEnumerable<string> Words(RevocationLine? revocation)
    {
        if (revocation?.Body is { } body)
        {
            yield return HonourTexts.RevokedBy.With(body);
        }

        if (revocation?.Date is { } date)
        {
            yield return HonourTexts.RevokedOn.With(Wording.Partial(date));
        }

        if (revocation?.Document is { } document)
        {
            yield return HonourTexts.RevokedByDocument + document.Name;
        }
    }
}
