using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Requests;

/// <summary>What the registry knows beside a request.</summary>
/// <param name="Person">As the one who decides sees the person; null when hidden even there.</param>
/// <param name="Visibility">Who sees the person and the fields now.</param>
/// <param name="Namesakes">Others of the same name.</param>
/// <param name="Honours">The honour it is about; of a missing one those of the person that it may be: the same award, or the same year.</param>
/// <param name="IsKept">Whether the user may change the honour it is about.</param>
/// <param name="HonourVisibility">Who sees the honour it is about.</param>
/// <param name="HonourAward">The award of that honour.</param>
/// <param name="Document">A document that bears the number told.</param>
/// <param name="Mentions">The sentences of the article that name the person.</param>
public sealed record RequestKnowledge(
    PersonFacts? Person,
    HonoreeVisibility Visibility,
    ImmutableArray<PersonHint> Namesakes,
    ImmutableArray<HonourLine> Honours,
    bool IsKept,
    Visibility? HonourVisibility,
    Guid? HonourAward,
    Named? Document,
    ImmutableArray<string> Mentions
)
{
    /// <summary>Who sees now what the request is about.</summary>
    public Visibility SeenNow(EmployeeRequest request) =>
        request.Fact switch
        {
            RequestFact.Honour => HonourVisibility ?? Domain.Visibility.Public,
            RequestFact.Status => Visibility.Status,
            RequestFact.Employment => Visibility.PastEmployments,
            _ => Visibility.Person,
        };
}

/// <summary>Reads what the registry knows beside a request, for the one who decides on it.</summary>
public sealed class RequestKnowledgeQuery(IHonorsDatabase database, Scope scope)
{
    private const int MostNamesakes = 10;

    /// <summary>UTF-16 units shown before and after a name in an article.</summary>
    private const int Around = 30;

    public async Task<RequestKnowledge> RunAsync(EmployeeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        // Whoever decides answers for the person: what is hidden from others is shown here.
        var db = database.Open();
        await using (db)
        {
            var id = request.HonoreeId;
            var person = await PersonQuery.FactsAsync(db, id, cancellationToken);
            var conferral = await db
                .Conferrals.Where(c => c.Id == request.ConferralId)
                .Select(c => new { c.AwardId, c.Visibility })
                .FirstOrDefaultAsync(cancellationToken);
            return new RequestKnowledge(
                person,
                await VisibilityAsync(db, id, cancellationToken),
                await NamesakesAsync(db, id, person?.Name, cancellationToken),
                await HonoursAsync(db, request, cancellationToken),
                request.ConferralId is { } honour
                    && (await scope.CoveredHonoursAsync(Right.KeepHonours, [honour], cancellationToken)).Contains(honour),
                conferral?.Visibility,
                conferral?.AwardId,
                await DocumentAsync(db, request.DocumentNumber, cancellationToken),
                await MentionsAsync(db, request, cancellationToken)
            );
        }
    }

    private static async Task<HonoreeVisibility> VisibilityAsync(HonorsContext db, Guid id, CancellationToken cancellationToken)
    {
        var person = await db
            .Honorees.Where(h => h.Id == id)
            .Select(h => new
            {
                h.Visibility,
                h.NumberVisibility,
                h.StatusVisibility,
            })
            .FirstAsync(cancellationToken);
        var past = await db
            .Employments.Where(e => e.HonoreeId == id && e.To != null)
            .Select(e => (Visibility?)e.Visibility)
            .FirstOrDefaultAsync(cancellationToken);
        return new HonoreeVisibility(
            person.Visibility,
            person.NumberVisibility,
            person.StatusVisibility,
            past ?? HonoreeVisibility.Default.PastEmployments
        );
    }

    private static async Task<ImmutableArray<PersonHint>> NamesakesAsync(
        HonorsContext db,
        Guid id,
        string? name,
        CancellationToken cancellationToken
    )
    {
        var others = await db
            .Honorees.Where(h => h.Name == name && h.Id != id)
            .OrderBy(h => h.Id)
            .Select(h => h.Id)
            .Take(MostNamesakes)
            .ToListAsync(cancellationToken);
        return await PersonHints.LoadAsync(db, others, cancellationToken);
    }

    private static async Task<ImmutableArray<HonourLine>> HonoursAsync(
        HonorsContext db,
        EmployeeRequest request,
        CancellationToken cancellationToken
    )
    {
        var theirs = db.Recipients.AsNoTracking().Where(r => r.HonoreeId == request.HonoreeId);
        if (request.ConferralId is { } honour)
        {
            return await HonourLines.LoadAsync(db, theirs.Where(r => r.ConferralId == honour), cancellationToken);
        }

        if (request.Kind != RequestKind.MissingHonour)
        {
            return [];
        }

        var near = theirs.Where(r =>
            db.Conferrals.Any(c =>
                c.Id == r.ConferralId && (c.AwardId == request.AwardId || c.AwardAsPrinted == request.AwardText || c.Year == request.Year)
            )
        );
        return await HonourLines.LoadAsync(db, near, cancellationToken);
    }

    private static async Task<Named?> DocumentAsync(HonorsContext db, string? number, CancellationToken cancellationToken) =>
        number is null
            ? null
            : await db
                .Documents.Where(d => d.Number == number)
                .Select(d => new Named(d.Id, d.Title))
                .FirstOrDefaultAsync(cancellationToken);

    private static async Task<ImmutableArray<string>> MentionsAsync(
        HonorsContext db,
        EmployeeRequest request,
        CancellationToken cancellationToken
    )
    {
        if (request.ArticleId is not { } article)
        {
            return [];
        }

        var text = await db.Articles.Where(a => a.Id == article).Select(a => a.Text).FirstOrDefaultAsync(cancellationToken) ?? "";
        var places = await db
            .Mentions.Where(m => m.ArticleId == article && m.HonoreeId == request.HonoreeId)
            .OrderBy(m => m.Start)
            .Select(m => new { m.Start, m.End })
            .Take(MostNamesakes)
            .ToListAsync(cancellationToken);
        return [.. places.Select(p => text[Math.Max(0, p.Start - Around)..Math.Min(text.Length, p.End + Around)].ReplaceLineEndings(" "))];
    }
}
