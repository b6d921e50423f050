using Chinalco.Honors.Imports.Engine;

namespace Chinalco.Honors.Imports.Winners;

/// <summary>The columns of lists of winners.</summary>
internal static class WinnerFields
{
    public const string Name = "Name";
    public const string Number = "Number";
    public const string Unit = "Unit";
    public const string Kind = "Kind";
    public const string Award = "Award";
    public const string Grade = "Grade";
    public const string Level = "Level";
    public const string Year = "Year";
    public const string Edition = "Edition";
    public const string Certificate = "Certificate";
    public const string DocumentNumber = "DocumentNumber";
    public const string DocumentTitle = "DocumentTitle";
    public const string DocumentDate = "DocumentDate";
    public const string Issuer = "Issuer";

    public static readonly TableFields All = new(
        [
            new TableField(
                Name,
                "获奖者",
                [
                    "姓名",
                    "获奖者",
                    "获奖人",
                    "获奖人员",
                    "获得者",
                    "受表彰人",
                    "受表彰人员",
                    "获奖者姓名",
                    "获奖对象",
                    "受表彰对象",
                    "集体名称",
                    "获奖集体",
                    "获奖单位",
                    "先进集体",
                    "名称",
                    "name",
                ]
            ),
            new TableField(Number, "工号", ["工号", "员工编号", "职工编号", "人员编号", "员工号", "职工号", "编号"]),
            new TableField(
                Unit,
                "单位（多列从上级到下级）",
                ["单位", "所在单位", "所属单位", "工作单位", "单位名称", "公司", "企业", "部门", "车间", "厂", "班组", "推荐单位", "unit"],
                Repeats: true
            ),
            new TableField(Kind, "个人/集体/单位", ["类型", "对象类型", "获奖类型", "个人/集体", "表彰类型", "获奖者类型"]),
            new TableField(
                Award,
                "荣誉名称",
                [
                    "荣誉",
                    "荣誉名称",
                    "荣誉称号",
                    "称号",
                    "奖项",
                    "奖项名称",
                    "获奖名称",
                    "表彰名称",
                    "表彰项目",
                    "获奖项目",
                    "所获荣誉",
                    "award",
                ]
            ),
            new TableField(Grade, "等次", ["等次", "奖励等级", "获奖等级", "获奖等次", "奖项等级", "名次"]),
            new TableField(Level, "荣誉级别", ["级别", "荣誉级别", "奖项级别", "表彰级别"]),
            new TableField(Year, "年度", ["年度", "年份", "获奖年度", "获奖年份", "表彰年度", "year"]),
            new TableField(Edition, "届次", ["届次", "届"]),
            new TableField(Certificate, "证书编号", ["证书编号", "证书号", "证书号码"]),
            new TableField(DocumentNumber, "文号", ["文号", "文件号", "文件文号", "发文文号", "表彰文号", "发文字号"]),
            new TableField(DocumentTitle, "文件标题", ["文件标题", "文件名称", "文件名", "表彰文件", "文件"]),
            new TableField(
                DocumentDate,
                "发文日期",
                ["发文日期", "发文时间", "表彰日期", "表彰时间", "获奖日期", "获奖时间", "授予日期", "授予时间", "文件日期"]
            ),
            new TableField(
                Issuer,
                "发文（授予）单位",
                ["发文单位", "授予单位", "表彰单位", "颁奖单位", "发文机关", "授予机关", "颁发单位"]
            ),
        ],
        Name,
        "没有找到表头：前 30 行中没有同时含“姓名”（或“获奖者”“集体名称”）和“荣誉名称”“单位”等列名的一行。请补上表头再导入。"
    );
}
