using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Ingestion.Files;
using Chinalco.Honors.Ingestion.Seeding;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Hosting;
using Chinalco.Honors.Web.Resources;
using Chinalco.Honors.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>
/// A round of the sample company with four of its invented people at different stages, so that union staff find something to look at where the
/// samples are. Written by the commands that the pages use, under ids that follow from what is written: any number of starts make it once.
/// </summary>
internal sealed class SampleRounds(
    IHonorsDatabase database,
    NominationRoundCommands rounds,
    NominationBatchCommands batches,
    NominationCourseCommands courses,
    NominationPaperCommands papers,
    PublicityCommands publicities,
    FileStore files,
    DemoPlan plan,
    StartUpPlan start,
    TimeProvider clock
)
{
    private const string ProgrammeCode = "group-model-worker";
    private const string Company = "U211";

    /// <summary>In days: nominations of the sample round are taken for so long.</summary>
    private const int Term = 45;

    /// <summary>In days: five working days are over by then, whatever the holidays.</summary>
    private const int LongestPublicity = 20;

    private static readonly Guid Scope = new("5d1f3a5e-9a55-4bb2-8f43-6a7b5a0c1e19");

    /// <summary>Whom, by whom, and how far.</summary>
    private static readonly ImmutableArray<(string Person, string Unit, NominationChoice Choice, NominationStage Stage)> Nominees =
    [
        ("S100009", "U212", NominationChoice.First, NominationStage.Publicity),
        ("S100007", "U213", NominationChoice.First, NominationStage.Assembly),
        ("S100008", Company, NominationChoice.First, NominationStage.UnitReview),
        ("S100005", "U212", NominationChoice.Reserve, NominationStage.Draft),
    ];

    private static Guid RoundId => DerivedId.From(Scope, "round");

    private DateOnly Today => ChinaToday.Of(clock);

    /// <summary>Makes what is missing, and puts the publicity up again once its term is over. Any number of times.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!plan.IsWanted)
        {
            return;
        }

        var db = database.Open();
        await using (db)
        {
            var programme = await db
                .NominationProgrammes.Where(p => p.Code == ProgrammeCode && p.State == ProgrammeState.Published)
                .OrderByDescending(p => p.Year)
                .Select(p => new { p.Id, p.Name })
                .FirstOrDefaultAsync(cancellationToken);
            var company = CatalogueImport.UnitId(Company);
            if (programme is null || !await db.Units.AnyAsync(u => u.Id == company, cancellationToken))
            {
                return;
            }

            if (await db.Nominations.CountAsync(n => n.RoundId == RoundId, cancellationToken) < Nominees.Length)
            {
                await MakeAsync(programme.Id, NominationTexts.SampleRound.With(programme.Name), cancellationToken);
            }
            else
            {
                await RenewAsync(db, cancellationToken);
            }
        }
    }

    private async Task MakeAsync(Guid programme, string name, CancellationToken cancellationToken)
    {
        var text = new RoundText(
            name,
            Nominees.Count(n => n.Choice == NominationChoice.First),
            Today.AddDays(Term),
            NominationTexts.SampleNote
        );
        var opened = await rounds.OpenAsync(
            Stamp(RoundId, "open"),
            RoundId,
            programme,
            CatalogueImport.UnitId(Company),
            text,
            cancellationToken
        );
        if (!opened.Succeeded)
        {
            return;
        }

        var quotas = Nominees
            .Where(n => n.Choice == NominationChoice.First)
            .GroupBy(n => n.Unit, StringComparer.Ordinal)
            .ToDictionary(n => CatalogueImport.UnitId(n.Key), n => n.Count());
        await rounds.AllotAsync(Stamp(RoundId, "quotas"), RoundId, opened.Version, quotas, cancellationToken);
        foreach (var (person, unit, choice, stage) in Nominees)
        {
            var id = DerivedId.From(RoundId, person);
            var nominee = new NewNomination(id, RoundId, CatalogueImport.HonoreeId(person), null, CatalogueImport.UnitId(unit), choice, []);
            if ((await batches.NominateAsync(Stamp(id, "enter"), nominee, cancellationToken)).Succeeded)
            {
                await LeadAsync(id, stage, cancellationToken);
            }
        }
    }

    /// <summary>As far as a stage, with a vote where it has come to the assembly and the publicity put up where it has come so far.</summary>
    private async Task LeadAsync(Guid id, NominationStage stage, CancellationToken cancellationToken)
    {
        if (stage >= NominationStage.UnitReview)
        {
            await DeclareAsync(id, cancellationToken);
            await AdvanceAsync(id, NominationStage.Draft, "", cancellationToken);
        }

        if (stage >= NominationStage.Assembly)
        {
            await AdvanceAsync(id, NominationStage.UnitReview, "", cancellationToken);
            await VoteAsync(id, "", cancellationToken);
        }

        if (stage >= NominationStage.Publicity)
        {
            await AdvanceAsync(id, NominationStage.Assembly, "", cancellationToken);
            await PutUpAsync(id, "", cancellationToken);
        }
    }

    /// <summary>
    /// Where nobody has led the nominee on who was shown when the round was made, and the term is over: sent back, voted on and put up again, as
    /// a union would; and nominations are taken again.
    /// </summary>
    private async Task RenewAsync(HonorsContext db, CancellationToken cancellationToken)
    {
        var today = Today;
        var round = await db.NominationRounds.AsNoTracking().FirstAsync(r => r.Id == RoundId, cancellationToken);
        if (round.State != NominationRoundState.Open)
        {
            return;
        }

        var mark = $"{today:yyyyMMdd}";
        if (round.Deadline < today)
        {
            var text = round.Text with { Deadline = today.AddDays(Term) };
            await rounds.WriteAsync(Stamp(RoundId, $"write {mark}"), RoundId, round.Version, text, cancellationToken);
        }

        var id = DerivedId.From(RoundId, Nominees[0].Person);
        var lastYear = today.AddDays(LongestPublicity).Year;
        var isKnown = await db.WorkingDayYears.CountAsync(y => y.Year == today.Year || y.Year == lastYear, cancellationToken);
        if (
            isKnown == lastYear - today.Year + 1
            && await db.Nominations.AnyAsync(n => n.Id == id && n.Stage == NominationStage.Publicity, cancellationToken)
            && !await db.Publicities.AnyAsync(p => p.NominationId == id && p.Until >= today, cancellationToken)
        )
        {
            var seen = await SeenAsync(id, $"return {mark}", cancellationToken);
            var back = seen with { Command = seen.Command with { Reason = NominationTexts.SampleAgain } };
            await courses.ReturnAsync(back, NominationStage.Assembly, cancellationToken);
            await VoteAsync(id, mark, cancellationToken);
            await AdvanceAsync(id, NominationStage.Assembly, mark, cancellationToken);
            await PutUpAsync(id, mark, cancellationToken);
        }
    }

    private async Task DeclareAsync(Guid id, CancellationToken cancellationToken)
    {
        var told = new FactTold(NominationTexts.SampleFactValue, NominationTexts.SampleFactEvidence);
        await papers.DeclareAsync(await SeenAsync(id, "declare", cancellationToken), NominationTexts.SampleFact, told, cancellationToken);
    }

    private async Task AdvanceAsync(Guid id, NominationStage from, string mark, CancellationToken cancellationToken)
    {
        var seen = await SeenAsync(id, $"advance {from} {mark}", cancellationToken);
        await courses.AdvanceAsync(
            seen,
            from,
            new CandidateStanding(Bar: null, Open: 0),
            NominationTexts.SampleChecked,
            cancellationToken: cancellationToken
        );
    }

    private async Task VoteAsync(Guid id, string mark, CancellationToken cancellationToken)
    {
        var file = Path.Combine(start.SeedsDirectory, "nominations", "sample-minutes.pdf");
        ScanFacts? minutes = null;
        if (File.Exists(file))
        {
            var content = await File.ReadAllBytesAsync(file, cancellationToken);
            minutes = new ScanFacts(NominationTexts.SampleMinutes, Sha256Hex.Of(content), ScanReader.Pdf, content.Length);
            await files.SaveAsync(minutes.Sha256, content, cancellationToken);
        }

        var vote = new VoteFacts(NominationTexts.SampleAssembly, Today, Expected: 60, Present: 58, InFavour: 57, minutes);
        await papers.VoteAsync(await SeenAsync(id, $"vote {mark}", cancellationToken), vote, cancellationToken);
    }

    private async Task PutUpAsync(Guid id, string mark, CancellationToken cancellationToken)
    {
        var seen = await SeenAsync(id, $"put up {mark}", cancellationToken);
        await publicities.PutUpAsync(seen, NominationTexts.SampleLevel, Today, NominationTexts.SamplePlace, cancellationToken);
    }

    private async Task<CourseStamp> SeenAsync(Guid id, string step, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var seen = await db.Nominations.Where(n => n.Id == id).Select(n => n.Version).FirstOrDefaultAsync(cancellationToken);
            return new CourseStamp(Stamp(id, step), id, seen);
        }
    }

    private static CommandStamp Stamp(Guid of, string step) => new(DerivedId.From(of, step), Actor.System, NominationTexts.SampleReason);
}
