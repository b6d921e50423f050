using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>Reads who receives the awards of a group: the words its frame names, else whoever the text is speaking of.</summary>
internal sealed partial class TieReader(ArticleScan scan, RecipientReader reader, PersonProfiles profiles, SubjectTracker subjects)
{
    // How much of a line is read before an honour that stands alone; a damaged line may be endless.
    private const int LongestLine = 4000;
    private const int LongestGap = 40;

    /// <summary>Who receives the awards of a group.</summary>
    /// <param name="frame">The words that tie it.</param>
    /// <param name="group">Awards of one enumeration.</param>
    /// <param name="going">The tie of the group before in the sentence; null where there is none.</param>
    /// <param name="receivers">Who received that one.</param>
    /// <param name="clause">The clause of the group.</param>
    public Tied Tie(Frame frame, List<AwardMention> group, FrameKind? going, ImmutableArray<Recipient> receivers, Clause clause)
    {
        var tied = ByFrame(frame, group, going, receivers, clause);
        // A team's award that nobody in the clause is said to receive goes to the team spoken of, not to the person.
        return !tied.Recipients.IsEmpty
            && !tied.Traits.HasFlag(ClaimTraits.RecipientInClause)
            && tied.Recipients.All(recipient => recipient.Kind == RecipientKind.Person)
            && group.TrueForAll(award => award.Kind is RecipientKind.Team or RecipientKind.Unit)
            && subjects.Team(group[0].Start) is { } team
                ? new([team], tied.Rule, OpensWith(team) && tied.Rule == "dated-honour" ? Tied.OfTheWhole : tied.Traits)
            // Nor does a person's title go to the unit that the clause happens to begin with.
            : IsOfUnitsBefore(tied) && group.TrueForAll(award => award.Kind == RecipientKind.Person) && subjects.Hero() is { } hero
                ? From(hero, tied.Rule, frame.Kind)
            : tied;
    }

    /// <summary>Whether the story begins with the team: then its dated lines are the team's.</summary>
    private bool OpensWith(Recipient team) =>
        scan.Text.IndexOf(team.Name, Math.Min(scan.Article.BodyStart, scan.Text.Length), StringComparison.Ordinal) is >= 0 and var at
        && at - scan.Article.BodyStart <= LongestGap;

    private static bool IsOfUnitsBefore(Tied tied) =>
        !tied.Recipients.IsEmpty
        && !tied.Traits.HasFlag(ClaimTraits.RecipientInClause)
        && tied.Recipients.All(recipient => recipient.Kind != RecipientKind.Person);

    /// <summary>The recipients a phrase names, with what the article says of them.</summary>
    public ImmutableArray<Recipient> Named(string phrase) => Completed(reader.Read(phrase).Named);

    private ImmutableArray<Recipient> Completed(ImmutableArray<Recipient> recipients) => [.. recipients.Select(profiles.Complete)];

    private Tied ByFrame(Frame frame, List<AwardMention> group, FrameKind? going, ImmutableArray<Recipient> receivers, Clause clause)
    {
        switch (frame.Kind)
        {
            case FrameKind.GoesTo when frame.IsLabel:
                return reader.ReadEach(frame.Recipients) is { IsEmpty: false } listed
                    ? new(Completed(listed), "award-label-with-names", Tied.Here)
                    : NameBehind(group, clause) ?? Apposition(group, clause);

            case FrameKind.GoesTo:
                return Introduced(frame.Recipients, clause) ?? Given(frame.Recipients);

            case FrameKind.HolderFollows:
                return Named(frame.Recipients) is { IsEmpty: false } holders ? new(holders, "holder-follows", Tied.Here)
                    : scan.Article.IsNotice ? Tied.Nobody
                    : Carry("holder", FrameKind.Is);

            case FrameKind.Confers:
                if (frame.Recipients.Length > 0 && Named(frame.Recipients) is { IsEmpty: false } objects)
                {
                    return new(objects, "conferred-on", Tied.Here);
                }

                if (reader.Read(frame.Recipients).Reference == Reference.Person)
                {
                    return From(subjects.Person(), "conferred-on", FrameKind.Receives);
                }

                // 授予某公司“…”: what reads like the owner of the award is who receives it.
                if (
                    frame.Recipients.Length == 0
                    && group[0] is { Quoted: true, Owner.Unit: { } unit } quoted
                    && quoted.Printed.StartsWith(quoted.Owner.Text, StringComparison.Ordinal)
                )
                {
                    return new(
                        [new(RecipientKind.Unit, quoted.Owner.Text, quoted.Owner.Text, unit, Position: null)],
                        "conferred-on",
                        Tied.Here,
                        DropOwner: true
                    );
                }

                return frame.Recipients.Length == 0 && frame.Actor.Length <= 30
                    ? Carry("conferred-on-subject", FrameKind.Receives)
                    : Tied.Nobody;

            case FrameKind.Receives
            or FrameKind.Is when NameBehindOf(group, clause) is { } named:
                return named;

            case FrameKind.Receives
            or FrameKind.Is:
                return WithSubject(frame, group[0].Start);

            case FrameKind.Apposition:
                return going is not null && !receivers.IsEmpty && clause.Opener is '，' or '、'
                    ? new(receivers, "enumeration-goes-on", ClaimTraits.RecipientInSentence | ClaimTraits.ExplicitTie)
                    : NameBehind(group, clause) ?? Apposition(group, clause);

            case FrameKind.Untied:
                if (going == FrameKind.Confers && Named(frame.Recipients) is { IsEmpty: false } more)
                {
                    return new(more, "conferred-on", Tied.Here);
                }

                return NameBehind(group, clause) ?? Tied.Nobody;

            default:
                throw new InvalidOperationException($"No tie for frame kind {frame.Kind}.");
        }
    }

    private Tied WithSubject(Frame frame, int position)
    {
        var phrase = reader.Read(frame.Recipients);
        const ClaimTraits tie = ClaimTraits.ExplicitTie;
        var rule = frame.Kind == FrameKind.Receives ? "subject-receives" : "subject-is";
        switch (phrase.Reference)
        {
            case Reference.Names when phrase.Named.All(named => ThisTeam().IsMatch(named.Name)):
                return From(subjects.Group(phrase.Named[0].Name, position), rule, frame.Kind);
            case Reference.Names:
                return new(Completed(phrase.Named), rule, tie | ClaimTraits.RecipientInClause | ClaimTraits.RecipientInSentence);
            case Reference.Nothing:
                return Carry(rule, frame.Kind);
            case Reference.Person:
                return From(subjects.Person(), rule, frame.Kind);
            case Reference.People:
                return From(subjects.People(), rule, frame.Kind);
            case Reference.Group:
                return From(subjects.Group(phrase.ReferenceText, position), rule, frame.Kind);
            case Reference.Count:
                subjects.Block();
                return Tied.Nobody;
            default:
                return LeadingSubject(frame.Recipients) is { IsEmpty: false } subject
                    ? new(subject, rule, tie | ClaimTraits.RecipientInClause | ClaimTraits.RecipientInSentence)
                    : Uncertain(frame.Recipients, rule, position);
        }
    }

    /// <summary>张某凭着这套办法在大赛上获…: the name stands at the start, an adverbial between it and the verb.</summary>
    private ImmutableArray<Recipient> LeadingSubject(string phrase)
    {
        var text = reader.StripAdverbs(phrase);
        for (var length = Math.Min(text.Length - 1, 40); length >= 2; length--)
        {
            if (Adverbial().IsMatch(text[length..]) && reader.ReadEach(text[..length]) is { IsEmpty: false } recipients)
            {
                return Completed(recipients);
            }
        }

        return [];
    }

    /// <summary>…给了一位女工，名叫某人: who it is stands in the next clause.</summary>
    private Tied? Introduced(string who, Clause clause) =>
        Somebody().IsMatch(who)
        && Called().Match(scan.Text, clause.End, Math.Min(scan.Text.Length - clause.End, LongestGap)) is { Success: true } called
        && Named(called.Groups["who"].Value) is { IsEmpty: false } named
            ? new(named, "award-goes-to", ClaimTraits.RecipientInSentence | ClaimTraits.ExplicitTie)
            : null;

    [GeneratedRegex("^(?:一|这|那)[位名个]")]
    private static partial Regex Somebody();

    [GeneratedRegex("\\G[，—]{1,2}(?:名叫|她叫|他叫|名字叫|叫|就是|正是)?(?<who>[^，。；“”]{2,24})", RegexOptions.ExplicitCapture)]
    private static partial Regex Called();

    /// <summary>某人（全国劳动模范）: the award stands in brackets behind its holder; null where it does not.</summary>
    public Tied? InBrackets(List<AwardMention> group, Sentence sentence)
    {
        var before = scan.Text.AsSpan(sentence.Start, group[0].Start - sentence.Start);
        var open = before.LastIndexOf('（');
        if (open < 1 || before[open..].Contains('）'))
        {
            return null;
        }

        var phrase = before[..open].ToString();
        var item = phrase[(phrase.LastIndexOfAny(['、', '，', '；', '：', '）', '。', '—', '和', '与', '及']) + 1)..];
        var inside = before[(open + 1)..];
        return reader.ReadItem(reader.StripAdverbs(item)) is { } who && !inside.ContainsAny('（', '。')
            ? new([profiles.Complete(who)], "award-in-brackets", Tied.Here)
            : null;
    }

    /// <summary>“…”给了他, “…”由某班捧回.</summary>
    public Tied Given(string who)
    {
        var phrase = reader.Read(who);
        return phrase.Reference switch
        {
            Reference.Names => new(Completed(phrase.Named), "award-goes-to", Tied.Here),
            Reference.Person => From(subjects.Person(), "award-goes-to", FrameKind.Receives),
            Reference.People => From(subjects.People(), "award-goes-to", FrameKind.Receives),
            _ => Tied.Nobody,
        };
    }

    /// <summary>
    /// A subject phrase that is not understood: the only person it names, or, where it names nobody, whoever the text goes on about. An
    /// editor decides.
    /// </summary>
    private Tied Uncertain(string phrase, string rule, int position)
    {
        var people = scan.PeopleIn(position - phrase.Length - LongestGap, position)
            .Where(person => phrase.Contains(person.Name, StringComparison.Ordinal))
            .DistinctBy(person => person.Name)
            .ToList();
        if (people is [var only])
        {
            return new(
                [
                    profiles.Complete(
                        new(RecipientKind.Person, only.Name, UnitText: null, Unit: null, Position: null) { Evidence = only.Evidence }
                    ),
                ],
                rule,
                ClaimTraits.RecipientInClause | ClaimTraits.ExplicitTie | ClaimTraits.Ambiguous
            );
        }

        return people.Count == 0 && SpeaksOfSubject().IsMatch(phrase) && subjects.Carried() is { } carried
            ? new(carried.Recipients, rule, ClaimTraits.ExplicitTie | ClaimTraits.Ambiguous)
            : Tied.Nobody;
    }

    /// <summary>如今已是某省工匠的张某坐在第一排: a name directly behind the award and 的.</summary>
    private Tied? NameBehindOf(List<AwardMention> group, Clause clause)
    {
        var end = group[^1].End;
        return
            end + 2 < clause.End
            && scan.Text[end] == '的'
            && scan.FirstPersonIn(end, clause.End) is { } holder
            && holder.Start == end + 1
            && HolderBefore().IsMatch(scan.Text[clause.Start..group[0].Start])
            ? new(
                [
                    profiles.Complete(
                        new(RecipientKind.Person, holder.Name, UnitText: null, Unit: null, Position: null) { Evidence = holder.Evidence }
                    ),
                ],
                "title-before-name",
                Tied.Here
            )
            : null;
    }

    [GeneratedRegex("(?:已是|是|成为|获得|获评|荣获|当选|当上|拿到|评为|摘得|捧回)(?:了|过)?“?$")]
    private static partial Regex HolderBefore();

    /// <summary>全国劳动模范、某厂钳工张某说: the award is a title before the name.</summary>
    private Tied? NameBehind(List<AwardMention> group, Clause clause)
    {
        var behind = scan.Text[group[^1].End..clause.End];
        if (behind.Length == 0 || behind[0] is not ('、' or '，' or '”' or ' ') && !char.IsLetter(behind[0]))
        {
            return null;
        }

        var person = scan.PeopleIn(group[^1].End, clause.End).FirstOrDefault();
        if (person is null)
        {
            return null;
        }

        // 全国劳动模范某人的师傅: somebody else is meant.
        if (person.End + 1 < clause.End && scan.Text[person.End] == '的' && IsRelation(person.End + 1))
        {
            return null;
        }

        var between = scan.Text[group[^1].End..person.Start].Trim('、', '，', ' ', '”');
        var read = reader.ReadItem(between + person.Name);
        return read is { Kind: RecipientKind.Person } && between.Length <= 24
            ? new(
                [profiles.Complete(read)],
                "title-before-name",
                ClaimTraits.RecipientInClause | ClaimTraits.RecipientInSentence | ClaimTraits.ExplicitTie
            )
            : null;
    }

    private bool IsRelation(int place) =>
        Lexicons.Vocabulary.Relations.LengthAt(scan.Text, place) > 0 || Lexicons.Vocabulary.Apprentices.LengthAt(scan.Text, place) > 0;

    /// <summary>An award that stands alone needs its subject in the sentence, a post before it, or a dated line of a list of honours.</summary>
    private Tied Apposition(List<AwardMention> group, Clause clause)
    {
        var carried = subjects.Carried();
        var from = Math.Max(0, clause.Start - LongestLine);
        var line = scan.Text[(from + scan.Text.AsSpan(from, clause.Start - from).LastIndexOf('\n') + 1)..clause.Start];
        var before = ProseReader.WithoutLabel(line).TrimEnd('，', '：');
        if (clause.Opener == '：' && BeforeColon(line.TrimEnd('：')) is { } introduced)
        {
            subjects.Set([introduced]);
            return new([introduced], "honours-after-colon", ClaimTraits.RecipientInSentence | ClaimTraits.ExplicitTie);
        }

        // 2021年，某奖；2023年，某奖: what stands before the award since the last mark is nothing but a date.
        var since = ProseReader.WithoutLabel(line + scan.Text[clause.Start..group[0].Start]);
        since = since[(since.LastIndexOfAny(['。', '；', '：', '—']) + 1)..];
        var dated = group[0].Year is not null || (since.Length > 0 && Frame.IsOnlyTime(since));
        return carried is null ? Tied.Nobody
            : group.Count >= 3 && carried.Distance == SubjectDistance.Protagonist
                ? From(carried, "honours-enumerated", FrameKind.Apposition)
            : carried.IsInSentence ? From(carried, "appositive-after-post", FrameKind.Apposition)
            : dated ? From(carried, "dated-honour", FrameKind.Apposition)
            : DescriptionReader.IsPost(before)
                ? From(carried with { Distance = SubjectDistance.SentenceBefore }, "appositive-after-post", FrameKind.Apposition)
            : Tied.Nobody;
    }

    /// <summary>三班的“家底”不薄：…, 张某的履历卡上写着：…: whose honours they are stands before the colon.</summary>
    private Recipient? BeforeColon(string before)
    {
        var start = before.LastIndexOfAny(['。', '；', '！', '？']) + 1;
        var text = before[start..];
        foreach (Match match in Introduced().Matches(text))
        {
            if (reader.ReadItem(reader.StripAdverbs(match.Groups["who"].Value)) is { } who)
            {
                return profiles.Complete(who);
            }
        }

        return null;
    }

    [GeneratedRegex("^(?:这|那|该|本)[个支家座]?[\\u4e00-\\u9fa5]{0,4}$")]
    private static partial Regex ThisTeam();

    private Tied Carry(string rule, FrameKind kind) => From(subjects.Carried(), rule, kind);

    private static Tied From(CarriedSubject? carried, string rule, FrameKind kind)
    {
        if (carried is null)
        {
            return Tied.Nobody;
        }

        var tie = kind is FrameKind.Receives or FrameKind.Is or FrameKind.Apposition ? ClaimTraits.ExplicitTie : ClaimTraits.None;
        var traits = carried.Distance switch
        {
            SubjectDistance.SameSentence => tie | ClaimTraits.RecipientInSentence,
            SubjectDistance.Protagonist => tie | ClaimTraits.RecipientIsProtagonist,
            SubjectDistance.SentenceBefore => tie,
            SubjectDistance.Far => tie | ClaimTraits.Ambiguous,
            _ => throw new InvalidOperationException($"No traits for distance {carried.Distance}."),
        };
        return new(carried.Recipients, rule, traits) { Distance = carried.Distance };
    }

    /// <summary>他的心血, 在那场比赛中, 最旧的一只: whatever the words mean, they are said of whoever the text is about.</summary>
    [GeneratedRegex(
        "[他她]|自己|本人|^(?:在|从|自|于|经|随着?|直到|通过|凭着?|靠着?|因为?|带着)|^最[^，]{1,4}的(?:那|一)?[只块张个份枚项面次座本]?$|^(?:第|头|另|其中|这|那)[一二三四五六七八九十]?[只块张个份枚项面次座本]"
    )]
    private static partial Regex SpeaksOfSubject();

    [GeneratedRegex("^(?:凭|在|以|因|通过|代表|作为|于|带领|用|与|经|自|从|随|先后|被|由)")]
    private static partial Regex Adverbial();

    [GeneratedRegex("(?:^|，)(?<who>[^，：]{2,24}?)(?:的|本身|也|还|生前)(?=[^：]*$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Introduced();
}
