using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>Where the list reader stands: under which heading, in which table, in whose rows.</summary>
internal sealed class ListState
{
    /// <summary>The award of the rows; null where none is known.</summary>
    public ListHeading? Heading { get; private set; }

    /// <summary>How the heading is marked.</summary>
    public int Style { get; private set; }

    /// <summary>How the rows under the heading are marked; <see cref="OutlineStyle.None"/> before the first and where they are not.</summary>
    public int RowStyle { get; private set; }

    /// <summary>Whether a line under the heading was not understood: it may be another heading, and the rows below it those of another award.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>Whether a label with names was read: other labels of the document may be awards of unknown form.</summary>
    public bool HasLabels { get; set; }

    /// <summary>Whether the row before began with a number.</summary>
    public bool Numbered { get; set; }

    /// <summary>Column of the names; -1 where no header names it.</summary>
    public int NameColumn { get; private set; } = -1;

    /// <summary>Column of the awards; -1 where no header names it.</summary>
    public int AwardColumn { get; private set; } = -1;

    /// <summary>Number of columns the header names; 0 where there is none.</summary>
    public int Columns { get; private set; }

    /// <summary>Whether bars part the columns of the table.</summary>
    public bool HasBars { get; private set; }

    /// <summary>A table whose columns bars part ends with the first line without any.</summary>
    public void EndTable(string line)
    {
        if (HasBars && line.Length > 0 && !line.Contains('|', StringComparison.Ordinal))
        {
            HasBars = false;
            (NameColumn, AwardColumn, Columns) = (-1, -1, 0);
            BeginSection(year: null);
        }
    }

    /// <summary>The header of a table says what the cells below it are.</summary>
    public void BeginTable(string header)
    {
        NameColumn = TableHeader.NameColumn(header);
        AwardColumn = TableHeader.AwardColumn(header);
        Columns = TableHeader.Columns(header).Count;
        HasBars = header.Contains('|', StringComparison.Ordinal);
        BeginSection(year: null);
    }

    /// <summary>A line between the rows of a table gives those below it its year.</summary>
    public void BeginSection(int? year) => (SectionYear, CellAward) = (year, null);

    /// <summary>A row below a heading proves the heading, and shows how its rows are marked.</summary>
    public void BeginRow(string line)
    {
        Outline.Clear();
        Numbered = ListLine.IsNumbered(line);
        RowStyle = OutlineStyle.Of(line);
    }

    /// <summary>The award of the row before, which an empty cell repeats.</summary>
    public ListHeading? CellAward { get; set; }

    /// <summary>The year that a line between the rows of a table gives to those below it.</summary>
    public int? SectionYear { get; private set; }

    /// <summary>The award of a cell, in the year of its section where it says none.</summary>
    public ListHeading? InSection(ListHeading? heading) =>
        heading is not null && SectionYear is { } year && heading.Mention.Year is null
            ? heading with
            {
                Context = heading.Context with { Year = year },
            }
            : heading;

    /// <summary>The awards that the columns of a table stand for, in the order of the columns behind the first.</summary>
    public ImmutableArray<ListHeading> ColumnAwards { get; set; } = [];

    /// <summary>The unit whose rows follow; empty where none is named.</summary>
    public string Unit { get; set; } = "";

    /// <summary>The unit under which several awards stand (【某公司】); empty where none is named.</summary>
    public string Group { get; private set; } = "";

    private int groupStyle;

    /// <summary>A unit heads the awards that follow.</summary>
    public void BeginGroup(string unit, int style)
    {
        Begin(heading: null, style);
        (Group, groupStyle) = (unit, style);
    }

    /// <summary>Lines of headings and labels under which no row was read yet.</summary>
    public HashSet<int> Outline { get; } = [];

    /// <summary>The attachments and their awards.</summary>
    public AttachmentIndex Attachments { get; } = new();

    /// <summary>What a row is read with.</summary>
    public RowPlace Place =>
        new(Heading is null ? RecipientKind.Person : KindOf(Heading), NameColumn, Unit.Length > 0 ? Unit : Group, Heading is not null);

    /// <summary>Who receives the award of a heading; null where any kind may.</summary>
    public static RecipientKind? KindOf(ListHeading heading) =>
        heading.Mention.Kind is RecipientKind.Unit ? RecipientKind.Team : heading.Mention.Kind;

    /// <summary>A heading begins new rows.</summary>
    /// <param name="heading">The award; null where the heading names none that is understood.</param>
    /// <param name="style">How it is marked; see <see cref="OutlineStyle"/>.</param>
    public void Begin(ListHeading? heading, int style)
    {
        if (style != OutlineStyle.None && style <= groupStyle)
        {
            (Group, groupStyle) = ("", OutlineStyle.None);
        }

        Heading = heading;
        Style = style;
        IsDoubtful = false;
        RowStyle = OutlineStyle.None;
        Numbered = false;
        NameColumn = -1;
        AwardColumn = -1;
        Columns = 0;
        BeginSection(year: null);
        ColumnAwards = [];
        Unit = "";
    }

    /// <summary>A line that is no row ends the numbering, and the list where running text follows.</summary>
    public void EndRows(bool keepsHeading)
    {
        Numbered = false;
        Heading = keepsHeading ? Heading : null;
    }
}

/// <summary>附件：1．…名单 2．…名单: the award of each attachment, which the attachment itself may not repeat.</summary>
internal sealed partial class AttachmentIndex
{
    private readonly Dictionary<int, ListHeading?> byNumber = [];
    private bool open;

    /// <summary>The award of an attachment; null where it has none.</summary>
    public ListHeading? this[int number] => byNumber.GetValueOrDefault(number);

    /// <summary>The number of the attachment that a line such as 附件2 opens; null for any other line.</summary>
    public static int? NumberOf(string line) =>
        line.Length < 10 && Opening().Match(line) is { Success: true } match
            ? Segmentation.Marks.Number(match.Groups["number"].Value) ?? 1
            : null;

    /// <summary>Whether a line is an entry of the index that names no award.</summary>
    public static bool IsEntry(string line) =>
        line.Length < 40 && line.StartsWith("附件", StringComparison.Ordinal) && Entry().IsMatch(line);

    /// <summary>Keeps the award of an entry.</summary>
    public void Note(string line, ListHeading? heading)
    {
        open |= line.StartsWith("附件", StringComparison.Ordinal);
        if (
            open
            && line.Length < 60
            && Entry().Match(line) is { Success: true } entry
            && Segmentation.Marks.Number(entry.Groups["number"].Value) is { } number
        )
        {
            byNumber.TryAdd(number, heading);
        }
    }

    [GeneratedRegex("^附件\\s*(?<number>[\\d一二三四五六七八九十]*)\\s*[:：]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();

    [GeneratedRegex("^(?:附件\\s*[:：]?\\s*)?(?<number>\\d{1,2}|[一二三四五六七八九十])\\s*[.．、:：]", RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();
}
