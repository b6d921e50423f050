using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Findings;

/// <summary>What a finding proposes.</summary>
public enum FindingKind
{
    /// <summary>授予</summary>
    Conferral = 1,

    /// <summary>撤销、终止: an earlier conferral no longer holds. A correction that does not say what is right, too.</summary>
    Revocation = 2,

    /// <summary>更正: an earlier report was wrong, and this is what is right.</summary>
    Correction = 3,
}

/// <summary>How a finding stands.</summary>
public enum FindingState
{
    /// <summary>Waits on the editor's desk.</summary>
    Waiting = 1,

    /// <summary>Safe enough to be confirmed by the job that found it, which has not come to it yet.</summary>
    Confirming = 2,

    /// <summary>Became a conferral, or proof of one.</summary>
    Confirmed = 3,

    /// <summary>Rejected by an editor; remembered.</summary>
    Rejected = 4,

    /// <summary>Taken back: with the lexicons of a later day the sentence is not read so any more.</summary>
    Withdrawn = 5,

    /// <summary>A reprint says what another finding says: it shares that finding's fate and waits nowhere.</summary>
    Repeats = 6,
}

/// <summary>线索: what ingestion proposes, with the sentence it rests on.</summary>
public sealed class Finding
{
    /// <summary>Most UTF-16 units of a name as printed: recipient, unit, award, body.</summary>
    public const int LongestName = 200;

    /// <summary>Most UTF-16 units of a position or an edition.</summary>
    public const int LongestPhrase = 100;

    /// <summary>Most UTF-16 units of the explanation.</summary>
    public const int LongestExplanation = 1000;

    /// <summary>Most UTF-16 units of the reason of a decision.</summary>
    public const int LongestReason = 500;

    public Finding(Guid id, Guid articleId, int ordinal, FindingKind kind, FindingClaim claim, FindingProof proof, bool safe)
    {
        (Id, ArticleId, Ordinal, Kind) = (id, articleId, ordinal, kind);
        (RecipientName, RecipientKind, UnitText, UnitName, Position, HonoreeId) = (
            claim.RecipientName,
            claim.RecipientKind,
            claim.UnitText,
            claim.UnitName,
            claim.Position,
            claim.HonoreeId
        );
        (AwardText, AwardName, Level, ConferringBody, Year, Edition) = (
            claim.AwardText,
            claim.AwardName,
            claim.Level,
            claim.ConferringBody,
            claim.Year,
            claim.Edition
        );
        (Start, End, Quote, Rule, Score, Explanation) = (proof.Start, proof.End, proof.Quote, proof.Rule, proof.Score, proof.Explanation);
        State = safe ? FindingState.Confirming : FindingState.Waiting;
        MemoryKey = MemoryKeyOf(kind, claim.RecipientName, claim.UnitText, claim.AwardText, proof.Quote);
    }

    private Finding() { }

    public Guid Id { get; private set; }

    public Guid ArticleId { get; private set; }

    /// <summary>Place among the findings of its file, from 1.</summary>
    public int Ordinal { get; private set; }

    public FindingKind Kind { get; private set; }

    public FindingState State { get; private set; }

    public string RecipientName { get; private set; } = "";

    public RecipientKind RecipientKind { get; private set; }

    /// <summary>The unit as printed.</summary>
    public string? UnitText { get; private set; }

    /// <summary>The unit's full legal name, as far as it was recognised.</summary>
    public string? UnitName { get; private set; }

    public string? Position { get; private set; }

    /// <summary>The person that the recipient was linked to; null for somebody the registry does not know yet.</summary>
    public Guid? HonoreeId { get; private set; }

    /// <summary>The award as printed, shared words restored.</summary>
    public string AwardText { get; private set; } = "";

    /// <summary>The award's name in the catalogue's form, without year and edition.</summary>
    public string AwardName { get; private set; } = "";

    public AwardLevel? Level { get; private set; }

    public string? ConferringBody { get; private set; }

    public int? Year { get; private set; }

    public string? Edition { get; private set; }

    /// <summary>First UTF-16 unit of the quote in the article's text.</summary>
    public int Start { get; private set; }

    /// <summary>The UTF-16 unit after the quote.</summary>
    public int End { get; private set; }

    public string Quote { get; private set; } = "";

    /// <summary>The name of the rule that found it.</summary>
    public string Rule { get; private set; } = "";

    /// <summary>How sure the rule is, from 0 to 1.</summary>
    public double Score { get; private set; }

    /// <summary>In plain Chinese: what was read, and why it is believed.</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>The conferral it became or proves.</summary>
    public Guid? ConferralId { get; private set; }

    /// <summary>The unit of the tree whose editors decide: where the recipient belongs, as far as it was recognised.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>How often somebody took it up to decide, or it was read anew: whoever saw another number is told that somebody else was first.</summary>
    public int Round { get; private set; }

    /// <summary>How many of the rounds were readings with the lexicons of a later day.</summary>
    public int Rereadings { get; private set; }

    /// <summary>Equal for findings that say the same of the same sentence, in whichever file: by it a rejection is remembered.</summary>
    public string MemoryKey { get; private set; } = "";

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it waits or was rejected, in Chinese.</summary>
    public string? DecisionReason { get; private set; }

    /// <summary>Of a correction: the recipient as the earlier report had it.</summary>
    public string? WrongRecipient { get; private set; }

    /// <summary>Of a correction: the award as the earlier report had it, in the catalogue's form.</summary>
    public string? WrongAward { get; private set; }

    /// <summary>Of a reprint's finding: the one that says the same in the article printed first.</summary>
    public Guid? RepeatsId { get; private set; }

    /// <summary>The correction that was accepted in this finding's place.</summary>
    public Guid? SupersededById { get; private set; }

    /// <summary>Says what the earlier report had.</summary>
    public void Corrects(WrongVersion wrong)
    {
        ArgumentNullException.ThrowIfNull(wrong);
        (WrongRecipient, WrongAward) = (wrong.Recipient, wrong.Award);
    }

    /// <summary>A reprint says what the finding given says: what becomes of that one becomes of this.</summary>
    public void Repeat(Guid findingId) => (State, RepeatsId) = (FindingState.Repeats, findingId);

    /// <summary>What proved a conferral together with the finding that it repeats proves it no more: it follows that one again.</summary>
    public void FollowAgain() => (State, ConferralId, DecidedBy, DecidedAt) = (FindingState.Repeats, null, null, null);

    /// <summary>Today's lexicons do not read the sentence so any more.</summary>
    public void Withdraw(string reason, Actor by, DateTimeOffset at)
    {
        Require.That(new ARejectedFindingStaysRejected(State));
        (State, ConferralId, DecisionReason, DecidedBy, DecidedAt) = (FindingState.Withdrawn, null, reason, by.Name, at);
        (Round, Rereadings) = (Round + 1, Rereadings + 1);
    }

    /// <summary>Today's lexicons read the sentence otherwise. Nobody has decided on it yet.</summary>
    public void ReadAnew(FindingClaim claim, FindingProof proof, bool safe)
    {
        ArgumentNullException.ThrowIfNull(proof);
        Correct(claim);
        (Start, End, Quote, Rule, Score, Explanation) = (proof.Start, proof.End, proof.Quote, proof.Rule, proof.Score, proof.Explanation);
        MemoryKey = MemoryKeyOf(Kind, claim.RecipientName, claim.UnitText, claim.AwardText, proof.Quote);
        (State, DecisionReason) = (safe ? FindingState.Confirming : FindingState.Waiting, null);
        (Round, Rereadings) = (Round + 1, Rereadings + 1);
    }

    /// <summary>A correction was accepted in its place.</summary>
    public void Supersede(Guid correctionId, string reason, Actor by, DateTimeOffset at)
    {
        Reject(reason, by, at);
        SupersededById = correctionId;
    }

    /// <summary>The correction that had taken its place was taken back.</summary>
    public void ReturnToDesk() =>
        (State, SupersededById, DecidedBy, DecidedAt, DecisionReason) = (FindingState.Waiting, null, null, null, null);

    /// <summary>It became a conferral, or proof of one that existed.</summary>
    public void Confirm(Guid conferralId, Actor by, DateTimeOffset at)
    {
        Require.That(new ARejectedFindingStaysRejected(State));
        (State, ConferralId, DecidedBy, DecidedAt) = (FindingState.Confirmed, conferralId, by.Name, at);
    }

    /// <summary>Whom it is linked to turned out to be somebody else; nobody has decided anything anew.</summary>
    public void LinksTo(Guid honoreeId) => HonoreeId = honoreeId;

    /// <summary>The conferral that it proves turned out to be another entry of the same honour.</summary>
    public void Proves(Guid conferralId) => ConferralId = conferralId;

    /// <summary>Says where the recipient belongs.</summary>
    public void BelongsTo(Guid? unitId) => UnitId = unitId;

    /// <summary>An editor takes it up: nobody else decides in this round.</summary>
    /// <param name="seenRound">The round that the editor saw.</param>
    /// <exception cref="RuleBrokenException">Somebody else was first, or nothing is left to decide.</exception>
    public void TakeUp(int seenRound)
    {
        Require.That(new TheEditorSawTheFindingAsItIs(seenRound == Round && State == FindingState.Waiting, this));
        Round++;
    }

    /// <summary>An editor puts right what was read wrongly; sentence and rule stay.</summary>
    public void Correct(FindingClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        (RecipientName, RecipientKind, UnitText, UnitName, Position, HonoreeId) = (
            claim.RecipientName,
            claim.RecipientKind,
            claim.UnitText,
            claim.UnitName,
            claim.Position,
            claim.HonoreeId
        );
        (AwardText, AwardName, Level, ConferringBody, Year, Edition) = (
            claim.AwardText,
            claim.AwardName,
            claim.Level,
            claim.ConferringBody,
            claim.Year,
            claim.Edition
        );
    }

    /// <summary>What the registry has learned since: a name that is now known, a person who is now told apart.</summary>
    /// <param name="score">How sure it is now, from 0 to 1.</param>
    public void Learn(FindingClaim claim, double score, string explanation)
    {
        Correct(claim);
        (Score, Explanation) = (score, explanation);
    }

    /// <summary>Takes a decision back: it waits again.</summary>
    public void Reopen(int seenRound)
    {
        Require.That(
            new TheEditorSawTheFindingAsItIs(seenRound == Round && State is (FindingState.Confirmed or FindingState.Rejected), this)
        );
        (State, ConferralId, DecidedBy, DecidedAt, DecisionReason) = (FindingState.Waiting, null, null, null, null);
        Round++;
    }

    /// <summary>Whether its rule was sure enough to do without an editor, whatever held the confirmation up.</summary>
    public bool IsSafe =>
        State is FindingState.Confirming or FindingState.Confirmed || (State == FindingState.Waiting && DecisionReason is not null);

    /// <summary>Whether an editor has ever decided on it: later readings leave it alone.</summary>
    public bool WasDecided => Round > Rereadings;

    /// <summary>What the finding says, for an editor to put right.</summary>
    public FindingClaim Claim =>
        new(
            RecipientName,
            RecipientKind,
            UnitText,
            UnitName,
            Position,
            HonoreeId,
            AwardText,
            AwardName,
            Level,
            ConferringBody,
            Year,
            Edition
        );

    public static string MemoryKeyOf(FindingKind kind, string recipient, string? unit, string award, string quote) =>
        Sha256Hex.Of(string.Join('\n', kind, recipient, unit, award, quote));

    /// <summary>A person has to decide.</summary>
    public void Wait(string reason)
    {
        Require.That(new ARejectedFindingStaysRejected(State));
        (State, DecisionReason) = (FindingState.Waiting, reason);
    }

    /// <summary>An editor says it is wrong.</summary>
    public void Reject(string reason, Actor by, DateTimeOffset at) =>
        (State, DecisionReason, DecidedBy, DecidedAt) = (FindingState.Rejected, reason, by.Name, at);
}

/// <summary>What a finding says: who received what.</summary>
public sealed record FindingClaim(
    string RecipientName,
    RecipientKind RecipientKind,
    string? UnitText,
    string? UnitName,
    string? Position,
    Guid? HonoreeId,
    string AwardText,
    string AwardName,
    AwardLevel? Level,
    string? ConferringBody,
    int? Year,
    string? Edition
);

/// <summary>What a finding rests on.</summary>
public sealed record FindingProof(int Start, int End, string Quote, string Rule, double Score, string Explanation);

/// <summary>What an earlier report had, as a correction quotes it.</summary>
/// <param name="Recipient">As printed, perhaps with the unit behind it in parentheses.</param>
/// <param name="Award">In the catalogue's form.</param>
public sealed record WrongVersion(string Recipient, string Award);

/// <summary>Two editors do not decide the same thing: the second is told what became of it.</summary>
public sealed class TheEditorSawTheFindingAsItIs(bool same, Finding finding) : IRule
{
    public bool Holds => same;

    public string Advice =>
        finding.State switch
        {
            FindingState.Confirmed => $"这条线索已由“{finding.DecidedBy}”确认，您的操作没有生效；如有异议，请先撤销该确认。",
            FindingState.Withdrawn => "按现行词库重新识别后，这条线索已经撤下，您的操作没有生效。",
            FindingState.Rejected => $"这条线索已由“{finding.DecidedBy}”驳回（{finding.DecisionReason}），您的操作没有生效。",
            _ => "这条线索刚刚被他人处理过，您的操作没有生效，请刷新后再看。",
        };
}

/// <summary>An editor's rejection is remembered.</summary>
public sealed class ARejectedFindingStaysRejected(FindingState state) : IRule
{
    public bool Holds => state is not (FindingState.Rejected or FindingState.Withdrawn);

    public string Advice => "该线索已被驳回或撤下，不会再次确认。";
}
