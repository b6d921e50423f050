using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Requests;

/// <summary>What a request is to be about, as the address of its form says.</summary>
public sealed record RequestTarget(RequestKind Kind, RequestFact Fact, Guid? Person, Guid? Honour, Guid? Article);

/// <summary>What a request may be about: it is there, and the user may ask it.</summary>
/// <param name="Thing">The honour or article; null when it is about the person.</param>
public sealed record AskedThing(RequestTarget Target, Named Person, string? Thing, ToldHonour? Now);

/// <summary>Reads what the user asked, and what may be asked.</summary>
public sealed class OwnRequests(CurrentUser current, IHonorsDatabase database, ReadingDatabase reading)
{
    /// <summary>More awards than this are not offered while one types; any name may be typed.</summary>
    private const int MostAwards = 1000;

    private const int MostShown = 200;

    /// <summary>What the user asked, the latest first.</summary>
    public async Task<ImmutableArray<RequestLine>> ListAsync(CancellationToken cancellationToken)
    {
        if (current.User is not { AccountId: var account })
        {
            return [];
        }

        var db = database.Open();
        await using (db)
        {
            var own = db.Requests.Where(r => r.AccountId == account).OrderByDescending(r => r.AskedAt).ThenByDescending(r => r.Id);
            return await RequestLines.LoadAsync(db, own.Take(MostShown), cancellationToken);
        }
    }

    /// <returns>Null when there is no such thing, or the user may not ask this of it.</returns>
    public async Task<AskedThing?> AskedAsync(RequestTarget target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        var own = current.User?.HonoreeId;
        var person = target.Kind == RequestKind.ThisIsMe ? target.Person : own;
        if (
            person is not { } about
            || (target.Kind == RequestKind.ThisIsMe && own is not null)
            || !ARequestsKindFitsWhatItIsAbout.KindFits(target.Kind, target.Fact)
        )
        {
            return null;
        }

        // A page that the user does not see is not the user's to claim; of one's own everything may be asked, hidden or not.
        var db = target.Kind == RequestKind.ThisIsMe ? reading.Open() : database.Open();
        await using (db)
        {
            var name = await db.Honorees.Where(h => h.Id == about).Select(h => h.Name).FirstOrDefaultAsync(cancellationToken);
            return name is null ? null
                : target is { Fact: RequestFact.Honour, Kind: not RequestKind.MissingHonour }
                    ? await HonourAsync(db, target, new Named(about, name), cancellationToken)
                : target.Fact == RequestFact.Article ? await ArticleAsync(db, target, new Named(about, name), cancellationToken)
                : new AskedThing(target with { Honour = null, Article = null }, new Named(about, name), Thing: null, Now: null);
        }
    }

    /// <summary>The names of awards, to be offered while one types.</summary>
    public async Task<ImmutableArray<string>> AwardNamesAsync(CancellationToken cancellationToken)
    {
        var db = reading.Open();
        await using (db)
        {
            return
            [
                .. await db
                    .Awards.AsNoTracking()
                    .OrderBy(a => a.Level)
                    .ThenBy(a => a.Name)
                    .Select(a => a.Name)
                    .Take(MostAwards)
                    .ToListAsync(cancellationToken),
            ];
        }
    }

    /// <summary>The award that bears exactly this name, as its own or another; null when none or several do.</summary>
    public async Task<Guid?> AwardNamedAsync(string? name, CancellationToken cancellationToken)
    {
        if (name is null)
        {
            return null;
        }

        var db = reading.Open();
        await using (db)
        {
            var named = await db
                .Awards.Where(a => a.Name == name || a.Aliases.Any(alias => alias.Name == name))
                .OrderBy(a => a.Name != name)
                .Select(a => new { a.Id, IsOwn = a.Name == name })
                .Take(2)
                .ToListAsync(cancellationToken);
            return named is [var only] ? only.Id
                : named is [{ IsOwn: true } first, ..] ? first.Id
                : null;
        }
    }

    private static async Task<AskedThing?> HonourAsync(
        HonorsContext db,
        RequestTarget target,
        Named person,
        CancellationToken cancellationToken
    )
    {
        var honour = await db
            .Conferrals.Shown()
            .Where(c => c.Id == target.Honour && c.Recipients.Any(r => r.HonoreeId == person.Id))
            .Select(c => new
            {
                Award = db.Awards.Where(a => a.Id == c.AwardId).Select(a => a.Name).First(),
                c.Year,
                c.AwardAsPrinted,
                c.ConferringBody,
            })
            .FirstOrDefaultAsync(cancellationToken);
        return honour is null
            ? null
            : new AskedThing(
                target with
                {
                    Article = null,
                },
                person,
                RequestWording.Honour(honour.Award, honour.Year),
                new ToldHonour(null, honour.AwardAsPrinted, honour.Year, honour.ConferringBody, null)
            );
    }

    private static async Task<AskedThing?> ArticleAsync(
        HonorsContext db,
        RequestTarget target,
        Named person,
        CancellationToken cancellationToken
    )
    {
        var title = await db
            .Articles.Where(a => a.Id == target.Article && db.Mentions.Any(m => m.ArticleId == a.Id && m.HonoreeId == person.Id))
            .Select(a => a.Title ?? a.Text.Substring(0, 24))
            .FirstOrDefaultAsync(cancellationToken);
        return title is null ? null : new AskedThing(target with { Honour = null }, person, title, Now: null);
    }
}
