using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Ingestion.Jobs;
using Chinalco.Honors.Ingestion.Reading;
using Chinalco.Honors.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Api;

/// <summary>Handing in texts and following the jobs that read them.</summary>
internal static class IngestionsApi
{
    /// <summary>Most bytes of one request.</summary>
    private const long LargestRequest = 64L * 1024 * 1024;

    public static RouteGroupBuilder MapIngestionsApi(this RouteGroupBuilder group)
    {
        group
            .MapPost("/", ReceiveAsync)
            .DisableAntiforgery()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestRequest))
            .WithSummary("提交一份文本（multipart 字段 file，或 JSON {fileName,text}，或请求体加 ?fileName=）");
        group.MapGet("/{id:guid}", GetAsync).WithSummary("查看任务进度");
        group.MapGet("/{id:guid}/events", JobEvents.FollowAsync).WithSummary("任务进度的事件流（server-sent events）");
        group.MapDelete("/{id:guid}", CancelAsync).WithSummary("取消任务");
        return group;
    }

    private static async Task<Results<Accepted<JobItem>, Ok<JobItem>, ProblemHttpResult>> ReceiveAsync(
        HttpRequest request,
        IngestionInbox inbox,
        JobSignal signal,
        IHonorsDatabase database,
        CurrentUser current,
        CancellationToken cancellationToken
    )
    {
        var handedIn = await HandedInFile.ReadAsync(request, cancellationToken);
        if (handedIn is null)
        {
            return Problems.BadRequest("请提交一份文本：multipart 表单的 file 字段，或 JSON {\"fileName\":\"…\",\"text\":\"…\"}。");
        }

        try
        {
            var receipt = await inbox.ReceiveAsync(handedIn.FileName, handedIn.Content, current.User!.Actor);
            signal.Ring();
            var job = await ReadAsync(database, receipt.JobId, receipt.AlreadyKnown);
            return receipt.AlreadyKnown ? TypedResults.Ok(job!) : TypedResults.Accepted($"/api/v1/ingestions/{receipt.JobId}", job!);
        }
        catch (SourceRefusedException refused)
        {
            return refused.Reason == SourceRefusal.TooLarge
                ? Problems.TooLarge(refused.Message)
                : Problems.Refused(refused.Message, refused.Reason.ToString());
        }
    }

    private static async Task<Results<Ok<JobItem>, ProblemHttpResult>> GetAsync(IHonorsDatabase database, Guid id) =>
        await ReadAsync(database, id, alreadyKnown: false) is { } job
            ? TypedResults.Ok(job)
            : Problems.NotFound("没有这个任务，请核对任务编号。");

    private static async Task<Results<Ok<JobItem>, ProblemHttpResult>> CancelAsync(IHonorsDatabase database, JobLog log, Guid id)
    {
        if (await ReadAsync(database, id, alreadyKnown: false) is null)
        {
            return Problems.NotFound("没有这个任务，请核对任务编号。");
        }

        return await log.CancelAsync(id)
            ? TypedResults.Ok((await ReadAsync(database, id, alreadyKnown: false))!)
            : Problems.BadRequest("任务已结束，无法取消。");
    }

    private static async Task<JobItem?> ReadAsync(IHonorsDatabase database, Guid id, bool alreadyKnown)
    {
        var db = database.Open();
        await using (db)
        {
            var job = await db.IngestionJobs.AsNoTracking().FirstOrDefaultAsync(j => j.Id == id);
            return job is null
                ? null
                : new JobItem(
                    job.Id,
                    job.FileName,
                    job.State.ToString(),
                    job.Percent,
                    job.Articles,
                    job.Findings,
                    job.Confirmed,
                    job.Waiting,
                    alreadyKnown ? "该内容此前已录入，未作任何改动。" : job.Message,
                    alreadyKnown
                );
        }
    }

    /// <param name="Percent">From 0 to 100.</param>
    /// <param name="Waiting">Findings that wait for an editor.</param>
    internal sealed record JobItem(
        Guid Id,
        string FileName,
        string State,
        int Percent,
        int Articles,
        int Findings,
        int Confirmed,
        int Waiting,
        string? Message,
        bool AlreadyKnown
    );
}
