namespace Chinalco.Honors.Domain.Units;

/// <summary>The Chinese names of the tiers, as catalogue files and pages write them.</summary>
public static class UnitTierNames
{
    private static readonly Dictionary<string, UnitTier> ByName = Enum.GetValues<UnitTier>().ToDictionary(ToChinese);

    public static string ToChinese(this UnitTier tier) =>
        tier switch
        {
            UnitTier.Group => "集团",
            UnitTier.Segment => "板块",
            UnitTier.DirectlyManaged => "直管单位",
            UnitTier.Enterprise => "实体企业",
            UnitTier.Grassroots => "基层单位",
            UnitTier.Team => "班组",
            UnitTier.Legacy => "存续企业",
            UnitTier.JointVenture => "参股/合营企业",
            UnitTier.PublicInstitution => "事业单位",
            UnitTier.Historical => "历史单位",
            UnitTier.Former => "曾属中铝",
            _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, message: null),
        };

    /// <summary>Reads a Chinese tier name; null when it is none.</summary>
    public static UnitTier? FromChinese(string? name) => name is not null && ByName.TryGetValue(name, out var tier) ? tier : null;
}
