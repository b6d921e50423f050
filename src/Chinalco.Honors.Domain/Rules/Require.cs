namespace Chinalco.Honors.Domain.Rules;

/// <summary>Checks rules in the order given.</summary>
public static class Require
{
    /// <exception cref="RuleBrokenException">The first rule that does not hold.</exception>
    public static void That(params ReadOnlySpan<IRule> rules)
    {
        foreach (var rule in rules)
        {
            if (!rule.Holds)
            {
                throw new RuleBrokenException(rule);
            }
        }
    }
}
