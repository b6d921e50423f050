using Chinalco.Honors.Domain.Auditing;

namespace Chinalco.Honors.Grains.Auditing;

/// <summary>Checks records as they come, chain after chain, each chain in its order; remembers nothing but the record before.</summary>
internal sealed class ChainCheck
{
    private AuditRecord? before;

    /// <summary>How many chains have begun.</summary>
    public long Chains { get; private set; }

    public long Records { get; private set; }

    /// <returns>What is wrong with the record; nothing when it is whole and in its place.</returns>
    public IEnumerable<AuditFault> Next(AuditRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (before is null || before.EntityKind != record.EntityKind || before.EntityId != record.EntityId)
        {
            before = null;
            Chains++;
        }

        Records++;
        var last = before;
        before = record;
        return FaultsOf(record, last);
    }

    private static IEnumerable<AuditFault> FaultsOf(AuditRecord record, AuditRecord? last)
    {
        var subject = new AuditSubject(record.EntityKind, record.EntityId);
        var expected = (last?.Sequence ?? 0) + 1;
        if (record.Sequence != expected)
        {
            // The record before is not there, so whether this one stands on it cannot be told.
            yield return new AuditFault(AuditFaultKind.Gap, subject, record.Sequence, Missing(expected, record.Sequence));
        }
        else if (record.PreviousHash != (last?.Hash ?? AuditRecord.ChainStart))
        {
            yield return new AuditFault(AuditFaultKind.NotLinked, subject, record.Sequence, "与前一条记录的哈希不衔接，前一条被改动或替换");
        }

        if (record.ComputeHash() != record.Hash)
        {
            yield return new AuditFault(AuditFaultKind.Altered, subject, record.Sequence, "内容与哈希不符，记录被改动或移动");
        }
    }

    private static string Missing(long expected, long found) =>
        found == expected + 1 ? $"前面缺少第 {expected} 条记录"
        : found > expected ? $"前面缺少第 {expected} 至 {found - 1} 条记录"
        : $"序号不连续，应为 {expected}";
}
