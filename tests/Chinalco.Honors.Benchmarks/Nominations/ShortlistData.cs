using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Nominations.Eligibility;
using Chinalco.Honors.Nominations.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Benchmarks.Nominations;

/// <summary>What a generated registry lacks for shortlists: personnel files, codes of awards, declared facts; and the programmes of the seeds.</summary>
internal static partial class ShortlistData
{
    private const int BatchSize = 5000;

    // Of a hundred: people without a file, with a fact declared.
    private const int WithoutFile = 10;
    private const int Declared = 5;

    private static readonly string[] Politics = ["中共党员", "共青团员", "群众", "中共预备党员"];
    private static readonly string[] Grades = ["初级工", "中级工", "高级工", "技师", "高级技师", "工程师"];

    /// <summary>Gives the registry what it lacks, once.</summary>
    /// <returns>The catalogue's names by code.</returns>
    public static async Task<Dictionary<string, string>> PrepareAsync(IHonorsDatabase database, CancellationToken cancellationToken)
    {
        var codes = AwardEntry()
            .Matches(await File.ReadAllTextAsync(Path.Combine(Seeds(), "awards.yaml"), cancellationToken))
            .ToDictionary(m => m.Groups["code"].Value, m => m.Groups["name"].Value);
        var db = database.Open();
        await using (db)
        {
            if (await db.PersonnelFiles.AnyAsync(cancellationToken))
            {
                return codes;
            }

            var byName = codes.DistinctBy(c => c.Value).ToDictionary(c => c.Value, c => c.Key);
            foreach (var award in (await db.Awards.ToListAsync(cancellationToken)).Where(a => byName.ContainsKey(a.Name)))
            {
                db.Entry(award).Property(a => a.Code).CurrentValue = byName[award.Name];
            }

            await db.SaveChangesAsync(cancellationToken);
            var random = new Random(1);
            var people = await db.Honorees.OrderBy(h => h.EmployeeNumber).Select(h => h.Id).ToListAsync(cancellationToken);
            foreach (var batch in people.Chunk(BatchSize))
            {
                db.AddRange(batch.Where(_ => random.Next(100) >= WithoutFile).Select(id => new PersonnelFile(id, Facts(random))));
                await db.SaveChangesAsync(cancellationToken);
                db.ChangeTracker.Clear();
            }
        }

        return codes;
    }

    /// <summary>Some people were looked into already.</summary>
    public static async Task<Dictionary<Guid, ImmutableDictionary<string, DeclaredFact>>> DeclaredAsync(
        IHonorsDatabase database,
        CancellationToken cancellationToken
    )
    {
        var random = new Random(2);
        var facts = ImmutableDictionary<string, DeclaredFact>
            .Empty.Add("最近一次违纪违法处分", new DeclaredFact("无", "证明"))
            .Add("副厅级及以上领导干部", new DeclaredFact("否", "证明"))
            .Add("团龄（年）", new DeclaredFact("5", "证明"));
        var db = database.Open();
        await using (db)
        {
            var people = await db.Honorees.OrderBy(h => h.EmployeeNumber).Select(h => h.Id).ToListAsync(cancellationToken);
            return people.Where(_ => random.Next(100) < Declared).ToDictionary(id => id, _ => facts);
        }
    }

    /// <summary>The seeds' programmes for people.</summary>
    public static IEnumerable<Programme> Programmes(IReadOnlyDictionary<string, string> codes) =>
        Directory
            .EnumerateFiles(Path.Combine(Seeds(), "programmes"), "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(file => ProgrammeFile.Read(Path.GetFileName(file), File.ReadAllText(file), codes.GetValueOrDefault))
            .Where(p => p.Kind == CandidateKinds.Person);

    /// <summary>What people are ordered by who are equal in all else, as texts that compare alike.</summary>
    public static async Task<Dictionary<Guid, string>> SortKeysAsync(IHonorsDatabase database, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db
                .Honorees.Select(h => new { h.Id, Key = EF.Property<byte[]>(h, HonorsContext.NameSortKey) })
                .ToDictionaryAsync(h => h.Id, h => Convert.ToHexString(h.Key), cancellationToken);
        }
    }

    private static PersonnelFacts Facts(Random random) =>
        new(
            Born: new PartialDate(random.Next(1960, 2004), random.Next(4) == 0 ? null : random.Next(1, 13)),
            Hired: new PartialDate(random.Next(1982, 2025)),
            PoliticalStatus: Politics[random.Next(Politics.Length)],
            SkillGrade: Grades[random.Next(Grades.Length)]
        );

    private static string Seeds()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "seeds", "programmes")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("seeds");
        }

        return Path.Combine(folder.FullName, "seeds");
    }

    [GeneratedRegex(@"^- code: (?<code>W\d+)\s+name: (?<name>.+?)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 20_000)]
    private static partial Regex AwardEntry();
}
