using System.Collections.Immutable;
using Chinalco.Honors.Web.LookUps;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.LookUps;

/// <summary>Looks a list of people up. What was asked travels in the form from step to step; nothing of it is kept here.</summary>
public sealed partial class LookUpPage(LookUpDesk desk)
{
    /// <summary>The one form that the page answers. Those of the result send the same name: before they are handled, the result is not there.</summary>
    internal const string FormName = "ask";

    private LookUpResult? result;
    private string written = "";
    private string? refusal;

    [SupplyParameterFromForm(Name = "Asked")]
    private AskedList? Given { get; set; }

    [SupplyParameterFromForm(FormName = FormName)]
    private IFormFile? File { get; set; }

    private AskedList Asked { get; set; } = new();

    protected override void OnInitialized()
    {
        Asked = Given ?? new AskedList { Form = Guid.CreateVersion7() };
        Http.Response.Headers.CacheControl = NeverKept;
    }

    private async Task AskAsync()
    {
        if (Asked.Written is { } already)
        {
            await ShowAsync(() => Chosen(already));
            return;
        }

        if (File is { Length: > LookUpList.Longest })
        {
            refusal = LookUpTexts.TooLong.With(LookUpList.Most);
            return;
        }

        await ShowAsync(await ReadAsync());
    }

    /// <summary>The same list with another choice among namesakes, or another page of it.</summary>
    private ImmutableArray<LookUpEntry> Chosen(string already)
    {
        var choices = Asked.Choices ?? [];
        return
        [
            .. LookUpList
                .ReadWritten(already)
                .Select((entry, i) => choices.TryGetValue(i, out var id) && id is not null ? entry with { Chosen = id } : entry),
        ];
    }

    private async Task<Func<ImmutableArray<LookUpEntry>>> ReadAsync()
    {
        if (File is not { Length: > 0 })
        {
            return () => LookUpList.Read(Asked.Pasted ?? "");
        }

        using var content = new MemoryStream();
        await File.CopyToAsync(content, Gone);
        return () => LookUpList.Read(content.ToArray());
    }

    private async Task ShowAsync(Func<ImmutableArray<LookUpEntry>> read)
    {
        try
        {
            var entries = read();
            var answer = await desk.RunAsync(Asked.Form, entries, Asked.Purpose, Gone);
            (result, refusal, written) = (answer.Result, answer.Refusal, LookUpList.Write(entries));
        }
        catch (ListRefusedException refused)
        {
            refusal = refused.Message;
        }
    }

    /// <summary>The forms of the page.</summary>
    private sealed class AskedList
    {
        public Guid Form { get; set; }

        public string? Pasted { get; set; }

        public string? Purpose { get; set; }

        /// <summary>The entries, once they are read.</summary>
        public string? Written { get; set; }

        /// <summary>Who was chosen for which entry, by its place.</summary>
        public Dictionary<int, Guid?>? Choices { get; set; }

        public int Page { get; set; } = 1;
    }
}
