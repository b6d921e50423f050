using System.Text;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>The one way white space is folded: every run of it (U+3000 too) becomes one space, none stays at the ends.</summary>
public static class WhiteSpace
{
    /// <summary>Folds a range of a text.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var folded = new StringBuilder(text.Length);
        var pending = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                pending = true;
                continue;
            }

            if (pending)
            {
                folded.Append(' ');
                pending = false;
            }

            folded.Append(c);
        }

        return folded.ToString();
    }

    /// <summary>Takes out all white space: 更　正 and 更正 are one word.</summary>
    public static string Remove(string text) =>
        text.Contains(' ', StringComparison.Ordinal) ? text.Replace(" ", "", StringComparison.Ordinal) : text;
}
