namespace Chinalco.Honors.Domain.Honorees;

/// <summary>The Chinese names of the statuses, as rosters and pages write them.</summary>
public static class HonoreeStatusNames
{
    private static readonly Dictionary<string, HonoreeStatus> ByName = Enum.GetValues<HonoreeStatus>().ToDictionary(ToChinese);

    public static string ToChinese(this HonoreeStatus status) =>
        status switch
        {
            HonoreeStatus.Active => "在职",
            HonoreeStatus.Retired => "离退休",
            HonoreeStatus.Dispatched => "劳务派遣",
            HonoreeStatus.Deceased => "已故",
            HonoreeStatus.Unknown => "待核",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, message: null),
        };

    /// <summary>Reads a Chinese status name; null when it is none.</summary>
    public static HonoreeStatus? FromChinese(string? name) => name is not null && ByName.TryGetValue(name, out var status) ? status : null;
}
