using System.Text;
using Chinalco.Honors.Web.LookUps;

namespace Chinalco.Honors.Web.Tests.LookUps;

/// <summary>Lists are read as people paste and send them.</summary>
public sealed class LookUpListTests
{
    [Theory]
    [InlineData("付军\n李雪")]
    [InlineData("付军\r\n\r\n  李雪  \r\n")]
    [InlineData("付军、李雪")]
    [InlineData("付军，李雪")]
    [InlineData("付军；李雪；付军")]
    [InlineData("付 军\n李　雪")]
    public void Names_are_read_one_by_one(string pasted) => LookUpList.Read(pasted).Select(e => e.Name).ShouldBe(["付军", "李雪"]);

    [Fact]
    public void What_follows_the_name_is_the_unit()
    {
        var entries = LookUpList.Read("付军\t中铝中州铝业\n李雪，中铝山东\nS100007 阮志恒");

        entries
            .Select(e => (e.Name, e.Number, e.Unit))
            .ShouldBe([("付军", null, "中铝中州铝业"), ("李雪", null, "中铝山东"), ("阮志恒", "S100007", null)]);
    }

    [Fact]
    public void A_head_says_what_the_columns_are()
    {
        var entries = LookUpList.Read(Encoding.UTF8.GetBytes("某某表\n序号,单位,姓名,员工编号\n1,一厂,付军,00123\n2,二厂,李雪,"));

        entries.Select(e => (e.Name, e.Number, e.Unit)).ShouldBe([("付军", "00123", "一厂"), ("李雪", null, "二厂")]);
    }

    [Fact]
    public void Identity_and_telephone_numbers_are_passed_over()
    {
        var entries = LookUpList.Read("付军\t110101199003078515\t13800138000");

        entries.Single().ShouldBe(new LookUpEntry("付军", "付军"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n \n")]
    [InlineData("13800138000")]
    public void Nobody_is_told(string pasted) =>
        Should.Throw<ListRefusedException>(() => LookUpList.Read(pasted)).Message.ShouldContain("名单是空的");

    [Fact]
    public void Too_many_are_told_with_their_number()
    {
        var pasted = string.Join('\n', Enumerable.Range(0, 2001).Select(i => $"X{i:00000}"));

        Should.Throw<ListRefusedException>(() => LookUpList.Read(pasted)).Message.ShouldContain("2001");
        LookUpList.Read(pasted[..pasted.LastIndexOf('\n')]).Length.ShouldBe(2000);
    }

    [Theory]
    [InlineData("PK\u0003\u0004")]
    [InlineData("\u0000\u0001\u0002\u0003")]
    public void A_file_that_is_no_list_is_refused(string content) =>
        Should.Throw<ListRefusedException>(() => LookUpList.Read(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void Entries_survive_the_way_through_a_form()
    {
        var entries = LookUpList.Read("付军\t\"中铝\"<一厂>\nS100007");

        LookUpList.ReadWritten(LookUpList.Write(entries)).ShouldBe(entries);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("[{\"t\":null}]")]
    [InlineData("{}")]
    public void A_damaged_form_is_refused(string written) => Should.Throw<ListRefusedException>(() => LookUpList.ReadWritten(written));
}
