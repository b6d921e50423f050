namespace Chinalco.Honors.Domain.Awards;

/// <summary>The Chinese names of the levels, as catalogue files, findings and pages write them.</summary>
public static class AwardLevelNames
{
    private static readonly Dictionary<string, AwardLevel> ByName = Enum.GetValues<AwardLevel>().ToDictionary(ToChinese);

    /// <summary>The name shown, such as 国家级.</summary>
    public static string ToChinese(this AwardLevel level) =>
        level switch
        {
            AwardLevel.National => "国家级",
            AwardLevel.Provincial => "省部级",
            AwardLevel.Industry => "行业级",
            AwardLevel.Group => "集团级",
            AwardLevel.Segment => "板块级",
            AwardLevel.Enterprise => "企业级",
            AwardLevel.City => "地市级",
            AwardLevel.County => "县区级",
            AwardLevel.External => "外部机构",
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, message: null),
        };

    /// <summary>Reads a Chinese level name; null when it is none.</summary>
    public static AwardLevel? FromChinese(string? name) => name is not null && ByName.TryGetValue(name, out var level) ? level : null;
}
