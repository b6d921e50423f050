namespace Chinalco.Honors.Domain.Awards;

/// <summary>What kind of recipient an award goes to. A team (班组, 团委, 工作室) is a Unit too.</summary>
public enum RecipientKind
{
    /// <summary>个人</summary>
    Person = 1,

    /// <summary>班组、集体</summary>
    Team = 2,

    /// <summary>单位</summary>
    Unit = 3,
}
