using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>What a text takes back: revocations, and of corrections the wrong version; the right version is a claim.</summary>
public sealed record RevocationResult(ImmutableArray<RevocationClaim> Revocations, ImmutableArray<Claim> Corrected);

/// <summary>Reads revoked titles, part by part of a sentence; corrections are read by <see cref="CorrectionReader"/>.</summary>
public sealed partial class RevocationReader
{
    // Each of the words below holds one of these.
    private static readonly SearchValues<char> Telling = SearchValues.Create("应误错写更撤取收追剥注终废摘消停失非再");

    private readonly ArticleScan scan;
    private readonly RecipientReader reader;
    private readonly AwardResolver awards;
    private readonly PersonProfiles profiles;
    private readonly CorrectionReader corrections;
    private readonly List<RevocationClaim> revocations = [];
    private readonly List<Claim> corrected = [];
    private ImmutableArray<Recipient> lastHolders = [];

    /// <summary>Prepares the reading of one article.</summary>
    public RevocationReader(ArticleScan scan, RecipientReader reader, AwardResolver awards, PersonProfiles profiles)
    {
        (this.scan, this.reader, this.awards, this.profiles) = (scan, reader, awards, profiles);
        corrections = new(scan, reader, awards, profiles, revocations, corrected);
    }

    /// <summary>Reads the article.</summary>
    public RevocationResult Read()
    {
        foreach (var sentence in scan.Sentences)
        {
            if (scan.Text.AsSpan(sentence.Start, sentence.End - sentence.Start).ContainsAny(Telling))
            {
                ReadSentence(sentence);
            }
        }

        return new([.. revocations], [.. corrected]);
    }

    private void ReadSentence(Sentence sentence)
    {
        var text = scan.Text[sentence.Start..sentence.End];
        // A lost certificate is no lost honour.
        if (Lost().IsMatch(text) || corrections.Read(sentence, text))
        {
            return;
        }

        if (sentence.Start < scan.Article.BodyStart)
        {
            lastHolders = Titled().IsMatch(text) ? People(sentence.Start, sentence.End) : lastHolders;
            return;
        }

        var start = sentence.Start;
        while (start < sentence.End)
        {
            var cut = scan.Text.IndexOf('；', start, sentence.End - start);
            var end = cut < 0 ? sentence.End : cut;
            ReadPart(sentence, start, end);
            start = end + 1;
        }
    }

    /// <summary>撤销某人2021年获得的“…”称号; 收回某厂“…”奖牌; 某车间“…”命名一并撤销.</summary>
    private void ReadPart(Sentence sentence, int start, int end)
    {
        start += Numbered().Match(scan.Text, start, end - start).Length;
        var text = scan.Text[start..end];
        var verb = Revoking().Match(text);
        if (!verb.Success)
        {
            return;
        }

        var from = start + verb.Index + verb.Length;
        var behind = scan.AwardsIn(from, end);
        var mentions = behind.IsEmpty && Undone().IsMatch(text[verb.Index..]) ? scan.AwardsIn(start, start + verb.Index) : behind;
        var before = behind.IsEmpty ? start : from;
        foreach (var award in mentions)
        {
            if (Candidacy().IsMatch(scan.Text[award.End..Math.Min(end, award.End + 14)]) || StillHeld().IsMatch(scan.Text[award.End..end]))
            {
                continue;
            }

            var (holders, owned) = HoldersOf(award, before, start);
            before = award.End;
            foreach (var recipient in holders.Where(holder => !IsRestored(holder)))
            {
                var year = award.Year ?? YearReader.Last(scan.Text[start..award.Start]);
                var resolved = awards.Resolve(owned, new(recipient.Unit ?? scan.Issuer, Year: year));
                revocations.Add(
                    new(recipient.Name, resolved.Canonical, Ended().IsMatch(text) ? "自然终止" : "撤销", sentence.Start, sentence.End)
                );
            }

            lastHolders = holders.IsEmpty ? lastHolders : holders;
        }
    }

    /// <summary>决定恢复张某“…”称号: what was taken before is given back.</summary>
    private bool IsRestored(Recipient holder) => scan.Text.Contains("恢复" + holder.Name, StringComparison.Ordinal);

    private (ImmutableArray<Recipient> Holders, AwardMention Award) HoldersOf(AwardMention award, int from, int start)
    {
        var phrase = Held().Replace(scan.Text[from..award.Start], "").Trim('“', '：', '，');
        if (ByBody().Match(phrase) is { Success: true } body)
        {
            phrase = body.Groups["who"].Value;
        }

        phrase = Frame.IsOnlyTime(phrase) ? "" : phrase;
        if (phrase.Length == 0 && BeforeVerb(start, from) is { IsEmpty: false } subject)
        {
            return (subject, award);
        }

        var read = reader.Read(phrase);
        if (!read.Named.IsEmpty)
        {
            return ([.. read.Named.Select(profiles.Complete)], award);
        }

        if (read.Reference is Reference.Person or Reference.People && !lastHolders.IsEmpty)
        {
            return (lastHolders, award);
        }

        // 收回某厂“…”奖牌: what reads like the owner of the award is who held it.
        if (
            (phrase.Length == 0 || award.Owner?.Kind == OwnerKind.UnknownUnit)
            && (
                lastHolders.IsEmpty
                || (
                    award.Kind is RecipientKind.Team or RecipientKind.Unit
                    && lastHolders.All(recipient => recipient.Kind == RecipientKind.Person)
                )
            )
            && award is { Quoted: true, Owner: { Kind: OwnerKind.Unit or OwnerKind.UnknownUnit } holder }
        )
        {
            return (reader.Read(holder.Text).Named, award with { Owner = null, Entry = null, Printed = award.Core });
        }

        return (
            People(start, award.Start) is { IsEmpty: false } people ? [people[^1]]
            : !lastHolders.IsEmpty ? lastHolders
            : scan.UnitsStartingIn(start, award.Start).LastOrDefault() is { } unit
                ? [new(RecipientKind.Team, unit.Text, unit.Text, unit.Entry, Position: null)]
            : [],
            award
        );
    }

    /// <summary>某工段不再保留“…”称号: whose it was stands before the verb.</summary>
    private ImmutableArray<Recipient> BeforeVerb(int start, int from)
    {
        var before = scan.Text[start..from];
        var verb = Revoking().Match(before);
        var phrase = verb.Success ? before[..verb.Index] : "";
        phrase = phrase[(phrase.LastIndexOfAny(['，', '：']) + 1)..];
        return phrase.Length is >= 2 and <= 30 ? [.. reader.ReadEach(phrase).Select(profiles.Complete)] : [];
    }

    private ImmutableArray<Recipient> People(int start, int end) =>
        [
            .. scan.PeopleIn(start, end)
                .Select(person => profiles.Complete(new(RecipientKind.Person, person.Name, UnitText: null, Unit: null, Position: null))),
        ];

    [GeneratedRegex("自然终止|终止|不再沿用|到期|期满|不再使用|停止使用|自然失效")]
    private static partial Regex Ended();

    [GeneratedRegex(
        "撤销|撤消|取消|收回|追回|追缴|剥夺|注销|自然终止|作废|摘除|摘牌|废止|不再保留|不再享有|不再授予|停止使用|予以废除|自然失效|失效"
    )]
    private static partial Regex Revoking();

    /// <summary>…命名一并撤销, …证书作废: the verb stands behind the award and ends what is said.</summary>
    [GeneratedRegex(
        "^(?:撤销|撤消|取消|收回|注销|作废|终止|自然终止|废止|摘牌|追回|剥夺|停止使用|予以废除|自然失效|失效)(?:$|。|，|；|处理|并)"
    )]
    private static partial Regex Undone();

    [GeneratedRegex("遗失|丢失|损毁|补发|挂失")]
    private static partial Regex Lost();

    [GeneratedRegex("\\G\\s*(?:[（(][一二三四五六七八九十\\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\\d{1,2}[.．、])\\s*")]
    private static partial Regex Numbered();

    [GeneratedRegex("撤销|撤消|取消|收回|处理|通报")]
    private static partial Regex Titled();

    [GeneratedRegex("^”?(?:荣誉)?(?:称号)?的?(?:推荐|候选|参评|申报|提名|评选|评审|初审|公示)")]
    private static partial Regex Candidacy();

    [GeneratedRegex("继续有效|予以保留|仍然有效|不受影响|仍予保留|继续保留")]
    private static partial Regex StillHeld();

    [GeneratedRegex(
        "(?:于|在)?(?:(?:19|20)\\d{2}年度?(?:\\d{1,2}月(?:\\d{1,2}日)?)?)?(?:所|授予其|授予他|授予她)?(?:获得|获|荣获|被授予|授予|得到|获评|取得|获颁|领取|持有|申报|被评为)(?:过)?(?:的)?$|(?:(?:19|20)\\d{2}年度?)?的?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Held();

    /// <summary>其向某人颁发的, 某公司授予某人的.</summary>
    [GeneratedRegex(
        "(?:向|授予|颁给|发给|给予|授与)(?<who>[^，。；]{2,30}?)(?:同志)?(?:颁发|授予|发放|颁授)?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex ByBody();
}
