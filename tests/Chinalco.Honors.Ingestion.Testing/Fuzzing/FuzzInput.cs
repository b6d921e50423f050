namespace Chinalco.Honors.Ingestion.Testing.Fuzzing;

/// <summary>A damaged input: a file's name and bytes, or a text as a decoder would hand it on.</summary>
/// <param name="Name">The file's name; its ending says how it is read.</param>
/// <param name="Content">The bytes; null for a text.</param>
/// <param name="Text">A text that no decoder would give, such as one with halves of characters; null for a file.</param>
/// <param name="Damage">What was done to it.</param>
public sealed record FuzzInput(string Name, byte[]? Content, string? Text, string Damage);
