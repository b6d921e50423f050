using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Tests.Rules;

/// <summary>Asserts which rule an act breaks.</summary>
internal static class Broken
{
    public static void Rule<TRule>(Action act)
        where TRule : IRule => Should.Throw<RuleBrokenException>(act).Rule.ShouldBeOfType<TRule>();
}
