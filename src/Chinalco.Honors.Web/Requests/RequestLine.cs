using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Requests;

/// <summary>A request as lists and pages show it.</summary>
/// <param name="Person">About whom.</param>
/// <param name="Unit">Where that person works now.</param>
/// <param name="Thing">The honour or article that it is about, or the honour that is missing; null when it is about the person.</param>
public sealed record RequestLine(EmployeeRequest Request, Named Person, string? Unit, string? Thing);

/// <summary>Which requests a list shows.</summary>
/// <param name="Kind">Null for all.</param>
/// <param name="State">Null for all.</param>
/// <param name="Page">From 1.</param>
public sealed record RequestFilter(RequestKind? Kind, RequestState? State, int Page);

/// <summary>One page of a list of requests.</summary>
/// <param name="Total">How many there are on all pages.</param>
public sealed record RequestsPage(ImmutableArray<RequestLine> Lines, int Total, int Page, int Pages);

/// <summary>Reads requests with the names of what they are about: a fixed number of queries whatever their number.</summary>
internal static class RequestLines
{
    /// <param name="requests">In the order shown.</param>
    public static async Task<ImmutableArray<RequestLine>> LoadAsync(
        HonorsContext db,
        IQueryable<EmployeeRequest> requests,
        CancellationToken cancellationToken
    )
    {
        var rows = await requests
            .AsNoTracking()
            .Select(r => new
            {
                Request = r,
                Person = db.Honorees.Where(h => h.Id == r.HonoreeId).Select(h => h.Name).First(),
                Unit = db
                    .Employments.Where(e => e.HonoreeId == r.HonoreeId && e.To == null)
                    .OrderBy(e => e.Id)
                    .Select(e => e.UnitText)
                    .FirstOrDefault(),
                Honour = db
                    .Conferrals.Where(c => c.Id == r.ConferralId)
                    .Select(c => new { Award = db.Awards.Where(a => a.Id == c.AwardId).Select(a => a.Name).First(), c.Year })
                    .FirstOrDefault(),
                Article = db.Articles.Where(a => a.Id == r.ArticleId).Select(a => a.Title ?? a.Text.Substring(0, 24)).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new RequestLine(
                r.Request,
                new Named(r.Request.HonoreeId, r.Person),
                r.Unit,
                r.Honour is { } honour ? RequestWording.Honour(honour.Award, honour.Year)
                    : r.Request.Kind == RequestKind.MissingHonour ? RequestWording.Honour(r.Request.AwardText, r.Request.Year)
                    : r.Article
            )),
        ];
    }
}
