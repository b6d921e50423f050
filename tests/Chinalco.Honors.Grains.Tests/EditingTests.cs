using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Tests;

/// <summary>What HR does to honours by hand: each command once, with a reason, and never over somebody else's change.</summary>
[Collection(OneSiloShared.Name)]
public sealed class EditingTests(OneSilo silo)
{
    /// <summary>The version of an honour that was entered with one proof.</summary>
    private const long Entered = 2;

    [Fact]
    public async Task An_honour_is_entered_with_its_document_scan_and_certificate_in_one_transaction()
    {
        var honour = await Honour.PrepareAsync(silo.Database);
        var (command, document) = ByHand(honour);

        (await silo.Award(honour.Award.Id).ConferAsync(command)).Result.ShouldBe(CommandResult.Applied);

        var conferral = await OneAsync(command.ConferralId);
        (conferral.DocumentId, conferral.Date?.ToString()).ShouldBe((document, "2024-05-01"));
        conferral.Evidence.ShouldHaveSingleItem().DocumentId.ShouldBe(document);
        conferral.Certificates.ShouldHaveSingleItem().Number.ShouldBe("证-001");
        await using var db = silo.Database.Open();
        (await db.DocumentFiles.SingleAsync(f => f.DocumentId == document)).MediaType.ShouldBe("application/pdf");
        (await silo.Database.ChainOfAsync(document)).Select(r => r.Action).ShouldBe(["document.register"]);
    }

    [Fact]
    public async Task An_honour_that_stands_is_not_entered_again()
    {
        var (honour, grain, _) = await ConferredAsync();

        await IsRefusedAsync<AnHonourIsConferredOnce>(() => grain.ConferAsync(ByHand(honour).Command));
    }

    [Fact]
    public async Task A_document_number_is_entered_once()
    {
        var (first, second) = (await Honour.PrepareAsync(silo.Database), await Honour.PrepareAsync(silo.Database));
        var command = ByHand(first).Command;
        await silo.Award(first.Award.Id).ConferAsync(command);
        var again = ByHand(second).Command;
        var same = again.ByHand! with { NewDocument = again.ByHand!.NewDocument! with { Number = command.ByHand!.NewDocument!.Number } };

        await IsRefusedAsync<ADocumentIsEnteredOnce>(() => silo.Award(second.Award.Id).ConferAsync(again with { ByHand = same }));
    }

    [Fact]
    public async Task Whoever_enters_or_changes_by_hand_says_why()
    {
        var (honour, grain, id) = await ConferredAsync();
        var silent = CommandStamp.New(A.Clerk);

        await IsRefusedAsync<TextIsGiven>(() => grain.ConferAsync(ByHand(honour, 2019).Command with { Stamp = silent }));
        await IsRefusedAsync<TextIsGiven>(() => grain.CorrectAsync(new CorrectConferral(silent, id, A.Facts(2020), SeenVersion: Entered)));
    }

    [Fact]
    public async Task Whoever_saw_an_older_version_is_told_and_overwrites_nothing()
    {
        var (_, grain, id) = await ConferredAsync();
        (await grain.CorrectAsync(Correct(id, A.Facts(2021), seen: Entered))).Result.ShouldBe(CommandResult.Applied);

        await IsRefusedAsync<TheConferralIsAsItWasSeen>(() => grain.CorrectAsync(Correct(id, A.Facts(2022), seen: Entered)));
        await IsRefusedAsync<TheConferralIsAsItWasSeen>(() => grain.EndAsync(Revoke(id, seen: Entered)));
        await IsRefusedAsync<TheConferralIsAsItWasSeen>(() =>
            grain.NoteReturnAsync(new NoteReturn(Stamp, id, Medal: true, Certificate: true, Entered))
        );
        (await OneAsync(id)).Year.ShouldBe(2021);
    }

    [Fact]
    public async Task A_correction_that_corrects_nothing_leaves_nothing_to_do()
    {
        var (_, grain, id) = await ConferredAsync();

        (await grain.CorrectAsync(Correct(id, (await OneAsync(id)).Facts, seen: Entered))).Result.ShouldBe(CommandResult.NothingToDo);
    }

    [Fact]
    public async Task A_correction_is_recorded_with_what_was_before()
    {
        var (honour, grain, id) = await ConferredAsync();

        await grain.CorrectAsync(Correct(id, A.Facts(2021), seen: Entered));

        var record = (await silo.Database.ChainOfAsync(honour.Award.Id))[^1];
        (record.Action, record.Reason).ShouldBe(("award.correct", "测试理由"));
        record.Detail.ShouldContain("\"before\":{\"year\":2024");
        record.Detail.ShouldContain("\"after\":{\"year\":2021");
    }

    [Fact]
    public async Task A_wrong_entry_is_restored_unless_the_honour_stands_again_meanwhile()
    {
        var (honour, grain, id) = await ConferredAsync();
        await grain.EndAsync(new EndConferral(Stamp, id, ConferralStatus.Deprecated, "误录", SeenVersion: Entered));
        (await grain.RestoreAsync(new RestoreConferral(Stamp, id, Entered + 1))).Result.ShouldBe(CommandResult.Applied);
        await grain.EndAsync(new EndConferral(Stamp, id, ConferralStatus.Deprecated, "误录", SeenVersion: Entered + 2));
        await grain.ConferAsync(ByHand(honour).Command);

        await IsRefusedAsync<AnHonourIsConferredOnce>(() => grain.RestoreAsync(new RestoreConferral(Stamp, id, Entered + 3)));
    }

    [Fact]
    public async Task A_revocation_by_hand_names_body_and_date()
    {
        var (_, grain, id) = await ConferredAsync();
        var command = Revoke(id, seen: Entered);

        await IsRefusedAsync<TextIsGiven>(() => grain.EndAsync(command with { Revocation = command.Revocation! with { Body = null } }));
        await IsRefusedAsync<ARevocationHasADate>(() =>
            grain.EndAsync(command with { Revocation = command.Revocation! with { Date = null } })
        );
        await IsRefusedAsync<TheEntityExists>(() =>
            grain.EndAsync(command with { Revocation = command.Revocation! with { DocumentId = Guid.NewGuid() } })
        );
    }

    [Theory]
    [InlineData("confer")]
    [InlineData("prove")]
    [InlineData("correct")]
    [InlineData("certificate")]
    [InlineData("wrong")]
    [InlineData("restore")]
    [InlineData("revoke")]
    [InlineData("return")]
    public async Task The_same_command_again_answers_the_same_and_writes_nothing(string kind)
    {
        var send = await ArrangeAsync(kind);
        var first = await send();
        first.Result.ShouldBe(CommandResult.Applied, first.Message);
        var before = await silo.Database.RowsAsync();

        (await send()).ShouldBe(first);

        (await silo.Database.RowsAsync()).ShouldBe(before);
    }

    private async Task<Func<Task<CommandOutcome>>> ArrangeAsync(string kind)
    {
        var (honour, grain, id) = await ConferredAsync();
        switch (kind)
        {
            case "confer":
                var confer = ByHand(honour, 2019).Command;
                return () => grain.ConferAsync(confer);
            case "prove":
                var document = NewDocument();
                var prove = new ProveConferral(Stamp, id, A.Decision(document.Id), Entered, document);
                return () => grain.ProveAsync(prove);
            case "correct":
                var correct = Correct(id, A.Facts(2020), seen: Entered);
                return () => grain.CorrectAsync(correct);
            case "certificate":
                var recipient = (await OneAsync(id)).Recipients[0].Id;
                var entry = new CertificateDraft(recipient, CertificateStep.Issued, "证-007", On: null);
                var note = new NoteCertificate(Stamp, id, entry, Entered);
                return () => grain.NoteCertificateAsync(note);
            case "wrong":
                var wrong = new EndConferral(Stamp, id, ConferralStatus.Deprecated, "误录", SeenVersion: Entered);
                return () => grain.EndAsync(wrong);
            case "restore":
                await grain.EndAsync(new EndConferral(Stamp, id, ConferralStatus.Deprecated, "误录", SeenVersion: Entered));
                var restore = new RestoreConferral(Stamp, id, Entered + 1);
                return () => grain.RestoreAsync(restore);
            case "revoke":
                var revoke = Revoke(id, seen: Entered);
                return () => grain.EndAsync(revoke);
            default:
                await grain.EndAsync(Revoke(id, seen: Entered));
                var back = new NoteReturn(Stamp, id, Medal: true, Certificate: true, Entered + 1);
                return () => grain.NoteReturnAsync(back);
        }
    }

    /// <summary>An honour that stands as it was entered.</summary>
    private async Task<(Honour Honour, IAwardGrain Grain, Guid Id)> ConferredAsync()
    {
        var honour = await Honour.PrepareAsync(silo.Database);
        var (grain, command) = (silo.Award(honour.Award.Id), honour.Confer());
        await grain.ConferAsync(command);
        return (honour, grain, command.ConferralId);
    }

    private async Task<Conferral> OneAsync(Guid id)
    {
        await using var db = silo.Database.Open();
        return await db
            .Conferrals.AsNoTracking()
            .Include(c => c.Recipients)
            .Include(c => c.Evidence)
            .Include(c => c.Certificates)
            .Include(c => c.Revocation)
            .SingleAsync(c => c.Id == id);
    }

    private async Task IsRefusedAsync<TRule>(Func<Task<CommandOutcome>> act)
        where TRule : IRule
    {
        var before = await silo.Database.RowsAsync();

        var outcome = await act();

        (outcome.Result, outcome.Rule).ShouldBe((CommandResult.Rejected, typeof(TRule).Name));
        (await silo.Database.RowsAsync()).ShouldBe(before);
    }

    private static CommandStamp Stamp => CommandStamp.New(A.Clerk, "测试理由");

    private static CorrectConferral Correct(Guid id, ConferralFacts facts, long seen) => new(Stamp, id, facts, seen);

    private static EndConferral Revoke(Guid id, long seen) =>
        new(
            Stamp,
            id,
            ConferralStatus.Revoked,
            "事迹不实",
            Revocation: new RevocationFacts("示例集团", new PartialDate(2025, 3, 1)),
            SeenVersion: seen
        );

    private static DocumentDraft NewDocument() =>
        new(
            Guid.CreateVersion7(),
            DocumentKind.Confers,
            "关于表彰的决定",
            A.UniqueName("示发"),
            "示例集团",
            new DateOnly(2024, 4, 30),
            new ScanFacts("决定.pdf", Sha256Hex.Of(A.UniqueName("扫描")), "application/pdf", 10)
        );

    private static (Confer Command, Guid Document) ByHand(Honour honour, int year = 2024)
    {
        var document = NewDocument();
        var command = new Confer(
            Stamp,
            Guid.CreateVersion7(),
            A.Facts(year, documentId: document.Id) with
            {
                Date = new PartialDate(year, 5, 1),
            },
            [honour.Recipient],
            A.Decision(document.Id),
            ByHand: new EnteredByHand(document, "证-001")
        );
        return (command, document.Id);
    }
}
