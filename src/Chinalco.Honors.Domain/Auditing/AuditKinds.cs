namespace Chinalco.Honors.Domain.Auditing;

/// <summary>The words that name, in audit records, what kind of thing a chain belongs to.</summary>
public static class AuditKinds
{
    public const string Honoree = "honoree";

    public const string Unit = "unit";

    public const string Award = "award";

    /// <summary>表彰文件: its registration, its scans, its revocation as a whole.</summary>
    public const string Document = "document";

    public const string Article = "article";

    public const string Source = "source";

    public const string Finding = "finding";

    /// <summary>One re-reading of stored texts.</summary>
    public const string Round = "round";

    /// <summary>One number of a newspaper: the pictures of its pages.</summary>
    public const string Issue = "issue";

    public const string Account = "account";

    /// <summary>One import of a table: a chain of its own.</summary>
    public const string Import = "import";

    /// <summary>One export of audit records: a chain of its own.</summary>
    public const string AuditExport = "audit-export";

    /// <summary>One look-up of a list of people: a chain of its own.</summary>
    public const string LookUp = "look-up";

    /// <summary>What an employee asks of those who keep the registry.</summary>
    public const string Request = "request";

    /// <summary>积分规则: a version of the policy that rankings are made with.</summary>
    public const string RankingPolicy = "ranking-policy";

    /// <summary>One export of a ranking: a chain of its own.</summary>
    public const string RankingExport = "ranking-export";

    /// <summary>评选项目: a version of a programme's rules.</summary>
    public const string Programme = "nomination-programme";

    /// <summary>工作日历: the working days of a year.</summary>
    public const string WorkingDays = "working-days";

    /// <summary>评选轮次, with its quotas and who stands at which place.</summary>
    public const string NominationRound = "nomination-round";

    /// <summary>推荐: one candidate in one round, with everything that was entered for it.</summary>
    public const string Nomination = "nomination";

    /// <summary>材料模板: a form that the union uploaded.</summary>
    public const string PacketTemplate = "packet-template";

    /// <summary>Every word, in the order that a filter lists them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Honoree,
        Award,
        Unit,
        Document,
        Article,
        Source,
        Finding,
        Round,
        Issue,
        Account,
        Import,
        AuditExport,
        LookUp,
        Request,
        RankingPolicy,
        RankingExport,
        Programme,
        WorkingDays,
        NominationRound,
        Nomination,
        PacketTemplate,
    ];

    /// <summary>The Chinese word; of a word that is none of ours the word itself, because a record may have been tampered with.</summary>
    public static string ToChinese(string kind) =>
        kind switch
        {
            Honoree => "人物",
            Unit => "单位",
            Award => "荣誉",
            Document => "表彰文件",
            Article => "文章",
            Source => "来稿",
            Finding => "线索",
            Round => "重新识别",
            Issue => "报纸期",
            Account => "账号",
            Import => "导入",
            AuditExport => "审计导出",
            LookUp => "批量查询",
            Request => "员工申请",
            RankingPolicy => "积分规则",
            RankingExport => "排名导出",
            Programme => "评选项目",
            WorkingDays => "工作日历",
            NominationRound => "评选轮次",
            Nomination => "推荐",
            PacketTemplate => "材料模板",
            _ => kind,
        };
}
