using System.Text.RegularExpressions;

namespace Chinalco.Honors.Rankings.Tests;

/// <summary>
/// The context notes what a save changes. A statement that changes rows in the database itself is not seen by it: whoever writes one about
/// what rankings are made of adds a note, and an exception here.
/// </summary>
public sealed partial class WritesPastTheContextTests
{
    // Employments: no ranking is made of them.
    private static readonly string[] Exceptions = ["Chinalco.Honors.Grains/Units/TransferredPeople.cs"];

    [Fact]
    public void No_statement_changes_what_rankings_are_made_of_behind_the_context()
    {
        var source = Path.Combine(Root(), "src");
        var found = Directory
            .EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(source, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Where(file => IsSuspicious(File.ReadAllText(Path.Combine(source, file))))
            .Except(Exceptions, StringComparer.Ordinal);

        found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("db.Conferrals.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, status))")]
    [InlineData("x.ExecuteUpdateAsync(set => set.SetProperty(u => u.ParentId, parent))")]
    [InlineData("await db.Recipients.Where(r => r.UnitId == id)\n .ExecuteDeleteAsync()")]
    [InlineData("ExecuteSqlAsync($\"UPDATE Honorees SET Visibility = 2\")")]
    [InlineData("$\"DELETE FROM \\\"Recipients\\\"\"")]
    public void Such_statements_are_found(string code) => IsSuspicious(code).ShouldBeTrue();

    [Theory]
    [InlineData("db.Units.ExecuteUpdateAsync(set => set.SetProperty(u => u.PageVersion, u => u.PageVersion + 1))")]
    [InlineData("db.Mentions.Where(m => m.ArticleId == id).ExecuteDeleteAsync(); db.Conferrals.Count()")]
    public void Others_are_not(string code) => IsSuspicious(code).ShouldBeFalse();

    private static bool IsSuspicious(string code) => Update().IsMatch(code) || Delete().IsMatch(code) || Statement().IsMatch(code);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "global.json")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex(
        @"SetProperty\(\s*(?<row>\w+)\s*=>\s*\k<row>\.(Year|Level|Status|Visibility|AwardId|Kind|HonoreeId|UnitId|ConferralId|ParentId|HeirId|MergedIntoId|Family)\b",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Update();

    [GeneratedRegex(
        @"\b(Conferrals|Recipients|Units|Honorees|Awards)\b[^;]*\.ExecuteDelete",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Delete();

    [GeneratedRegex(
        @"\b(UPDATE|DELETE\s+FROM|INSERT\s+INTO|MERGE)\s+[\[""\\]*(Conferrals|Recipients|Units|Honorees|Awards)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Statement();
}
