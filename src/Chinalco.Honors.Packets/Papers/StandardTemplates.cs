using System.Collections.Concurrent;
using DocumentFormat.OpenXml;
using static Chinalco.Honors.Packets.Papers.PaperDocument;

namespace Chinalco.Honors.Packets.Papers;

/// <summary>The product's own templates: what a packet is made with until the union uploads the form of the year. Of our own making, no official form.</summary>
public static class StandardTemplates
{
    private static readonly ConcurrentDictionary<Paper, byte[]> Made = new();

    /// <summary>The template of a paper as docx.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The summary, which is a workbook.</exception>
    public static byte[] Of(Paper paper) => Made.GetOrAdd(paper, Make);

    private static byte[] Make(Paper paper) =>
        paper switch
        {
            Paper.Cover => A4(Cover()),
            Paper.Approval => A3Booklet(ApprovalForm.OfPerson()),
            Paper.UnitApproval => A3Booklet(ApprovalForm.OfUnit()),
            Paper.LongStory => A4(Story("2000字", "{{事迹材料2000}}")),
            Paper.ShortStory => A4(Story("500字", "{{事迹材料500}}")),
            Paper.CadreOpinions => A4(OpinionForms.Cadre()),
            Paper.ExecutiveOpinions => A4(OpinionForms.Executive()),
            Paper.WorkerOpinions => A4(OpinionForms.Worker()),
            Paper.UnitOpinions => A4(OpinionForms.Unit()),
            Paper.Publicity => A4(Publicity()),
            Paper.Report => A4(Report()),
            Paper.Honours => A4Across(Honours()),
            Paper.Summary => throw new ArgumentOutOfRangeException(nameof(paper), paper, "A workbook is made without a template."),
            _ => throw new ArgumentOutOfRangeException(nameof(paper), paper, "No such paper."),
        };

    private static IEnumerable<OpenXmlElement> Cover() =>
        [
            Text(PaperLook.Plain, ""),
            Text(PaperLook.Plain, ""),
            Text(PaperLook.CoverTitle, "推荐材料"),
            Text(PaperLook.Subtitle, "{{项目名称}}"),
            Text(PaperLook.Plain, ""),
            Text(PaperLook.Plain, ""),
            Form(
                [2400, 6000],
                Cells.Pair("{{#对象信息}}{{项目}}", "{{内容}}{{/对象信息}}"),
                Cells.Pair("推荐单位", "{{推荐单位}}"),
                Cells.Pair("报送单位", "{{主办单位}}"),
                Cells.Pair("推荐类别", "{{推荐类别}} {{推荐顺序}}")
            ),
            NextPage(),
            Text(PaperLook.Title, "目　录"),
            Form(
                Contents,
                new FormRow(560, Cells.Label("序号"), Cells.Label("材料名称"), Cells.Label("份数"), Cells.Label("备注")) { IsHead = true },
                new FormRow(480, Cells.Value("{{#材料}}{{序号}}"), Cells.Left("{{名称}}"), Cells.Value(""), Cells.Value("{{/材料}}"))
            ),
            Text(PaperLook.Heading, "附件（扫描件）"),
            Form(
                Contents,
                new FormRow(560, Cells.Label("编号"), Cells.Label("说明"), Cells.Label("份数"), Cells.Label("备注")) { IsHead = true },
                new FormRow(480, Cells.Value("{{#附件}}{{序号}}"), Cells.Left("{{名称}}"), Cells.Value(""), Cells.Value("{{/附件}}"))
            ),
        ];

    /// <summary>The columns of the table of contents; how many copies go where is written in by hand.</summary>
    private static readonly int[] Contents = [900, 5144, 1100, 1700];

    private static IEnumerable<OpenXmlElement> Story(string length, string field) =>
        [
            Text(PaperLook.Title, "{{事迹材料题名}}"),
            Text(PaperLook.Subtitle, $"（{{{{项目名称}}}}推荐对象，{length}）"),
            Text(PaperLook.Body, field),
        ];

    private static IEnumerable<OpenXmlElement> Publicity() =>
        [
            Text(PaperLook.Title, "关于推荐{{项目名称}}\n{{候选称谓}}的公示"),
            Text(PaperLook.Body, "根据{{主办单位}}关于{{轮次名称}}推荐评选工作的要求，现将拟推荐的{{候选称谓}}予以公示："),
            Text(PaperLook.Body, "{{#对象信息}}"),
            Text(PaperLook.Body, "{{项目}}：{{内容}}"),
            Text(PaperLook.Body, "{{/对象信息}}"),
            Text(PaperLook.Body, "{{#公示}}"),
            Text(PaperLook.Body, "{{阶段}}公示：{{起}}至{{止}}（{{天数}}），{{地点}}。异议及处理：{{异议}}"),
            Text(PaperLook.Body, "{{/公示}}"),
            Text(PaperLook.Body, "公示期间，如有异议，请以书面或其他方式向{{推荐单位}}工会反映。反映情况应当实事求是，以便核实。"),
            Text(PaperLook.Heading, "公示结果"),
            Text(PaperLook.Body, "{{公示结论}}"),
            Text(PaperLook.Plain, ""),
            Text(PaperLook.Signature, "{{推荐单位}}（盖章）"),
            Text(PaperLook.Signature, "年　　月　　日"),
        ];

    private static IEnumerable<OpenXmlElement> Report() =>
        [
            Text(PaperLook.Title, "关于推荐{{姓名}}为\n{{项目名称}}{{候选称谓}}的报告"),
            Text(PaperLook.Plain, "{{主办单位}}："),
            Text(PaperLook.Body, "按照{{轮次名称}}的部署，{{推荐单位}}组织了推荐评选工作。现将推荐情况报告如下。"),
            Text(PaperLook.Heading, "一、推荐对象"),
            Text(PaperLook.Body, "{{对象简介}}推荐类别：{{推荐类别}}。"),
            Text(PaperLook.Heading, "二、民主推荐与表决"),
            Text(PaperLook.Body, "{{表决说明}}"),
            Text(PaperLook.Heading, "三、公示"),
            Text(PaperLook.Body, "{{公示说明}}"),
            Text(PaperLook.Heading, "四、征求意见"),
            Form(
                [2044, 2700, 2050, 2050],
                new FormRow(520, Cells.Label("部门"), Cells.Label("意见"), Cells.Label("答复"), Cells.Label("有效期至")) { IsHead = true },
                new FormRow(
                    480,
                    Cells.Left("{{#征求意见}}{{部门}}"),
                    Cells.Left("{{意见}}"),
                    Cells.Value("{{答复日期}}"),
                    Cells.Value("{{有效期至}}{{/征求意见}}")
                )
            ),
            Text(PaperLook.Heading, "五、主要事迹"),
            Text(PaperLook.Body, "{{主要事迹}}"),
            Text(PaperLook.Body, "特此报告。"),
            Text(PaperLook.Plain, ""),
            Text(PaperLook.Signature, "{{推荐单位}}（盖章）"),
            Text(PaperLook.Signature, "年　　月　　日"),
        ];

    private static IEnumerable<OpenXmlElement> Honours() =>
        [
            Text(PaperLook.Title, "{{姓名}}荣誉及证明清单"),
            Form(
                [700, 900, 3100, 1100, 2300, 4770, 1700],
                new FormRow(
                    560,
                    Cells.Label("序号"),
                    Cells.Label("年份"),
                    Cells.Label("荣誉名称"),
                    Cells.Label("级别"),
                    Cells.Label("授予单位"),
                    Cells.Label("证明"),
                    Cells.Label("附件编号")
                )
                {
                    IsHead = true,
                },
                new FormRow(
                    520,
                    Cells.Value("{{#荣誉}}{{序号}}"),
                    Cells.Value("{{年份}}"),
                    Cells.Left("{{名称}}"),
                    Cells.Value("{{级别}}"),
                    Cells.Left("{{授予单位}}"),
                    Cells.Left("{{证明}}"),
                    Cells.Value("{{附件}}{{/荣誉}}")
                )
            ),
            Text(PaperLook.CellLeft, ""),
            Text(PaperLook.CellLeft, "只列有效的荣誉；附件编号对应材料包“附件”目录中的扫描件。"),
        ];
}
