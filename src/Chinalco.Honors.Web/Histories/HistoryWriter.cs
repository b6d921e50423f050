using System.Collections.Immutable;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Web.Auditing;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Histories;

/// <summary>
/// Puts the steps of a history into the words of one viewer. Records mostly say what a field became; going through them from the oldest on
/// tells what it was before. What the viewer may not see is followed as well, so that what comes after it is told rightly, but not told itself.
/// </summary>
/// <param name="person">Null when the history is nobody's.</param>
/// <param name="self">The viewer's own person.</param>
/// <param name="honours">The honours that the viewer sees into.</param>
internal sealed class HistoryWriter(
    HistoryNames names,
    HistoryMaterial material,
    PersonGuards? person,
    Guid? self,
    HistoryReach reach,
    IReadOnlyDictionary<Guid, HistoryReach> honours,
    Guid subject
)
{
    private readonly Dictionary<(Guid Object, string Key), ToldValue?> known = [];

    /// <summary>The entries in the order of the steps.</summary>
    /// <param name="steps">The oldest first within each object.</param>
    public IEnumerable<HistoryEntry> Write(IEnumerable<HistoryStep> steps)
    {
        foreach (var step in steps)
        {
            var wasWrong = IsWrong(step.Object);
            var changes = Changes(step).Distinct().ToImmutableArray();
            if (Sees(step, wasWrong) && !IsEmptied(step, changes))
            {
                yield return new HistoryEntry(
                    step.Id,
                    step.At,
                    step.Act.Topic,
                    step.Act.Title ?? AuditWords.Action(step.Record!.Action),
                    step.Record is { } record ? names.By(record) : step.By,
                    step.Record is { } from && names.Roster(from, step.Act) is { } roster
                        ? roster
                        : names.SourceOf(step.Act.Proofs is [var first, ..] ? first.ArticleId : null),
                    About(step.Object),
                    step.Record?.Reason,
                    [.. step.Act.Proofs.Select(names.Proof).OfType<HistoryProof>()],
                    changes
                );
            }
        }
    }

    /// <summary>Who received what when, in one line; those whom the viewer may not see are left out.</summary>
    public static string TitleOf(Conferral conferral, HistoryNames names)
    {
        var recipients = conferral
            .Recipients.OrderBy(r => r.Order)
            .Where(r => r.HonoreeId is not { } person || names.Sees(person))
            .Take(3)
            .Select(r => r.NameAsPrinted);
        return EditingTexts.HonourTitle.With(
            string.Join(HonourTexts.ListComma, recipients),
            AwardOf(conferral, names),
            conferral.Year is { } year ? SiteTexts.Year.With(year) : HonourTexts.YearUnknown
        );
    }

    private static string AwardOf(Conferral conferral, HistoryNames names) =>
        names.Link(ToldValue.Of(AuditKinds.Award, conferral.AwardId))?.Text ?? conferral.AwardAsPrinted;

    private bool Sees(HistoryStep step, bool wasWrong) =>
        step.Act.People.All(names.Sees)
        && (material.Findings.GetValueOrDefault(step.Object)?.HonoreeId is not { } read || names.Sees(read))
        && (!(step.Act.IsForKeepers || (wasWrong && step.Act.Topic == HistoryTopic.End)) || Keeps(step.Object) || IsOwnEntry(step.Object));

    /// <summary>Of their own entry people see everything, who may see it included; not what of their honours was entered wrongly.</summary>
    private bool IsOwnEntry(Guid about) => reach.IsOwn && about == subject && !material.Conferrals.ContainsKey(about);

    private bool Keeps(Guid about) => honours.TryGetValue(about, out var honour) ? honour.IsKept : reach.IsKept;

    private bool IsWrong(Guid about) =>
        known.GetValueOrDefault((about, nameof(HistoryTexts.FieldState)))?.Text == Wording.State(ConferralStatus.Deprecated);

    private IEnumerable<HistoryChange> Changes(HistoryStep step)
    {
        foreach (var field in step.Act.Fields)
        {
            var key = (step.Object, field.Key);
            var before =
                field.Adds ? null
                : field.SaysBefore ? field.Before
                : known.GetValueOrDefault(key);
            if (field.Fills && before is not null)
            {
                continue;
            }

            if (!field.Adds)
            {
                known[key] = field.Value;
            }

            if (before != field.Value && MayTell(field, step.Object))
            {
                yield return field.Guard == FieldGuard.Number
                    ? new HistoryChange(HistoryWords.Field(field.Key), Before: null, After: null, IsWithheld: true)
                    : new HistoryChange(HistoryWords.Field(field.Key), names.Link(before), names.Link(field.Value));
            }
        }
    }

    /// <summary>Whether nothing is left of it for this viewer: that something was changed at all would tell too much.</summary>
    private static bool IsEmptied(HistoryStep step, ImmutableArray<HistoryChange> changes) =>
        changes.IsEmpty && step.Act is { Topic: not HistoryTopic.Entry, Fields.Count: > 0, Proofs.Count: 0 };

    private bool MayTell(ToldField field, Guid about) =>
        field.Guard switch
        {
            FieldGuard.Personnel => person?.Personnel == true,
            FieldGuard.Status => person?.Status == true,
            FieldGuard.Post => person?.Posts == true,
            FieldGuard.Keeper => Keeps(about),
            FieldGuard.Certificate => Keeps(about) || IsOwnCertificate(field.Whom, about),
            FieldGuard.Person => field.Whom is not { } whom || names.Sees(whom),
            _ => true,
        };

    /// <summary>A certificate's record names the recipient's row; the record of a conferral the person.</summary>
    private bool IsOwnCertificate(Guid? whom, Guid about) =>
        self is not null
        && whom is not null
        && (
            whom == self
            || (
                material.Conferrals.TryGetValue(about, out var conferral)
                && conferral.Recipients.Any(r => r.Id == whom && r.HonoreeId == self)
            )
        );

    /// <summary>What it was done to, where that is not the subject itself.</summary>
    private HistoryLink? About(Guid about)
    {
        if (about == subject)
        {
            return null;
        }

        if (material.Conferrals.TryGetValue(about, out var conferral))
        {
            return new HistoryLink(TitleOf(conferral, names), Address.History(HistoryOf.Conferral, about));
        }

        if (material.Findings.TryGetValue(about, out var finding))
        {
            var title = HistoryTexts.FindingTitle.With(finding.RecipientName, finding.AwardName);
            return finding.ConferralId is { } confirmed && confirmed != subject && honours.ContainsKey(confirmed)
                ? new HistoryLink(title, Address.History(HistoryOf.Conferral, confirmed))
                : new HistoryLink(title);
        }

        return null;
    }
}
