using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Roster;
using Chinalco.Honors.Imports.Tables;

namespace Chinalco.Honors.Imports.Tests;

public sealed class RosterReaderTests
{
    private const string Header = "序号,工号,姓名,性别,出生年月,公司,车间,岗位,人员状态,参加工作时间";

    [Fact]
    public void The_header_is_found_below_title_and_notes()
    {
        var roster = Read(
            "示例公司员工花名册,,,,,,,,,",
            "截至2025年6月30日,,,,,,,,,",
            Header,
            "1,E1,甲,男,1985.7,示例公司,熔铸厂,铸造工,在岗,2005"
        );

        roster.Rows.Single().Name.ShouldBe("甲");
        roster.AsOf!.Value.ToString().ShouldBe("2025-06-30");
    }

    [Fact]
    public void A_person_is_read_with_every_field()
    {
        var person = Read(Header, "1,e1,李　华,女,1985年7月,示例公司,示例公司熔铸厂,铸造工,劳务派遣,2005-08-01").Rows.Single();

        person.Number.ShouldBe("E1");
        person.Name.ShouldBe("李华");
        person.UnitText.ShouldBe("示例公司熔铸厂");
        person.Status.ShouldBe(HonoreeStatus.Dispatched);
        person.Facts.ShouldBe(
            new PersonnelFacts(Gender.Female, Domain.PartialDate.Parse("1985-07"), Domain.PartialDate.Parse("2005-08-01"))
        );
    }

    [Fact]
    public void Columns_from_company_to_team_make_one_place() =>
        Read("姓名,公司,车间,班组", "甲,示例公司,熔铸厂,甲班").Rows.Single().UnitText.ShouldBe("示例公司熔铸厂甲班");

    [Theory]
    [InlineData("合计,,12人,,,,,,,")]
    [InlineData(",,合计：12,,,,,,,")]
    [InlineData("填表人：王某,,,,,,,,,")]
    [InlineData("序号,工号,姓名,性别,出生年月,公司,车间,岗位,人员状态,参加工作时间")]
    [InlineData(",,,,,备注：以上为在册人员,,,,")]
    public void Totals_notes_and_repeated_headers_are_nobody(string line)
    {
        var roster = Read(Header, "1,E1,甲,男,1985.7,示例公司,,,,", line);

        roster.Rows.Length.ShouldBe(1);
        roster.Faults.ShouldBeEmpty();
        roster.SkippedLines.ShouldBe([3]);
    }

    [Fact]
    public void Identity_and_telephone_columns_are_never_read()
    {
        var roster = Read("姓名,身份证号码,工号,手机号", "甲,11010519491231002X,E1,13800138000");

        roster.ForbiddenColumns.ShouldBe(["身份证号码", "手机号"]);
        roster.Rows.Single().ToString().ShouldNotContain("1101");
    }

    [Fact]
    public void Nobody_can_choose_to_read_a_forbidden_column()
    {
        var rows = Sheets.Rows("姓名,身份证号码", "甲,11010519491231002X");

        ImportColumns
            .Find(rows, RosterFieldNames.Fields)
            .With([nameof(RosterField.Name), nameof(RosterField.Number)], RosterFieldNames.Fields)
            .Fields[1]
            .ShouldBe(TableFields.Forbidden);
    }

    [Fact]
    public void An_identity_number_in_another_column_is_refused_and_not_repeated()
    {
        var fault = Read("姓名,工号,单位", "甲,11010519491231002X,示例公司").Faults.Single();

        fault.Reason.ShouldContain("不保存");
        fault.ToString().ShouldNotContain("1101");
    }

    [Theory]
    [InlineData(",E1,示例公司,2005", "没有姓名")]
    [InlineData("甲,E 1#,示例公司,2005", "工号")]
    [InlineData("甲123,E1,示例公司,2005", "不像姓名")]
    [InlineData("甲,E1,示例公司,很早", "不是日期")]
    public void A_fault_says_what_is_wrong(string line, string expected) =>
        Read("姓名,工号,单位,参加工作时间", line).Faults.Single().Reason.ShouldContain(expected);

    [Fact]
    public void Without_a_header_it_is_refused_with_advice() =>
        Should.Throw<TableRefusedException>(() => Read("甲,E1", "乙,E2")).Message.ShouldContain("表头");

    [Fact]
    public void One_field_in_two_columns_is_refused()
    {
        var columns = ImportColumns.Find(Sheets.Rows("姓名,工号,甲列", "甲,E1,x"), RosterFieldNames.Fields);

        Should
            .Throw<TableRefusedException>(() =>
                columns.With([nameof(RosterField.Name), nameof(RosterField.Number), nameof(RosterField.Number)], RosterFieldNames.Fields)
            )
            .Message.ShouldContain("只留一列");
    }

    private static RosterTable Read(params string[] lines)
    {
        var rows = Sheets.Rows(lines);
        return RosterReader.Read(rows, ImportColumns.Find(rows, RosterFieldNames.Fields));
    }
}
