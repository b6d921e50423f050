using System.Collections.Immutable;
using Chinalco.Honors.Packets.Facts;

namespace Chinalco.Honors.Packets.Stories;

/// <summary>A sentence of a story and what proves it.</summary>
/// <param name="Text">Without marks.</param>
/// <param name="Facts">What proves it; empty is 【待核】.</param>
/// <param name="Fault">Why it is not proven, in Chinese; null when it is.</param>
public sealed record StorySentence(string Text, ImmutableArray<PacketFact> Facts, string? Fault)
{
    public const string PendingMark = "【待核】";

    /// <summary>Whether it is the title of a part, which says nothing and needs no proof.</summary>
    public bool IsHeading { get; init; }

    public bool IsPending => !IsHeading && Facts.IsEmpty;

    /// <summary>The title of a part.</summary>
    public static StorySentence Heading(string text) => new(text, [], Fault: null) { IsHeading = true };
}

/// <summary>事迹材料: paragraphs of sentences, each with its proof or marked 【待核】.</summary>
/// <param name="Limit">In characters as <see cref="ChineseCount"/> counts them.</param>
public sealed record Story(ImmutableArray<ImmutableArray<StorySentence>> Paragraphs, int Limit)
{
    public IEnumerable<StorySentence> Sentences => Paragraphs.SelectMany(p => p);

    /// <summary>In characters; marks are not counted.</summary>
    public int Count => Sentences.Sum(s => ChineseCount.Of(s.Text));

    /// <summary>How many sentences nothing proves.</summary>
    public int Pending => Sentences.Count(s => s.IsPending);

    public bool Fits => Count <= Limit;
}
