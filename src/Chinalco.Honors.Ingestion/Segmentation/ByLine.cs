using System.Collections.Immutable;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>The author's line under a title: □ 李 明, 本报记者 王小云, 撰文：陈立.</summary>
internal static class ByLine
{
    private static readonly Pattern Form = new(
        @"^[*＊]*(([□■口●◎○◇] ?[^ ].*)|((本报|本報|本刊)?(特约|特約|实习|见习|首席|驻站|全媒体)?(记者|記者|通讯员|通訊員|评论员|評論員|特约撰稿人)( |：|:).+)|((撰文|撰稿|采写|作者|文字|文/图|图/文|文／图|图／文|文图|图文|文|整理)( ?[：:/／] ?).+))$",
        longest: 40
    );

    /// <summary>Whether the line is an author's line.</summary>
    public static bool Is(string text) => !Names(text).IsEmpty;

    /// <summary>The authors the line names; empty where it is no author's line.</summary>
    public static ImmutableArray<string> Names(string text) => Form.IsIn(text) ? AuthorNames.Read(text.Trim('*', '＊'), sure: true) : [];

    /// <summary>Whether the line is a bare name, as it stands under the title of a comment: 于 淼.</summary>
    public static bool IsBareName(string text) => text.Length <= 12 && AuthorNames.Read(text, sure: false).Length is 1 or 2;
}
