using System.Collections.Immutable;
using Chinalco.Honors.Domain.Awards;

namespace Chinalco.Honors.Domain.Ladders;

/// <summary>荣誉阶梯: the four rungs from the own company up to the state.</summary>
public enum Rung
{
    /// <summary>企业: an operating company or a segment.</summary>
    Enterprise = 1,

    /// <summary>集团</summary>
    Group = 2,

    /// <summary>省部</summary>
    Provincial = 3,

    /// <summary>国家</summary>
    National = 4,
}

/// <summary>The rungs that somebody holds honours of. Levels beside the ladder (industry, city, county, other bodies) are on none.</summary>
public sealed record Ladder(ImmutableSortedSet<Rung> Held)
{
    private static readonly ImmutableArray<Rung> All = [.. Enum.GetValues<Rung>()];

    /// <summary>The levels that are on the ladder.</summary>
    public static ImmutableArray<AwardLevel> Levels { get; } = [.. Enum.GetValues<AwardLevel>().Where(l => RungOf(l) is not null)];

    /// <summary>Whoever holds all rungs but one holds an honour of one of these.</summary>
    public static ImmutableArray<AwardLevel> Upper { get; } = [AwardLevel.National, AwardLevel.Provincial];

    public bool IsWhole => Held.Count == All.Length;

    /// <summary>The one rung that is missing; null when none is, or more than one.</summary>
    public Rung? OnlyMissing => Held.Count == All.Length - 1 ? All.First(r => !Held.Contains(r)) : null;

    public static Ladder Of(IEnumerable<AwardLevel> levels) => new([.. levels.Select(RungOf).OfType<Rung>()]);

    public static Rung? RungOf(AwardLevel level) =>
        level switch
        {
            AwardLevel.Enterprise or AwardLevel.Segment => Rung.Enterprise,
            AwardLevel.Group => Rung.Group,
            AwardLevel.Provincial => Rung.Provincial,
            AwardLevel.National => Rung.National,
            _ => null,
        };

    public static string ToChinese(Rung rung) =>
        rung switch
        {
            Rung.Enterprise => "企业",
            Rung.Group => "集团",
            Rung.Provincial => "省部",
            Rung.National => "国家",
            _ => throw new ArgumentOutOfRangeException(nameof(rung), rung, message: null),
        };
}
