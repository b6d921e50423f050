using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>What audit records are looked for by. Everything given must hold.</summary>
/// <param name="Person">A person's id or name: the records of the person and of the person's honours.</param>
/// <param name="User">A user's id, or part of a user's name.</param>
/// <param name="Kind">What kind of thing was written to.</param>
/// <param name="Id">The one thing that was written to; with <paramref name="Kind"/> it is one chain.</param>
/// <param name="Action">What was done.</param>
/// <param name="From">The first day, in China.</param>
/// <param name="To">The last day, in China.</param>
/// <param name="Page">From 1.</param>
public sealed record AuditFilter(
    string? Person = null,
    string? User = null,
    string? Kind = null,
    Guid? Id = null,
    string? Action = null,
    DateOnly? From = null,
    DateOnly? To = null,
    int Page = 1
)
{
    /// <summary>The one chain that is asked for; null when it is not one.</summary>
    public AuditSubject? Chain => Kind is { } kind && Id is { } id ? new AuditSubject(kind, id) : null;
}

/// <summary>One audit record as it is shown and exported.</summary>
/// <param name="Subject">The name of what was written to, as it is today; null when it has none.</param>
/// <param name="Detail">What changed, as JSON.</param>
public sealed record AuditLine(
    DateTimeOffset At,
    string ActorId,
    string ActorName,
    string Action,
    string EntityKind,
    Guid EntityId,
    string? Subject,
    long Sequence,
    string? Reason,
    string Detail,
    string PreviousHash,
    string Hash,
    long? Anchor
);

/// <summary>One page of audit records, the newest first.</summary>
/// <param name="Total">Records on all pages.</param>
public sealed record AuditPage(ImmutableArray<AuditLine> Items, int Total, int Page, int PageSize)
{
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
}

/// <summary>Reads the audit trail.</summary>
public sealed class AuditQuery(ReadingDatabase database)
{
    private const int PageSize = 30;

    private const int BatchSize = 500;

    // Namesakes beyond these are found by their ids.
    private const int MostPeople = 20;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public async Task<AuditPage> RunAsync(AuditFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var db = database.Open();
        await using (db)
        {
            var records = await MatchingAsync(db, filter, cancellationToken);
            var total = await records.CountAsync(cancellationToken);
            var skip = (int)Math.Min((Math.Max(1, filter.Page) - 1L) * PageSize, int.MaxValue);
            var found = await NewestFirst(records).Skip(skip).Take(PageSize).ToListAsync(cancellationToken);
            return new AuditPage([.. await LinesAsync(db, found, cancellationToken)], total, Math.Max(1, filter.Page), PageSize);
        }
    }

    /// <summary>Every record that the filter lets through, the newest first, a batch at a time.</summary>
    public async IAsyncEnumerable<AuditLine> AllAsync(
        AuditFilter filter,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        var db = database.Open();
        await using (db)
        {
            var records = await MatchingAsync(db, filter, cancellationToken);
            AuditRecord? last = null;
            while (true)
            {
                var rest = last is null ? records : records.Where(a => a.At <= last.At && (a.At < last.At || a.Id.CompareTo(last.Id) < 0));
                var batch = await NewestFirst(rest).Take(BatchSize).ToListAsync(cancellationToken);
                foreach (var line in await LinesAsync(db, batch, cancellationToken))
                {
                    yield return line;
                }

                if (batch.Count < BatchSize)
                {
                    yield break;
                }

                last = batch[^1];
            }
        }
    }

    private static IOrderedQueryable<AuditRecord> NewestFirst(IQueryable<AuditRecord> records) =>
        records.OrderByDescending(a => a.At).ThenByDescending(a => a.Id);

    private static async Task<IQueryable<AuditRecord>> MatchingAsync(
        HonorsContext db,
        AuditFilter filter,
        CancellationToken cancellationToken
    )
    {
        var records = db.AuditRecords.AsNoTracking();
        if (filter.Kind is { } kind)
        {
            records = records.Where(a => a.EntityKind == kind);
        }

        if (filter.Id is { } id)
        {
            records = records.Where(a => a.EntityId == id);
        }

        if (filter.Action is { } action)
        {
            records = records.Where(a => a.Action == action);
        }

        if (filter.User is { } user)
        {
            records = records.Where(a => a.ActorId == user || a.ActorName.Contains(user));
        }

        if (filter.From is { } from)
        {
            var since = BeginOf(from);
            records = records.Where(a => a.At >= since);
        }

        if (filter.To is { } to && to < DateOnly.MaxValue)
        {
            var until = BeginOf(to.AddDays(1));
            records = records.Where(a => a.At < until);
        }

        return filter.Person is { } person ? await AboutAsync(db, records, person, cancellationToken) : records;
    }

    /// <summary>The records of a person's own chain, and those of awards that name the person or one of the person's honours.</summary>
    private static async Task<IQueryable<AuditRecord>> AboutAsync(
        HonorsContext db,
        IQueryable<AuditRecord> records,
        string person,
        CancellationToken cancellationToken
    )
    {
        var people = Guid.TryParse(person, out var id)
            ? [id]
            : await db
                .Honorees.Where(h => h.Name == person)
                .OrderBy(h => h.Id)
                .Take(MostPeople)
                .Select(h => h.Id)
                .ToListAsync(cancellationToken);
        var honours = await db
            .Recipients.Where(r => r.HonoreeId != null && people.Contains(r.HonoreeId.Value))
            .Join(db.Conferrals, r => r.ConferralId, c => c.Id, (_, c) => new { c.Id, c.AwardId })
            .Distinct()
            .ToListAsync(cancellationToken);
        var awards = honours.Select(h => h.AwardId).Distinct().ToList();

        // Details are JSON, in which an id stands as itself.
        var named = people.Concat(honours.Select(h => h.Id)).Select(i => i.ToString("D")).ToList();
        return records.Where(a =>
            (a.EntityKind == AuditKinds.Honoree && people.Contains(a.EntityId))
            || (a.EntityKind == AuditKinds.Award && awards.Contains(a.EntityId) && named.Any(n => a.Detail.Contains(n)))
        );
    }

    private static async Task<IEnumerable<AuditLine>> LinesAsync(
        HonorsContext db,
        List<AuditRecord> records,
        CancellationToken cancellationToken
    )
    {
        var names = await AuditSubjectNames.OfAsync(db, records, cancellationToken);
        return records.Select(a => new AuditLine(
            a.At,
            a.ActorId,
            a.ActorName,
            a.Action,
            a.EntityKind,
            a.EntityId,
            names.GetValueOrDefault((a.EntityKind, a.EntityId)),
            a.Sequence,
            a.Reason,
            a.Detail,
            a.PreviousHash,
            a.Hash,
            a.AnchorSequence
        ));
    }

    private static DateTimeOffset BeginOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), China);
}
