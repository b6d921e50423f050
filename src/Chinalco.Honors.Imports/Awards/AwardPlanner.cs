using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Data.Text;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Tables;
using Chinalco.Honors.Ingestion.Seeding;

namespace Chinalco.Honors.Imports.Awards;

/// <summary>
/// Compares a table of the catalogue with the awards that the registry has. A pure function: against a catalogue that says the same already,
/// the table gives no changes. What the table does not hold, and cells that are empty, change nothing.
/// </summary>
/// <param name="isTheirs">Whether whoever handed the table in keeps the catalogue.</param>
internal sealed class AwardPlanner(AwardState state, bool isTheirs, Guid runId)
{
    private ILookup<Guid, Told> byId = Array.Empty<Told>().ToLookup(t => t.Id);
    private ILookup<string, Told> byName = Array.Empty<Told>().ToLookup(t => t.Key, StringComparer.Ordinal);
    private ILookup<string, AwardRow> byCode = Array.Empty<AwardRow>().ToLookup(r => r.Name, StringComparer.Ordinal);

    public ImportPlan Plan(AwardTable table)
    {
        byCode = table.Rows.Where(r => r.Code is not null).ToLookup(r => r.Code!, StringComparer.OrdinalIgnoreCase);
        List<Told> told = [.. table.Rows.Select(Meant)];
        byId = told.Where(t => t.Advice is null).ToLookup(t => t.Id);
        byName = told.ToLookup(t => t.Key, StringComparer.Ordinal);
        var (changes, unchanged) = (new List<ImportChange>(), 0);
        foreach (var award in told)
        {
            var row = award.Row;
            if ((isTheirs ? AdviceOn(award) : "荣誉目录由集团人事维护，请把本表交给集团人力资源部门导入。") is { } advice)
            {
                changes.Add(new ImportChange(ImportChangeKind.Conflict, row.Line, Guid.Empty, row.Code, row.Name, [], advice));
            }
            else if (ChangeOf(award) is { } change)
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

    /// <summary>Which award a row means: by its code, else by its name, else by the name of today that the row gives as another one.</summary>
    private Told Meant(AwardRow row)
    {
        var key = SearchFold.Of(row.Name);
        if (row.Code is { } code)
        {
            if (byCode[code].Skip(1).Any())
            {
                return Told.Unclear(
                    row,
                    key,
                    $"代码在文件中出现多次（第 {string.Join('、', byCode[code].Select(r => r.Line))} 行），请核对。"
                );
            }

            if (state.WithCode(code) is { } coded)
            {
                return new Told(row, key, coded.Id, coded);
            }
        }

        var named = state.Named(key).ToList();
        var renamed = row.OtherNames.SelectMany(other => state.Named(SearchFold.Of(other))).Distinct().ToList();
        return (named, renamed) switch
        {
            ([{ Facts.Code: { } other } same], _) when row.Code is not null => Told.Unclear(
                row,
                key,
                $"荣誉“{same.Facts.Name}”的代码是 {other}，请核对代码。"
            ),
            ([var same], _) => new Told(row, key, same.Id, same),
            ([], [{ Facts.Code: { } other } before]) when row.Code is not null => Told.Unclear(
                row,
                key,
                $"别名中的“{before.Facts.Name}”是另一项荣誉（代码 {other}）的名称，请核对。"
            ),
            ([], [var before]) => new Told(row, key, before.Id, before),
            ([], []) => Beginner(row, key),
            _ => Told.Unclear(row, key, "目录中有几项荣誉与这一行相符，请补上代码。"),
        };
    }

    private Told Beginner(AwardRow row, string key) =>
        state.AlsoCalled(key).FirstOrDefault() is { } called
            ? Told.Unclear(row, key, $"“{row.Name}”是荣誉“{called.Facts.Name}”的别名，请填写正式名称，或补上代码。")
        : row.Level is null || row.Family is null ? Told.Unclear(row, key, "新增荣誉须有级别和系列，请补上。")
        : new Told(
            row,
            key,
            row.Code is { } code ? CatalogueImport.AwardId(code) : DerivedId.From(runId, row.Line.ToString(CultureInfo.InvariantCulture)),
            Known: null
        );

    /// <summary>Why a row cannot be taken.</summary>
    private string? AdviceOn(Told award)
    {
        if (award.Advice is { } unclear)
        {
            return unclear;
        }

        var (row, known) = (award.Row, award.Known);
        if (byId[award.Id].Select(t => t.Row.Line).ToList() is { Count: > 1 } lines)
        {
            return $"文件中有几行是同一项荣誉（第 {string.Join('、', lines)} 行），请只留一行。";
        }

        if (byName[award.Key].Select(t => t.Row.Line).ToList() is { Count: > 1 } twice)
        {
            return $"文件中有几行同名（第 {string.Join('、', twice)} 行），请核对。";
        }

        if (state.Named(award.Key).FirstOrDefault(a => a.Id != award.Id) is { } namesake)
        {
            return $"目录中另有一项荣誉也叫“{namesake.Facts.Name}”，请核对是否重复。";
        }

        var isRenamed = known is not null && SearchFold.Of(known.Facts.Name) != award.Key;
        return isRenamed
            && known!.IsCalled(award.Key)
            && row.OtherNames.All(other => SearchFold.Of(other) != SearchFold.Of(known.Facts.Name))
                ? $"“{row.Name}”是“{known.Facts.Name}”的别名，没有改名。请填写正式名称；如确已改名，请在“原名称”一列写上“{known.Facts.Name}”。"
            : row.OtherNames.FirstOrDefault(other => IsAnothersName(other, award)) is { } foreign
                ? $"别名“{foreign}”是另一项荣誉的名称，请核对。"
            : null;
    }

    private bool IsAnothersName(string other, Told award)
    {
        var key = SearchFold.Of(other);
        return state.Named(key).Any(a => a.Id != award.Id) || byName[key].Any(t => t != award);
    }

    private AwardChange? ChangeOf(Told told)
    {
        var (row, known) = (told.Row, told.Known);
        var before = known?.Facts;
        var name = before is null || SearchFold.Of(before.Name) != told.Key ? row.Name : before.Name;
        ImmutableArray<string> added = [.. row.OtherNames.Where(other => known?.IsCalled(SearchFold.Of(other)) != true)];
        var given = before is not null && name != before.Name ? before.Name : null;
        var after = new AwardFacts(
            before?.Code ?? row.Code,
            name,
            row.Level ?? before!.Level,
            row.TreatmentLevel ?? before?.TreatmentLevel,
            row.Family ?? before!.Family,
            Kept(before?.ConferringBody, row.Body),
            Kept(before?.Cycle, row.Cycle),
            Kept(before?.Summary, row.Summary),
            row.Recipients.IsEmpty ? before?.Recipients ?? [] : row.Recipients,
            before?.IsGeneric ?? false,
            [
                .. (before?.Aliases ?? [])
                    .Concat(given is null ? [] : [given])
                    .Concat(added)
                    .Where(a => a != name)
                    .Distinct(StringComparer.Ordinal),
            ]
        );
        if (before?.Digest == after.Digest)
        {
            return null;
        }

        List<FieldChange?> fields =
        [
            Differs("荣誉名称", before?.Name, after.Name),
            given is null ? null : new FieldChange("别名（原名称）", null, given),
            Differs("荣誉代码", before?.Code, after.Code),
            Differs("级别", before?.Level.ToChinese(), after.Level.ToChinese()),
            Differs("待遇层级", before?.TreatmentLevel?.ToChinese(), after.TreatmentLevel?.ToChinese()),
            Differs("系列", before?.Family.ToChinese(), after.Family.ToChinese()),
            Differs("授予机构", before?.ConferringBody, after.ConferringBody),
            Differs("评选周期", before?.Cycle, after.Cycle),
            Differs("授予对象", Words(before?.Recipients ?? []), Words(after.Recipients)),
            Differs("备注", before?.Summary, after.Summary),
            .. added.Where(other => other != given).Select(other => new FieldChange("别名", null, other)),
        ];
        return new AwardChange(
            known is null ? ImportChangeKind.New : ImportChangeKind.Changed,
            row.Line,
            after.Code,
            name,
            [.. fields.OfType<FieldChange>()],
            AdviceBeside(told, before, after, added),
            new ListedAward(told.Id, before?.Digest, after),
            known?.Version ?? 0
        );
    }

    /// <summary>What to look at before the change is written.</summary>
    private string? AdviceBeside(Told told, AwardFacts? before, AwardFacts after, ImmutableArray<string> added)
    {
        var ambiguous = added
            .Select(alias => (alias, Other: state.AlsoCalled(SearchFold.Of(alias)).FirstOrDefault(a => a.Id != told.Id)))
            .FirstOrDefault(pair => pair.Other is not null);
        List<string?> advice =
        [
            before is not null && before.Level != after.Level && told.Known!.Conferrals is > 0 and var conferred
                ? $"已登记的 {conferred} 项授予各自记着当时的级别，不随目录改变；以后登记的按新级别。"
                : null,
            ambiguous.Other is { } other ? $"“{ambiguous.alias}”也是“{other.Facts.Name}”的别名，名单中只写它时分不清是哪一项。" : null,
        ];
        return string.Concat(advice) is { Length: > 0 } text ? text : null;
    }

    /// <summary>The cell, where it says something other than what is known but for the width of its signs.</summary>
    private static string? Kept(string? before, string? told) =>
        told is null || (before is not null && CellText.Plain(before) == CellText.Plain(told)) ? before : told;

    private static string? Words(ImmutableArray<RecipientKind> kinds) =>
        kinds.IsEmpty
            ? null
            : string.Join(
                '、',
                kinds
                    .Order()
                    .Select(kind =>
                        kind switch
                        {
                            RecipientKind.Person => "个人",
                            RecipientKind.Team => "集体",
                            RecipientKind.Unit => "单位",
                            _ => throw new ArgumentOutOfRangeException(nameof(kinds), kind, "No such kind."),
                        }
                    )
            );

    private static FieldChange? Differs(string field, string? before, string? after) =>
        before == after ? null : new FieldChange(field, before, after);

    /// <param name="Id">Empty where nobody can say which award is meant.</param>
    /// <param name="Known">Null for one that would be made.</param>
    private sealed record Told(AwardRow Row, string Key, Guid Id, KnownAward? Known, string? Advice = null)
    {
        public static Told Unclear(AwardRow row, string key, string advice) => new(row, key, Guid.Empty, Known: null, advice);
    }
}
