using System.Globalization;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Units;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Registering;

/// <summary>
/// Turns a finding into a conferral: enters the person, unit or award that the registry lacks, then confers. Every id follows from the
/// finding, so doing it again, or half of it again after a crash, writes nothing twice.
/// </summary>
public sealed class FindingConfirmer(IHonorsDatabase database, IRegistry registry)
{
    private static readonly Guid PeopleInPrint = new("b7e5d0b2-6a0e-4a52-9d52-0d7f6c1f3a01");
    private static readonly Guid UnitsInPrint = new("b7e5d0b2-6a0e-4a52-9d52-0d7f6c1f3a02");
    private static readonly Guid AwardsInPrint = new("b7e5d0b2-6a0e-4a52-9d52-0d7f6c1f3a03");

    /// <summary>Confirms the finding, or leaves it on the desk with the reason.</summary>
    /// <param name="replaces">Of a correction: the wrong version, which ends in the same transaction.</param>
    /// <returns>What became of it; of the ids, the conferral's.</returns>
    public async Task<CommandOutcome> ConfirmAsync(Finding finding, Actor by, WrongReport? replaces = null)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var context = database.Open();
        await using (context)
        {
            var recipient = await RecipientAsync(context, finding, by);
            var award = await AwardAsync(context, finding, by);
            if (award is not { } known)
            {
                const string Unclear = "荣誉的级别不明，请核定后确认。";
                await WaitAsync(finding.Id, Unclear);
                return CommandOutcome.Undecided(Unclear);
            }

            var facts = new ConferralFacts(
                finding.Year,
                finding.Edition,
                finding.AwardText,
                finding.Level ?? known.Level,
                finding.ConferringBody,
                await DocumentAsync(context, finding.ArticleId)
            );
            var evidence = await EvidenceAsync(context, finding);
            var stamp = new CommandStamp(IdOf(finding, "confirm"), by, CutText.To(finding.Explanation, AuditRecord.LongestReason));
            var outcome = await registry.SendAsync(
                known.Id,
                new Confer(stamp, IdOf(finding, "conferral"), facts, [recipient], evidence, replaces)
            );
            if (!outcome.Succeeded)
            {
                await WaitAsync(finding.Id, outcome.Message ?? "未能自动确认，请人工核对。");
            }

            return outcome;
        }
    }

    /// <summary>A reprint of what proves a conferral already proves it too; of what is undecided, nothing is done.</summary>
    public async Task RepeatAsync(Finding copy, Actor by)
    {
        ArgumentNullException.ThrowIfNull(copy);
        var context = database.Open();
        await using (context)
        {
            var first = await context.Findings.AsNoTracking().FirstOrDefaultAsync(f => f.Id == copy.RepeatsId);
            if (first is not { State: FindingState.Confirmed, Kind: not FindingKind.Revocation, ConferralId: { } conferral })
            {
                return;
            }

            var award = await context.Conferrals.Where(c => c.Id == conferral).Select(c => c.AwardId).FirstAsync();
            var stamp = new CommandStamp(DerivedId.From(copy.Id, $"repeat:{first.Round}"), by, "转载，补充佐证");
            Required(await registry.SendAsync(award, new ProveConferral(stamp, conferral, await EvidenceAsync(context, copy))));
        }
    }

    private static async Task<EvidenceDraft> EvidenceAsync(HonorsContext context, Finding finding) =>
        new(
            finding.ArticleId,
            finding.Start,
            finding.End,
            finding.Quote,
            DocumentId: null,
            await PrintedBy.AssertedByAsync(context, finding.ArticleId),
            finding.Id
        );

    /// <summary>The same in each attempt of one round; a new one when an editor decides anew after taking a decision back.</summary>
    private static Guid IdOf(Finding finding, string what) =>
        DerivedId.From(finding.Id, finding.Round == 0 ? what : string.Create(CultureInfo.InvariantCulture, $"{what}:{finding.Round}"));

    private async Task<RecipientDraft> RecipientAsync(HonorsContext context, Finding finding, Actor by)
    {
        if (finding.RecipientKind == RecipientKind.Person)
        {
            var unit = await UnitResolver.ResolveAsync(context, finding.UnitName);

            // What was read before two entries were merged may still name the one that is gone.
            var honoree = finding.HonoreeId is { } linked
                ? await MergedPeople.KeptAsync(context, linked)
                : await EnterHonoreeAsync(finding, unit, by);
            unit ??= await context
                .Employments.Where(e => e.HonoreeId == honoree && e.To == null)
                .Select(e => e.UnitId)
                .FirstOrDefaultAsync();
            return new RecipientDraft(RecipientKind.Person, honoree, unit, finding.RecipientName, finding.UnitText);
        }

        var receiving =
            await UnitResolver.NamedAsync(context, finding.RecipientName)
            ?? await EnterUnitAsync(finding, await UnitResolver.ResolveAsync(context, finding.UnitName), by);
        return new RecipientDraft(finding.RecipientKind, HonoreeId: null, receiving, finding.RecipientName, finding.UnitText);
    }

    private async Task<Guid> EnterHonoreeAsync(Finding finding, Guid? unit, Actor by)
    {
        var id = DerivedId.From(PeopleInPrint, $"{finding.RecipientName}|{finding.UnitName ?? finding.UnitText}");
        var place = finding.UnitText ?? finding.UnitName;
        var command = new RegisterHonoree(
            new CommandStamp(DerivedId.From(id, "register"), by, "报道中的人物，尚未与花名册对应"),
            finding.RecipientName,
            EmployeeNumber: null,
            HonoreeStatus.Unknown,
            place is null ? [] : [new EmploymentFact(unit, place, finding.Position)]
        );
        return Required(await registry.SendAsync(id, command));
    }

    private async Task<Guid> EnterUnitAsync(Finding finding, Guid? parent, Actor by)
    {
        var id = DerivedId.From(UnitsInPrint, $"{finding.RecipientName}|{parent}");
        var command = new RegisterUnit(
            new CommandStamp(DerivedId.From(id, "register"), by, "报道中的集体，尚未列入单位目录"),
            Code: null,
            finding.RecipientName,
            UnitTier.Team,
            parent,
            Place: null,
            Summary: null,
            OtherNames: []
        );
        return Required(await registry.SendAsync(id, command));
    }

    private async Task<(Guid Id, AwardLevel Level)?> AwardAsync(HonorsContext context, Finding finding, Actor by)
    {
        var named = await context
            .Awards.Where(a => a.Name == finding.AwardName || (!a.IsGeneric && a.Aliases.Any(alias => alias.Name == finding.AwardName)))
            .OrderBy(a => a.Name == finding.AwardName ? 0 : 1)
            .ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.Level })
            .FirstOrDefaultAsync();
        if (named is not null)
        {
            return (named.Id, named.Level);
        }

        if (finding.Level is not { } level)
        {
            return null;
        }

        var family = await context
            .Awards.Where(a => a.IsGeneric && (a.Level == level) && a.Aliases.Any(alias => alias.Name == finding.AwardName))
            .Select(a => (AwardFamily?)a.Family)
            .FirstOrDefaultAsync();
        var id = DerivedId.From(AwardsInPrint, finding.AwardName);
        var command = new RegisterAward(
            new CommandStamp(DerivedId.From(id, "register"), by, "报道中的荣誉，尚未列入荣誉目录"),
            Code: null,
            finding.AwardName,
            level,
            family ?? AwardFamily.General,
            finding.ConferringBody,
            Details: null,
            Aliases: []
        );
        return (Required(await registry.SendAsync(id, command)), level);
    }

    private async Task WaitAsync(Guid findingId, string reason) =>
        await database.InTransactionAsync(
            async (context, transaction) =>
            {
                var finding = await context.Findings.FirstAsync(f => f.Id == findingId);
                finding.Wait(CutText.To(reason, Finding.LongestReason));
                await context.SaveChangesAsync();
                await transaction.CommitAsync();
                return finding;
            }
        );

    private static async Task<Guid?> DocumentAsync(HonorsContext context, Guid articleId) =>
        await context.Documents.Where(d => d.ArticleId == articleId).Select(d => (Guid?)d.Id).FirstOrDefaultAsync();

    private static Guid Required(CommandOutcome outcome) =>
        outcome.Succeeded ? outcome.SubjectId : throw new InvalidOperationException($"{outcome.Rule}: {outcome.Message}");
}
