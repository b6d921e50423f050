using System.Text;

namespace Chinalco.Honors.Packets.Stories;

/// <summary>字数, as Chinese offices count: a Chinese character or sign is one, a run of Latin letters or digits is one, blanks are none.</summary>
public static class ChineseCount
{
    /// <summary>In characters, the way word processors for Chinese count them.</summary>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (count, inWord) = (0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                inWord = false;
            }
            else if (IsWide(rune))
            {
                (count, inWord) = (count + 1, false);
            }
            else if (!inWord)
            {
                (count, inWord) = (count + 1, true);
            }
        }

        return count;
    }

    /// <summary>What stands in a square of its own: everything from the CJK radicals on, and the quotation marks, dashes and dots of Chinese print.</summary>
    private static bool IsWide(Rune rune) =>
        rune.Value >= 0x2E80
        || rune.Value is (>= 0x2010 and <= 0x2027) or (>= 0x2030 and <= 0x205E) or 0xB7
        || rune.Value is >= 0x2460 and <= 0x24FF;
}
