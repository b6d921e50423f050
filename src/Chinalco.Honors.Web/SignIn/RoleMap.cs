using System.Collections.Immutable;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Web.SignIn;

/// <summary>What a provider's role names mean here.</summary>
internal static class RoleMap
{
    /// <summary>Stands for whoever the provider lets in.</summary>
    private const string Everybody = "*";

    /// <summary>An editor of the whole group; <c>Editor</c> alone is one of the units that the provider names.</summary>
    private const string GroupEditor = "GroupEditor";

    /// <exception cref="NotSupportedException">A name stands for no role.</exception>
    public static void Check(OidcOptions settings)
    {
        foreach (var (name, meaning) in settings.Roles)
        {
            if (meaning != GroupEditor && !Enum.TryParse<Role>(meaning, out _))
            {
                throw new NotSupportedException(
                    $"SignIn:Oidc:Roles 中“{name}”对应的“{meaning}”不是角色，可用：{string.Join('、', Enum.GetNames<Role>())}、{GroupEditor}。"
                );
            }
        }
    }

    /// <summary>The roles that the provider's names give.</summary>
    /// <param name="units">The units that the provider names.</param>
    /// <exception cref="RuleBrokenException">A role needs units and the provider names none.</exception>
    public static ImmutableArray<RoleInUnit> Read(OidcOptions settings, IEnumerable<string> names, IReadOnlyCollection<Guid> units) =>
        [.. names.Append(Everybody).Where(settings.Roles.ContainsKey).SelectMany(name => Meaning(settings.Roles[name], units)).Distinct()];

    private static IEnumerable<RoleInUnit> Meaning(string meaning, IReadOnlyCollection<Guid> units)
    {
        if (meaning == GroupEditor)
        {
            return [new RoleInUnit(Role.Editor)];
        }

        var role = Enum.Parse<Role>(meaning);
        if (role is not (Role.Editor or Role.Hr or Role.Union or Role.UnitLeader))
        {
            return [new RoleInUnit(role)];
        }

        Require.That(new AProviderNamesTheUnitsOfARole(role, units.Count));
        return units.Select(unit => new RoleInUnit(role, unit));
    }
}

/// <summary>A role that is told to hold in units comes with their names: nobody answers for the whole group by an omission.</summary>
internal sealed class AProviderNamesTheUnitsOfARole(Role role, int units) : IRule
{
    public bool Holds => units > 0;

    public string Advice => $"统一身份认证给了“{role.ToChinese()}”角色，却没有给出负责的单位。请联系统一身份认证的管理员补上单位，再登录。";
}
