using System.Linq.Expressions;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Data.Text;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Searching;

/// <summary>What one word may mean: people, units, awards and documents that have it in a name or number, a year, a level.</summary>
internal sealed class WordHits
{
    // A list of ids beats a range of terms in every further query, as long as it is short.
    private const int MostPeopleListed = 300;
    private const int MostNames = 3000;

    // So many units hold so many conferrals that looking through all finds enough of them sooner than listing those.
    private const int ManyUnits = 200;

    private readonly HonorsContext db;
    private List<Guid>? listedPeople;

    private WordHits(HonorsContext db, SearchWord word) => (this.db, Word) = (db, word);

    public SearchWord Word { get; }

    /// <summary>The units whose name matches, with the best of their terms.</summary>
    public Dictionary<Guid, TermKind> Units { get; private set; } = [];

    /// <summary>Those units and everything below them.</summary>
    public List<Guid?> Subtree { get; private set; } = [];

    public Dictionary<Guid, TermKind> Awards { get; private set; } = [];

    public Dictionary<Guid, TermKind> Documents { get; private set; } = [];

    public bool HasPeople { get; private set; }

    private bool HasOwn { get; set; }

    /// <summary>Whether the word means anything that a conferral has.</summary>
    public bool MeansSomething =>
        HasPeople || HasOwn || Units.Count + Awards.Count + Documents.Count > 0 || Word.Year is not null || Word.Level is not null;

    /// <summary>Whether the word can only be meant for a person.</summary>
    public bool MeansPeopleOnly =>
        HasPeople && !HasOwn && Units.Count + Awards.Count + Documents.Count == 0 && Word.Year is null && Word.Level is null;

    /// <summary>About how many conferrals it leaves, to begin with the word that leaves least.</summary>
    public int Breadth =>
        (HasPeople ? (listedPeople?.Count ?? 10_000) * 5 : 0)
        + (Awards.Count * 2500)
        + (Subtree.Count * 300)
        + (Documents.Count * 50)
        + (HasOwn ? 500 : 0)
        + (Word.Year is null ? 0 : 20_000)
        + (Word.Level is null ? 0 : 100_000);

    public static async Task<WordHits> FindAsync(HonorsContext db, SearchWord word, CancellationToken cancellationToken)
    {
        var hits = new WordHits(db, word);

        // Only what the viewer may see: whether a word means anything must not tell of somebody hidden.
        var people = await hits.PeopleTerms()
            .Where(t => db.Honorees.Any(h => h.Id == t.EntityId))
            .Select(t => t.EntityId)
            .Distinct()
            .Take(MostPeopleListed + 1)
            .ToListAsync(cancellationToken);
        hits.HasPeople = people.Count > 0;
        hits.listedPeople = people.Count <= MostPeopleListed ? people : null;
        hits.Units = await hits.BestAsync(SearchKind.Unit, cancellationToken);
        hits.Awards = await hits.BestAsync(SearchKind.Award, cancellationToken);
        hits.Documents = await hits.BestAsync(SearchKind.Document, cancellationToken);
        hits.HasOwn = await hits.Terms(SearchKind.Conferral)
            .AnyAsync(t => db.Conferrals.Shown().Any(c => c.Id == t.EntityId), cancellationToken);
        hits.Subtree = await SubtreeAsync(db, hits.Units.Keys, cancellationToken);
        return hits;
    }

    /// <summary>The units and everything below them.</summary>
    public static async Task<List<Guid?>> SubtreeAsync(HonorsContext db, IEnumerable<Guid> roots, CancellationToken cancellationToken)
    {
        HashSet<Guid?> all = [.. roots.Select(id => (Guid?)id)];
        for (List<Guid?> level = [.. all]; level.Count > 0; )
        {
            var below = await db
                .Units.Where(u => EF.Parameter(level).Contains(u.ParentId))
                .Select(u => (Guid?)u.Id)
                .ToListAsync(cancellationToken);
            level = [.. below.Where(all.Add)];
        }

        return [.. all];
    }

    /// <summary>The terms of people that begin with the word; an employee number counts only whole, and for whoever may see it.</summary>
    public IQueryable<SearchTerm> PeopleTerms()
    {
        var names = Terms(SearchKind.Person).Where(t => t.Kind != TermKind.Number);
        if (!Word.Folded.Any(char.IsAsciiDigit))
        {
            return names;
        }

        var (number, viewer) = (Word.Folded, db.Viewer);
        return names.Concat(
            db.SearchTerms.AsNoTracking()
                .Where(t => t.Of == SearchKind.Person && t.Term == number && t.Kind == TermKind.Number)
                .Where(t =>
                    db.Honorees.Any(h =>
                        h.Id == t.EntityId
                        && (
                            h.NumberVisibility <= viewer.Sees
                            || h.Employments.Any(e => e.To == null && EF.Parameter(viewer.Units).Contains(e.UnitId))
                        )
                    )
                )
        );
    }

    /// <summary>The people, as ids that a query can ask for.</summary>
    public IQueryable<Guid> People() => PeopleTerms().Select(t => t.EntityId);

    /// <summary>The people whose ids were listed; null when there are too many.</summary>
    public List<Guid>? ListedPeople => listedPeople;

    /// <summary>What the word may mean of a conferral.</summary>
    public IEnumerable<Meaning> Meanings()
    {
        if (Awards.Count > 0)
        {
            List<Guid> awards = [.. Awards.Keys];
            yield return new Meaning(
                c => EF.Parameter(awards).Contains(c.AwardId),
                c => db.Awards.Any(a => a.Id == c.AwardId && EF.Parameter(awards).Contains(a.Id))
            );
        }

        if (Documents.Count > 0)
        {
            List<Guid> documents = [.. Documents.Keys];
            List<Guid?> listed = [.. documents.Select(id => (Guid?)id)];
            yield return new Meaning(
                c => EF.Parameter(listed).Contains(c.DocumentId),
                c => db.Documents.Any(d => d.Id == c.DocumentId && EF.Parameter(documents).Contains(d.Id))
            );
        }

        if (Word.Year is { } year)
        {
            yield return Meaning.Plain(c => c.Year == year);
        }

        if (Word.Level is { } level)
        {
            yield return Meaning.Plain(c => c.Level == level);
        }

        if (HasOwn)
        {
            var own = Terms(SearchKind.Conferral);
            yield return new Meaning(c => own.Select(t => t.EntityId).Contains(c.Id), c => own.Any(t => t.EntityId == c.Id));
        }

        if (HasPeople)
        {
            var people = db.Recipients.Where(IsOfPeople());
            yield return new Meaning(c => people.Select(r => r.ConferralId).Contains(c.Id), c => people.Any(r => r.ConferralId == c.Id));
        }

        if (Subtree.Count > 0)
        {
            var units = Subtree;
            Expression<Func<Conferral, bool>> each = c =>
                db.Recipients.Any(r => r.ConferralId == c.Id && EF.Parameter(units).Contains(r.UnitId));
            var recipients = db.Recipients.Where(r => EF.Parameter(units).Contains(r.UnitId)).Select(r => r.ConferralId);
            yield return Subtree.Count > ManyUnits ? Meaning.Plain(each) : new Meaning(c => recipients.Contains(c.Id), each);
        }
    }

    /// <summary>Whether the word fits a conferral that something else has brought up.</summary>
    public Expression<Func<Conferral, bool>> Fits() => Meanings().Select(m => m.Each).Aggregate((one, other) => one.Or(other));

    private Expression<Func<Recipient, bool>> IsOfPeople()
    {
        if (listedPeople is not null)
        {
            List<Guid?> listed = [.. listedPeople.Select(id => (Guid?)id)];
            return r => EF.Parameter(listed).Contains(r.HonoreeId);
        }

        var people = People();
        return r => r.HonoreeId != null && people.Contains(r.HonoreeId.Value);
    }

    /// <summary>The terms of a kind that begin with the word.</summary>
    private IQueryable<SearchTerm> Terms(SearchKind of) =>
        Word.Keys.Select(key => TermsFrom(db, of, key)).Aggregate((all, more) => all.Concat(more));

    /// <summary>The terms that begin with a text: one range of the key.</summary>
    public static IQueryable<SearchTerm> TermsFrom(HonorsContext db, SearchKind of, string text)
    {
        var after = SearchFold.After(text);
        return db.SearchTerms.AsNoTracking().Where(t => t.Of == of && t.Term.CompareTo(text) >= 0 && t.Term.CompareTo(after) < 0);
    }

    private async Task<Dictionary<Guid, TermKind>> BestAsync(SearchKind of, CancellationToken cancellationToken)
    {
        var rows = await Terms(of).Select(t => new { t.EntityId, t.Kind }).Take(MostNames).ToListAsync(cancellationToken);
        return rows.GroupBy(r => r.EntityId).ToDictionary(g => g.Key, g => g.Min(r => r.Kind));
    }
}

/// <summary>One thing that a word may mean of a conferral, said twice.</summary>
/// <param name="ByIndex">So that an index brings the conferrals up.</param>
/// <param name="Each">So that one conferral after the other is asked.</param>
internal sealed record Meaning(Expression<Func<Conferral, bool>> ByIndex, Expression<Func<Conferral, bool>> Each)
{
    public static Meaning Plain(Expression<Func<Conferral, bool>> of) => new(of, of);
}
