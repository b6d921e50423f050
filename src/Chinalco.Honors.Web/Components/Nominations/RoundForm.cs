using System.Globalization;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Components.Nominations;

/// <summary>What is typed of a round.</summary>
public sealed class RoundForm : EditingForm
{
    public Guid Programme { get; set; }

    public Guid Unit { get; set; }

    public string? Name { get; set; }

    public string? Seats { get; set; }

    public string? Deadline { get; set; }

    public string? Note { get; set; }

    /// <summary>A form that says what the round says.</summary>
    public static RoundForm Of(NominationRound round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return new RoundForm
        {
            Version = round.Version,
            Name = round.Name,
            Seats = round.Seats.ToString(CultureInfo.InvariantCulture),
            Deadline = round.Deadline.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Note = round.Note,
        };
    }

    /// <exception cref="FieldRefusedException">A field is missing or wrong.</exception>
    public RoundText Read() =>
        new(
            Told.Text(Name) ?? throw new FieldRefusedException(NominationTexts.NameMissing),
            int.TryParse(Told.Text(Seats), NumberStyles.None, CultureInfo.InvariantCulture, out var seats)
                ? seats
                : throw new FieldRefusedException(NominationTexts.SeatsMissing),
            Told.Day(Deadline) ?? throw new FieldRefusedException(NominationTexts.DeadlineMissing),
            Told.Text(Note)?.ReplaceLineEndings("\n") ?? ""
        );
}
