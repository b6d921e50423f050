namespace Chinalco.Honors.Domain.Units;

/// <summary>The place of a unit in the organisation tree.</summary>
public enum UnitTier
{
    /// <summary>集团</summary>
    Group = 1,

    /// <summary>板块</summary>
    Segment = 2,

    /// <summary>直管单位</summary>
    DirectlyManaged = 3,

    /// <summary>实体企业</summary>
    Enterprise = 4,

    /// <summary>基层单位: a plant, workshop, mine or department.</summary>
    Grassroots = 5,

    /// <summary>班组、团委、工会、工作室: a team or a sub-organisation.</summary>
    Team = 6,

    /// <summary>存续企业</summary>
    Legacy = 7,

    /// <summary>参股/合营企业</summary>
    JointVenture = 8,

    /// <summary>事业单位</summary>
    PublicInstitution = 9,

    /// <summary>历史单位: dissolved or merged.</summary>
    Historical = 10,

    /// <summary>曾属中铝: left the group.</summary>
    Former = 11,
}
