using System.Globalization;

namespace Chinalco.Honors.Domain.Auditing;

/// <summary>
/// Ties chains together: each anchor covers the records written since the one before, whichever entity they belong to. A chain's last record,
/// or a whole chain, that is gone leaves no gap in itself; here it does.
/// </summary>
public sealed class AuditAnchor
{
    public AuditAnchor(AuditAnchor? previous, IReadOnlyCollection<string> recordHashes, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(recordHashes);
        (Sequence, PreviousHash) = previous is null ? (1, AuditRecord.ChainStart) : (previous.Sequence + 1, previous.Hash);
        (Records, Root, At) = (recordHashes.Count, RootOf(recordHashes), at);
        Hash = ComputeHash();
    }

    private AuditAnchor() { }

    /// <summary>From 1 without gaps.</summary>
    public long Sequence { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>How many records it covers.</summary>
    public int Records { get; private set; }

    /// <summary>SHA-256 over the covered records' hashes, in their ordinal order.</summary>
    public string Root { get; private set; } = "";

    public string PreviousHash { get; private set; } = "";

    /// <summary>SHA-256 over the previous anchor's hash and every field of this one.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The hash that the fields give; differs from <see cref="Hash"/> when the anchor was altered.</summary>
    public string ComputeHash() =>
        Sha256Hex.Of(string.Create(CultureInfo.InvariantCulture, $"{PreviousHash}\n{Sequence}\n{At.UtcTicks}\n{Records}\n{Root}"));

    public static string RootOf(IEnumerable<string> recordHashes) =>
        Sha256Hex.Of(string.Join('\n', recordHashes.Order(StringComparer.Ordinal)));
}
