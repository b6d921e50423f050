using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>The cells of a row and what each of them can be by its form.</summary>
public sealed partial class RowCells(Lexicon lexicon)
{
    /// <summary>No name written by sound is longer, without its dots.</summary>
    private const int LongestName = 8;

    private static readonly WordSet NeverNames = new([
        "男性",
        "女性",
        "汉族",
        "回族",
        "彝族",
        "满族",
        "壮族",
        "藏族",
        "党员",
        "群众",
        "团员",
        "追授",
        "不详",
        "同上",
        "合计",
        "其他",
        "个人",
        "集体",
        "单位",
        "名单",
        "附件",
        "抄送",
        "从缺",
        "空缺",
        "暂缺",
        "缺额",
        "待定",
    ]);

    /// <summary>Parts of a row, without plain numbers; a surname and a given name of one character each, parted by padding, are one name.</summary>
    public static ImmutableArray<string> Split(string row)
    {
        var raw = row.Contains('|', StringComparison.Ordinal)
            ? row.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : row.Split([' ', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return [.. Merged(raw.Select(cell => PaddedName().Replace(cell, "${a}${b}"))).Where(cell => !IsPlainNumber(cell))];
    }

    /// <summary>Joins the characters of padded names: two, or three that stand between longer cells.</summary>
    public static IEnumerable<string> Merged(IEnumerable<string> cells)
    {
        var parts = new List<string>();
        foreach (var cell in cells)
        {
            if (parts.Count > 0 && GivenName().IsMatch(cell) && cell[0] is not ('男' or '女'))
            {
                parts.Add(cell);
                continue;
            }

            if (parts is [var surname] && IsLongGivenName(surname, cell))
            {
                parts.Clear();
                yield return surname + cell;
                continue;
            }

            foreach (var name in Names(parts))
            {
                yield return name;
            }

            parts.Clear();
            if (cell.Length == 1 && IsHan(cell[0]) && cell[0] is not ('男' or '女'))
            {
                parts.Add(cell);
            }
            else
            {
                yield return cell;
            }
        }

        foreach (var name in Names(parts))
        {
            yield return name;
        }
    }

    /// <summary>蔺 彩云: a surname set apart from a given name of two characters.</summary>
    private static bool IsLongGivenName(string surname, string cell) =>
        LongGivenName().IsMatch(cell)
        && Vocabulary.SingleSurnames.Contains(surname[0])
        && NameShape.LooksLikeName(surname + WithoutNote(cell))
        && UnitDetector.SuffixLength(WithoutNote(cell)) == 0
        && NeverNames.LengthAt(cell, 0) == 0;

    /// <summary>段 小 芹 is one name, 王 刚 李 明 are two.</summary>
    private static IEnumerable<string> Names(List<string> parts)
    {
        var length = parts.Count == 3 ? 3 : 2;
        for (var i = 0; i < parts.Count; i += length)
        {
            yield return string.Concat(parts.Skip(i).Take(length));
        }
    }

    /// <summary>All cells of a row with bars, the empty ones too; of a row without, as <see cref="Split"/>. Numbers of rows are left out.</summary>
    public static List<string> SplitAll(string row)
    {
        if (!row.Contains('|', StringComparison.Ordinal))
        {
            return [.. Split(row)];
        }

        var cells = row.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries).ToList();
        if (cells.Count > 1 && cells[0].Length > 0 && IsPlainNumber(cells[0]))
        {
            cells.RemoveAt(0);
        }

        return cells;
    }

    /// <summary>Whether a cell holds a person's name and nothing else, judged by the cell alone.</summary>
    public bool IsName(string cell)
    {
        var name = WithoutNote(cell);
        return (
                NameShape.LooksLikeName(name)
                || lexicon.KnowsPerson(name)
                || (Vocabulary.EthnicNames.LengthAt(name, 0) > 0 && name.Length <= LongestName && NameShape.AllHan(name))
            ) && !IsOtherThing(name);
    }

    /// <summary>Whether a cell that stands where only names stand can be one: then a rare surname, or a name like an everyday word, is none the less a name.</summary>
    public bool MayBeName(string cell)
    {
        var name = WithoutNote(cell);
        return IsName(cell)
            || (
                name.Length is >= 2 and <= 4
                && NameShape.AllHan(name)
                && !IsOtherThing(name)
                && NeverNames.LengthAt(name, 0) == 0
                && Vocabulary.Positions.LengthEndingAt(name, name.Length) == 0
                && !(name.Length > 2 && name[^1] is '工' or '员' or '师' or '长' or '等')
            );
    }

    /// <summary>The name in a cell, without padding and bracketed notes.</summary>
    public static string WithoutNote(string cell) => Note().Replace(cell, "").Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The first bracketed note without sex, nation and 追授; empty where nothing else is noted.</summary>
    public static string NoteIn(string cell) =>
        Note().Matches(cell).Select(note => WithoutRemarks(note.Value[1..^1])).FirstOrDefault(note => note.Length > 0) ?? "";

    /// <summary>女，运输部: what a note says of unit and post.</summary>
    public static string WithoutRemarks(string note) =>
        note.AsSpan().ContainsAny('，', '、', ' ') || note.Length < 6
            ? string.Concat(note.Split(['，', '、', ' ']).Where(part => !Remark().IsMatch(part)))
            : note;

    /// <summary>Whether a cell says nothing of unit or post: sex, nation, party, 追授.</summary>
    public static bool IsRemark(string cell) => Remark().IsMatch(cell);

    private bool IsOtherThing(string name) =>
        lexicon.UnitNamed(name) is not null
        || UnitDetector.SuffixLength(name) is var suffix && (suffix > 1 || (suffix == 1 && name.Length > 2 && !lexicon.KnowsPerson(name)))
        || Vocabulary.Positions.LengthAt(name, 0) == name.Length
        || Vocabulary.AwardHeads.Keys.Any(head => head.Length >= 2 && name.EndsWith(head, StringComparison.Ordinal));

    /// <summary>1, 01, S01: the number of a row.</summary>
    private static bool IsPlainNumber(string cell) =>
        cell.TrimStart('S', 'N', 'A', 'B', 'C', 'D', 'E', 'F', 'G').All(c => char.IsAsciiDigit(c) || c is '.' or '、' or '-' or '．');

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    [GeneratedRegex("^(?<a>[\u4e00-\u9fff]) (?<b>[\u4e00-\u9fff](?:（.*）)?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex PaddedName();

    [GeneratedRegex("^[\u4e00-\u9fff](?:（[^（）]{1,24}）)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex GivenName();

    [GeneratedRegex("^[\u4e00-\u9fff]{2}(?:（[^（）]{1,6}）)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex LongGivenName();

    [GeneratedRegex("（[^（）]*）")]
    private static partial Regex Note();

    [GeneratedRegex("^(?:男|女|.{1,3}族|中共党员|中共预备党员|党员|群众|团员|追授|已故|退休|（.*）|\\d+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Remark();
}
