using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Auditing;

/// <summary>Checks the chain of anchors, and that each covers what it was cast over. Holds the hashes of one anchor at a time.</summary>
internal sealed class AnchorCheck(HonorsContext db)
{
    private const int PageSize = 500;

    private const int MostNamed = 100;

    private AuditAnchor? before;

    private bool known;

    public async Task<(long Count, string? LastHash)> RunAsync(
        Action<AuditFault> tell,
        string? knownAnchor,
        CancellationToken cancellationToken
    )
    {
        var count = 0L;
        List<AuditAnchor> page;
        do
        {
            var last = before?.Sequence ?? long.MinValue;
            page = await db
                .AuditAnchors.Where(a => a.Sequence > last)
                .OrderBy(a => a.Sequence)
                .Take(PageSize)
                .ToListAsync(cancellationToken);
            foreach (var anchor in page)
            {
                count++;
                known |= string.Equals(anchor.Hash, knownAnchor, StringComparison.OrdinalIgnoreCase);
                CheckItself(anchor, tell);
                await CheckCoveredAsync(anchor, tell, cancellationToken);
                before = anchor;
            }
        } while (page.Count == PageSize);

        await CheckEndAsync(tell, cancellationToken);
        if (knownAnchor is not null && !known)
        {
            tell(new AuditFault(AuditFaultKind.AnchorUnknown, Subject: null, Sequence: null, $"锚点链中没有哈希为 {knownAnchor} 的锚点"));
        }

        return (count, before?.Hash);
    }

    private void CheckItself(AuditAnchor anchor, Action<AuditFault> tell)
    {
        var expected = (before?.Sequence ?? 0) + 1;
        if (anchor.Sequence != expected)
        {
            Tell($"前面缺少锚点 {expected}");
        }
        else if (anchor.PreviousHash != (before?.Hash ?? AuditRecord.ChainStart))
        {
            Tell("与前一个锚点的哈希不衔接");
        }

        if (anchor.ComputeHash() != anchor.Hash)
        {
            Tell("内容与哈希不符，锚点被改动");
        }

        void Tell(string what) => tell(new AuditFault(AuditFaultKind.AnchorBroken, Subject: null, anchor.Sequence, what));
    }

    private async Task CheckCoveredAsync(AuditAnchor anchor, Action<AuditFault> tell, CancellationToken cancellationToken)
    {
        var hashes = await db
            .AuditRecords.Where(a => a.AnchorSequence == anchor.Sequence)
            .Select(a => a.Hash)
            .ToListAsync(cancellationToken);
        if (hashes.Count != anchor.Records)
        {
            tell(
                new AuditFault(
                    AuditFaultKind.AnchorCount,
                    Subject: null,
                    anchor.Sequence,
                    $"应覆盖 {anchor.Records} 条记录，现有 {hashes.Count} 条，有记录被删除或添加"
                )
            );
        }
        else if (AuditAnchor.RootOf(hashes) != anchor.Root)
        {
            tell(
                new AuditFault(AuditFaultKind.AnchorRoot, Subject: null, anchor.Sequence, "覆盖的记录与投下锚点时不同，有记录被改动或替换")
            );
        }
    }

    /// <summary>A last anchor that is gone leaves no gap among the anchors, but records that name it.</summary>
    private async Task CheckEndAsync(Action<AuditFault> tell, CancellationToken cancellationToken)
    {
        var gone = await db
            .AuditRecords.Where(a => a.AnchorSequence != null && !db.AuditAnchors.Any(x => x.Sequence == a.AnchorSequence))
            .Select(a => a.AnchorSequence!.Value)
            .Distinct()
            .Order()
            .Take(MostNamed)
            .ToListAsync(cancellationToken);
        foreach (var sequence in gone)
        {
            tell(new AuditFault(AuditFaultKind.AnchorBroken, Subject: null, sequence, "有记录属于该锚点，但锚点不见了"));
        }
    }
}
