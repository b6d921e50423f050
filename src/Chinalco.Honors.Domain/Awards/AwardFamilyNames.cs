namespace Chinalco.Honors.Domain.Awards;

/// <summary>The Chinese names of the families, as catalogue files and pages write them.</summary>
public static class AwardFamilyNames
{
    private static readonly Dictionary<string, AwardFamily> ByName = Enum.GetValues<AwardFamily>().ToDictionary(ToChinese);

    public static string ToChinese(this AwardFamily family) =>
        family switch
        {
            AwardFamily.ModelWorker => "劳模",
            AwardFamily.TradeUnion => "工会",
            AwardFamily.Skill => "技能",
            AwardFamily.Science => "科技",
            AwardFamily.Party => "党群",
            AwardFamily.YouthLeague => "共青团",
            AwardFamily.Women => "巾帼",
            AwardFamily.Safety => "安全",
            AwardFamily.Quality => "质量",
            AwardFamily.Construction => "工程",
            AwardFamily.Civility => "文明",
            AwardFamily.Management => "管理",
            AwardFamily.General => "综合",
            _ => throw new ArgumentOutOfRangeException(nameof(family), family, message: null),
        };

    /// <summary>Reads a Chinese family name; null when it is none.</summary>
    public static AwardFamily? FromChinese(string? name) => name is not null && ByName.TryGetValue(name, out var family) ? family : null;
}
