using System.Globalization;
using System.Text;

namespace Chinalco.Honors.Domain.Auditing;

/// <summary>One write: who, when, what, why. The records of one entity form a chain of hashes, so that a changed or missing one is found.</summary>
public sealed class AuditRecord
{
    /// <summary>Most UTF-16 units of a reason.</summary>
    public const int LongestReason = 500;

    /// <summary>The hash before the first record of a chain.</summary>
    public static readonly string ChainStart = new('0', 64);

    public AuditRecord(AuditSubject subject, AuditRecord? previous, AuditAct act, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        (EntityKind, EntityId) = (subject.EntityKind, subject.EntityId);
        (Sequence, PreviousHash) = (previous is null ? 1 : previous.Sequence + 1, previous?.Hash ?? ChainStart);
        (Action, ActorId, ActorName, Reason, Detail, CommandId) = (
            act.Action,
            act.Actor.Id,
            act.Actor.Name,
            act.Reason,
            act.Detail,
            act.CommandId
        );
        At = at;
        Hash = ComputeHash();
    }

    private AuditRecord() { }

    public Guid Id { get; private set; }

    /// <summary>The entity's word: honoree, unit, award, article …</summary>
    public string EntityKind { get; private set; } = "";

    public Guid EntityId { get; private set; }

    /// <summary>Place in the entity's chain, from 1 without gaps.</summary>
    public long Sequence { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string ActorId { get; private set; } = "";

    public string ActorName { get; private set; } = "";

    /// <summary>What was done, such as <c>award.confer</c>.</summary>
    public string Action { get; private set; } = "";

    /// <summary>Why, in the actor's words.</summary>
    public string? Reason { get; private set; }

    /// <summary>What changed, as JSON.</summary>
    public string Detail { get; private set; } = "{}";

    public Guid CommandId { get; private set; }

    public string PreviousHash { get; private set; } = "";

    /// <summary>SHA-256 over the previous hash and every field of this record.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The anchor that covers the record; null until the next one is cast. Not part of the hash.</summary>
    public long? AnchorSequence { get; private set; }

    /// <summary>The hash that the record's fields give; differs from <see cref="Hash"/> when the record was altered.</summary>
    public string ComputeHash() =>
        Sha256Hex.Of(
            Framed(
                PreviousHash,
                Id.ToString("D", CultureInfo.InvariantCulture),
                EntityKind,
                EntityId.ToString("D", CultureInfo.InvariantCulture),
                Sequence.ToString(CultureInfo.InvariantCulture),
                At.UtcTicks.ToString(CultureInfo.InvariantCulture),
                ActorId,
                ActorName,
                Action,
                Reason,
                Detail,
                CommandId.ToString("D", CultureInfo.InvariantCulture)
            )
        );

    // Each field with its length, so that text moved from one field to the next shows.
    private static string Framed(params ReadOnlySpan<string?> fields)
    {
        var text = new StringBuilder();
        foreach (var field in fields)
        {
            text.Append(CultureInfo.InvariantCulture, $"{field?.Length ?? -1}:{field}\n");
        }

        return text.ToString();
    }
}

/// <summary>Whose chain a record belongs to.</summary>
public sealed record AuditSubject(string EntityKind, Guid EntityId);

/// <summary>What was done, by whom, why.</summary>
public sealed record AuditAct(string Action, Actor Actor, string? Reason, string Detail, Guid CommandId);
