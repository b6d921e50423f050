using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>
/// Folds a text for reading: traditional characters to simplified, full-width digits and letters to ASCII, half-width punctuation to the
/// Chinese marks, look-alikes that scanning leaves behind to what was meant. Every character stays at its place, so that offsets in the
/// folded text are offsets in the text.
/// </summary>
public static class FoldedText
{
    /// <summary>The folded text; same length as <paramref name="text"/>.</summary>
    public static string Of(string text)
    {
        var quoteOpen = false;
        return string.Create(
            text.Length,
            text,
            (folded, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                {
                    var alone = Alone[source[i]];
                    folded[i] = alone != '\0' ? alone : Fold(source, i, ref quoteOpen);
                }
            }
        );
    }

    /// <summary>The text in simplified characters, everything else as it is.</summary>
    public static string Simplified(string text) =>
        string.Create(
            text.Length,
            text,
            (simplified, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                {
                    simplified[i] = Vocabulary.Traditional.GetValueOrDefault(source[i], source[i]);
                }
            }
        );

    /// <summary>
    /// Brings characters that scanners take for one another to one representative, for comparing long fixed phrases only: 工入先锋号
    /// is then the same as 工人先锋号.
    /// </summary>
    public static string Skeleton(string folded) =>
        string.Create(
            folded.Length,
            folded,
            (skeleton, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                {
                    skeleton[i] = source[i] switch
                    {
                        '入' or '八' => '人',
                        '土' => '士',
                        '末' => '未',
                        '己' or '巳' => '已',
                        '曰' => '日',
                        '千' or '于' => '干',
                        '夫' => '天',
                        '柞' => '作',
                        '亚' => '业',
                        '贝' => '员',
                        '刀' => '力',
                        '王' => '工',
                        '仟' => '任',
                        '抆' => '技',
                        _ => source[i],
                    };
                }
            }
        );

    /// <summary>What each character becomes whatever stands beside it; NUL for those whose neighbours or place decide.</summary>
    private static readonly char[] Alone = [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => FoldAlone((char)code))];

    private static char FoldAlone(char c)
    {
        var quoteOpen = false;
        return c is '"' or '\n' or ',' or ':' or '枝' or '*' ? '\0' : Fold(c.ToString(), 0, ref quoteOpen);
    }

    private static char Fold(string source, int i, ref bool quoteOpen)
    {
        var c = source[i];
        if (c == '"')
        {
            quoteOpen = !quoteOpen;
            return quoteOpen ? '“' : '”';
        }

        return c switch
        {
            '\n' => ResetQuote(ref quoteOpen),
            >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' => (char)(c - 0xFEE0),
            '．' => '.',
            '｜' or '│' or '┃' => '|',
            '(' => '（',
            ')' => '）',
            ',' when !BetweenDigits(source, i) => '，',
            ';' => '；',
            ':' when !BetweenDigits(source, i) => '：',
            '!' => '！',
            '?' => '？',
            '「' or '『' or '〝' => '“',
            '」' or '』' or '〞' => '”',
            '•' or '・' or '‧' => '·',
            '–' or '－' or '―' or '─' => '—',
            '\u3000' or '\u00A0' or '\t' or '【' or '】' or '〖' or '〗' => ' ',
            // Marks of emphasis say nothing; a single one before a space is a bullet.
            '*' when !char.IsWhiteSpace(Neighbour(source, i, 1)) || Neighbour(source, i, -1) == '*' => ' ',
            'エ' => '工',
            'カ' => '力',
            'ロ' => '口',
            'ニ' => '二',
            'ハ' => '八',
            '旳' => '的',
            '靣' => '面',
            '枝' when Neighbour(source, i, 1) == '术' || Neighbour(source, i, 1) == '能' => '技',
            _ => Vocabulary.Traditional.GetValueOrDefault(c, c),
        };
    }

    private static char ResetQuote(ref bool quoteOpen)
    {
        quoteOpen = false;
        return '\n';
    }

    private static bool BetweenDigits(string source, int i) =>
        char.IsAsciiDigit(Neighbour(source, i, -1)) && char.IsAsciiDigit(Neighbour(source, i, 1));

    private static char Neighbour(string source, int i, int step) => i + step >= 0 && i + step < source.Length ? source[i + step] : '\0';
}
