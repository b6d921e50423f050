using System.Globalization;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Tables;
using Chinalco.Honors.Ingestion.Seeding;

namespace Chinalco.Honors.Imports.Units;

/// <summary>What a row means.</summary>
/// <param name="Known">The unit of the registry; null for one that would be made.</param>
/// <param name="ParentId">The unit above it, as told or as it is.</param>
/// <param name="Advice">Why nobody can say, in Chinese; null when it is clear.</param>
internal sealed record MeantUnit(Guid? Id, KnownUnit? Known, Guid? ParentId, string? Advice)
{
    public static MeantUnit Unclear(string advice) => new(Id: null, Known: null, ParentId: null, advice);
}

/// <summary>Finds the units and parents that the rows of one table mean, in the registry and among the table's own rows.</summary>
internal sealed partial class UnitFinder
{
    private readonly UnitState state;
    private readonly Guid runId;
    private readonly ILookup<string, UnitRow> byCode;
    private readonly ILookup<string, UnitRow> byName;
    private readonly Dictionary<int, MeantUnit> meant = [];
    private readonly Dictionary<Guid, UnitRow> rowOf = [];

    public UnitFinder(UnitState state, IReadOnlyCollection<UnitRow> rows, Guid runId)
    {
        (this.state, this.runId) = (state, runId);
        byCode = rows.Where(r => r.Code is not null).ToLookup(r => r.Code!, StringComparer.OrdinalIgnoreCase);
        byName = rows.ToLookup(r => UnitReader.Key(r.Name), StringComparer.Ordinal);
    }

    public MeantUnit Of(UnitRow row)
    {
        if (!meant.TryGetValue(row.Line, out var found))
        {
            // A row that asks for itself on the way stands above itself.
            meant[row.Line] = MeantUnit.Unclear(Circle);
            meant[row.Line] = found = Find(row);
            if (found.Id is { } id)
            {
                rowOf.TryAdd(id, row);
            }
        }

        return found;
    }

    public const string Circle = "上级单位是它自己或它的下级，请核对上级单位。";

    private MeantUnit Find(UnitRow row)
    {
        if (row.Code is { } code && byCode[code].Skip(1).Any())
        {
            return MeantUnit.Unclear($"代码在文件中出现多次（第 {string.Join('、', byCode[code].Select(r => r.Line))} 行），请核对。");
        }

        var (parent, advice) = row.Parent is { } told ? ParentOf(told, row) : (null, null);
        if (advice is not null)
        {
            return MeantUnit.Unclear(advice);
        }

        var known = row.Code is null ? null : state.WithCode(row.Code);
        if (known is null)
        {
            (known, advice) = Namesake(row, parent);
        }

        return advice is not null ? MeantUnit.Unclear(advice)
            : known is not null ? new MeantUnit(known.Id, known, parent ?? known.ParentId, Advice: null)
            : Beginner(row, parent);
    }

    private MeantUnit Beginner(UnitRow row, Guid? parent) =>
        row.Tier is null ? MeantUnit.Unclear("新增单位须有层级，请补上。")
        : parent is null && (row.Tier != UnitTier.Group || state.Units.Count > 0)
            ? MeantUnit.Unclear("新增单位须有上级单位，请补上。若是组织树中已有的单位，请核对名称或补上代码。")
        : new MeantUnit(
            row.Code is { } code ? CatalogueImport.UnitId(code) : DerivedId.From(runId, row.Line.ToString(CultureInfo.InvariantCulture)),
            Known: null,
            parent,
            Advice: null
        );

    /// <summary>The unit of that name below the parent; without a parent, the only one of that name. A former name that the row gives counts too.</summary>
    private (KnownUnit? Unit, string? Advice) Namesake(UnitRow row, Guid? parent)
    {
        bool Fits(KnownUnit unit) => parent is null ? row.Parent is null : unit.ParentId == parent;
        var key = UnitReader.Key(row.Name);
        List<KnownUnit> same = [.. state.Called(key, UnitNameKind.Legal).Where(Fits)];
        if (same.Count == 0)
        {
            same =
            [
                .. row
                    .OtherNames.Where(n => n.Kind == UnitNameKind.Former)
                    .SelectMany(n => state.Called(UnitReader.Key(n.Name), UnitNameKind.Legal))
                    .Where(u => Fits(u) && (u.Code is null || row.Code is null))
                    .Distinct(),
            ];
        }

        if (same.Count == 0)
        {
            var other = state.Called(key, UnitNameKind.Alias).Concat(state.Called(key, UnitNameKind.Former)).FirstOrDefault(Fits);
            return (null, other is null ? null : $"“{row.Name}”是现有单位“{other.Name}”的简称或曾用名，请填写现在的名称。");
        }

        return same switch
        {
            [{ Code: { } code } named] when row.Code is not null => (null, $"已有单位“{named.Name}”，代码是 {code}，请核对代码。"),
            [var one] => (one, null),
            _ => (null, $"组织树中有 {same.Count} 个同名单位，请补上代码或上级单位。"),
        };
    }

    private (Guid? Id, string? Advice) ParentOf(string told, UnitRow row)
    {
        if ((state.WithCode(told)?.Id ?? (byCode[told].Any() ? CatalogueImport.UnitId(told) : null)) is { } coded)
        {
            return (IdOfCoded(told) ?? coded, null);
        }

        List<string> path = [.. Separator().Split(told).Select(UnitReader.Key).Where(part => part.Length > 0)];
        List<Guid> found = path.Count == 0 ? [] : [.. Named(path[^1], row).Distinct().Where(id => StandsBelow(id, path[..^1]))];
        return found switch
        {
            [var only] => (only, null),
            [] when state.Directory.FindWhole(string.Concat(path)) is { } whole => (whole, null),
            [] => (
                null,
                $"上级单位“{TableLines.Shortened(told)}”不在组织树中，也不在本文件中。请填写代码，或按组织树中的名称填写；若在本文件中，请先改正那一行。"
            ),
            _ => (
                null,
                $"有 {found.Count} 个单位叫“{TableLines.Shortened(told)}”，请填写上级单位的代码，或在前面加上它的上级（用“/”隔开）。"
            ),
        };
    }

    /// <summary>The unit of a row that has a code: one of the registry that was found by its name, else the one that would be made.</summary>
    private Guid? IdOfCoded(string code) => state.WithCode(code)?.Id ?? (byCode[code].FirstOrDefault() is { } row ? Of(row).Id : null);

    /// <summary>Units of that name: of the file's rows and of the registry by the name of today, else by another name.</summary>
    private IEnumerable<Guid> Named(string key, UnitRow asking)
    {
        List<Guid> today =
        [
            .. byName[key].Where(r => r != asking).Select(r => Of(r).Id).OfType<Guid>(),
            .. state.Called(key, UnitNameKind.Legal).Select(u => u.Id),
        ];
        return today.Count > 0
            ? today
            : state.Called(key, UnitNameKind.Alias).Concat(state.Called(key, UnitNameKind.Former)).Select(u => u.Id);
    }

    private bool StandsBelow(Guid unit, List<string> path)
    {
        var sought = path.Count - 1;
        var seen = new HashSet<Guid>();
        for (var above = ParentOf(unit); sought >= 0 && above is { } id && seen.Add(id); above = ParentOf(id))
        {
            if (
                state.WithId(id)?.IsCalled(path[sought]) == true
                || (rowOf.GetValueOrDefault(id) is { } r && UnitReader.Key(r.Name) == path[sought])
            )
            {
                sought--;
            }
        }

        return sought < 0;
    }

    private Guid? ParentOf(Guid unit) => rowOf.TryGetValue(unit, out var row) ? Of(row).ParentId : state.WithId(unit)?.ParentId;

    [GeneratedRegex(@"[/\\>→|]+")]
    private static partial Regex Separator();
}
