using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>An award named in a text.</summary>
/// <param name="Start">First character, with its owner and opening quotation mark.</param>
/// <param name="End">End, exclusive, with the closing quotation mark.</param>
/// <param name="Printed">As printed, simplified, without quotation marks at its ends.</param>
/// <param name="Core">Without owner, year and edition.</param>
/// <param name="Owner">The owner the name begins with, or shares with the award before it; null where it names none.</param>
/// <param name="Year">Year printed inside it; of 2023—2024年度 the last one.</param>
/// <param name="Head">The word it ends with; null for a quoted name of another form.</param>
/// <param name="Entry">The catalogue's award, where the name alone decides it.</param>
public sealed record AwardMention(
    int Start,
    int End,
    string Printed,
    string Core,
    AwardOwner? Owner,
    int? Year,
    AwardHead? Head,
    AwardEntry? Entry
) : ITextRange
{
    /// <summary>Whether the owner stands with a neighbour: 西北铝优秀共产党员、岗位技术能手.</summary>
    public bool OwnerIsShared { get; init; }

    /// <summary>Whether the name stands in quotation marks.</summary>
    public bool Quoted { get; init; }

    /// <summary>Whether a scanning error was repaired by its look-alike.</summary>
    public bool Repaired { get; init; }

    /// <summary>Whether without a verb of receiving the words may be everyday speech: 劳模, 标兵, a bare 一等奖.</summary>
    public bool IsWeak =>
        Owner is null
        && Entry is null
        && !Quoted
        && Head is { } head
        && (Core.Length == head.Word.Length || Vocabulary.WeakHeads.Contains(head.Word));

    /// <summary>Who receives it as far as the name says.</summary>
    public RecipientKind? Kind => Head?.Kind ?? (Entry is { Recipients.Length: 1 } ? Entry.Recipients[0] : null);

    /// <summary>Whether it goes to a work or a result.</summary>
    public bool IsProject => Head?.IsProject ?? false;
}
