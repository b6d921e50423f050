using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>The award that the rows below a heading receive.</summary>
/// <param name="Mention">The award.</param>
/// <param name="Context">Owner and year from the heading and the document's title and decision.</param>
/// <param name="Confers">Whether the document confers; a list of candidates does not.</param>
public sealed record ListHeading(AwardMention Mention, AwardContext Context, bool Confers);

/// <summary>Reads headings of lists, with what the document says around them.</summary>
public sealed partial class HeadingReader
{
    private readonly ArticleScan scan;
    private readonly OwnerReader owners;
    private readonly int? documentYear;
    private readonly AwardOwner? documentOwner;
    private readonly bool documentConfers;

    /// <summary>Reads title and decision of the document once.</summary>
    public HeadingReader(ArticleScan scan, Lexicon lexicon)
    {
        this.scan = scan;
        owners = new(lexicon);
        var title = FoldedText.Of(scan.Article.Title ?? "");
        documentYear = YearReader.First(title);
        documentConfers = !Candidates().IsMatch(title);
        documentOwner = scan.Awards.FirstOrDefault(award => award.Owner is { Kind: not OwnerKind.Relative } && InHeadOrDecision(award))?.Owner ?? OwnerInTitle(title);
    }

    /// <summary>The heading that a line is; null where it is none.</summary>
    public ListHeading? Read(int start, int end)
    {
        var line = scan.Text[start..end];
        var mentions = scan.AwardsIn(start, end).ToList();
        if (mentions.Count == 0 || !LooksLikeHeading(line, mentions, start))
        {
            return null;
        }

        var mention = mentions[^1];
        var stated = Stated(mention);
        var owner = mention.Owner is { Kind: not OwnerKind.Relative } ? null : stated?.Owner ?? documentOwner;
        var year = mention.Year ?? YearReader.First(line) ?? stated?.Year ?? documentYear;
        return new(mention, new(scan.Issuer, owner, year), documentConfers && !Candidates().IsMatch(line));
    }

    /// <summary>The same award with owner and year elsewhere in the document: the decision sentence or the title.</summary>
    private AwardMention? Stated(AwardMention mention) =>
        scan.Awards
            .Where(other => other != mention && other.Core.Length > 0 && (other.Core.EndsWith(mention.Core, StringComparison.Ordinal) || mention.Core.EndsWith(other.Core, StringComparison.Ordinal)))
            .OrderByDescending(other => (other.Owner is null ? 0 : 2) + (other.Year is null ? 0 : 1))
            .ThenBy(other => other.Start)
            .FirstOrDefault();

    private bool InHeadOrDecision(AwardMention award)
    {
        if (award.Start < scan.Article.BodyStart)
        {
            return true;
        }

        var sentence = scan.Sentences.FirstOrDefault(sentence => sentence.Start <= award.Start && award.End <= sentence.End);
        return sentence is not null && Decision().IsMatch(scan.Text[sentence.Start..sentence.End]);
    }

    private AwardOwner? OwnerInTitle(string title)
    {
        foreach (Match match in AfterPreamble().Matches(title))
        {
            if (owners.Read(YearReader.Strip(title[(match.Index + match.Length)..])) is { Owner.Kind: not (OwnerKind.UnknownUnit or OwnerKind.Relative) } read)
            {
                return read.Owner;
            }
        }

        return null;
    }

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
        return !manyAwards
            && BehindHeading().IsMatch(behind)
            && before.Length <= 24
            && !Vocabulary.ReceiveVerbs.Words.Any(verb => verb.Length > 1 && before.EndsWith(verb, StringComparison.Ordinal))
            && !scan.PeopleIn(start, start + line.Length).Any();
    }

    [GeneratedRegex("公示|候选|拟推荐|推荐人选|拟表彰|培育对象|培养对象|申报|评选通知|开展.{0,20}评选|征求意见|入围|提名|初评")]
    private static partial Regex Candidates();

    [GeneratedRegex("授予|命名|表彰|认定|公布|评为|评选出|荣获|通报")]
    private static partial Regex Decision();

    [GeneratedRegex("^|关于|表彰|公布|授予|命名|印发|发布")]
    private static partial Regex AfterPreamble();

    [GeneratedRegex("^(?:附件\\s*\\d*|[（(]?[一二三四五六七八九十]+[)）]?[、.．]?|\\d+[、.．)]|[#*■●◆▲□\\s]+|（\\d+）)\\s*[:：]?", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex("^[”」]?(?:荣誉)?(?:称号|奖项|获得者|获奖者|获奖名单|获奖人员|名单|人员名单|获得者名单|表彰名单|集体名单|一览表)?(?:\\s*[（(][^（）()]*[)）])?\\s*(?:共\\d+.{1,3})?[:：]?\\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex BehindHeading();
}
