using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Components.Rounds;

/// <summary>Puts rounds and their changes into the site's words.</summary>
internal static class RoundWording
{
    /// <summary>One fact, before and today.</summary>
    public sealed record Fact(string Name, string Before, string After);

    public static string Name(RoundRow round) =>
        round.Scope switch
        {
            RoundScope.All => RoundTexts.OfAll,
            RoundScope.Since => RoundTexts.OfSince.With(Wording.Day(round.Since!.Value)),
            RoundScope.OneFile => RoundTexts.OfFile.With(round.FileName),
            _ => throw new ArgumentOutOfRangeException(nameof(round), round.Scope, message: null),
        };

    public static string Progress(RoundRow round) =>
        round.IsAtWork ? RoundTexts.Progress.With(round.Over, round.Files) : RoundTexts.Done.With(round.Files);

    public static string Kind(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Added => RoundTexts.Added,
            ChangeKind.Changed => RoundTexts.Changed,
            ChangeKind.Withdrawn => RoundTexts.Withdrawn,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    /// <summary>What became of a change; null as long as nobody has decided.</summary>
    public static string? State(ChangeState state) =>
        state switch
        {
            ChangeState.Open => null,
            ChangeState.Chosen => RoundTexts.StateChosen,
            ChangeState.Applied => RoundTexts.StateApplied,
            ChangeState.Dismissed => RoundTexts.StateDismissed,
            ChangeState.Overtaken => RoundTexts.StateOvertaken,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
        };

    /// <summary>Of a change the facts that differ; of what is new or gone all that is known.</summary>
    public static ImmutableArray<Fact> Facts(ChangeItem item)
    {
        var (before, after) = (All(item.Change.Before, item.PersonBefore), All(item.Change.After, item.PersonAfter));
        return
        [
            .. before
                .Zip(after, (b, a) => new Fact(b.Name, b.Value ?? RoundTexts.None, a.Value ?? RoundTexts.None))
                .Where(f => f.Before != f.After),
        ];
    }

    private static IEnumerable<(string Name, string? Value)> All(ProposedFinding? found, string? person) =>
        [
            (RoundTexts.Recipient, found?.Claim.RecipientName),
            (RoundTexts.Person, found is null || found.Claim.RecipientKind != RecipientKind.Person ? null : person ?? RoundTexts.NewPerson),
            (RoundTexts.Unit, found?.Claim.UnitName ?? found?.Claim.UnitText),
            (RoundTexts.Award, found?.Claim.AwardName),
            (RoundTexts.Level, found?.Claim.Level?.ToChinese()),
            (RoundTexts.Body, found?.Claim.ConferringBody),
            (RoundTexts.Year, found?.Claim.Year?.ToString(CultureInfo.InvariantCulture)),
            (
                RoundTexts.Treatment,
                found is null ? null
                : found.Safe ? RoundTexts.Safe
                : RoundTexts.Unsafe
            ),
        ];
}
