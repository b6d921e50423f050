using System.Text.RegularExpressions;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>Knows the words with which a text says that no grant took place: candidates, plans, wishes, nicknames, revocations.</summary>
public static partial class GrantGuard
{
    // How far before a clause the title of a work may have been opened.
    private const int LongestTitle = 1000;

    /// <summary>Whether the whole sentence speaks of something not yet or never granted.</summary>
    public static bool IsVoid(ReadOnlySpan<char> sentence) => Vocabulary.NegativesAnywhere.IndexIn(sentence, 0, sentence.Length) >= 0;

    /// <summary>Whether the words around an award deny the grant.</summary>
    /// <param name="before">Words of the clause before it.</param>
    /// <param name="frame">How it is tied.</param>
    /// <param name="inClause">Words behind it in its clause.</param>
    /// <param name="after">Words behind it to the end of the sentence.</param>
    /// <param name="clause">Its clause.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="text">The article's folded text.</param>
    public static bool Denies(string before, Frame frame, string inClause, string after, Clause clause, Sentence sentence, string text)
    {
        var tail = after[..Math.Min(after.Length, 14)];
        if (frame is { Kind: FrameKind.GoesTo, IsListed: true })
        {
            return Future().IsMatch(before + "▮") || Has(Vocabulary.NegativesAnywhere, after);
        }

        // 以 and 将 stop a grant, 以及 does not.
        before = before.Replace("以及", "", StringComparison.Ordinal);
        return Has(Vocabulary.NegativesBefore, before)
            || (frame.Kind is FrameKind.Untied or FrameKind.Apposition && Has(Vocabulary.NegativesWeak, before))
            || (frame.Kind is FrameKind.Is && Has(Vocabulary.NegativesWeak, before) && !before.EndsWith('是'))
            || Future().IsMatch(before + "▮")
            || Vocabulary.NegativesAfter.LengthAt(AwardWord().Replace(inClause, ""), 0) > 0
            || Has(Vocabulary.NegativesAfter, inClause[..Math.Min(inClause.Length, 12)])
            || Nickname(before)
            || Declined().IsMatch(after[..Math.Min(after.Length, 40)])
            || Pending().IsMatch(tail)
            || InTitleOfWork(text, clause, sentence, before);
    }

    private static bool Has(WordSet words, string phrase) => words.IndexIn(phrase, 0, phrase.Length) >= 0;

    private static bool Nickname(string before) => Has(Vocabulary.Nicknames, before[Math.Max(0, before.Length - 12)..]);

    /// <summary>《…》 encloses the award: a title of a rule or article.</summary>
    private static bool InTitleOfWork(string text, Clause clause, Sentence sentence, string before)
    {
        var open = before.LastIndexOf('《');
        var close = before.LastIndexOf('》');
        if (open >= 0 || close >= 0)
        {
            return open > close;
        }

        var from = Math.Max(sentence.Start, clause.Start - LongestTitle);
        var part = text.AsSpan(from, clause.Start - from);
        return part.LastIndexOf('《') > part.LastIndexOf('》');
    }

    [GeneratedRegex(
        "(?:将|拟|有望|可望|能否|想要|想|欲|必将|(?<![工协学大员总议社年])会|(?<![技功性职智产才])能|(?<![许认])可)(?:于.{0,10})?(?:被|获|荣获|获得|获评|授予|评为|命名为|成为|当选|摘得|夺得|拿到|拿下|夺取)[^，。；]{0,4}▮",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Future();

    /// <summary>…，她婉拒了, …，他把名额让给了别人.</summary>
    [GeneratedRegex(
        "^[^。；]{0,16}，[^。；，]{0,8}(?:婉拒|谢绝|推辞|辞谢|没有接受|没接受|没去领|没要|退了回去|拒绝了|让给了|让了出去|放弃了)"
    )]
    private static partial Regex Declined();

    [GeneratedRegex("^[”」]?(?:荣誉)?(?:称号|奖)?(?:的)?", RegexOptions.ExplicitCapture)]
    private static partial Regex AwardWord();

    [GeneratedRegex(
        "^[”」]?(?:荣誉)?(?:称号|奖)?(?:的)?(?:候选|人选|提名|申报|推荐|参评|评选条件|培育|培养对象|创建|复核|\\d+家以上)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pending();
}
