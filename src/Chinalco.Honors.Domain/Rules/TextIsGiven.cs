namespace Chinalco.Honors.Domain.Rules;

/// <summary>A required text is present and no longer than its column.</summary>
/// <param name="label">What the text is, in Chinese.</param>
/// <param name="text">The text.</param>
/// <param name="longest">Most UTF-16 units allowed.</param>
public sealed class TextIsGiven(string label, string? text, int longest) : IRule
{
    public bool Holds => !string.IsNullOrWhiteSpace(text) && text.Length <= longest;

    public string Advice => string.IsNullOrWhiteSpace(text) ? $"请填写{label}。" : $"{label}过长，最多 {longest} 个字符。";
}
