using Chinalco.Honors.Data.SqlServer;

namespace Chinalco.Honors.Data.Tests.SqlServer;

public sealed class SqlServerScriptTests
{
    [Fact]
    public void The_script_of_the_repository_is_the_one_the_migrations_give() =>
        File.ReadAllText(Path.Combine(RepositoryRoot(), "deploy", "sql", "honors.sql"))
            .ReplaceLineEndings("\n")
            .ShouldBe(SqlServerScript.Generate(), "Renew it: honors migrate --script > deploy/sql/honors.sql");

    [Fact]
    public void It_leaves_alone_what_is_there() =>
        SqlServerScript
            .Generate()
            .Split("CREATE ")
            .Skip(1)
            .Count()
            .ShouldBe(SqlServerScript.Generate().Split("IF NOT EXISTS (").Length - 1);

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Chinalco.Honors.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        }

        return folder;
    }
}
