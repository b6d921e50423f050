using System.Collections.Immutable;
using Chinalco.Honors.Domain;

namespace Chinalco.Honors.Packets.Facts;

/// <summary>What a fact of a packet is about.</summary>
public enum FactKind
{
    /// <summary>The person or the unit itself: name, unit and post.</summary>
    Candidate = 1,

    /// <summary>A time of work.</summary>
    Post = 2,

    /// <summary>A conferral that is in force.</summary>
    Honour = 3,

    /// <summary>A sentence of an article that names the candidate.</summary>
    Sentence = 4,

    /// <summary>What the union found out and entered with its paper.</summary>
    Declared = 5,

    /// <summary>A vote of an assembly or a body.</summary>
    Vote = 6,

    /// <summary>A publicity and the objections to it.</summary>
    Publicity = 7,

    /// <summary>What a body that was asked answered.</summary>
    Opinion = 8,

    /// <summary>What the roster says of a person besides name and post.</summary>
    Personnel = 9,
}

/// <summary>Where a fact stands in black and white.</summary>
/// <param name="Citation">Newspaper, number, date and page, or the document's title and number; in Chinese, as a footnote says it.</param>
/// <param name="Quote">The literal sentence; null for a document.</param>
public sealed record Proof(string Citation, string? Quote = null, Guid? ArticleId = null, Guid? DocumentId = null)
{
    /// <summary>As a footnote says it.</summary>
    public string Note => Quote is { Length: > 0 } quote ? $"{Citation}：“{quote}”" : Citation;
}

/// <summary>A fact that a packet rests on, as it stands now.</summary>
/// <param name="Id">Of the conferral, person, employment …; derived where the fact has none of its own.</param>
/// <param name="Text">One or several sentences in Chinese that say it; a story may take them literally.</param>
/// <param name="State">Everything that the packet says of it, as one text: equal as long as nothing changed.</param>
/// <param name="Proofs">The most telling first; a story takes nothing from a fact that has none.</param>
public sealed record PacketFact(FactKind Kind, Guid Id, string Text, string State, ImmutableArray<Proof> Proofs)
{
    private const int MarkLength = 6;

    /// <summary>Names exactly this state; SHA-256.</summary>
    public string Digest => Sha256Hex.Of(State);

    /// <summary>What the union writes behind a sentence in words of its own to say that this fact proves it. The same whatever becomes of the fact.</summary>
    public string Mark => Sha256Hex.Of($"{Kind}\n{Id:N}")[..MarkLength];
}

/// <summary>Why a fact that was there once is no fact any more.</summary>
public enum FactEnd
{
    /// <summary>撤销: a deciding body took the honour back.</summary>
    Revoked = 1,

    /// <summary>有误: it was entered wrongly.</summary>
    Wrong = 2,

    /// <summary>自然终止</summary>
    Expired = 3,

    /// <summary>合并: the entry turned out to be another one's.</summary>
    Merged = 4,
}

/// <summary>A fact that ended.</summary>
/// <param name="Reason">In Chinese; null when nobody gave one.</param>
public sealed record EndedFact(FactKind Kind, Guid Id, FactEnd End, string? Reason);
