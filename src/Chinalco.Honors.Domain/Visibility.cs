namespace Chinalco.Honors.Domain;

/// <summary>可见范围: the least that somebody must be to see a person, a field or a fact. A higher value is seen by fewer.</summary>
public enum Visibility
{
    /// <summary>Everybody whom the site lets in, signed in or not.</summary>
    Public = 0,

    /// <summary>Employees who are signed in.</summary>
    Internal = 1,

    /// <summary>Those who answer for the person's unit, and auditors.</summary>
    HrOnly = 2,
}
