using System.Collections.Immutable;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Imports.Engine;

namespace Chinalco.Honors.Imports.Units;

/// <summary>
/// Compares a table of units with the tree. A pure function: against a tree that has them already, the same table gives no changes. What
/// the table does not hold stays as it is.
/// </summary>
internal sealed class UnitPlanner(UnitState state, ImportScope scope, Guid runId)
{
    private readonly Dictionary<int, string> conflicts = [];
    private Dictionary<Guid, Guid?> parents = [];
    private ILookup<Guid, Told> byId = Array.Empty<Told>().ToLookup(t => t.Id);

    public ImportPlan Plan(UnitTable table)
    {
        var finder = new UnitFinder(state, table.Rows, runId);
        List<Told> told = [.. table.Rows.Select(row => new Told(row, finder.Of(row)))];
        byId = told.ToLookup(t => t.Id);
        foreach (var unit in told)
        {
            if (AdviceOn(unit) is { } advice)
            {
                conflicts[unit.Row.Line] = advice;
            }
        }

        while (SettleTree([.. told.Where(t => !conflicts.ContainsKey(t.Row.Line))])) { }

        var (changes, unchanged) = (new List<ImportChange>(), 0);
        foreach (var unit in told)
        {
            if (conflicts.TryGetValue(unit.Row.Line, out var advice))
            {
                changes.Add(
                    new ImportChange(ImportChangeKind.Conflict, unit.Row.Line, Guid.Empty, unit.Row.Code, unit.Row.Name, [], advice)
                );
            }
            else if (ChangeOf(unit) is { } change)
            {
                changes.Add(change);
            }
            else
            {
                unchanged++;
            }
        }

        return ImportPlan.Of(changes, unchanged, table);
    }

    /// <summary>Why a row cannot be taken, whatever the others say.</summary>
    private string? AdviceOn(Told unit)
    {
        if (unit.Meant.Advice is { } unclear)
        {
            return unclear;
        }

        var (row, known) = (unit.Row, unit.Meant.Known);
        if (byId[unit.Id].Select(other => other.Row.Line).ToList() is { Count: > 1 } lines)
        {
            return $"文件中有几行是同一个单位（第 {string.Join('、', lines)} 行），请只留一行。";
        }

        if (!IsMine(known is null ? unit.Meant.ParentId : known.ParentId) || !IsMine(unit.Meant.ParentId))
        {
            return $"“{row.Name}”不在您负责的单位之下，请交由上级单位人事导入。";
        }

        return known is not null && UnitReader.Key(row.Name) is var key && key != UnitReader.Key(known.Name) && known.IsCalled(key)
            ? $"“{row.Name}”是“{known.Name}”的简称或曾用名，没有改名。请填写现在的名称。"
            : null;
    }

    /// <summary>Whether whoever handed the table in may change what stands below the unit: of a unit that would be made, the nearest that is there counts.</summary>
    private bool IsMine(Guid? parent)
    {
        for (var steps = 0; parent is { } id && state.WithId(id) is null && steps <= byId.Count; steps++)
        {
            parent = byId[id].FirstOrDefault()?.Meant.ParentId;
        }

        return scope.Covers(state.Directory, parent);
    }

    /// <summary>Puts the rows into the tree and takes out those that cannot stand there.</summary>
    /// <returns>Whether some were taken out, so that others may have lost what they stood on.</returns>
    private bool SettleTree(List<Told> standing)
    {
        parents = state.Units.ToDictionary(u => u.Id, u => u.ParentId);
        var names = state.Units.ToDictionary(u => u.Id, u => UnitReader.Key(u.Name));
        foreach (var unit in standing)
        {
            (parents[unit.Id], names[unit.Id]) = (unit.Meant.ParentId, UnitReader.Key(unit.Row.Name));
        }

        var namesakes = parents.ToLookup(p => (p.Value, names[p.Key]), p => p.Key);
        var before = conflicts.Count;
        foreach (var unit in standing)
        {
            if (unit.Meant.ParentId is { } parent && !parents.ContainsKey(parent))
            {
                conflicts[unit.Row.Line] = $"上级单位“{unit.Row.Parent}”在本文件中的那一行不能写入，请先改正那一行。";
            }
            else if (IsAboveItself(unit.Id))
            {
                conflicts[unit.Row.Line] = UnitFinder.Circle;
            }
            else if (
                namesakes[(unit.Meant.ParentId, names[unit.Id])].Skip(1).Any()
                && (
                    unit.Meant.Known is not { } known
                    || known.ParentId != unit.Meant.ParentId
                    || UnitReader.Key(known.Name) != names[unit.Id]
                )
            )
            {
                conflicts[unit.Row.Line] = $"同一上级单位下有另一个单位也叫“{unit.Row.Name}”，请核对是否重复。";
            }
        }

        return conflicts.Count > before;
    }

    private bool IsAboveItself(Guid unit) => Upwards(unit).Skip(1).Contains(unit);

    /// <summary>The unit and those above it; in a circle, until one comes again.</summary>
    private IEnumerable<Guid> Upwards(Guid unit)
    {
        var seen = new HashSet<Guid>();
        for (Guid? at = unit; at is { } id; at = parents.GetValueOrDefault(id))
        {
            yield return id;
            if (!seen.Add(id))
            {
                yield break;
            }
        }
    }

    private UnitChange? ChangeOf(Told unit)
    {
        var (row, known) = (unit.Row, unit.Meant.Known);
        var parent = unit.Meant.ParentId;
        var isRenamed = known is not null && UnitReader.Key(known.Name) != UnitReader.Key(row.Name);
        ImmutableArray<UnitNameFact> added = [.. row.OtherNames.Where(n => known?.IsCalled(UnitReader.Key(n.Name)) != true)];
        var since = isRenamed ? RenamedOn(row, known!) : null;
        var tier = row.Tier ?? known!.Tier;
        var code = known?.Code ?? row.Code;
        List<FieldChange?> fields =
        [
            Differs("单位名称", known?.Name, isRenamed || known is null ? row.Name : known.Name),
            since is null ? null : new FieldChange("更名时间", null, since),
            Differs("单位代码", known?.Code, code),
            Differs("上级单位", NameOf(known?.ParentId), NameOf(parent), known?.ParentId == parent && known is not null),
            Differs("层级", known?.Tier.ToChinese(), tier.ToChinese()),
            Differs("所在地", known?.Place, row.Place ?? known?.Place),
            .. added.Select(n => new FieldChange(n.Kind == UnitNameKind.Former ? "曾用名" : "简称", null, Shown(n))),
        ];
        ImmutableArray<FieldChange> differing = [.. fields.OfType<FieldChange>()];
        return differing.IsEmpty
            ? null
            : new UnitChange(
                known is null ? ImportChangeKind.New : ImportChangeKind.Changed,
                row.Line,
                code,
                row.Name,
                differing,
                known is null ? AdviceOnNamesakes(row) : null,
                new ListedUnit(
                    unit.Id,
                    known?.Version ?? 0,
                    code,
                    isRenamed || known is null ? row.Name : known.Name,
                    tier,
                    parent,
                    row.Place,
                    added,
                    since
                )
            )
            {
                Rank = Upwards(unit.Id).Count(),
            };
    }

    /// <summary>When the name of today began: as the row says, or when the old name ended.</summary>
    private static string? RenamedOn(UnitRow row, KnownUnit known) =>
        row.RenamedOn?.ToString()
        ?? row.OtherNames.FirstOrDefault(n => n.Kind == UnitNameKind.Former && UnitReader.Key(n.Name) == UnitReader.Key(known.Name))?.To;

    private string? AdviceOnNamesakes(UnitRow row) =>
        state.Called(UnitReader.Key(row.Name), UnitNameKind.Legal).Count() is > 0 and var others
            ? $"别的上级单位下另有 {others} 个单位也叫这个名称。如果是调整上级，请补上代码，不要新增。"
            : null;

    private string? NameOf(Guid? unit) => unit is not { } id ? null : state.WithId(id)?.Name ?? byId[id].FirstOrDefault()?.Row.Name;

    private static FieldChange? Differs(string field, string? before, string? after, bool isSame = false) =>
        isSame || before == after ? null : new FieldChange(field, before, after);

    private static string Shown(UnitNameFact name) =>
        name.From is null && name.To is null ? name.Name : $"{name.Name}（{name.From}—{name.To}）";

    private sealed record Told(UnitRow Row, MeantUnit Meant)
    {
        public Guid Id => Meant.Id ?? Guid.Empty;
    }
}
