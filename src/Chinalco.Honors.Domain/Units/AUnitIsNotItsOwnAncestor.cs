using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Units;

/// <summary>The organisation tree stays a tree.</summary>
public sealed class AUnitIsNotItsOwnAncestor(Guid unitId, IReadOnlyCollection<Guid> ancestorsOfParent) : IRule
{
    public bool Holds => !ancestorsOfParent.Contains(unitId);

    public string Advice => "不能把单位移到它自己或它的下级单位之下，请另选上级单位。";
}
