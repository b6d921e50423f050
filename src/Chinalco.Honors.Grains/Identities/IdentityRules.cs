using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Grains.Identities;

/// <summary>Nobody is merged with themselves, nor with somebody who is not there any more.</summary>
public sealed class TwoEntriesAreMerged(bool areTwo) : IRule
{
    public bool Holds => areTwo;

    public string Advice => "要合并的两个人物须是两条不同的、仍然有效的记录；其中一条可能已被合并，请重新查找。";
}

/// <summary>Whoever merges or splits has seen everything that it concerns, as it is.</summary>
public sealed class WhoIsWhoIsAsItWasSeen(bool same) : IRule
{
    public bool Holds => same;

    public string Advice => "在您核对之后，有关人物的记录有了变化。没有写入任何内容，请看过现在的内容再决定。";
}

/// <summary>A split gives the other person something.</summary>
public sealed class ASplitMovesSomething(bool moves) : IRule
{
    public bool Holds => moves;

    public string Advice => "请至少选择一项归另一人的内容。";
}

/// <summary>What is split off goes to somebody else.</summary>
public sealed class ASplitHasAnotherPerson(bool has) : IRule
{
    public bool Holds => has;

    public string Advice => "请填写另一人的姓名，或选择一位已有的人物（不能是本人）。";
}

/// <summary>An honour that two people received together names both already.</summary>
public sealed class ASharedHonourIsNotMovedToItsOtherRecipient(bool shared) : IRule
{
    public bool Holds => !shared;

    public string Advice => "所选荣誉中有两人共同获得的，另一人已在获得者之中，不能再转过去。请取消勾选。";
}

/// <summary>What was taken back is not taken back again.</summary>
public sealed class AnIdentityChangeIsUndoneOnce(bool stands) : IRule
{
    public bool Holds => stands;

    public string Advice => "没有可撤回的合并或拆分，或已经撤回。";
}

/// <summary>Only what nobody has changed since is put back as it was.</summary>
/// <param name="what">What has changed, in Chinese; empty when nothing has.</param>
/// <param name="later">Whether a later merge or split of these people stands.</param>
public sealed class NothingWasChangedSince(IReadOnlyCollection<string> what, bool later) : IRule
{
    private const int Most = 8;

    public bool Holds => what.Count == 0;

    public string Advice =>
        $"此后以下内容又有了变化，不能原样撤回：{string.Join("、", what.Take(Most))}{(what.Count > Most ? $" 等 {what.Count} 项" : "")}。"
        + (later ? "请先撤回此后的合并或拆分。" : "请先在各自的页面恢复这些内容，或改用拆分、合并把有关内容逐项归到正确的人。");
}
