using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Imports.Roster;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Components.Imports;

/// <summary>The words for imports.</summary>
internal static class ImportWording
{
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

    public static string Kind(RosterChangeKind kind) =>
        kind switch
        {
            RosterChangeKind.New => ImportTexts.KindNew,
            RosterChangeKind.Changed => ImportTexts.KindChanged,
            RosterChangeKind.Moved => ImportTexts.KindMoved,
            RosterChangeKind.Left => ImportTexts.KindLeft,
            RosterChangeKind.Conflict => ImportTexts.KindConflict,
            RosterChangeKind.Faulty => ImportTexts.KindFaulty,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
        };
}
