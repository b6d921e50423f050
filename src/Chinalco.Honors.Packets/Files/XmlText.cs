using System.Text;
using System.Xml;

namespace Chinalco.Honors.Packets.Files;

/// <summary>Texts as XML holds them.</summary>
internal static class XmlText
{
    /// <summary>The text without control characters and halves of characters; line ends stay.</summary>
    public static string Clean(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Where(IsHeld).Select(r => r.ToString()));

    private static bool IsHeld(Rune rune) => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value);
}
