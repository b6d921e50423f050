namespace Chinalco.Honors.Domain.Units;

/// <summary>What happened to a unit.</summary>
public enum UnitEvent
{
    /// <summary>并入: the predecessor became part of the successor.</summary>
    Merged = 1,

    /// <summary>分设: the successor was made of a part of the predecessor.</summary>
    SplitOff = 2,

    /// <summary>更名: the unit took another name.</summary>
    Renamed = 3,

    /// <summary>划转: the unit was put below another one.</summary>
    Moved = 4,

    /// <summary>撤销: the unit ended and nobody took it over.</summary>
    Dissolved = 5,

    /// <summary>成立: the unit began.</summary>
    Founded = 6,
}

/// <summary>沿革: one thing that happened to a unit, and the document that says so.</summary>
public sealed class UnitSuccession
{
    /// <summary>Most UTF-16 units of a note.</summary>
    public const int LongestNote = 500;

    /// <param name="changeId">The change that brought it about (<see cref="UnitChange"/>).</param>
    public UnitSuccession(
        Guid changeId,
        UnitEvent kind,
        Guid predecessorId,
        Guid successorId,
        PartialDate? on,
        Guid? documentId,
        string? note
    )
    {
        Id = Guid.CreateVersion7();
        (ChangeId, Kind, PredecessorId, SuccessorId) = (changeId, kind, predecessorId, successorId);
        (On, DocumentId, Note) = (on, documentId, note is null ? null : CutText.To(note, LongestNote));
    }

    private UnitSuccession() { }

    public Guid Id { get; private set; }

    public Guid ChangeId { get; private set; }

    public UnitEvent Kind { get; private set; }

    public Guid PredecessorId { get; private set; }

    /// <summary>The predecessor itself when nobody else came of it.</summary>
    public Guid SuccessorId { get; private set; }

    public PartialDate? On { get; private set; }

    /// <summary>The document that orders it.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>In Chinese, such as the two names of a unit that was renamed.</summary>
    public string? Note { get; private set; }
}
