using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>Reads the names of what audit records are about: one query for each kind, whatever the number of records.</summary>
internal static class AuditSubjectNames
{
    public static async Task<Dictionary<(string Kind, Guid Id), string>> OfAsync(
        HonorsContext db,
        IEnumerable<AuditRecord> records,
        CancellationToken cancellationToken
    )
    {
        var names = new Dictionary<(string, Guid), string>();
        foreach (var subjects in records.GroupBy(r => r.EntityKind, r => r.EntityId, StringComparer.Ordinal))
        {
            var ids = subjects.Distinct().ToList();
            if (NamesIn(db, subjects.Key) is { } named)
            {
                foreach (var subject in await named.Where(n => ids.Contains(n.Id)).ToListAsync(cancellationToken))
                {
                    names[(subjects.Key, subject.Id)] = subject.Name ?? "";
                }
            }
        }

        return names;
    }

    private static IQueryable<Subject>? NamesIn(HonorsContext db, string kind) =>
        kind switch
        {
            AuditKinds.Honoree => db.Honorees.IgnoreQueryFilters().Select(h => new Subject { Id = h.Id, Name = h.Name }),
            AuditKinds.Unit => db.Units.Select(u => new Subject { Id = u.Id, Name = u.Name }),
            AuditKinds.Award => db.Awards.Select(a => new Subject { Id = a.Id, Name = a.Name }),
            AuditKinds.Document => db.Documents.Select(d => new Subject { Id = d.Id, Name = d.Number ?? d.Title }),
            AuditKinds.Article => db.Articles.Select(a => new Subject { Id = a.Id, Name = a.Title }),
            AuditKinds.Source => db.SourceFiles.Select(s => new Subject { Id = s.Id, Name = s.FileName }),
            AuditKinds.Finding => db.Findings.Select(f => new Subject
            {
                Id = f.Id,
                Name = f.Claim.RecipientName + " · " + f.Claim.AwardName,
            }),
            AuditKinds.Account => db.Accounts.Select(a => new Subject { Id = a.Id, Name = a.DisplayName + "（" + a.SignInName + "）" }),
            AuditKinds.Request => db.Requests.Select(r => new Subject { Id = r.Id, Name = r.AskedBy }),
            AuditKinds.RankingPolicy => db.RankingPolicies.Select(p => new Subject { Id = p.Id, Name = p.Name }),
            AuditKinds.Programme => db.NominationProgrammes.Select(p => new Subject { Id = p.Id, Name = p.Name }),
            AuditKinds.NominationRound => db.NominationRounds.Select(r => new Subject { Id = r.Id, Name = r.Name }),
            AuditKinds.Nomination => db.Nominations.Select(n => new Subject
            {
                Id = n.Id,
                Name =
                    db.Honorees.Where(h => h.Id == n.HonoreeId).Select(h => h.Name).FirstOrDefault()
                    ?? db.Units.Where(u => u.Id == n.CandidateUnitId).Select(u => u.Name).FirstOrDefault(),
            }),
            AuditKinds.PacketTemplate => db.PacketTemplates.Select(t => new Subject { Id = t.Id, Name = t.Paper }),
            _ => null,
        };

    private sealed class Subject
    {
        public Guid Id { get; init; }

        public string? Name { get; init; }
    }
}
