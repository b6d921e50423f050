using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Components.Imports;

/// <summary>The words for imports.</summary>
internal static class ImportWording
{
    /// <summary>What the number of a row is called, with a place for it.</summary>
    public static string Number(ImportKind kind) => IsOfThings(kind) ? ImportTexts.Code : ImportTexts.Number;

    /// <summary>Whether the rows are of units or awards, which have a code and a name, not of people.</summary>
    public static bool IsOfThings(ImportKind kind) => kind is ImportKind.Units or ImportKind.Awards;

    public static string State(ImportState state) =>
        state switch
        {
            ImportState.Checking => ImportTexts.StateChecking,
            ImportState.Applying => ImportTexts.StateApplying,
            ImportState.Applied => ImportTexts.StateApplied,
            ImportState.Cancelled => ImportTexts.StateCancelled,
            ImportState.Failed => ImportTexts.StateFailed,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
        };

    public static string Kind(ImportChangeKind kind) =>
        kind switch
        {
            ImportChangeKind.New => ImportTexts.KindNew,
            ImportChangeKind.Changed => ImportTexts.KindChanged,
            ImportChangeKind.Moved => ImportTexts.KindMoved,
            ImportChangeKind.Left => ImportTexts.KindLeft,
            ImportChangeKind.Conflict => ImportTexts.KindConflict,
            ImportChangeKind.Faulty => ImportTexts.KindFaulty,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
        };
}
