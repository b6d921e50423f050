using System.Text;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Imports.Tests;

/// <summary>A document with its list of winners, from file to registry.</summary>
public sealed class WinnerImportTests : IAsyncLifetime
{
    private const string Title = "关于表彰2024年度示例标兵的决定";
    private const string Number = "示铝发[2025]3号";
    private const string Header = "姓名,工号,单位,荣誉名称";

    private readonly Unit company = A.Unit("示例铝业有限公司");
    private readonly Unit other = A.Unit("另一铝业有限公司");
    private readonly Award award = A.Award("示例标兵");
    private readonly CrashOnce crash = new();
    private Honoree known = null!;
    private ImportDesk desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        desk = await ImportDesk.OpenAsync(crash);
        award.AddAlias("标兵");
        known = Person("甲某", "E1", company);
        await desk.Database.SaveAsync(company, other, award, known);
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_list_becomes_one_document_and_its_conferrals_each_proved_by_its_row()
    {
        await desk.Database.SaveAsync(Person("乙某", "E2", company));

        await ImportAsync("甲某,E1,示例铝业有限公司,示例标兵", "乙某,,示例铝业有限公司,标兵", "合计,2人,,");

        var document = await desk.ReadAsync(db => db.Documents.SingleAsync(Stop));
        (document.Title, document.Number, document.Date).ShouldBe((Title, "示铝发〔2025〕3号", new DateOnly(2025, 1, 16)));
        var conferrals = await ConferralsAsync();
        conferrals.Count.ShouldBe(2);
        var mine = conferrals.Single(c => c.Recipients[0].HonoreeId == known.Id);
        (mine.AwardId, mine.Year, mine.DocumentId, mine.Level).ShouldBe((award.Id, 2024, document.Id, award.Level));
        var proof = mine.Evidence.Single();
        (proof.Quote, proof.DocumentId).ShouldBe(("甲某　E1　示例铝业有限公司　示例标兵", document.Id));
        (await RecordsAsync("award.confer")).ShouldBe(2);
        (await RecordsAsync("document.register")).ShouldBe(1);
    }

    [Fact]
    public async Task The_list_is_kept_without_numbers_that_nobody_may_store()
    {
        await desk.ImportAsync(
            ImportKind.Winners,
            Sheets.Csv($"{Title},,,", "姓名,工号,单位,荣誉,身份证号", "甲某,E1,示例铝业有限公司,示例标兵,110101198001011234")
        );

        var file = await desk.ReadAsync(db => db.DocumentFiles.SingleAsync(Stop));
        using var reader = new StreamReader(desk.Store.Open(file.Sha256)!, Encoding.UTF8);
        var kept = await reader.ReadToEndAsync(Stop);
        kept.ShouldContain("甲某,E1,示例铝业有限公司");
        kept.ShouldNotContain("110101198001011234");
        (await ConferralsAsync()).Single().Evidence.Single().Quote!.ShouldNotContain("110101");
    }

    [Fact]
    public async Task The_same_list_again_changes_nothing()
    {
        await ImportAsync("甲某,E1,示例铝业有限公司,示例标兵");

        var plan = (await LookAsync("甲某,E1,示例铝业有限公司,示例标兵")).Plan;

        (plan.Changes.Length, plan.Unchanged).ShouldBe((0, 1));
    }

    [Fact]
    public async Task What_stands_already_gains_the_document_as_a_proof()
    {
        var standing = new Conferral(Guid.CreateVersion7(), award.Id, A.Facts(), [A.Person(known.Id, name: "甲某")], A.Moment);
        await desk.Database.SaveAsync(standing);

        await ImportAsync("甲某,E1,示例铝业有限公司,示例标兵");

        var only = (await ConferralsAsync()).Single();
        (only.Id, only.Evidence.Count).ShouldBe((standing.Id, 1));
        (await RecordsAsync("award.prove")).ShouldBe(1);
    }

    [Fact]
    public async Task Namesakes_in_one_unit_wait_for_a_choice()
    {
        await desk.Database.SaveAsync(Person("丙某", "E3", company), Person("丙某", "E4", company));
        var look = await LookAsync("丙某,,示例铝业有限公司,示例标兵");
        var change = look.Plan.Changes.Single();
        (change.Kind, change.Candidates.Length).ShouldBe((ImportChangeKind.Conflict, 2));
        var chosen = change.Candidates.Single(c => c.Text.Contains("E4", StringComparison.Ordinal));

        await desk.ImportAsync(
            ImportKind.Winners,
            File("丙某,,示例铝业有限公司,示例标兵"),
            choices =>
                Given(choices) with
                {
                    People = System.Collections.Immutable.ImmutableDictionary<int, Guid>.Empty.Add(change.Line, chosen.Id),
                }
        );

        (await ConferralsAsync()).Single().Recipients.Single().HonoreeId.ShouldBe(chosen.Id);
    }

    [Fact]
    public async Task Somebody_unknown_is_entered_only_when_that_is_wanted()
    {
        (await LookAsync("丁某,,示例铝业有限公司,示例标兵")).Plan.Changes.Single().Kind.ShouldBe(ImportChangeKind.Conflict);

        await desk.ImportAsync(
            ImportKind.Winners,
            File("丁某,,示例铝业有限公司,示例标兵", "丁某,,示例铝业有限公司,标兵二"),
            choices => Given(choices) with { EntersUnknown = true }
        );

        var entered = await desk.ReadAsync(db => db.Honorees.Include(h => h.Employments).SingleAsync(h => h.Name == "丁某", Stop));
        entered.Employments.Single().UnitId.ShouldBe(company.Id);
        (await RecordsAsync("honoree.import")).ShouldBe(1);
    }

    [Fact]
    public async Task Teams_and_units_are_told_from_people()
    {
        await desk.ImportAsync(
            ImportKind.Winners,
            Sheets.Csv($"{Title},,", "获奖者,类型,单位,荣誉", "电解一班,,示例铝业有限公司,示例标兵", "另一铝业有限公司,单位,,示例标兵"),
            Given
        );

        var recipients = (await ConferralsAsync()).SelectMany(c => c.Recipients).OrderBy(r => r.Kind).ToList();
        recipients
            .Select(r => (r.Kind, r.UnitId, r.NameAsPrinted))
            .ShouldBe([(RecipientKind.Team, company.Id, "电解一班"), (RecipientKind.Unit, other.Id, "另一铝业有限公司")]);
    }

    [Theory]
    [InlineData("甲某,E1,示例铝业有限公司,没有的荣誉", "荣誉目录中没有")]
    [InlineData("乙某,E1,示例铝业有限公司,示例标兵", "工号属于“甲某”")]
    [InlineData("甲某,E1,示例铝业有限公司,", "没有荣誉名称")]
    [InlineData(",E1,示例铝业有限公司,示例标兵", "没有获奖者")]
    [InlineData("甲某,13800138000,示例铝业有限公司,示例标兵", "手机号")]
    [InlineData("甲某,,另一铝业有限公司,示例标兵", "不在该单位")]
    public async Task A_row_that_cannot_be_taken_is_told_and_not_written(string row, string advice)
    {
        var change = (await LookAsync(row)).Plan.Changes.Single();

        change.IsWritten.ShouldBeFalse();
        change.Advice!.ShouldContain(advice);
    }

    [Fact]
    public async Task Winners_outside_the_importers_units_are_refused()
    {
        var look = await desk.LookAsync(ImportKind.Winners, File("甲某,E1,示例铝业有限公司,示例标兵"), Given, scope: [other.Id]);

        look.Plan.Changes.Single().Advice!.ShouldContain("不在您负责的单位范围内");
    }

    [Fact]
    public async Task A_list_of_several_documents_gives_each_row_to_its_own()
    {
        await desk.ImportAsync(
            ImportKind.Winners,
            Sheets.Csv(
                "姓名,工号,荣誉,年度,文号,文件标题,发文日期,授予单位,证书编号",
                "甲某,E1,示例标兵,2023,示铝发〔2024〕1号,关于表彰2023年度标兵的决定,2024年1月5日,示例集团,ZS-1",
                "甲某,E1,示例标兵,2022—2024年度,示铝发〔2025〕1号,关于表彰2024年度标兵的决定,2025.1.5,示例集团,"
            )
        );

        (await desk.ReadAsync(db => db.Documents.CountAsync(Stop))).ShouldBe(2);
        var conferrals = await ConferralsAsync();
        conferrals.Select(c => c.Year).Order().ShouldBe([2023, 2024]);
        conferrals.Single(c => c.Year == 2023).Certificates.Single().Number.ShouldBe("ZS-1");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_killed_import_goes_on_where_it_was(bool afterCommit)
    {
        var look = await LookAsync(
            choices => Given(choices) with { EntersUnknown = true },
            "甲某,E1,示例铝业有限公司,示例标兵",
            "戊某,,示例铝业有限公司,示例标兵"
        );
        await desk.ApproveAsync(look);
        if (afterCommit)
        {
            crash.AfterCommit();
        }
        else
        {
            crash.BeforeCommit();
        }

        await desk.Applier.ApplyAsync(look.Run.Id, Stop);
        await desk.GoOnAsync(look.Run.Id);

        (await ConferralsAsync()).Count.ShouldBe(2);
        (await RecordsAsync("award.confer")).ShouldBe(2);
        (await desk.ReadAsync(db => db.Honorees.CountAsync(Stop))).ShouldBe(2);
        (await desk.ReadAsync(db => db.Documents.CountAsync(Stop))).ShouldBe(1);
    }

    private static ImportChoices Given(ImportChoices choices) =>
        choices with
        {
            Document = choices.Document! with { Issuer = "示例集团", Date = new PartialDate(2025, 1, 16) },
        };

    private static Honoree Person(string name, string number, Unit unit)
    {
        var person = A.Honoree(name, number);
        person.Employ(unit.Id, unit.Name, position: null, from: null);
        return person;
    }

    private static byte[] File(params string[] rows) => Sheets.Csv([$"{Title},,,", $"{Number},,,", Header, .. rows]);

    private Task<ImportRun> ImportAsync(params string[] rows) => desk.ImportAsync(ImportKind.Winners, File(rows), Given);

    private Task<ImportLook> LookAsync(params string[] rows) => LookAsync(Given, rows);

    private Task<ImportLook> LookAsync(Func<ImportChoices, ImportChoices> choose, params string[] rows) =>
        desk.LookAsync(ImportKind.Winners, File(rows), choose);

    private Task<int> RecordsAsync(string action) => desk.ReadAsync(db => db.AuditRecords.CountAsync(a => a.Action == action, Stop));

    private Task<List<Conferral>> ConferralsAsync() =>
        desk.ReadAsync(db =>
            db.Conferrals.Include(c => c.Recipients)
                .Include(c => c.Evidence)
                .Include(c => c.Certificates)
                .OrderBy(c => c.Id)
                .ToListAsync(Stop)
        );
}
