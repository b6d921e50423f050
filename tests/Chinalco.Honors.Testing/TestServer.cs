using Chinalco.Honors.Data;
using Microsoft.Data.SqlClient;
using Xunit;

namespace Chinalco.Honors.Testing;

/// <summary>Where the tests of this process keep their databases: in files, or on the SQL Server that the environment names.</summary>
public static class TestServer
{
    /// <summary>Holds a connection string whose login may create databases; the database that it names is not touched.</summary>
    public const string Variable = "HONORS_TEST_SQLSERVER";

    /// <summary>Why tests on SQL Server are skipped where there is none.</summary>
    public const string Missing = $"No SQL Server: set {Variable} to a connection string whose login may create databases.";

    private static bool onSqlServer;

    /// <summary>Every later <see cref="TemporaryDatabase"/> of this process is on SQL Server.</summary>
    public static void UseSqlServer() => onSqlServer = true;

    /// <summary>Whether the environment names a server.</summary>
    public static bool IsThere => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Variable));

    /// <summary>The settings of a database that does not exist yet.</summary>
    internal static DatabaseOptions NewDatabase() => onSqlServer ? NewSqlServerDatabase() : new DatabaseOptions { File = "honors.db" };

    /// <summary>The settings of a new database on the server; the calling test is skipped when there is no server.</summary>
    public static DatabaseOptions NewSqlServerDatabase()
    {
        Assert.SkipUnless(IsThere, Missing);
        var connection = new SqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable))
        {
            InitialCatalog = $"honors_test_{Guid.NewGuid():N}",
        };
        return new DatabaseOptions { Provider = "SqlServer", ConnectionString = connection.ToString() };
    }
}
