using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>One row of a list or table as recipients.</summary>
/// <param name="Recipients">Who stands in it.</param>
/// <param name="NamesOnly">Whether the row holds nothing but names.</param>
public sealed record ListRow(ImmutableArray<Recipient> Recipients, bool NamesOnly)
{
    /// <summary>A line that is no row.</summary>
    public static ListRow None { get; } = new([], NamesOnly: false);
}

/// <summary>What the list above a row says about it.</summary>
/// <param name="Kind">Who receives the award; null where any kind may.</param>
/// <param name="NameColumn">Column of the names in a table with a header, numbers not counted; -1 where there is none.</param>
/// <param name="Unit">The unit whose people or teams stand in the rows; empty where none is named above them.</param>
/// <param name="IsList">Whether an award's heading stands above, so that what stands here receives it.</param>
public sealed record RowPlace(RecipientKind? Kind, int NameColumn, string Unit, bool IsList);

/// <summary>Reads rows: numbering, padded names, cells parted by bars or spaces in any order, several names in a row.</summary>
public sealed partial class RowReader(Lexicon lexicon, RecipientReader reader)
{
    private const int LongestRow = 160;
    private readonly RowCells forms = new(lexicon);
    private readonly TeamRows teams = new(lexicon, reader, new(lexicon));

    /// <summary>Recipients of a row; none where the line is no row.</summary>
    /// <param name="line">Folded line.</param>
    /// <param name="place">What the list says about it.</param>
    public ListRow Read(string line, RowPlace place)
    {
        var row = Number().Replace(line.Trim(), "").Trim().TrimEnd('。', '；', ';');
        if (row.Length == 0 || TableHeader.IsHeader(row) || row.Length > LongestRow)
        {
            return ListRow.None;
        }

        if (place.IsList && row.Contains('；', StringComparison.Ordinal) && !row.Contains('：', StringComparison.Ordinal))
        {
            return new(
                [.. row.Split('；', StringSplitOptions.RemoveEmptyEntries).SelectMany(part => Read(part, place).Recipients)],
                NamesOnly: false
            );
        }

        if (place.IsList && KindLabel().Match(row) is { Success: true } kind)
        {
            return Read(
                row[kind.Length..],
                place with
                {
                    Kind = kind.Groups["person"].Success ? RecipientKind.Person : RecipientKind.Team,
                }
            );
        }

        if (UnitThenNames().Match(row) is { Success: true } labelled)
        {
            return ReadLabelled(labelled.Groups["label"].Value, labelled.Groups["names"].Value, place);
        }

        if (
            place.Kind is null or RecipientKind.Person
            && NameFirst().Match(row) is { Success: true } first
            && (forms.IsName(first.Groups["name"].Value) || (place.IsList && forms.MayBeName(first.Groups["name"].Value)))
        )
        {
            return new([Person(first.Groups["name"].Value, Description(first.Groups["rest"].Value, place))], NamesOnly: false);
        }

        var cells = RowCells.Split(row);
        if (cells.Length == 0)
        {
            return ListRow.None;
        }

        if (
            place is { IsList: true, Kind: null or RecipientKind.Person }
            && cells.Length > 1
            && NotedPeople(string.Join('、', cells), place, each: true) is { IsEmpty: false } noted
        )
        {
            return new(noted, NamesOnly: false);
        }

        if (place.Kind is null or RecipientKind.Person && PeopleIn(cells, row, place) is { Recipients.IsEmpty: false } people)
        {
            return people;
        }

        return place.Kind == RecipientKind.Person ? ReadJoinedPeople(row, place) : teams.Read(cells, place);
    }

    /// <summary>Unit and post among the members of 男，汉族，某公司某车间电工.</summary>
    private string Description(string rest, RowPlace place)
    {
        var parts = rest.Split(['，', '；', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var told = string.Concat(parts.Where(part => !RowCells.IsRemark(part) && part.Length < 30).Take(2));
        return told.Length > 0 ? told : place.Unit;
    }

    private ListRow PeopleIn(ImmutableArray<string> cells, string row, RowPlace place)
    {
        var people = cells.Where(forms.IsName).ToList();
        if (people.Count == cells.Length && (people.Count > 1 || place.IsList || place.Kind == RecipientKind.Person))
        {
            return new([.. people.Select(cell => Person(cell, place.Unit))], NamesOnly: true);
        }

        if (NameAndUnit(cells) is { IsEmpty: false } pairs)
        {
            return new(pairs, NamesOnly: false);
        }

        var column = place.NameColumn;
        if (column >= 0 && column < cells.Length && forms.MayBeName(cells[column]))
        {
            return new([Described(cells, cells[column], place)], NamesOnly: false);
        }

        // Names alone, one of them of a rare form.
        if (place.IsList && people.Count > 1 && people.Count * 2 >= cells.Length && cells.All(forms.MayBeName))
        {
            return new([.. cells.Select(cell => Person(cell, place.Unit))], NamesOnly: true);
        }

        if (UnitAndNames(cells, place) is { IsEmpty: false } company)
        {
            return new(company, NamesOnly: false);
        }

        if (people.Count > 0 && !row.Contains('、', StringComparison.Ordinal))
        {
            return new([Described(cells, people[0], place)], NamesOnly: false);
        }

        // A name of a rare form beside unit and post.
        if (
            place is { IsList: true, Kind: RecipientKind.Person }
            && cells.Length > 1
            && !row.Contains('、', StringComparison.Ordinal)
            && cells.FirstOrDefault(forms.MayBeName) is { } rare
            && cells.Any(IsUnitCell)
        )
        {
            return new([Described(cells, rare, place)], NamesOnly: false);
        }

        return ListRow.None;
    }

    /// <summary>某公司 张某 李某, 某公司 张某、李某: a unit and its people.</summary>
    private ImmutableArray<Recipient> UnitAndNames(ImmutableArray<string> cells, RowPlace place)
    {
        if (cells.Length < 2 || !IsUnitCell(cells[0]) || DescriptionReader.IsPost(cells[0]))
        {
            return [];
        }

        var names = RowCells.Merged(cells.Skip(1).SelectMany(cell => cell.Split('、', StringSplitOptions.RemoveEmptyEntries))).ToList();
        return names.Count > 1 && names.TrueForAll(name => forms.IsName(name) || (place.IsList && forms.MayBeName(name)))
            ? [.. names.Select(name => Person(name, cells[0]))]
            : [];
    }

    private bool IsUnitCell(string cell) =>
        UnitDetector.SuffixLength(cell) > 0
        || UnitDetector.Find(cell, lexicon) is [{ Start: 0 }, ..]
        || (cell.Length > 3 && reader.Descriptions.Read(cell).UnitText is not null);

    private Recipient Described(ImmutableArray<string> cells, string name, RowPlace place)
    {
        var description = string.Concat(cells.Where(cell => cell != name && !RowCells.IsRemark(cell)).Select(RowCells.WithoutNote));
        return Person(name, description.Length > 0 ? description : place.Unit);
    }

    /// <summary>张某 甲公司 李某 乙公司: two people in one row, each with the unit behind the name.</summary>
    private ImmutableArray<Recipient> NameAndUnit(ImmutableArray<string> cells)
    {
        if (cells.Length < 4 || cells.Length % 2 != 0)
        {
            return [];
        }

        var pairs = ImmutableArray.CreateBuilder<Recipient>();
        for (var i = 0; i + 1 < cells.Length; i += 2)
        {
            if (!forms.IsName(cells[i]) || !IsUnitCell(cells[i + 1]))
            {
                return [];
            }

            pairs.Add(Person(cells[i], cells[i + 1]));
        }

        return pairs.ToImmutable();
    }

    private Recipient Person(string cell, string description, string within = "")
    {
        var name = RowCells.WithoutNote(cell);
        var note = RowCells.NoteIn(cell);
        var (unitText, unit, position) = reader.Descriptions.Read(note.Length > 0 ? note : description);
        if (unit is null && within.Length > 0 && note.Length > 0)
        {
            // 张某（电解厂） under 【某公司】.
            (unitText, unit) = (within + (unitText ?? (position is null ? note : "")), reader.Descriptions.EntryOf(within));
        }

        return new(RecipientKind.Person, name, unitText, unit, position)
        {
            Evidence = lexicon.KnowsPerson(name) ? NameEvidence.Known : NameEvidence.Form,
        };
    }

    /// <summary>某公司炭素厂：张某；某公司质检中心：李某（女）: the unit stands before its people or teams.</summary>
    private ListRow ReadLabelled(string first, string rest, RowPlace place)
    {
        var found = ImmutableArray.CreateBuilder<Recipient>();
        var label = first;
        foreach (var part in rest.Split('；', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf('：', StringComparison.Ordinal);
            label = colon > 0 ? part[..colon] : label;
            var items = part[(colon + 1)..].TrimEnd('。');
            if (items.Contains('“', StringComparison.Ordinal) && place.Kind is RecipientKind.Team or RecipientKind.Unit)
            {
                // 某组：某院“服务之星”班组 is what the team received, not the rest of its name.
                continue;
            }

            found.AddRange(
                place.Kind is RecipientKind.Team or RecipientKind.Unit && HolderOfPost(items) is { } holder ? [holder]
                : place.Kind is RecipientKind.Team or RecipientKind.Unit ? teams.Labelled(label, items, place)
                : forms.IsName(label) && IsUnitCell(items) ? [Person(label, items)]
                : PeopleOf(label, items, place)
            );
        }

        return new(found.ToImmutable(), NamesOnly: false);
    }

    /// <summary>甲公司 张某、乙公司 李 某（女）: each name behind its unit, whatever the surname; empty where an item is something else.</summary>
    private ImmutableArray<Recipient> UnitsAndNames(string items)
    {
        var found = ImmutableArray.CreateBuilder<Recipient>();
        foreach (var item in items.Split('、', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (RowCells.Split(item) is not [var unit, var name] || !IsUnitCell(unit) || !forms.MayBeName(name))
            {
                return [];
            }

            found.Add(Person(RowCells.WithoutNote(name), unit));
        }

        return found.ToImmutable();
    }

    private ImmutableArray<Recipient> PeopleOf(string label, string items, RowPlace place)
    {
        if (place.IsList && UnitsAndNames(items) is { IsEmpty: false } both)
        {
            return both;
        }

        var names = RowCells
            .Merged(items.Split(['、', ' ', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        var sure = IsUnitCell(label) || DescriptionReader.IsPost(label);
        if (names.TrueForAll(name => forms.IsName(name) || (sure && place.IsList && forms.MayBeName(name))))
        {
            return [.. names.Select(name => Person(name, label))];
        }

        // 某公司：电解车间张某、熔铸车间李某.
        return sure
            ? [.. reader.Read(items).Named.Where(item => item.Kind == RecipientKind.Person).Select(item => WithUnit(item, label))]
            : [];
    }

    private Recipient WithUnit(Recipient person, string label)
    {
        var (unitText, unit, _) = reader.Descriptions.Read(label + person.UnitText);
        return person.Unit is null && unitText is not null ? person with { UnitText = unitText, Unit = unit } : person;
    }

    /// <summary>1号岗：张某　电解一车间: the post that is honoured is a person's; null where no person and unit stand there.</summary>
    private Recipient? HolderOfPost(string items) =>
        RowCells.Split(items) is [var name, var unit] && forms.MayBeName(name) && !forms.MayBeName(unit) && IsUnitCell(unit)
            ? Person(name, unit) with
            {
                IsUnsure = true,
            }
            : null;

    /// <summary>Rows without space between unit, post and name, and names parted by 、.</summary>
    private ListRow ReadJoinedPeople(string row, RowPlace place)
    {
        if (place.IsList && NotedPeople(row, place, each: false) is { IsEmpty: false } noted)
        {
            return new(noted, NamesOnly: false);
        }

        var listed = RowCells
            .Merged(row.Split(['、', ' ', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        if (place.IsList && listed.Count > 1 && listed.TrueForAll(forms.MayBeName) && listed.Count(forms.IsName) * 2 >= listed.Count)
        {
            return new([.. listed.Select(name => Person(name, place.Unit))], NamesOnly: true);
        }

        var phrase = reader.Read(row);
        var people = phrase.Named.Where(recipient => recipient.Kind == RecipientKind.Person).ToImmutableArray();
        return new(people, people.All(person => person.UnitText is null));
    }

    /// <summary>张某（电解厂）、李某（女，检修中心）: names, each with its unit in brackets, whatever the surname.</summary>
    private ImmutableArray<Recipient> NotedPeople(string row, RowPlace place, bool each)
    {
        var items = NotedItem().Matches(row);
        return
            items.Count > 0
            && items.Sum(item => item.Length) == row.Length
            && items.Any(item => RowCells.NoteIn(item.Value).Length > 0)
            && (!each || items.All(item => item.Groups["note"].Length > 0))
            && items.All(item => forms.MayBeName(item.Groups["name"].Value))
            ? [.. items.Select(item => Person(item.Groups["name"].Value + item.Groups["note"].Value, place.Unit, within: place.Unit))]
            : [];
    }

    [GeneratedRegex("\\G(?<name>[\u4e00-\u9fff·]{2,8})(?<note>(?:（[^（）]{1,40}）)*)(?:[、，]|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex NotedItem();

    [GeneratedRegex(
        "^(?:[（(]?\\d{1,3}[)）]|\\d{1,3}\\s*[.、．:：]|[①-⑳]|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[-*•·●■◆▪]|\\d{1,3}(?=\\s)|第(?:\\d+|[一二三四五六七八九十]+)名|(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?=[ ：])：?)\\s*",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Number();

    /// <summary>单位：甲公司、乙公司; 个人：张某（丙公司）.</summary>
    [GeneratedRegex("^(?:(?<person>个人|先进个人|人员)|单位|集体|班组|团队|企业|先进集体)：(?=.)", RegexOptions.ExplicitCapture)]
    private static partial Regex KindLabel();

    /// <summary>张某，男，某公司电工; 张某（某公司 电工）.</summary>
    [GeneratedRegex(
        "^(?<name>[\u4e00-\u9fff·]{2,6}|[\u4e00-\u9fff] [\u4e00-\u9fff])(?:（[男女]）)?(?:，(?<rest>[^。]{2,60})|（(?<rest>[^（）]{3,40})）)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex NameFirst();

    [GeneratedRegex("^(?<label>[^：。，；]{2,24})：(?<names>[^：]{2,}(?:；[^：；]{2,24}：[^：；]+)*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex UnitThenNames();
}
