using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Grains.Awards;

/// <summary>No two awards of the catalogue bear the same name.</summary>
public sealed class AnAwardsNameIsItsOwn(bool taken) : IRule
{
    public bool Holds => !taken;

    public string Advice => "荣誉目录中已有同名荣誉，请直接使用，或换一个名称。";
}

/// <summary>No two awards of the catalogue bear the same code.</summary>
public sealed class AnAwardsCodeIsItsOwn(bool taken) : IRule
{
    public bool Holds => !taken;

    public string Advice => "荣誉目录中已有使用该代码的荣誉，请核对代码。";
}

/// <summary>Whoever corrects an award saw it as it is.</summary>
public sealed class TheAwardIsAsItWasSeen(bool same) : IRule
{
    public bool Holds => same;

    public string Advice => "在您打开页面之后，有人更改了这项荣誉。您的操作没有生效，请看过现在的内容再决定。";
}

/// <summary>The same honour stands in the registry once: after a correction too.</summary>
public sealed class AnHonourIsConferredOnce(bool standsAlready) : IRule
{
    public bool Holds => !standsAlready;

    public string Advice => "同一荣誉、同一届次对相同获得者已有授予记录；如为重复录入，请将其中一条登记为有误。";
}

/// <summary>Of several who are honoured at once, none has the honour already.</summary>
/// <param name="name">Whose turn it is.</param>
public sealed class AnHonourIsConferredToEachOnce(string name, bool standsAlready) : IRule
{
    public bool Holds => !standsAlready;

    public string Advice => $"“{name}”的这项荣誉已经登记。一项也没有写入；请从获得者中移除后再登记。";
}

/// <summary>A conferral ends by expiring, by being wrong or by being revoked.</summary>
public sealed class AnEndIsExpiredDeprecatedOrRevoked(ConferralStatus status) : IRule
{
    public bool Holds => status is ConferralStatus.Expired or ConferralStatus.Deprecated or ConferralStatus.Revoked;

    public string Advice => "只能登记为自然终止、有误或撤销。";
}
