using System.Collections.Immutable;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>The text under a picture: ▲图为…, ■… 张小明 摄, 图片来源：网络.</summary>
internal static class Caption
{
    private static readonly Pattern Opening = new(@"^([▲▼■◆●△◄▶►◀★☆] ?[^ ]|图为|图①|图一|[上下左右]图[：:为]|圖為|圖爲)");
    private static readonly Pattern Credit = new(
        @"^(图片(来源|来自|由|提供|均|为|：|:)|资料图片|本报资料|图/|图：|图:)|( |^)(摄|摄影|摄影报道|攝影|攝|供图|图)$",
        longest: 30
    );
    private static readonly Pattern Photographer = new(
        @"(?<who>[^。！”’）) ]{1,4}( [^。！”’）) ]{1,4}){0,4}) (摄|摄影|摄影报道|文/图|攝影|攝|供图|图)$",
        longest: 40
    );

    /// <summary>Whether the block is a caption or the photographer's line under one.</summary>
    public static bool Is(string text) => Opening.IsIn(text.Length <= 120 ? text : text[..120]) || IsCredit(text);

    /// <summary>Whether the block only says whose picture it is.</summary>
    public static bool IsCredit(string text) => Credit.IsIn(text) && !Marks.HoldsFullStop(text);

    /// <summary>The photographers named at its end.</summary>
    public static ImmutableArray<string> Photographers(string text)
    {
        var tail = text.Length <= 40 ? text : text[^40..];
        var sentence = tail.LastIndexOfAny(['。', '！', '”']);
        return Photographer.Find(tail[(sentence + 1)..].Trim()) is { } match ? AuthorNames.Read(match.Groups["who"].Value, sure: true) : [];
    }
}
