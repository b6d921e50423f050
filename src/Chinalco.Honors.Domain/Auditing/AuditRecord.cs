using System.Buffers;
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
    public string ComputeHash()
    {
        var texts = (ReadOnlySpan<string?>)[PreviousHash, EntityKind, ActorId, ActorName, Action, Reason, Detail];
        var longest = RoomForNumbers;
        foreach (var text in texts)
        {
            longest += Encoding.UTF8.GetMaxByteCount(text?.Length ?? 0);
        }

        var room = ArrayPool<byte>.Shared.Rent(longest);
        var framed = new FramedFields(room);
        framed.Add(PreviousHash);
        framed.Add(Id);
        framed.Add(EntityKind);
        framed.Add(EntityId);
        framed.Add(Sequence);
        framed.Add(At.UtcTicks);
        framed.Add(ActorId);
        framed.Add(ActorName);
        framed.Add(Action);
        framed.Add(Reason);
        framed.Add(Detail);
        framed.Add(CommandId);
        var hash = Sha256Hex.Of(framed.Written);
        ArrayPool<byte>.Shared.Return(room);
        return hash;
    }

    // Five ids and numbers, and every field's length.
    private const int RoomForNumbers = 512;

    /// <summary>Fields in UTF-8, each with its length in UTF-16 units (-1: none), so that text moved from one field to the next shows.</summary>
    private ref struct FramedFields(Span<byte> room)
    {
        private readonly Span<byte> room = room;
        private int length;

        public readonly ReadOnlySpan<byte> Written => room[..length];

        public void Add(string? field)
        {
            Begin(field?.Length ?? -1);
            length += Encoding.UTF8.GetBytes(field, room[length..]);
            room[length++] = (byte)'\n';
        }

        public void Add<T>(T field)
            where T : struct, IUtf8SpanFormattable
        {
            Span<byte> text = stackalloc byte[40];
            field.TryFormat(text, out var written, format: default, CultureInfo.InvariantCulture);
            Begin(written);
            text[..written].CopyTo(room[length..]);
            length += written;
            room[length++] = (byte)'\n';
        }

        private void Begin(int units)
        {
            units.TryFormat(room[length..], out var written, format: default, CultureInfo.InvariantCulture);
            length += written;
            room[length++] = (byte)':';
        }
    }
}

/// <summary>Whose chain a record belongs to.</summary>
public sealed record AuditSubject(string EntityKind, Guid EntityId);

/// <summary>What was done, by whom, why.</summary>
public sealed record AuditAct(string Action, Actor Actor, string? Reason, string Detail, Guid CommandId);
