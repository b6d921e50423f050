using System.Collections.Frozen;
using System.Text;

namespace Chinalco.Honors.Ingestion.Reading.Pdf;

/// <summary>
/// Brings radicals and compatibility characters back to the characters they look like. A font draws 石 and the radical ⽯ (U+2F6F) with one
/// shape, and programs that write PDF files often note down the radical.
/// </summary>
internal static class Radicals
{
    // Those of the supplement (U+2E80 to U+2EFF) that stand for whole characters, after EquivalentUnifiedIdeograph.txt of Unicode; the
    // radicals of Kangxi are equivalent by Unicode itself, except 戶, which simplified writing has as 户.
    private const string Supplement =
        "⺒巳 ⺓幺 ⺝月 ⺟母 ⺠民 ⺩王 ⺬示 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻑長 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟 ⼾户";

    private static readonly FrozenDictionary<char, char> Whole = Supplement.Split(' ').ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The text with its characters restored.</summary>
    public static string Restore(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u2E80', '\u2FDF') && !text.AsSpan().ContainsAnyInRange('\uF900', '\uFAFF'))
        {
            return text;
        }

        var restored = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            restored.Append(
                Whole.TryGetValue(c, out var whole) ? whole.ToString()
                : c is (>= '\u2F00' and <= '\u2FDF') or (>= '\uF900' and <= '\uFAFF') ? c.ToString().Normalize(NormalizationForm.FormKC)
                : c.ToString()
            );
        }

        return restored.ToString();
    }
}
