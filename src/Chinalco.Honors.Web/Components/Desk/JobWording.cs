using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Components.Desk;

/// <summary>Puts the states of jobs into the site's words.</summary>
internal static class JobWording
{
    public static string State(JobState state) =>
        state switch
        {
            JobState.Queued => DeskTexts.StateQueued,
            JobState.Running => DeskTexts.StateRunning,
            JobState.Done => DeskTexts.StateDone,
            JobState.Refused => DeskTexts.StateRefused,
            JobState.Failed => DeskTexts.StateFailed,
            JobState.Cancelled => DeskTexts.StateCancelled,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
        };
}
