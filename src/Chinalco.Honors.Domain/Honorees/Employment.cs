using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Honorees;

/// <summary>A time that a person worked in a unit.</summary>
public sealed class Employment
{
    /// <summary>Most UTF-16 units of the unit as it is printed.</summary>
    public const int LongestUnitText = 200;

    /// <summary>Most UTF-16 units of a position.</summary>
    public const int LongestPosition = 100;

    internal Employment(Guid honoreeId, Guid? unitId, string unitText, string? position, PartialDate? from, PartialDate? to)
    {
        Require.That(new AnEmploymentEndsAfterItBegins(from, to), new TextIsGiven("单位", unitText, LongestUnitText));
        Id = Guid.CreateVersion7();
        (HonoreeId, UnitId, UnitText, Position, From, To) = (honoreeId, unitId, unitText, position, from, to);
        Visibility = to is null ? Visibility.Public : HonoreeVisibility.Default.PastEmployments;
    }

    private Employment() { }

    public Guid Id { get; private set; }

    public Guid HonoreeId { get; private set; }

    /// <summary>The nearest unit of the organisation tree; null when print names one that the tree does not hold.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>The unit as the roster or print gives it, with workshop and team.</summary>
    public string UnitText { get; private set; } = "";

    public string? Position { get; private set; }

    public PartialDate? From { get; private set; }

    /// <summary>Null while the employment lasts.</summary>
    public PartialDate? To { get; private set; }

    /// <summary>Who may see it besides those who answer for the unit; the present one is as visible as the person.</summary>
    public Visibility Visibility { get; private set; }

    /// <summary>It is somebody else's.</summary>
    public void BelongsTo(Guid honoreeId) => HonoreeId = honoreeId;

    /// <summary>The same post from a day on in the unit that took this one's over.</summary>
    public Employment GoOnIn(Guid unitId, string unitText, PartialDate on) => new(HonoreeId, unitId, unitText, Position, on, to: null);

    /// <summary>Whether the other one says nothing that this one does not: same place, and no other post or time.</summary>
    public bool Covers(Employment other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (UnitId, UnitText, To) == (other.UnitId, other.UnitText, other.To)
            && (other.Position is null || other.Position == Position)
            && (other.From is null || other.From == From);
    }

    /// <summary>Puts right what was entered wrongly: it never was another post.</summary>
    internal void Correct(Guid? unitId, string unitText, string? position)
    {
        Require.That(
            new TextIsGiven("单位", unitText, LongestUnitText),
            new ATextFitsItsColumn("Employment.Position", position?.Length ?? 0, LongestPosition)
        );
        (UnitId, UnitText, Position) = (unitId, unitText, position);
    }

    internal void Show(Visibility visibility) => Visibility = visibility;

    internal void End(PartialDate to)
    {
        Require.That(new AnEmploymentEndsAfterItBegins(From, to));
        To = to;
        Visibility = HonoreeVisibility.Default.PastEmployments;
    }
}
