using DocumentFormat.OpenXml;
using static Chinalco.Honors.Packets.Papers.PaperDocument;

namespace Chinalco.Honors.Packets.Papers;

/// <summary>征求意见表: which of the three a candidate needs depends on what kind of person it is.</summary>
internal static class OpinionForms
{
    private static readonly int[] Columns = [1750, 1600, 1200, 1450, 1300, 1544];

    public static IEnumerable<OpenXmlElement> Cadre() =>
        Form(
            "机关事业单位干部",
            [Person, Post("单位及职务"), Body("干部管理权限\n组织人事部门\n意见"), Body("纪检监察机关\n意见"), .. Asked]
        );

    public static IEnumerable<OpenXmlElement> Executive() =>
        Form(
            "企业负责人",
            [
                Person,
                Post("企业名称"),
                new FormRow(
                    600,
                    Cells.Label("统一社会信用代码"),
                    Cells.Value("", span: 2),
                    Cells.Label("企业性质"),
                    Cells.Value("", span: 2)
                ),
                .. Asked,
            ]
        );

    public static IEnumerable<OpenXmlElement> Worker() =>
        Form(
            "一线职工、农民",
            [
                Person,
                Post("单位及岗位"),
                new FormRow(
                    600,
                    Cells.Label("技能等级"),
                    Cells.Value("{{技能等级}}", span: 2),
                    Cells.Label("人选类别"),
                    Cells.Value("{{人选类别}}", span: 2)
                ),
                Body("所在单位\n纪检部门意见"),
                .. Asked,
            ]
        );

    public static IEnumerable<OpenXmlElement> Unit() =>
        Form(
            "集体",
            [
                new FormRow(600, Cells.Label("集体名称"), Cells.Value("{{姓名}}", span: Columns.Length - 1)),
                new FormRow(600, Cells.Label("所属单位"), Cells.Value("{{单位}}", span: Columns.Length - 1)),
                new FormRow(600, Cells.Label("负责人"), Cells.Value("", span: 2), Cells.Label("职工人数"), Cells.Value("", span: 2)),
                .. Asked,
            ]
        );

    private static FormRow Person =>
        new(
            600,
            Cells.Label("姓名"),
            Cells.Value("{{姓名}}"),
            Cells.Label("性别"),
            Cells.Value("{{性别}}"),
            Cells.Label("出生年月"),
            Cells.Value("{{出生年月}}")
        );

    /// <summary>The bodies that the programme wants asked, with what they answered so far.</summary>
    private static FormRow[] Asked =>
        [
            new FormRow(
                1020,
                Cells.Label("{{#征求意见}}{{部门}}"),
                new FormCell(
                    [
                        (PaperLook.CellLeft, "{{意见}}"),
                        .. Cells.Signed().Paragraphs.Skip(1).SkipLast(1),
                        (PaperLook.Cell, "　　　　　　　　　　年　　月　　日{{/征求意见}}"),
                    ],
                    Columns.Length - 1
                )
            ),
        ];

    private static FormRow Post(string label) => new(600, Cells.Label(label), Cells.Value("{{单位}} {{职务}}", span: Columns.Length - 1));

    private static FormRow Body(string who) =>
        new(1300, new FormCell([.. who.Split('\n').Select(l => (PaperLook.Label, l))]), Cells.Signed(Columns.Length - 1));

    private static IEnumerable<OpenXmlElement> Form(string kind, IEnumerable<FormRow> rows) =>
        [
            Text(PaperLook.Title, "推荐对象征求意见表"),
            Text(PaperLook.Subtitle, "{{项目名称}}" + $"（{kind}）"),
            PaperDocument.Form(Columns, rows),
        ];
}
