namespace Chinalco.Honors.Domain.Units;

/// <summary>What kind of unit one is, in a word: units of the lowest tiers are told apart by how their names end.</summary>
public static class UnitWords
{
    private static readonly (string End, string Word)[] Ends =
    [
        ("团委", "团委"),
        ("团总支", "团组织"),
        ("团支部", "团组织"),
        ("工会委员会", "工会"),
        ("工会", "工会"),
        ("党委", "党组织"),
        ("党支部", "党组织"),
        ("党总支", "党组织"),
        ("工作室", "工作室"),
        ("工作站", "工作室"),
        ("车间", "车间"),
        ("班组", "班组"),
        ("班", "班组"),
    ];

    public static string Of(UnitTier tier, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var word = tier is UnitTier.Team or UnitTier.Grassroots
            ? Array.Find(Ends, e => name.EndsWith(e.End, StringComparison.Ordinal)).Word
            : null;
        return word ?? tier.ToChinese();
    }
}
