using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>What kind of owner an award's name begins with.</summary>
public enum OwnerKind
{
    /// <summary>全国、国家、中华</summary>
    National = 1,

    /// <summary>中央企业</summary>
    CentralEnterprises = 2,

    /// <summary>A national industry or its association.</summary>
    Industry = 3,

    /// <summary>A province, or a body of one.</summary>
    Province = 4,

    /// <summary>A prefecture or city, or a body of one.</summary>
    City = 5,

    /// <summary>A county or district, or a body of one.</summary>
    County = 6,

    /// <summary>A unit of the registry.</summary>
    Unit = 7,

    /// <summary>An enterprise by form that the registry does not know.</summary>
    UnknownUnit = 8,

    /// <summary>An exchange, newspaper, school or other outside body.</summary>
    Outside = 9,

    /// <summary>自治区, 省, 市, 集团, 公司, 厂: which one, the surroundings say.</summary>
    Relative = 10,
}

/// <summary>The owner an award's name begins with.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As printed, simplified.</param>
/// <param name="Unit">The unit, where it is one.</param>
/// <param name="Province">The province, where it is known.</param>
public sealed record AwardOwner(OwnerKind Kind, string Text, UnitEntry? Unit = null, Province? Province = null)
{
    /// <summary>The level of an award of this owner that the catalogue does not know; null where the surroundings must say.</summary>
    public AwardLevel? Level =>
        Kind switch
        {
            OwnerKind.National => AwardLevel.National,
            OwnerKind.CentralEnterprises => AwardLevel.Provincial,
            OwnerKind.Industry => AwardLevel.Industry,
            OwnerKind.Province => AwardLevel.Provincial,
            OwnerKind.City => AwardLevel.City,
            OwnerKind.County => AwardLevel.County,
            OwnerKind.Unit => Unit?.OwnLevel,
            OwnerKind.UnknownUnit => AwardLevel.Enterprise,
            OwnerKind.Outside => AwardLevel.External,
            OwnerKind.Relative => null,
            _ => throw new InvalidOperationException($"No level for owner kind {Kind}."),
        };
}
