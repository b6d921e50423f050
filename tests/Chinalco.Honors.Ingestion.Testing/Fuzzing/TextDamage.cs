using System.Text;

namespace Chinalco.Honors.Ingestion.Testing.Fuzzing;

/// <summary>Damages texts as scanners, editors and chance do. The same random numbers give the same damage.</summary>
public sealed class TextDamage(Random random)
{
    // Words on which the reading turns; repeated without end they are what no rule was made for.
    private static readonly string[] Words =
    [
        "厂",
        "曾",
        "的",
        "、",
        "，",
        "“",
        "”",
        "（",
        "《",
        "获",
        "授予",
        "年度",
        "劳动模范",
        "电解车间",
        "撤销",
        "应为",
        "以上4人",
        "一等奖",
        "|",
        "#",
        "2024年",
        "第",
        "王",
        "等",
        "石桥铜业",
        "和",
        "为",
        "：",
        "；",
        "——",
        "□ ",
        "本报讯 ",
        "▲图为",
        "他",
        "该项目",
        "某公司承建的工程",
        " 版",
        "机密",
    ];

    private const string Punctuation = "，。、；：！？“”‘’（）《》【】「」—…·,.;:!?\"'()<>[]-";

    /// <summary>Damages a text; others of its kind lend it lines.</summary>
    public (string Text, string Damage) Apply(string text, string other, int longest)
    {
        var names = new List<string>();
        for (var round = random.Next(1, 5); round > 0; round--)
        {
            var (next, name) = Once(text, other, longest);
            names.Add(name);
            text = next.Length > longest ? next[..longest] : next;
        }

        return (text, string.Join('+', names));
    }

    private (string Text, string Name) Once(string text, string other, int longest)
    {
        switch (random.Next(15))
        {
            case 0:
                return (text[..random.Next(text.Length + 1)], "cut");
            case 1:
                return (text[random.Next(text.Length + 1)..], "beginning lost");
            case 2:
                return (WithoutRange(text), "hole");
            case 3:
                return (Flip(text), "flips");
            case 4:
                return (
                    OverLines(text, lines => lines.Insert(random.Next(lines.Count + 1), lines[random.Next(lines.Count)])),
                    "line twice"
                );
            case 5:
                return (Interleave(text, other), "interleaved");
            case 6:
                return (OverLines(text, Shuffle), "shuffled");
            case 7:
                return (string.Concat(text.Where(c => !Punctuation.Contains(c, StringComparison.Ordinal))), "no punctuation");
            case 8:
                return (text.Replace("\n", "", StringComparison.Ordinal), "one line");
            case 9:
                return (Repeat(text, Words[random.Next(Words.Length)], longest), "word without end");
            case 10:
                return (Repeat(text, Piece(text), longest), "piece without end");
            case 11:
                return (Insert(text, RandomCharacters()), "random characters");
            case 12:
                return (Insert(text, Words[random.Next(Words.Length)]), "word");
            case 13:
                return (OverLines(text, lines => lines.RemoveAll(_ => random.Next(4) == 0)), "lines lost");
            default:
                return (Spread(text), "spread");
        }
    }

    private string WithoutRange(string text)
    {
        var start = random.Next(text.Length + 1);
        return text.Remove(start, random.Next(Math.Min(300, text.Length - start) + 1));
    }

    private string Flip(string text)
    {
        var flipped = new StringBuilder(text);
        for (var i = random.Next(1, 30); i > 0 && text.Length > 0; i--)
        {
            flipped[random.Next(text.Length)] = random.Next(3) == 0 ? (char)random.Next(0x20, 0xFFFF) : text[random.Next(text.Length)];
        }

        return flipped.ToString();
    }

    private string Interleave(string text, string other)
    {
        var (left, right) = (text.Split('\n'), other.Split('\n'));
        var lines = new List<string>();
        for (int i = 0, k = 0; i < left.Length || k < right.Length; )
        {
            lines.Add(i < left.Length && (k >= right.Length || random.Next(2) == 0) ? left[i++] : right[k++]);
        }

        return string.Join('\n', lines);
    }

    private void Shuffle(List<string> lines)
    {
        var shuffled = lines.ToArray();
        random.Shuffle(shuffled);
        lines.Clear();
        lines.AddRange(shuffled);
    }

    private string Repeat(string text, string word, int longest) =>
        word.Length == 0 ? text : Insert(text, string.Concat(Enumerable.Repeat(word, random.Next(1, Math.Max(2, longest / word.Length)))));

    private string Piece(string text)
    {
        var start = random.Next(text.Length + 1);
        return text.Substring(start, Math.Min(random.Next(1, 60), text.Length - start));
    }

    private string RandomCharacters()
    {
        var characters = new char[random.Next(1, 80)];
        for (var i = 0; i < characters.Length; i++)
        {
            characters[i] = random.Next(6) switch
            {
                0 => (char)random.Next(0xD800, 0xE000),
                1 => (char)random.Next(0x00, 0x80),
                2 => (char)random.Next(0x2000, 0x3000),
                3 => (char)random.Next(0xFE00, 0x10000),
                _ => (char)random.Next(0x4E00, 0xA000),
            };
        }

        return new(characters);
    }

    private string Spread(string text)
    {
        var space = random.Next(2) == 0 ? ' ' : '\u3000';
        var spread = new StringBuilder();
        foreach (var c in text)
        {
            spread.Append(c).Append(space, random.Next(5) == 0 ? random.Next(1, 4) : 0);
        }

        return spread.ToString();
    }

    private string Insert(string text, string more) => text.Insert(random.Next(text.Length + 1), more);

    private static string OverLines(string text, Action<List<string>> change)
    {
        List<string> lines = [.. text.Split('\n')];
        change(lines);
        return string.Join('\n', lines);
    }
}
