using System.Globalization;
using System.Text;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Units;

namespace Chinalco.Honors.Testing;

/// <summary>Builds domain objects: a test names what it is about, the rest is plausible and, where it must be, unique.</summary>
public static class A
{
    private static int last;

    /// <summary>Who acts in tests.</summary>
    public static readonly Actor Clerk = new("clerk", "测试员");

    public static DateTimeOffset Moment => TestClock.Start;

    /// <summary>A name that no other call returns.</summary>
    public static string UniqueName(string prefix) =>
        prefix + Interlocked.Increment(ref last).ToString("0000", CultureInfo.InvariantCulture);

    public static Honoree Honoree(string? name = null, string? employeeNumber = null, HonoreeStatus status = HonoreeStatus.Active) =>
        new(Guid.CreateVersion7(), name ?? UniqueName("甲"), employeeNumber, status, isSample: true);

    public static Unit Unit(string? name = null, Guid? parentId = null, UnitTier tier = UnitTier.Enterprise) =>
        new(Guid.CreateVersion7(), code: null, name ?? UniqueName("示例厂"), tier, parentId, place: null, summary: null, isSample: true);

    public static Award Award(string? name = null, AwardLevel level = AwardLevel.Group, AwardFamily family = AwardFamily.ModelWorker) =>
        new(Guid.CreateVersion7(), code: null, name ?? UniqueName("示例标兵"), level, family, "示例集团");

    public static Issue Issue(int number, string newspaper = "示例报") =>
        new(Guid.CreateVersion7(), newspaper, number, new DateOnly(2025, 5, 1));

    public static SourceFile SourceFile(string? content = null) =>
        new("来稿.txt", Encoding.UTF8.GetBytes(content ?? UniqueName("来稿")), Provenance.Original, Clerk, Moment);

    public static Article Article(SourceFile source, string text, int ordinal = 1) =>
        new(Guid.CreateVersion7(), source.Id, ordinal, "示例文章", text, new ArticleDetails());

    public static Document Document(string number = "示发〔2025〕1号", DocumentKind kind = DocumentKind.Confers, Guid? articleId = null) =>
        new(Guid.CreateVersion7(), kind, "关于表彰的决定", number, "示例集团", new DateOnly(2025, 4, 30), articleId);

    public static Conferral Conferral(ConferralFacts? facts = null, params RecipientDraft[] recipients) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), facts ?? Facts(), recipients is [] ? [Person()] : recipients, Moment);

    public static ConferralFacts Facts(int? year = 2024, string? edition = null, Guid? documentId = null) =>
        new(year, edition, "示例标兵", AwardLevel.Group, "示例集团", documentId);

    /// <summary>A person as recipient.</summary>
    public static RecipientDraft Person(Guid? honoreeId = null, Guid? unitId = null, string name = "甲") =>
        new(RecipientKind.Person, honoreeId ?? Guid.CreateVersion7(), unitId, name, UnitAsPrinted: null);

    /// <summary>A team as recipient.</summary>
    public static RecipientDraft Team(string name, Guid? unitId = null) =>
        new(RecipientKind.Team, HonoreeId: null, unitId, name, UnitAsPrinted: null);

    /// <summary>A passage of an article as proof.</summary>
    public static EvidenceDraft Passage(Guid articleId, int start, string quote, Guid? findingId = null) =>
        new(articleId, start, start + quote.Length, quote, DocumentId: null, "示例报", findingId);

    /// <summary>A document as proof.</summary>
    public static EvidenceDraft Decision(Guid documentId) =>
        new(ArticleId: null, Start: null, End: null, Quote: null, documentId, "示例集团");
}
