using System.Collections.Immutable;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Ingestion.Pictures;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Press;

/// <summary>The pictures of an issue's pages: attached, replaced and removed here.</summary>
public sealed partial class IssuePictures(IssueQuery query, PageImageDesk desk, CurrentUser current, NavigationManager navigation)
{
    private const string Attached = "attached";
    private const string Removed = "removed";

    /// <summary>In bytes: a picture and what a form puts around it.</summary>
    private const long LargestRequest = PictureReader.MostBytes + (64 * 1024);

    private IssueRow? issue;
    private ImmutableArray<PageImageLink> images = [];
    private string name = "";
    private string? refusal;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    [SupplyParameterFromForm(Name = "Attach", FormName = "attach")]
    private Wish? Given { get; set; }

    private Wish Attach { get; set; } = new();

    private string? Said =>
        Done switch
        {
            Attached => PressTexts.PictureAttached,
            Removed => PressTexts.PictureRemoved,
            _ => null,
        };

    protected override async Task OnInitializedAsync()
    {
        Attach = Given ?? new Wish { CommandId = Guid.CreateVersion7() };
        var page = await query.RunAsync(Id, Gone);
        if (page is null)
        {
            AnswerNotFound();
            return;
        }

        (issue, images) = (page.Issue, page.Images);
        name = PressTexts.PaperAndNumber.With(issue.Newspaper, issue.Number);
    }

    private async Task AttachAsync()
    {
        if (issue is null || current.User is not { } user)
        {
            return;
        }

        if (PageNumber(Attach.Page) is not { } page || Attach.File is null)
        {
            refusal = PressTexts.PictureIncomplete;
            return;
        }

        try
        {
            using var content = new MemoryStream();
            await Attach.File.CopyToAsync(content, Gone);
            var outcome = await desk.AttachAsync(Id, page, content.ToArray(), new CommandStamp(Attach.CommandId, user.Actor), Gone);
            Answer(outcome, Attached);
        }
        catch (PictureRefusedException refused)
        {
            refusal = refused.Message;
        }
    }

    private async Task RemoveAsync(int page)
    {
        if (current.User is { } user)
        {
            Answer(await desk.RemoveAsync(Id, page, CommandStamp.New(user.Actor), Gone), Removed);
        }
    }

    private void Answer(CommandOutcome outcome, string done)
    {
        if (outcome.Succeeded)
        {
            navigation.NavigateTo(Address.With(Address.PageImages(Id), ("done", done)));
        }

        refusal = outcome.Message;
    }

    /// <summary>The form.</summary>
    private sealed class Wish
    {
        public Guid CommandId { get; set; }

        public string? Page { get; set; }

        public IFormFile? File { get; set; }
    }
}
