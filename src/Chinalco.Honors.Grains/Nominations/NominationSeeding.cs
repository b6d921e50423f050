using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Nominations.Calendars;
using Chinalco.Honors.Nominations.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Nominations;

/// <summary>
/// Fills a new registry with the programmes and calendars that the product brings. A year's programme, and a year's calendar, that the
/// registry has already stays as it is: what somebody changed is never overwritten.
/// </summary>
public sealed class NominationSeeding(CommandTransaction transaction, IHonorsDatabase database)
{
    private const string Reason = "系统随附的公开评选规则和工作日历";

    private static readonly Guid Programmes = new("5d1f3a5e-9a55-4bb2-8f43-6a7b5a0c1e11");

    private static readonly Guid Calendars = new("5d1f3a5e-9a55-4bb2-8f43-6a7b5a0c1e12");

    /// <summary>What the trail calls the calendar of a year.</summary>
    public static Guid CalendarId(int year) => DerivedId.From(Calendars, $"{year}");

    /// <param name="directory">The seeds; its folders <c>programmes</c> and <c>calendars</c> may be missing.</param>
    /// <exception cref="NominationFileException">A file is wrong, or a rule forbids what it says; the message says what to put right.</exception>
    public async Task LoadAsync(string directory, CancellationToken cancellationToken)
    {
        var calendars = await ReadAsync(Path.Combine(directory, "calendars"), cancellationToken);
        var programmes = await ReadAsync(Path.Combine(directory, "programmes"), cancellationToken);
        var db = database.Open();
        await using (db)
        {
            var missing = await MissingAsync(db, calendars, programmes, cancellationToken);
            if (missing.Count == 0)
            {
                return;
            }
        }

        var outcome = await transaction.RunAsync(
            CommandStamp.New(Actor.System, Reason),
            "nomination.seed",
            async scope =>
            {
                foreach (var make in await MissingAsync(scope.Db, calendars, programmes, cancellationToken))
                {
                    make(scope);
                }

                return CommandOutcome.Applied(Guid.Empty, version: 0);
            },
            cancellationToken
        );
        if (!outcome.Succeeded)
        {
            throw new NominationFileException(directory, outcome.Message ?? "");
        }
    }

    private static async Task<List<SeedFile>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var files = new List<SeedFile>();
        if (!Directory.Exists(folder))
        {
            return files;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            files.Add(new SeedFile(Path.GetFileName(file), await File.ReadAllTextAsync(file, cancellationToken)));
        }

        return files;
    }

    /// <summary>What of the files the registry lacks, each with how it is entered.</summary>
    private static async Task<List<Action<CommandScope>>> MissingAsync(
        HonorsContext db,
        List<SeedFile> calendars,
        List<SeedFile> programmes,
        CancellationToken cancellationToken
    )
    {
        var makers = new List<Action<CommandScope>>();
        var years = await db.WorkingDayYears.Select(y => y.Year).ToListAsync(cancellationToken);
        foreach (var file in calendars)
        {
            var year = CalendarFile.Read(file.Name, file.Text).Year;
            if (!years.Contains(year))
            {
                makers.Add(scope => Enter(scope, year, file.Text));
            }
        }

        var known = await db.NominationProgrammes.Select(p => new { p.Code, p.Year }).Distinct().ToListAsync(cancellationToken);
        var awards = await ProgrammeReader.OfAsync(db, cancellationToken);
        foreach (var file in programmes)
        {
            var head = ProgrammeReader.HeadOf(awards.Read(file.Name, file.Text));
            if (!known.Exists(k => k.Code == head.Code && k.Year == head.Year))
            {
                makers.Add(scope => Enter(scope, head, file.Text));
            }
        }

        return makers;
    }

    private static void Enter(CommandScope scope, int year, string text)
    {
        scope.Db.WorkingDayYears.Add(new WorkingDayYear(year, text, scope.Stamp.By, scope.Now));
        scope.AuditNew(
            new AuditSubject(AuditKinds.WorkingDays, CalendarId(year)),
            "working-days.import",
            new { Year = year, After = text }
        );
    }

    private static void Enter(CommandScope scope, ProgrammeHead head, string text)
    {
        var id = DerivedId.From(Programmes, $"{head.Code}/{head.Year}");
        var programme = new NominationProgramme(id, head, revision: 1, text, scope.Stamp.By, scope.Now);
        programme.Publish(head, scope.Stamp.Reason, scope.Stamp.By, scope.Now);
        scope.Db.NominationProgrammes.Add(programme);
        scope.AuditNew(
            new AuditSubject(AuditKinds.Programme, id),
            "nomination-programme.publish",
            new
            {
                head.Code,
                head.Year,
                programme.Revision,
                After = text,
            }
        );
    }

    private sealed record SeedFile(string Name, string Text);
}
