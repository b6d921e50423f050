using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components.Keeping;

/// <summary>Corrects an entry of the catalogue: what would change is shown before it is written.</summary>
public sealed partial class AwardEditPage(AwardKeepingQuery query, IRegistry registry, CurrentUser current, NavigationManager navigation)
{
    private KeptAward? award;
    private IReadOnlyCollection<(string Field, string Before, string After)> differences = [];
    private string? refusal;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "check")]
    private EntryForm? Checked { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "apply")]
    private EntryForm? Applied { get; set; }

    private EntryForm Form { get; set; } = new();

    /// <summary>Whether the catalogue's level changes while honours stand that keep theirs.</summary>
    private bool KeepsLevels => award!.Conferrals > 0 && Form.Level != award.Facts.Level;

    protected override async Task OnInitializedAsync()
    {
        award = await query.OneAsync(Id, Gone);
        if (award is null)
        {
            AnswerNotFound();
            return;
        }

        Form = Checked ?? Applied ?? EntryForm.Of(award.Facts);
    }

    private void Check()
    {
        if (award is null)
        {
            return;
        }

        try
        {
            _ = Reason();
            if (Form.Seen != award.Facts.Digest)
            {
                refusal = new TheAwardIsAsItWasSeen(same: false).Advice;
                Form = EntryForm.Of(award.Facts);
                return;
            }

            differences = [.. Differences(award.Facts, Form.Read(award.Facts))];
            refusal = differences.Count == 0 ? EditingTexts.NothingDiffers : null;
        }
        catch (FieldRefusedException refused)
        {
            refusal = refused.Message;
        }
    }

    private async Task ApplyAsync()
    {
        if (award is null)
        {
            return;
        }

        try
        {
            var stamp = new CommandStamp(Form.CommandId, current.User!.Actor, Reason());
            var outcome = await registry.SendAsync(Id, new DescribeAward(stamp, Form.Read(award.Facts), Form.Seen ?? ""), Gone);
            if (outcome.Succeeded)
            {
                navigation.NavigateTo(Address.Award(Id));
                return;
            }

            refusal = outcome.Message;
            award = await query.OneAsync(Id, Gone);
            Form = EntryForm.Of(award!.Facts);
        }
        catch (FieldRefusedException refused)
        {
            refusal = refused.Message;
        }
    }

    private string Reason() => Told.Text(Form.Reason) ?? throw new FieldRefusedException(EditingTexts.ReasonMissing);

    private static IEnumerable<(string Field, string Before, string After)> Differences(AwardFacts before, AwardFacts after)
    {
        (string Field, string? Before, string? After)[] all =
        [
            (EditingTexts.AwardName, before.Name, after.Name),
            (HonourTexts.FactAliases, List(before.Aliases), List(after.Aliases)),
            (KeepingTexts.Code, before.Code, after.Code),
            (EditingTexts.Level, before.Level.ToChinese(), after.Level.ToChinese()),
            (HonourTexts.FactTreatment, before.TreatmentLevel?.ToChinese(), after.TreatmentLevel?.ToChinese()),
            (EditingTexts.Family, before.Family.ToChinese(), after.Family.ToChinese()),
            (HonourTexts.FactBody, before.ConferringBody, after.ConferringBody),
            (HonourTexts.FactCycle, before.Cycle, after.Cycle),
            (
                HonourTexts.FactRecipients,
                List(before.Recipients.Order().Select(Wording.Kind)),
                List(after.Recipients.Order().Select(Wording.Kind))
            ),
            (KeepingTexts.Generic, before.IsGeneric ? KeepingTexts.Yes : null, after.IsGeneric ? KeepingTexts.Yes : null),
            (KeepingTexts.Summary, before.Summary, after.Summary),
        ];
        return all.Where(f => !string.Equals(f.Before, f.After, StringComparison.Ordinal))
            .Select(f => (f.Field, f.Before ?? EditingTexts.None, f.After ?? EditingTexts.None));
    }

    private static string? List(IEnumerable<string> words) => Told.Text(string.Join(HonourTexts.ListComma, words));

    /// <summary>The form.</summary>
    private sealed class EntryForm : EditingForm
    {
        /// <summary>Names the entry as the page showed it.</summary>
        public string? Seen { get; set; }

        public string? Name { get; set; }

        /// <summary>A line for each.</summary>
        public string? Aliases { get; set; }

        public string? Code { get; set; }

        public AwardLevel Level { get; set; }

        public AwardLevel? TreatmentLevel { get; set; }

        public AwardFamily Family { get; set; }

        public string? ConferringBody { get; set; }

        public string? Cycle { get; set; }

        public bool ForPeople { get; set; }

        public bool ForTeams { get; set; }

        public bool ForUnits { get; set; }

        public bool IsGeneric { get; set; }

        public string? Summary { get; set; }

        /// <summary>What the form holds besides its stamp, to be sent once more.</summary>
        public IEnumerable<(string Name, string? Value)> Fields =>
            [
                (nameof(Seen), Seen),
                (nameof(Name), Name),
                (nameof(Aliases), Aliases),
                (nameof(Code), Code),
                (nameof(Level), Level.ToString()),
                (nameof(TreatmentLevel), TreatmentLevel?.ToString()),
                (nameof(Family), Family.ToString()),
                (nameof(ConferringBody), ConferringBody),
                (nameof(Cycle), Cycle),
                (nameof(ForPeople), Sent(ForPeople)),
                (nameof(ForTeams), Sent(ForTeams)),
                (nameof(ForUnits), Sent(ForUnits)),
                (nameof(IsGeneric), Sent(IsGeneric)),
                (nameof(Summary), Summary),
                (nameof(Reason), Reason),
            ];

        public static EntryForm Of(AwardFacts facts) =>
            new()
            {
                Seen = facts.Digest,
                Name = facts.Name,
                Aliases = string.Join('\n', facts.Aliases),
                Code = facts.Code,
                Level = facts.Level,
                TreatmentLevel = facts.TreatmentLevel,
                Family = facts.Family,
                ConferringBody = facts.ConferringBody,
                Cycle = facts.Cycle,
                ForPeople = facts.Recipients.Contains(RecipientKind.Person),
                ForTeams = facts.Recipients.Contains(RecipientKind.Team),
                ForUnits = facts.Recipients.Contains(RecipientKind.Unit),
                IsGeneric = facts.IsGeneric,
                Summary = facts.Summary,
            };

        /// <summary>The entry as it shall be: a name given up is among the aliases.</summary>
        /// <exception cref="FieldRefusedException">A field is missing, wrong, or holds what nobody may store.</exception>
        public AwardFacts Read(AwardFacts before)
        {
            if (
                new[] { Name, Aliases, ConferringBody, Cycle, Summary }
                    .OfType<string>()
                    .Any(text => PrivateNumbers.HoldsIdentityNumber(text) || PrivateNumbers.HoldsTelephone(text))
            )
            {
                throw new FieldRefusedException(KeepingTexts.PrivateNumber);
            }

            var name = Told.Text(Name) ?? throw new FieldRefusedException(KeepingTexts.AwardNameMissing);
            ImmutableArray<string> aliases =
            [
                .. (Aliases ?? "")
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Append(before.Name)
                    .Where(alias => alias != name)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ];
            return new AwardFacts(
                before.Code ?? Told.Text(Code),
                name,
                Enum.IsDefined(Level) ? Level : throw new FieldRefusedException(EditingTexts.LevelWrong),
                TreatmentLevel is { } treated && Enum.IsDefined(treated) ? treated : null,
                Enum.IsDefined(Family) ? Family : throw new FieldRefusedException(KeepingTexts.FamilyWrong),
                Told.Text(ConferringBody),
                Told.Text(Cycle),
                Told.Text(Summary),
                [.. Kinds()],
                IsGeneric,
                aliases
            );
        }

        private IEnumerable<RecipientKind> Kinds()
        {
            (bool Is, RecipientKind Kind)[] ticked =
            [
                (ForPeople, RecipientKind.Person),
                (ForTeams, RecipientKind.Team),
                (ForUnits, RecipientKind.Unit),
            ];
            return ticked.Where(t => t.Is).Select(t => t.Kind);
        }

        private static string Sent(bool ticked) => ticked ? "true" : "false";
    }
}
