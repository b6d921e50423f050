using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Domain.Awards;
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
    private static readonly ImmutableArray<string> TierNames =
    [
        "集团", "板块", "直管单位", "实体企业", "基层单位", "班组", "存续企业", "参股/合营企业", "事业单位", "历史单位", "曾属中铝",
    ];

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
                        csv.TryGetField<string>("position", out var position) && !string.IsNullOrEmpty(position) ? position : null
                    )
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

    private static UnitEntry ToUnit(UnitRow row, string where)
    {
        var tier = TierNames.IndexOf(Required(row.Tier, where, "tier"));
        return tier < 0
            ? throw new SeedFileException($"{where}：不认识的层级“{row.Tier}”。可用：{string.Join('、', TierNames)}。")
            : new(
                Required(row.Code, where, "code"),
                Required(row.Name, where, "name"),
                (UnitTier)(tier + 1),
                row.Parent,
                row.Place,
                [.. row.Aliases ?? []],
                [.. (row.FormerNames ?? []).Select(former => Required(former.Name, where, "formerNames.name"))]
            );
    }

    private static AwardEntry ToAward(AwardRow row, string where) =>
        new(
            Required(row.Code, where, "code"),
            Required(row.Name, where, "name"),
            AwardLevelNames.FromChinese(Required(row.Level, where, "level")) ?? throw new SeedFileException($"{where}：不认识的级别“{row.Level}”。"),
            row.ConferringBody,
            [.. (row.Recipients ?? []).Select(kind => ToKind(kind, where))],
            [.. row.Aliases ?? []]
        );

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
                    .Deserialize<List<T>>(reader) ?? [];
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
    }

    private sealed class FormerNameRow
    {
        public string? Name { get; set; }
    }

    private sealed class AwardRow
    {
        public string? Code { get; set; }
        public string? Name { get; set; }
        public string? Level { get; set; }
        public string? ConferringBody { get; set; }
        public List<string>? Recipients { get; set; }
        public List<string>? Aliases { get; set; }
    }
}
