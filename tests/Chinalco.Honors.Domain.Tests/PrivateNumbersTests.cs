namespace Chinalco.Honors.Domain.Tests;

/// <summary>Numbers that are never stored are known wherever they stand; other numbers are let through.</summary>
public sealed class PrivateNumbersTests
{
    [Theory]
    [InlineData("身份证 110101198503071234，请核对", true)]
    [InlineData("１１０１０１１９８５０３０７１２３Ｘ", true)]
    [InlineData("证书编号 110101198513071234", false)]
    [InlineData("中铝发〔2019〕12 号", false)]
    public void An_identity_number_is_known_within_a_text(string text, bool holds) =>
        PrivateNumbers.HoldsIdentityNumber(text).ShouldBe(holds);

    [Theory]
    [InlineData("请打我电话13812345678谢谢", true)]
    [InlineData("＋86 138-1234-5678", true)]
    [InlineData("证书编号 2013812345678", false)]
    [InlineData("工号 100005，2019 年获得", false)]
    public void A_telephone_number_is_known_within_a_text(string text, bool holds) => PrivateNumbers.HoldsTelephone(text).ShouldBe(holds);

    [Theory]
    [InlineData("13812345678", true)]
    [InlineData("电话13812345678", false)]
    public void A_cell_is_a_telephone_number_only_as_a_whole(string text, bool isOne) => PrivateNumbers.IsTelephone(text).ShouldBe(isOne);
}
