using Chinalco.Honors.Testing;

namespace Chinalco.Honors.SqlServer.Tests;

/// <summary>Runs with and without a server.</summary>
public sealed class WithoutServerTests
{
    [Fact]
    public void The_reason_for_skipping_names_what_to_set() => TestServer.Missing.ShouldContain(TestServer.Variable);
}
