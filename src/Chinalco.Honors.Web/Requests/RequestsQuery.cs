using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Requests;

/// <summary>Reads requests for those who decide on them.</summary>
public sealed class RequestsQuery(RequestReach reach, IHonorsDatabase database)
{
    private const int PageSize = 30;

    /// <summary>How many wait for the user.</summary>
    public async Task<int> WaitingAsync(CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var mine = await reach.OfAsync(db, cancellationToken);
            return await mine.CountAsync(r => r.State == RequestState.Waiting, cancellationToken);
        }
    }

    /// <summary>What waits, the oldest first; what is decided, the latest first.</summary>
    public async Task<RequestsPage> ListAsync(RequestFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var db = database.Open();
        await using (db)
        {
            var all = await reach.OfAsync(db, cancellationToken);
            all = filter.Kind is { } kind ? all.Where(r => r.Kind == kind) : all;
            all = filter.State is { } state ? all.Where(r => r.State == state) : all;
            var total = await all.CountAsync(cancellationToken);
            var ordered =
                filter.State == RequestState.Waiting
                    ? all.OrderBy(r => r.AskedAt).ThenBy(r => r.Id)
                    : all.OrderByDescending(r => r.AskedAt).ThenByDescending(r => r.Id);
            var lines = await RequestLines.LoadAsync(db, ordered.Skip((filter.Page - 1) * PageSize).Take(PageSize), cancellationToken);
            return new RequestsPage(lines, total, filter.Page, Math.Max(1, (total + PageSize - 1) / PageSize));
        }
    }

    /// <returns>Null when there is none, or it is not the user's to decide.</returns>
    public async Task<RequestLine?> OneAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            return null;
        }

        var db = database.Open();
        await using (db)
        {
            var mine = await reach.OfAsync(db, cancellationToken);
            return (await RequestLines.LoadAsync(db, mine.Where(r => r.Id == id), cancellationToken)).FirstOrDefault();
        }
    }

    /// <summary>The waiting request that a form is to answer.</summary>
    /// <returns>Null when there is none, it is not the user's to decide, or it is about something else.</returns>
    public async Task<EmployeeRequest?> ToAnswerAsync(
        Guid? id,
        RequestKind kind,
        Func<EmployeeRequest, bool> isAbout,
        CancellationToken cancellationToken
    ) => await OneAsync(id, cancellationToken) is { Request: var request } && request.Kind == kind && isAbout(request) ? request : null;

    /// <summary>Who asked.</summary>
    public async Task<RequestAsker> AskerAsync(EmployeeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var db = database.Open();
        await using (db)
        {
            var account = await db
                .Accounts.AsNoTracking()
                .Where(a => a.Id == request.AccountId)
                .Select(a => new
                {
                    a.SignInName,
                    a.DisplayName,
                    a.HonoreeId,
                })
                .FirstAsync(cancellationToken);
            var others = await db
                .Accounts.Where(a => a.HonoreeId == request.HonoreeId && a.Id != request.AccountId)
                .Select(a => a.DisplayName + "（" + a.SignInName + "）")
                .ToListAsync(cancellationToken);
            var claims = await db
                .Requests.Where(r =>
                    r.Kind == RequestKind.ThisIsMe
                    && r.HonoreeId == request.HonoreeId
                    && r.State == RequestState.Waiting
                    && r.AccountId != request.AccountId
                )
                .Select(r => r.AskedBy)
                .ToListAsync(cancellationToken);
            return new RequestAsker(account.SignInName, account.DisplayName, account.HonoreeId, [.. others], [.. claims]);
        }
    }
}

/// <summary>Who asked, as far as it helps to decide.</summary>
/// <param name="HonoreeId">Whose account it is now; null when it is nobody's.</param>
/// <param name="OtherAccounts">Other accounts of the person whom the request is about.</param>
/// <param name="OtherClaims">Others who wait to be told that they are this person.</param>
public sealed record RequestAsker(
    string SignInName,
    string DisplayName,
    Guid? HonoreeId,
    ImmutableArray<string> OtherAccounts,
    ImmutableArray<string> OtherClaims
);
