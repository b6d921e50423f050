using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Nominations;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Nominations;

/// <summary>One nomination: where it stands, who acts next, and a form for each thing that is entered of it.</summary>
public sealed partial class CoursePage(
    CourseQuery query,
    NominationCourseCommands course,
    NominationPaperCommands papers,
    PublicityCommands publicities,
    ScanUpload upload
)
{
    private CourseView? view;
    private string? posted;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromForm(Name = "Form")]
    private CourseForm? Given { get; set; }

    private CourseForm Form => Given ?? new CourseForm();

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = NeverKept;
        posted = Http.Request.HasFormContentType ? Http.Request.Form["_handler"].ToString() : null;
        view = await query.RunAsync(Id, Gone);
        if (view is null)
        {
            AnswerNotFound();
        }
    }

    /// <summary>The form as it was sent, or one that says what version is shown.</summary>
    private CourseForm FormOf(string name) =>
        Given is { } given && string.Equals(name, posted, StringComparison.Ordinal)
            ? given
            : new CourseForm { Version = view!.Nomination.Version };

    private Task AdvanceAsync() =>
        DoAsync(stamp => course.AdvanceAsync(stamp, Form.Stage, view!.Standing, Told.Text(Form.Text), view.Judged, Gone));

    private Task ReturnAsync() => DoAsync(stamp => course.ReturnAsync(stamp, Form.Stage, Gone));

    private Task WithdrawAsync() => DoAsync(stamp => course.WithdrawAsync(stamp, Gone));

    private Task CommentAsync() => DoAsync(stamp => course.CommentAsync(stamp, Told.Text(Form.Text), Gone));

    private Task VoteAsync() =>
        DoAsync(stamp => upload.SendAsync(Form.Scan, minutes => papers.VoteAsync(stamp, Form.ReadVote(minutes), Gone), Gone));

    private Task AskAsync() => DoAsync(stamp => papers.AskAsync(stamp, Told.Text(Form.Body) ?? "", Form.ReadDate(), Gone));

    private Task AnswerAsync() =>
        DoAsync(stamp => upload.SendAsync(Form.Scan, letter => papers.AnswerAsync(stamp, Form.Which, Form.ReadAnswer(letter), Gone), Gone));

    private Task DeclareAsync() => DoAsync(stamp => papers.DeclareAsync(stamp, Told.Text(Form.Key) ?? "", Form.ReadFact(), Gone));

    private Task PutUpAsync() =>
        DoAsync(stamp => publicities.PutUpAsync(stamp, Form.Level ?? "", Form.ReadDate(), Told.Text(Form.Place) ?? "", Gone));

    private Task TakeDownAsync() => DoAsync(stamp => publicities.TakeDownAsync(stamp, Form.Which, Gone));

    private Task ObjectAsync() => DoAsync(stamp => publicities.ObjectAsync(stamp, Form.ReadObjection(), Gone));

    private Task ReplyAsync() =>
        DoAsync(stamp => publicities.ReplyAsync(stamp, Form.Which, Told.Text(Form.Text) ?? "", Form.ReadYesOrNo(), Gone));

    private async Task DoAsync(Func<CourseStamp, Task<CommandOutcome>> send)
    {
        if (view is null)
        {
            return;
        }

        var stamp = new CourseStamp(Stamp(Form), Id, Form.Version);
        if (!await SendAsync(() => send(stamp), NominationAddress.Of(Id)))
        {
            // What others did meanwhile is shown beside what was typed.
            view = await query.RunAsync(Id, Gone);
        }
    }
}
