using Chinalco.Honors.Web.Searching;

namespace Chinalco.Honors.Web.Tests.Searching;

public sealed class SnippetsTests
{
    private static readonly string Long = new string('前', 200) + "付军获得劳模称号" + new string('后', 200);

    [Fact]
    public void A_snippet_is_a_piece_of_the_text_that_holds_the_match()
    {
        var snippet = Snippets.Of(Long, SearchText.Read("劳模"));

        snippet.ShouldContain("劳模");
        Long.ShouldContain(snippet.Trim('…'));
        snippet.Length.ShouldBeLessThan(100);
    }

    [Fact]
    public void A_snippet_stays_on_its_line() => Snippets.Of("第一行\n第二行劳模\n第三行", SearchText.Read("劳模")).ShouldBe("第二行劳模");

    [Fact]
    public void Half_a_character_is_never_cut()
    {
        var text = string.Concat(Enumerable.Repeat("𠮷", 100)) + "劳模" + string.Concat(Enumerable.Repeat("𠮷", 100));

        foreach (var length in Enumerable.Range(0, 3))
        {
            var snippet = Snippets.Of(new string('一', length) + text, SearchText.Read("劳模"));
            snippet.EnumerateRunes().ShouldAllBe(rune => rune.Value != 0xFFFD);
        }
    }

    [Fact]
    public void Matches_are_marked_whatever_their_size_and_width() =>
        Snippets.Places("5G工匠与５g", ["5g", "工匠"]).ShouldBe([(0, 2), (2, 4), (5, 7)]);
}
