namespace Chinalco.Honors.Domain.Conferrals;

/// <summary>How a conferral stands. Every status but Deprecated is history that happened and stays on the page.</summary>
public enum ConferralStatus
{
    /// <summary>有效</summary>
    Confirmed = 1,

    /// <summary>自然终止: it ended by itself, with no fault.</summary>
    Expired = 2,

    /// <summary>有误: entered wrongly; kept, never counted.</summary>
    Deprecated = 3,

    /// <summary>撤销: taken back by a deciding body.</summary>
    Revoked = 4,
}
