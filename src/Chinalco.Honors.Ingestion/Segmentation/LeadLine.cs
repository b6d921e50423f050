using System.Collections.Immutable;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>The opening of a news item: 本报讯（记者 X）…, 据新华社消息 …. It begins an article even where the headline is lost.</summary>
internal static class LeadLine
{
    private const int HeadLength = 48;

    private static readonly Pattern Form = new(
        @"^(本报讯|本報訊|本刊讯|本网讯|本網訊|本报综合|本报.{0,4}消息|本报.{0,8}[日电]电|据.{1,14}(消息|报道|讯|网讯|电)[ ，：（]|據.{1,14}(消息|報道)|新华社.{0,10}电|新華社.{0,10}電|中新社.{0,10}电|[^，。 ]{2,6}讯[ （])"
    );

    private static readonly Pattern Credit = new(@"^[^（(，。]{2,12}[（(](?<who>[^）)]{2,40})[）)]");

    /// <summary>Whether the paragraph opens a news item.</summary>
    public static bool Is(string text) => Form.IsIn(Head(text));

    /// <summary>The reporters named in brackets at the opening.</summary>
    public static ImmutableArray<string> Names(string text) =>
        Credit.Find(Head(text)) is { } match ? AuthorNames.Read(match.Groups["who"].Value, sure: true) : [];

    private static string Head(string text) => text.Length <= HeadLength ? text : text[..HeadLength];
}
