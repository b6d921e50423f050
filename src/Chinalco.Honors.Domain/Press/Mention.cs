namespace Chinalco.Honors.Domain.Press;

/// <summary>What a mention names.</summary>
public enum MentionKind
{
    Person = 1,
    Unit = 2,
    Award = 3,
}

/// <summary>提及: a span of an article that names a person, a unit or an award, and what it was linked to.</summary>
public sealed class Mention
{
    public Mention(Guid id, Guid articleId, MentionKind kind, int start, int end, Guid targetId)
    {
        (Id, ArticleId, Kind, Start, End) = (id, articleId, kind, start, end);
        (HonoreeId, UnitId, AwardId) = kind switch
        {
            MentionKind.Person => (targetId, (Guid?)null, (Guid?)null),
            MentionKind.Unit => (null, targetId, null),
            MentionKind.Award => ((Guid?)null, (Guid?)null, (Guid?)targetId),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };
    }

    private Mention() { }

    public Guid Id { get; private set; }

    public Guid ArticleId { get; private set; }

    public MentionKind Kind { get; private set; }

    /// <summary>First UTF-16 unit in the article's text.</summary>
    public int Start { get; private set; }

    /// <summary>The UTF-16 unit after the mention.</summary>
    public int End { get; private set; }

    public Guid? HonoreeId { get; private set; }

    public Guid? UnitId { get; private set; }

    public Guid? AwardId { get; private set; }

    /// <summary>The person it names turned out to be somebody else.</summary>
    public void Names(Guid honoreeId) => HonoreeId = honoreeId;
}
