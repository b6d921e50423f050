namespace Chinalco.Honors.Domain.Honorees;

/// <summary>What an alias is.</summary>
public enum AliasKind
{
    /// <summary>曾用名、别名: a name that the roster or print gives or gave.</summary>
    Name = 1,

    /// <summary>曾用工号</summary>
    Number = 2,
}

/// <summary>Another name or number that a person is known by: found by it, and linked to by it when print uses it.</summary>
public sealed class HonoreeAlias
{
    /// <summary>Most UTF-16 units of the text.</summary>
    public const int Longest = Honoree.LongestName;

    internal HonoreeAlias(Guid honoreeId, AliasKind kind, string text)
    {
        Id = DerivedId.From(honoreeId, $"{kind}:{text}");
        (HonoreeId, Kind, Text) = (honoreeId, kind, text);
    }

    private HonoreeAlias() { }

    public Guid Id { get; private set; }

    public Guid HonoreeId { get; private set; }

    public AliasKind Kind { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>It is somebody else's.</summary>
    public void BelongsTo(Guid honoreeId) => HonoreeId = honoreeId;
}
