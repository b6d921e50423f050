using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>Reads what stands above rows: headings, index and openings of attachments, units whose people or awards follow.</summary>
internal sealed partial class ListOutline(ArticleScan scan, Lexicon lexicon, HeadingReader headings)
{
    /// <summary>Takes a line in that says what the rows below it are.</summary>
    /// <returns>Whether it is one.</returns>
    public bool Read(int start, int end, string line, ListState state)
    {
        var style = OutlineStyle.Of(scan.Article.Text[start..end]);
        if (style != OutlineStyle.None && scan.Article.IsNotice && state.Heading is null && WholeUnit(line) is { } group)
        {
            state.BeginGroup(group, style);
            return true;
        }

        if (headings.Read(start, end) is { } next)
        {
            state.Attachments.Note(line, next);
            state.Begin(next, style);
            return true;
        }

        if (AttachmentIndex.NumberOf(line) is { } number)
        {
            state.Begin(state.Attachments[number], OutlineStyle.None);
            return true;
        }

        if (AttachmentIndex.IsEntry(line))
        {
            state.Attachments.Note(line, heading: null);
            return true;
        }

        if (headings.ReadSentence(start, end) is { } stated)
        {
            state.Begin(stated, style);
            return true;
        }

        var isSibling = state.Style != OutlineStyle.None && style == state.Style;
        if (headings.ReadUnnamed(start, end, insideList: state.Heading is not null, isSibling) is { } unnamed)
        {
            state.Begin(unnamed, style);
            return true;
        }

        // A heading of the same rank or a higher one ends the award before it, whatever it says.
        if (
            style != OutlineStyle.None
            && state.Heading is not null
            && style <= state.Style
            && !line.Contains('。', StringComparison.Ordinal)
            && !IsRow(line, state)
        )
        {
            state.Begin(heading: null, style);
            return false;
        }

        if (state.Heading is not null && UnitLabel().Match(line) is { Success: true } label && IsUnitLabel(label, state))
        {
            state.Unit = label.Groups["unit"].Value;
            state.Numbered = false;
            return true;
        }

        return false;
    }

    /// <summary>A short line that is neither unit nor trade may head other rows.</summary>
    public static bool MayBeHeading(string line) =>
        line.Trim().Length is >= 3 and <= 30
        && !line.AsSpan().ContainsAny('，', '。')
        && !DescriptionReader.IsPost(line.Trim())
        && UnitDetector.SuffixLength(line.Trim()) == 0
        && ListLine.WithoutBrackets(line).Length == line.Length;

    /// <summary>【某公司】, 一、某公司: a heading that is a known unit and nothing else; null for any other.</summary>
    private string? WholeUnit(string line) =>
        UnitLabel().Match(line.Trim(' ', '#', '*')) is { Success: true } match
        && UnitDetector.Find(match.Groups["unit"].Value, lexicon) is [{ Start: 0 } unit, ..]
        && unit.AliasEnd == match.Groups["unit"].Length
            ? match.Groups["unit"].Value
            : null;

    /// <summary>一、某厂某班 under an unmarked heading is a row, not a heading.</summary>
    private static bool IsRow(string line, ListState state) => !state.Place.IsList || state.RowStyle == OutlineStyle.Of(line);

    /// <summary>某公司： or, among people, a line that is nothing but a unit: the rows below stand in it.</summary>
    private bool IsUnitLabel(Match label, ListState state) =>
        (label.Groups["colon"].Success || state.Heading!.Mention.Kind == RecipientKind.Person)
        && UnitDetector.Find(label.Groups["unit"].Value, lexicon) is [{ Start: 0 } unit, ..]
        && unit.End == label.Groups["unit"].Length;

    [GeneratedRegex(
        "^\\s*(?:[（(]?[一二三四五六七八九十\\d]{1,3}[)）、.．])?\\s*(?<unit>[\u4e00-\u9fffA-Za-z0-9]{3,30})(?<count>[（(]\\d+[人名个][)）])?(?<colon>：)?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex UnitLabel();
}
