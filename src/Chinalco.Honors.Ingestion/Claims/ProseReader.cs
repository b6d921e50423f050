using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>Reads claims from running text, sentence by sentence and clause by clause.</summary>
public sealed partial class ProseReader
{
    // How much of a line is read before an honour that stands alone; a damaged line may be endless.
    private const int LongestLine = 4000;

    private readonly SubjectTracker subjects;
    private readonly TieReader ties;
    private readonly ClaimEmitter emitter;
    private static readonly SearchValues<char> PointingMarks = SearchValues.Create("给予那选榜中荣奖出桂位");
    private readonly ProofReader proofs;
    private readonly ArticleScan scan;
    private readonly RecipientReader reader;
    private readonly PersonProfiles profiles;
    private AwardMention? lastAward;
    private int lastAwardSentence = -2;

    /// <summary>Prepares the reading of one article.</summary>
    /// <param name="scan">The article.</param>
    /// <param name="reader">Reads phrases that name recipients.</param>
    /// <param name="awards">Decides which award is meant.</param>
    /// <param name="profiles">What the article says of its people.</param>
    /// <param name="documentOwner">Whose awards a document confers; null for other texts.</param>
    public ProseReader(ArticleScan scan, RecipientReader reader, AwardResolver awards, PersonProfiles profiles, AwardOwner? documentOwner)
    {
        (this.scan, this.reader, this.profiles) = (scan, reader, profiles);
        proofs = new(scan);
        subjects = new(scan, reader, profiles);
        ties = new(scan, reader, profiles, subjects);
        emitter = new(scan, awards, new(scan, reader, profiles), documentOwner);
    }

    /// <summary>The text without the bullet, dash or number of its line.</summary>
    internal static string WithoutLabel(string text) => Label().Replace(text, "");

    /// <summary>All claims in text order.</summary>
    /// <param name="skipLines">Lines that the list reader has read.</param>
    public ImmutableArray<Claim> Read(ISet<int> skipLines)
    {
        for (var i = 0; i < scan.Sentences.Length; i++)
        {
            var sentence = scan.Sentences[i];
            if (!skipLines.Contains(sentence.Line))
            {
                subjects.BeginSentence(sentence.Start);
                ReadSentence(sentence, i);
            }
        }

        return [.. emitter.Claims];
    }

    /// <summary>去年当选甲，今年又被推荐参评乙: what is not granted begins with a time of its own, and what stands before it was.</summary>
    private int VoidedFrom(Sentence sentence, int start)
    {
        foreach (var clause in sentence.Clauses)
        {
            if (clause.Start >= start && GrantGuard.IsVoid(scan.Text.AsSpan(clause.Start, clause.End - clause.Start)))
            {
                return clause.Opener == '，' && OtherTime().IsMatch(scan.Text.AsSpan(clause.Start, clause.End - clause.Start))
                    ? clause.Start
                    : start;
            }
        }

        return start;
    }

    private void ReadSentence(Sentence sentence, int index)
    {
        var voided = GrantGuard.IsVoid(Part(sentence, sentence.Start));
        var voidedFrom = voided ? VoidedFrom(sentence, sentence.Start) : 0;
        FrameKind? going = null;
        ImmutableArray<Recipient> receivers = [];
        foreach (var clause in sentence.Clauses)
        {
            if (clause.Opener == '；')
            {
                voided = GrantGuard.IsVoid(Part(sentence, clause.Start));
                voidedFrom = voided ? VoidedFrom(sentence, clause.Start) : 0;
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
                var after = scan.Text[group[^1].End..Math.Min(sentence.End, group[^1].End + LongestLine)];
                var frame = Frame.Find(Label().Replace(before, ""), after);
                var tied = ties.InBrackets(group, sentence) ?? ties.Tie(frame, group, going, receivers, clause);
                var denied =
                    (voided && clause.Start >= voidedFrom)
                    || GrantGuard.Denies(
                        tied.Rule == "title-before-name" ? Exemplar().Replace(before, "") : before,
                        frame,
                        scan.Text[group[^1].End..clause.End],
                        after,
                        clause,
                        sentence,
                        scan.Text
                    );
                denied |= frame.Kind == FrameKind.Is && group.TrueForAll(IsNickname);
                denied |=
                    frame.Kind is not (FrameKind.Receives or FrameKind.Confers or FrameKind.GoesTo or FrameKind.HolderFollows)
                    && group.TrueForAll(award => award.IsWeak);
                if (tied.Recipients.IsEmpty || denied)
                {
                    if (!tied.Recipients.IsEmpty && frame.Kind is FrameKind.Receives or FrameKind.Confers)
                    {
                        subjects.Set(tied.Recipients, tied.Distance);
                    }
                }
                else
                {
                    var proved = proofs.Proves(group, tied, frame, sentence, after);
                    Emit(sentence, group, proved ? tied : tied with { Traits = tied.Traits | ClaimTraits.Unproven }, frame, before);
                    subjects.Set(tied.Recipients, tied.Distance);
                    receivers = tied.Recipients;
                    going = frame.Kind;
                }

                if (
                    FirstCompleter().Match(after) is { Success: true }
                    && subjects.Person() is { } completer
                    && tied.Recipients.Any(recipient => recipient.IsProject)
                )
                {
                    emitter.Emit(
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

    /// <summary>甲、乙分别获评“某某”“某某”: the first receives the first; where the numbers differ, an editor decides.</summary>
    private void Emit(Sentence sentence, List<AwardMention> group, Tied tied, Frame frame, string before)
    {
        if (tied.Recipients.Length < 2 || !(before.Contains("分别", StringComparison.Ordinal) || IsHeldInTurn(tied, group, before)))
        {
            emitter.Emit(sentence, group, tied, frame, before);
        }
        else if (tied.Recipients.Length == group.Count)
        {
            for (var i = 0; i < group.Count; i++)
            {
                emitter.Emit(sentence, [group[i]], tied with { Recipients = [tied.Recipients[i]] }, frame, before);
            }
        }
        else
        {
            emitter.Emit(sentence, group, tied with { Traits = tied.Traits | ClaimTraits.Ambiguous }, frame, before);
        }
    }

    /// <summary>张某、李某二人所持“甲”“乙”证书: as many awards as people, with nothing that gives each of them all.</summary>
    private static bool IsHeldInTurn(Tied tied, List<AwardMention> group, string before) =>
        tied.Recipients.Length == group.Count && before.TrimEnd('“').EndsWith("所持", StringComparison.Ordinal);

    /// <summary>他是“专利达人”: what somebody is in quotation marks, by nobody's leave and in no year, is praise.</summary>
    private static bool IsNickname(AwardMention award) =>
        award is { Quoted: true, Owner: null, Entry: null, Year: null }
        && (award.Head is not { } head || Vocabulary.WeakHeads.Contains(head.Word));

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

    /// <summary>这块牌子颁给的是某班: the award stands in the sentence before.</summary>
    private void ReadPointingClause(Sentence sentence, Clause clause, int index)
    {
        if (lastAward is not { } award || index - lastAwardSentence is not (>= 0 and <= 2) || !MayPoint(clause))
        {
            return;
        }

        var text = scan.Text[clause.Start..clause.End].TrimEnd('。', '！', '”');
        if (
            Outcome().Match(text) is { Success: true } outcome
            && Selection().IsMatch(scan.Text[award.End..Math.Min(scan.Text.Length, award.End + 12)])
            && reader.ReadEach(outcome.Groups["who"].Value) is { IsEmpty: false } chosen
            && !GrantGuard.IsVoid(text)
        )
        {
            emitter.Emit(
                sentence,
                [award],
                new([.. chosen.Select(profiles.Complete)], "selected", ClaimTraits.RecipientInClause | ClaimTraits.ExplicitTie),
                new(FrameKind.GoesTo, "", ""),
                scan.Text[sentence.Start..Math.Max(sentence.Start, Math.Min(award.Start, sentence.End))]
            );
            return;
        }

        var match = Pointing().Match(text);
        if (match.Success && ties.Given(match.Groups["who"].Value).Recipients is { IsEmpty: false } named)
        {
            emitter.Emit(
                sentence,
                [award],
                new(named, "award-pointed-at", ClaimTraits.RecipientInClause | ClaimTraits.Ambiguous | ClaimTraits.ExplicitTie),
                new(FrameKind.GoesTo, "", ""),
                match.Value
            );
        }
    }

    private bool MayPoint(Clause clause) => scan.Text.AsSpan(clause.Start, clause.End - clause.Start).ContainsAny(PointingMarks);

    /// <summary>An award whose plaque or medal is spoken of: 这块牌子 points at it rather than at a certificate named in passing.</summary>
    private bool IsPlaque(AwardMention award) => Plaque().IsMatch(scan.Text[award.End..Math.Min(scan.Text.Length, award.End + 3)]);
}
