namespace Chinalco.Honors.Domain.Awards;

/// <summary>The level an award is shown with, from the highest down. The order is the order of precedence.</summary>
public enum AwardLevel
{
    /// <summary>国家级: central party and state bodies, ministries and national mass organisations.</summary>
    National = 1,

    /// <summary>省部级: the state-assets commission, provinces and provincial trade unions.</summary>
    Provincial = 2,

    /// <summary>行业级: national industry associations and industrial unions.</summary>
    Industry = 3,

    /// <summary>集团级: the group.</summary>
    Group = 4,

    /// <summary>板块级: a business segment company.</summary>
    Segment = 5,

    /// <summary>企业级: an operating company and below.</summary>
    Enterprise = 6,

    /// <summary>地市级: a prefecture or city.</summary>
    City = 7,

    /// <summary>县区级: a county or district.</summary>
    County = 8,

    /// <summary>外部机构: any other body.</summary>
    External = 9,
}
