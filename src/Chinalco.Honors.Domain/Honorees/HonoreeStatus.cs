namespace Chinalco.Honors.Domain.Honorees;

/// <summary>How a person stands to the group.</summary>
public enum HonoreeStatus
{
    /// <summary>在职</summary>
    Active = 1,

    /// <summary>离退休</summary>
    Retired = 2,

    /// <summary>劳务派遣</summary>
    Dispatched = 3,

    /// <summary>已故</summary>
    Deceased = 4,

    /// <summary>待核: named in print, not on the roster.</summary>
    Unknown = 5,
}
