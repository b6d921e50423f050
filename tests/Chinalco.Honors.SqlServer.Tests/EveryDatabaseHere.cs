using System.Runtime.CompilerServices;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.SqlServer.Tests;

internal static class EveryDatabaseHere
{
    /// <summary>Every temporary database of this test process is on SQL Server.</summary>
    [ModuleInitializer]
    internal static void IsOnSqlServer() => TestServer.UseSqlServer();
}
