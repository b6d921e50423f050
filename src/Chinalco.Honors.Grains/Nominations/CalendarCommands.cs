using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Nominations.Calendars;
using Chinalco.Honors.Nominations.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Nominations;

/// <summary>Takes calendars of working days in. The trail keeps what a year said before.</summary>
public sealed class CalendarCommands(CommandTransaction transaction)
{
    /// <param name="text">One year's holidays as YAML; the year stands in it.</param>
    public Task<CommandOutcome> ImportAsync(CommandStamp stamp, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(text);
        return transaction.RunAsync(
            stamp,
            "working-days.import",
            async scope =>
            {
                var year = Read(text);
                var known = await scope.Db.WorkingDayYears.FirstOrDefaultAsync(y => y.Year == year, cancellationToken);
                var (before, id) = (known?.Text, NominationSeeding.CalendarId(year));
                if (before == text)
                {
                    return CommandOutcome.NothingToDo(id, version: 0);
                }

                if (known is null)
                {
                    scope.Db.WorkingDayYears.Add(new WorkingDayYear(year, text, scope.Stamp.By, scope.Now));
                }
                else
                {
                    known.Import(text, scope.Stamp.By, scope.Now);
                }

                await scope.AuditAsync(
                    new AuditSubject(AuditKinds.WorkingDays, id),
                    "working-days.import",
                    new
                    {
                        Year = year,
                        Before = before,
                        After = text,
                    }
                );
                return CommandOutcome.Applied(id, version: 0);
            },
            cancellationToken
        );
    }

    private static int Read(string text)
    {
        try
        {
            return CalendarFile.Read("工作日历", text).Year;
        }
        catch (NominationFileException wrong)
        {
            throw new RuleBrokenException(new ACalendarCanBeRead(wrong.Message));
        }
    }
}

/// <summary>Working days are counted by what can be read.</summary>
/// <param name="fault">What is wrong and where, in Chinese.</param>
public sealed class ACalendarCanBeRead(string fault) : IRule
{
    public bool Holds => false;

    public string Advice => fault;
}
