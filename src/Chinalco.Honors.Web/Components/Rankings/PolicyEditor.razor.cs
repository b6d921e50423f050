using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Rankings;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Rankings;

/// <summary>
/// Writes a draft. Every change is kept on the server at once, under the version that was shown; whoever comes back after a lost connection,
/// a restart or on another machine finds it there.
/// </summary>
public sealed partial class PolicyEditor(
    RankingPolicies policies,
    PolicyKeeping keeping,
    PolicyPreviewQuery previews,
    TimeProvider clock,
    NavigationManager navigation
) : IDisposable
{
    private readonly CancellationTokenSource left = new();
    private RankingPolicyVersion? draft;
    private PolicyForm form = new();
    private string? refusal;
    private string? saved;
    private bool stale;
    private bool saving;
    private bool dirty;
    private bool busy;
    private string reason = "";
    private PolicyPreview? preview;
    private UnitTier? tier;
    private int years;
    private bool discarding;

    [Parameter, EditorRequired]
    public Guid Id { get; set; }

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        draft = await policies.OneAsync(Id, left.Token);
        (stale, refusal, saved, preview) = (false, null, null, null);
        if (draft is { State: RankingPolicyState.Draft })
        {
            form = PolicyForm.Of(draft.Text);
        }
        else
        {
            navigation.NavigateTo(Address.Policies());
        }
    }

    /// <summary>Keeps what stands on the page. Changes that come while another is being kept follow it in one go.</summary>
    private async Task KeepAsync()
    {
        (dirty, preview) = (true, null);
        if (saving || stale)
        {
            return;
        }

        saving = true;
        while (dirty && !stale)
        {
            dirty = false;
            await WriteAsync();
        }

        saving = false;
    }

    private async Task WriteAsync()
    {
        try
        {
            var text = form.Read();
            var outcome = await keeping.WriteAsync(Guid.CreateVersion7(), Id, draft!.Version, text, left.Token);
            stale = outcome.Rule is nameof(TheDraftIsAsItWasSeen) or nameof(OnlyADraftChanges) or nameof(TheEntityExists);
            refusal = outcome.Message;
            saved = outcome.Succeeded ? RankingTexts.Kept.With(Wording.Instant(clock.GetUtcNow())) : null;
            if (outcome.Succeeded)
            {
                draft = (await policies.OneAsync(Id, left.Token))!;
                stale = draft.Version != outcome.Version;
            }
        }
        catch (FieldRefusedException wrong)
        {
            (refusal, saved) = (wrong.Message, null);
        }
    }

    private async Task AddAgeAsync()
    {
        var last = form.Ages.LastOrDefault();
        var from = int.TryParse(last?.Years, System.Globalization.CultureInfo.InvariantCulture, out var before) ? before + 5 : 5;
        form.Ages.Add(
            new PolicyForm.Age { Years = from.ToString(System.Globalization.CultureInfo.InvariantCulture), Percent = last?.Percent ?? "80" }
        );
        await KeepAsync();
    }

    private async Task RemoveAgeAsync(PolicyForm.Age age)
    {
        form.Ages.Remove(age);
        await KeepAsync();
    }

    private async Task PreviewAsync()
    {
        try
        {
            var weights = form.Read().Weights;
            Require.That(RankingWeightRules.Of(weights));
            var thisYear = clock.GetUtcNow().Year;
            var filter = new RankingFilter(Tier: tier, From: years == 0 ? null : thisYear - years + 1, To: years == 0 ? null : thisYear);
            preview = await previews.RunAsync(filter, weights, left.Token);
        }
        catch (FieldRefusedException wrong)
        {
            refusal = wrong.Message;
        }
        catch (RuleBrokenException broken)
        {
            refusal = broken.Message;
        }
    }

    private Task PublishAsync() =>
        FinishAsync(() => keeping.PublishAsync(DerivedId.From(Id, $"publish {draft!.Version}"), Id, draft.Version, reason, left.Token));

    private async Task DiscardAsync()
    {
        if (!discarding)
        {
            discarding = true;
            return;
        }

        await FinishAsync(() => keeping.DiscardAsync(DerivedId.From(Id, $"discard {draft!.Version}"), Id, draft.Version, left.Token));
    }

    /// <summary>What is on the page is kept first: nothing else is published. A second click finds the first at work.</summary>
    private async Task FinishAsync(Func<Task<CommandOutcome>> act)
    {
        if (busy || saving)
        {
            return;
        }

        busy = true;
        if (!discarding)
        {
            await WriteAsync();
        }

        if (refusal is null || discarding)
        {
            var outcome = await act();
            (refusal, saved) = (outcome.Message, null);
            if (outcome.Succeeded)
            {
                navigation.NavigateTo(Address.Policies(), forceLoad: true);
                return;
            }
        }

        busy = false;
    }

    private static string Cause(PolicyMove move) =>
        move.Cause is not { } step
            ? RankingTexts.NoCause
            : RankingTexts.CauseIs.With(
                step switch
                {
                    { Level: { } level } => RankingTexts.CauseLevel.With(Domain.Awards.AwardLevelNames.ToChinese(level)),
                    { Kind: { } kind } => RankingTexts.CauseKind.With(RankingWeightWords.Kind(kind)),
                    { Aspect: PolicyAspect.Age } => RankingTexts.CauseAge,
                    _ => RankingTexts.CauseShare,
                },
                (move.CausePoints > 0 ? "+" : "−") + RankingWording.Points(Math.Abs(move.CausePoints))
            );
}
