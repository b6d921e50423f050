using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Grains.Tests.Identities;

/// <summary>A small registry in which everything that hangs on a person hangs on somebody, the same for the same seed.</summary>
internal sealed class RandomRegistry
{
    private const int Conferred = 14;

    private readonly Random random;
    private readonly List<object> rows = [];

    private RandomRegistry(int seed) => random = new Random(seed);

    public List<Honoree> People { get; } = [];

    public List<Conferral> Conferrals { get; } = [];

    public List<Article> Articles { get; } = [];

    public static async Task<RandomRegistry> SaveAsync(IHonorsDatabase database, int seed)
    {
        var registry = new RandomRegistry(seed);
        registry.Fill();
        await database.SaveAsync([.. registry.rows]);
        return registry;
    }

    private void Fill()
    {
        var units = Enumerable.Range(0, 3).Select(_ => A.Unit()).ToList();
        var awards = Enumerable.Range(0, 3).Select(_ => A.Award()).ToList();
        var document = A.Document(A.UniqueName("示发"));
        var source = A.SourceFile();
        rows.AddRange([.. units, .. awards, document, source]);
        for (var n = 1; n <= 3; n++)
        {
            Articles.Add(A.Article(source, string.Concat(Enumerable.Repeat("甲乙获表彰。", 30)), n));
        }

        rows.AddRange(Articles);
        for (var n = 0; n < 4; n++)
        {
            People.Add(Somebody(units));
        }

        for (var n = 0; n < Conferred; n++)
        {
            Confer(awards, units, document);
        }

        foreach (var (person, n) in People.Select((p, n) => (p, n)))
        {
            Hang(person, n);
        }
    }

    private Honoree Somebody(List<Unit> units)
    {
        var person = A.Honoree(
            Maybe() ? "付军" : A.UniqueName("付"),
            Maybe() ? A.UniqueName("S") : null,
            Pick([HonoreeStatus.Active, HonoreeStatus.Unknown, HonoreeStatus.Retired])
        );
        for (var n = random.Next(3); n >= 0; n--)
        {
            var unit = Pick(units);
            person.Employ(
                unit.Id,
                unit.Name,
                Maybe() ? "电解工" : null,
                Maybe() ? new PartialDate(2015) : null,
                Maybe() ? new PartialDate(2020) : null
            );
        }

        if (Maybe())
        {
            person.AddAlias(AliasKind.Name, A.UniqueName("曾"));
        }

        rows.Add(person);
        if (Maybe())
        {
            var facts = new PersonnelFacts(
                Maybe() ? Pick([Gender.Male, Gender.Female]) : null,
                Maybe() ? new PartialDate(1980 + random.Next(3)) : null,
                Education: Pick(["本科", "大专"])
            );
            rows.Add(new PersonnelFile(person.Id, facts));
        }

        return person;
    }

    private void Confer(List<Award> awards, List<Unit> units, Domain.Documents.Document document)
    {
        var recipients = People
            .OrderBy(_ => random.Next())
            .Take(1 + random.Next(2))
            .Select(p => A.Person(p.Id, Pick(units).Id, p.Name))
            .ToArray();
        var facts = A.Facts(Maybe() ? 2020 + random.Next(2) : null, documentId: Maybe() ? document.Id : null);
        var conferral = new Conferral(Guid.CreateVersion7(), Pick(awards).Id, facts, recipients, A.Moment);
        var article = Pick(Articles);
        conferral.AddEvidence(A.Passage(article.Id, 6 * random.Next(5), "甲乙获表彰。"), A.Clerk, A.Moment);
        if (Maybe())
        {
            conferral.AddEvidence(A.Decision(document.Id), A.Clerk, A.Moment);
        }

        foreach (var recipient in conferral.Recipients.Where(_ => Maybe()))
        {
            conferral.NoteCertificate(
                new CertificateDraft(recipient.Id, CertificateStep.Issued, A.UniqueName("证"), On: null),
                A.Clerk,
                A.Moment
            );
        }

        switch (random.Next(6))
        {
            case 0:
                conferral.Deprecate("误录");
                break;
            case 1:
                conferral.Revoke("违纪", new RevocationFacts("示例集团"), A.Clerk, A.Moment);
                break;
        }

        Conferrals.Add(conferral);
        rows.Add(conferral);
    }

    private void Hang(Honoree person, int n)
    {
        var article = Pick(Articles);
        rows.Add(new Mention(Guid.CreateVersion7(), article.Id, MentionKind.Person, n, n + 1, person.Id));
        if (Maybe())
        {
            var account = new Account(Guid.CreateVersion7(), A.UniqueName("login"), person.Name, A.Moment) { HonoreeId = person.Id };
            var asked = new RequestDraft(
                Guid.CreateVersion7(),
                RequestKind.MissingHonour,
                RequestFact.Honour,
                person.Id,
                "漏登",
                Honour: new ToldHonour(AwardId: null, "示例标兵", 2019, ConferringBody: null, DocumentNumber: null)
            );
            rows.Add(account);
            rows.Add(new EmployeeRequest(asked, account.Id, A.Clerk, A.Moment));
        }

        var claim = new FindingClaim(
            person.Name,
            RecipientKind.Person,
            null,
            null,
            null,
            person.Id,
            "示例标兵",
            "示例标兵",
            null,
            null,
            2024,
            null
        );
        var proof = new FindingProof(0, 6, "甲乙获表彰。", "rule", 0.5, "说明");
        rows.Add(new Finding(Guid.CreateVersion7(), article.Id, n + 1, FindingKind.Conferral, claim, proof, safe: false));
        var confirmed = new Finding(Guid.CreateVersion7(), article.Id, n + 11, FindingKind.Conferral, claim, proof, safe: false);
        if (Conferrals.Find(c => c.Recipients.Any(r => r.HonoreeId == person.Id)) is { } conferral)
        {
            confirmed.Confirm(conferral.Id, A.Clerk, A.Moment);
            rows.Add(confirmed);
        }
    }

    public bool Maybe() => random.Next(2) == 0;

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
