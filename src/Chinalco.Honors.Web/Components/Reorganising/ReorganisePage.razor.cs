using System.Collections.Immutable;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Reorganising;

/// <summary>Changes a unit and its place: what and with whom stand in the address, then the facts, what would happen, and only then the deed.</summary>
public sealed partial class ReorganisePage(
    UnitOrderQuery query,
    UnitReorganisations commands,
    IRegistry registry,
    CurrentUser current,
    NavigationManager navigation
)
{
    private static readonly HashSet<string> NotCarried = ["_handler", "__RequestVerificationToken", "Form.Digest", "Form.Reason"];

    private KeptUnit? kept;
    private OrderKind? kind;
    private Named? target;
    private OrderPreview? preview;
    private ImmutableArray<Named> found = [];

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "do")]
    public string? What { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    public string? To { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Words { get; set; }

    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "check")]
    private OrderForm? Checked { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "apply")]
    private OrderForm? Applied { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "fact")]
    private OrderForm? Stated { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "undo")]
    private OrderForm? Undone { get; set; }

    private OrderForm Form { get; set; } = new();

    private string? Refusal { get; set; }

    private bool NeedsTarget => kind is OrderKind.Move or OrderKind.Merge or OrderKind.Dissolve;

    protected override async Task OnInitializedAsync()
    {
        kind = Enum.TryParse<OrderKind>(What, out var told) && Enum.IsDefined(told) ? told : null;
        kept = await query.RunAsync(Id, withPeople: kind == OrderKind.Split, Gone);
        if (kept is null)
        {
            AnswerNotFound();
            return;
        }

        if (kind == OrderKind.Undo && kept.Last is null)
        {
            kind = null;
        }

        Form = Checked ?? Applied ?? Stated ?? Undone ?? Beginning();
        target =
            Guid.TryParse(To, out var to) && (await query.RunAsync(to, withPeople: false, Gone))?.Unit is { } other
                ? new Named(other.Id, other.Name)
                : null;
        found = NeedsTarget && target is null && Told.Text(Words) is { } words ? await query.FindAsync(words, Id, Gone) : [];
    }

    private OrderForm Beginning() =>
        new()
        {
            Version = kept!.Unit.Version,
            Tier = kind == OrderKind.Correct ? kept.Unit.Tier : UnitTier.Grassroots,
            Place = kind == OrderKind.Correct ? kept.Unit.Place : null,
            Summary = kind == OrderKind.Correct ? kept.Unit.Summary : null,
            FoundedOn = kept.Unit.FoundedOn?.ToString(),
        };

    private Task CheckAsync() => GuardedAsync(async () => preview = await query.PreviewAsync(await OrderAsync(), Form.CommandId, Gone));

    private Task ApplyAsync() =>
        GuardedAsync(async () =>
        {
            var outcome = await commands.CarryOutAsync(await OrderAsync(), Form.Digest ?? "", Stamp(), Gone);
            if (!Led(outcome))
            {
                preview = await query.PreviewAsync(await OrderAsync(), Form.CommandId, Gone);
            }
        });

    private Task UndoAsync() => GuardedAsync(async () => Led(await commands.UndoAsync(Form.Change, Stamp(), Gone)));

    private Task FactAsync() =>
        GuardedAsync(async () =>
            Led(
                kind == OrderKind.Correct
                    ? await registry.SendAsync(
                        Id,
                        new CorrectUnit(
                            Stamp(),
                            Form.Version,
                            Form.Tier,
                            Told.Text(Form.Place),
                            Told.Text(Form.Summary),
                            Told.Partial(Form.FoundedOn)?.ToString()
                        ),
                        Gone
                    )
                    : await registry.SendAsync(
                        Id,
                        new CountUnit(
                            Stamp(),
                            Told.Year(Form.Year) ?? throw new FieldRefusedException(OrganisationTexts.YearMissing),
                            int.TryParse(Form.Number, System.Globalization.CultureInfo.InvariantCulture, out var number)
                                ? number
                                : throw new FieldRefusedException(OrganisationTexts.NumberMissing),
                            Told.Text(Form.Source) ?? current.User!.Actor.Name
                        ),
                        Gone
                    )
            )
        );

    private async Task<UnitOrder> OrderAsync()
    {
        Guid? document = null;
        if (Told.Text(Form.Document) is { } number)
        {
            document =
                await query.DocumentAsync(number, Gone) ?? throw new FieldRefusedException(OrganisationTexts.NoDocument.With(number));
        }

        var order = Form.ToOrder(kind!.Value, Id, target?.Id, document, Http.Request.Form);
        return await query.IsMineAsync(order, Gone) ? order : throw new FieldRefusedException(OrganisationTexts.OtherNotYours);
    }

    private CommandStamp Stamp() =>
        new(Form.CommandId, current.User!.Actor, Told.Text(Form.Reason) ?? throw new FieldRefusedException(EditingTexts.ReasonMissing));

    private bool Led(CommandOutcome outcome)
    {
        if (outcome.Succeeded)
        {
            navigation.NavigateTo(Address.With(Address.Unit(Id) + "/edit", ("done", "1")));
            return true;
        }

        Refusal = outcome.Message;
        return false;
    }

    private async Task GuardedAsync(Func<Task> act)
    {
        if (kept is null || kind is null)
        {
            return;
        }

        try
        {
            await act();
        }
        catch (FieldRefusedException refused)
        {
            Refusal = refused.Message;
        }
        catch (RuleBrokenException broken)
        {
            Refusal ??= broken.Rule.Advice;
        }
    }

    /// <summary>Everything that was filled in, to be sent once more with the confirmation.</summary>
    private IEnumerable<(string Name, string? Value)> Carried() =>
        Http.Request.Form.Where(f => !NotCarried.Contains(f.Key)).SelectMany(f => f.Value.Select(v => (f.Key, v)));

    private static string Happening(string happening) =>
        happening switch
        {
            nameof(UnitEvent.Founded) => OrganisationTexts.WillBeFounded,
            nameof(UnitEvent.Renamed) => OrganisationTexts.WillBeRenamed,
            nameof(UnitEvent.Moved) => OrganisationTexts.WillBeMoved,
            _ => OrganisationTexts.WillEnd,
        };

    private static string NameOf(OrderKind kind) =>
        kind switch
        {
            OrderKind.Rename => OrganisationTexts.DoRename,
            OrderKind.Move => OrganisationTexts.DoMove,
            OrderKind.Merge => OrganisationTexts.DoMerge,
            OrderKind.Split => OrganisationTexts.DoSplit,
            OrderKind.Dissolve => OrganisationTexts.DoDissolve,
            OrderKind.Found => OrganisationTexts.DoFound,
            OrderKind.Correct => OrganisationTexts.DoCorrect,
            OrderKind.Count => OrganisationTexts.DoCount,
            OrderKind.Undo => OrganisationTexts.DoUndo,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    private static string ExplanationOf(OrderKind kind) =>
        kind switch
        {
            OrderKind.Rename => OrganisationTexts.AboutRename,
            OrderKind.Move => OrganisationTexts.AboutMove,
            OrderKind.Merge => OrganisationTexts.AboutMerge,
            OrderKind.Split => OrganisationTexts.AboutSplit,
            OrderKind.Dissolve => OrganisationTexts.AboutDissolve,
            OrderKind.Found => OrganisationTexts.AboutFound,
            OrderKind.Correct => OrganisationTexts.AboutCorrect,
            OrderKind.Count => OrganisationTexts.AboutCount,
            OrderKind.Undo => OrganisationTexts.AboutUndo,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };
}
