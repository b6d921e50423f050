using SmallTexts = Chinalco.Honors.Ingestion.Tests.Pipeline.Findings;

namespace Chinalco.Honors.Ingestion.Tests.Claims;

/// <summary>Layouts of lists, decisions and corrections: each text with whom it gives what.</summary>
public sealed class LayoutTests
{
    [Theory]
    [InlineData(
        "庆祝“三八”节表彰名单\n姓  名　　　　单  位　　　　授 予 称 号\n——————\n苗  青　　　　冷轧车间　　　巾帼建功标兵\n蔺  彩云　　　技术中心　　　书香女职工\n　　　　　　　精整车间剪切班　　　巾帼示范岗",
        "苗青 巾帼建功标兵",
        "蔺彩云 书香女职工",
        "精整车间剪切班 巾帼示范岗"
    )]
    [InlineData(
        "共青团青禾铝业有限公司委员会关于2024年度先进典型的通报（东片区）\n现对以下集体和个人予以通报表扬。\n青年岗位能手：许牧川（热电厂）、磨丽珠（女，电解厂）。\n“青安示范哨”：矿山运输队。\n优秀共青团干部：从缺。",
        "许牧川 青年岗位能手",
        "磨丽珠 青年岗位能手",
        "矿山运输队 青安示范哨"
    )]
    [InlineData(
        "青禾铝业2025年度荣誉榜\n- 环境工程部：青禾铝业青年文明号\n- 财务部出纳组：青禾铝业“服务之星”班组",
        "环境工程部 青年文明号",
        "财务部出纳组 服务之星"
    )]
    [InlineData(
        "关于公布2025年度青禾铝业技能人才评选结果的通知\n一、青禾铝业技术能手（3名）\n电解工：电解一厂　谈笑风、热电厂　解　放、检修厂　佴　宁（女）",
        "谈笑风 技术能手",
        "解放 技术能手",
        "佴宁 技术能手"
    )]
    [InlineData(
        "青禾铝业　红旗榜　2025年第二季度\n\n◆月度之星◆\n4月　许牧川（电解三车间 出铝工）\n5月　苏  建国（铸造车间 行车工）\n6月　空缺\n\n◆最佳班组◆\n电解二车间三工区；净化车间运行乙班。",
        "许牧川 月度之星",
        "苏建国 月度之星",
        "电解二车间三工区 最佳班组",
        "净化车间运行乙班 最佳班组"
    )]
    [InlineData(
        "# 青禾铝业2025年度先进个人名单\n\n| 称号 | 姓名（单位） |\n|---|---|\n| 劳动模范 | 许牧川（热电厂）、童远（女，电解厂） |\n\n- **江东省五一劳动奖章**：许牧川",
        "许牧川 劳动模范",
        "童远 劳动模范",
        "许牧川 江东省五一劳动奖章"
    )]
    [InlineData(
        "青禾铝业2024年度表彰通报\n创新先锋班组\n电解二厂大修班　炭素厂焙烧三班",
        "电解二厂大修班 创新先锋班组",
        "炭素厂焙烧三班 创新先锋班组"
    )]
    public void Layouts_of_lists(string text, params string[] expected) => Pairs(text).ShouldBe(expected, ignoreOrder: true);

    [Fact]
    public void Honours_parted_by_bars_are_one_enumeration() =>
        Pairs("电工许牧川的主要荣誉：江东省技术能手（2014）｜全国技术能手（2016）｜青禾铝业劳动模范（2020、与人并列）。")
            .ShouldBe(["许牧川 江东省技术能手", "许牧川 全国技术能手", "许牧川 劳动模范"], ignoreOrder: true);

    [Fact]
    public void A_row_takes_the_year_of_its_section() =>
        SmallTexts
            .In(
                "青禾铝业表彰名单\n2025年3月7日\n姓名　　单位　　荣誉称号\n许牧川　　冷轧车间　　先进个人\n上级荣誉（2023年度）\n童  远　　热轧车间　　江东省劳动模范"
            )
            .Conferrals.Single(finding => finding.Recipient == "童远")
            .Year.ShouldBe(2023);

    [Fact]
    public void As_many_certificates_as_people_are_held_in_turn() =>
        Pairs("电工许牧川、焊工童远二人所持“江东省技术能手”“青禾铝业劳动模范”证书，经核实均真实有效。")
            .ShouldNotContain("童远 江东省技术能手");

    [Fact]
    public void A_list_of_corrections_is_read_part_by_part()
    {
        var found = SmallTexts.In(
            "更正\n上期《喜报》有误：（1）获青禾铝业“劳动模范”的是电工许牧川，误排为“许牧传”；（2）焊工童远所获为“优秀党务工作者”，非“优秀共产党员”。"
        );

        found.Conferrals.Select(finding => finding.Recipient).ShouldBe(["许牧川", "童远"], ignoreOrder: true);
        found.Revocations.Select(revoked => revoked.Recipient).ShouldBe(["许牧传", "童远"], ignoreOrder: true);
    }

    [Fact]
    public void A_title_that_is_given_back_is_not_revoked() =>
        SmallTexts
            .In("更正\n公司曾撤销许牧川“优秀班组长”称号。经复查，决定恢复许牧川2021年度“优秀班组长”称号。")
            .Revocations.ShouldBeEmpty();

    [Fact]
    public void Somebody_who_takes_over_a_shift_is_no_team() =>
        Pairs("父亲许牧川，1986年接班，先后获得江东省技术标兵、江东省劳动模范。\n童远是第三代。童远说，他常来。")
            .ShouldBe(["许牧川 江东省技术标兵", "许牧川 江东省劳动模范"], ignoreOrder: true);

    [Fact]
    public void What_is_hoped_for_this_year_does_not_undo_last_years() =>
        Pairs("电工许牧川去年当选江东省“青年岗位能手”，今年又被推荐参评“江东省技术能手”，结果要到下半年才揭晓。")
            .ShouldBe(["许牧川 青年岗位能手"]);

    [Fact]
    public void A_count_of_organisations_is_no_part_of_a_name() =>
        Pairs("会上，熔铸厂党支部等5个基层党组织被评为“先进基层党组织”。").ShouldBe(["熔铸厂党支部 先进基层党组织"]);

    [Fact]
    public void A_note_of_sex_and_unit_gives_the_unit() =>
        SmallTexts
            .In("青禾铝业决定授予许牧川（热电厂）、童远（女，运输部）“岗位标兵”荣誉称号。")
            .Conferrals.Single(finding => finding.Recipient == "童远")
            .Unit.ShouldBe("运输部");

    private static IEnumerable<string> Pairs(string text) =>
        SmallTexts
            .In(text)
            .Conferrals.Select(finding =>
                $"{finding.Recipient} {finding.Award.Replace("青禾铝业", "", StringComparison.Ordinal).Trim('“', '”')}"
            );
}
