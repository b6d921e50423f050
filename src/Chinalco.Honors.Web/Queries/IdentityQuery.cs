using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains.Identities;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>One of two entries, beside the other.</summary>
/// <param name="Number">The end of the employee number; null when there is none. The whole number is looked at on a page of its own.</param>
public sealed record EntrySide(
    Guid Id,
    string Name,
    ImmutableArray<string> OtherNames,
    string? Number,
    HonoreeStatus Status,
    ImmutableArray<EntryPost> Posts,
    ImmutableArray<EntryHonour> Honours,
    int Findings,
    ImmutableArray<Named> Articles,
    ImmutableArray<Named> Accounts
);

/// <summary>An employment of an entry.</summary>
public sealed record EntryPost(Guid Id, EmploymentLine Line);

/// <summary>An honour of an entry.</summary>
/// <param name="IsSame">The other entry has it too: one stays with the proofs of both.</param>
public sealed record EntryHonour(
    Guid Id,
    string Award,
    AwardLevel Level,
    int? Year,
    string? Edition,
    ConferralStatus Status,
    int Recipients,
    int Proofs,
    int Certificates,
    bool IsSame
);

/// <summary>Two entries of one person, before they are made one.</summary>
/// <param name="DroppedPosts">Employments of the absorbed one that say nothing new.</param>
public sealed record MergePreview(
    EntrySide Kept,
    EntrySide Absorbed,
    ImmutableArray<IdentityConflict> Conflicts,
    ImmutableArray<EmploymentLine> DroppedPosts,
    string Digest
);

/// <summary>One entry of two people, before it is divided.</summary>
/// <param name="OtherNames">The other names and numbers of the entry, each with its id.</param>
public sealed record SplitPreview(EntrySide Person, EntrySide? Other, ImmutableArray<Named> OtherNames, string Digest);

/// <summary>A merge or split that was done.</summary>
/// <param name="MayUndo">Whether the user may take it back, as far as rights go.</param>
public sealed record IdentityLine(
    Guid Id,
    IdentityChangeKind Kind,
    Guid PersonId,
    Guid OtherId,
    string OtherName,
    string Reason,
    string DoneBy,
    DateTimeOffset DoneAt,
    string? UndoneBy,
    DateTimeOffset? UndoneAt,
    bool MayUndo
);

/// <summary>Reads what somebody needs who says who is who.</summary>
public sealed class IdentityQuery(ReadingDatabase database, IHonorsDatabase everything, Scope scope)
{
    private const int MostFound = 20;
    private const int ShownOfNumber = 3;

    // UTF-16 units by which an article without a title is told.
    private const int UntitledBeginning = 20;

    /// <returns>Null when there is no such person, or it is none of the user's.</returns>
    public async Task<PersonHint?> PersonAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await scope.ReachesAsync(Right.MergePeople, id, cancellationToken) == false)
        {
            return null;
        }

        var db = database.Open();
        await using (db)
        {
            var found = await PersonHints.LoadAsync(db, [id], cancellationToken);
            return found.FirstOrDefault();
        }
    }

    /// <summary>People by the words of a name, without words those of the same name; those who may be merged with the person come alone.</summary>
    public async Task<ImmutableArray<PersonHint>> CandidatesAsync(PersonHint person, string? text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        var db = database.Open();
        await using (db)
        {
            var ids = await TermChoice.IdsAsync(
                db,
                SearchKind.Person,
                string.IsNullOrWhiteSpace(text) ? person.Name : text,
                cancellationToken
            );
            var found = await PersonHints.LoadAsync(db, [.. ids.Where(id => id != person.Id)], cancellationToken);
            var reached = new List<PersonHint>();
            foreach (
                var one in found.OrderBy(p => p.Name == person.Name ? 0 : 1).ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id)
            )
            {
                if (reached.Count < MostFound && await scope.CoversBothAsync(Right.MergePeople, person.Id, one.Id, cancellationToken))
                {
                    reached.Add(one);
                }
            }

            return [.. reached];
        }
    }

    /// <returns>Null when one of them is not there, or one is none of the user's.</returns>
    public async Task<MergePreview?> MergeAsync(Guid keptId, Guid absorbedId, CancellationToken cancellationToken)
    {
        if (!await scope.CoversBothAsync(Right.MergePeople, keptId, absorbedId, cancellationToken))
        {
            return null;
        }

        // Everything, as the command sees it.
        var db = everything.Open();
        await using (db)
        {
            if (await TwoEntries.LoadAsync(db, keptId, absorbedId, cancellationToken) is not { } two)
            {
                return null;
            }

            var same = two.Same.SelectMany(s => new[] { s.Stays.Id, s.Folded.Id }).ToHashSet();
            return new MergePreview(
                await SideAsync(db, two.Kept, same, cancellationToken),
                await SideAsync(db, two.Absorbed, same, cancellationToken),
                [
                    .. two.Conflicts.Select(c =>
                        c.Field == IdentityField.Number ? c with { Kept = End(c.Kept), Absorbed = End(c.Absorbed) } : c
                    ),
                ],
                [.. two.DuplicatePosts.Select(LineOf)],
                two.Digest
            );
        }
    }

    /// <returns>Null when the person, or the other one, is not there, or none of the user's.</returns>
    public async Task<SplitPreview?> SplitAsync(Guid personId, Guid? otherId, CancellationToken cancellationToken)
    {
        if (
            await scope.ReachesAsync(Right.MergePeople, personId, cancellationToken) != true
            || (otherId is { } other && !await scope.CoversBothAsync(Right.MergePeople, personId, other, cancellationToken))
        )
        {
            return null;
        }

        var db = everything.Open();
        await using (db)
        {
            return await OneOfTwo.LoadAsync(db, personId, otherId, cancellationToken) is not { } one
                ? null
                : new SplitPreview(
                    await SideAsync(db, one.Rows, [], cancellationToken),
                    one.Other is { } rows ? await SideAsync(db, rows, [], cancellationToken) : null,
                    [
                        .. one
                            .Rows.Person.Aliases.OrderBy(a => a.Kind)
                            .ThenBy(a => a.Text, StringComparer.Ordinal)
                            .Select(a => new Named(a.Id, a.Kind == AliasKind.Number ? End(a.Text) : a.Text)),
                    ],
                    one.Digest
                );
        }
    }

    /// <summary>What was said before of who the person is, the last first.</summary>
    public async Task<ImmutableArray<IdentityLine>> HistoryAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var changes = await db
                .IdentityChanges.AsNoTracking()
                .Where(c => c.PersonId == id || c.OtherId == id)
                .OrderByDescending(c => c.DoneAt)
                .ThenByDescending(c => c.Id)
                .Select(c => new IdentityLine(
                    c.Id,
                    c.Kind,
                    c.PersonId,
                    c.OtherId,
                    c.OtherName,
                    c.Reason,
                    c.DoneBy,
                    c.DoneAt,
                    c.UndoneBy,
                    c.UndoneAt,
                    false
                ))
                .ToListAsync(cancellationToken);
            var lines = new List<IdentityLine>();
            foreach (var change in changes)
            {
                var may =
                    change.UndoneAt is null
                    && await scope.CoversBothAsync(Right.MergePeople, change.PersonId, change.OtherId, cancellationToken);
                lines.Add(change with { MayUndo = may });
            }

            return [.. lines];
        }
    }

    /// <summary>A unit by one of its names.</summary>
    public async Task<Guid?> UnitAsync(string name, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db
                .Units.Where(u => u.Name == name || u.Names.Any(n => n.Name == name))
                .OrderBy(u => u.Name == name ? 0 : 1)
                .ThenBy(u => u.Id)
                .Select(u => (Guid?)u.Id)
                .FirstOrDefaultAsync(cancellationToken);
        }
    }

    private static async Task<EntrySide> SideAsync(
        HonorsContext db,
        PersonRows rows,
        HashSet<Guid> same,
        CancellationToken cancellationToken
    )
    {
        var awards = rows.Conferrals.Select(c => c.AwardId).Distinct().ToList();
        var names = await db
            .Awards.Where(a => EF.Parameter(awards).Contains(a.Id))
            .Select(a => new { a.Id, a.Name })
            .ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        var named = rows.Mentions.Select(m => m.ArticleId).Distinct().ToList();
        var articles = await db
            .Articles.Where(a => EF.Parameter(named).Contains(a.Id))
            .OrderByDescending(a => a.Date)
            .ThenBy(a => a.Id)
            .Select(a => new Named(a.Id, a.Title ?? a.Text.Substring(0, UntitledBeginning)))
            .ToListAsync(cancellationToken);
        return new EntrySide(
            rows.Id,
            rows.Person.Name,
            [.. rows.Person.Aliases.Where(a => a.Kind == AliasKind.Name).Select(a => a.Text).Order(StringComparer.Ordinal)],
            rows.Person.EmployeeNumber is { } number ? End(number) : null,
            rows.Person.Status,
            [
                .. rows
                    .Person.Employments.OrderByDescending(e => e.To is null)
                    .ThenByDescending(e => e.From)
                    .ThenByDescending(e => e.Id)
                    .Select(e => new EntryPost(e.Id, LineOf(e))),
            ],
            [
                .. rows
                    .Conferrals.OrderByDescending(c => c.Year)
                    .ThenBy(c => c.Level)
                    .ThenBy(c => c.Id)
                    .Select(c => new EntryHonour(
                        c.Id,
                        names[c.AwardId],
                        c.Level,
                        c.Year,
                        c.Edition,
                        c.Status,
                        c.Recipients.Count,
                        c.Evidence.Count,
                        c.Certificates.Count,
                        same.Contains(c.Id)
                    )),
            ],
            rows.Findings.Count,
            [.. articles],
            [.. rows.Accounts.Select(a => new Named(a.Id, a.DisplayName))]
        );
    }

    private static EmploymentLine LineOf(Employment e) => new(e.UnitId, e.UnitText, e.Position, e.From, e.To);

    private static string End(string number) => number.Length <= ShownOfNumber ? "…" : "…" + number[^ShownOfNumber..];
}
