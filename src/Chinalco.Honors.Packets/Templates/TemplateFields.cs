using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Chinalco.Honors.Packets.Templates;

/// <summary>A field that templates may name, by its Chinese or its English word.</summary>
/// <param name="Meaning">In Chinese, for whoever makes templates.</param>
public sealed record TemplateField(string Name, string Key, string Meaning);

/// <summary>A list that templates may repeat rows or paragraphs for.</summary>
public sealed record TemplateList(string Name, string Key, string Meaning, ImmutableArray<TemplateField> Fields);

/// <summary>Every field and list there is. What is not here is refused in a template.</summary>
public static class TemplateFields
{
    public static readonly ImmutableArray<TemplateField> All =
    [
        new("项目名称", "programme", "评选项目的名称"),
        new("年度", "year", "评选项目的年度"),
        new("候选称谓", "candidateWord", "推荐个人时为“候选人”，推荐集体时为“候选集体”"),
        new("对象简介", "introduction", "一句话：姓名、单位、职务；推荐集体时为名称和上级单位"),
        new("轮次名称", "round", "评选轮次的名称"),
        new("主办单位", "holder", "组织这一轮评选、接收材料的单位"),
        new("推荐单位", "nominator", "提出推荐的单位"),
        new("截止日期", "deadline", "推荐截止日期"),
        new("推荐类别", "choice", "正选或递补"),
        new("推荐顺序", "rank", "在本单位推荐人选中的顺序"),
        new("人选类别", "groups", "产业工人、一线职工等"),
        new("姓名", "name", "人选姓名；推荐集体时为单位名称"),
        new("性别", "gender", "人事信息，无权查看时留空"),
        new("民族", "ethnicity", "人事信息，无权查看时留空"),
        new("出生年月", "born", "人事信息，无权查看时留空"),
        new("参加工作时间", "hired", "人事信息，无权查看时留空"),
        new("政治面貌", "politicalStatus", "人事信息，无权查看时留空"),
        new("学历", "education", "人事信息，无权查看时留空"),
        new("技能等级", "skill", "技能等级或职称；人事信息，无权查看时留空"),
        new("单位", "unit", "人选所在单位；推荐集体时为上级单位"),
        new("职务", "position", "人选现任职务或岗位"),
        new("身份证号", "idNumber", "系统不保存，始终留空，由本人手工填写"),
        new("联系电话", "telephone", "系统不保存，始终留空，由本人手工填写"),
        new("简历", "career", "任职经历，一行一段"),
        new("简历摘要", "careerBrief", "任职经历，一行一段，最多占10行"),
        new("奖励摘要", "honourBrief", "级别最高的荣誉，一行一项，最多占10行，超出的注明见清单"),
        new("奖励情况", "honourText", "何时何地受过何种奖励，只列有效的荣誉"),
        new("处分情况", "penalties", "申报事实中有关处分的内容；没有登记时留空"),
        new("事迹材料题名", "storyTitle", "“某某事迹材料”，名称长的分两行"),
        new("事迹材料2000", "story2000", "2000字事迹材料，句后带脚注；须独占一段"),
        new("事迹材料500", "story500", "500字事迹材料，句后带脚注；须独占一段"),
        new("主要事迹", "deeds", "500字事迹材料，不带脚注"),
        new("待核数", "pending", "两份事迹材料中【待核】的句数"),
        new("表决情况", "voteText", "职代会等会议的时间、应到、实到、赞成人数"),
        new("公示情况", "publicityText", "各级公示的起止日期、方式和异议处理"),
        new("表决说明", "voteReport", "同表决情况；没有表决时写明尚未表决"),
        new("公示说明", "publicityReport", "同公示情况；没有公示时写明尚未公示"),
        new("公示结论", "publicityResult", "公示已结束且没有成立的异议时为“公示无异议”，否则如实说明"),
    ];

    public static readonly ImmutableArray<TemplateList> Lists =
    [
        new(
            "对象信息",
            "candidate",
            "推荐对象是谁，一项一行：姓名、单位、职务，或集体名称、所属单位",
            [new("项目", "item", "姓名、单位等"), new("内容", "value", "内容")]
        ),
        new(
            "荣誉",
            "honours",
            "有效的荣誉，一项一行",
            [
                new("序号", "number", "从1起"),
                new("年份", "year", "授予年份"),
                new("名称", "award", "荣誉名称"),
                new("级别", "level", "国家级、省部级等"),
                new("授予单位", "body", "授予单位"),
                new("文号", "document", "表彰文件的文号或标题"),
                new("日期", "date", "授予日期"),
                new("证明", "proof", "出处：报纸期号、日期、版次，或表彰文件"),
                new("附件", "attachments", "扫描件编号；没有时留空"),
            ]
        ),
        new(
            "经历",
            "posts",
            "任职经历，一段一行",
            [
                new("起", "from", "开始时间"),
                new("止", "to", "结束时间；在任时为“至今”"),
                new("单位", "unit", "单位"),
                new("职务", "position", "职务或岗位"),
            ]
        ),
        new(
            "表决",
            "votes",
            "会议表决，一次一行",
            [
                new("会议", "body", "职代会、联席会等"),
                new("日期", "date", "开会日期"),
                new("应到", "expected", "应到人数"),
                new("实到", "present", "实到人数"),
                new("赞成", "inFavour", "赞成人数"),
            ]
        ),
        new(
            "公示",
            "publicity",
            "各级公示，一次一行",
            [
                new("阶段", "stage", "所在单位、省级等"),
                new("起", "from", "第一天"),
                new("止", "until", "最后一天"),
                new("天数", "days", "天数及算法"),
                new("地点", "place", "公示的地点或网站"),
                new("异议", "objections", "异议及处理"),
            ]
        ),
        new(
            "征求意见",
            "opinions",
            "应征求意见的部门，一个一行",
            [
                new("部门", "body", "被征求意见的部门"),
                new("征求日期", "asked", "发出日期"),
                new("意见", "opinion", "答复；没有答复时留空"),
                new("答复日期", "answered", "答复日期"),
                new("有效期至", "validUntil", "意见有效期的最后一天"),
            ]
        ),
        new(
            "申报事实",
            "declared",
            "工会登记的其他事实，一项一行",
            [new("事项", "key", "事项"), new("内容", "value", "内容"), new("依据", "evidence", "依据的材料")]
        ),
        new(
            "材料",
            "papers",
            "材料包中的文件，一份一行",
            [new("序号", "number", "从1起"), new("名称", "title", "材料名称"), new("文件", "file", "文件名")]
        ),
        new(
            "附件",
            "attachments",
            "扫描件，一份一行",
            [new("序号", "number", "附件编号"), new("名称", "title", "说明"), new("文件", "file", "文件名")]
        ),
    ];

    private static readonly FrozenDictionary<string, TemplateField> ByWord = Words(All);

    private static readonly FrozenDictionary<string, TemplateList> ListByWord = Lists
        .SelectMany(l => new[] { KeyValuePair.Create(l.Name, l), KeyValuePair.Create(l.Key, l) })
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, FrozenDictionary<string, TemplateField>> ByListAndWord = Lists.ToFrozenDictionary(
        l => l.Key,
        l => Words(l.Fields)
    );

    /// <summary>The field of that word; within a list, one of its own before one of the packet's.</summary>
    public static TemplateField? Find(string word, TemplateList? within) =>
        within is not null && ByListAndWord[within.Key].TryGetValue(word, out var own) ? own : ByWord.GetValueOrDefault(word);

    /// <summary>The list of that word; null when there is none.</summary>
    public static TemplateList? FindList(string word) => ListByWord.GetValueOrDefault(word);

    /// <summary>Whether the list has a field of that word.</summary>
    internal static bool IsOf(TemplateList list, TemplateField field) => list.Fields.Contains(field);

    private static FrozenDictionary<string, TemplateField> Words(IEnumerable<TemplateField> fields) =>
        fields
            .SelectMany(f => new[] { KeyValuePair.Create(f.Name, f), KeyValuePair.Create(f.Key, f) })
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
