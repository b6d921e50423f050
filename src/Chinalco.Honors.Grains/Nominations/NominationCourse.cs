using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Nominations.Programmes;

namespace Chinalco.Honors.Grains.Nominations;

/// <summary>
/// A nomination with everything that was entered for it, and what its programme asks before it goes on. The page that shows what is missing
/// and the command that refuses ask the same rules.
/// </summary>
public sealed class NominationCourse
{
    public required Nomination Nomination { get; init; }

    public required NominationRound Round { get; init; }

    public required Programme Programme { get; init; }

    /// <summary>The earliest first.</summary>
    public required ImmutableArray<AssemblyVote> Votes { get; init; }

    /// <summary>The earliest first.</summary>
    public required ImmutableArray<Publicity> Publicities { get; init; }

    public required ImmutableArray<Objection> Objections { get; init; }

    /// <summary>The earliest first.</summary>
    public required ImmutableArray<Consultation> Consultations { get; init; }

    public required ImmutableArray<NominationFact> Facts { get; init; }

    /// <summary>The earliest first.</summary>
    public required ImmutableArray<NominationNote> Notes { get; init; }

    /// <summary>The packet that was made last; null while there is none.</summary>
    public required Packet? LastPacket { get; init; }

    /// <summary>The stages that the programme asks for.</summary>
    public NominationPath Path => new(!Programme.Publicity.IsEmpty, !Programme.Consultations.IsEmpty);

    /// <summary>Null at the end.</summary>
    public NominationStage? Next => Nomination.IsLive ? Path.After(Nomination.Stage) : null;

    /// <summary>Votes that count: what was voted before the nomination was sent back to be put right was another nomination.</summary>
    public IEnumerable<AssemblyVote> ValidVotes => Votes.Where(v => v.EnteredAt >= SentBack(NominationStage.Assembly));

    /// <summary>Publicities that count, by the same.</summary>
    public IEnumerable<Publicity> ValidPublicities => Publicities.Where(p => p.StartedAt >= SentBack(NominationStage.Publicity));

    /// <summary>The one that counts of a level: the last that was not taken down.</summary>
    public Publicity? PublicityOf(PublicityStage stage) =>
        ValidPublicities.LastOrDefault(p => p.TakenDownAt is null && string.Equals(p.StageName, stage.Name, StringComparison.Ordinal));

    /// <summary>The levels that have not been put up yet, in the programme's order.</summary>
    public IEnumerable<PublicityStage> LevelsToPutUp => Programme.Publicity.Where(stage => PublicityOf(stage) is null);

    /// <summary>Whether a packet was made since the nomination stands ready.</summary>
    public bool HasPacketToSubmit =>
        LastPacket is { SubmittedAt: null } packet
        && new ThePacketIsMadeWhenAllIsThere(packet.Number, packet.CreatedAt, Nomination.StageSince).Holds;

    /// <summary>The last that was asked of a body.</summary>
    public Consultation? ConsultationOf(string body) =>
        Consultations.LastOrDefault(c => string.Equals(c.Body, body, StringComparison.Ordinal));

    /// <summary>What must hold before the nomination leaves its stage.</summary>
    /// <param name="judged">The packet that was compared with what is known now; asked for where the nomination is sent off.</param>
    public IEnumerable<IRule> AskedToGoOn(DateOnly today, JudgedPacket? judged = null) =>
        Nomination.Stage switch
        {
            NominationStage.Assembly => AskedOfVotes(),
            NominationStage.Publicity => AskedOfPublicities(today),
            NominationStage.Consultation => AskedOfBodies(today),
            // An answer may have run out, and an objection come, while the papers were put together.
            NominationStage.ReadyToSubmit => AskedOfPublicities(today).Concat(AskedOfBodies(today)).Concat(AskedOfPacket(judged)),
            _ => [],
        };

    /// <summary>What is missing, in Chinese; empty when the nomination may go on.</summary>
    public ImmutableArray<string> Missing(DateOnly today, JudgedPacket? judged = null) =>
        [.. AskedToGoOn(today, judged).Where(rule => !rule.Holds).Select(rule => rule.Advice)];

    /// <returns>Null when there is no such nomination.</returns>
    /// <exception cref="NominationFileException">The programme cannot be read any more, because an award left the catalogue.</exception>
    public static async Task<NominationCourse?> LoadAsync(HonorsContext db, Guid id, CancellationToken cancellationToken) =>
        (await NominationCourses.LoadAsync(db, [id], cancellationToken)).SingleOrDefault();

    /// <summary>When the nomination was last sent back to a stage or before it.</summary>
    private DateTimeOffset SentBack(NominationStage stage) =>
        Notes.LastOrDefault(n => n.Kind == NominationNoteKind.Returned && n.Stage <= stage)?.At ?? DateTimeOffset.MinValue;

    private IEnumerable<IRule> AskedOfVotes()
    {
        // Of a body that voted twice, the last vote stands.
        var last = ValidVotes.GroupBy(v => v.Body, StringComparer.Ordinal).Select(votes => votes.Last()).ToList();
        return
        [
            new ABodyHasVoted(last.Count),
            .. last.SelectMany(IEnumerable<IRule> (v) => [new TheVoteCarries(v), new TheMinutesAreAttached(v)]),
        ];
    }

    private IEnumerable<IRule> AskedOfPublicities(DateOnly today) =>
        Programme.Publicity.SelectMany(
            IEnumerable<IRule> (stage) =>
            {
                var publicity = PublicityOf(stage);
                return publicity is null
                    ? [new ThePublicityWasPutUp(stage.Name, isUp: false)]
                    : [new ThePublicityIsOver(publicity, today), .. AskedOfObjections(publicity)];
            }
        );

    private IEnumerable<IRule> AskedOfObjections(Publicity publicity) =>
        Objections
            .Where(o => o.PublicityId == publicity.Id)
            .SelectMany(IEnumerable<IRule> (o) => [new TheObjectionIsAnswered(o), new TheObjectionWasNotUpheld(o)]);

    private IEnumerable<IRule> AskedOfBodies(DateOnly today) =>
        Programme.Consultations.Select(body => new TheBodyAgrees(body, ConsultationOf(body), today));

    /// <summary>What goes up is the last packet, made when everything else was there, and true.</summary>
    private IEnumerable<IRule> AskedOfPacket(JudgedPacket? judged) =>
        LastPacket is not { } packet
            ? [new APacketWasMade(isMade: false)]
            :
            [
                new APacketIsSubmittedOnce(packet.SubmittedAt),
                new ThePacketIsMadeWhenAllIsThere(packet.Number, packet.CreatedAt, Nomination.StageSince),
                new NothingInThePacketIsPending(packet.PendingCount),
                new NoNewerPacketWasMade(packet.Id, judged?.Id),
                new ThePacketSaysWhatIsSo(packet.Number, judged?.Changes ?? 0),
            ];
}

/// <summary>A packet that was compared with what is known now.</summary>
/// <param name="Changes">How many of its facts are not any more what it says.</param>
public sealed record JudgedPacket(Guid Id, int Changes);
