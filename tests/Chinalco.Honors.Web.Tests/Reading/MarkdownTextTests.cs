using System.Globalization;
using AngleSharp.Html.Parser;
using Chinalco.Honors.Web.Reading;

namespace Chinalco.Honors.Web.Tests.Reading;

/// <summary>An article comes from outside: whatever it holds, the page runs and fetches nothing of it.</summary>
public sealed class MarkdownTextTests
{
    private static readonly string[] Harmless =
    [
        "p",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "a",
        "em",
        "strong",
        "code",
        "pre",
        "br",
        "ul",
        "ol",
        "li",
        "blockquote",
        "hr",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ];

    public static TheoryData<string> Tricks =>
        [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "<iframe src=\"https://evil.example\"></iframe>",
            "<a href=\"javascript:alert(1)\">甲</a>",
            "<!-- --><style>body{display:none}</style>",
            "文字 <b onclick=alert(1)>甲</b> 文字",
            "[甲](javascript:alert(1))",
            "[甲](JaVaScRiPt:alert(1))",
            "[甲](java\nscript:alert(1))",
            "[甲](&#106;avascript:alert(1))",
            "[甲](javascript&colon;alert(1))",
            "[甲](<javascript:alert(1)>)",
            "[甲](\u0001javascript:alert(1))",
            "[甲](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
            "[甲](vbscript:msgbox(1))",
            "[甲](file:///etc/passwd)",
            "[甲](//evil.example/x)",
            "[甲](/\\evil.example/x)",
            "[甲](\\\\evil.example\\x)",
            "[甲][乙]\n\n[乙]: javascript:alert(1)",
            "<javascript:alert(1)>",
            "<data:text/html,x>",
            "![甲](https://evil.example/pixel.png)",
            "![甲](data:image/svg+xml;base64,PHN2Zy8+)",
            "![甲](javascript:alert(1))",
            "[![甲](https://evil.example/pixel.png)](javascript:alert(1))",
            "![a\" onerror=\"alert(1)](x)",
            "[甲](https://ok.example/\" onmouseover=\"alert(1))",
            "[甲](https://ok.example 'x\" onclick=\"alert(1)')",
            "`<script>alert(1)</script>`",
            "```\n</code></pre><script>alert(1)</script>\n```",
            "```\"><script>alert(1)</script>\n甲\n```",
            "# <script>alert(1)</script>",
            "> <script>alert(1)</script>",
            "| <img src=x onerror=alert(1)> |\n|---|\n| [甲](javascript:alert(1)) |",
            "**[甲](javascript:alert(1))**",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
        ];

    [Theory]
    [MemberData(nameof(Tricks))]
    public void Whatever_an_article_holds_nothing_of_it_is_run_or_fetched(string text)
    {
        var html = Render(text);

        var body = new HtmlParser().ParseDocument(html).Body!;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            Harmless.ShouldContain(element.LocalName, html);
            foreach (var attribute in element.Attributes)
            {
                attribute.Name.ShouldBeOneOf("href", "rel", "class", "style");
                attribute.Name.ShouldNotStartWith("on");
                if (attribute.Name == "href")
                {
                    ShouldBeSafe(attribute.Value, html);
                }
                else if (attribute.Name == "style")
                {
                    attribute.Value.ShouldStartWith("text-align:");
                }
            }
        }
    }

    [Theory]
    [InlineData("[甲](https://www.example.com/a)", "https://www.example.com/a")]
    [InlineData("[甲](/people)", "/people")]
    [InlineData("[甲](#p1)", "#p1")]
    [InlineData("<https://www.example.com/>", "https://www.example.com/")]
    [InlineData("[甲](mailto:a@example.com)", "mailto:a@example.com")]
    public void A_decent_link_stays(string text, string href)
    {
        var link = new HtmlParser().ParseDocument(Render(text)).QuerySelector("a");

        link!.GetAttribute("href").ShouldBe(href);
        link.GetAttribute("rel").ShouldBe("noopener nofollow");
    }

    private static void ShouldBeSafe(string href, string html)
    {
        var there = new Uri(new Uri("https://honors.example.com/articles/1"), href);
        there.Scheme.ShouldBeOneOf("http", "https", "mailto");
        if (!href.StartsWith("http", StringComparison.Ordinal) && there.Scheme != "mailto")
        {
            there.Host.ShouldBe("honors.example.com", html);
        }
    }

    private static string Render(string text)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        MarkdownText.Write(output, text, new MarkWriter(text, []));
        return output.ToString();
    }
}
