using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;

namespace Chinalco.Honors.Web.Access;

/// <summary>The one table of who may do what and who sees what. <c>docs/access.md</c> shows it; a test holds the two and every route to it.</summary>
public static class AccessTable
{
    private static readonly ImmutableDictionary<Right, ImmutableArray<Role>> Holders = new Dictionary<Right, ImmutableArray<Role>>
    {
        [Right.Open] = [.. Enum.GetValues<Role>()],
        [Right.Read] = [.. Enum.GetValues<Role>()],
        [Right.OwnAccount] = [.. Enum.GetValues<Role>()],
        [Right.Ingest] = [Role.Editor],
        [Right.Decide] = [Role.Editor],
        [Right.KeepPeople] = [Role.Hr],
        [Right.ImportPeople] = [Role.Hr],
        [Right.KeepHonours] = [Role.Hr],
        [Right.MergePeople] = [Role.Hr],
        [Right.KeepRankings] = [Role.Hr],
        [Right.KeepUnits] = [Role.Hr],
        [Right.ReadBrief] = [Role.Hr, Role.Union, Role.UnitLeader, Role.Auditor],
        [Right.ReadSensitive] = [Role.Hr, Role.Union, Role.Auditor],
        [Right.KeepAccounts] = [Role.SecurityAdministrator],
        [Right.KeepSystem] = [Role.SystemAdministrator],
        [Right.ReadAudit] = [Role.Auditor],
        [Right.Export] = [Role.Reader, Role.Editor, Role.Hr, Role.Union, Role.UnitLeader, Role.Auditor],
        [Right.LookUp] = [Role.Hr, Role.Union, Role.Auditor],
        [Right.AnswerRequests] = [Role.Hr],
        [Right.ReadQuality] = [Role.Editor, Role.Hr, Role.Auditor],
        [Right.ReadHistory] = [Role.Editor, Role.Hr, Role.Auditor],
        [Right.Nominate] = [Role.Hr, Role.Union],
        [Right.KeepProgrammes] = [Role.Hr, Role.Union],
    }.ToImmutableDictionary();

    /// <summary>The roles that have a right.</summary>
    public static ImmutableArray<Role> RolesWith(Right right) => Holders[right];

    /// <summary>What a role sees of anybody in the group.</summary>
    public static Visibility SeesOfAnybody(Role role) =>
        role switch
        {
            Role.Auditor => Visibility.HrOnly,
            Role.SystemAdministrator or Role.SecurityAdministrator => Visibility.Public,
            _ => Visibility.Internal,
        };

    /// <summary>What a role sees of the people of its own units.</summary>
    public static Visibility SeesInItsUnits(Role role) => role is Role.Hr or Role.Union ? Visibility.HrOnly : SeesOfAnybody(role);
}
