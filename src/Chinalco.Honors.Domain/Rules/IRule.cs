namespace Chinalco.Honors.Domain.Rules;

/// <summary>A rule of the domain, named as a sentence that is true when the rule holds.</summary>
public interface IRule
{
    /// <summary>Whether the rule holds for the facts it was made with.</summary>
    bool Holds { get; }

    /// <summary>In Chinese, for the user: what is wrong and what to do, when the rule does not hold.</summary>
    string Advice { get; }
}
