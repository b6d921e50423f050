using System.Text.RegularExpressions;
using Chinalco.Honors.Data.SqlServer;

namespace Chinalco.Honors.Data.Tests.SqlServer;

public sealed partial class SqlServerScriptTests
{
    /// <summary>The table of the migrations is guarded by its name; everything else by that table.</summary>
    private const int TheHistoryItself = 1;

    [Fact]
    public void The_script_of_the_repository_is_the_one_the_migrations_give() =>
        File.ReadAllText(Path.Combine(RepositoryRoot(), "deploy", "sql", "honors.sql"))
            .ReplaceLineEndings("\n")
            .ShouldBe(SqlServerScript.Generate(), "Renew it: honors migrate --script > deploy/sql/honors.sql");

    [Fact]
    public void It_leaves_alone_what_is_there() =>
        Statement()
            .Count(SqlServerScript.Generate())
            .ShouldBe(SqlServerScript.Generate().Split("IF NOT EXISTS (").Length - 1 + TheHistoryItself);

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Chinalco.Honors.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        }

        return folder;
    }

    [GeneratedRegex(
        "^    (?:CREATE|ALTER|DROP|INSERT|EXEC|UPDATE|DELETE)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Statement();
}
