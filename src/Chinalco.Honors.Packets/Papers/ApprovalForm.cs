using DocumentFormat.OpenXml;
using static Chinalco.Honors.Packets.Papers.PaperDocument;

namespace Chinalco.Honors.Packets.Papers;

/// <summary>推荐审批表: four pages on one sheet of A3, in the order they are printed: page 4, the cover, pages 2 and 3.</summary>
internal static class ApprovalForm
{
    private const int PageHeight = 13_900;

    private static readonly int[] Facts = [1650, 1600, 950, 1250, 1300, 1450, 1750];

    private static readonly int[] UnitFacts = [1650, 3325, 1650, 3325];

    private static readonly int[] Wide = [1650, BookletWidth - 1650];

    public static IEnumerable<OpenXmlElement> OfPerson() => Booklet(Person());

    public static IEnumerable<OpenXmlElement> OfUnit() => Booklet(Unit());

    private static IEnumerable<OpenXmlElement> Booklet(IEnumerable<OpenXmlElement> candidate) =>
        [.. Approvals(), NextColumn(), .. Cover(), NextColumn(), .. candidate, NextColumn(), .. Deeds()];

    private static IEnumerable<OpenXmlElement> Approvals() =>
        [
            Form(
                Wide,
                new[]
                {
                    "上级工会\n（主管部门）\n意见",
                    "省级（集团）\n评选机构\n意见",
                    "省级工会\n（集团公司）\n审批意见",
                    "全国评选机构\n审批意见",
                }.Select(who => new FormRow(PageHeight / 4, Many(who), Cells.Signed()))
            ),
        ];

    private static IEnumerable<OpenXmlElement> Cover() =>
        [
            Text(PaperLook.Plain, ""),
            Text(PaperLook.Plain, ""),
            Text(PaperLook.CoverTitle, "推荐审批表"),
            Text(PaperLook.Subtitle, "{{项目名称}}"),
            .. Enumerable.Repeat(0, 5).Select(_ => Text(PaperLook.Plain, "")),
            Form([2600, 5400], Cells.Pair("{{#对象信息}}{{项目}}", "{{内容}}{{/对象信息}}"), Cells.Pair("推荐单位", "{{推荐单位}}")),
            .. Enumerable.Repeat(0, 4).Select(_ => Text(PaperLook.Plain, "")),
            Text(PaperLook.Subtitle, "填表日期：　　　　年　　月　　日"),
        ];

    private static IEnumerable<OpenXmlElement> Person() =>
        [
            Form(
                Facts,
                new FormRow(
                    640,
                    Cells.Label("姓名"),
                    Cells.Value("{{姓名}}"),
                    Cells.Label("性别"),
                    Cells.Value("{{性别}}"),
                    Cells.Label("民族"),
                    Cells.Value("{{民族}}"),
                    Cells.Value("照片", merge: true)
                ),
                new FormRow(
                    640,
                    Cells.Label("出生年月"),
                    Cells.Value("{{出生年月}}"),
                    Cells.Label("学历"),
                    Cells.Value("{{学历}}"),
                    Cells.Label("政治面貌"),
                    Cells.Value("{{政治面貌}}"),
                    Cells.Value("", merge: false)
                ),
                new FormRow(
                    640,
                    Cells.Label("参加工作时间"),
                    Cells.Value("{{参加工作时间}}"),
                    Cells.Label("技能等级（职称）", span: 2),
                    Cells.Value("{{技能等级}}", span: 2),
                    Cells.Value("", merge: false)
                ),
                new FormRow(640, Cells.Label("单位"), Cells.Value("{{单位}}", span: 5), Cells.Value("", merge: false)),
                new FormRow(
                    640,
                    Cells.Label("职务（岗位）"),
                    Cells.Value("{{职务}}", span: 3),
                    Cells.Label("人选类别"),
                    Cells.Value("{{人选类别}}", span: 2)
                ),
                new FormRow(
                    640,
                    Cells.Label("身份证号"),
                    Cells.Value("{{身份证号}}", span: 3),
                    Cells.Label("联系电话"),
                    Cells.Value("{{联系电话}}", span: 2)
                ),
                new FormRow(3200, Many("简\n历"), Cells.Top("{{简历摘要}}", span: 6)),
                new FormRow(3600, Many("何时何地\n受过何种\n奖励"), Cells.Top("{{奖励摘要}}", span: 6)),
                new FormRow(1500, Many("何时何地\n受过何种\n处分"), Cells.Top("{{处分情况}}", span: 6))
            ),
        ];

    /// <summary>What the registry does not know of a unit is left to be written by hand.</summary>
    private static IEnumerable<OpenXmlElement> Unit() =>
        [
            Form(
                UnitFacts,
                new FormRow(700, Cells.Label("集体名称"), Cells.Value("{{姓名}}", span: 3)),
                new FormRow(700, Cells.Label("所属单位"), Cells.Value("{{单位}}", span: 3)),
                new FormRow(640, Cells.Label("集体类别"), Cells.Value("{{人选类别}}"), Cells.Label("职工人数"), Cells.Value("")),
                new FormRow(640, Cells.Label("负责人姓名"), Cells.Value(""), Cells.Label("负责人职务"), Cells.Value("")),
                new FormRow(640, Cells.Label("组建时间"), Cells.Value(""), Cells.Label("联系电话"), Cells.Value("{{联系电话}}")),
                new FormRow(3200, Many("集\n体\n简\n介"), Cells.Top("", span: 3)),
                new FormRow(3600, Many("何时何地\n受过何种\n奖励"), Cells.Top("{{奖励摘要}}", span: 3)),
                new FormRow(1500, Many("近三年内\n受过何种\n处罚"), Cells.Top("{{处分情况}}", span: 3))
            ),
        ];

    private static IEnumerable<OpenXmlElement> Deeds() =>
        [
            Form(
                Wide,
                new FormRow(6800, Many("主\n要\n事\n迹"), Cells.Text("{{主要事迹}}")),
                new FormRow(1800, Many("职代会\n（联席会）\n意见"), With("{{表决情况}}")),
                new FormRow(1800, Many("公示情况"), With("{{公示情况}}")),
                new FormRow(1700, Many("所在单位\n意见"), Cells.Signed())
            ),
        ];

    private static FormCell Many(string lines) => new([.. lines.Split('\n').Select(l => (PaperLook.Label, l))]);

    private static FormCell With(string text) => new([(PaperLook.CellLeft, text), .. Cells.Signed().Paragraphs], AtBottom: true);
}
