namespace Chinalco.Honors.Domain.Requests;

/// <summary>What an employee asks for.</summary>
public enum RequestKind
{
    /// <summary>漏登自报: an honour of one's own that the registry lacks.</summary>
    MissingHonour = 1,

    /// <summary>是我: the person on the page is whoever asks.</summary>
    ThisIsMe = 2,

    /// <summary>不是我: somebody else is meant.</summary>
    NotMe = 3,

    /// <summary>更正</summary>
    Correct = 4,

    /// <summary>隐藏: to be seen by fewer.</summary>
    Hide = 5,
}

/// <summary>What a request is about.</summary>
public enum RequestFact
{
    /// <summary>The person's entry as a whole.</summary>
    Person = 1,

    Name = 2,

    EmployeeNumber = 3,

    Status = 4,

    /// <summary>Where the person works and worked.</summary>
    Employment = 5,

    /// <summary>The personnel file: sex, birth, hiring, grade …</summary>
    Personnel = 6,

    /// <summary>One honour.</summary>
    Honour = 7,

    /// <summary>The mentions of the person in one article.</summary>
    Article = 8,
}

/// <summary>Where a request stands.</summary>
public enum RequestState
{
    /// <summary>待处理</summary>
    Waiting = 1,

    /// <summary>已采纳</summary>
    Accepted = 2,

    /// <summary>未采纳</summary>
    Declined = 3,

    /// <summary>已撤回: by whoever asked.</summary>
    Withdrawn = 4,
}
