using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Grains.Commands;

/// <summary>The entity that a command is about is in the registry.</summary>
/// <param name="word">The entity's Chinese word.</param>
public sealed class TheEntityExists(string word, bool exists) : IRule
{
    public bool Holds => exists;

    public string Advice => $"没有找到该{word}，可能已被合并或删除，请重新查找。";
}
