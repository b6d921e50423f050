using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Accounts;

/// <summary>三员分立: one account is at most one of system administrator, security administrator and auditor.</summary>
public sealed class TheThreeOfficersAreThreePeople(IEnumerable<RoleInUnit> roles) : IRule
{
    public bool Holds => roles.Select(r => r.Role).Where(IsOfficer).Distinct().Count() <= 1;

    public string Advice =>
        "系统管理员、安全管理员、审计员须由三个人分别担任，同一账号只能担任其中之一。请先撤下原有角色，或改授给别的账号。";

    /// <summary>Whether the role is one of the three.</summary>
    public static bool IsOfficer(Role role) => role is Role.SystemAdministrator or Role.SecurityAdministrator or Role.Auditor;
}

/// <summary>Administrators and auditors do not also work on the facts that they guard.</summary>
public sealed class AnOfficerHasNoOtherBusiness(IEnumerable<RoleInUnit> roles) : IRule
{
    public bool Holds
    {
        get
        {
            var held = roles.Select(r => r.Role).ToHashSet();
            return !held.Any(TheThreeOfficersAreThreePeople.IsOfficer)
                || !(held.Contains(Role.Editor) || held.Contains(Role.Hr) || held.Contains(Role.Union));
        }
    }

    public string Advice => "系统管理员、安全管理员、审计员不得兼任编辑、人力资源或工会角色，请用另一个账号办理业务。";
}

/// <summary>HR, union and unit leaders answer for a subtree; readers, auditors and administrators for the whole group; editors for either.</summary>
public sealed class ARoleHoldsWhereItCan(RoleInUnit granted) : IRule
{
    public bool Holds =>
        granted.Role switch
        {
            Role.Hr or Role.Union or Role.UnitLeader => granted.UnitId is not null,
            Role.Editor => true,
            _ => granted.UnitId is null,
        };

    public string Advice =>
        granted.UnitId is null
            ? $"“{granted.Role.ToChinese()}”须指定负责的单位，请选择一个单位。"
            : $"“{granted.Role.ToChinese()}”适用于全集团，请不要指定单位。";
}

/// <summary>A sign-in name can be typed: letters, digits, dot, hyphen, underscore and at sign.</summary>
public sealed class ASignInNameCanBeTyped(string? name) : IRule
{
    public bool Holds =>
        name is { Length: >= 2 and <= Account.LongestSignInName }
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@');

    public string Advice => "账号须为 2 至 60 个字母、数字或 . - _ @ 符号，请改写。";
}

/// <summary>No two accounts bear the same sign-in name, whatever the case of its letters.</summary>
public sealed class ASignInNameIsGivenOnce(bool isTaken) : IRule
{
    public bool Holds => !isTaken;

    public string Advice => "这个账号名已被使用，请换一个。";
}

/// <summary>Nobody gives roles to themselves or takes their own away: somebody else looks on.</summary>
public sealed class NobodyChangesTheirOwnRoles(bool isOwn) : IRule
{
    public bool Holds => !isOwn;

    public string Advice => "不能更改自己的角色，请由另一位安全管理员办理。";
}

/// <summary>Nobody disables their own account: the last security administrator would lock everybody out.</summary>
public sealed class NobodyDisablesThemselves(bool isOwn) : IRule
{
    public bool Holds => !isOwn;

    public string Advice => "不能停用自己的账号，请由另一位安全管理员办理。";
}

/// <summary>Whoever signs in elsewhere has the password and the roles that the other side says.</summary>
public sealed class WhatAProviderSaysIsNotChangedHere(bool isExternal) : IRule
{
    public bool Holds => !isExternal;

    public string Advice => "该账号由统一身份认证登录，密码、验证码和角色须在统一身份认证中更改，下次登录时生效。";
}

/// <summary>Whoever sits at the machine may let the security administrator in again, and nobody else: the rest is that officer's business.</summary>
public sealed class OnlyASecurityAdministratorIsRescued(bool isSecurityAdministrator) : IRule
{
    public bool Holds => isSecurityAdministrator;

    public string Advice => "该账号不是安全管理员，命令行只能重置安全管理员；其他账号请由安全管理员在“账号”页办理。";
}

/// <summary>A disabled account does not sign in.</summary>
public sealed class ADisabledAccountStaysOut(bool isDisabled) : IRule
{
    public bool Holds => !isDisabled;

    public string Advice => "该账号已停用；如需使用，请联系安全管理员。";
}

/// <summary>A sign-in counts only as long as what proved it still does.</summary>
public sealed class AProofIsStillGood(bool isGood) : IRule
{
    public bool Holds => isGood;

    public string Advice => "登录期间账号的密码、状态或验证码发生了变化，请重新登录。";
}
