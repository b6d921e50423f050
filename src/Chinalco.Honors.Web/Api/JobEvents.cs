using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Chinalco.Honors.Web.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chinalco.Honors.Web.Api;

/// <summary>A job's progress as server-sent events: one whenever it has changed, the last when it is over.</summary>
internal static class JobEvents
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(300);

    public static async Task<Results<ServerSentEventsResult<JobRow>, ProblemHttpResult>> FollowAsync(
        Guid id,
        JobsQuery jobs,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) =>
        await jobs.OneAsync(id, cancellationToken) is null
            ? Problems.NotFound("没有这个任务，请核对任务编号。")
            : TypedResults.ServerSentEvents(ChangesAsync(id, jobs, clock, cancellationToken));

    private static async IAsyncEnumerable<SseItem<JobRow>> ChangesAsync(
        Guid id,
        JobsQuery jobs,
        TimeProvider clock,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        JobRow? last = null;
        while (await jobs.OneAsync(id, cancellationToken) is { } now)
        {
            if (now != last)
            {
                yield return new SseItem<JobRow>(now, now.IsOver ? "over" : "progress");
            }

            if (now.IsOver)
            {
                yield break;
            }

            last = now;
            await Task.Delay(Glance, clock, cancellationToken);
        }
    }
}
