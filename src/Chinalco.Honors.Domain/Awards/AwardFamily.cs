namespace Chinalco.Honors.Domain.Awards;

/// <summary>The field an award belongs to.</summary>
public enum AwardFamily
{
    /// <summary>劳模</summary>
    ModelWorker = 1,

    /// <summary>工会</summary>
    TradeUnion = 2,

    /// <summary>技能</summary>
    Skill = 3,

    /// <summary>科技</summary>
    Science = 4,

    /// <summary>党群</summary>
    Party = 5,

    /// <summary>共青团</summary>
    YouthLeague = 6,

    /// <summary>巾帼</summary>
    Women = 7,

    /// <summary>安全</summary>
    Safety = 8,

    /// <summary>质量</summary>
    Quality = 9,

    /// <summary>工程</summary>
    Construction = 10,

    /// <summary>文明</summary>
    Civility = 11,

    /// <summary>管理</summary>
    Management = 12,

    /// <summary>综合</summary>
    General = 13,
}
