using System.Collections.Immutable;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Nominations.Quotas;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Nominations;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Nominations;

/// <summary>A round's board: quotas, shares, and the batch in its order. Every form carries the round's version as it was shown.</summary>
public sealed partial class BoardPage(BoardQuery query)
{
    private Board? board;
    private BoardLine? marked;

    [Parameter]
    public Guid Round { get; set; }

    [SupplyParameterFromQuery(Name = "mark")]
    public string? MarkText { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "move")]
    private BoardForm? Moved { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "swap")]
    private BoardForm? Swapped { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "mark")]
    private BoardForm? Marked { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "close")]
    private BoardForm? Closed { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "round")]
    private RoundForm? Written { get; set; }

    private BoardForm Form { get; set; } = new();

    private RoundForm Edited { get; set; } = new();

    private string Here => NominationAddress.Round(Round);

    protected override async Task OnInitializedAsync()
    {
        board = await query.RunAsync(Round, Gone);
        if (board is null)
        {
            AnswerNotFound();
            return;
        }

        Form = Moved ?? Swapped ?? Marked ?? Closed ?? new BoardForm { Version = board.Round.Version };
        Edited = Written ?? RoundForm.Of(board.Round);
        marked = Guid.TryParse(MarkText, out var id) ? board.Lines.FirstOrDefault(l => l.Id == id) : null;
    }

    /// <summary>One step up or down among the same choice, or over to the end of the other.</summary>
    private Task MoveAsync()
    {
        if (Form.Move?.Split(' ') is not [var way, var told] || !Guid.TryParse(told, out var id))
        {
            return Task.CompletedTask;
        }

        List<Guid> chosen = [.. Of(NominationChoice.First).Select(l => l.Id)];
        List<Guid> reserves = [.. Of(NominationChoice.Reserve).Select(l => l.Id)];
        var (own, other) = chosen.Contains(id) ? (chosen, reserves) : (reserves, chosen);
        var at = own.IndexOf(id);
        if (at < 0)
        {
            return Task.CompletedTask;
        }

        own.RemoveAt(at);
        if (way == "over")
        {
            other.Insert(own == chosen ? 0 : other.Count, id);
        }
        else
        {
            own.Insert(Math.Clamp(way == "up" ? at - 1 : at + 1, 0, own.Count), id);
        }

        return RankAsync(chosen, reserves);
    }

    /// <summary>Applies the swap that the page showed: the version proves that the batch is the one it was found for.</summary>
    private Task SwapAsync() =>
        board is { Batch: { } batch, Swaps: { } swaps }
            ? RankAsync([.. batch.With(swaps).Chosen.Select(n => n.Id)], [.. batch.With(swaps).Reserves.Select(n => n.Id)])
            : Task.CompletedTask;

    private Task RankAsync(IReadOnlyList<Guid> chosen, IReadOnlyList<Guid> reserves) =>
        ActAsync(() => Keeping.RankAsync(Stamp(Form), Round, Form.Version, chosen, reserves, Gone));

    private Task MarkAsync() =>
        marked is null
            ? Task.CompletedTask
            : ActAsync(() =>
                Keeping.MarkAsync(Stamp(Form), marked.Id, Form.Version, [.. Http.Request.Form["Form.Groups"].OfType<string>()], Gone)
            );

    private Task WriteAsync() => ActAsync(() => Keeping.WriteRoundAsync(Stamp(Edited), Round, Edited.Version, Edited.Read(), Gone));

    private Task CloseAsync() => ActAsync(() => Keeping.CloseRoundAsync(Stamp(Form), Round, Form.Version, Gone));

    private Task ActAsync(Func<Task<CommandOutcome>> send) => board is null ? Task.CompletedTask : SendAsync(send, Here);

    private ImmutableArray<BoardLine> Of(NominationChoice choice) => [.. board!.Lines.Where(l => l.Choice == choice)];

    private static IEnumerable<string> GroupsOf(Board board) => board.Rules.Shares.Select(s => s.Group).Distinct(StringComparer.Ordinal);

    private static string HrefOf(BoardLine line) =>
        line.HonoreeId is { } person ? Address.Person(person) : Address.Unit(line.CandidateUnitId!.Value);

    /// <summary>The forms of the board.</summary>
    private sealed class BoardForm : EditingForm
    {
        /// <summary>up, down or over, and the nomination.</summary>
        public string? Move { get; set; }
    }
}
