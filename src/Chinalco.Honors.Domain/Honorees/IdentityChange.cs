namespace Chinalco.Honors.Domain.Honorees;

/// <summary>What was found out about who is who.</summary>
public enum IdentityChangeKind
{
    /// <summary>合并: two entries are one person.</summary>
    Merge = 1,

    /// <summary>拆分: one entry is two people.</summary>
    Split = 2,
}

/// <summary>合并、拆分记录: one merge or split, with every row that it changed, so that it can be taken back exactly.</summary>
public sealed class IdentityChange
{
    /// <param name="id">The command's id.</param>
    /// <param name="personId">Who was kept, or who was split.</param>
    /// <param name="otherId">Who was absorbed, or who got what was split off.</param>
    /// <param name="journal">The rows before and after, as JSON.</param>
    public IdentityChange(
        Guid id,
        IdentityChangeKind kind,
        Guid personId,
        Guid otherId,
        string otherName,
        string reason,
        string journal,
        Actor by,
        DateTimeOffset at
    )
    {
        (Id, Kind, PersonId, OtherId, OtherName) = (id, kind, personId, otherId, otherName);
        (Reason, Journal, DoneBy, DoneAt) = (reason, journal, by.Name, at);
    }

    private IdentityChange() { }

    public Guid Id { get; private set; }

    public IdentityChangeKind Kind { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid OtherId { get; private set; }

    /// <summary>The other one's name at that time.</summary>
    public string OtherName { get; private set; } = "";

    public string Reason { get; private set; } = "";

    /// <summary>Every row that was changed, made or removed, before and after, as JSON.</summary>
    public string Journal { get; private set; } = "";

    public string DoneBy { get; private set; } = "";

    public DateTimeOffset DoneAt { get; private set; }

    /// <summary>Null as long as it stands.</summary>
    public string? UndoneBy { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public string? UndoReason { get; private set; }

    /// <summary>It was taken back.</summary>
    public void Undo(string reason, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(by);
        (UndoneBy, UndoneAt, UndoReason) = (by.Name, at, reason);
    }
}
