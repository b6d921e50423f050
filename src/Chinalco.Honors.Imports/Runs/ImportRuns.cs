using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Tables;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Imports.Runs;

/// <summary>The imports of tables: taken in, looked at, approved, cancelled. Writing is <see cref="ImportApplier"/>'s.</summary>
public sealed class ImportRuns(IHonorsDatabase database, ImportDefinitions definitions, CommandTransaction transaction, TimeProvider clock)
{
    private const string Subject = AuditKinds.Import;

    private readonly LastTable tables = new();

    /// <summary>Takes a table in. The same bytes again lead to the run that is still open.</summary>
    /// <param name="scopeUnits">The units that the actor may import for; null for the whole group.</param>
    /// <exception cref="TableRefusedException">It is no such table; the message tells the user what to do.</exception>
    public async Task<Guid> ReceiveAsync(
        ImportKind kind,
        string fileName,
        byte[] content,
        Actor actor,
        IReadOnlyList<Guid>? scopeUnits,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var definition = definitions.Of(kind);
        var rows = TableReader.Read(content);
        var columns = ImportColumns.Find(rows, definition.Fields);
        var sha = Sha256Hex.Of(content);
        if (await OpenRunAsync(kind, sha, actor, cancellationToken) is { } open)
        {
            return open;
        }

        IReadOnlyList<TableRow> above = [.. rows.Take(columns.HeaderIndex)];
        var today = PartialDate.From(DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
        var choices = definition.Begin(
            new ImportChoices(
                await KnownFieldsAsync(definition, columns, cancellationToken) ?? columns.Fields,
                TableLines.DayOf(above) ?? today,
                CompleteFor: null,
                TakesNewNames: false,
                [.. scopeUnits ?? []],
                scopeUnits is null
            ),
            above
        );
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var name = Path.GetFileName(fileName);
        var run = new ImportRun(
            id,
            kind,
            name.Length <= ImportRun.LongestFileName ? name : name[^ImportRun.LongestFileName..],
            sha,
            choices.ToString(),
            actor,
            clock.GetUtcNow()
        );
        var outcome = await transaction.RunAsync(
            CommandStamp.New(actor),
            "import.receive",
            async scope =>
            {
                scope.Db.ImportRuns.Add(run);
                scope.Db.ImportFiles.Add(new ImportFile(id, content));
                await scope.AuditAsync(
                    new AuditSubject(Subject, id),
                    "import.receive",
                    new
                    {
                        run.Kind,
                        run.FileName,
                        run.Sha256,
                        content.Length,
                    }
                );
                return CommandOutcome.Applied(id, version: 0);
            },
            cancellationToken
        );
        if (!outcome.Succeeded)
        {
            throw new TableRefusedException(outcome.Message ?? "没有完成，请重试。");
        }

        // Whoever hands a table in looks at it next.
        var chosen = columns.With(choices.Fields, definition.Fields);
        tables.Keep(new ReadTable(id, content, rows, chosen, definition.Read(rows, chosen)));
        return id;
    }

    /// <summary>What the run would change now; null when there is no such run or its file is gone.</summary>
    public async Task<ImportLook?> LookAsync(Guid runId, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var run = await db.ImportRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == runId, cancellationToken);
            var file = run is null
                ? null
                : await db.ImportFiles.AsNoTracking().FirstOrDefaultAsync(f => f.RunId == runId, cancellationToken);
            if (file is null)
            {
                return null;
            }

            var choices = ImportChoices.Parse(run!.Choices);
            var definition = definitions.Of(run.Kind);
            var table = tables.Of(runId, file.Content, choices.Fields, definition);
            return new ImportLook(
                run,
                definition,
                choices,
                table,
                await definition.PlanAsync(db, runId, table, choices, cancellationToken)
            );
        }
    }

    /// <summary>Chooses columns and options, and remembers the columns for the next file of the same shape.</summary>
    public Task<CommandOutcome> ChooseAsync(CommandStamp stamp, ImportLook look, ImportChoices choices, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(look);
        ArgumentNullException.ThrowIfNull(choices);
        return ChangeAsync(
            stamp,
            look.Run.Id,
            "import.choose",
            async (scope, run) =>
            {
                // Whose people it may change was settled when the file was taken in.
                run.Choose((choices with { ScopeUnits = look.Choices.ScopeUnits, IsWholeGroup = look.Choices.IsWholeGroup }).ToString());
                await RememberAsync(scope, run.Kind, look.Columns, choices.Fields);
                return new
                {
                    choices.Fields,
                    choices.AsOf,
                    choices.CompleteFor,
                    choices.TakesNewNames,
                    choices.Document,
                    choices.EntersUnknown,
                    choices.People,
                };
            },
            cancellationToken
        );
    }

    /// <summary>
    /// Approves exactly the changes that were looked at. When the time to write them comes and they are others, nothing is written and
    /// somebody has to look again.
    /// </summary>
    /// <param name="digest">The plan's digest as the user saw it.</param>
    public Task<CommandOutcome> ApproveAsync(CommandStamp stamp, Guid runId, string digest, CancellationToken cancellationToken) =>
        ChangeAsync(
            stamp,
            runId,
            "import.approve",
            (_, run) =>
            {
                run.Approve(digest);
                return Task.FromResult<object>(new { Digest = digest });
            },
            cancellationToken
        );

    /// <summary>Takes a failed run up again where it was.</summary>
    public Task<CommandOutcome> TakeUpAsync(CommandStamp stamp, Guid runId, CancellationToken cancellationToken) =>
        ChangeAsync(
            stamp,
            runId,
            "import.resume",
            (_, run) =>
            {
                run.TakeUp();
                return Task.FromResult<object>(new { run.Written });
            },
            cancellationToken
        );

    /// <summary>Ends the run; what it has written stays. Its file is forgotten.</summary>
    public Task<CommandOutcome> CancelAsync(CommandStamp stamp, Guid runId, CancellationToken cancellationToken) =>
        ChangeAsync(
            stamp,
            runId,
            "import.cancel",
            async (scope, run) =>
            {
                run.Cancel(run.Written == 0 ? "已取消，没有写入任何内容。" : $"已取消；取消前写入的 {run.Written} 项保留。", scope.Now);
                await scope.Db.ImportFiles.Where(f => f.RunId == runId).ExecuteDeleteAsync();
                return new { run.Written };
            },
            cancellationToken
        );

    /// <summary>Forgets the file; a run that was not over is over with it.</summary>
    public Task<CommandOutcome> ForgetAsync(CommandStamp stamp, Guid runId, CancellationToken cancellationToken) =>
        ChangeAsync(
            stamp,
            runId,
            "import.forget",
            async (scope, run) =>
            {
                if (!run.IsOver)
                {
                    run.Cancel(
                        $"{OldImports.KeptFor.Days} 天内没有处理完，名册已清除；已写入的 {run.Written} 项保留。需要时请重新上传。",
                        scope.Now
                    );
                }

                await scope.Db.ImportFiles.Where(f => f.RunId == runId).ExecuteDeleteAsync();
                return new { run.Written };
            },
            cancellationToken
        );

    private Task<CommandOutcome> ChangeAsync(
        CommandStamp stamp,
        Guid runId,
        string action,
        Func<CommandScope, ImportRun, Task<object>> change,
        CancellationToken cancellationToken
    ) =>
        transaction.RunAsync(
            stamp,
            action,
            async scope =>
            {
                var run = await scope.Db.ImportRuns.FirstOrDefaultAsync(r => r.Id == runId);
                Require.That(new TheEntityExists("导入", run is not null));
                await scope.AuditAsync(new AuditSubject(Subject, runId), action, await change(scope, run!));
                return CommandOutcome.Applied(runId, version: 0);
            },
            cancellationToken
        );

    private static async Task RememberAsync(CommandScope scope, ImportKind kind, ImportColumns columns, ImmutableArray<string> fields)
    {
        var (signature, text) = (columns.Signature, string.Join(',', fields));
        var mapping = await scope.Db.ImportMappings.FirstOrDefaultAsync(m => m.Kind == kind && m.Signature == signature);
        if (mapping is null)
        {
            scope.Db.ImportMappings.Add(new ImportMapping(Guid.CreateVersion7(), kind, signature, text));
        }
        else
        {
            mapping.Learn(text);
        }
    }

    private async Task<ImmutableArray<string>?> KnownFieldsAsync(
        IImportDefinition definition,
        ImportColumns columns,
        CancellationToken cancellationToken
    )
    {
        var db = database.Open();
        await using (db)
        {
            var (kind, signature) = (definition.Kind, columns.Signature);
            var text = await db
                .ImportMappings.Where(m => m.Kind == kind && m.Signature == signature)
                .Select(m => m.Fields)
                .FirstOrDefaultAsync(cancellationToken);
            return text is null ? null : columns.With([.. text.Split(',')], definition.Fields).Fields;
        }
    }

    private async Task<Guid?> OpenRunAsync(ImportKind kind, string sha, Actor actor, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db
                .ImportRuns.Where(r => r.Kind == kind && r.Sha256 == sha && r.ActorId == actor.Id && r.State == ImportState.Checking)
                .Select(r => (Guid?)r.Id)
                .FirstOrDefaultAsync(cancellationToken);
        }
    }
}
