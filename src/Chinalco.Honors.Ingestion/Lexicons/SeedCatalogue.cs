using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using CsvHelper;
using CsvHelper.Configuration;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Chinalco.Honors.Ingestion.Lexicons;

/// <summary>A seed file that cannot be used; the message (in Chinese) names the file and the entry.</summary>
public sealed class SeedFileException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Reads the seed files: <c>units.yaml</c>, <c>awards.yaml</c> and a roster CSV. Fields it does not know are left alone.</summary>
public static class SeedCatalogue
{
    /// <summary>Reads the organisation tree.</summary>
    /// <exception cref="SeedFileException">The file is missing, is no YAML, or an entry lacks a code, a name or a known tier, or repeats a code.</exception>
    public static ImmutableArray<UnitEntry> ReadUnits(string path)
    {
        var units = ReadYaml<UnitRow>(path).Select((row, i) => ToUnit(row, Where(path, i, row.Code ?? row.Name))).ToImmutableArray();
        RequireUniqueCodes(path, units.Select(unit => unit.Code));
        var codes = units.Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        if (units.FirstOrDefault(unit => unit.Parent is { } parent && !codes.Contains(parent)) is { } orphan)
        {
            throw new SeedFileException($"{Path.GetFileName(path)}：{orphan.Code} 的上级单位 {orphan.Parent} 不存在。");
        }

        return units;
    }

    /// <summary>Reads the award catalogue.</summary>
    /// <exception cref="SeedFileException">The file is missing, is no YAML, or an entry lacks a code, a name or a known level, or repeats a code.</exception>
    public static ImmutableArray<AwardEntry> ReadAwards(string path)
    {
        var awards = ReadYaml<AwardRow>(path).Select((row, i) => ToAward(row, Where(path, i, row.Code ?? row.Name))).ToImmutableArray();
        RequireUniqueCodes(path, awards.Select(award => award.Code));
        return awards;
    }

    /// <summary>Reads a roster with the columns employee_no, name, unit and position; other columns are left alone.</summary>
    /// <exception cref="SeedFileException">The file is missing, lacks a column, or a row lacks number, name or unit, or repeats a number.</exception>
    public static ImmutableArray<PersonEntry> ReadRoster(string path)
    {
        using var reader = Open(path);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { TrimOptions = TrimOptions.Trim });
        var people = ImmutableArray.CreateBuilder<PersonEntry>();
        try
        {
            csv.Read();
            csv.ReadHeader();
            while (csv.Read())
            {
                var row = $"{Path.GetFileName(path)} 第 {csv.Parser.Row} 行";
                people.Add(
                    new(
                        Required(csv.GetField("employee_no"), row, "employee_no"),
                        Required(csv.GetField("name"), row, "name"),
                        Required(csv.GetField("unit"), row, "unit"),
                        Optional(csv, "position")
                    )
                    {
                        Status = StatusOf(Optional(csv, "status"), row),
                        HireYear = Optional(csv, "hire_year"),
                    }
                );
            }
        }
        catch (CsvHelperException error)
        {
            throw new SeedFileException($"{Path.GetFileName(path)} 第 {csv.Parser.Row} 行无法读取：缺少列或格式有误。", error);
        }

        RequireUniqueCodes(path, people.Select(person => person.Id));
        return people.ToImmutable();
    }

    private static string? Optional(CsvReader csv, string column) =>
        csv.TryGetField<string>(column, out var value) && !string.IsNullOrEmpty(value) ? value : null;

    private static HonoreeStatus? StatusOf(string? name, string where) =>
        name is null
            ? null
            : HonoreeStatusNames.FromChinese(name)
                ?? throw Unknown(where, "人员状态", name, Enum.GetValues<HonoreeStatus>().Select(s => s.ToChinese()));

    private static UnitEntry ToUnit(UnitRow row, string where)
    {
        var tier =
            UnitTierNames.FromChinese(Required(row.Tier, where, "tier"))
            ?? throw Unknown(where, "层级", row.Tier, Enum.GetValues<UnitTier>().Select(t => t.ToChinese()));
        var former = (row.FormerNames ?? [])
            .Select(f => new FormerName(Required(f.Name, where, "formerNames.name"), f.From, f.To))
            .ToImmutableArray();
        return new(
            Required(row.Code, where, "code"),
            Required(row.Name, where, "name"),
            tier,
            row.Parent,
            row.Place,
            [.. row.Aliases ?? []],
            [.. former.Select(f => f.Name)]
        )
        {
            Summary = row.Summary,
            IsInvented = row.Invented,
            NamesOverTime = former,
        };
    }

    private static AwardEntry ToAward(AwardRow row, string where) =>
        new(
            Required(row.Code, where, "code"),
            Required(row.Name, where, "name"),
            LevelOf(Required(row.Level, where, "level"), where),
            row.ConferringBody,
            [.. (row.Recipients ?? []).Select(kind => ToKind(kind, where))],
            [.. row.Aliases ?? []]
        )
        {
            Family = row.Family is null ? AwardFamily.General : FamilyOf(row.Family, where),
            TreatmentLevel = row.TreatmentLevel is null ? null : LevelOf(row.TreatmentLevel, where),
            Cycle = row.Cycle,
            Summary = row.Summary,
            IsGeneric = row.Generic,
        };

    private static AwardLevel LevelOf(string name, string where) =>
        AwardLevelNames.FromChinese(name) ?? throw Unknown(where, "级别", name, Enum.GetValues<AwardLevel>().Select(l => l.ToChinese()));

    private static AwardFamily FamilyOf(string name, string where) =>
        AwardFamilyNames.FromChinese(name) ?? throw Unknown(where, "类别", name, Enum.GetValues<AwardFamily>().Select(f => f.ToChinese()));

    private static SeedFileException Unknown(string where, string field, string? value, IEnumerable<string> known) =>
        new($"{where}：不认识的{field}“{value}”。可用：{string.Join('、', known)}。");

    private static RecipientKind ToKind(string kind, string where) =>
        kind switch
        {
            "person" => RecipientKind.Person,
            "team" => RecipientKind.Team,
            "unit" => RecipientKind.Unit,
            _ => throw new SeedFileException($"{where}：不认识的授予对象“{kind}”，应为 person、team 或 unit。"),
        };

    private static List<T> ReadYaml<T>(string path)
    {
        using var reader = Open(path);
        try
        {
            return new DeserializerBuilder()
                    .WithNamingConvention(CamelCaseNamingConvention.Instance)
                    .IgnoreUnmatchedProperties()
                    .Build()
                    .Deserialize<List<T>>(reader)
                ?? [];
        }
        catch (YamlException error)
        {
            throw new SeedFileException($"{Path.GetFileName(path)} 第 {error.Start.Line} 行不是有效的 YAML：{error.Message}", error);
        }
    }

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (IOException error)
        {
            throw new SeedFileException($"找不到或无法打开文件 {path}。请检查路径，或用 --seeds、--roster 指定。", error);
        }
    }

    private static string Where(string path, int index, string? key) => $"{Path.GetFileName(path)} 第 {index + 1} 条（{key ?? "无编号"}）";

    private static string Required(string? value, string where, string field) =>
        string.IsNullOrWhiteSpace(value) ? throw new SeedFileException($"{where}：缺少 {field}。") : value;

    private static void RequireUniqueCodes(string path, IEnumerable<string> codes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (codes.FirstOrDefault(code => !seen.Add(code)) is { } twice)
        {
            throw new SeedFileException($"{Path.GetFileName(path)}：编号 {twice} 重复。");
        }
    }

    private sealed class UnitRow
    {
        public string? Code { get; set; }
        public string? Name { get; set; }
        public string? Tier { get; set; }
        public string? Parent { get; set; }
        public string? Place { get; set; }
        public List<string>? Aliases { get; set; }
        public List<FormerNameRow>? FormerNames { get; set; }
        public string? Summary { get; set; }
        public bool Invented { get; set; }
    }

    private sealed class FormerNameRow
    {
        public string? Name { get; set; }
        public string? From { get; set; }
        public string? To { get; set; }
    }

    private sealed class AwardRow
    {
        public string? Code { get; set; }
        public string? Name { get; set; }
        public string? Level { get; set; }
        public string? ConferringBody { get; set; }
        public List<string>? Recipients { get; set; }
        public string? Family { get; set; }
        public string? TreatmentLevel { get; set; }
        public string? Cycle { get; set; }
        public string? Summary { get; set; }
        public bool Generic { get; set; }
        public List<string>? Aliases { get; set; }
    }
}
