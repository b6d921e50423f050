using System.Collections.Immutable;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>The end of an article: （段 立）, （通讯员 段立夏）, 摘自《…》, （下转三版）, 本报记者 冯小满 整理.</summary>
internal static class SignOff
{
    private const int Longest = 60;

    private static readonly Pattern Line = new(
        @"^[（(]?(摘自|摘编自|原载|转自|来源[：:]|本报综合[）)]|(本报|本報)?(记者|通讯员|記者|通訊員)? ?\S{1,4}( \S{1,4}){0,4} (整理|综合|供稿|采写)|\S{2,14} ?供稿)",
        longest: 40
    );

    private static readonly Pattern TurnsOver = new(@"[（(](下转|下轉|紧接|转).{0,6}版[^）)]{0,8}[）)]$", longest: Longest);
    private static readonly Pattern Formula = new(@"(特此(更正|指出|声明|公告|通知|说明|致歉)[^。]{0,16}|致歉)。?( |$)", longest: Longest);
    private static readonly Pattern LetterWriter = new(@"[。！？” ](读者|作者|通讯员|记者) (?<who>\S{1,4}( \S{1,3})?)$", longest: Longest);
    private static readonly Pattern Synthesis = new(@"^(本报综合|综合报道|名单另发|完)$", longest: 10);

    private static readonly Pattern Attendance = new(@"(参加|出席|列席|聆听|陪同|见证|參加|出席)[^。，]{0,12}。$", longest: Longest);

    /// <summary>Whether the article ends with this block.</summary>
    public static bool Closes(string text) =>
        Line.IsIn(text) || IsTurnedOver(text) || Formula.IsIn(Tail(text)) || !Names(text).IsEmpty || Synthesis.IsIn(Bracketed(text) ?? "");

    /// <summary>Whether the whole block is nothing but the line that ends an article.</summary>
    public static bool IsWholeLine(string text) =>
        text.Length <= 40 && (Line.IsIn(text) || (text.Length > 0 && text[0] is '（' or '(' && Closes(text)));

    /// <summary>Whether it goes on on another page.</summary>
    public static bool IsTurnedOver(string text) => TurnsOver.IsIn(Tail(text));

    /// <summary>The authors in the brackets at the end; empty where there are none.</summary>
    public static ImmutableArray<string> Names(string text)
    {
        if (Bracketed(text) is { } inside)
        {
            return AuthorNames.Read(
                inside,
                sure: inside.Contains('员', StringComparison.Ordinal)
                    || inside.Contains('者', StringComparison.Ordinal)
                    || inside.Contains('摄', StringComparison.Ordinal)
            );
        }

        return LetterWriter.Find(Tail(text)) is { } letter ? AuthorNames.Read(letter.Groups["who"].Value, sure: true)
            : text.Length <= 40 && text.EndsWith("整理", StringComparison.Ordinal) ? AuthorNames.Read(text, sure: true)
            : [];
    }

    /// <summary>Whether the paragraph lists who took part, as reports of meetings end.</summary>
    public static bool IsAttendance(string text) => Attendance.IsIn(Tail(text));

    private static string? Bracketed(string text)
    {
        var tail = Tail(text).TrimEnd('*', ' ');
        var open = Math.Max(tail.LastIndexOf('（'), tail.LastIndexOf('('));
        return tail.Length > 0 && open >= 0 && tail[^1] is '）' or ')' ? tail[(open + 1)..^1].Trim() : null;
    }

    private static string Tail(string text) => text.Length <= Longest ? text : text[^Longest..];
}
