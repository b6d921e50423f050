using Chinalco.Honors.Imports.Engine;

namespace Chinalco.Honors.Imports.Roster;

/// <summary>What a column of a roster may hold.</summary>
public enum RosterField
{
    /// <summary>不导入</summary>
    Ignored = 0,

    /// <summary>工号</summary>
    Number = 1,

    /// <summary>姓名</summary>
    Name = 2,

    /// <summary>单位; several such columns (company, plant, team) make one place, from the left.</summary>
    Unit = 3,

    /// <summary>岗位</summary>
    Position = 4,

    /// <summary>人员状态</summary>
    Status = 5,

    /// <summary>到现单位（岗位）时间</summary>
    Since = 6,

    /// <summary>性别</summary>
    Gender = 7,

    /// <summary>出生日期</summary>
    Born = 8,

    /// <summary>参加工作时间</summary>
    Hired = 9,

    /// <summary>政治面貌</summary>
    PoliticalStatus = 10,

    /// <summary>技能等级</summary>
    SkillGrade = 11,

    /// <summary>学历</summary>
    Education = 12,

    /// <summary>民族</summary>
    Ethnicity = 13,

    /// <summary>Identity-card and telephone numbers: recognised so that they are never read.</summary>
    Forbidden = 99,
}

/// <summary>The Chinese words of a roster's columns.</summary>
public static class RosterFieldNames
{
    private static readonly Dictionary<RosterField, string[]> Words = new()
    {
        [RosterField.Number] =
        [
            "工号",
            "员工编号",
            "职工编号",
            "人员编号",
            "员工号",
            "职工号",
            "人员编码",
            "员工编码",
            "职工代码",
            "人员代码",
            "employee_no",
            "employeeno",
            "编号",
        ],
        [RosterField.Name] = ["姓名", "员工姓名", "职工姓名", "人员姓名", "name"],
        [RosterField.Unit] =
        [
            "单位",
            "所在单位",
            "所属单位",
            "工作单位",
            "单位名称",
            "现工作单位",
            "公司",
            "所属公司",
            "企业",
            "所属企业",
            "二级单位",
            "三级单位",
            "部门",
            "所在部门",
            "所属部门",
            "部门名称",
            "厂",
            "分厂",
            "车间",
            "车间/部门",
            "工段",
            "班组",
            "所在班组",
            "科室",
            "基层单位",
            "unit",
        ],
        [RosterField.Position] =
        [
            "岗位",
            "职务",
            "岗位名称",
            "职务名称",
            "岗位(职务)",
            "岗位/职务",
            "职务/岗位",
            "现任职务",
            "现岗位",
            "工种",
            "职位",
            "position",
        ],
        [RosterField.Status] = ["状态", "人员状态", "在岗状态", "员工状态", "在职状态", "人员类别", "用工形式", "用工性质", "status"],
        [RosterField.Since] =
        [
            "到岗时间",
            "到岗日期",
            "现岗位时间",
            "任现职时间",
            "任现职日期",
            "进入本单位时间",
            "进本单位时间",
            "到本单位时间",
            "入职时间",
            "入职日期",
            "进厂时间",
            "调入时间",
        ],
        [RosterField.Gender] = ["性别", "gender"],
        [RosterField.Born] = ["出生日期", "出生年月", "出生时间", "出生年份", "生日", "birth_year", "出生"],
        [RosterField.Hired] = ["参加工作时间", "参加工作日期", "参工时间", "参加工作年月", "工作时间", "hire_year"],
        [RosterField.PoliticalStatus] = ["政治面貌", "党员", "是否党员", "party_member"],
        [RosterField.SkillGrade] =
        [
            "技能等级",
            "职业技能等级",
            "技术等级",
            "技能职称",
            "技术职称",
            "职称",
            "专业技术职务",
            "职称/技能等级",
            "skill_grade",
        ],
        [RosterField.Education] = ["学历", "文化程度", "最高学历"],
        [RosterField.Ethnicity] = ["民族"],
    };

    /// <summary>The columns of a roster, each known by the field's name.</summary>
    public static readonly TableFields Fields = new(
        [.. Words.Select(w => new TableField(w.Key.ToString(), w.Key.ToChinese(), [.. w.Value], Repeats: w.Key == RosterField.Unit))],
        nameof(RosterField.Name),
        "没有找到表头：前 30 行中没有同时含“姓名”和“工号”“单位”等列名的一行。请补上表头再导入。"
    );

    /// <summary>What a heading means; <see cref="RosterField.Ignored"/> when nobody knows.</summary>
    /// <param name="heading">As <see cref="Tables.CellText.Heading"/> gives it.</param>
    public static RosterField Of(string heading) => Parse(Fields.Of(heading));

    /// <summary>The field of an id.</summary>
    public static RosterField Parse(string id) => Enum.Parse<RosterField>(id);

    public static string ToChinese(this RosterField field) =>
        field switch
        {
            RosterField.Ignored => "不导入",
            RosterField.Number => "工号",
            RosterField.Name => "姓名",
            RosterField.Unit => "单位（多列从上级到下级）",
            RosterField.Position => "岗位（职务）",
            RosterField.Status => "人员状态",
            RosterField.Since => "到现单位时间",
            RosterField.Gender => "性别",
            RosterField.Born => "出生年月",
            RosterField.Hired => "参加工作时间",
            RosterField.PoliticalStatus => "政治面貌",
            RosterField.SkillGrade => "技能等级（职称）",
            RosterField.Education => "学历",
            RosterField.Ethnicity => "民族",
            RosterField.Forbidden => "禁止导入（身份证号、电话等）",
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such field."),
        };
}
