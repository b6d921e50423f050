using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>Reads lines that hold both an award and its recipients, whatever heading stands above them.</summary>
internal sealed partial class OwnAwardLines(ArticleScan scan, HeadingReader headings, RowReader rows, RecipientReader reader)
{
    private readonly PlaceAwards places = new(scan);

    /// <summary>第一名 某人, 冠军 某人；亚军 某人: what these places are rewarded with the document says elsewhere.</summary>
    public List<AwardedRow> ReadPlaces(int start, int end, string line)
    {
        if (!places.Any || line.Length > 120 || line.Contains('。', StringComparison.Ordinal) || scan.AwardsIn(start, end).Length > 0)
        {
            return [];
        }

        var found = new List<AwardedRow>();
        foreach (var (place, rest) in PlaceAwards.In(line))
        {
            var recipients = rows.Read(rest, new(RecipientKind.Person, NameColumn: -1, Unit: "", IsList: true)).Recipients;
            if (places[place] is { } award && !recipients.IsEmpty)
            {
                found.Add(new(headings.Of(award, ""), recipients));
            }
        }

        return found;
    }

    /// <summary>团体一等奖：甲公司；团体二等奖：乙公司、丙公司: label and recipients, several in one line.</summary>
    public List<AwardedRow> ReadLabels(int start, int end, ListState state)
    {
        var found = new List<AwardedRow>();
        for (var from = start; from < end; )
        {
            var stop = scan.Text.IndexOf('；', from, end - from) is var cut and >= 0 ? cut : end;
            if (ReadLabel(from, stop, state) is { } labelled)
            {
                found.Add(labelled);
            }
            else if (found.Count > 0 && RecipientsIn(found[^1].Heading, scan.Text[from..stop], state) is { IsEmpty: false } more)
            {
                found.Add(new(found[^1].Heading, more));
            }

            from = stop + 1;
        }

        return found;
    }

    /// <summary>- 采矿设计所：某省工人先锋号、某公司先进集体: in a list of honours, whose they are stands before the colon.</summary>
    public List<AwardedRow> ReadHolder(int start, int end)
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
        return who.IsEmpty ? [] : [.. mentions.Select(mention => new AwardedRow(headings.Of(GivenTo(mention, kind), rest), who))];

        // “服务之星”班组: a title of people becomes one of a team.
        static AwardMention GivenTo(AwardMention mention, RecipientKind kind) =>
            kind == RecipientKind.Team && mention.Head is { Kind: RecipientKind.Person } head
                ? mention with
                {
                    Head = head with { Kind = kind },
                }
                : mention;
    }

    /// <summary>第一名 张某 电解一厂 授予“某公司技术状元”称号: the award stands in the row.</summary>
    public AwardedRow? ReadRanked(int start, int end)
    {
        var line = scan.Text[start..end];
        var verb = line.IndexOf("授予", StringComparison.Ordinal);
        if (
            verb < 0
            || ListLine.BehindRank(line[..verb]) is not { } who
            || scan.AwardsIn(start, end).FirstOrDefault() is not { } mention
            || verb > mention.Start - start
        )
        {
            return null;
        }

        var row = rows.Read(who, new(RecipientKind.Person, NameColumn: -1, Unit: "", IsList: true));
        return row.Recipients.IsEmpty
            ? null
            : new(new(mention, new(scan.Issuer, Year: mention.Year ?? headings.Document.Year), Confers: true), row.Recipients);
    }

    /// <summary>一等奖：张某、李某, 优秀班组长 张某: label and names in one line.</summary>
    private AwardedRow? ReadLabel(int start, int end, ListState state)
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
        return recipients.IsEmpty ? null : new(heading, recipients);
    }

    private ImmutableArray<Recipient> RecipientsIn(ListHeading heading, string names, ListState state)
    {
        // 张某（某部）——某某短片播放量破百万: what for.
        names = names.Split("——")[0].Trim().TrimEnd('。', '；');
        var read = rows.Read(names, new(ListState.KindOf(heading), NameColumn: -1, state.Place.Unit, IsList: true)).Recipients;
        return read.IsEmpty ? reader.Read(names).Named : read;
    }

    [GeneratedRegex("^[ 、，；。|”“和及]*(?:荣誉|班组|集体|团队|单位)?(?:称号)?[。；]?$")]
    private static partial Regex OnlyJoints();

    [GeneratedRegex("班组|集体|团队|单位")]
    private static partial Regex OfATeam();
}
