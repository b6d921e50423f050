using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Nominations.Calendars;
using Chinalco.Honors.Nominations.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>Reads programmes and calendars. They hold nobody's facts: whoever may nominate reads them all, drafts only who keeps them.</summary>
public sealed class ProgrammesQuery(IHonorsDatabase database)
{
    /// <summary>Every version, the latest year first.</summary>
    /// <param name="drafts">Whether with drafts.</param>
    public async Task<IReadOnlyList<NominationProgramme>> AllAsync(bool drafts, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db
                .NominationProgrammes.AsNoTracking()
                .Where(p => drafts || p.State != ProgrammeState.Draft)
                .OrderByDescending(p => p.Year)
                .ThenBy(p => p.Code)
                .ThenByDescending(p => p.Revision)
                .ToListAsync(cancellationToken);
        }
    }

    /// <returns>Null when there is none, or it is a draft and none is wanted.</returns>
    public async Task<ReadProgramme?> OneAsync(Guid id, bool drafts, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var stored = await db.NominationProgrammes.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellationToken);
            if (stored is null || (stored.State == ProgrammeState.Draft && !drafts))
            {
                return null;
            }

            var reader = await ProgrammeReader.OfAsync(db, cancellationToken);
            var others = await db
                .NominationProgrammes.AsNoTracking()
                .Where(p => p.Code == stored.Code && p.Id != id && (drafts || p.State != ProgrammeState.Draft))
                .OrderByDescending(p => p.Year)
                .ThenByDescending(p => p.Revision)
                .ToListAsync(cancellationToken);
            return Read(stored, stored.Text, reader, others);
        }
    }

    /// <summary>What a text would be read as, whether it is kept or not.</summary>
    public async Task<ReadProgramme> PreviewAsync(NominationProgramme draft, string text, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return Read(draft, text, await ProgrammeReader.OfAsync(db, cancellationToken), []);
        }
    }

    /// <summary>Every year whose working days are known, the latest first.</summary>
    public async Task<ImmutableArray<ReadCalendar>> CalendarsAsync(CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var stored = await db.WorkingDayYears.AsNoTracking().OrderByDescending(y => y.Year).ToListAsync(cancellationToken);
            return [.. stored.Select(year => new ReadCalendar(year, CalendarFile.Read($"{year.Year}", year.Text)))];
        }
    }

    private static ReadProgramme Read(
        NominationProgramme stored,
        string text,
        ProgrammeReader reader,
        IReadOnlyList<NominationProgramme> others
    )
    {
        try
        {
            var rules = reader.Read(stored.Name, text);
            return new ReadProgramme(
                stored,
                rules,
                Fault: null,
                rules.Awards.ToImmutableDictionary(a => a, a => reader.NameOf(a) ?? a),
                others
            );
        }
        catch (NominationFileException wrong)
        {
            return new ReadProgramme(stored, Rules: null, wrong.Message, ImmutableDictionary<string, string>.Empty, others);
        }
    }
}

/// <summary>A programme as it is kept and as it is read.</summary>
/// <param name="Rules">Null while the text cannot be read.</param>
/// <param name="Fault">What is wrong and where, in Chinese; null when it can be read.</param>
/// <param name="Awards">Names of the awards by code.</param>
/// <param name="Others">Other versions and years of the same programme.</param>
public sealed record ReadProgramme(
    NominationProgramme Stored,
    Programme? Rules,
    string? Fault,
    ImmutableDictionary<string, string> Awards,
    IReadOnlyList<NominationProgramme> Others
);

/// <summary>A year's working days as they are kept and as they are read.</summary>
public sealed record ReadCalendar(WorkingDayYear Stored, YearOfHolidays Days);
