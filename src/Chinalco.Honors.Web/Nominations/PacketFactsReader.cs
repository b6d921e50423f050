using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Nominations.Eligibility;
using Chinalco.Honors.Packets.Facts;
using Chinalco.Honors.Packets.Stories;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.EntityFrameworkCore;
using PacketFact = Chinalco.Honors.Packets.Facts.PacketFact;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>Reads everything that the packet of a nomination says. Honours in force alone; what ended is told apart.</summary>
internal sealed partial class PacketFactsReader
{
    private const int MostArticles = 40;

    private readonly HonorsContext db;
    private readonly Nomination nomination;
    private readonly DateOnly today;
    private readonly CancellationToken gone;

    private readonly OpenScans openScans;

    private PacketFactsReader(HonorsContext db, Nomination nomination, OpenScans openScans, DateOnly today, CancellationToken gone) =>
        (this.db, this.nomination, this.openScans, this.today, this.gone) = (db, nomination, openScans, today, gone);

    /// <summary>The scans of a document that whoever asks may open.</summary>
    public delegate Task<ImmutableArray<ScanLine>> OpenScans(Guid document, CancellationToken cancellationToken);

    /// <param name="db">Sees what the viewer sees; everything where states are compared.</param>
    /// <param name="nomination">One that is there.</param>
    /// <param name="personnel">Whether what the roster says of the person may be read.</param>
    /// <param name="openScans">What may be attached.</param>
    /// <param name="today">Publicities that ended before it are over.</param>
    /// <returns>Null when the candidate is not there, or not for this viewer.</returns>
    public static Task<PacketFacts?> ReadAsync(
        HonorsContext db,
        Nomination nomination,
        bool personnel,
        OpenScans openScans,
        DateOnly today,
        CancellationToken cancellationToken
    ) => new PacketFactsReader(db, nomination, openScans, today, cancellationToken).ReadAsync(personnel);

    private async Task<PacketFacts?> ReadAsync(bool personnel)
    {
        var (who, ended) = await WhoAsync();
        var candidate = nomination.HonoreeId is null ? await UnitAsync() : await PersonAsync(who, personnel);
        if (candidate is null)
        {
            return null;
        }

        var recipients = nomination.HonoreeId is null
            ? db.Recipients.AsNoTracking().Where(r => r.UnitId == who && r.HonoreeId == null)
            : db.Recipients.AsNoTracking().Where(r => r.HonoreeId == who);
        var honours = await HonoursAsync(recipients);
        return new PacketFacts(
            await RoundAsync(),
            candidate,
            nomination.HonoreeId is null ? [] : await PostsAsync(who),
            honours,
            await SentencesAsync(who, recipients),
            await DeclaredAsync(),
            await VotesAsync(),
            await PublicityAsync(),
            await OpinionsAsync(),
            [.. ended, .. await EndedAsync(recipients)]
        );
    }

    /// <summary>Whom the nomination is about now: an entry that was merged is the one that kept it.</summary>
    private async Task<(Guid Id, ImmutableArray<EndedFact> Ended)> WhoAsync()
    {
        if (nomination.HonoreeId is not { } person)
        {
            return (nomination.CandidateUnitId!.Value, []);
        }

        List<EndedFact> ended = [];
        var seen = new HashSet<Guid> { person };
        while (
            await db.Honorees.Where(h => h.Id == person).Select(h => h.MergedIntoId).FirstOrDefaultAsync(gone) is { } kept && seen.Add(kept)
        )
        {
            ended.Add(new EndedFact(FactKind.Candidate, person, FactEnd.Merged, PacketTexts.MergedReason));
            person = kept;
        }

        return (person, [.. ended]);
    }

    private async Task<PacketRound> RoundAsync()
    {
        var round = await db.NominationRounds.AsNoTracking().FirstAsync(r => r.Id == nomination.RoundId, gone);
        var programme = await db.NominationProgrammes.AsNoTracking().FirstAsync(p => p.Id == round.ProgrammeId, gone);
        var rules = (await ProgrammeReader.OfAsync(db, gone)).Read(programme);
        return new PacketRound(
            programme.Name,
            programme.Year,
            round.Name,
            await UnitNameAsync(round.UnitId),
            await UnitNameAsync(nomination.NominatingUnitId),
            round.Deadline,
            nomination.Choice.ToChinese(),
            nomination.Rank,
            string.Join(HonourTexts.ListComma, nomination.Groups),
            rules.Consultations
        );
    }

    private async Task<string> UnitNameAsync(Guid id) =>
        await db.Units.Where(u => u.Id == id).Select(u => u.Name).FirstOrDefaultAsync(gone) ?? "";

    private async Task<PacketCandidate?> PersonAsync(Guid id, bool personnel)
    {
        if (await PersonQuery.FactsAsync(db, id, gone) is not { } person)
        {
            return null;
        }

        var post = person.Current;
        var state = string.Join('\n', person.Name, post?.Unit, post?.Position);
        var text = post is null ? $"{person.Name}。" : $"{person.Name}现任{post.Unit}{post.Position}。";
        var roster = new Proof(PacketTexts.Roster);
        var candidate = new PacketCandidate(
            new PacketFact(FactKind.Candidate, id, text, state, [roster]),
            CandidateKinds.Person,
            person.Name,
            post?.Unit,
            post?.Position
        );
        var file = personnel ? await db.PersonnelFiles.AsNoTracking().FirstOrDefaultAsync(f => f.HonoreeId == id, gone) : null;
        return file is null ? candidate : With(candidate, file.Facts, roster);
    }

    private static PacketCandidate With(PacketCandidate candidate, PersonnelFacts facts, Proof roster)
    {
        var words = new[]
        {
            facts.Gender?.ToChinese(),
            facts.Ethnicity,
            facts.Born is { } born ? PacketTexts.Born.With(Month(born)) : null,
            facts.Hired is { } hired ? PacketTexts.Hired.With(Month(hired)) : null,
            facts.PoliticalStatus,
            facts.Education,
            facts.SkillGrade,
        }
            .OfType<string>()
            .ToList();
        return candidate with
        {
            Gender = facts.Gender?.ToChinese(),
            Ethnicity = facts.Ethnicity,
            Born = facts.Born is { } birth ? Month(birth) : null,
            Hired = facts.Hired is { } start ? Month(start) : null,
            PoliticalStatus = facts.PoliticalStatus,
            Education = facts.Education,
            Skill = facts.SkillGrade,
            Personnel =
                words.Count == 0
                    ? null
                    : new PacketFact(
                        FactKind.Personnel,
                        candidate.Fact.Id,
                        $"{candidate.Name}，{string.Join('，', words)}。",
                        string.Join('\n', facts.InWords().Select(w => w.Text)),
                        [roster]
                    ),
        };
    }

    private async Task<PacketCandidate?> UnitAsync()
    {
        var id = nomination.CandidateUnitId!.Value;
        var unit = await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, gone);
        if (unit is null)
        {
            return null;
        }

        var parent = unit.ParentId is { } above ? await UnitNameAsync(above) : null;
        var text = parent is null ? $"{unit.Name}。" : PacketTexts.UnitBelow.With(unit.Name, parent);
        return new PacketCandidate(
            new PacketFact(FactKind.Candidate, id, text, string.Join('\n', unit.Name, parent), [new Proof(PacketTexts.Organisation)]),
            CandidateKinds.Unit,
            unit.Name,
            parent,
            Position: null
        );
    }

    private async Task<ImmutableArray<PacketPost>> PostsAsync(Guid person) =>
        [
            .. (
                await db
                    .Employments.AsNoTracking()
                    .Where(e => e.HonoreeId == person)
                    .OrderBy(e => e.From)
                    .ThenBy(e => e.Id)
                    .ToListAsync(gone)
            ).Select(e => new PacketPost(
                new PacketFact(
                    FactKind.Post,
                    e.Id,
                    $"{e.UnitText}{e.Position}",
                    string.Join('\n', e.UnitText, e.Position, e.From, e.To),
                    [new Proof(PacketTexts.Roster)]
                ),
                e.From is { } from ? Month(from) : null,
                e.To is { } to ? Month(to) : null,
                e.UnitText,
                e.Position
            )),
        ];

    /// <summary>Year, month or day as papers write it.</summary>
    private static string Month(PartialDate date) =>
        (date.Month, date.Day) switch
        {
            (null, _) => $"{date.Year}年",
            ({ } month, null) => $"{date.Year}年{month}月",
            ({ } month, { } day) => $"{date.Year}年{month}月{day}日",
        };

    private static string Day(DateOnly day) => Month(PartialDate.From(day));
}
