using System.Text;
using Chinalco.Honors.Domain;

namespace Chinalco.Honors.Packets.Files;

/// <summary>Names of files that every system can write.</summary>
public static class SafeName
{
    /// <summary>Longest, in UTF-16 units.</summary>
    private const int Longest = 60;

    /// <summary>A title as part of a file's name, on every system.</summary>
    public static string Of(string title)
    {
        var name = string.Concat(
            XmlText
                .Clean(title)
                .EnumerateRunes()
                .Select(r => Rune.IsControl(r) || "/\\:*?\"<>|".Contains(r.ToString(), StringComparison.Ordinal) ? "_" : r.ToString())
        );
        return CutText.To(name, Longest).Trim(' ', '.') is { Length: > 0 } some ? some : "未命名";
    }
}
