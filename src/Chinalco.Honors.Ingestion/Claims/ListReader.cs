using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>What the list reader found: claims, and the lines it has read.</summary>
public sealed record ListResult(ImmutableArray<Claim> Claims, ImmutableHashSet<int> Lines);

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
    private readonly List<Claim> claims = [];
    private readonly HashSet<int> consumed = [];

    /// <summary>Whose awards the document confers.</summary>
    public AwardOwner? DocumentOwner => headings.Owner;

    /// <summary>Reads all lists.</summary>
    public ListResult Read()
    {
        ListHeading? heading = null;
        var numbered = false;
        var waiting = new List<(Recipient Recipient, int Start, int End)>();
        var lines = Lines();
        for (var i = 0; i < lines.Count; i++)
        {
            var (start, end) = lines[i];
            var line = scan.Text[start..end];
            if (headings.Read(start, end) is { } next)
            {
                heading = next;
                numbered = false;
                consumed.Add(i);
                continue;
            }

            if (AwardForAbove().IsMatch(line) && waiting.Count > 0)
            {
                GiveToWaiting(start, end, waiting);
                consumed.Add(i);
                waiting.Clear();
                continue;
            }

            if (LabelledAwards(start, end) is { Count: > 0 } labelled)
            {
                labelled.ForEach(label => Emit(label.Heading, label.Recipients, start, end, "award-label-with-names"));
                consumed.Add(i);
                continue;
            }

            if (RowWithOwnAward(start, end) is { } own)
            {
                Emit(own.Heading, own.Recipients, start, end, "row-with-own-award");
                consumed.Add(i);
                continue;
            }

            if (EndsList(line))
            {
                heading = IsProse(line) ? null : heading;
                numbered = false;
                continue;
            }

            // A line without number under numbered rows is no row any more: the issuer's name, a remark.
            var row =
                numbered && !Numbered().IsMatch(line)
                    ? new([], NamesOnly: false)
                    : rows.Read(line, heading is null ? RecipientKind.Person : KindOf(heading));
            if (row.Recipients.IsEmpty)
            {
                heading = RowReader.IsHeader(line) || line.Length < 14 ? heading : null;
                continue;
            }

            if (heading is not null)
            {
                consumed.Add(i);
                numbered = Numbered().IsMatch(line);
                Emit(heading, row.Recipients, start, end, "winner-list-row");
            }
            else if (IsListOfPeople(line, row))
            {
                waiting.AddRange(row.Recipients.Select(recipient => (recipient, start, end)));
            }
        }

        return new([.. claims], [.. consumed]);
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

    private static RecipientKind? KindOf(ListHeading heading) =>
        heading.Mention.Kind is RecipientKind.Unit ? RecipientKind.Team : heading.Mention.Kind;

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

        var row = rows.Read(Ranked().Replace(line[..verb], ""), RecipientKind.Person);
        return row.Recipients.IsEmpty
            ? null
            : (new(mention, new(scan.Issuer, Year: mention.Year ?? headings.Year), Confers: true), row.Recipients);
    }

    /// <summary>团体一等奖：甲公司；团体二等奖：乙公司、丙公司: label and recipients, several in one line.</summary>
    private List<(ListHeading Heading, ImmutableArray<Recipient> Recipients)> LabelledAwards(int start, int end)
    {
        var found = new List<(ListHeading, ImmutableArray<Recipient>)>();
        for (var from = start; from < end; )
        {
            var stop = scan.Text.IndexOf('；', from, end - from) is var cut and >= 0 ? cut : end;
            if (LabelledAward(from, stop) is { } labelled)
            {
                found.Add(labelled);
            }

            from = stop + 1;
        }

        return found;
    }

    /// <summary>一等奖：张某、李某, 优秀班组长 张某: label and names in one line.</summary>
    private (ListHeading Heading, ImmutableArray<Recipient> Recipients)? LabelledAward(int start, int end)
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

        var heading = headings.Read(start, start + colon);
        if (heading is null || scan.AwardsIn(start + colon, end).Any())
        {
            return null;
        }

        var recipients = reader.Read(line[(colon + 1)..].TrimEnd('。', '；')).Named;
        return recipients.IsEmpty ? null : (heading, recipients);
    }

    private void Emit(ListHeading heading, ImmutableArray<Recipient> recipients, int start, int end, string rule)
    {
        if (!heading.Confers)
        {
            return;
        }

        foreach (var recipient in recipients)
        {
            var completed = inference.Complete(profiles.Complete(recipient), start);
            var award = awards.Resolve(heading.Mention, heading.Context);
            claims.Add(
                new(
                    completed,
                    award,
                    start,
                    end,
                    rule,
                    $"名单标题为“{award.Canonical}”，“{recipient.Name}”列在其下{ClaimExplanation.Shared(award, heading.Mention)}。",
                    ClaimTraits.RecipientInClause | ClaimTraits.RecipientInSentence | ClaimTraits.ExplicitTie,
                    heading.Mention
                )
            );
        }
    }

    private static bool IsProse(string line) =>
        line.IndexOf('。', StringComparison.Ordinal) is var stop and >= 0
        && line.Length > 24
        && (stop < line.Length - 1 || !line.Contains('：', StringComparison.Ordinal) || line.Contains('，', StringComparison.Ordinal));

    private static bool EndsList(string line) =>
        IsProse(line) || DateLine().IsMatch(line) || line.Trim().Length == 0 || Signature().IsMatch(line) || Credit().IsMatch(line);

    private static bool IsListOfPeople(string line, ListRow row) =>
        row.Recipients.All(recipient => recipient.Kind == RecipientKind.Person)
        && (row.Recipients.Length > 1 || Numbered().IsMatch(line))
        && line.Length < 120;

    [GeneratedRegex("^(?:以上|上述|前述)[^，。]{0,8}(?:人|同志|名|位|选手)[^，。]{0,8}(?:获|被|授予|评为|当选)")]
    private static partial Regex AwardForAbove();

    [GeneratedRegex("^\\s*(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日\\s*$")]
    private static partial Regex DateLine();

    [GeneratedRegex("本报记者|通讯员|记者|撰文|整理$|供稿|供图|摄影|编辑：|审核：|责编|裁判长|评委|联系人")]
    private static partial Regex Credit();

    [GeneratedRegex("^（(?:印章|公章|盖章|.{2,8}供稿|.{1,6}摄)）$", RegexOptions.ExplicitCapture)]
    private static partial Regex Signature();

    [GeneratedRegex("^\\s*(?:第[一二三四五六七八九十\\d]+名|\\d{1,3}[.、．])\\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex Ranked();

    [GeneratedRegex("^\\s*(?:[（(]?\\d{1,3}[\\s.、．)）]|[①-⑳]|[-*•]|\\|)", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();
}
