namespace Chinalco.Honors.Packets.Papers;

/// <summary>材料: the papers of a packet, in the order they lie in it.</summary>
public enum Paper
{
    /// <summary>封面与目录</summary>
    Cover = 1,

    /// <summary>推荐审批表, A3 on both sides.</summary>
    Approval = 2,

    /// <summary>事迹材料, 2,000 characters.</summary>
    LongStory = 3,

    /// <summary>事迹材料, 500 characters.</summary>
    ShortStory = 4,

    /// <summary>征求意见表 for cadres of state organs and institutions.</summary>
    CadreOpinions = 5,

    /// <summary>征求意见表 for heads of enterprises.</summary>
    ExecutiveOpinions = 6,

    /// <summary>征求意见表 for workers and farmers.</summary>
    WorkerOpinions = 7,

    /// <summary>公示件</summary>
    Publicity = 8,

    /// <summary>推荐报告</summary>
    Report = 9,

    /// <summary>推荐对象汇总表, a workbook: no template is uploaded for it.</summary>
    Summary = 10,

    /// <summary>荣誉及证明清单</summary>
    Honours = 11,

    /// <summary>推荐审批表 for a unit, A3 on both sides.</summary>
    UnitApproval = 12,

    /// <summary>征求意见表 for a unit.</summary>
    UnitOpinions = 13,
}

/// <summary>Which forms a candidate needs: one of three 征求意见表 for persons, or those for a unit.</summary>
public enum PersonKind
{
    /// <summary>机关事业单位干部</summary>
    Cadre = 1,

    /// <summary>企业负责人</summary>
    Executive = 2,

    /// <summary>一线职工、农民</summary>
    Worker = 3,

    /// <summary>集体</summary>
    Unit = 4,
}

/// <summary>The Chinese words of papers and kinds of persons.</summary>
public static class PaperNames
{
    public static string ToChinese(this Paper paper) =>
        paper switch
        {
            Paper.Cover => "封面与目录",
            Paper.Approval => "推荐审批表",
            Paper.LongStory => "事迹材料（2000字）",
            Paper.ShortStory => "事迹材料（500字）",
            Paper.CadreOpinions => "征求意见表（机关事业单位干部）",
            Paper.ExecutiveOpinions => "征求意见表（企业负责人）",
            Paper.WorkerOpinions => "征求意见表（一线职工、农民）",
            Paper.Publicity => "公示件",
            Paper.Report => "推荐报告",
            Paper.Summary => "推荐对象汇总表",
            Paper.Honours => "荣誉及证明清单",
            Paper.UnitApproval => "推荐审批表（集体）",
            Paper.UnitOpinions => "征求意见表（集体）",
            _ => throw new ArgumentOutOfRangeException(nameof(paper), paper, "No such paper."),
        };

    public static string ToChinese(this PersonKind kind) =>
        kind switch
        {
            PersonKind.Cadre => "机关事业单位干部",
            PersonKind.Executive => "企业负责人",
            PersonKind.Worker => "一线职工、农民",
            PersonKind.Unit => "集体",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
        };

    /// <summary>The form on which bodies give their opinion of such a person.</summary>
    public static Paper Opinions(this PersonKind kind) =>
        kind switch
        {
            PersonKind.Cadre => Paper.CadreOpinions,
            PersonKind.Executive => Paper.ExecutiveOpinions,
            PersonKind.Worker => Paper.WorkerOpinions,
            PersonKind.Unit => Paper.UnitOpinions,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
        };

    /// <summary>The papers of a packet, each once and in order: of the forms the ones that fit.</summary>
    public static IEnumerable<Paper> For(PersonKind kind) =>
        [
            Paper.Cover,
            kind == PersonKind.Unit ? Paper.UnitApproval : Paper.Approval,
            Paper.LongStory,
            Paper.ShortStory,
            kind.Opinions(),
            Paper.Publicity,
            Paper.Report,
            Paper.Summary,
            Paper.Honours,
        ];
}
