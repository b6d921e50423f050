using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Grains.Units;

/// <summary>The registry knows what is, not what will be.</summary>
public sealed class AChangeHasHappened(PartialDate on, PartialDate today) : IRule
{
    public bool Holds => on <= today;

    public string Advice => $"日期 {on} 还没有到，请在调整生效后登记。";
}

/// <summary>A unit that is renamed gets another name.</summary>
public sealed class ANameIsAnotherOne(string before, string after) : IRule
{
    public bool Holds => before != after;

    public string Advice => "新名称与现名称相同，请填写新的名称。";
}

/// <summary>A unit that is moved comes to stand elsewhere.</summary>
public sealed class AMoveLeadsElsewhere(bool same) : IRule
{
    public bool Holds => !same;

    public string Advice => "单位已经在所选上级单位之下，请另选。";
}

/// <summary>Two units right below the same one have two names.</summary>
public sealed class ANameIsBorneOnceBelowAUnit(string name, bool taken) : IRule
{
    public bool Holds => !taken;

    public string Advice => $"同一上级单位之下已经有“{name}”，请核对，或换一个能区别的名称。";
}

/// <summary>Parts of a unit are told apart by their names.</summary>
public sealed class PartsBearDifferentNames(bool different) : IRule
{
    public bool Holds => different;

    public string Advice => "分设出来的单位名称相同，请分别命名。";
}

/// <summary>What goes along with a unit stands right below it.</summary>
public sealed class OnlySubUnitsGoAlong(bool below) : IRule
{
    public bool Holds => below;

    public string Advice => "所选单位中有的不再是它的直接下级单位，请重新选择。";
}

/// <summary>A unit is split into at least one part.</summary>
public sealed class ASplitHasParts(int parts) : IRule
{
    public bool Holds => parts > 0;

    public string Advice => "请至少填写一个分设出来的单位。";
}

/// <summary>At most one part carries the honours on, so that each counts once.</summary>
public sealed class OneOfThePartsCarriesTheHonours(bool one) : IRule
{
    public bool Holds => one;

    public string Advice => "请选择由哪一个分设单位承继荣誉，或选择原单位保留。";
}

/// <summary>Each sub-unit and each person goes to one part.</summary>
public sealed class NobodyGoesTwice(bool once) : IRule
{
    public bool Holds => once;

    public string Advice => "同一下级单位或同一人只能划入一个分设单位，请核对。";
}

/// <summary>Those who go with a part work in the unit now.</summary>
public sealed class ThoseWhoGoWorkThere(bool all) : IRule
{
    public bool Holds => all;

    public string Advice => "所选人员中有的已不在该单位任职，请重新选择。";
}

/// <summary>Whoever stands below a unit is put elsewhere before it ends.</summary>
public sealed class NothingStandsBelowAUnitThatEnds(int below) : IRule
{
    public bool Holds => below == 0;

    public string Advice => $"还有 {below} 个下级单位，请先划转、合并或撤销它们，或改用“并入”。";
}

/// <summary>Whoever works in a unit that ends works elsewhere from then on.</summary>
public sealed class NobodyIsLeftInAUnitThatEnds(int people) : IRule
{
    public bool Holds => people == 0;

    public string Advice => $"还有 {people} 人在该单位任职，请选择这些人员转入的单位。";
}

/// <summary>Whoever confirms has seen everything that it concerns, as it is.</summary>
public sealed class TheOrganisationIsAsItWasSeen(bool same) : IRule
{
    public bool Holds => same;

    public string Advice => "在您核对之后，有关单位或人员有了变化。没有写入任何内容，请看过现在的内容再确认。";
}

/// <summary>What was taken back is not taken back again.</summary>
public sealed class AUnitChangeIsUndoneOnce(bool stands) : IRule
{
    public bool Holds => stands;

    public string Advice => "没有可撤回的机构调整，或已经撤回。";
}

/// <summary>Only what nobody has built on since is put back as it was.</summary>
public sealed class NothingWasBuiltOnIt(IReadOnlyCollection<string> what) : IRule
{
    public bool Holds => what.Count == 0;

    public string Advice => $"此后以下内容又有了变化，不能原样撤回：{string.Join("、", what)}。请改用新的调整把单位恢复到应有的状态。";
}
