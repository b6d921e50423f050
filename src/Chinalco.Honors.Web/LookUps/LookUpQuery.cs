using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Data.Text;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.LookUps;

/// <summary>Looks a list of people up: a fixed number of queries, whatever the list's length. What the viewer may not see is not there.</summary>
public sealed class LookUpQuery(ReadingDatabase database)
{
    /// <summary>Most namesakes offered for one line.</summary>
    public const int MostCandidates = 12;

    public async Task<LookUpResult> RunAsync(IReadOnlyList<LookUpEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var db = database.Open();
        await using (db)
        {
            var numbers = await BearersAsync(db, TermKind.Number, Folded(entries.Select(e => e.Number)), cancellationToken);
            var names = await BearersAsync(db, TermKind.Name, Folded(entries.Select(e => e.Name)), cancellationToken);
            var hints = await HintsAsync(db, entries, numbers, names, cancellationToken);
            var directory = entries.Any(e => e.Unit is not null) ? await UnitDirectory.LoadAsync(db, cancellationToken) : null;
            List<Match> matches =
            [
                .. entries.Select(e => Decide(e, BearerOf(numbers, e.Number), BearersOf(names, e.Name), hints, directory)),
            ];
            var honours = await LookedUpHonours.LoadAsync(
                db,
                [.. matches.Select(m => m.Person).OfType<Guid>().Distinct()],
                cancellationToken
            );
            var counts = await LookedUpHonours.CountAsync(
                db,
                [.. matches.Where(m => m.Person is null).SelectMany(m => m.Candidates).Distinct()],
                cancellationToken
            );
            var near = await NearPeople.FindAsync(
                db,
                [.. matches.Where(m => m.Person is null && m.Candidates.Count == 0 && m.Entry.Name is not null).Select(m => m.Entry.Name!)],
                cancellationToken
            );
            return new LookUpResult([.. matches.Select(m => RowOf(m, hints, honours, counts, near))]);
        }
    }

    private static LookUpRow RowOf(
        Match match,
        Dictionary<Guid, CandidateHint> hints,
        ILookup<Guid, LookedUpHonour> honours,
        Dictionary<Guid, int> counts,
        ILookup<string, PersonHint> near
    )
    {
        if (match.Person is { } id)
        {
            var person = new LookedUpPerson(hints[id].Hint, match.ByNumber, [.. honours[id]]);
            return new LookUpRow(match.Entry, LookUpOutcome.Found, person, match.Warnings, [], match.Namesakes);
        }

        var candidates = match.Candidates.Select(c => new LookUpCandidate(hints[c].Hint, counts.GetValueOrDefault(c)));
        return new LookUpRow(
            match.Entry,
            match.Candidates.Count > 0 ? LookUpOutcome.Unclear : LookUpOutcome.Missing,
            Person: null,
            match.Warnings,
            [.. candidates.OrderByDescending(c => c.Honours).ThenBy(c => c.Person.Id).Take(MostCandidates)],
            match.Namesakes
        )
        {
            Near = match.Candidates.Count == 0 && match.Entry.Name is { } name ? [.. near[name]] : [],
        };
    }

    /// <summary>The number decides; without one the name, with the unit where several bear it; and the user's choice where it is one of them.</summary>
    private static Match Decide(
        LookUpEntry entry,
        Guid? ofNumber,
        IReadOnlyList<Guid> ofName,
        Dictionary<Guid, CandidateHint> hints,
        UnitDirectory? directory
    )
    {
        if (ofNumber is { } bearer)
        {
            ImmutableArray<LookUpWarning> warned = entry.Name is null || ofName.Contains(bearer) ? [] : [LookUpWarning.OtherName];
            return new Match(entry, bearer, ByNumber: true, [], warned, ofName.Count);
        }

        List<LookUpWarning> warnings = entry.Number is not null && ofName.Count > 0 ? [LookUpWarning.NumberUnknown] : [];
        var unit = entry.Unit is { } text ? directory!.Find(text.Replace(" ", "", StringComparison.Ordinal)) : null;
        var fitting = entry.Unit is null ? ofName : [.. ofName.Where(id => hints[id].WorksIn(entry.Unit, unit, directory!))];
        Guid? person =
            entry.Chosen is { } chosen && ofName.Contains(chosen) ? chosen
            : ofName is [var only] ? only
            : fitting is [var one] ? one
            : null;
        if (person is not null && ofName.Count > 1)
        {
            warnings.Add(LookUpWarning.HasNamesakes);
        }

        if (person is { } found && entry.Unit is not null && !fitting.Contains(found))
        {
            warnings.Add(LookUpWarning.OtherUnit);
        }

        return new Match(entry, person, ByNumber: false, fitting.Count > 0 ? fitting : ofName, [.. warnings], ofName.Count);
    }

    /// <summary>The people behind whole names or numbers, by one look into the terms. A number counts only for whoever may see it.</summary>
    private static async Task<ILookup<string, Guid>> BearersAsync(
        HonorsContext db,
        TermKind kind,
        List<string> folded,
        CancellationToken cancellationToken
    )
    {
        if (folded.Count == 0)
        {
            return Array.Empty<(string, Guid)>().ToLookup(t => t.Item1, t => t.Item2);
        }

        var viewer = db.Viewer;
        var people =
            kind == TermKind.Number
                ? db.Honorees.Where(h =>
                    h.NumberVisibility <= viewer.Sees
                    || h.Employments.Any(e => e.To == null && EF.Parameter(viewer.Units).Contains(e.UnitId))
                )
                : db.Honorees;
        var rows = await db
            .SearchTerms.AsNoTracking()
            .Where(t => t.Of == SearchKind.Person && EF.Parameter(folded).Contains(t.Term) && t.Kind == kind)
            .Join(people, t => t.EntityId, h => h.Id, (t, h) => new { t.Term, h.Id })
            .ToListAsync(cancellationToken);
        return rows.ToLookup(r => r.Term, r => r.Id, StringComparer.Ordinal);
    }

    /// <summary>Unit and post of everybody who may be meant; employments of all times, since a list may name a former unit.</summary>
    private static async Task<Dictionary<Guid, CandidateHint>> HintsAsync(
        HonorsContext db,
        IReadOnlyList<LookUpEntry> entries,
        ILookup<string, Guid> numbers,
        ILookup<string, Guid> names,
        CancellationToken cancellationToken
    )
    {
        var ids = numbers.Concat(names).SelectMany(g => g).Distinct().ToList();
        var hints = await PersonHints.LoadAsync(db, ids, cancellationToken);
        var asked = entries.Any(e => e.Unit is not null) ? ids : [];
        var posts = (
            await db
                .Employments.AsNoTracking()
                .Where(e => EF.Parameter(asked).Contains(e.HonoreeId))
                .Select(e => new
                {
                    e.HonoreeId,
                    e.UnitId,
                    e.UnitText,
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(e => e.HonoreeId, e => (e.UnitId, e.UnitText));
        return hints.ToDictionary(h => h.Id, h => new CandidateHint(h, [.. posts[h.Id]]));
    }

    private static Guid? BearerOf(ILookup<string, Guid> numbers, string? number) =>
        number is not null && numbers[SearchFold.Of(number)].ToList() is [var one] ? one : null;

    private static IReadOnlyList<Guid> BearersOf(ILookup<string, Guid> names, string? name) =>
        name is null ? [] : [.. names[SearchFold.Of(name)].Distinct()];

    private static List<string> Folded(IEnumerable<string?> texts) =>
        [.. texts.OfType<string>().Select(SearchFold.Of).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];

    private sealed record Match(
        LookUpEntry Entry,
        Guid? Person,
        bool ByNumber,
        IReadOnlyList<Guid> Candidates,
        ImmutableArray<LookUpWarning> Warnings,
        int Namesakes
    );

    private sealed record CandidateHint(PersonHint Hint, ImmutableArray<(Guid? UnitId, string UnitText)> Posts)
    {
        /// <param name="text">The unit as the list says it.</param>
        /// <param name="unit">The unit of the tree that this means, as far as it is known.</param>
        public bool WorksIn(string text, Guid? unit, UnitDirectory directory) =>
            Posts.Any(p =>
                p.UnitText.Contains(text, StringComparison.Ordinal)
                || text.Contains(p.UnitText, StringComparison.Ordinal)
                || (unit is { } above && directory.IsWithin(p.UnitId, above))
            );
    }
}
