namespace Chinalco.Honors.Data.Rankings;

/// <summary>What is to be looked at anew.</summary>
public enum RankingChangeKind : byte
{
    /// <summary>One conferral with its recipients.</summary>
    Conferral = 1,

    /// <summary>The conferrals of one person.</summary>
    Person = 2,

    /// <summary>The conferrals of one award.</summary>
    Award = 3,

    /// <summary>The organisation tree.</summary>
    Units = 4,

    /// <summary>All there is: too much changed at once to be named.</summary>
    Everything = 5,
}

/// <summary>
/// Something that rankings are made of has changed. Written in the transaction of the change, so that every node that holds what rankings are
/// made of in memory finds it. It says where to look, not what is there: whoever reads it twice, or late, reads what is true by then.
/// </summary>
/// <param name="EntityId">Null for <see cref="RankingChangeKind.Units"/> and <see cref="RankingChangeKind.Everything"/>.</param>
public sealed record RankingChange(RankingChangeKind Kind, Guid? EntityId)
{
    /// <summary>
    /// Given by the database in the order of writing. Two transactions at a time may commit in another order, and one that is rolled back
    /// leaves a gap.
    /// </summary>
    public long Seq { get; private set; }

    public static RankingChange Everything => new(RankingChangeKind.Everything, EntityId: null);

    public static RankingChange Units => new(RankingChangeKind.Units, EntityId: null);
}
