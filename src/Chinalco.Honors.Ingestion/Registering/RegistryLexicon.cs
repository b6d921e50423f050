using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Ingestion.Lexicons;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Registering;

/// <summary>The lexicon as the registry stands: what it learns from one file, it knows for the next. Codes and ids are those of the database.</summary>
public static class RegistryLexicon
{
    /// <param name="withTeamsInPrint">
    /// Whether teams that are known from nothing but an article are words too. Not where articles are read: a 三班 or 电解一厂 of one company
    /// would be found in the text of every other one, and a team is recognised by its form.
    /// </param>
    public static async Task<Lexicon> LoadAsync(HonorsContext db, bool withTeamsInPrint = false) =>
        new(await UnitsAsync(db, withTeamsInPrint), await AwardsAsync(db), await PeopleAsync(db));

    /// <summary>A database id as the lexicon writes it.</summary>
    public static string KeyOf(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);

    private static async Task<List<UnitEntry>> UnitsAsync(HonorsContext db, bool withTeamsInPrint)
    {
        var units = await db
            .Units.AsNoTracking()
            .Include(u => u.Names)
            .Where(u => withTeamsInPrint || u.Code != null || u.Tier != UnitTier.Team)
            .OrderBy(u => u.Code == null)
            .ThenBy(u => u.Code)
            .ThenBy(u => u.Name)
            .ToListAsync();
        return
        [
            .. units.Select(u => new UnitEntry(
                KeyOf(u.Id),
                u.Name,
                u.Tier,
                u.ParentId is { } parent ? KeyOf(parent) : null,
                u.Place,
                NamesOf(u, UnitNameKind.Alias),
                NamesOf(u, UnitNameKind.Former)
            )),
        ];
    }

    private static async Task<List<AwardEntry>> AwardsAsync(HonorsContext db)
    {
        var awards = await db
            .Awards.AsNoTracking()
            .Include(a => a.Aliases)
            .OrderBy(a => a.Code == null)
            .ThenBy(a => a.Code)
            .ThenBy(a => a.Name)
            .ToListAsync();
        return
        [
            .. awards.Select(a => new AwardEntry(
                KeyOf(a.Id),
                a.Name,
                a.Level,
                a.ConferringBody,
                [.. a.Recipients],
                [.. a.Aliases.Select(alias => alias.Name).Order(StringComparer.Ordinal)]
            )
            {
                Family = a.Family,
                IsGeneric = a.IsGeneric,
            }),
        ];
    }

    private static async Task<List<PersonEntry>> PeopleAsync(HonorsContext db)
    {
        var people = await db
            .Honorees.Select(h => new
            {
                h.Id,
                h.Name,
                Employments = h
                    .Employments.OrderByDescending(e => e.To == null)
                    .Select(e => new
                    {
                        e.UnitText,
                        e.Position,
                        Unit = db.Units.Where(u => u.Id == e.UnitId).Select(u => u.Name).FirstOrDefault(),
                    })
                    .ToList(),
            })
            .ToListAsync();
        var otherNames = (
            await db.HonoreeAliases.Where(a => a.Kind == AliasKind.Name).Select(a => new { a.HonoreeId, a.Text }).ToListAsync()
        ).ToLookup(a => a.HonoreeId, a => a.Text);
        var wereTwo = (
            await db
                .Honorees.IgnoreQueryFilters()
                .Where(h => h.MergedIntoId != null)
                .Select(h => h.MergedIntoId!.Value)
                .Distinct()
                .ToListAsync()
        ).ToHashSet();

        // Whoever was two entries was known by two places too; else the present one alone tells namesakes apart.
        return
        [
            .. people.SelectMany(p =>
                from name in otherNames[p.Id].Order(StringComparer.Ordinal).Prepend(p.Name)
                from at in p.Employments.Take(wereTwo.Contains(p.Id) ? p.Employments.Count : 1).DefaultIfEmpty()
                select new PersonEntry(KeyOf(p.Id), name, LegalPlace(at?.Unit, at?.UnitText), at?.Position)
            ),
        ];
    }

    /// <summary>The roster's own text where it begins with the legal name (it holds workshop and team), else the legal name.</summary>
    private static string LegalPlace(string? unit, string? text) =>
        unit is null || (text is not null && text.StartsWith(unit, StringComparison.Ordinal)) ? text ?? "" : unit;

    private static ImmutableArray<string> NamesOf(Unit unit, UnitNameKind kind) =>
        [.. unit.Names.Where(n => n.Kind == kind).OrderBy(n => n.Order).Select(n => n.Name)];
}
