namespace Chinalco.Honors.Domain.Rules;

/// <summary>A command asked for something that a rule forbids. Nothing was changed.</summary>
public sealed class RuleBrokenException(IRule rule) : Exception(rule.Advice)
{
    /// <summary>The rule that broke.</summary>
    public IRule Rule { get; } = rule;

    /// <summary>The rule's name, stable across versions, for logs and for callers on another node.</summary>
    public string RuleName => Rule.GetType().Name;
}
