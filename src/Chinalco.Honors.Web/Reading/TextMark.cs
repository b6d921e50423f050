namespace Chinalco.Honors.Web.Reading;

/// <summary>A span of an article's text that is rendered as more than text. Positions count UTF-16 units of the stored text, the end excluded.</summary>
/// <param name="Kind">A CSS class: <c>person</c>, <c>unit</c> or <c>award</c> for a link, <c>proof</c> for a passage that proves something.</param>
/// <param name="Href">Where the link leads; null for a proof.</param>
internal sealed record TextMark(int Start, int End, string Kind, string? Href)
{
    public const string Proof = "proof";

    public bool IsProof => Href is null;

    /// <summary>The fragment that leads to a passage: citations anywhere on the site use it.</summary>
    public static string FragmentOf(int start, int end) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"e-{start}-{end}");
}
