using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Tables;
using Chinalco.Honors.Ingestion.Files;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Imports.Winners;

/// <summary>表彰名单: a decision with those whom it honours. Each row becomes a conferral with the row itself as its evidence.</summary>
public sealed class WinnerDefinition(FileStore store, KeptFiles files, TimeProvider clock) : IImportDefinition
{
    public ImportKind Kind => ImportKind.Winners;

    public string Word => "表彰名单";

    public TableFields Fields => WinnerFields.All;

    // With each honour its award, recipients and proofs are loaded and tracked.
    public int BatchSize => 500;

    public ImportChoices Begin(ImportChoices choices, IReadOnlyList<TableRow> above)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return choices with { Document = WinnerReader.DocumentOf(above) };
    }

    public ParsedTable Read(IReadOnlyList<TableRow> rows, ImportColumns columns) => WinnerReader.Read(rows, columns);

    public async Task<ImportPlan> PlanAsync(
        HonorsContext db,
        Guid runId,
        ReadTable table,
        ImportChoices choices,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(choices);
        var winners = (WinnerTable)table.Parsed;
        List<Guid> entered = [.. winners.Rows.Select(row => WinnerPlanner.EnteredId(runId, row)).Distinct()];
        var state = await WinnerState.LoadAsync(db, winners, choices, entered, cancellationToken);
        var planner = new WinnerPlanner(state, choices, runId, KeptList.Of(FileNameOf(choices), table).Facts, clock.GetUtcNow().Year + 1);
        var found = winners.Rows.Select(planner.Find).ToList();
        var standing = await WinnerState.StandingAsync(
            db,
            [.. found.Select(f => f.Change?.Honour).OfType<ListedHonour>().Select(h => (h.AwardId, KeyOf(h)))],
            cancellationToken
        );
        var (changes, unchanged, seen) = (new List<ImportChange>(), 0, new HashSet<Guid>());
        foreach (var (row, change, conflict) in found)
        {
            if (change is null)
            {
                changes.Add(conflict!);
                continue;
            }

            var match = SameHonour.Among(standing[(change.Honour.AwardId, KeyOf(change.Honour))], change.Honour.Facts.Year, row.Edition);
            if (match.Fits > 1)
            {
                changes.Add(Undecided(row, match.Fits));
            }
            else if (match.Conferral is { } known && (known.Evidence.Any(e => e.DocumentId == change.Document.Id) || !seen.Add(known.Id)))
            {
                unchanged++;
            }
            else if (match.Conferral is { } proved)
            {
                changes.Add(Proof(change, proved.Id, proved.Version));
            }
            else if (seen.Add(change.Honour.ConferralId))
            {
                changes.Add(change);
            }
            else
            {
                changes.Add(Twice(row));
            }
        }

        return ImportPlan.Of(changes, unchanged, winners);
    }

    public async Task<int> WriteAsync(CommandScope scope, ImportSource source, IReadOnlyList<ImportChange> batch)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(source);
        List<WinnerChange> changes = [.. batch.Cast<WinnerChange>()];
        await ListedHonours.EnterDocumentsAsync(scope, [.. changes.Select(c => c.Document).DistinctBy(d => d.Id)]);
        await EnterPeopleAsync(scope, source, changes);
        return await ListedHonours.ConferAsync(scope, [.. changes.Select(c => c.Honour)]);
    }

    public Task BeginWritingAsync(ImportLook look, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(look);
        var (content, facts) = KeptList.Of(FileNameOf(look.Choices), look.Table);
        return store.SaveAsync(facts.Sha256, content, cancellationToken);
    }

    public Task EndWritingAsync(ImportLook look)
    {
        ArgumentNullException.ThrowIfNull(look);
        return files.ForgetAsync(KeptList.Of(FileNameOf(look.Choices), look.Table).Facts.Sha256);
    }

    private static string FileNameOf(ImportChoices choices) => $"名单-{choices.Document?.Number ?? choices.Document?.Title ?? "表彰"}.csv";

    private static string KeyOf(ListedHonour honour) => Domain.Conferrals.Conferral.RecipientsKeyOf([honour.Recipient]);

    private static async Task EnterPeopleAsync(CommandScope scope, ImportSource source, List<WinnerChange> changes)
    {
        var wanted = changes.Where(c => c.Entered is not null).DistinctBy(c => c.Entered!.Id).ToList();
        var ids = wanted.Select(c => c.Entered!.Id).ToList();
        var known = await scope.Db.Honorees.Where(h => EF.Parameter(ids).Contains(h.Id)).Select(h => h.Id).ToListAsync();
        foreach (var change in wanted.Where(c => !known.Contains(c.Entered!.Id)))
        {
            var entered = change.Entered!;
            var person = new Honoree(entered.Id, entered.Name, entered.Number, HonoreeStatus.Active);
            person.Employ(entered.UnitId, entered.UnitText, position: null, from: null);
            scope.Db.Honorees.Add(person);
            scope.AuditNew(
                new AuditSubject(AuditKinds.Honoree, person.Id),
                "honoree.import",
                new
                {
                    source.FileName,
                    change.Line,
                    entered.Name,
                    entered.Number,
                    entered.UnitText,
                }
            );
        }
    }

    /// <summary>The honour stands already; the list is one more proof of it.</summary>
    private static WinnerChange Proof(WinnerChange change, Guid conferralId, long version) =>
        change with
        {
            Kind = ImportChangeKind.Changed,
            SubjectId = conferralId,
            SeenVersion = version,
            Advice = "这项荣誉已在库中，这份文件将作为它的又一份佐证。",
            Honour = change.Honour with { ConferralId = conferralId },
        };

    private static ImportChange Undecided(WinnerRow row, int fits) =>
        new(
            ImportChangeKind.Conflict,
            row.Line,
            Guid.Empty,
            row.Number,
            row.Name,
            [],
            $"没有年度，与库中已有的 {fits} 次授予都相符，请补上年度或届次。"
        );

    private static ImportChange Twice(WinnerRow row) =>
        new(
            ImportChangeKind.Conflict,
            row.Line,
            Guid.Empty,
            row.Number,
            row.Name,
            [],
            "文件中有两行是同一获奖者的同一荣誉、同一年度，只写入前一行。请核对是否重复，或补上届次。"
        );
}
