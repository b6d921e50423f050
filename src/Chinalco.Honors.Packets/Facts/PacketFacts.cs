using System.Collections.Immutable;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Nominations.Eligibility;

namespace Chinalco.Honors.Packets.Facts;

/// <summary>Everything that a packet says of a candidate, as it is known now.</summary>
/// <param name="Honours">In force alone, by year.</param>
/// <param name="Sentences">Of articles that name the candidate, in the order they were printed.</param>
/// <param name="Ended">What once was a fact of the candidate and ended.</param>
public sealed record PacketFacts(
    PacketRound Round,
    PacketCandidate Candidate,
    ImmutableArray<PacketPost> Posts,
    ImmutableArray<PacketHonour> Honours,
    ImmutableArray<PacketFact> Sentences,
    ImmutableArray<PacketDeclared> Declared,
    ImmutableArray<PacketVote> Votes,
    ImmutableArray<PacketPublicity> Publicity,
    ImmutableArray<PacketOpinion> Opinions,
    ImmutableArray<EndedFact> Ended
)
{
    /// <summary>Every fact once, in the order a packet tells them.</summary>
    public IEnumerable<PacketFact> All =>
        new[] { Candidate.Personnel, Candidate.Fact }
            .OfType<PacketFact>()
            .Concat(Posts.Select(p => p.Fact))
            .Concat(Honours.Select(h => h.Fact))
            .Concat(Sentences)
            .Concat(Declared.Select(d => d.Fact))
            .Concat(Votes.Select(v => v.Fact))
            .Concat(Publicity.Select(p => p.Fact))
            .Concat(Opinions.Select(o => o.Fact));
}

/// <summary>The round that the packet is for.</summary>
/// <param name="Programme">The programme's name.</param>
/// <param name="Holder">The unit that holds the round and receives the packet.</param>
/// <param name="Nominator">The unit that nominates.</param>
/// <param name="Choice">正选 or 递补.</param>
/// <param name="Consultations">The bodies that the programme wants asked.</param>
public sealed record PacketRound(
    string Programme,
    int Year,
    string Round,
    string Holder,
    string Nominator,
    DateOnly Deadline,
    string Choice,
    int? Rank,
    string Groups,
    ImmutableArray<string> Consultations
);

/// <summary>The candidate: a person, or a unit. A null is not known, or not for whoever makes the packet, and stays blank on paper.</summary>
/// <param name="Unit">Where a person works; a unit's parent.</param>
/// <param name="Personnel">What the roster says of a person; null for those who may not see it.</param>
/// <param name="Skill">技能等级或职称</param>
public sealed record PacketCandidate(
    PacketFact Fact,
    CandidateKinds Kind,
    string Name,
    string? Unit,
    string? Position,
    PacketFact? Personnel = null,
    string? Gender = null,
    string? Ethnicity = null,
    string? Born = null,
    string? Hired = null,
    string? PoliticalStatus = null,
    string? Education = null,
    string? Skill = null
);

/// <summary>A time of work, as a curriculum vitae lists it.</summary>
public sealed record PacketPost(PacketFact Fact, string? From, string? To, string Unit, string? Position);

/// <summary>An honour in force.</summary>
/// <param name="Scans">SHA-256 of the scans that show its documents.</param>
public sealed record PacketHonour(
    PacketFact Fact,
    int? Year,
    string Award,
    string Level,
    int LevelRank,
    string? Body,
    string? DocumentNumber,
    string? Date,
    ConferralStatus Status,
    ImmutableArray<PacketScan> Scans
);

/// <summary>A scan in the file store that is attached.</summary>
/// <param name="Title">What it shows, in Chinese.</param>
/// <param name="Ending">Of the file's name, with the dot.</param>
public sealed record PacketScan(string Title, string Sha256, string Ending);

/// <summary>What the union found out.</summary>
public sealed record PacketDeclared(PacketFact Fact, string Key, string Value, string Evidence);

/// <summary>A vote: 应到, 实到, 赞成.</summary>
public sealed record PacketVote(PacketFact Fact, string Body, DateOnly Date, int Expected, int Present, int InFavour, PacketScan? Minutes);

/// <summary>A publicity that nobody took down early.</summary>
/// <param name="Until">The last day.</param>
/// <param name="IsOver">Whether its days are over.</param>
public sealed record PacketPublicity(
    PacketFact Fact,
    string Stage,
    DateOnly From,
    DateOnly Until,
    int Days,
    bool InWorkingDays,
    string Place,
    bool IsOver,
    ImmutableArray<PacketObjection> Objections
);

/// <summary>An objection and what became of it.</summary>
public sealed record PacketObjection(DateOnly ReceivedOn, string Text, string? Answer, bool? Upheld);

/// <summary>What a body was asked and answered.</summary>
public sealed record PacketOpinion(
    PacketFact Fact,
    string Body,
    DateOnly AskedOn,
    DateOnly? AnsweredOn,
    string? Opinion,
    bool? Agrees,
    DateOnly? ValidUntil,
    PacketScan? Answer
);
