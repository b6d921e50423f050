using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Tests.Nominations;

/// <summary>Rules of programmes are drafted, written and published once each, on record, and nobody overwrites what they have not seen.</summary>
public sealed class ProgrammeCommandsTests : IAsyncLifetime
{
    private readonly Guid draft = Guid.CreateVersion7();
    private TemporaryDatabase database = null!;
    private ProgrammeCommands programmes = null!;
    private CalendarCommands calendars = null!;
    private NominationProgramme first = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TemporaryDatabase.CreateAsync();
        var transaction = new CommandTransaction(database, TimeProvider.System);
        (programmes, calendars) = (new ProgrammeCommands(transaction), new CalendarCommands(transaction));
        first = NominationWorld.Programme();
        await database.SaveAsync(first);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task The_next_years_draft_says_the_same_under_another_year_and_is_begun_once()
    {
        var stamp = CommandStamp.New(A.Clerk);

        (await BeginAsync(stamp, first.Year + 1)).Result.ShouldBe(CommandResult.Applied);
        (await BeginAsync(stamp, first.Year + 1)).SubjectId.ShouldBe(draft);

        var begun = await OneAsync(draft);
        (begun.Year, begun.Revision, begun.State, begun.Name).ShouldBe((2027, 1, ProgrammeState.Draft, "2027年示例标兵"));
        begun.Text.ShouldBe(first.Text.Replace("2026", "2027", StringComparison.Ordinal));
        (await database.ChainOfAsync(draft)).Select(r => r.Action).ShouldBe(["nomination-programme.draft"]);
    }

    [Fact]
    public async Task A_year_has_one_draft_and_its_versions_are_counted()
    {
        await BeginAsync(CommandStamp.New(A.Clerk), first.Year);

        (await OneAsync(draft)).Revision.ShouldBe(2);
        var other = await programmes.DraftAsync(CommandStamp.New(A.Clerk), Guid.NewGuid(), first.Id, first.Code, first.Year, Stop);
        other.Rule.ShouldBe(nameof(AYearHasOneDraft));
    }

    [Fact]
    public async Task Another_programme_has_a_code_of_its_own() =>
        (await programmes.DraftAsync(CommandStamp.New(A.Clerk), draft, first.Id, "中文 code", 2026, Stop)).Rule.ShouldBe(
            nameof(ACodeIsAPlainWord)
        );

    [Fact]
    public async Task Of_two_editors_the_second_is_told_and_overwrites_nothing()
    {
        await BeginAsync(CommandStamp.New(A.Clerk), first.Year);
        var text = (await OneAsync(draft)).Text;

        (await WriteAsync(seen: 1, text + "note: 甲\n")).Version.ShouldBe(2);
        var late = await WriteAsync(seen: 1, text + "note: 乙\n");

        late.Rule.ShouldBe(nameof(NobodyChangedItMeanwhile));
        (await OneAsync(draft)).Text.ShouldEndWith("甲\n");
    }

    [Fact]
    public async Task Half_written_rules_are_kept_and_never_published()
    {
        await BeginAsync(CommandStamp.New(A.Clerk), first.Year);

        (await WriteAsync(seen: 1, "code: sample\nrules: [")).Result.ShouldBe(CommandResult.Applied);
        var refused = await programmes.PublishAsync(CommandStamp.New(A.Clerk, "试试"), draft, seen: 2, Stop);

        refused.Rule.ShouldBe(nameof(OnlyReadableRulesArePublished));
        refused.Message!.ShouldContain("第 3 行");
        (await OneAsync(draft)).State.ShouldBe(ProgrammeState.Draft);
    }

    [Fact]
    public async Task A_draft_never_becomes_another_years() =>
        (await BeginAndWriteAsync(first.Text.Replace("year: 2026", "year: 2031", StringComparison.Ordinal))).Rule.ShouldBe(
            nameof(ADraftKeepsItsCodeAndYear)
        );

    [Fact]
    public async Task Publishing_puts_a_version_in_force_for_a_reason_and_retires_the_years_version_before()
    {
        await BeginAsync(CommandStamp.New(A.Clerk), first.Year);
        (await programmes.PublishAsync(CommandStamp.New(A.Clerk), draft, seen: 1, Stop)).Rule.ShouldBe(nameof(TextIsGiven));
        var stamp = CommandStamp.New(A.Clerk, "按新通知修订");

        (await programmes.PublishAsync(stamp, draft, seen: 1, Stop)).Result.ShouldBe(CommandResult.Applied);
        (await programmes.PublishAsync(stamp, draft, seen: 1, Stop)).Result.ShouldBe(CommandResult.Applied);

        ((await OneAsync(draft)).State, (await OneAsync(first.Id)).State).ShouldBe((ProgrammeState.Published, ProgrammeState.Retired));
        (await WriteAsync(seen: 2, "x")).Rule.ShouldBe(nameof(OnlyADraftOfAProgrammeChanges));
        (await database.ChainOfAsync(first.Id)).Select(r => r.Action).ShouldBe(["nomination-programme.retire"]);
    }

    [Fact]
    public async Task A_discarded_draft_is_gone_and_on_record()
    {
        await BeginAsync(CommandStamp.New(A.Clerk), first.Year);

        (await programmes.DiscardAsync(CommandStamp.New(A.Clerk), draft, seen: 1, Stop)).Result.ShouldBe(CommandResult.Applied);

        await using var db = database.Open();
        (await db.NominationProgrammes.AnyAsync(p => p.Id == draft, Stop)).ShouldBeFalse();
        (await database.ChainOfAsync(draft))[^1].Detail.ShouldContain("示例标兵");
    }

    [Fact]
    public async Task A_calendar_is_taken_in_once_corrected_and_refused_with_its_place()
    {
        const string Text = "year: 2027\nsource: 通知\nholidays:\n- { name: 元旦, from: 2027-01-01 }\n";
        (await calendars.ImportAsync(CommandStamp.New(A.Clerk), Text, Stop)).Result.ShouldBe(CommandResult.Applied);
        (await calendars.ImportAsync(CommandStamp.New(A.Clerk), Text, Stop)).Result.ShouldBe(CommandResult.NothingToDo);
        (await calendars.ImportAsync(CommandStamp.New(A.Clerk), Text + "workdays: [2027-01-09]\n", Stop)).Succeeded.ShouldBeTrue();

        var wrong = await calendars.ImportAsync(CommandStamp.New(A.Clerk), Text + "workdays: [2027-01-04]\n", Stop);

        wrong.Message!.ShouldContain("2027-01-04 不是周六或周日");
        await using var db = database.Open();
        (await db.WorkingDayYears.SingleAsync(Stop)).Text.ShouldContain("2027-01-09");
        (await database.ChainOfAsync(NominationSeeding.CalendarId(2027))).Count.ShouldBe(2);
    }

    private Task<CommandOutcome> BeginAsync(CommandStamp stamp, int year) =>
        programmes.DraftAsync(stamp, draft, first.Id, first.Code, year, Stop);

    private async Task<CommandOutcome> BeginAndWriteAsync(string text)
    {
        await BeginAsync(CommandStamp.New(A.Clerk), first.Year);
        return await WriteAsync(seen: 1, text);
    }

    private Task<CommandOutcome> WriteAsync(long seen, string text) =>
        programmes.WriteAsync(CommandStamp.New(A.Clerk), draft, seen, text, Stop);

    private async Task<NominationProgramme> OneAsync(Guid id)
    {
        await using var db = database.Open();
        return await db.NominationProgrammes.AsNoTracking().SingleAsync(p => p.Id == id, Stop);
    }
}
