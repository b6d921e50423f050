using Bogus;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Text;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Benchmarks.Searching;

/// <summary>1,000 queries as people type them, drawn from the database with a fixed seed.</summary>
/// <param name="Queries">The mix, shuffled.</param>
/// <param name="Literal">Single Chinese words: what a scan answers too.</param>
internal sealed record QueryMix(IReadOnlyList<string> Queries, IReadOnlyList<string> Literal)
{
    // How many of each: whole names most of all, then readings, units, awards.
    private const int Names = 350;
    private const int PartsOfNames = 100;
    private const int Surnames = 20;
    private const int Pinyin = 150;
    private const int Initials = 60;
    private const int Units = 100;
    private const int Awards = 60;
    private const int Documents = 40;
    private const int Phrases = 60;
    private const int SeveralWords = 60;

    public static async Task<QueryMix> MakeAsync(IHonorsDatabase database, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            // In an order that does not depend on ids.
            var people = await db.Honorees.OrderBy(h => h.EmployeeNumber).Select(h => h.Name).ToListAsync(cancellationToken);
            var units = await db.UnitNames.Select(n => n.Name).Distinct().OrderBy(n => n).ToListAsync(cancellationToken);
            var awards = await db.Awards.Select(a => a.Name).OrderBy(n => n).ToListAsync(cancellationToken);
            var documents = await db
                .Documents.OrderBy(d => d.Number)
                .ThenBy(d => d.Title)
                .Select(d => d.Number!)
                .ToListAsync(cancellationToken);
            var articles = await db.Articles.OrderBy(a => a.Ordinal).Select(a => a.Text).Take(2000).ToListAsync(cancellationToken);
            var random = new Randomizer(7);
            List<string> queries =
            [
                .. Make(Names, () => random.ListItem(people)),
                .. Make(PartsOfNames, () => random.ListItem(people) is { Length: > 2 } name ? name[1..] : random.ListItem(people)),
                .. Make(Surnames, () => random.ListItem(people)[..1]),
                .. Make(Pinyin, () => string.Concat(Readings.Usual(random.ListItem(people)))),
                .. Make(Initials, () => string.Concat(Readings.Usual(random.ListItem(people)).Select(s => s[0]))),
                .. Make(Units, () => random.ListItem(units)),
                .. Make(Awards, () => random.ListItem(awards)),
                .. Make(Documents, () => random.ListItem(documents)),
                .. Make(Phrases, () => Phrase(random, articles)),
                .. Make(SeveralWords, () => $"{random.ListItem(people)} {random.ListItem(awards)[^4..]} {random.Number(1994, 2024)}"),
            ];
            List<string> literal =
            [
                .. Make(80, () => random.ListItem(people))
                    .Zip(
                        Make(80, () => random.ListItem(people)[1..] is { Length: > 1 } given ? given : random.ListItem(people)),
                        (a, b) => new[] { a, b }
                    )
                    .Zip(Make(80, () => Phrase(random, articles)), (pair, phrase) => pair.Append(phrase))
                    .Zip(Make(80, () => random.ListItem(units)), (some, unit) => some.Append(unit))
                    .SelectMany(some => some),
            ];
            return new QueryMix([.. random.Shuffle(queries)], literal);
        }
    }

    private static IEnumerable<string> Make(int count, Func<string> one) => [.. Enumerable.Range(0, count).Select(_ => one())];

    /// <summary>Two to six characters of a text, without its marks.</summary>
    private static string Phrase(Randomizer random, List<string> articles)
    {
        while (true)
        {
            var text = random.ListItem(articles);
            var start = random.Number(0, text.Length - 7);
            var phrase = text.Substring(start, random.Number(2, 6));
            if (phrase.All(char.IsLetter))
            {
                return phrase;
            }
        }
    }
}
