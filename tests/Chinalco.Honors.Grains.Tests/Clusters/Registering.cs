using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Grains.Tests.Clusters;

/// <summary>Commands that enter something new.</summary>
internal static class Registering
{
    public static RegisterHonoree Honoree(EmploymentFact? employment = null, string? employeeNumber = null) =>
        new(
            CommandStamp.New(A.Clerk),
            A.UniqueName("甲"),
            employeeNumber,
            HonoreeStatus.Active,
            employment is null ? [] : [employment],
            IsSample: true
        );

    public static RegisterUnit Unit(Guid? parentId = null) =>
        new(
            CommandStamp.New(A.Clerk),
            Code: null,
            A.UniqueName("示例厂"),
            UnitTier.Enterprise,
            parentId,
            Place: null,
            Summary: null,
            [new UnitNameFact("老厂", UnitNameKind.Former, "1958", "1999-06")],
            IsSample: true
        );

    public static RegisterAward Award(string? name = null) =>
        new(
            CommandStamp.New(A.Clerk),
            Code: null,
            name ?? A.UniqueName("示例标兵"),
            AwardLevel.Group,
            AwardFamily.Skill,
            "示例集团",
            new AwardDetails(AwardLevel.Provincial, "每年", "一句话", [RecipientKind.Person, RecipientKind.Team]),
            ["标兵"]
        );
}
