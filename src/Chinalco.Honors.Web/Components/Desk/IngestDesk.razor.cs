using System.Globalization;
using System.Text;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Ingestion.Jobs;
using Chinalco.Honors.Ingestion.Reading;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;

namespace Chinalco.Honors.Web.Components.Desk;

/// <summary>Takes files and pasted texts in and shows live how the jobs come on.</summary>
public sealed partial class IngestDesk(
    IngestionInbox inbox,
    JobSignal signal,
    JobLog log,
    JobsQuery query,
    CurrentUser current,
    CircuitUser circuit,
    TimeProvider clock
) : IDisposable
{
    private const int MostFiles = 20;

    private const int Megabyte = 1024 * 1024;

    private const int MostOutcomes = 5;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);

    /// <summary>While no job is under way, others may still begin one: a look now and then.</summary>
    private const int GlancesAtRest = 8;

    private static readonly Dictionary<string, object?> JobsTable = new(StringComparer.Ordinal) { ["aria-label"] = DeskTexts.Jobs };

    private readonly CancellationTokenSource left = new();
    private readonly List<Outcome> outcomes = [];
    private IReadOnlyList<JobRow> jobs = [];
    private string text = "";
    private bool busy;

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    protected override async Task OnInitializedAsync() => jobs = await query.RunAsync(left.Token);

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _ = InvokeAsync(WatchAsync);
        }
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Glance, clock);
        try
        {
            for (var glance = 0; await timer.WaitForNextTickAsync(left.Token); glance++)
            {
                if (!jobs.Any(j => !j.IsOver) && glance % GlancesAtRest != 0)
                {
                    continue;
                }

                if (!await circuit.IsStillHereAsync(left.Token))
                {
                    return;
                }

                await RefreshAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The reader closed the page.
        }
    }

    private async Task RefreshAsync()
    {
        var now = await query.RunAsync(left.Token);
        if (!now.SequenceEqual(jobs))
        {
            jobs = now;
            StateHasChanged();
        }
    }

    private async Task UploadAsync(IReadOnlyList<IBrowserFile>? files)
    {
        if (files is null)
        {
            return;
        }

        busy = true;
        foreach (var file in files)
        {
            var largest = SourceLimits.Default.MaxBytesOf(file.Name);
            if (file.Size > largest)
            {
                Tell(Severity.Error, DeskTexts.TooLarge.With(file.Name, largest / Megabyte));
                continue;
            }

            using var content = new MemoryStream();
            var stream = file.OpenReadStream(largest, left.Token);
            await using (stream)
            {
                await stream.CopyToAsync(content, left.Token);
            }

            await ReceiveAsync(file.Name, content.ToArray());
        }

        busy = false;
    }

    private async Task SendTextAsync()
    {
        busy = true;
        var name = DeskTexts.PastedName.With(clock.GetLocalNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));
        if (await ReceiveAsync(name, Encoding.UTF8.GetBytes(text)))
        {
            text = "";
        }

        busy = false;
    }

    /// <returns>Whether the text was taken; a refused one stays in the field to be put right.</returns>
    private async Task<bool> ReceiveAsync(string name, byte[] content)
    {
        try
        {
            var receipt = await inbox.ReceiveAsync(name, content, current.User!.Actor);
            if (receipt.AlreadyKnown)
            {
                Tell(Severity.Info, DeskTexts.AlreadyKnown.With(name));
            }
            else
            {
                signal.Ring();
                Tell(Severity.Success, DeskTexts.Received.With(name));
            }

            await RefreshAsync();
            return true;
        }
        catch (SourceRefusedException refused)
        {
            Tell(Severity.Error, DeskTexts.Refused.With(name, refused.Message));
            return false;
        }
    }

    private async Task CancelAsync(JobRow job)
    {
        if (!await log.CancelAsync(job.Id))
        {
            Tell(Severity.Info, DeskTexts.TooLateToCancel.With(job.FileName));
        }

        await RefreshAsync();
    }

    private void Tell(Severity severity, string message)
    {
        outcomes.Insert(0, new Outcome(severity, message));
        if (outcomes.Count > MostOutcomes)
        {
            outcomes.RemoveAt(MostOutcomes);
        }
    }

    /// <summary>What became of something handed in. A class: the same words twice are two outcomes.</summary>
    private sealed class Outcome(Severity severity, string text)
    {
        public Severity Severity { get; } = severity;

        public string Text { get; } = text;
    }
}
