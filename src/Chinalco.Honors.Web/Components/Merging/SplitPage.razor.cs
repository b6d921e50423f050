using System.Collections.Immutable;
using Chinalco.Honors.Grains.Identities;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Merging;

/// <summary>Divides one entry of two people: who the other one is, what is the other one's, what would move, and only then the deed.</summary>
public sealed partial class SplitPage(Scope scope)
{
    /// <summary>Stands in the address for somebody whom the registry does not have yet.</summary>
    private const string New = "new";

    private static readonly SplitChoice Nothing = new([], [], [], [], [], Number: false);

    private SplitPreview? preview;
    private ImmutableArray<PersonHint> found = [];
    private SplitChoice parts = Nothing;
    private bool isChecked;

    [SupplyParameterFromForm(Name = "Form", FormName = "check")]
    private IdentityForm? Checked { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "apply")]
    private IdentityForm? Applied { get; set; }

    private IdentityForm? Given => Checked ?? Applied;

    private bool IsNew => With == New;

    private string OtherName => preview?.Other?.Name ?? Form.Name ?? "";

    protected override async Task LoadAsync()
    {
        Form = Given ?? Form;
        parts = Given is null ? Nothing : Ticked.Parts(Http.Request.Form);
        preview = await Query.SplitAsync(Id, Other, Gone);
        if (preview is null && Other is not null)
        {
            preview = await Query.SplitAsync(Id, otherId: null, Gone);
            Refusal ??= MergingTexts.OtherNotYours;
        }

        if (preview is null)
        {
            AnswerNotFound();
            return;
        }

        // A form that is sent has to stand on the page to be answered.
        isChecked = Applied is not null;
        found = IsNew || preview.Other is not null ? [] : await Query.CandidatesAsync(Person!, Words, Gone);
    }

    private void Check()
    {
        try
        {
            _ = Stamp();
            isChecked = true;
            Refusal =
                parts.IsEmpty ? new ASplitMovesSomething(moves: false).Advice
                : Form.Digest != preview?.Digest ? new WhoIsWhoIsAsItWasSeen(same: false).Advice
                : null;
        }
        catch (FieldRefusedException refused)
        {
            Refusal = refused.Message;
        }
    }

    private async Task ApplyAsync()
    {
        if (preview is null)
        {
            return;
        }

        await SendAsync(
            async () => await Commands.SplitAsync(Id, parts, await TargetAsync(), Form.Digest ?? "", Stamp(), Gone),
            _ => $"{Address.Merge(Id)}?done=split"
        );
    }

    private async Task<SplitTarget> TargetAsync()
    {
        if (!IsNew)
        {
            return new SplitTarget(preview?.Other?.Id ?? throw new FieldRefusedException(MergingTexts.OtherMissing));
        }

        var name = Told.Text(Form.Name) ?? throw new FieldRefusedException(MergingTexts.OtherMissing);
        if (Told.Text(Form.Unit) is not { } text)
        {
            return new SplitTarget(ExistingId: null, name);
        }

        var unit = await Query.UnitAsync(text, Gone);
        return unit is { } known && !await scope.CoversUnitAsync(Right.MergePeople, known, Gone)
            ? throw new FieldRefusedException(MergingTexts.UnitNotYours.With(text))
            : new SplitTarget(ExistingId: null, name, unit, text, Told.Text(Form.Position));
    }

    /// <summary>What moves, in words.</summary>
    private IEnumerable<string> Moving()
    {
        var entry = preview!.Person;
        foreach (var honour in entry.Honours.Where(h => parts.Conferrals.Contains(h.Id)))
        {
            yield return MergingTexts.MovesHonour.With(
                honour.Year is { } year ? SiteTexts.Year.With(year) : HonourTexts.YearUnknown,
                honour.Award
            );
        }

        foreach (var post in entry.Posts.Where(p => parts.Employments.Contains(p.Id)))
        {
            yield return MergingTexts.MovesPost.With(post.Line.Unit, post.Line.Position);
        }

        foreach (var name in preview.OtherNames.Where(n => parts.Aliases.Contains(n.Id)))
        {
            yield return MergingTexts.MovesName.With(name.Name);
        }

        if (parts.Number)
        {
            yield return MergingTexts.MovesNumber.With(entry.Number);
        }

        foreach (var article in entry.Articles.Where(a => parts.Articles.Contains(a.Id)))
        {
            yield return MergingTexts.MovesArticle.With(article.Name);
        }

        foreach (var account in entry.Accounts.Where(a => parts.Accounts.Contains(a.Id)))
        {
            yield return MergingTexts.MovesAccount.With(account.Name);
        }
    }

    /// <summary>What was ticked and told, to be sent once more.</summary>
    private IEnumerable<(string Name, string? Value)> Again() =>
        [
            ("Form.Digest", Form.Digest),
            ("Form.Name", Form.Name),
            ("Form.Unit", Form.Unit),
            ("Form.Position", Form.Position),
            ("Form.Reason", Form.Reason),
            .. parts.Conferrals.Select(id => ("conferral", (string?)id.ToString())),
            .. parts.Employments.Select(id => ("employment", (string?)id.ToString())),
            .. parts.Aliases.Select(id => ("alias", (string?)id.ToString())),
            .. parts.Articles.Select(id => ("article", (string?)id.ToString())),
            .. parts.Accounts.Select(id => ("account", (string?)id.ToString())),
            .. parts.Number ? new (string, string?)[] { ("number", "1") } : [],
        ];
}
