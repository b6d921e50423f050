using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>One thing that happened to a unit, or what it was called until then.</summary>
/// <param name="Kind">Null for a former name of which nothing else is known.</param>
/// <param name="Other">The unit that it happened with; null when with none.</param>
/// <param name="IsSuccessor">The other unit came after this one.</param>
/// <param name="Note">In Chinese, such as the two names.</param>
/// <param name="Document">Number or title.</param>
public sealed record StoryLine(PartialDate? On, UnitEvent? Kind, Named? Other, bool IsSuccessor, string? Note, Named? Document);

/// <summary>Tells then and now: what a unit was called, where it stood, who became part of it and what became of it.</summary>
internal static class UnitStory
{
    public static async Task<ImmutableArray<StoryLine>> LoadAsync(HonorsContext db, Unit unit, CancellationToken cancellationToken)
    {
        var rows = await (
            from s in db.UnitSuccessions.AsNoTracking()
            where s.PredecessorId == unit.Id || s.SuccessorId == unit.Id
            join other in db.Units on (s.PredecessorId == unit.Id ? s.SuccessorId : s.PredecessorId) equals other.Id
            join d in db.Documents on s.DocumentId equals d.Id into documents
            from d in documents.DefaultIfEmpty()
            select new
            {
                s.On,
                s.Kind,
                Other = new Named(other.Id, other.Name),
                IsSuccessor = s.PredecessorId == unit.Id,
                s.Note,
                Document = d == null ? null : new Named(d.Id, d.Number ?? d.Title),
            }
        ).ToListAsync(cancellationToken);
        var renamed = rows.Where(r => r.Kind == UnitEvent.Renamed).Select(r => r.On).ToHashSet();
        var names = unit
            .Names.Where(n => n.Kind == UnitNameKind.Former && (n.To is null || !renamed.Contains(n.To)))
            .Select(n => new StoryLine(n.To, Kind: null, Other: null, IsSuccessor: false, n.Name, Document: null));
        return
        [
            .. rows.Select(r => new StoryLine(r.On, r.Kind, r.Other.Id == unit.Id ? null : r.Other, r.IsSuccessor, r.Note, r.Document))
                .Concat(names)
                .OrderBy(l => l.On?.ToString() ?? "", StringComparer.Ordinal)
                .ThenBy(l => l.Kind),
        ];
    }
}
