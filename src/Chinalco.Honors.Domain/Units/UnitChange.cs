namespace Chinalco.Honors.Domain.Units;

/// <summary>机构调整: one change of the organisation, with every row that it changed, so that it can be taken back exactly.</summary>
public sealed class UnitChange
{
    /// <param name="id">The command's id.</param>
    /// <param name="unitId">The unit that was renamed, moved, merged, split, dissolved or founded.</param>
    /// <param name="journal">The rows before and after, as JSON.</param>
    public UnitChange(Guid id, UnitEvent kind, Guid unitId, string reason, string journal, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(by);
        (Id, Kind, UnitId, Reason, Journal, DoneBy, DoneAt) = (id, kind, unitId, reason, journal, by.Name, at);
    }

    private UnitChange() { }

    public Guid Id { get; private set; }

    public UnitEvent Kind { get; private set; }

    public Guid UnitId { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Every row that was changed, made or removed, before and after, and the employments that ended, as JSON.</summary>
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
