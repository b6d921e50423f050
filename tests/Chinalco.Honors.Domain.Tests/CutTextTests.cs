namespace Chinalco.Honors.Domain.Tests;

public sealed class CutTextTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("甲乙丙", "甲乙丙")]
    [InlineData("甲乙丙丁", "甲乙…")]
    [InlineData("甲\U00020BB7乙丙", "甲…")]
    public void A_text_ends_where_it_must_with_a_whole_character(string? text, string? cut) => CutText.To(text, 3).ShouldBe(cut);
}
