using System.Globalization;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Tables;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Imports.Headcounts;

/// <summary>单位人数: how many people each unit had in each year.</summary>
public sealed class HeadcountDefinition : IImportDefinition
{
    public ImportKind Kind => ImportKind.Headcounts;

    public string Word => "单位人数";

    public TableFields Fields => HeadcountReader.Fields;

    public int BatchSize => 2_000;

    public ImportChoices Begin(ImportChoices choices, IReadOnlyList<TableRow> above) => choices;

    public ParsedTable Read(IReadOnlyList<TableRow> rows, ImportColumns columns) => HeadcountReader.Read(rows, columns);

    public async Task<ImportPlan> PlanAsync(
        HonorsContext db,
        Guid runId,
        ReadTable table,
        ImportChoices choices,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(choices);
        var directory = await UnitDirectory.LoadAsync(db, cancellationToken);
        var known = await db.Headcounts.AsNoTracking().ToDictionaryAsync(h => (h.UnitId, h.Year), h => h.Number, cancellationToken);
        var counts = (HeadcountTable)table.Parsed;
        var (changes, unchanged) = (new List<ImportChange>(), 0);
        var told = counts.Rows.ToLookup(r => (Unit: directory.FindWhole(r.UnitText), Year: r.Year ?? choices.AsOf.Year));
        foreach (var row in counts.Rows)
        {
            var (unit, year) = (directory.FindWhole(row.UnitText), row.Year ?? choices.AsOf.Year);
            if (AdviceOn(row, unit, directory, choices, told) is { } advice)
            {
                // A row with a column for each year says the same thing of each.
                if (changes.LastOrDefault() is not { IsWritten: false } last || last.Line != row.Line || last.Advice != advice)
                {
                    changes.Add(new ImportChange(ImportChangeKind.Conflict, row.Line, Guid.Empty, Number: null, row.UnitText, [], advice));
                }

                continue;
            }

            // The same unit and year with the same number again says nothing new.
            var isRepeated = told[(unit, year)].First() != row;
            int? before = known.TryGetValue((unit!.Value, year), out var number) ? number : null;
            if (isRepeated || before == row.Number)
            {
                unchanged++;
                continue;
            }

            changes.Add(
                new HeadcountChange(
                    before is null ? ImportChangeKind.New : ImportChangeKind.Changed,
                    row.Line,
                    DerivedId.From(unit.Value, year.ToString(CultureInfo.InvariantCulture)),
                    row.UnitText,
                    [new FieldChange(string.Create(CultureInfo.InvariantCulture, $"{year} 年人数"), Text(before), Text(row.Number))],
                    unit.Value,
                    year,
                    row.Number,
                    before
                )
            );
        }

        return ImportPlan.Of(changes, unchanged, counts);
    }

    public async Task<int> WriteAsync(CommandScope scope, ImportSource source, IReadOnlyList<ImportChange> batch)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(source);
        List<HeadcountChange> changes = [.. batch.Cast<HeadcountChange>()];
        var units = changes.Select(c => c.UnitId).Distinct().ToList();
        var known = await scope.Db.Headcounts.Where(h => EF.Parameter(units).Contains(h.UnitId)).ToDictionaryAsync(h => (h.UnitId, h.Year));
        var standing = (await scope.Db.Units.Where(u => EF.Parameter(units).Contains(u.Id)).Select(u => u.Id).ToListAsync()).ToHashSet();
        await scope.PrepareChainsAsync(AuditKinds.Unit, units);
        var overtaken = 0;
        foreach (var change in changes)
        {
            var headcount = known.GetValueOrDefault((change.UnitId, change.Year));
            if (headcount?.Number != change.Before || !standing.Contains(change.UnitId))
            {
                overtaken++;
                continue;
            }

            if (headcount is null)
            {
                scope.Db.Headcounts.Add(new Headcount(change.UnitId, change.Year, change.Count, source.FileName, scope.Now));
            }
            else
            {
                headcount.Correct(change.Count, source.FileName, scope.Now);
            }

            await scope.AuditAsync(
                new AuditSubject(AuditKinds.Unit, change.UnitId),
                "unit.headcount",
                new
                {
                    source.FileName,
                    change.Line,
                    change.Year,
                    change.Before,
                    After = change.Count,
                }
            );
        }

        scope.PagesChanged([], standing, []);
        return overtaken;
    }

    private static string? AdviceOn(
        HeadcountRow row,
        Guid? unit,
        UnitDirectory directory,
        ImportChoices choices,
        ILookup<(Guid? Unit, int Year), HeadcountRow> told
    )
    {
        var year = row.Year ?? choices.AsOf.Year;
        if (unit is null)
        {
            return $"单位“{row.UnitText}”不在组织树中，或有多个单位同名。请按组织树中的名称填写，重名时在前面加上级单位。";
        }

        if (!choices.Scope.Covers(directory, unit))
        {
            return $"“{row.UnitText}”不在您负责的单位范围内，请交由该单位人事导入。";
        }

        if (year < 1949 || year > choices.AsOf.Year + 1)
        {
            return $"年度 {year} 不合理，或晚于表格日期 {choices.AsOf}，请核对。";
        }

        var same = told[(unit, year)].ToList();
        return same.Exists(other => other.Number != row.Number)
            ? $"同一单位、同一年度在文件中有不同的人数（第 {string.Join('、', same.Select(r => r.Line).Distinct())} 行），请只留一个。"
            : null;
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
