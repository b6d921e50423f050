using System.Collections.Immutable;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>Reads tables that hold their awards: in a cell of each row, or as the headers of columns.</summary>
internal sealed class AwardTable(ArticleScan scan, HeadingReader headings, RowReader rows)
{
    /// <summary>1 张某 电解车间 安全标兵: of the cells of a table's row one is an award.</summary>
    public AwardedRow? ReadRow(int start, int end, ListState state)
    {
        var line = scan.Text[start..end];
        if (line.Length > 120 || (line.AsSpan().ContainsAny('，', '。') && ListLine.WithoutBrackets(line).AsSpan().ContainsAny('，', '。')))
        {
            return null;
        }

        if (state.AwardColumn >= 0 && RowOfTable(start, line, state) is { } row0)
        {
            return row0;
        }

        if (
            CellOf(start, line, state) is not { } cell
            || state.InSection(headings.OfCell(start + cell.From, start + cell.To)) is not { } heading
        )
        {
            return null;
        }

        var rest = line[..cell.From].TrimEnd('|', ' ') + " " + line[cell.To..].TrimStart('|', ' ');
        var row = rows.Read(
            rest.Replace('|', ' '),
            state.Place with
            {
                Kind = heading.Mention.Kind ?? (state.NameColumn >= 0 ? RecipientKind.Person : null),
                NameColumn = state.AwardColumn >= 0 && state.AwardColumn < state.NameColumn ? state.NameColumn - 1 : state.NameColumn,
                IsList = true,
            }
        );
        return row.Recipients.IsEmpty ? null : new(heading, row.Recipients);
    }

    /// <summary>A table whose columns are awards: | 单位 | 先进工作者 | 优秀青年 |, with the names in its cells.</summary>
    /// <returns>What the line gives; empty for the header and the rule below it, null where the line is none of such a table.</returns>
    public List<AwardedRow>? ReadColumns(int start, int end, string line, ListState state)
    {
        var cells = RowCells.SplitAll(line);
        if (state.ColumnAwards.IsEmpty)
        {
            return ReadColumnHeader(start, end, cells, state) ? [] : null;
        }

        if (cells.Count != state.ColumnAwards.Length + 1 || line.Contains('。', StringComparison.Ordinal))
        {
            return TableHeader.IsRule(line) ? [] : null;
        }

        return
        [
            .. state
                .ColumnAwards.Zip(cells.Skip(1))
                .Select(pair => new AwardedRow(
                    pair.First,
                    rows.Read(pair.Second, new(ListState.KindOf(pair.First), NameColumn: -1, Unit: cells[0], IsList: true)).Recipients
                )),
        ];
    }

    private bool ReadColumnHeader(int start, int end, List<string> cells, ListState state)
    {
        if (cells.Count < 2 || !IsUnitColumn(cells[0]) || !cells.Skip(1).All(cell => cell.Length >= 3))
        {
            return false;
        }

        var mentions = scan.AwardsIn(start, end);
        if (
            mentions.Length != cells.Count - 1
            || !cells.Skip(1).Zip(mentions).All(pair => pair.First.EndsWith(pair.Second.Printed, StringComparison.Ordinal))
        )
        {
            return false;
        }

        state.Begin(heading: null, OutlineStyle.None);
        state.ColumnAwards = [.. mentions.Select(mention => headings.Of(mention, ""))];
        return true;
    }

    /// <summary>A row whose cells stand under the header's columns; what an empty cell leaves out, the row before says.</summary>
    private AwardedRow? RowOfTable(int start, string line, ListState state)
    {
        var cells = RowCells.SplitAll(line);
        // Without bars the first columns are those that a group of rows says once.
        while (cells.Count > 1 && cells.Count < state.Columns && !line.Contains('|', StringComparison.Ordinal))
        {
            cells.Insert(0, "");
        }

        if (cells.Count != state.Columns || state.NameColumn < 0 || state.NameColumn == state.AwardColumn)
        {
            return null;
        }

        var award = cells[state.AwardColumn];
        var at = award.Length == 0 ? -1 : line.LastIndexOf(award, StringComparison.Ordinal);
        var heading = at >= 0 ? state.InSection(headings.OfCell(start + at, start + at + award.Length)) : state.CellAward;
        if (heading is null)
        {
            return null;
        }

        if (cells[state.NameColumn].Length == 0)
        {
            // A team stands in the column of the units, and nobody in that of the names.
            var others = cells.Where((cell, column) => column != state.AwardColumn && cell.Length > 0).ToList();
            var team =
                others is [var one] && UnitDetector.SuffixLength(one) > 0
                    ? rows.Read(one, state.Place with { Kind = RecipientKind.Team, NameColumn = -1, IsList = true })
                    : ListRow.None;
            return team.Recipients.IsEmpty ? null : new(heading, team.Recipients);
        }

        state.CellAward = heading;
        var rest = cells.Where((cell, column) => column != state.AwardColumn && column != state.NameColumn && cell.Length > 0);
        var row = rows.Read(
            string.Join(' ', rest.Prepend(cells[state.NameColumn].Replace(" ", "", StringComparison.Ordinal))),
            state.Place with
            {
                Kind = heading.Mention.Kind ?? RecipientKind.Person,
                NameColumn = 0,
                IsList = true,
            }
        );
        return row.Recipients.IsEmpty ? null : new(heading, row.Recipients);
    }

    private static bool IsUnitColumn(string cell) =>
        cell is "单位" or "部门" or "所在单位" or "单位名称" or "分公司" or "车间" or "厂" or "工种" or "类别";

    /// <summary>Where the award's cell of a row stands: in the column the header names, else where a whole cell is an award.</summary>
    private (int From, int To)? CellOf(int start, string line, ListState state)
    {
        var at = 0;
        var cells = new List<(int From, int To)>();
        foreach (var cell in RowCells.Split(line))
        {
            var from = line.IndexOf(cell, at, StringComparison.Ordinal);
            if (from < 0)
            {
                // A padded name; the cells behind it stand where they are.
                cells.Add((at, at));
                continue;
            }

            cells.Add((from, from + cell.Length));
            at = from + cell.Length;
        }

        if (state.AwardColumn >= 0)
        {
            return state.AwardColumn < cells.Count && cells[state.AwardColumn] is var place && place.To > place.From ? place : null;
        }

        if (!scan.Article.IsNotice || cells.Count < 2)
        {
            return null;
        }

        var whole = cells.FindAll(cell => IsAwardCell(start, cell));
        return whole is [var only] ? only : null;
    }

    private bool IsAwardCell(int lineStart, (int From, int To) cell) =>
        cell.To - cell.From >= 4
        && scan.AwardsIn(lineStart + cell.From, lineStart + cell.To) is [var mention]
        && mention.Start == lineStart + cell.From
        && mention.End == lineStart + cell.To;
}
