using System.Collections.Immutable;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Imports.Runs;
using Chinalco.Honors.Imports.Tables;
using Chinalco.Honors.Ingestion.Jobs;
using Chinalco.Honors.Ingestion.Reading;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>
/// Takes the decision that closes a round: a table goes to the import of lists of winners, anything else to ingestion, as if HR or an editor had
/// handed it in there. Who confirms stays who it is there; the round remembers what reads it.
/// </summary>
public sealed class RoundHandInDesk(
    IngestionInbox inbox,
    JobSignal signal,
    ImportRuns runs,
    ImportsQuery imports,
    NominationRoundCommands rounds,
    CurrentUser current
)
{
    private const int Megabyte = 1024 * 1024;

    private static readonly ImmutableArray<string> Texts = [.. SourceFormats.Endings.Split(',')];

    /// <summary>What may hold a text or a table, such as a .txt, is a text.</summary>
    private static readonly ImmutableArray<string> Tables = [.. TableReader.Endings.Split(',').Except(Texts, StringComparer.Ordinal)];

    /// <summary>What a file chooser offers.</summary>
    public static string Endings => string.Join(',', Texts.Concat(Tables));

    /// <summary>Whether a file of that name is read as a table.</summary>
    public static bool IsTable(string fileName) => Tables.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase);

    /// <param name="round">Held by the user; the page has asked.</param>
    /// <param name="fileName">Decides how the file is read.</param>
    /// <returns>How it went, and what reads the file.</returns>
    /// <exception cref="FieldRefusedException">The file is refused; the message says why and what to do.</exception>
    public async Task<(CommandOutcome Outcome, HandInWay Way, Guid Work)> HandInAsync(
        CommandStamp stamp,
        NominationRound round,
        string fileName,
        Func<Task<byte[]>> read,
        long length,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(read);
        Require.That(new TheRoundIsOpen(round.State));
        var way = IsTable(fileName) ? HandInWay.Table : HandInWay.Text;
        long most = way == HandInWay.Table ? TableLimits.Default.MaxBytes : SourceLimits.Default.MaxBytesOf(fileName);
        if (length > most)
        {
            throw new FieldRefusedException(CourseTexts.DecisionTooLarge.With(most / Megabyte));
        }

        var work = await ReceiveAsync(way, round, fileName, await read(), cancellationToken);
        return (await rounds.HandInAsync(stamp, round.Id, work, way, Path.GetFileName(fileName), cancellationToken), way, work);
    }

    private async Task<Guid> ReceiveAsync(
        HandInWay way,
        NominationRound round,
        string fileName,
        byte[] content,
        CancellationToken cancellationToken
    )
    {
        var user = current.User!;
        try
        {
            if (way == HandInWay.Table)
            {
                // Whoever may not import hands in for the round's own unit: HR that answers for it looks the list through.
                var units = user.May(Right.ImportPeople) ? imports.ScopeUnits : [round.UnitId];
                return await runs.ReceiveAsync(ImportKind.Winners, fileName, content, user.Actor, units, cancellationToken);
            }

            var receipt = await inbox.ReceiveAsync(fileName, content, user.Actor);
            signal.Ring();
            return receipt.JobId;
        }
        catch (SourceRefusedException refused)
        {
            throw new FieldRefusedException(refused.Message);
        }
        catch (TableRefusedException refused)
        {
            throw new FieldRefusedException(refused.Message);
        }
    }
}
