using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
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
public sealed partial class ListReader(
    ArticleScan scan,
    Lexicon lexicon,
    RecipientReader reader,
    AwardResolver awards,
    PersonProfiles profiles
)
{
    private readonly RowReader rows = new(lexicon, reader);
    private readonly HeadingReader headings = new(scan, lexicon);
    private readonly UnitInference inference = new(scan, reader, profiles);
    private readonly PlaceAwards places = new(scan);
    private readonly List<Claim> claims = [];
    private readonly List<RevocationClaim> takenBack = [];
    private readonly HashSet<int> consumed = [];

    /// <summary>Whose awards the document confers.</summary>
    public AwardOwner? DocumentOwner => headings.Owner;

    /// <summary>Reads all lists.</summary>
    public ListResult Read()
    {
        var state = new ListState();
        var waiting = new List<(Recipient Recipient, int Start, int End)>();
        var lines = Lines();
        for (var i = 0; i < lines.Count; i++)
        {
            var (start, end) = lines[i];
            var line = scan.Text[start..end];
            if (places.Any && ReadPlaces(start, end, line))
            {
                consumed.Add(i);
                continue;
            }

            state.EndTable(line);
            if (ReadAwardColumns(start, end, line, state))
            {
                consumed.Add(i);
                continue;
            }

            if (state.AwardColumn >= 0 && RowWithAwardCell(start, end, state) is { } cell)
            {
                Emit(cell.Heading, cell.Recipients, start, end, "row-with-own-award");
                consumed.Add(i);
                continue;
            }

            if (state.AwardColumn >= 0 && SectionOfTable().IsMatch(line))
            {
                // 上级荣誉（2024年度）: the rows below are of that year.
                state.SectionYear = YearReader.First(line);
                state.CellAward = null;
                continue;
            }

            if (ReadOutline(start, end, line, state))
            {
                // In a profile a line that reads like a heading may be an honour of its own; rows below it decide.
                state.Outline.Add(i);
                if (scan.Article.IsNotice)
                {
                    consumed.Add(i);
                }

                continue;
            }

            if (ReadWithOwnAward(start, end, line, waiting, state))
            {
                consumed.Add(i);
                continue;
            }

            if (EndsList(line) || IsIssuer(lines, i))
            {
                state.EndRows(keepsHeading: !IsProse(line) && !DateLine().IsMatch(line));
                continue;
            }

            if (RowReader.IsRule(line))
            {
                continue;
            }

            if (RowReader.IsHeader(line))
            {
                state.NameColumn = RowReader.NameColumn(line);
                state.AwardColumn = RowReader.AwardColumn(line);
                state.Columns = RowReader.Columns(line).Count;
                state.HasBars = line.Contains('|', StringComparison.Ordinal);
                state.CellAward = null;
                state.SectionYear = null;
                continue;
            }

            // A line without number under numbered rows is no row any more: the issuer's name, a remark.
            var row = state.Numbered && !Numbered().IsMatch(line) ? ListRow.None : rows.Read(line, state.Place);
            if (row.Recipients.IsEmpty)
            {
                state.IsDoubtful |= state.Heading is not null && MayBeHeading(line);
                state.EndRows(keepsHeading: line.Length < 14 || Numbered().IsMatch(line) || !line.AsSpan().ContainsAny('，', '。'));
                continue;
            }

            if (state.Heading is { } heading)
            {
                consumed.Add(i);
                consumed.UnionWith(state.Outline);
                state.Outline.Clear();
                state.Numbered = Numbered().IsMatch(line);
                state.RowStyle = OutlineStyle.Of(line);
                Emit(heading, row.Recipients, start, end, "winner-list-row", state.IsDoubtful);
            }
            else if (IsListOfPeople(line, row))
            {
                waiting.AddRange(row.Recipients.Select(recipient => (recipient, start, end)));
            }
        }

        return new([.. claims], [.. consumed], [.. takenBack]);
    }

    /// <summary>第一名 某人, 冠军 某人；亚军 某人: what these places are rewarded with the document says elsewhere.</summary>
    private bool ReadPlaces(int start, int end, string line)
    {
        if (line.Length > 120 || line.Contains('。', StringComparison.Ordinal) || scan.AwardsIn(start, end).Length > 0)
        {
            return false;
        }

        var any = false;
        foreach (var (place, rest) in PlaceAwards.In(line))
        {
            var recipients = rows.Read(rest, new(RecipientKind.Person, NameColumn: -1, Unit: "", IsList: true)).Recipients;
            if (places[place] is { } award && !recipients.IsEmpty)
            {
                Emit(headings.Of(award, ""), recipients, start, end, "place-award");
                any = true;
            }
        }

        return any;
    }

    /// <summary>A short line that is neither unit nor trade may head other rows.</summary>
    private bool MayBeHeading(string line) =>
        line.Trim().Length is >= 3 and <= 30
        && !line.AsSpan().ContainsAny('，', '。')
        && !RecipientReader.IsPost(line.Trim())
        && UnitDetector.SuffixLength(line.Trim()) == 0
        && !Bracketed().IsMatch(line);

    /// <summary>Headings, and lines that only say whose rows follow.</summary>
    private bool ReadOutline(int start, int end, string line, ListState state)
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
            && !RowReaderTakes(line, state)
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

    /// <summary>【某公司】, 一、某公司: a heading that is a known unit and nothing else; null for any other.</summary>
    private string? WholeUnit(string line) =>
        UnitLabel().Match(line.Trim(' ', '#', '*')) is { Success: true } match
        && UnitDetector.Find(match.Groups["unit"].Value, lexicon) is [{ Start: 0 } unit, ..]
        && unit.AliasEnd == match.Groups["unit"].Length
            ? match.Groups["unit"].Value
            : null;

    /// <summary>一、某厂某班 under an unmarked heading is a row, not a heading.</summary>
    private bool RowReaderTakes(string line, ListState state) => !state.Place.IsList || state.RowStyle == OutlineStyle.Of(line);

    /// <summary>某公司： or, among people, a line that is nothing but a unit: the rows below stand in it.</summary>
    private bool IsUnitLabel(Match label, ListState state) =>
        (label.Groups["colon"].Success || state.Heading!.Mention.Kind == RecipientKind.Person)
        && UnitDetector.Find(label.Groups["unit"].Value, lexicon) is [{ Start: 0 } unit, ..]
        && unit.End == label.Groups["unit"].Length;

    private bool ReadWithOwnAward(int start, int end, string line, List<(Recipient Recipient, int Start, int End)> waiting, ListState state)
    {
        if (AwardForAbove().IsMatch(line) && waiting.Count > 0)
        {
            GiveToWaiting(start, end, waiting);
            waiting.Clear();
            return true;
        }

        if (LabelledAwards(start, end, state) is { Count: > 0 } labelled)
        {
            state.HasLabels = true;
            labelled.ForEach(label => Emit(label.Heading, label.Recipients, start, end, "award-label-with-names"));
            return true;
        }

        if (RecipientThenAwards(start, end) is { Count: > 0 } reversed)
        {
            reversed.ForEach(own => Emit(own.Heading, own.Recipients, start, end, "row-with-own-award"));
            return true;
        }

        if ((RowWithOwnAward(start, end) ?? RowWithAwardCell(start, end, state)) is { } own)
        {
            Emit(own.Heading, own.Recipients, start, end, "row-with-own-award");
            return true;
        }

        return false;
    }

    private List<(int Start, int End)> Lines()
    {
        var lines = new List<(int, int)>();
        var start = 0;
        for (var i = 0; i <= scan.Text.Length; i++)
        {
            if (i == scan.Text.Length || scan.Text[i] == '\n')
            {
                lines.Add((start, i));
                start = i + 1;
            }
        }

        return lines;
    }

    /// <summary>以上4人同时获“…”称号: the rows above receive it; each row is the proof.</summary>
    private void GiveToWaiting(int start, int end, List<(Recipient Recipient, int Start, int End)> waiting)
    {
        if (scan.AwardsIn(start, end).FirstOrDefault() is not { } mention || GrantGuard.IsVoid(scan.Text.AsSpan(start, end - start)))
        {
            return;
        }

        var year = mention.Year ?? YearReader.First(FoldedText.Of(scan.Article.Title ?? ""));
        foreach (var (recipient, rowStart, rowEnd) in waiting)
        {
            var award = awards.Resolve(mention, new(scan.Issuer, Year: year));
            claims.Add(
                new(
                    profiles.Complete(recipient),
                    award,
                    rowStart,
                    rowEnd,
                    "award-after-list",
                    $"名单之后写明“{scan.Text[start..end].Trim()}”，“{recipient.Name}”在名单中。",
                    ClaimTraits.RecipientInClause | ClaimTraits.ExplicitTie,
                    mention
                )
            );
        }
    }

    /// <summary>第一名 张某 电解一厂 授予“某公司技术状元”称号: the award stands in the row.</summary>
    private (ListHeading Heading, ImmutableArray<Recipient> Recipients)? RowWithOwnAward(int start, int end)
    {
        var line = scan.Text[start..end];
        var verb = line.IndexOf("授予", StringComparison.Ordinal);
        var mention = scan.AwardsIn(start, end).FirstOrDefault();
        if (!Ranked().IsMatch(line) || mention is null || verb < 0 || verb > mention.Start - start)
        {
            return null;
        }

        var row = rows.Read(Ranked().Replace(line[..verb], ""), new(RecipientKind.Person, NameColumn: -1, Unit: "", IsList: true));
        return row.Recipients.IsEmpty
            ? null
            : (new(mention, new(scan.Issuer, Year: mention.Year ?? headings.Year), Confers: true), row.Recipients);
    }

    /// <summary>1 张某 电解车间 安全标兵: of the cells of a table's row one is an award.</summary>
    private (ListHeading Heading, ImmutableArray<Recipient> Recipients)? RowWithAwardCell(int start, int end, ListState state)
    {
        var line = scan.Text[start..end];
        if (line.Length > 120 || (line.AsSpan().ContainsAny('，', '。') && Bracketed().Replace(line, "").AsSpan().ContainsAny('，', '。')))
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
        return row.Recipients.IsEmpty ? null : (heading, row.Recipients);
    }

    /// <summary>A row whose cells stand under the header's columns; what an empty cell leaves out, the row before says.</summary>
    private (ListHeading Heading, ImmutableArray<Recipient> Recipients)? RowOfTable(int start, string line, ListState state)
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
            return team.Recipients.IsEmpty ? null : (heading, team.Recipients);
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
        return row.Recipients.IsEmpty ? null : (heading, row.Recipients);
    }

    /// <summary>A table whose columns are awards: | 单位 | 先进工作者 | 优秀青年 |, with the names in its cells.</summary>
    private bool ReadAwardColumns(int start, int end, string line, ListState state)
    {
        var cells = RowCells.SplitAll(line);
        if (state.ColumnAwards.IsEmpty)
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

        if (cells.Count != state.ColumnAwards.Length + 1 || line.Contains('。', StringComparison.Ordinal))
        {
            return RowReader.IsRule(line);
        }

        foreach (var (heading, cell) in state.ColumnAwards.Zip(cells.Skip(1)))
        {
            var row = rows.Read(cell, new(ListState.KindOf(heading), NameColumn: -1, Unit: cells[0], IsList: true));
            Emit(heading, row.Recipients, start, end, "award-column");
        }

        return true;
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

    /// <summary>团体一等奖：甲公司；团体二等奖：乙公司、丙公司: label and recipients, several in one line.</summary>
    private List<(ListHeading Heading, ImmutableArray<Recipient> Recipients)> LabelledAwards(int start, int end, ListState state)
    {
        var found = new List<(ListHeading Heading, ImmutableArray<Recipient> Recipients)>();
        for (var from = start; from < end; )
        {
            var stop = scan.Text.IndexOf('；', from, end - from) is var cut and >= 0 ? cut : end;
            if (LabelledAward(from, stop, state) is { } labelled)
            {
                found.Add(labelled);
            }
            else if (found.Count > 0 && RecipientsIn(found[^1].Heading, scan.Text[from..stop], state) is { IsEmpty: false } more)
            {
                found.Add((found[^1].Heading, more));
            }

            from = stop + 1;
        }

        return found;
    }

    /// <summary>- 采矿设计所：某省工人先锋号、某公司先进集体: in a list of honours, whose they are stands before the colon.</summary>
    private List<(ListHeading Heading, ImmutableArray<Recipient> Recipients)> RecipientThenAwards(int start, int end)
    {
        var line = scan.Text[start..end];
        var colon = line.IndexOf('：', StringComparison.Ordinal);
        if (!scan.Article.IsNotice || colon is < 2 or > 40 || scan.AwardsIn(start, start + colon).Length > 0)
        {
            return [];
        }

        var mentions = scan.AwardsIn(start + colon, end);
        var conferring = scan.UnitsStartingIn(start + colon, end);
        var rest = string.Concat(
            line.Where(
                (_, i) =>
                    i > colon
                    && !mentions.Any(mention => mention.Start <= start + i && start + i < mention.End)
                    && !conferring.Any(unit => unit.Start <= start + i && start + i < unit.End)
            )
        );
        if (mentions.IsEmpty || !OnlyJoints().IsMatch(rest))
        {
            return [];
        }

        var isPerson =
            mentions[0].Kind is RecipientKind.Person && !OfATeam().IsMatch(rest) && UnitDetector.SuffixLength(line.AsSpan(0, colon)) == 0;
        var kind = isPerson ? RecipientKind.Person : RecipientKind.Team;
        var who = rows.Read(line[..colon], new(kind, NameColumn: -1, Unit: "", IsList: true)).Recipients;
        return who.IsEmpty ? [] : [.. mentions.Select(mention => (headings.Of(GivenTo(mention, kind), rest), who))];

        // “服务之星”班组: a title of people becomes one of a team.
        static AwardMention GivenTo(AwardMention mention, RecipientKind kind) =>
            kind == RecipientKind.Team && mention.Head is { Kind: RecipientKind.Person } head
                ? mention with
                {
                    Head = head with { Kind = kind },
                }
                : mention;
    }

    [GeneratedRegex("^[ 、，；。|”“和及]*(?:荣誉|班组|集体|团队|单位)?(?:称号)?[。；]?$")]
    private static partial Regex OnlyJoints();

    [GeneratedRegex("班组|集体|团队|单位")]
    private static partial Regex OfATeam();

    private ImmutableArray<Recipient> RecipientsIn(ListHeading heading, string names, ListState state)
    {
        // 张某（某部）——某某短片播放量破百万: what for.
        names = names.Split("——")[0].Trim().TrimEnd('。', '；');
        var read = rows.Read(names, new(ListState.KindOf(heading), NameColumn: -1, state.Place.Unit, IsList: true)).Recipients;
        return read.IsEmpty ? reader.Read(names).Named : read;
    }

    /// <summary>一等奖：张某、李某, 优秀班组长 张某: label and names in one line.</summary>
    private (ListHeading Heading, ImmutableArray<Recipient> Recipients)? LabelledAward(int start, int end, ListState state)
    {
        var line = scan.Text[start..end];
        var colon = line.IndexOf('：', StringComparison.Ordinal);
        if (
            colon <= 0
            || colon > 40
            || line.Contains('。', StringComparison.Ordinal) && line.IndexOf('。', StringComparison.Ordinal) < line.Length - 1
        )
        {
            return null;
        }

        var heading = headings.Read(start, start + colon) ?? headings.OfLabel(start, start + colon, isSibling: state.HasLabels);
        if (heading is null || scan.AwardsIn(start + colon, end).Any())
        {
            return null;
        }

        var recipients = RecipientsIn(heading, line[(colon + 1)..], state);
        return recipients.IsEmpty ? null : (heading, recipients);
    }

    private void Emit(ListHeading heading, ImmutableArray<Recipient> recipients, int start, int end, string rule, bool isDoubtful = false)
    {
        if (!heading.Confers)
        {
            TakeBack(heading, recipients, start, end);
            return;
        }

        foreach (var recipient in recipients)
        {
            var completed = inference.Complete(profiles.Complete(recipient), start);
            var award = awards.Resolve(heading.Mention, heading.Context with { Issuer = heading.Context.Issuer ?? completed.Unit });
            claims.Add(
                new(
                    completed,
                    award,
                    start,
                    end,
                    rule,
                    $"名单标题为“{award.Canonical}”，“{recipient.Name}”列在其下{ClaimExplanation.Shared(award, heading.Mention)}。",
                    Tied.Here | (isDoubtful || recipient.IsUnsure ? ClaimTraits.Unproven : ClaimTraits.None),
                    heading.Mention
                )
            );
        }
    }

    /// <summary>Under a heading of a document that revokes stand those who lose it.</summary>
    private void TakeBack(ListHeading heading, ImmutableArray<Recipient> recipients, int start, int end)
    {
        if (!headings.TakesBack || headings.Corrects)
        {
            return;
        }

        foreach (var recipient in recipients)
        {
            var award = awards.Resolve(heading.Mention, heading.Context with { Issuer = heading.Context.Issuer ?? recipient.Unit });
            takenBack.Add(new(recipient.Name, award.Canonical, "撤销", start, end));
        }
    }

    /// <summary>A line above the date, near the end, is who issues the document.</summary>
    private bool IsIssuer(List<(int Start, int End)> lines, int i) =>
        i + 1 < lines.Count
        && i + 3 >= lines.Count
        && DateLine().IsMatch(scan.Text[lines[i + 1].Start..lines[i + 1].End])
        && scan.Text[lines[i].Start..lines[i].End].Trim() is var line
        && !line.Contains(' ', StringComparison.Ordinal)
        && !Numbered().IsMatch(line)
        && IssuingUnit().IsMatch(line);

    /// <summary>Running text, as against a row that ends in a full stop: 张某（某厂）；李某（某厂）。</summary>
    private static bool IsProse(string line) =>
        line.IndexOf('。', StringComparison.Ordinal) is var stop and >= 0
        && line.Length > 24
        && (
            stop < line.Length - 1
            || Bracketed().Replace(line, "").Contains('，', StringComparison.Ordinal)
            || !line.AsSpan().ContainsAny('：', '；')
        );

    [GeneratedRegex(
        "^[ #*一二三四五六七八九十、]*[\u4e00-\u9fff]{2,12}(?:（(?:19|20)\\d{2}年度?）|(?:19|20)\\d{2}年度?)[：:]?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex SectionOfTable();

    [GeneratedRegex("（[^（）]*）")]
    private static partial Regex Bracketed();

    private static bool EndsList(string line) =>
        IsProse(line) || DateLine().IsMatch(line) || line.Trim().Length == 0 || Signature().IsMatch(line) || Credit().IsMatch(line);

    private static bool IsListOfPeople(string line, ListRow row) =>
        row.Recipients.All(recipient => recipient.Kind == RecipientKind.Person)
        && (row.Recipients.Length > 1 || Numbered().IsMatch(line))
        && line.Length < 120;

    [GeneratedRegex(
        "^\\s*(?:[（(]?[一二三四五六七八九十\\d]{1,3}[)）、.．])?\\s*(?<unit>[\u4e00-\u9fffA-Za-z0-9]{3,30})(?<count>[（(]\\d+[人名个][)）])?(?<colon>：)?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex UnitLabel();

    [GeneratedRegex("^(?:以上|上述|前述)[^，。]{0,8}(?:人|同志|名|位|选手)[^，。]{0,8}(?:获|被|授予|评为|当选)")]
    private static partial Regex AwardForAbove();

    [GeneratedRegex("(?:公司|集团|委员会|工会|团委|党委|协会|学会|局|厅|会|院|厂|矿|办公室|部|（章）)$")]
    private static partial Regex IssuingUnit();

    [GeneratedRegex("^\\s*(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日\\s*$")]
    private static partial Regex DateLine();

    [GeneratedRegex("本报记者|通讯员|记者|撰文|整理$|制表|整理：|核对：|校对：|编校|供稿|供图|摄影|编辑：|审核：|责编|裁判长|评委|联系人")]
    private static partial Regex Credit();

    [GeneratedRegex("^（(?:印章|公章|盖章|.{2,8}供稿|.{1,6}摄)）$", RegexOptions.ExplicitCapture)]
    private static partial Regex Signature();

    [GeneratedRegex("^\\s*(?:第[一二三四五六七八九十\\d]+名|\\d{1,3}[.、．])\\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex Ranked();

    [GeneratedRegex("^\\s*(?:[（(]?\\d{1,3}[\\s.、．)）]|[①-⑳]|[-*•]|\\|)", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();
}
