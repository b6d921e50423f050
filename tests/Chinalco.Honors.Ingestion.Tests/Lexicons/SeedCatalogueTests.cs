using Chinalco.Honors.Ingestion.Lexicons;
using Chinalco.Honors.Ingestion.Tests.Scoring;

namespace Chinalco.Honors.Ingestion.Tests.Lexicons;

public sealed class SeedCatalogueTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("honors-seeds").FullName;

    [Fact]
    public void The_seeds_of_the_repository_are_valid()
    {
        SeedCatalogue.ReadUnits(Path.Combine(SharedFolder.Seeds(), "units.yaml")).Length.ShouldBeGreaterThan(100);
        SeedCatalogue.ReadAwards(Path.Combine(SharedFolder.Seeds(), "awards.yaml")).Length.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("- code: U1\n  tier: 集团\n", "第 1 条（U1）：缺少 name")]
    [InlineData("- code: U1\n  name: 甲\n  tier: 大区\n", "不认识的层级“大区”")]
    [InlineData("- code: U1\n  name: 甲\n  tier: 集团\n- code: U1\n  name: 乙\n  tier: 板块\n", "编号 U1 重复")]
    [InlineData("- code: U1\n  name: 甲\n  tier: 板块\n  parent: U9\n", "U1 的上级单位 U9 不存在")]
    public void A_wrong_unit_is_named_with_file_and_entry(string yaml, string expected)
    {
        var path = Write("units.yaml", yaml);

        Should.Throw<SeedFileException>(() => SeedCatalogue.ReadUnits(path)).Message.ShouldContain(expected);
    }

    [Fact]
    public void An_unknown_level_is_named()
    {
        var path = Write("awards.yaml", "- code: W1\n  name: 某奖\n  level: 星际级\n");

        Should.Throw<SeedFileException>(() => SeedCatalogue.ReadAwards(path)).Message.ShouldContain("不认识的级别“星际级”");
    }

    [Fact]
    public void A_roster_row_without_unit_is_named()
    {
        var path = Write("roster.csv", "employee_no,name,unit,position\nE1,童远,,电工\n");

        Should.Throw<SeedFileException>(() => SeedCatalogue.ReadRoster(path)).Message.ShouldContain("第 2 行：缺少 unit");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
