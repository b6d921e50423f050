using Chinalco.Honors.Imports.Tables;

namespace Chinalco.Honors.Imports.Tests;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("2018", "2018")]
    [InlineData("2018-07", "2018-07")]
    [InlineData("2018.7", "2018-07")]
    [InlineData("2018年7月", "2018-07")]
    [InlineData("２０１８年０７月０１日", "2018-07-01")]
    [InlineData("2018/7/1", "2018-07-01")]
    [InlineData("20180701", "2018-07-01")]
    [InlineData("201807", "2018-07")]
    [InlineData("2018-07-01 00:00:00", "2018-07-01")]
    [InlineData("43282", "2018-07-01")]
    [InlineData("1985.1", "1985")]
    [InlineData("1985.10", "1985-10")]
    public void A_date_is_read_as_precisely_as_it_is_given(string text, string expected) =>
        CellText.Date(text)!.Value.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("不详")]
    [InlineData("2018-13")]
    [InlineData("2018-02-30")]
    [InlineData("18.7")]
    [InlineData("99999")]
    public void What_is_no_date_is_none(string text) => CellText.Date(text).ShouldBeNull();

    [Theory]
    [InlineData("李　华", "李华")]
    [InlineData(" 李 华 ", "李华")]
    [InlineData("买买提•艾力", "买买提·艾力")]
    [InlineData("John  Smith", "John Smith")]
    public void A_name_loses_its_padding(string text, string expected) => CellText.Name(text).ShouldBe(expected);

    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("证件110105194912310021", true)]
    [InlineData("110105194913310021", false)]
    [InlineData("100000000000000000", false)]
    public void An_identity_number_is_known_by_its_form(string text, bool expected) =>
        CellText.HoldsIdentityNumber(text).ShouldBe(expected);

    [Theory]
    [InlineData("13800138000", true)]
    [InlineData("138-0013-8000", true)]
    [InlineData("23800138000", false)]
    public void A_mobile_number_is_known_by_its_form(string text, bool expected) => CellText.IsTelephone(text).ShouldBe(expected);
}
