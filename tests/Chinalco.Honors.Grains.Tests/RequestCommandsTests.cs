using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Requests;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Tests;

/// <summary>What employees ask, and what is decided on it: once, together with the change that was asked for, and on record.</summary>
public sealed class RequestCommandsTests : IAsyncLifetime
{
    private static readonly ScanFacts Photo = new("证书.jpg", new string('a', 64), "image/jpeg", 9);

    private readonly Honoree person = A.Honoree();
    private readonly Award award = A.Award();
    private readonly Account account = new(Guid.CreateVersion7(), "asker", "申请人", A.Moment);
    private TemporaryDatabase database = null!;
    private DirectCommands direct = null!;
    private RequestCommands requests = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TemporaryDatabase.CreateAsync();
        direct = new DirectCommands(database);
        requests = new RequestCommands(new CommandTransaction(database, TimeProvider.System));
        account.HonoreeId = person.Id;
        await database.SaveAsync(person, award);
        await database.SaveAsync(account);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_request_that_is_sent_twice_is_asked_once_and_recorded_once()
    {
        var (stamp, draft) = (Stamp(), Missing());

        (await requests.AskAsync(stamp, account.Id, draft)).Result.ShouldBe(CommandResult.Applied);
        (await requests.AskAsync(stamp, account.Id, draft)).SubjectId.ShouldBe(draft.Id);

        (await StoredAsync()).Count.ShouldBe(1);
        (await database.ChainOfAsync(draft.Id)).Select(r => r.Action).ShouldBe(["request.ask"]);
    }

    [Fact]
    public async Task Nobody_has_more_than_twenty_waiting()
    {
        for (var year = 2000; year < 2000 + EmployeeRequest.MostWaiting; year++)
        {
            (await AskAsync(Missing(year))).Succeeded.ShouldBeTrue();
        }

        var outcome = await AskAsync(Missing(2021));

        outcome.Rule.ShouldBe(nameof(NobodyAsksForMoreThanIsRead));
        outcome.Message!.ShouldContain("20");
    }

    [Theory]
    [InlineData("电话 13812345678")]
    [InlineData("110101198503071234")]
    public async Task Identity_and_telephone_numbers_are_refused(string words) =>
        (await AskAsync(Missing() with { Words = words })).Rule.ShouldBe(nameof(ARequestHoldsNoPrivateNumbers));

    [Fact]
    public async Task Nobody_asks_for_anybody_else()
    {
        var other = A.Honoree();
        await database.SaveAsync(other);

        (await AskAsync(Missing() with { HonoreeId = other.Id })).Rule.ShouldBe(nameof(EverybodyAsksForThemselves));
        (await AskAsync(new RequestDraft(Guid.CreateVersion7(), RequestKind.ThisIsMe, RequestFact.Person, other.Id, null))).Rule.ShouldBe(
            nameof(EverybodyAsksForThemselves)
        );
    }

    [Fact]
    public async Task The_same_is_not_asked_again_while_it_waits()
    {
        await AskAsync(Missing());

        (await AskAsync(Missing())).Rule.ShouldBe(nameof(TheSameIsAskedOnce));
        (await AskAsync(Missing(2018))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_decides_second_is_told_who_came_first()
    {
        var draft = Missing();
        await AskAsync(draft);
        (await requests.DeclineAsync(Stamp("已经登记"), draft.Id)).Succeeded.ShouldBeTrue();

        var second = await requests.DeclineAsync(CommandStamp.New(new Actor("other", "另一人"), "再看"), draft.Id);

        second.Rule.ShouldBe(nameof(ARequestIsDecidedOnce));
        second.Message!.ShouldContain(A.Clerk.Name);
        (await StoredAsync()).Single().DecisionReason.ShouldBe("已经登记");
    }

    [Fact]
    public async Task Declining_needs_a_reason()
    {
        var draft = Missing();
        await AskAsync(draft);

        (await requests.DeclineAsync(Stamp(reason: null), draft.Id)).Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task Entering_the_honour_accepts_the_request_and_makes_its_photo_a_scan()
    {
        var draft = Missing() with { Attachment = Photo };
        await AskAsync(draft);
        var command = Confer(draft.Id, person.Id);

        (await direct.Awards.ConferAsync(award.Id, command)).Succeeded.ShouldBeTrue();

        await using var db = database.Open();
        var request = await db.Requests.SingleAsync();
        request.State.ShouldBe(RequestState.Accepted);
        request.OutcomeId.ShouldBe(command.ConferralId);
        var scan = await db.DocumentFiles.SingleAsync();
        scan.DocumentId.ShouldBe(command.Evidence.DocumentId!.Value);
        scan.Sha256.ShouldBe(Photo.Sha256);
        (await database.ChainOfAsync(draft.Id))[^1].CommandId.ShouldBe(command.Stamp.CommandId);
    }

    [Fact]
    public async Task An_honour_of_somebody_else_is_not_entered_for_the_request()
    {
        var (draft, other) = (Missing(), A.Honoree());
        await database.SaveAsync(other);
        await AskAsync(draft);

        (await direct.Awards.ConferAsync(award.Id, Confer(draft.Id, other.Id))).Rule.ShouldBe(nameof(TheRequestAsksForThis));

        await using var db = database.Open();
        (await db.Conferrals.AnyAsync()).ShouldBeFalse();
        (await db.Requests.SingleAsync()).State.ShouldBe(RequestState.Waiting);
    }

    [Fact]
    public async Task A_request_that_was_withdrawn_meanwhile_lets_nothing_be_entered()
    {
        var draft = Missing();
        await AskAsync(draft);
        (await requests.WithdrawAsync(Stamp(), draft.Id, account.Id)).Succeeded.ShouldBeTrue();

        var outcome = await direct.Awards.ConferAsync(award.Id, Confer(draft.Id, person.Id));

        outcome.Rule.ShouldBe(nameof(ARequestIsDecidedOnce));
        await using var db = database.Open();
        (await db.Conferrals.AnyAsync()).ShouldBeFalse();
        (await db.Documents.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_the_asker_withdraws()
    {
        var draft = Missing();
        await AskAsync(draft);

        (await requests.WithdrawAsync(Stamp(), draft.Id, Guid.CreateVersion7())).Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task A_person_is_tied_to_one_account()
    {
        var second = new Account(Guid.CreateVersion7(), "second", "另一申请人", A.Moment);
        await database.SaveAsync(second);
        var draft = new RequestDraft(Guid.CreateVersion7(), RequestKind.ThisIsMe, RequestFact.Person, person.Id, null);
        (await requests.AskAsync(Stamp(), second.Id, draft)).Succeeded.ShouldBeTrue();

        var outcome = await requests.AcceptAsync(Stamp("已核对"), draft.Id);

        outcome.Rule.ShouldBe(nameof(APersonHasOneAccount));
        outcome.Message!.ShouldContain("申请人（asker）");
    }

    [Fact]
    public async Task What_needs_a_change_of_the_registry_is_not_accepted_without_it()
    {
        var draft = Missing();
        await AskAsync(draft);

        (await requests.AcceptAsync(Stamp("好"), draft.Id)).Rule.ShouldBe(nameof(TheRequestAsksForThis));
    }

    private RequestDraft Missing(int year = 2019) =>
        new(
            Guid.CreateVersion7(),
            RequestKind.MissingHonour,
            RequestFact.Honour,
            person.Id,
            "证书在家",
            Honour: new ToldHonour(award.Id, award.Name, year, "示例集团", null)
        );

    private Confer Confer(Guid request, Guid honoree)
    {
        var document = new DocumentDraft(
            Guid.CreateVersion7(),
            DocumentKind.Confers,
            "关于表彰的决定",
            A.UniqueName("示发"),
            "示例集团",
            new DateOnly(2019, 5, 1)
        );
        return new Confer(
            Stamp("采纳"),
            Guid.CreateVersion7(),
            A.Facts(2019, documentId: document.Id),
            [A.Person(honoree)],
            A.Decision(document.Id),
            ByHand: new EnteredByHand(document, RequestId: request)
        );
    }

    private Task<CommandOutcome> AskAsync(RequestDraft draft) => requests.AskAsync(Stamp(), account.Id, draft);

    private static CommandStamp Stamp(string? reason = "测试") => CommandStamp.New(A.Clerk, reason);

    private async Task<List<EmployeeRequest>> StoredAsync()
    {
        await using var db = database.Open();
        return await db.Requests.AsNoTracking().ToListAsync();
    }
}
