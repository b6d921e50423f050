using System.Diagnostics;
using System.Threading.Channels;
using Bogus;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Cli.Generating;

/// <summary>How much is generated. The same sizes and seed give the same names, years and texts; ids differ.</summary>
/// <param name="Years">How many years the honours are spread over, the last one 2024.</param>
/// <param name="Seed">What the chance depends on.</param>
/// <param name="Search">Whether search terms are written; else <c>honors rebuild</c>, or the first start of the site, derives them.</param>
public sealed record RegistrySizes(
    int People,
    int Conferrals,
    int Articles,
    int Units = 2000,
    int Documents = 2000,
    int Years = 31,
    int Seed = 1,
    bool Search = true
)
{
    /// <summary>A group of this many people, five honours to each and an article to ten.</summary>
    public static RegistrySizes Of(int people, int seed = 1) => new(people, people * 5, Math.Max(1, people / 10), Seed: seed);
}

/// <summary>What is being stored.</summary>
public enum GeneratedPart
{
    Units,
    Awards,
    Documents,
    People,
    Conferrals,
    Articles,

    /// <summary>Indexes, which are made in the end.</summary>
    Indexes,
}

/// <param name="Stored">How many so far.</param>
/// <param name="IsWhole">Whether that is all.</param>
public sealed record GeneratedSoFar(GeneratedPart Part, int Stored, TimeSpan Took, bool IsWhole);

/// <summary>
/// Fills an empty registry with invented people, units, awards, documents, conferrals and articles, in batches. All of it is marked as sample
/// where that can be marked. There is no audit trail: it is for measuring, not for proving.
/// </summary>
/// <param name="tell">Is told what was stored and how long it took.</param>
public sealed class RegistryGenerator(IHonorsDatabase database, RegistrySizes sizes, Action<GeneratedSoFar> tell)
{
    private const int BatchSize = 5000;

    // Pairs of characters are written in the order of their table: the more articles at once, the fewer pages twice.
    private const int ArticlesAtOnce = 2500;

    // Batches that wait for the writer.
    private const int Ahead = 8;
    private const int LastYear = 2024;

    // Of a hundred: recipients of their own, revoked, without a year, shown to fewer than everybody.
    private const int Alone = 85;
    private const int Revoked = 3;
    private const int Undated = 2;
    private const int Hidden = 2;
    private const int MostTogether = 8;

    // Every so many-th workshop was merged into another one.
    private const int Merged = 50;

    private static readonly Actor Generator = new("generate", "数据生成");
    private static readonly DateTimeOffset At = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly InventedWords words = new(new Randomizer(sizes.Seed));
    private readonly List<(Guid Id, string Name)> units = [];
    private readonly List<(Guid Id, string Name, Guid Unit, string UnitName)> people = [];
    private readonly List<(Guid Id, string Name, AwardLevel Level)> awards = [];
    private readonly List<Guid> documents = [];

    private int FirstYear => LastYear - sizes.Years + 1;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var fill = sizes.Search ? null : await MassFill.OpenAsync(database, cancellationToken);
        await using (fill)
        {
            await StoreAsync(GeneratedPart.Units, Units(), BatchSize);
            await StoreAsync(GeneratedPart.Awards, Awards(), BatchSize);
            await StoreAsync(GeneratedPart.Documents, Documents(), BatchSize);
            await StoreAsync(GeneratedPart.People, People(), BatchSize);
            await StoreAsync(GeneratedPart.Conferrals, Conferrals(), BatchSize);
            await StoreAsync(GeneratedPart.Articles, Articles(), ArticlesAtOnce);
            if (fill is not null)
            {
                var (began, made) = (Stopwatch.GetTimestamp(), 0);
                await fill.CompleteAsync(_ => made++, cancellationToken);
                tell(new GeneratedSoFar(GeneratedPart.Indexes, made, Stopwatch.GetElapsedTime(began), IsWhole: true));
            }
        }

        Task StoreAsync(GeneratedPart part, IEnumerable<object> entities, int batchSize) =>
            this.StoreAsync(part, entities, batchSize, fill, cancellationToken);
    }

    /// <summary>One thread invents, another writes.</summary>
    private async Task StoreAsync(
        GeneratedPart part,
        IEnumerable<object> entities,
        int batchSize,
        MassFill? fill,
        CancellationToken cancellationToken
    )
    {
        const int Told = 100;
        var began = Stopwatch.GetTimestamp();
        var batches = Channel.CreateBounded<object[]>(Ahead);
        var inventing = Task.Run(
            async () =>
            {
                try
                {
                    foreach (var batch in entities.Chunk(batchSize))
                    {
                        await batches.Writer.WriteAsync(batch, cancellationToken);
                    }

                    batches.Writer.Complete();
                }
                catch (Exception fault)
                {
                    batches.Writer.Complete(fault);
                }
            },
            cancellationToken
        );
        var count = 0;
        await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
        {
            await (fill?.AddAsync(batch, cancellationToken) ?? SaveAsync(batch, cancellationToken));
            count += batch.Length;
            if (count % (batchSize * Told) == 0)
            {
                tell(new GeneratedSoFar(part, count, Stopwatch.GetElapsedTime(began), IsWhole: false));
            }
        }

        await inventing;
        tell(new GeneratedSoFar(part, count, Stopwatch.GetElapsedTime(began), IsWhole: true));
    }

    /// <summary>With the search terms that belong to them.</summary>
    private Task<int> SaveAsync(object[] batch, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async (db, transaction) =>
            {
                if (db.Database.IsSqlite())
                {
                    // In KB: the tables that are written at random places stay in memory.
                    await db.Database.ExecuteSqlAsync($"PRAGMA cache_size = -262144", cancellationToken);
                }

                db.ChangeTracker.AutoDetectChangesEnabled = false;
                db.AddRange(batch);
                await db.SaveInBulkAsync(cancellationToken: cancellationToken);
                db.ChangeTracker.AutoDetectChangesEnabled = true;
                await transaction.CommitAsync(cancellationToken);
                return batch.Length;
            },
            clock: null,
            cancellationToken
        );

    /// <summary>A tree four deep: the group, companies, plants, workshops.</summary>
    private IEnumerable<object> Units()
    {
        var group = new Unit(
            Guid.CreateVersion7(),
            code: null,
            "示例铝业集团有限公司",
            UnitTier.Group,
            parentId: null,
            null,
            null,
            isSample: true
        );
        group.AddName("示铝集团", UnitNameKind.Alias);
        units.Add((group.Id, group.Name));
        yield return group;
        Unit? workshop = null;
        for (var i = 1; i < sizes.Units; i++)
        {
            // A tenth are companies, three tenths plants below them, the rest workshops below plants.
            var (companies, plants) = (sizes.Units / 10, sizes.Units * 4 / 10);
            var (parent, name, alias, tier) =
                i <= companies ? Company(units[0].Id)
                : i <= plants ? Part(units[words.Number(1, companies)], words.Plant(), UnitTier.Grassroots)
                : Part(units[words.Number(companies + 1, plants)], words.Workshop(), UnitTier.Team);
            var unit = new Unit(Guid.CreateVersion7(), code: null, name, tier, parent, null, null, isSample: true);
            if (alias is not null)
            {
                unit.AddName(alias, UnitNameKind.Alias);
                unit.AddName(words.FormerName(alias), UnitNameKind.Former);
            }

            if (tier == UnitTier.Team)
            {
                if (workshop is not null && i % Merged == 0)
                {
                    unit.Dissolve(new PartialDate(LastYear), workshop);
                }
                else
                {
                    workshop = unit;
                }
            }

            units.Add((unit.Id, unit.Name));
            yield return unit;
        }
    }

    private (Guid Parent, string Name, string? Alias, UnitTier Tier) Company(Guid group)
    {
        var (name, alias) = words.Company();
        return (group, name, alias, UnitTier.Enterprise);
    }

    private static (Guid Parent, string Name, string? Alias, UnitTier Tier) Part((Guid Id, string Name) of, string part, UnitTier tier) =>
        (of.Id, of.Name.Replace("有限公司", "", StringComparison.Ordinal) + part, null, tier);

    private IEnumerable<object> Awards()
    {
        foreach (var (name, level, family, aliases) in words.Awards())
        {
            var award = new Award(Guid.CreateVersion7(), code: null, name, level, family, "示例表彰机关");
            foreach (var alias in aliases)
            {
                award.AddAlias(alias);
            }

            awards.Add((award.Id, award.Name, level));
            yield return award;
        }
    }

    private IEnumerable<object> Documents()
    {
        for (var i = 0; i < sizes.Documents; i++)
        {
            var year = words.Number(FirstYear, LastYear);
            var document = new Document(
                Guid.CreateVersion7(),
                DocumentKind.Confers,
                $"关于表彰{year}年度{words.Pick(awards).Name}的决定",
                $"示{words.Pick("铝铜工党团")}发〔{year}〕{i % 300 + 1}号",
                "示例铝业集团有限公司",
                new DateOnly(year, words.Number(1, 12), words.Number(1, 28)),
                articleId: null
            );
            documents.Add(document.Id);
            yield return document;
        }
    }

    private IEnumerable<object> People()
    {
        for (var i = 0; i < sizes.People; i++)
        {
            var unit = units[words.Number(1, units.Count - 1)];
            var person = new Honoree(Guid.CreateVersion7(), words.PersonName(), $"G{i:0000000}", HonoreeStatus.Active, isSample: true);
            if (words.Number(1, 100) <= Hidden)
            {
                person.Show(HonoreeVisibility.Default with { Person = words.Pick<Visibility>([Visibility.Internal, Visibility.HrOnly]) });
            }

            person.Employ(unit.Id, unit.Name, words.Position(), new PartialDate(words.Number(1985, LastYear)));
            people.Add((person.Id, person.Name, unit.Id, unit.Name));
            yield return person;
        }
    }

    private IEnumerable<object> Conferrals()
    {
        for (var i = 0; i < sizes.Conferrals; i++)
        {
            var award = words.PickEarlyOnes(awards);
            var facts = new ConferralFacts(
                words.Number(1, 100) <= Undated ? null : words.Number(FirstYear, LastYear),
                Edition: null,
                words.AsPrinted(award.Name),
                award.Level,
                "示例表彰机关",
                words.Pick(documents)
            );
            var conferral = new Conferral(Guid.CreateVersion7(), award.Id, facts, Recipients(), At);
            conferral.AddEvidence(new EvidenceDraft(null, null, null, null, facts.DocumentId, "示例铝业集团有限公司"), Generator, At);
            Befall(conferral);
            yield return conferral;
        }
    }

    private void Befall(Conferral conferral)
    {
        if (words.Number(1, 100) <= Revoked)
        {
            conferral.Revoke("生成数据：撤销示例", new RevocationFacts(), Generator, At);
        }

        if (words.Number(1, 100) <= Hidden)
        {
            conferral.Show(words.Pick<Visibility>([Visibility.Internal, Visibility.HrOnly]));
        }
    }

    private List<RecipientDraft> Recipients()
    {
        var kind = words.Number(1, 24);
        if (kind <= 2)
        {
            var unit = words.Pick(units);
            return kind == 1
                ? [new RecipientDraft(RecipientKind.Unit, HonoreeId: null, unit.Id, unit.Name, unit.Name)]
                : [new RecipientDraft(RecipientKind.Team, HonoreeId: null, unit.Id, words.Team(), unit.Name)];
        }

        return
        [
            .. Enumerable
                .Range(0, words.Number(1, 100) <= Alone ? 1 : words.Number(2, MostTogether))
                .Select(_ => words.Pick(people))
                .DistinctBy(p => p.Id)
                .Select(p => new RecipientDraft(RecipientKind.Person, p.Id, p.Unit, p.Name, p.UnitName)),
        ];
    }

    private IEnumerable<object> Articles()
    {
        var source = new SourceFile("生成.txt", [1], Provenance.InventedSample, Generator, At);
        yield return source;
        for (var i = 0; i < sizes.Articles; i++)
        {
            var (person, award) = (words.Pick(people), words.Pick(awards));
            var text = words.Story(person.Name, person.UnitName, award.Name);
            var date = new DateOnly(words.Number(FirstYear, LastYear), words.Number(1, 12), words.Number(1, 28));
            var details = new ArticleDetails(Date: date, Provenance: Provenance.InventedSample);
            yield return new Article(Guid.CreateVersion7(), source.Id, i + 1, words.Headline(person.Name), text, details);
        }
    }
}
