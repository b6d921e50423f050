namespace Chinalco.Honors.Domain.Accounts;

/// <summary>角色: what an account is for.</summary>
public enum Role
{
    /// <summary>读者: an employee who reads.</summary>
    Reader = 1,

    /// <summary>编辑: decides what ingestion proposes, for the whole group or a subtree.</summary>
    Editor = 2,

    /// <summary>人力资源: keeps the facts about a subtree's people.</summary>
    Hr = 3,

    /// <summary>工会: nominates a subtree's people and units.</summary>
    Union = 4,

    /// <summary>单位负责人: reads how a subtree stands.</summary>
    UnitLeader = 5,

    /// <summary>审计员: reads everything, changes nothing.</summary>
    Auditor = 6,

    /// <summary>系统管理员: keeps the site running; no business with people's facts.</summary>
    SystemAdministrator = 7,

    /// <summary>安全管理员: accounts and roles; no business with people's facts.</summary>
    SecurityAdministrator = 8,
}

/// <summary>The Chinese words for roles.</summary>
public static class RoleNames
{
    public static string ToChinese(this Role role) =>
        role switch
        {
            Role.Reader => "读者",
            Role.Editor => "编辑",
            Role.Hr => "人力资源",
            Role.Union => "工会",
            Role.UnitLeader => "单位负责人",
            Role.Auditor => "审计员",
            Role.SystemAdministrator => "系统管理员",
            Role.SecurityAdministrator => "安全管理员",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, message: null),
        };
}
