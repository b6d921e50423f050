using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Ingestion.Seeding;

namespace Chinalco.Honors.Imports.Roster;

/// <summary>
/// Compares a roster with the registry. A pure function: the same file against the same registry gives the same changes, and against a
/// registry that has them already, none.
/// </summary>
public sealed class RosterPlanner(RosterState state, UnitDirectory directory, RosterOptions options, ImportScope scope, Guid runId)
{
    public ImportPlan Plan(RosterTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var changes = new List<RosterChange>(table.Rows.Length);
        var seen = new HashSet<Guid>();
        var unchanged = 0;
        var numbers = table.Rows.Where(r => r.Number is not null).ToLookup(r => r.Number!, r => r.Line, StringComparer.OrdinalIgnoreCase);
        foreach (var row in table.Rows)
        {
            if (row.Number is { } number && numbers[number].Skip(1).Any())
            {
                if (state.WithNumber(number) is { } known)
                {
                    seen.Add(known.Id);
                }

                changes.Add(Conflict(row, $"工号在文件中出现多次（第 {string.Join('、', numbers[number])} 行），请只留一行，或核对工号。"));
                continue;
            }

            var change = ChangeOf(row, seen);
            if (change is null)
            {
                unchanged++;
            }
            else
            {
                changes.Add(change);
            }
        }

        return ImportPlan.Of(changes.Concat(WhoLeft(table, seen)), unchanged, table);
    }

    private RosterChange? ChangeOf(RosterRow row, HashSet<Guid> seen)
    {
        var unit = row.UnitText.Length == 0 ? null : directory.Find(row.UnitText);
        var known = row.Number is { } number ? state.WithNumber(number) : null;
        if (known is not null)
        {
            // Whatever becomes of the row, the person is on the roster.
            seen.Add(known.Id);
            return Compare(row, known, unit);
        }

        var namesakes = row.Number is null ? state.Named(row.Name, unit, directory) : PrintedNamesakes(row, unit);
        if (namesakes.Count > 1)
        {
            namesakes.ForEach(p => seen.Add(p.Id));
            return Conflict(
                row,
                $"本单位已有 {namesakes.Count} 位同名人物{(row.Number is null ? "，文件没有工号" : "（尚无工号）")}，无法判断是哪一位。请补工号，或先在人物页确认。"
            );
        }

        if (namesakes is [var one] && seen.Add(one.Id))
        {
            return Compare(row, one, unit);
        }

        return namesakes.Count == 1
            ? Conflict(row, "文件中有两行指向同一位人物，请核对是否重复，或补上工号加以区分。")
            : Beginner(row, unit);
    }

    /// <summary>Somebody known from print, without a number, of the same name and the same unit is taken for the person.</summary>
    private List<KnownPerson> PrintedNamesakes(RosterRow row, Guid? unit) =>
        [.. state.WithoutNumber(row.Name).Where(p => RosterState.Fits(p, unit, directory))];

    private RosterChange? Beginner(RosterRow row, Guid? unit)
    {
        if (row.HasLeft)
        {
            return Conflict(row, "已离职，且库中没有此人，不新增。");
        }

        if (row.UnitText.Length == 0)
        {
            return Conflict(row, "新增人员须有单位，请补上。");
        }

        if (!scope.Covers(directory, unit))
        {
            return Conflict(row, OutOfScope(row));
        }

        var id = row.Number is { } number
            ? CatalogueImport.HonoreeId(number)
            : DerivedId.From(runId, row.Line.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return new RosterChange(ImportChangeKind.New, row.Line, id, row.Number, row.Name, [], UnitAdvice(row, unit), row, unit);
    }

    private RosterChange? Compare(RosterRow row, KnownPerson known, Guid? unit)
    {
        if (!scope.Covers(directory, known.UnitId) && !scope.Covers(directory, unit))
        {
            return Conflict(row, OutOfScope(row));
        }

        if (known.Name != row.Name && !options.TakesNewNames)
        {
            return Conflict(row, $"工号已属于“{known.Name}”。若是改名，请勾选“同工号不同姓名按改名处理”；否则请核对工号。");
        }

        if (known.Status == HonoreeStatus.Deceased && row.Status is HonoreeStatus.Active or HonoreeStatus.Dispatched)
        {
            return Conflict(row, "库中为已故，名册中为在职，请核对后在人物页更正。");
        }

        if (known.Since is { } since && since.IsCertainlyAfter(options.AsOf))
        {
            return Conflict(row, $"库中此人自 {since} 起在现单位，晚于名册日期 {options.AsOf}。名册较旧，请核对名册日期。");
        }

        if (row.HasLeft)
        {
            return known.IsEmployed ? Leaving(known, row, unit) : null;
        }

        // A roster without units says nothing of them.
        var moved = row.UnitText.Length > 0 && (!known.IsEmployed || !SamePlace(row, known, unit));
        var fields = RosterDifferences.Between(row, known, moved).ToImmutableArray();
        return fields.IsEmpty
            ? null
            : new RosterChange(
                moved ? ImportChangeKind.Moved : ImportChangeKind.Changed,
                row.Line,
                known.Id,
                row.Number ?? known.Number,
                row.Name,
                fields,
                moved ? UnitAdvice(row, unit) : null,
                row,
                unit,
                known.Version
            );
    }

    private static bool SamePlace(RosterRow row, KnownPerson known, Guid? unit) =>
        row.UnitText == known.Unit && (unit == known.UnitId || unit is null);

    private IEnumerable<RosterChange> WhoLeft(RosterTable table, HashSet<Guid> seen)
    {
        if (options.CompleteFor is not { } complete)
        {
            yield break;
        }

        // A row that could not be read may be anybody of its name.
        var unread = table.Faults.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        foreach (
            var gone in state
                .People.Where(p =>
                    p.IsEmployed && !seen.Contains(p.Id) && !unread.Contains(p.Name) && directory.IsWithin(p.UnitId, complete)
                )
                .OrderBy(p => p.Number, StringComparer.Ordinal)
                .ThenBy(p => p.Id)
        )
        {
            // Whoever was never on a roster cannot be missing from one, nor whoever came after its day.
            if (gone.Number is not null && gone.Since?.IsCertainlyAfter(options.AsOf) != true)
            {
                yield return Leaving(gone, row: null, gone.UnitId);
            }
        }
    }

    private RosterChange Leaving(KnownPerson known, RosterRow? row, Guid? unit) =>
        new(
            ImportChangeKind.Left,
            row?.Line ?? 0,
            known.Id,
            known.Number,
            known.Name,
            [new FieldChange("单位", known.Unit, $"至 {options.AsOf} 离开")],
            Advice: null,
            row,
            unit,
            known.Version
        );

    private static string? UnitAdvice(RosterRow row, Guid? unit) =>
        unit is null ? $"单位“{row.UnitText}”不在组织树中，先按原文记录；请在单位页补上名称。" : null;

    private static string OutOfScope(RosterRow row) => $"“{row.UnitText}”不在您负责的单位范围内，请交由该单位人事导入。";

    private static RosterChange Conflict(RosterRow row, string advice) =>
        new(ImportChangeKind.Conflict, row.Line, Guid.Empty, row.Number, row.Name, [], advice, row, UnitId: null);
}
