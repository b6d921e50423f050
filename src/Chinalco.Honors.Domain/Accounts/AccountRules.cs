using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Accounts;

/// <summary>三员分立: one account is at most one of system administrator, security administrator and auditor.</summary>
public sealed class TheThreeOfficersAreThreePeople(IEnumerable<RoleInUnit> roles) : IRule
{
    private static readonly Role[] Officers = [Role.SystemAdministrator, Role.SecurityAdministrator, Role.Auditor];

    public bool Holds => roles.Select(r => r.Role).Where(Officers.Contains).Distinct().Count() <= 1;

    public string Advice =>
        "系统管理员、安全管理员、审计员须由三个人分别担任，同一账号只能担任其中之一。请先撤下原有角色，或改授给别的账号。";
}

/// <summary>Administrators and auditors do not also work on the facts that they guard.</summary>
public sealed class AnOfficerHasNoOtherBusiness(IEnumerable<RoleInUnit> roles) : IRule
{
    public bool Holds
    {
        get
        {
            var held = roles.Select(r => r.Role).ToHashSet();
            var guards =
                held.Contains(Role.SystemAdministrator) || held.Contains(Role.SecurityAdministrator) || held.Contains(Role.Auditor);
            return !guards || !(held.Contains(Role.Editor) || held.Contains(Role.Hr) || held.Contains(Role.Union));
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
