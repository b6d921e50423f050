using System.Globalization;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Ingestion.Desk;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Chinalco.Honors.Web.Components.Desk;

/// <summary>The editor's desk: one finding after the other, with the sentence it rests on. The keyboard alone suffices.</summary>
public sealed partial class ReviewDesk(ReviewQuery query, EditorDesk desk, CurrentUser current) : IDisposable
{
    private readonly CancellationTokenSource left = new();
    private ElementReference surface;
    private ElementReference reasonField;
    private WaitingFindings queue = new([], 0);
    private QueueOrder order = QueueOrder.Surest;
    private ReviewItem? item;
    private Guid command = Guid.CreateVersion7();
    private (Guid Finding, int Round)? undoable;
    private string? told;
    private bool warns;
    private bool busy;
    private bool editing;
    private bool rejecting;
    private bool focusReason;
    private bool focusSurface;
    private bool chosen;
    private Guid? person;
    private Guid? ends;
    private WrongCandidate? wrong;
    private bool wrongChosen;
    private string? unit;
    private string? award;
    private AwardLevel? level;
    private int? year;
    private string? body;
    private string reason = "";

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    protected override async Task OnInitializedAsync() => await RefreshAsync(next: null);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focusReason)
        {
            focusReason = false;
            await reasonField.FocusAsync();
        }
        else if (firstRender || focusSurface)
        {
            focusSurface = false;
            await surface.FocusAsync(preventScroll: true);
        }
    }

    private static string Percent(double score) => score.ToString("P0", CultureInfo.CurrentCulture);

    private static string AcceptName(FindingKind kind) =>
        kind switch
        {
            FindingKind.Conferral => ReviewTexts.Accept,
            FindingKind.Revocation => ReviewTexts.AcceptRevocation,
            FindingKind.Correction => ReviewTexts.AcceptCorrection,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    private static string OrderName(QueueOrder order) => order == QueueOrder.Oldest ? ReviewTexts.Oldest : ReviewTexts.Surest;

    private Task<IReadOnlyList<string>> UnitNamesAsync(string words) => query.UnitNamesAsync(words, left.Token);

    private Task<IReadOnlyList<string>> AwardNamesAsync(string words) => query.AwardNamesAsync(words, left.Token);

    private async Task OrderAsync(QueueOrder wanted)
    {
        order = wanted;
        await RefreshAsync(item?.Finding.Id);
    }

    /// <summary>Reads the queue anew and opens the finding given, else the first.</summary>
    private async Task RefreshAsync(Guid? next)
    {
        queue = await query.QueueAsync(order, left.Token);
        var open = next is { } id && queue.Rows.Any(r => r.Id == id) ? next : queue.Rows.FirstOrDefault()?.Id;
        await ShowAsync(open);
    }

    private async Task OpenAsync(Guid id)
    {
        (told, undoable) = (null, null);
        await ShowAsync(id);
    }

    private async Task ShowAsync(Guid? id)
    {
        item = id is { } known ? await query.ItemAsync(known, left.Token) : null;
        command = Guid.CreateVersion7();
        (editing, rejecting, reason, focusSurface) = (false, false, "", true);
        if (item is not { Finding: { } finding })
        {
            return;
        }

        // Somebody who may be several is chosen by the editor, never by the order of the cards.
        var fitting = item.Candidates.Where(c => c.Fits).ToList();
        (person, chosen) =
            finding.HonoreeId is { } linked ? (linked, true)
            : item.Candidates.IsEmpty ? (null, true)
            : fitting.Count == 1 ? (fitting[0].Id, true)
            : ((Guid?)null, false);
        ends = item.Endable.Length == 1 ? item.Endable[0].Id : null;

        // Of a correction the one report that fits is meant; where there are several, or none, the editor says so.
        var meant = item.Wrong.Where(w => w.Fits).ToList();
        (wrong, wrongChosen) = meant.Count == 1 ? (meant[0], true) : (null, item.Wrong.IsEmpty);
        (unit, award, level, year, body) = (
            finding.UnitName ?? finding.UnitText,
            finding.AwardName,
            finding.Level,
            finding.Year,
            finding.ConferringBody
        );
    }

    private void Choose(Guid? id) => (person, chosen) = (id, true);

    private void Correct(WrongCandidate? candidate) => (wrong, wrongChosen) = (candidate, true);

    private void Edit() => editing = !editing;

    private Task AcceptAsync() =>
        item?.Finding.Kind == FindingKind.Revocation ? AcceptRevocationAsync()
        : !chosen && item?.Finding.RecipientKind == RecipientKind.Person ? WarnAsync(ReviewTexts.ChoosePerson)
        : item?.Finding.Kind == FindingKind.Correction && !wrongChosen ? WarnAsync(ReviewTexts.ChooseWrong)
        : ActAsync(
            decision =>
            {
                var corrected = Corrected() is var claim && claim == item!.Finding.Claim ? null : claim;
                return wrong is { } report
                    ? desk.AcceptCorrectionAsync(
                        decision,
                        new WrongReport(report.ConferralId, report.FindingId, Ground(ReviewTexts.CorrectedBecause)),
                        corrected
                    )
                    : desk.AcceptAsync(decision, corrected);
            },
            wrong is null ? ReviewTexts.Accepted : ReviewTexts.Corrected
        );

    /// <summary>The document, or the newspaper, and its words.</summary>
    private string Ground(string text) =>
        CutText.To(text.With(item!.Document ?? Wording.Cite(item.Citation), item.Finding.Quote), Finding.LongestReason);

    private FindingClaim Corrected()
    {
        var claim = item!.Finding.Claim with { HonoreeId = person };
        return editing
            ? claim with
            {
                UnitName = Given(unit) == (claim.UnitName ?? claim.UnitText) ? claim.UnitName : Given(unit),
                AwardName = Given(award) ?? claim.AwardName,
                Level = level,
                Year = year,
                ConferringBody = Given(body),
            }
            : claim;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private Task AcceptRevocationAsync() =>
        ends is { } conferral
            ? ActAsync(
                decision => desk.AcceptRevocationAsync(decision, conferral, ConferralStatus.Revoked, Ground(ReviewTexts.RevokedBecause)),
                ReviewTexts.Revoked
            )
            : WarnAsync(ReviewTexts.ChooseConferral);

    private async Task RejectAsync()
    {
        if (!rejecting)
        {
            (rejecting, focusReason) = (true, true);
            return;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            await WarnAsync(ReviewTexts.ReasonMissing);
            focusReason = true;
            return;
        }

        await ActAsync(decision => desk.RejectAsync(decision, reason.Trim()), ReviewTexts.Rejected);
    }

    /// <summary>Accepts whatever of the article is clear, one after the other: one document, many conferrals.</summary>
    private async Task AcceptAllAsync()
    {
        if (item is null || current.User is not { } user || busy)
        {
            return;
        }

        busy = true;
        var (accepted, refused) = (0, 0);
        foreach (var (id, round) in await query.ClearInArticleAsync(item.Finding.ArticleId, left.Token))
        {
            var outcome = await desk.AcceptAsync(new Decision(id, round, Guid.CreateVersion7(), user.Actor));
            (accepted, refused) = outcome.Succeeded ? (accepted + 1, refused) : (accepted, refused + 1);
            told = ReviewTexts.Progress.With(accepted + refused);
            StateHasChanged();
        }

        busy = false;
        (told, warns, undoable) = (ReviewTexts.AllAccepted.With(accepted, item.SameArticle - accepted), false, null);
        await RefreshAsync(next: null);
    }

    private async Task UndoAsync()
    {
        if (undoable is not { } done || current.User is not { } user)
        {
            return;
        }

        var outcome = await desk.UndoAsync(new Decision(done.Finding, done.Round, Guid.CreateVersion7(), user.Actor));
        (told, warns, undoable) = (outcome.Succeeded ? ReviewTexts.Undone : outcome.Message, !outcome.Succeeded, null);
        await RefreshAsync(done.Finding);
    }

    private async Task ActAsync(Func<Decision, Task<CommandOutcome>> act, string done)
    {
        if (item is null || current.User is not { } user || busy)
        {
            return;
        }

        busy = true;
        var (finding, next) = (item.Finding, After(item.Finding.Id));
        var outcome = await act(new Decision(finding.Id, finding.Round, command, user.Actor));
        busy = false;
        (told, warns) = outcome.Succeeded ? (done.With(finding.RecipientName, finding.AwardName), false) : (outcome.Message, true);
        undoable = outcome.Succeeded ? (finding.Id, finding.Round + 1) : null;
        await RefreshAsync(outcome.Succeeded ? next : finding.Id);
    }

    private Task WarnAsync(string message)
    {
        (told, warns, undoable) = (message, true, null);
        return Task.CompletedTask;
    }

    private Guid? After(Guid id)
    {
        var index = queue.Rows.Select(r => r.Id).ToList().IndexOf(id);
        return index >= 0 && index + 1 < queue.Rows.Length ? queue.Rows[index + 1].Id : null;
    }

    private Guid? Before(Guid id)
    {
        var index = queue.Rows.Select(r => r.Id).ToList().IndexOf(id);
        return index > 0 ? queue.Rows[index - 1].Id : null;
    }

    private Task ReasonKeyAsync(KeyboardEventArgs key) =>
        key.Key switch
        {
            "Enter" => RejectAsync(),
            "Escape" => LeaveAsync(),
            _ => Task.CompletedTask,
        };

    private Task LeaveAsync()
    {
        (rejecting, editing, focusSurface) = (false, false, true);
        return Task.CompletedTask;
    }

    /// <summary>Single letters, so long as nobody is typing into a field.</summary>
    private Task KeyAsync(KeyboardEventArgs key)
    {
        if (key.CtrlKey || key.AltKey || key.MetaKey)
        {
            return Task.CompletedTask;
        }

        // Somebody types, or is about to: the field may not have got the focus yet.
        if ((editing || rejecting) && key.Key.Length == 1)
        {
            return Task.CompletedTask;
        }

        return key.Key switch
        {
            "a" or "A" => AcceptAsync(),
            "e" or "E" => EditByKeyAsync(),
            "r" or "R" => RejectAsync(),
            "d" or "D" => AcceptAllAsync(),
            "z" or "Z" => UndoAsync(),
            "j" or "J" when item is not null && After(item.Finding.Id) is { } next => OpenAsync(next),
            "k" or "K" when item is not null && Before(item.Finding.Id) is { } previous => OpenAsync(previous),
            "Escape" => LeaveAsync(),
            [>= '1' and <= '9'] => ChooseByKeyAsync(key.Key[0] - '1'),
            _ => Task.CompletedTask,
        };
    }

    private Task EditByKeyAsync()
    {
        Edit();
        return Task.CompletedTask;
    }

    /// <summary>The candidates are numbered from 1; the number after the last stands for a new person.</summary>
    private Task ChooseByKeyAsync(int index)
    {
        if (item is { } shown && index <= shown.Candidates.Length)
        {
            Choose(index == shown.Candidates.Length ? null : shown.Candidates[index].Id);
        }

        return Task.CompletedTask;
    }
}
