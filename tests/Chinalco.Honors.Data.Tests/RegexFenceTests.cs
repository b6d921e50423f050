using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Chinalco.Honors.Data.Text;

namespace Chinalco.Honors.Data.Tests;

/// <summary>No regular expression runs for ever.</summary>
public sealed partial class RegexFenceTests
{
    [ModuleInitializer]
    internal static void Begin() => RegexFence.Raise();

    [Fact]
    public void An_expression_without_a_time_of_its_own_stands_behind_the_fence() => Unlimited().MatchTimeout.ShouldBe(RegexFence.Longest);

    [GeneratedRegex("^(a+)+$")]
    private static partial Regex Unlimited();
}
