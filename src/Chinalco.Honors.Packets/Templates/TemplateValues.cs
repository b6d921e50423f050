using System.Collections.Immutable;

namespace Chinalco.Honors.Packets.Templates;

/// <summary>A stretch of text with the footnote behind it.</summary>
/// <param name="IsPending">Whether 【待核】 stands behind it.</param>
/// <param name="IsHeading">Whether it is the title of a part, in a paragraph of its own.</param>
public sealed record Span(string Text, string? Note, bool IsPending, bool IsHeading = false);

/// <summary>What stands in the place of a field: one text, or paragraphs with footnotes.</summary>
/// <param name="Text">Lines are broken within the paragraph.</param>
/// <param name="Paragraphs">Empty for a plain text.</param>
public sealed record FieldValue(string Text, ImmutableArray<ImmutableArray<Span>> Paragraphs)
{
    public static readonly FieldValue Blank = Of("");

    public static FieldValue Of(string? text) => new(text ?? "", []);

    public bool IsRich => !Paragraphs.IsEmpty;
}

/// <summary>What a template is filled with, by the keys of <see cref="TemplateFields"/>. A field without a value is blank.</summary>
public sealed record TemplateValues(
    ImmutableDictionary<string, FieldValue> Fields,
    ImmutableDictionary<string, ImmutableArray<ImmutableDictionary<string, FieldValue>>> Lists
)
{
    internal FieldValue Of(TemplateField field) => Fields.GetValueOrDefault(field.Key, FieldValue.Blank);

    internal ImmutableArray<ImmutableDictionary<string, FieldValue>> Rows(TemplateList list) => Lists.GetValueOrDefault(list.Key, []);
}

/// <summary>A place of a template that nothing can be done with.</summary>
/// <param name="Place">In Chinese: which part, table, row or paragraph.</param>
/// <param name="Text">What stands there.</param>
/// <param name="Advice">In Chinese: what is wrong, and what to do.</param>
public sealed record TemplateProblem(string Place, string Text, string Advice);

/// <summary>A template is refused; the message names every place.</summary>
public sealed class TemplateRefusedException(IReadOnlyList<TemplateProblem> problems)
    : Exception(string.Join('\n', problems.Select(p => p.Text.Length > 0 ? $"{p.Place}“{p.Text}”：{p.Advice}" : $"{p.Place}：{p.Advice}")))
{
    public IReadOnlyList<TemplateProblem> Problems => problems;
}
