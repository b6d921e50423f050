namespace Chinalco.Honors.Domain.Ranking;

/// <summary>How far a version of the policy has come.</summary>
public enum RankingPolicyState
{
    /// <summary>草稿: being written; no ranking is made with it.</summary>
    Draft = 1,

    /// <summary>现行: rankings are made with it unless somebody names another.</summary>
    Published = 2,

    /// <summary>历史: a later one took its place; rankings that name it are made with it for ever.</summary>
    Retired = 3,
}

/// <summary>The Chinese words for the states.</summary>
public static class RankingPolicyStateNames
{
    public static string ToChinese(this RankingPolicyState state) =>
        state switch
        {
            RankingPolicyState.Draft => "草稿",
            RankingPolicyState.Published => "现行",
            RankingPolicyState.Retired => "历史",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
        };
}
