namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>A row of a list or table: numbered, in columns, or with a rank in front.</summary>
internal static class ListRow
{
    private static readonly Pattern Numbered = new(@"^([（(]?\d{1,3}[）)]?[．.、 ]|第[一二三四五六七八九十]{1,3}名|[①-⑳]|[-*•·] |\|)");

    /// <summary>Whether the line is a row.</summary>
    public static bool Is(SourceLine line) => line.HasWideGap || IsNumbered(line.Text);

    /// <summary>Whether it begins with a number, a rank or a bullet.</summary>
    public static bool IsNumbered(string text) => Numbered.IsIn(text.Length <= 12 ? text : text[..12]);
}
