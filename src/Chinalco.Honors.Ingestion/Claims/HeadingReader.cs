using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>Reads headings of lists, with what the document says around them.</summary>
public sealed partial class HeadingReader(ArticleScan scan, Lexicon lexicon)
{
    // Title and decision stand at the beginning; a list of thousands is not read again for each of its headings.
    private const int MostAwardsRead = 1000;

    private readonly OwnerReader owners = new(lexicon);

    /// <summary>What the document says of itself.</summary>
    public DocumentHead Document { get; } = new(scan, lexicon);

    /// <summary>The heading that a line is; null where it is none.</summary>
    public ListHeading? Read(int start, int end)
    {
        var line = scan.Text[start..end];
        var mentions = scan.AwardsIn(start, end).ToList();
        if (mentions.Count == 0 && Document.Competition is not null && Placing().IsMatch(line))
        {
            return PlacingIn(line.Trim(), start);
        }

        if (mentions.Count == 0 || !LooksLikeHeading(line, mentions, start))
        {
            return null;
        }

        return Of(mentions[^1], line);
    }

    /// <summary>The heading that an award is, with what the document says of it.</summary>
    public ListHeading Of(AwardMention mention, string line)
    {
        var stated = Stated(mention);
        var owner = mention.Owner is { Kind: not OwnerKind.Relative } ? null : stated?.Owner ?? Document.StatedOwner;
        var year = mention.Year ?? YearReader.First(line) ?? stated?.Year ?? Document.Year;
        return new(mention, new(Document.Issuer, owner, year), Document.Confers && !DocumentHead.SpeaksOfCandidates(line));
    }

    /// <summary>经评审，评选出某公司岗位能手9名，现通报如下：the recipients are the rows below a sentence that confers.</summary>
    public ListHeading? ReadSentence(int start, int end)
    {
        var line = scan.Text[start..end].TrimEnd();
        if (
            line.Length > 160
            || line.Length == 0
            || line[^1] is not '：'
            || !Following().IsMatch(line)
            || scan.AwardsIn(start, end) is not [.., var award]
        )
        {
            return null;
        }

        var sameKind = scan.AwardsIn(start, end).All(other => other.Kind == award.Kind);
        return sameKind && !GrantGuard.IsVoid(line) ? Of(award, line) : null;
    }

    /// <summary>二、金点子达人（3名）: a heading of a document that confers, whose award has none of the known forms.</summary>
    /// <param name="start">First character of the line.</param>
    /// <param name="end">Its end, exclusive.</param>
    /// <param name="insideList">Whether a list is being read: then a number alone may be that of a row.</param>
    /// <param name="isSibling">Whether the line is marked like the heading of the award before it.</param>
    public ListHeading? ReadUnnamed(int start, int end, bool insideList, bool isSibling)
    {
        if (!Document.IsList || end - start > 36 || start < scan.Article.BodyStart || scan.AwardsIn(start, end).Length > 0)
        {
            return null;
        }

        if (
            UnnamedHeading().Match(scan.Text[start..end]) is not { Success: true } match
            || !(
                isSibling
                || match.Groups["count"].Success
                || scan.Article.Text[start] is '【' or '〖' or '#'
                || OutlineStyle.IsEnclosed(scan.Article.Text[start..end])
                || scan.Article.Text.AsSpan(start, end - start).StartsWith("**", StringComparison.Ordinal)
                || (match.Groups["number"].Success && !insideList)
            )
        )
        {
            return null;
        }

        var printed = match.Groups["name"].Value;
        var name = YearReader.Strip(printed).Trim('“', '”');
        if (
            name.Length < 3
            || NoAward().IsMatch(name)
            || (!(isSibling || match.Groups["count"].Success) && (UnitDetector.SuffixLength(name) > 0 || Organising().IsMatch(name)))
            || DescriptionReader.IsPost(name)
            || owners.ReadWhole(name) is not null
        )
        {
            return null;
        }

        var at = start + match.Groups["name"].Index;
        var read = owners.Read(name);
        return Of(
            new(
                at,
                at + printed.Length,
                printed.Trim('“', '”'),
                read?.Core ?? name,
                read?.Owner,
                YearReader.Last(printed),
                Head: null,
                Entry: null
            ),
            scan.Text[start..end]
        );
    }

    /// <summary>“金牌主播”：张某: a label of a document that confers, whose award has none of the known forms.</summary>
    /// <param name="start">First character of the line.</param>
    /// <param name="end">The place of the colon.</param>
    /// <param name="isSibling">Whether another label of the document was an award.</param>
    public ListHeading? OfLabel(int start, int end, bool isSibling)
    {
        if (
            !scan.Article.IsNotice
            || !Document.Confers
            || end - start > 24
            || Label().Match(scan.Text[start..end]) is not { Success: true } match
        )
        {
            return null;
        }

        var name = match.Groups["name"].Value.Trim('“', '”');
        return
            (match.Groups["quoted"].Success || isSibling)
            && name.Length >= 3
            && !NoAward().IsMatch(name)
            && UnitDetector.SuffixLength(name) == 0
            && !DescriptionReader.IsPost(name)
            && owners.ReadWhole(name) is null
            ? OfCell(start + match.Groups["name"].Index, start + match.Groups["name"].Index + match.Groups["name"].Length)
            : null;
    }

    [GeneratedRegex(
        "^\\s*(?:[（(]?[一二三四五六七八九十\\d]{1,2}[)）、.]\\s*)?(?<name>(?<quoted>“[^“”]{2,16}”[\u4e00-\u9fff]{0,6})|[\u4e00-\u9fffA-Za-z]{3,14})\\s*$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Label();

    /// <summary>The award that the cell of a table holds, whatever its form.</summary>
    public ListHeading? OfCell(int start, int end)
    {
        if (scan.AwardsIn(start, end) is [.., var mention])
        {
            return Of(mention, scan.Text[start..end]);
        }

        var printed = scan.Text[start..end].Trim('“', '”');
        var name = YearReader.Strip(printed);
        var read = owners.Read(name);
        return name.Length < 2 || name[0] is < '\u4e00' or > '\u9fff' && name[0] is not '“' || name.Contains('：', StringComparison.Ordinal)
            ? null
            : Of(new(start, end, printed, read?.Core ?? name, read?.Owner, YearReader.Last(printed), Head: null, Entry: null), printed);
    }

    /// <summary>电解工个人名次 under the results of a competition: the rows below are its prize-winners.</summary>
    private ListHeading PlacingIn(string line, int start)
    {
        var printed = Number().Replace(line, "").Trim();
        var mention = new AwardMention(
            start,
            start + line.Length,
            printed,
            "名次奖",
            Owner: null,
            Year: null,
            new("名次", Domain.Awards.RecipientKind.Person, IsProject: false),
            Entry: null
        );
        return new(mention, new(Document.Issuer, Document.Competition, Document.Year), Document.Confers);
    }

    /// <summary>The same award with owner and year elsewhere in the document: the decision sentence or the title.</summary>
    private AwardMention? Stated(AwardMention mention) =>
        scan
            .Awards.Take(MostAwardsRead)
            .Where(other =>
                other != mention
                && other.Start < mention.Start
                && other.Core.Length > 0
                && (
                    other.Core.EndsWith(mention.Core, StringComparison.Ordinal)
                    || mention.Core.EndsWith(other.Core, StringComparison.Ordinal)
                )
            )
            .OrderByDescending(other => (other.Owner is null ? 0 : 2) + (other.Year is null ? 0 : 1))
            .ThenBy(other => other.Start)
            .FirstOrDefault();

    private bool LooksLikeHeading(string line, List<AwardMention> mentions, int start)
    {
        if (line.Length > 70 || line.Contains('。', StringComparison.Ordinal) || line.Contains('|', StringComparison.Ordinal))
        {
            return false;
        }

        var last = mentions[^1];
        var behind = line[(last.End - start)..].Trim();
        var before = Number().Replace(line[..(mentions[0].Start - start)], "").Trim();
        var manyAwards = mentions.Count > 1 && mentions.Select(mention => mention.Core).Distinct(StringComparer.Ordinal).Count() > 1;
        if (
            !scan.Article.IsNotice
            && (
                line.TrimStart() is ['-' or '*' or '•' or '·', ..]
                || ListRowNumber().IsMatch(line)
                || (before.Length > 0 && Frame.IsOnlyTime(before))
            )
        )
        {
            // 1. 2016年 某奖: in a profile a numbered or dated award is an honour of whom it is about.
            return false;
        }

        // 环境工程部：某公司青年文明号: whose it is, not what the rows below receive.
        return !manyAwards
            && !(before is [.., '：'] && UnitDetector.SuffixLength(before.AsSpan(0, before.Length - 1)) > 0)
            && BehindHeading().IsMatch(behind)
            && before.Length <= 24
            && (
                Conferring().IsMatch(before)
                || !Vocabulary.ReceiveVerbs.Words.Any(verb => verb.Length > 1 && before.EndsWith(verb, StringComparison.Ordinal))
            )
            && !scan.PeopleIn(start, start + line.Length).Any();
    }

    [GeneratedRegex(
        "(?:个人名次|个人成绩|个人奖|名次|获奖选手|个人前[一二三四五六七八九十\\d]+名)(?:（[^（）]*）)?[:：]?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Placing();

    [GeneratedRegex(
        "^[#*■□●◆◇▲★☆▌▍▎◎※【〖\\s]*(?:(?<number>[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?)|附件\\s*\\d*[:：]?)?\\s*(?<name>[\u4e00-\u9fff“”A-Za-z0-9—·-]{3,24}?)(?:名单|获得者|获奖者)?\\s*(?<count>[（(]\\s*(?:共\\s*)?[\\d一二三四五六七八九十]+\\s*[人名个位家支项][)）])?\\s*[】〗*◆◇■□★☆◎※]{0,2}[:：]?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex UnnamedHeading();

    [GeneratedRegex(
        "情况|办法|要求|时间|范围|条件|程序|安排|事项|说明|意见|总结|推荐|候选|提名|公示|总体|标准|依据|名单|决定|通报|其他|附则|落选|淘汰|参评"
    )]
    private static partial Regex NoAward();

    [GeneratedRegex("工作|奖励|组织")]
    private static partial Regex Organising();

    /// <summary>授予“…”称号（2个）, 决定授予以下同志“…”称号：: the recipients are the rows below.</summary>
    [GeneratedRegex(
        "^(?:经[^，]{2,14}，)?(?:现|特)?(?:决定|公司决定)?(?:授予|命名|表彰|评定|认定|追授)(?:以下|下列|如下)?(?:\\d+)?(?:名|位|个|家)?(?:优秀|先进)?(?:同志|职工|员工|个人|人员|选手|集体|班组|团队|单位|组织|车间|支部|项目)?(?:为)?(?:第.{1,3}[届批]|首[届批])?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Conferring();

    [GeneratedRegex("^\\s*\\d{1,2}[.、．)）]")]
    private static partial Regex ListRowNumber();

    [GeneratedRegex(
        "(?:授予|命名|评选出|评选|评出|评定|认定|表彰|决定|公布|通报|获得|荣获|撤销|取消|收回).*(?:如下|以下|下列|名单|[名个位]：)|(?:以下|下列).*(?:授予|命名|表彰|评为|荣获|获得|撤销|取消|收回|称号|牌匾)"
    )]
    private static partial Regex Following();

    [GeneratedRegex(
        "^(?:附件?\\s*\\d*|[（(]?[一二三四五六七八九十]+[)）]?[、.．]?|\\d+[、.．)]|[#*■●◆◇▲□★☆▌▍▎◎※【〖\\s]+|（\\d+）)\\s*[:：]?",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        "^[”」】〗]?(?:荣誉)?(?:奖|称号|奖项|获得者|获奖者|获奖名单|获奖人员|名单|人员名单|获得者名单|表彰名单|集体名单|一览表)?(?:\\s*[（(][^（）()]*[)）])?\\s*(?:共\\d+.{1,3})?[:：】〗*◆◇■□★☆◎※]*\\s*$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex BehindHeading();
}
