using System.Collections;
using System.Globalization;
using Chinalco.Honors.Data.Rankings;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Chinalco.Honors.Data.Tests;

/// <summary>A database with a sample of every entity, tied to the others as the model allows, every other column overwritten with something to lose.</summary>
public sealed class SavedWorld : IAsyncLifetime
{
    private readonly List<Saved> saved = [];

    public TemporaryDatabase Database { get; private set; } = null!;

    /// <summary>What was saved of an entity, column by column.</summary>
    public sealed record Saved(Type Type, object?[] Key, IReadOnlyList<(string Name, string Value)> Columns);

    public IEnumerable<Saved> Of(string entity)
    {
        var samples = saved.Where(s => s.Type.Name == entity).ToList();
        return samples.Count > 0 ? samples : throw new InvalidOperationException($"There is no sample of {entity}: add one here.");
    }

    public static IReadOnlyList<(string Name, string Value)> ColumnsOf(EntityEntry entry) =>
        [.. entry.Properties.Select(p => (p.Metadata.Name, Describe(p.CurrentValue)))];

    public async ValueTask InitializeAsync()
    {
        Database = await TemporaryDatabase.CreateAsync();
        using var db = Database.Open();
        db.AddRange(Samples());
        foreach (var property in db.ChangeTracker.Entries().SelectMany(e => e.Properties).Where(p => !IsTie(p.Metadata)))
        {
            property.CurrentValue = Something(property.Metadata.ClrType);
        }

        await db.SaveChangesAsync();
        saved.AddRange(db.ChangeTracker.Entries().Select(e => new Saved(e.Metadata.ClrType, KeyOf(e), ColumnsOf(e))));
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static object[] Samples()
    {
        var (group, source, issue) = (A.Unit(), A.SourceFile(), A.Issue(1));
        var unit = A.Unit(parentId: group.Id);
        var honoree = A.Honoree();
        honoree.Employ(unit.Id, "示例厂", "工人", new PartialDate(2019));
        honoree.AddAlias(AliasKind.Name, "曾用名");
        var award = A.Award();
        award.AddAlias(A.UniqueName("标兵"));
        var article = new Article(Guid.NewGuid(), source.Id, 1, "题", "甲", new ArticleDetails(issue.Id));
        var document = A.Document(articleId: article.Id);
        var conferral = new Conferral(
            Guid.NewGuid(),
            award.Id,
            A.Facts(documentId: document.Id),
            [A.Person(honoree.Id, unit.Id)],
            A.Moment
        );
        var finding = Finding(article, honoree.Id);
        finding.Confirm(conferral.Id, A.Clerk, A.Moment);
        conferral.AddEvidence(A.Passage(article.Id, 0, "甲") with { DocumentId = document.Id }, A.Clerk, A.Moment);
        conferral.NoteCertificate(
            new CertificateDraft(conferral.Recipients[0].Id, CertificateStep.Issued, "证-1", new PartialDate(2024)),
            A.Clerk,
            A.Moment
        );
        conferral.Revoke("违纪", new RevocationFacts("示例集团", new PartialDate(2025), document.Id), A.Clerk, A.Moment);
        var round = new IngestionRound(Guid.NewGuid(), RoundScope.Since, new DateOnly(2025, 1, 1), source.Id, A.Clerk, A.Moment);
        var import = new ImportRun(Guid.NewGuid(), ImportKind.Roster, "名册.csv", new string('a', 64), "{}", A.Clerk, A.Moment);
        var account = new Account(Guid.NewGuid(), "test", "测试员", A.Moment) { HonoreeId = honoree.Id };
        account.GiveRoles([new RoleInUnit(Role.Editor, unit.Id)], A.Clerk.Id, A.Moment);
        return
        [
            account,
            new SignInSession(Guid.NewGuid(), account, A.Moment, A.Moment, "127.0.0.1", "test"),
            new ProtectionKey("key", "<key/>"),
            new AuditAnchor(previous: null, ["a"], A.Moment),
            group,
            unit,
            new UnitSuccession(Guid.NewGuid(), UnitEvent.Merged, unit.Id, group.Id, new PartialDate(2024), document.Id, "并入"),
            new UnitChange(Guid.NewGuid(), UnitEvent.Merged, unit.Id, "改革", "{}", A.Clerk, A.Moment),
            new Headcount(unit.Id, 2024, 1234, "人数.xlsx", A.Moment),
            honoree,
            award,
            source,
            issue,
            article,
            document,
            new DocumentFile(document.Id, new ScanFacts("扫描.pdf", new string('a', 64), "application/pdf", 1), A.Clerk, A.Moment),
            conferral,
            finding,
            new Mention(Guid.NewGuid(), article.Id, MentionKind.Person, 0, 1, honoree.Id),
            new Mention(Guid.NewGuid(), article.Id, MentionKind.Unit, 0, 1, unit.Id),
            new Mention(Guid.NewGuid(), article.Id, MentionKind.Award, 0, 1, award.Id),
            new IngestionJob(Guid.NewGuid(), source.Id, "来稿.txt", A.Clerk, A.Moment),
            round,
            new RoundChange(round.Id, new ChangePlace(source.Id, article.Id, 1), finding, receiver: null, Proposed, unit.Id),
            new ArticlePrint(article.Id, long.MinValue + 1),
            new PageImage(issue.Id, 1, new PictureFacts(new string('a', 64), "image/png", 1, 1, 1), A.Clerk, A.Moment),
            new IdentityChange(
                Guid.NewGuid(),
                IdentityChangeKind.Merge,
                honoree.Id,
                Guid.NewGuid(),
                "乙",
                "同一人",
                "{}",
                A.Clerk,
                A.Moment
            ),
            new PersonnelFile(honoree.Id, new PersonnelFacts(Gender.Female, new PartialDate(1985))),
            import,
            new ImportFile(import.Id, [1]),
            new ImportMapping(Guid.NewGuid(), ImportKind.Roster, new string('a', 64), "Name"),
            new EmployeeRequest(
                new RequestDraft(
                    Guid.NewGuid(),
                    RequestKind.MissingHonour,
                    RequestFact.Honour,
                    honoree.Id,
                    "漏登",
                    Honour: new ToldHonour(award.Id, "示例标兵", 2019, "示例集团", "示发〔2019〕1号"),
                    Attachment: new ScanFacts("证书.jpg", new string('a', 64), "image/jpeg", 1)
                ),
                account.Id,
                A.Clerk,
                A.Moment
            ),
            new RankingPolicyVersion(
                Guid.NewGuid(),
                "2030-1",
                new RankingPolicyText(Weights, OrderTurned: false, "说明", "附注"),
                A.Clerk,
                A.Moment
            ),
            .. Nominations(unit.Id, honoree.Id),
            new Lease("job-runner", "node", A.Moment),
            new AuditRecord(
                new AuditSubject("award", award.Id),
                previous: null,
                new AuditAct("a", A.Clerk, null, "{}", Guid.NewGuid()),
                A.Moment
            ),
            new ProcessedCommand(Guid.NewGuid(), "award.confer", "{}", A.Moment),
            new SearchTerm(SearchKind.Person, "jia", TermKind.Pinyin, honoree.Id),
            new ArticleGram(-1, article.Id),
            new Derivation("sample", 1),
            new RankingChange(RankingChangeKind.Person, honoree.Id),
        ];
    }

    private static IEnumerable<object> Nominations(Guid unitId, Guid honoreeId)
    {
        var (day, scan) = (new DateOnly(2026, 3, 2), new ScanFacts("纪要.pdf", new string('a', 64), "application/pdf", 1));
        var programme = new NominationProgramme(
            Guid.NewGuid(),
            new ProgrammeHead("model", 2026, "示例项目", CandidateKind.Person),
            revision: 1,
            "year: 2026",
            A.Clerk,
            A.Moment
        );
        var round = new NominationRound(Guid.NewGuid(), programme.Id, unitId, new RoundText("示例轮次", 2, day, "说明"), A.Clerk, A.Moment);
        var nomination = new Nomination(
            new NominationDraft(
                Guid.NewGuid(),
                round.Id,
                honoreeId,
                CandidateUnitId: null,
                unitId,
                NominationChoice.First,
                1,
                ["产业工人"]
            ),
            A.Clerk,
            A.Moment
        );
        var publicity = new Publicity(
            Guid.NewGuid(),
            nomination.Id,
            new PublicityFacts("所在单位", day, 5, InWorkingDays: true, day.AddDays(7), "公告栏"),
            A.Clerk,
            A.Moment
        );
        var objection = new Objection(Guid.NewGuid(), publicity.Id, "异议", day, "来信", A.Clerk, A.Moment);
        objection.Reply("不成立", day, upheld: false);
        var consultation = new Consultation(Guid.NewGuid(), nomination.Id, "税务", day, A.Clerk, A.Moment);
        consultation.Reply(new ConsultationAnswer(day, "同意", Agrees: true, day.AddYears(1), scan));
        return
        [
            programme,
            new WorkingDayYear(2026, "year: 2026", A.Clerk, A.Moment),
            round,
            new RoundQuota(round.Id, unitId, 1),
            new RoundHandIn(round.Id, Guid.NewGuid(), HandInWay.Text, "表彰决定.docx", A.Clerk, A.Moment),
            nomination,
            new Nomination(
                new NominationDraft(Guid.NewGuid(), round.Id, HonoreeId: null, unitId, unitId, NominationChoice.Reserve, 1, []),
                A.Clerk,
                A.Moment
            ),
            new NominationNote(nomination.Id, NominationNoteKind.Comment, "意见", NominationStage.Draft, A.Clerk, A.Moment),
            new AssemblyVote(Guid.NewGuid(), nomination.Id, new VoteFacts("职代会", day, 30, 25, 20, scan), A.Clerk, A.Moment),
            publicity,
            objection,
            consultation,
            new NominationFact(nomination.Id, "团龄", new FactTold("5", "团员证", day), A.Clerk, A.Moment),
            new PacketTemplate(Guid.NewGuid(), "公示件", "model", scan, A.Clerk, A.Moment),
            new Packet(Guid.NewGuid(), nomination.Id, 1, new PacketZip(new string('b', 64), 1), PacketFacts, 2, A.Clerk, A.Moment),
        ];
    }

    private static PacketFact[] PacketFacts => [new("conferral", Guid.NewGuid(), "2019 年示例标兵", new string('c', 64))];

    private static RankingWeights Weights => RankingPolicy.Default.Weights with { Ages = [new AgeStep(5, 800)] };

    private static ProposedFinding Proposed =>
        new(
            FindingKind.Conferral,
            new FindingClaim("甲", RecipientKind.Person, null, null, null, HonoreeId: null, "示例标兵", "示例标兵", null, null, 2024, null),
            new FindingProof(0, 1, "甲", "rule", 0.1 + 0.2, "说明"),
            Safe: true,
            new WrongVersion("乙", "“示例”能手")
        );

    private static Finding Finding(Article article, Guid honoreeId) =>
        (Proposed with { Claim = Proposed.Claim with { HonoreeId = honoreeId } }).ToFinding(Guid.NewGuid(), article.Id, ordinal: 1);

    // Keys hold the samples together; everything else may be overwritten.
    private static bool IsTie(IReadOnlyProperty property) => property.IsPrimaryKey() || property.IsForeignKey();

    private static object?[] KeyOf(EntityEntry entry) =>
        [.. entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p).CurrentValue)];

    private static object Something(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain.IsEnum => Enum.GetValues(plain).Cast<object>().Last(),
            _ when plain == typeof(string) => A.UniqueName("文"),
            _ when plain == typeof(int) => 1900 + A.UniqueName("").Length,
            _ when plain == typeof(long) => 7_000_000_000L,
            _ when plain == typeof(double) => 0.1 + 0.2,
            _ when plain == typeof(bool) => true,
            _ when plain == typeof(Guid) => Guid.NewGuid(),
            _ when plain == typeof(byte[]) => new byte[] { 0, 255, 10, 13 },
            _ when plain == typeof(DateOnly) => new DateOnly(2025, 2, 28),
            _ when plain == typeof(DateTimeOffset) => new DateTimeOffset(2025, 2, 28, 23, 59, 59, TimeSpan.Zero).AddTicks(1),
            _ when plain == typeof(ProposedFinding) => Proposed,
            _ when plain == typeof(RankingWeights) => Weights with { Shared = SharedHonour.FullToEach },
            _ when plain == typeof(PartialDate) => new PartialDate(2019, 5),
            _ when plain == typeof(IReadOnlyList<string>) => (string[])["一，行", "二 行"],
            _ when plain == typeof(IReadOnlyList<PacketFact>) => PacketFacts,
            _ when plain == typeof(IReadOnlyList<RecipientKind>) => (RecipientKind[])[RecipientKind.Person, RecipientKind.Unit],
            _ => throw new InvalidOperationException($"No sample of a {plain}: add one here."),
        };
    }

    private static string Describe(object? value) =>
        value switch
        {
            null => "null",
            string text => text,
            DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
            RankingWeights weights => $"{Describe(weights.Levels)} {Describe(weights.Kinds)} {Describe(weights.Ages)} {weights.Shared}",
            IEnumerable many => string.Join('|', many.Cast<object>().Select(Describe)),
            IFormattable one => one.ToString(format: null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
}
