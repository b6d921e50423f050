using Chinalco.Honors.Domain.Awards;

namespace Chinalco.Honors.Domain.Conferrals;

/// <summary>One of those who received a conferral.</summary>
public sealed class Recipient
{
    internal Recipient(Guid conferralId, int order, RecipientDraft draft)
    {
        Id = Guid.CreateVersion7();
        (ConferralId, Order) = (conferralId, order);
        (Kind, HonoreeId, UnitId, NameAsPrinted, UnitAsPrinted) = (
            draft.Kind,
            draft.HonoreeId,
            draft.UnitId,
            draft.NameAsPrinted,
            draft.UnitAsPrinted
        );
    }

    private Recipient() { }

    public Guid Id { get; private set; }

    public Guid ConferralId { get; private set; }

    /// <summary>Place in the printed order, from 0.</summary>
    public int Order { get; private set; }

    public RecipientKind Kind { get; private set; }

    /// <summary>The person; null when a team or a unit received it.</summary>
    public Guid? HonoreeId { get; private set; }

    /// <summary>The receiving unit or team; for a person, the unit at the time of the conferral.</summary>
    public Guid? UnitId { get; private set; }

    public string NameAsPrinted { get; private set; } = "";

    public string? UnitAsPrinted { get; private set; }

    /// <summary>As it was told when the conferral was entered, but for the person it turned out to be.</summary>
    public RecipientDraft Draft => new(Kind, HonoreeId, UnitId, NameAsPrinted, UnitAsPrinted);

    internal void Is(Guid honoreeId) => HonoreeId = honoreeId;
}

/// <summary>Who received it, before the conferral exists.</summary>
/// <param name="UnitId">The receiving unit; for a person, the unit at the time.</param>
public sealed record RecipientDraft(RecipientKind Kind, Guid? HonoreeId, Guid? UnitId, string NameAsPrinted, string? UnitAsPrinted)
{
    /// <summary>Equal for the same recipient: a person by id, a team or unit by the unit it stands in and its name.</summary>
    internal string Key =>
        Kind == RecipientKind.Person ? $"p:{HonoreeId}"
        : UnitId is { } unit ? $"u:{unit}:{NameAsPrinted}"
        : $"n:{NameAsPrinted}";
}
