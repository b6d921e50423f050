using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>One row of a list or table as recipients.</summary>
/// <param name="Recipients">Who stands in it.</param>
/// <param name="NamesOnly">Whether the row holds nothing but names.</param>
public sealed record ListRow(ImmutableArray<Recipient> Recipients, bool NamesOnly);

/// <summary>Reads rows: numbering, padded names, cells parted by bars or spaces in any order, several names in a row.</summary>
public sealed partial class RowReader(Lexicon lexicon, RecipientReader reader)
{
    private const int LongestHeader = 200;

    // Marks may belong to three of its parts: an engine that tries one after the other would never end on a row of nothing but bars.
    private static readonly Regex Header = new(
        "^\\W*(?:序号|编号|姓名|单位|岗位|职务|工种|性别|集体名称|班组名称|名称|奖项|荣誉|荣誉称号|等级|备注|获奖者|获奖单位|所在单位|项目名称|成果名称|完成单位|完成人|主要完成人|主要完成单位|奖次|名次|称号|职务|职称|所属单位|申报单位|推荐单位|年度|获奖等级|工作单位|岗位/工种|[|:\\-—/、\\s（）])+\\W*$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    /// <summary>Recipients of a row; empty where it is none.</summary>
    /// <param name="line">Folded line.</param>
    /// <param name="kind">Who receives the award above it; null where any kind may.</param>
    public ListRow Read(string line, RecipientKind? kind)
    {
        var row = Number().Replace(line.Trim(), "").Trim();
        if (row.Length == 0 || IsHeader(row) || row.Length > 120)
        {
            return new([], NamesOnly: false);
        }

        if (UnitThenNames().Match(row) is { Success: true } labelled)
        {
            return ReadLabelled(labelled.Groups["label"].Value, labelled.Groups["names"].Value);
        }

        var cells = Cells(row);
        if (cells.Length == 0)
        {
            return new([], NamesOnly: false);
        }

        var people = cells.Where(IsNameCell).ToList();
        if (people.Count == cells.Length && (people.Count > 1 || kind != RecipientKind.Team))
        {
            return new([.. people.Select(cell => Person(cell, description: ""))], NamesOnly: true);
        }

        if (people.Count >= 1 && kind is null or RecipientKind.Person)
        {
            if (NameAndUnit(cells) is { IsEmpty: false } pairs)
            {
                return new(pairs, NamesOnly: false);
            }

            var name = people[0];
            var description = string.Concat(cells.Where(cell => cell != name && !IsPlainNumber(cell) && !Remark().IsMatch(cell)));
            return new([Person(name, description)], NamesOnly: false);
        }

        return kind == RecipientKind.Person ? ReadJoinedPeople(row) : ReadUnits(cells);
    }

    /// <summary>张某 甲公司 李某 乙公司: two people in one row, each with the unit behind the name.</summary>
    private ImmutableArray<Recipient> NameAndUnit(ImmutableArray<string> cells)
    {
        var pairs = ImmutableArray.CreateBuilder<Recipient>();
        for (var i = 0; i + 1 < cells.Length; i += 2)
        {
            if (!IsNameCell(cells[i]) || UnitDetector.Find(cells[i + 1], lexicon) is not [{ Start: 0 }, ..])
            {
                return [];
            }

            pairs.Add(Person(cells[i], cells[i + 1]));
        }

        return pairs.Count > 1 && cells.Length % 2 == 0 ? pairs.ToImmutable() : [];
    }

    /// <summary>Parts of a row; a surname and a given name of one character each, parted by padding, are one name.</summary>
    public ImmutableArray<string> Cells(string row)
    {
        var raw = row.Contains('|', StringComparison.Ordinal)
            ? row.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : row.Split([' ', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var cells = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < raw.Length; i++)
        {
            var cell = PaddedName().Replace(raw[i], "${a}${b}");
            if (
                cell.Length == 1
                && IsHan(cell[0])
                && i + 1 < raw.Length
                && GivenName().IsMatch(raw[i + 1])
                && Vocabulary.SingleSurnames.Contains(cell[0])
            )
            {
                cell += raw[++i];
            }

            if (!IsPlainNumber(cell))
            {
                cells.Add(cell);
            }
        }

        return cells.ToImmutable();
    }

    /// <summary>Whether a cell holds a person's name and nothing else.</summary>
    public bool IsNameCell(string cell)
    {
        var name = Note().Replace(cell, "");
        return (
                PersonDetector.LooksLikeName(name)
                || !lexicon.PeopleNamed(name).IsEmpty
                || (Vocabulary.EthnicNames.LengthAt(name, 0) > 0 && name.Length <= 8)
            )
            && lexicon.UnitNamed(name) is null
            && UnitDetector.SuffixLength(name) == 0
            && Vocabulary.Positions.LengthAt(name, 0) != name.Length;
    }

    /// <summary>Whether a line is the header of a table.</summary>
    public static bool IsHeader(string row) => row.Length <= LongestHeader && Header.IsMatch(row);

    private Recipient Person(string cell, string description)
    {
        var name = Note().Replace(cell, "").Replace(" ", "", StringComparison.Ordinal);
        var (unitText, unit, position) = reader.ReadDescription(description);
        return new(RecipientKind.Person, name, unitText, unit, position)
        {
            Evidence = lexicon.PeopleNamed(name).IsEmpty ? NameEvidence.Form : NameEvidence.Known,
        };
    }

    /// <summary>某公司炭素厂：张某；某公司质检中心：李某（女）: the unit stands before its people.</summary>
    private ListRow ReadLabelled(string first, string rest)
    {
        var people = ImmutableArray.CreateBuilder<Recipient>();
        var label = first;
        foreach (var part in rest.Split('；', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf('：', StringComparison.Ordinal);
            label = colon > 0 ? part[..colon] : label;
            foreach (
                var name in part[(colon + 1)..]
                    .TrimEnd('。')
                    .Split(['、', ' ', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Aggregate(new List<string>(), MergePadded)
            )
            {
                if (!IsNameCell(name))
                {
                    return new([], NamesOnly: false);
                }

                people.Add(Person(name, label));
            }
        }

        return new(people.ToImmutable(), NamesOnly: false);
    }

    private static List<string> MergePadded(List<string> names, string next)
    {
        if (names.Count > 0 && names[^1].Length == 1 && Vocabulary.SingleSurnames.Contains(names[^1][0]))
        {
            names[^1] += next;
        }
        else
        {
            names.Add(next);
        }

        return names;
    }

    /// <summary>Rows without space between unit, post and name, and names parted by 、.</summary>
    private ListRow ReadJoinedPeople(string row)
    {
        var phrase = reader.Read(row.TrimEnd('。', '；'));
        var people = phrase.Named.Where(recipient => recipient.Kind == RecipientKind.Person).ToImmutableArray();
        return new(people, people.All(person => person.UnitText is null));
    }

    private ListRow ReadUnits(ImmutableArray<string> cells)
    {
        if (cells is [var list] && list.Contains('、', StringComparison.Ordinal))
        {
            var listed = list.TrimEnd('。', '；').Split('、').Select(AsUnit).ToList();
            return new(listed.TrueForAll(unit => unit is not null) ? [.. listed.Select(unit => unit!)] : [], NamesOnly: false);
        }

        var texts = cells.Select(cell => cell.TrimEnd('。', '；')).Where(cell => !Remark().IsMatch(cell)).ToList();
        var read = texts.Select(text => AsUnit(text)).ToList();
        var first = texts.Count == 0 ? null : read[0];
        if (first is null)
        {
            return new([], NamesOnly: false);
        }

        // Two cells are two recipients where each begins with a known unit, else unit and team of one recipient.
        if (
            texts.Count > 1
            && read.All(unit => unit is { Unit: not null })
            && texts.Skip(1).All(text => UnitDetector.Find(text, lexicon) is [{ Start: 0 }, ..])
        )
        {
            return new([.. read.Select(unit => unit!)], NamesOnly: false);
        }

        var whole = texts.Count > 1 ? AsUnit(string.Concat(texts)) : first;
        return new(whole is null ? [first] : [whole], NamesOnly: false);
    }

    private Recipient? AsUnit(string text) =>
        reader.ReadItem(text) is { Kind: not RecipientKind.Person } unit ? unit
        : UnitDetector.Find(text, lexicon) is [{ Start: 0 } mention, ..]
            ? new(RecipientKind.Team, text, mention.Text, reader.EntryOf(text) ?? mention.Entry, Position: null)
        : null;

    private static bool IsPlainNumber(string cell) => cell.All(c => char.IsAsciiDigit(c) || c is '.' or '、' or '-');

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    [GeneratedRegex(
        "^(?:[（(]?\\d{1,3}[)）]|\\d{1,3}\\s*[.、．:：]|[①-⑳]|[一二三四五六七八九十]{1,3}、|[-*•·●■◆▪]|\\d{1,3}(?=\\s)|第\\d+名)\\s*",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Number();

    [GeneratedRegex("^(?<label>[^：。，；]{2,24})：(?<names>[^：]{2,}(?:；[^：；]{2,24}：[^：；]+)*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex UnitThenNames();

    [GeneratedRegex("^(?<a>[\u4e00-\u9fff]) (?<b>[\u4e00-\u9fff](?:（.*）)?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex PaddedName();

    [GeneratedRegex("^[\u4e00-\u9fff](?:（[^（）]{1,4}）)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex GivenName();

    [GeneratedRegex("（[^（）]*）")]
    private static partial Regex Note();

    [GeneratedRegex("^(?:男|女|汉族|.族|中共党员|党员|群众|追授|（.*）|\\d+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Remark();
}
