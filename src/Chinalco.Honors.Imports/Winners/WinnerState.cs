using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Text;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Imports.Engine;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Imports.Winners;

/// <summary>A person whom a list may mean.</summary>
/// <param name="Posts">Where the person works or worked, the last first.</param>
internal sealed record WinnerPerson(
    Guid Id,
    string Name,
    string? Number,
    ImmutableArray<(Guid? UnitId, string UnitText, string? Position)> Posts
)
{
    public Guid? UnitId => Posts.Select(p => p.UnitId).FirstOrDefault();

    /// <param name="text">The unit as the list says it.</param>
    /// <param name="unit">The unit of the tree that this means, as far as it is known.</param>
    public bool WorksIn(string text, Guid? unit, UnitDirectory directory) =>
        Posts.Any(p =>
            p.UnitText.Contains(text, StringComparison.Ordinal)
            || text.Contains(p.UnitText, StringComparison.Ordinal)
            || (unit is { } told && p.UnitId is { } theirs && (directory.IsWithin(theirs, told) || directory.IsWithin(told, theirs)))
        );

    public ImportCandidate AsCandidate() =>
        new(
            Id,
            string.Join(
                " · ",
                (
                    (string?[])[Name, Number is null ? null : $"工号 {Number}", .. Posts.Take(1).Select(p => p.UnitText + p.Position)]
                ).OfType<string>()
            )
        );
}

/// <summary>An award of the catalogue.</summary>
internal sealed record WinnerAward(Guid Id, string Name, AwardLevel Level, string? Body);

/// <summary>What the registry knows of the people, awards and documents that a list names: a fixed number of queries, whatever its length.</summary>
internal sealed class WinnerState
{
    private readonly ILookup<string, WinnerPerson> byName;
    private readonly Dictionary<string, WinnerPerson> byNumber;
    private readonly Dictionary<Guid, WinnerPerson> byId;
    private readonly ILookup<string, WinnerAward> awards;
    private readonly ILookup<string, (Guid Id, string Title, string? Number, DateOnly? Date)> documents;

    private WinnerState(
        List<WinnerPerson> people,
        ILookup<string, WinnerAward> awards,
        ILookup<string, (Guid Id, string Title, string? Number, DateOnly? Date)> documents,
        UnitDirectory directory
    )
    {
        byName = people.ToLookup(p => p.Name, StringComparer.Ordinal);
        byNumber = people.Where(p => p.Number is not null).ToDictionary(p => p.Number!, StringComparer.OrdinalIgnoreCase);
        byId = people.ToDictionary(p => p.Id);
        (this.awards, this.documents, Directory) = (awards, documents, directory);
    }

    public UnitDirectory Directory { get; }

    public WinnerPerson? WithId(Guid id) => byId.GetValueOrDefault(id);

    public WinnerPerson? WithNumber(string number) => byNumber.GetValueOrDefault(number);

    public IEnumerable<WinnerPerson> Named(string name) => byName[name];

    /// <summary>The award with that name or alias; null when the catalogue has none, or several.</summary>
    public WinnerAward? Award(string name) => awards[SearchFold.Of(name)].Distinct().Take(2).ToList() is [var only] ? only : null;

    /// <summary>The document that stands already: by its number, or without one by title and day.</summary>
    public Guid? Document(string? number, string title, DateOnly? date) =>
        number is not null
            ? documents[number].Select(d => (Guid?)d.Id).FirstOrDefault()
            : documents[title].Where(d => d.Number is null && d.Date == date).Select(d => (Guid?)d.Id).FirstOrDefault();

    /// <param name="entered">The ids that people got whom an earlier attempt has entered.</param>
    public static async Task<WinnerState> LoadAsync(
        HonorsContext db,
        WinnerTable table,
        ImportChoices choices,
        IReadOnlyCollection<Guid> entered,
        CancellationToken cancellationToken
    )
    {
        var names = table.Rows.Select(r => r.Name).Distinct(StringComparer.Ordinal).ToList();
        var numbers = table.Rows.Select(r => r.Number).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var ids = entered.Concat(choices.People?.Values ?? []).Distinct().ToList();
        var people = await db
            .Honorees.AsNoTracking()
            .Where(h =>
                EF.Parameter(names).Contains(h.Name)
                || EF.Parameter(numbers).Contains(h.EmployeeNumber!)
                || EF.Parameter(ids).Contains(h.Id)
            )
            .Include(h => h.Employments)
            .OrderBy(h => h.Id)
            .ToListAsync(cancellationToken);
        var catalogue = await db.Awards.AsNoTracking().Include(a => a.Aliases).ToListAsync(cancellationToken);
        var numbered = table.Rows.Select(r => r.Document.Number).Append(choices.Document?.Number).OfType<string>().Distinct().ToList();
        var titled = table.Rows.Select(r => r.Document.Title).Append(choices.Document?.Title).OfType<string>().Distinct().ToList();
        var named = await db
            .Documents.AsNoTracking()
            .Where(d => EF.Parameter(numbered).Contains(d.Number!) || EF.Parameter(titled).Contains(d.Title))
            .Select(d => new
            {
                d.Id,
                d.Title,
                d.Number,
                d.Date,
            })
            .ToListAsync(cancellationToken);
        return new WinnerState(
            [
                .. people.Select(h => new WinnerPerson(
                    h.Id,
                    h.Name,
                    h.EmployeeNumber,
                    [
                        .. h
                            .Employments.OrderBy(e => e.To is null ? 0 : 1)
                            .ThenByDescending(e => e.From)
                            .Select(e => (e.UnitId, e.UnitText, e.Position)),
                    ]
                )),
            ],
            catalogue
                .SelectMany(a =>
                    a.Aliases.Select(alias => alias.Name)
                        .Append(a.Name)
                        .Select(name => (name, Award: new WinnerAward(a.Id, a.Name, a.Level, a.ConferringBody)))
                )
                .ToLookup(pair => SearchFold.Of(pair.name), pair => pair.Award, StringComparer.Ordinal),
            named
                .SelectMany(d => ((string?[])[d.Number, d.Title]).OfType<string>().Select(key => (key, d)))
                .ToLookup(pair => pair.key, pair => (pair.d.Id, pair.d.Title, pair.d.Number, pair.d.Date), StringComparer.Ordinal),
            await UnitDirectory.LoadAsync(db, cancellationToken)
        );
    }

    /// <summary>The conferrals of these awards to these recipients that were not entered wrongly.</summary>
    public static async Task<ILookup<(Guid AwardId, string Key), Conferral>> StandingAsync(
        HonorsContext db,
        IReadOnlyCollection<(Guid AwardId, string Key)> honours,
        CancellationToken cancellationToken
    )
    {
        var (awardIds, keys) = (honours.Select(h => h.AwardId).Distinct().ToList(), honours.Select(h => h.Key).Distinct().ToList());
        var found = await db
            .Conferrals.AsNoTracking()
            .Include(c => c.Evidence)
            .Where(c =>
                EF.Parameter(awardIds).Contains(c.AwardId)
                && EF.Parameter(keys).Contains(c.RecipientsKey)
                && c.Status != ConferralStatus.Deprecated
            )
            .ToListAsync(cancellationToken);
        return found.ToLookup(c => (c.AwardId, c.RecipientsKey));
    }
}
