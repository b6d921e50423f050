using Chinalco.Honors.Ingestion.Reprints;

namespace Chinalco.Honors.Ingestion.Tests.Reprints;

public sealed class TextPrintTests
{
    private const string Story =
        "本报讯　近日，青禾铝业电解车间大班长许牧川被授予2024年度青禾铝业劳动模范称号。二十年来，他带领班组把每台电解槽的电流效率"
        + "一点点提上去，先后完成技术改进三十七项，为公司节约电费两百多万元。工友们说，只要老许在，夜班就踏实。";

    [Fact]
    public void A_text_printed_again_with_another_heading_and_misread_characters_is_recognised() =>
        IsNearly(Story, "（原载《青禾报》）" + Story.Replace('带', '帯').Replace('槽', '糟').Replace("，", " ，")).ShouldBeTrue();

    [Fact]
    public void Another_text_about_the_same_person_is_not() =>
        IsNearly(
                Story,
                "许牧川又站上了领奖台。这一次，他捧回的是青禾铝业技术能手的奖牌。比赛那天，电解车间的二十名选手同台较量，他在槽况判断一项拿了满分，"
                    + "裁判长说这样的成绩多年未见。回到班组，他把奖牌锁进抽屉，第一件事是去看七号槽的温度。"
            )
            .ShouldBeFalse();

    [Fact]
    public void The_form_filled_in_for_another_year_is_not() =>
        IsNearly(Story, Story.Replace("2024年", "2023年", StringComparison.Ordinal)).ShouldBeFalse();

    [Fact]
    public void A_passage_quoted_in_a_longer_story_is_not() =>
        IsNearly(
                Story,
                Story
                    + string.Concat(
                        Enumerable
                            .Range(0, 20)
                            .Select(i => $"第{i}个故事发生在另外一个工段，讲的是第{i * 7}号设备的第{i * 13}次检修，别的人都不在场。")
                    )
            )
            .ShouldBeFalse();

    [Fact]
    public void A_short_text_is_never_taken_for_another() => IsNearly("许牧川获奖", "许牧川获奖").ShouldBeFalse();

    [Fact]
    public void Like_texts_keep_like_values()
    {
        var print = TextPrint.Of(Story).Values;
        var again = TextPrint.Of(Story.Replace('带', '帯')).Values;

        print.Length.ShouldBe(TextPrint.Kept);
        print.Intersect(again).Count().ShouldBeGreaterThanOrEqualTo(TextPrint.Worth);
    }

    private static bool IsNearly(string left, string right) => TextPrint.Of(left).IsNearly(TextPrint.Of(right));
}
