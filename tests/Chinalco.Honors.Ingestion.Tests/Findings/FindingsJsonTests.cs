using System.Text.Json;
using Chinalco.Honors.Ingestion.Findings;
using Chinalco.Honors.Ingestion.Tests.Pipeline;

namespace Chinalco.Honors.Ingestion.Tests.Findings;

public sealed class FindingsJsonTests
{
    private const string Text = "炉前见闻\n青禾铝业电解工许牧川荣获“全国劳动模范”称号。撤销蒲清和“示例集团劳动模范”称号。";

    [Fact]
    public void The_same_file_gives_the_same_bytes()
    {
        FindingsJson.Write(Tests.Pipeline.Findings.In(Text)).ShouldBe(FindingsJson.Write(Tests.Pipeline.Findings.In(Text)));
    }

    [Fact]
    public void Shape_and_values_are_those_of_the_format()
    {
        using var json = JsonDocument.Parse(FindingsJson.Write(Tests.Pipeline.Findings.In(Text, "x.txt")));
        var root = json.RootElement;

        Names(root).ShouldBe(["source", "articles", "people", "conferrals", "revocations"]);
        root.GetProperty("source").GetString().ShouldBe("x.txt");
        Names(root.GetProperty("articles")[0])
            .ShouldBe(["id", "title", "subtitles", "authors", "series", "page", "spans", "text", "warnings"]);
        Names(root.GetProperty("people")[0]).ShouldBe(["name", "unit", "unitCanonical", "position", "role", "articleId", "link"]);
        var conferral = root.GetProperty("conferrals")[0];
        conferral.GetProperty("decision").GetString().ShouldBe("auto");
        conferral.GetProperty("level").GetString().ShouldBe("国家级");
        conferral.GetProperty("year").ValueKind.ShouldBe(JsonValueKind.Null);
        var article = root.GetProperty("articles")[0].GetProperty("text").GetString()!;
        article[conferral.GetProperty("start").GetInt32()..conferral.GetProperty("end").GetInt32()]
            .ShouldBe(conferral.GetProperty("quote").GetString());
        Names(root.GetProperty("revocations")[0]).ShouldBe(["recipient", "award", "reason", "articleId", "quote", "start", "end"]);
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
