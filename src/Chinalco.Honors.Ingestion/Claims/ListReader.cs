using System.Collections.Immutable;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>What the list reader found: claims, and the lines it has read.</summary>
/// <param name="Claims">Who received what.</param>
/// <param name="Lines">The lines that were read.</param>
/// <param name="TakenBack">Who lost what, where the document takes back what it lists.</param>
public sealed record ListResult(ImmutableArray<Claim> Claims, ImmutableHashSet<int> Lines, ImmutableArray<RevocationClaim> TakenBack);

/// <summary>
/// Reads winner lists: a heading that names an award, rows of recipients under it; also a row of names whose award follows
/// (以上4人获…称号), and a label with names (一等奖：某某).
/// </summary>
public sealed class ListReader
{
    private readonly ArticleScan scan;
    private readonly RowReader rows;
    private readonly HeadingReader headings;
    private readonly ListOutline outline;
    private readonly AwardTable table;
    private readonly OwnAwardLines ownAwards;
    private readonly ListClaims claims;
    private readonly ListState state = new();
    private readonly HashSet<int> consumed = [];

    /// <summary>Reads what the document says around its lists once.</summary>
    public ListReader(ArticleScan scan, Lexicon lexicon, RecipientReader reader, AwardResolver awards, PersonProfiles profiles)
    {
        this.scan = scan;
        rows = new(lexicon, reader);
        headings = new(scan, lexicon);
        outline = new(scan, lexicon, headings);
        table = new(scan, headings, rows);
        ownAwards = new(scan, headings, rows, reader);
        claims = new(scan, reader, awards, profiles, headings);
    }

    /// <summary>Whose awards the document confers.</summary>
    public AwardOwner? DocumentOwner => headings.Document.Owner;

    /// <summary>Reads all lists.</summary>
    public ListResult Read()
    {
        var lines = ListLine.All(scan.Text);
        for (var i = 0; i < lines.Count; i++)
        {
            var (start, end) = lines[i];
            var line = scan.Text[start..end];
            if (ReadPlaces(start, end, line) || ReadTable(start, end, line))
            {
                consumed.Add(i);
            }
            else if (state.AwardColumn >= 0 && ListLine.IsSectionOfTable(line))
            {
                state.BeginSection(YearReader.First(line));
            }
            else if (outline.Read(start, end, line, state))
            {
                NoteOutline(i);
            }
            else if (ReadOwnAward(start, end, line))
            {
                consumed.Add(i);
            }
            else if (ListLine.EndsList(line) || ListLine.IsIssuer(scan.Text, lines, i))
            {
                state.EndRows(ListLine.KeepsHeading(line));
            }
            else if (TableHeader.IsHeader(line) && !TableHeader.IsRule(line))
            {
                state.BeginTable(line);
            }
            else if (!TableHeader.IsRule(line))
            {
                ReadRow(i, start, end, line);
            }
        }

        return new(claims.Claims, [.. consumed], claims.TakenBack);
    }

    private bool ReadPlaces(int start, int end, string line)
    {
        var places = ownAwards.ReadPlaces(start, end, line);
        places.ForEach(place => claims.Add(place, start, end, "place-award"));
        return places.Count > 0;
    }

    private bool ReadTable(int start, int end, string line)
    {
        state.EndTable(line);
        if (table.ReadColumns(start, end, line, state) is { } columns)
        {
            columns.ForEach(column => claims.Add(column, start, end, "award-column"));
            return true;
        }

        if (state.AwardColumn >= 0 && table.ReadRow(start, end, state) is { } row)
        {
            claims.Add(row, start, end, "row-with-own-award");
            return true;
        }

        return false;
    }

    /// <summary>In a profile a line that reads like a heading may be an honour of its own; rows below it decide.</summary>
    private void NoteOutline(int i)
    {
        state.Outline.Add(i);
        if (scan.Article.IsNotice)
        {
            consumed.Add(i);
        }
    }

    private bool ReadOwnAward(int start, int end, string line)
    {
        if (ListLine.IsForAbove(line) && claims.GiveToWaiting(start, end))
        {
            return true;
        }

        if (ownAwards.ReadLabels(start, end, state) is { Count: > 0 } labels)
        {
            state.HasLabels = true;
            labels.ForEach(label => claims.Add(label, start, end, "award-label-with-names"));
            return true;
        }

        var own = ownAwards.ReadHolder(start, end);
        if (own.Count == 0 && (ownAwards.ReadRanked(start, end) ?? table.ReadRow(start, end, state)) is { } row)
        {
            own = [row];
        }

        own.ForEach(one => claims.Add(one, start, end, "row-with-own-award"));
        return own.Count > 0;
    }

    private void ReadRow(int i, int start, int end, string line)
    {
        // A line without number under numbered rows is no row any more: the issuer's name, a remark.
        var row = state.Numbered && !ListLine.IsNumbered(line) ? ListRow.None : rows.Read(line, state.Place);
        if (row.Recipients.IsEmpty)
        {
            state.IsDoubtful |= state.Heading is not null && ListOutline.MayBeHeading(line);
            state.EndRows(ListLine.IsShortRemark(line));
        }
        else if (state.Heading is { } heading)
        {
            consumed.Add(i);
            consumed.UnionWith(state.Outline);
            state.BeginRow(line);
            claims.Add(new(heading, row.Recipients), start, end, "winner-list-row", state.IsDoubtful);
        }
        else if (ListLine.IsOfPeople(line, row))
        {
            claims.Wait(row, start, end);
        }
    }
}
