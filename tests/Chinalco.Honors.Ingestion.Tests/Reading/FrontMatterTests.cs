using System.Text;
using Chinalco.Honors.Ingestion.Reading;

namespace Chinalco.Honors.Ingestion.Tests.Reading;

public sealed class FrontMatterTests
{
    [Fact]
    public void Every_known_key_is_read_and_the_rest_is_kept()
    {
        var source = Decode(
            """
            ---
            title: "江边的灯"
            date: 2023-06-09
            issue: 总第412期
            page: 四版
            author: 本报通讯员 冯小满
            series: 身边的榜样
            Topic: 夜班
            tags: [炉台, 班组]
            ---

            # 江边的灯

            正文。
            """
        );

        var front = source.FrontMatter.ShouldNotBeNull();
        front.Title.ShouldBe("江边的灯");
        front.Date.ShouldBe(new DateOnly(2023, 6, 9));
        front.IssueNumber.ShouldBe(412);
        front.Page.ShouldBe(4);
        front.Authors.ShouldBe(["冯小满"]);
        front.Series.ShouldBe("身边的榜样");
        front.Other["topic"].ShouldBe("夜班");
        front.Other["tags"].ShouldBe("炉台、班组");
        source.Text[source.BodyStart..].Trim().ShouldStartWith("# 江边的灯");
    }

    [Fact]
    public void Several_authors_may_stand_in_a_list() =>
        Decode("---\nauthor: [冯小满, 段立夏]\n---\n正文。\n").FrontMatter!.Authors.ShouldBe(["冯小满", "段立夏"]);

    [Fact]
    public void Dates_may_be_written_in_Chinese() =>
        Decode("---\ndate: 2023年6月9日\n---\n正文。\n").FrontMatter!.Date.ShouldBe(new DateOnly(2023, 6, 9));

    [Fact]
    public void A_file_without_front_matter_begins_with_its_text()
    {
        var source = Decode("# 题目\n\n正文。\n");

        source.FrontMatter.ShouldBeNull();
        source.BodyStart.ShouldBe(0);
    }

    [Theory]
    [InlineData("---\n这只是两条横线之间的文字。\n---\n正文。\n")]
    [InlineData("---\n\n正文里的一条横线。\n")]
    public void A_horizontal_rule_is_no_front_matter(string text) => Decode(text).FrontMatter.ShouldBeNull();

    [Theory]
    [InlineData("---\ntitle: 甲\nauthor: [未闭合\n---\n正文。\n", 4)]
    [InlineData("---\ntitle: 甲\ntitle: 乙\n---\n正文。\n", 3)]
    [InlineData("---\ntitle: 甲\n\tpage: 1\n---\n正文。\n", 3)]
    [InlineData("---\ntitle: 没有结束行\n正文。\n", 1)]
    public void Malformed_front_matter_is_refused_with_its_line(string text, int line)
    {
        var refused = Should.Throw<SourceRefusedException>(() => Decode(text));

        refused.Reason.ShouldBe(SourceRefusal.MalformedFrontMatter);
        refused.Message.ShouldContain($"第 {line} 行");
    }

    [Fact]
    public void Hostile_nesting_is_refused_and_the_process_lives() =>
        Should
            .Throw<SourceRefusedException>(() => Decode("---\nauthor: " + new string('[', 9000) + "\n---\n正文。\n"))
            .Reason.ShouldBe(SourceRefusal.MalformedFrontMatter);

    [Fact]
    public void Text_files_have_no_front_matter() =>
        SourceDecoder.Decode(Encoding.UTF8.GetBytes("---\ntitle: 甲\n---\n正文。\n"), "a.txt").FrontMatter.ShouldBeNull();

    private static SourceText Decode(string text) => SourceDecoder.Decode(Encoding.UTF8.GetBytes(text), "a.md");
}
