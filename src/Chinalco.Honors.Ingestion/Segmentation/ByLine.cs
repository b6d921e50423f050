using System.Collections.Immutable;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>The author's line under a title: □ 李 明, 本报记者 王小云, 撰文：陈立.</summary>
internal static class ByLine
{
    private static readonly Pattern Form = new(
        @"^[*＊]*(([□■口●◎○◇] ?[^ ].*)|((本报|本報|本刊)?(特约|特約|实习|见习|首席|驻站|全媒体)?(记者|記者|通讯员|通訊員|评论员|評論員|特约撰稿人)( |：|:).+)|((撰文|撰稿|采写|作者|文字|文/图|图/文|文／图|图／文|文图|图文|文|整理)( ?[：:/／] ?).+))$",
        longest: 40
    );

    private static readonly Pattern Unit = new(@"(公司|厂|车间|部|处|科|室|班|队|矿|院|中心|工区|工会|团委|学校)$", longest: 16);

    // Signed by a function, not by a name.
    private static readonly Pattern Office = new(@"^(□ ?)?(本报|本刊|特约)(特约)?(评论员|评论部|编辑部|记者|通讯员)$", longest: 12);

    /// <summary>Whether the line is an author's line.</summary>
    public static bool Is(string text) => Office.IsIn(text) || !Names(text).IsEmpty;

    /// <summary>The authors the line names; empty where it is no author's line.</summary>
    public static ImmutableArray<string> Names(string text) => Form.IsIn(text) ? AuthorNames.Read(text.Trim('*', '＊'), sure: true) : [];

    /// <summary>Whether the line is a bare name, as it stands under the title of a comment: 于 凯.</summary>
    public static bool IsBareName(string text) => BareNames(text).Length is 1 or 2;

    /// <summary>The names in such a line; the author's unit may stand in front (电解车间 于小凯).</summary>
    public static ImmutableArray<string> BareNames(string text)
    {
        if (text.Length > 20)
        {
            return [];
        }

        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return AuthorNames.Read(space > 2 && Unit.IsIn(text[..space]) ? text[(space + 1)..] : text, sure: false);
    }
}
