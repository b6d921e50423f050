using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Units;

/// <summary>Nothing happens any more to a unit that ended.</summary>
public sealed class TheUnitStands(string name, PartialDate? dissolvedOn) : IRule
{
    public bool Holds => dissolvedOn is null;

    public string Advice => $"“{name}”已于 {dissolvedOn} 撤销，不能再作调整。";
}

/// <summary>Honours count for a unit that is there; one that ended names its own heir, so that heirs never form a circle.</summary>
public sealed class AnHeirIsAnotherUnitThatStands(Guid unitId, Unit? heir) : IRule
{
    public bool Holds => heir is null || (heir.Id != unitId && heir.DissolvedOn is null);

    public string Advice => "承继荣誉的单位必须是另一个现存单位，请另选。";
}

/// <summary>What happens to a unit is told in the order in which it happened.</summary>
public sealed class AChangeComesAfterTheLast(PartialDate? last, PartialDate on) : IRule
{
    public bool Holds => last is not { } before || !before.IsCertainlyAfter(on);

    public string Advice => $"日期 {on} 早于上一次变动（{last}），请核对。";
}

/// <summary>A unit begins before anything happens to it.</summary>
public sealed class AUnitBeginsBeforeItChanges(PartialDate? foundedOn, PartialDate? firstChange) : IRule
{
    public bool Holds => foundedOn is not { } begun || firstChange is not { } changed || !begun.IsCertainlyAfter(changed);

    public string Advice => $"成立日期 {foundedOn} 晚于它的变动日期 {firstChange}，请核对。";
}
