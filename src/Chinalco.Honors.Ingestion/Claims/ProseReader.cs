using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>Reads claims from running text, sentence by sentence and clause by clause.</summary>
public sealed partial class ProseReader(
    ArticleScan scan,
    RecipientReader reader,
    AwardResolver awards,
    PersonProfiles profiles,
    AwardOwner? documentOwner
)
{
    // How much of a line is read before an honour that stands alone; a damaged line may be endless.
    private const int LongestLine = 4000;

    private readonly SubjectTracker subjects = new(scan, reader, profiles);
    private readonly UnitInference inference = new(scan, reader, profiles);
    private readonly List<Claim> claims = [];
    private AwardMention? lastAward;
    private int lastAwardSentence = -2;

    /// <summary>All claims in text order.</summary>
    /// <param name="skipLines">Lines that the list reader has read.</param>
    public ImmutableArray<Claim> Read(ISet<int> skipLines)
    {
        for (var i = 0; i < scan.Sentences.Length; i++)
        {
            var sentence = scan.Sentences[i];
            if (!skipLines.Contains(sentence.Line))
            {
                subjects.BeginSentence();
                ReadSentence(sentence, i);
            }
        }

        return [.. claims];
    }

    private void ReadSentence(Sentence sentence, int index)
    {
        var voided = GrantGuard.IsVoid(Part(sentence, sentence.Start));
        FrameKind? going = null;
        ImmutableArray<Recipient> receivers = [];
        foreach (var clause in sentence.Clauses)
        {
            if (clause.Opener == '；')
            {
                voided = GrantGuard.IsVoid(Part(sentence, clause.Start));
                going = null;
                receivers = [];
            }

            var groups = GroupsIn(clause);
            if (groups.Count == 0)
            {
                ReadPointingClause(sentence, clause, index);
                subjects.Observe(clause);
                continue;
            }

            var cursor = clause.Start;
            foreach (var group in groups)
            {
                var before = scan.Text[cursor..group[0].Start];
                var after = scan.Text[group[^1].End..sentence.End];
                var frame = Frame.Find(Label().Replace(before, ""), after);
                var denied =
                    voided || GrantGuard.Denies(before, frame, scan.Text[group[^1].End..clause.End], after, clause, sentence, scan.Text);
                var tied = Tie(frame, group, going, receivers, clause);
                denied |=
                    frame.Kind is not (FrameKind.Receives or FrameKind.Confers or FrameKind.GoesTo or FrameKind.HolderFollows)
                    && group.TrueForAll(award => award.IsWeak);
                if (tied.Recipients.IsEmpty || denied)
                {
                    if (!tied.Recipients.IsEmpty && frame.Kind is FrameKind.Receives or FrameKind.Confers)
                    {
                        subjects.Set(tied.Recipients);
                    }
                }
                else
                {
                    Emit(sentence, group, tied, frame, before);
                    subjects.Set(tied.Recipients);
                    receivers = tied.Recipients;
                    going = frame.Kind;
                }

                if (
                    FirstCompleter().Match(scan.Text[group[^1].End..sentence.End]) is { Success: true }
                    && subjects.Person() is { } completer
                    && tied.Recipients.Any(recipient => recipient.IsProject)
                )
                {
                    Emit(
                        sentence,
                        group,
                        new(completer.Recipients, "named-completer", ClaimTraits.RecipientIsProtagonist | ClaimTraits.ExplicitTie),
                        frame,
                        before
                    );
                }

                if (lastAward is null || index - lastAwardSentence > 2 || IsPlaque(group[^1]) || !IsPlaque(lastAward))
                {
                    lastAward = group[^1];
                    lastAwardSentence = index;
                }

                cursor = group[^1].End;
            }
        }
    }

    /// <summary>The sentence from a place to the next semicolon.</summary>
    private ReadOnlySpan<char> Part(Sentence sentence, int start)
    {
        var rest = scan.Text.AsSpan(start, sentence.End - start);
        return rest.IndexOf('；') is >= 0 and var end ? rest[..end] : rest;
    }

    /// <summary>Awards that stand in one enumeration.</summary>
    private List<List<AwardMention>> GroupsIn(Clause clause)
    {
        var groups = new List<List<AwardMention>>();
        var mentions = scan.AwardsIn(clause.Start, clause.End);
        if (mentions.IsEmpty)
        {
            return groups;
        }

        foreach (var award in mentions.OrderBy(award => award.Start).ThenBy(award => award.End))
        {
            if (groups.Count > 0 && (award.Start < groups[^1][^1].End || Joint().IsMatch(scan.Text[groups[^1][^1].End..award.Start])))
            {
                groups[^1].Add(award);
            }
            else
            {
                groups.Add([award]);
            }
        }

        return groups;
    }

    private sealed record Tied(ImmutableArray<Recipient> Recipients, string Rule, ClaimTraits Traits, bool DropOwner = false);

    private Tied Tie(Frame frame, List<AwardMention> group, FrameKind? going, ImmutableArray<Recipient> receivers, Clause clause)
    {
        const ClaimTraits Here = ClaimTraits.RecipientInClause | ClaimTraits.RecipientInSentence | ClaimTraits.ExplicitTie;
        switch (frame.Kind)
        {
            case FrameKind.GoesTo:
                return new(Named(frame.Recipients), "award-goes-to", Here);

            case FrameKind.HolderFollows:
                return Named(frame.Recipients) is { IsEmpty: false } holders
                    ? new(holders, "holder-follows", Here)
                    : Carry("holder", FrameKind.Is);

            case FrameKind.Confers:
                if (frame.Recipients.Length > 0 && Named(frame.Recipients) is { IsEmpty: false } objects)
                {
                    return new(objects, "conferred-on", Here);
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
                        Here,
                        DropOwner: true
                    );
                }

                return frame.Recipients.Length == 0 && frame.Actor.Length <= 30
                    ? Carry("conferred-on-subject", FrameKind.Receives)
                    : Nobody;

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
                    return new(more, "conferred-on", Here);
                }

                return NameBehind(group, clause) ?? Nobody;

            default:
                throw new InvalidOperationException($"No tie for frame kind {frame.Kind}.");
        }
    }

    private static readonly Tied Nobody = new([], "", ClaimTraits.None);

    private Tied WithSubject(Frame frame, int position)
    {
        var phrase = reader.Read(frame.Recipients);
        const ClaimTraits tie = ClaimTraits.ExplicitTie;
        var rule = frame.Kind == FrameKind.Receives ? "subject-receives" : "subject-is";
        switch (phrase.Reference)
        {
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
                return Nobody;
            default:
                return LeadingSubject(frame.Recipients) is { } subject
                    ? new([subject], rule, tie | ClaimTraits.RecipientInClause | ClaimTraits.RecipientInSentence)
                    : Nobody;
        }
    }

    /// <summary>张某凭着这套办法在大赛上获…: the name stands at the start, an adverbial between it and the verb.</summary>
    private Recipient? LeadingSubject(string phrase)
    {
        var text = reader.StripAdverbs(phrase);
        for (var length = Math.Min(text.Length - 1, 40); length >= 2; length--)
        {
            if (Adverbial().IsMatch(text[length..]) && reader.ReadItem(text[..length]) is { } recipient)
            {
                return profiles.Complete(recipient);
            }
        }

        return null;
    }

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

    /// <summary>An award that stands alone needs its subject in the sentence, a post before it, or a dated line of a list of honours.</summary>
    private Tied Apposition(List<AwardMention> group, Clause clause)
    {
        var carried = subjects.Carried();
        var from = Math.Max(0, clause.Start - LongestLine);
        var line = scan.Text[(from + scan.Text.AsSpan(from, clause.Start - from).LastIndexOf('\n') + 1)..clause.Start];
        var before = Label().Replace(line, "").TrimEnd('，', '：');
        if (clause.Opener == '：' && BeforeColon(line.TrimEnd('：')) is { } introduced)
        {
            subjects.Set([introduced]);
            return new([introduced], "honours-after-colon", ClaimTraits.RecipientInSentence | ClaimTraits.ExplicitTie);
        }

        return carried is null ? Nobody
            : group.Count >= 3 && carried.Distance == SubjectDistance.Protagonist
                ? From(carried, "honours-enumerated", FrameKind.Apposition)
            : carried.Distance == SubjectDistance.SameSentence ? From(carried, "appositive-after-post", FrameKind.Apposition)
            : before.Length > 0 && YearReader.Strip(before).Trim('，', ' ').Length == 0
                ? From(carried, "dated-honour", FrameKind.Apposition)
            : RecipientReader.IsPost(before)
                ? From(carried with { Distance = SubjectDistance.SentenceBefore }, "appositive-after-post", FrameKind.Apposition)
            : Nobody;
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

    private Tied Carry(string rule, FrameKind kind) => From(subjects.Carried(), rule, kind);

    private static Tied From(CarriedSubject? carried, string rule, FrameKind kind)
    {
        if (carried is null)
        {
            return Nobody;
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
        return new(carried.Recipients, rule, traits);
    }

    /// <summary>这块牌子颁给的是某班: the award stands in the sentence before.</summary>
    private void ReadPointingClause(Sentence sentence, Clause clause, int index)
    {
        if (lastAward is not { } award || index - lastAwardSentence is not (>= 0 and <= 2) || !MayPoint(clause))
        {
            return;
        }

        var match = Pointing().Match(scan.Text[clause.Start..clause.End].TrimEnd('。', '！', '”'));
        if (
            match.Success
            && Named(match.Groups["who"].Value) is { IsEmpty: false } named
        )
        {
            Emit(
                sentence,
                [award],
                new(named, "award-pointed-at", ClaimTraits.RecipientInClause | ClaimTraits.Ambiguous | ClaimTraits.ExplicitTie),
                new(FrameKind.GoesTo, "", ""),
                match.Value
            );
        }
    }

    private bool MayPoint(Clause clause) => scan.Text.AsSpan(clause.Start, clause.End - clause.Start).IndexOfAny('给', '予', '那') >= 0;

    /// <summary>An award whose plaque or medal is spoken of: 这块牌子 points at it rather than at a certificate named in passing.</summary>
    private bool IsPlaque(AwardMention award) => Plaque().IsMatch(scan.Text[award.End..Math.Min(scan.Text.Length, award.End + 3)]);

    private ImmutableArray<Recipient> Named(string phrase) => Completed(reader.Read(phrase).Named);

    private ImmutableArray<Recipient> Completed(ImmutableArray<Recipient> recipients) => [.. recipients.Select(profiles.Complete)];

    private void Emit(Sentence sentence, List<AwardMention> group, Tied tied, Frame frame, string before)
    {
        var year =
            group[0].Year is not null || RelativeYear().IsMatch(before)
                ? null
                : YearReader.Last(before) ?? YearBefore(sentence, group[0].Start) ?? scan.SummaryYear;
        var people = scan.PeopleIn(sentence.Start, sentence.End).Length;
        foreach (var mention in group)
        {
            var award = tied.DropOwner ? mention with { Owner = null, Entry = null, Printed = mention.Core } : mention;
            var announcer =
                frame.Kind == FrameKind.Confers || tied.Recipients.All(recipient => recipient.IsProject)
                    ? scan.AnnouncerBefore(sentence, mention.Start)
                    : null;
            foreach (var recipient in tied.Recipients.Select(recipient => inference.Complete(recipient, mention.Start)))
            {
                var issuer = announcer ?? recipient.Unit ?? scan.EnterpriseBefore(mention.Start);
                var resolved = awards.Resolve(
                    award,
                    new(
                        issuer,
                        announcer is null ? documentOwner : null,
                        year ?? (announcer is null || mention.Year is not null ? null : scan.TermBefore(mention.Start))
                    )
                );
                claims.Add(
                    new(
                        recipient,
                        resolved,
                        sentence.Start,
                        sentence.End,
                        tied.Rule,
                        ClaimExplanation.Of(tied.Rule, recipient, resolved, frame, award),
                        tied.Traits,
                        award
                    )
                    {
                        PeopleInSentence = people,
                    }
                );
            }
        }
    }

    /// <summary>A year at the start of the sentence holds for its clauses: 2021年，某人…，获评….</summary>
    private int? YearBefore(Sentence sentence, int position)
    {
        var part = scan.Text[sentence.Start..Math.Max(sentence.Start, position)];
        var cut = part.LastIndexOf('；');
        part = cut >= 0 ? part[(cut + 1)..] : part;
        var year = YearReader.Last(Label().Replace(part, ""));
        return year is not null && NextYear().IsMatch(part) ? year + 1 : year;
    }
}
