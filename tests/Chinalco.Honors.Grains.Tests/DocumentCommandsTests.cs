using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Documents;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Tests;

/// <summary>What is done to a document as a whole.</summary>
public sealed class DocumentCommandsTests : IAsyncLifetime
{
    private TemporaryDatabase database = null!;
    private DirectCommands direct = null!;
    private DocumentCommands documents = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TemporaryDatabase.CreateAsync();
        direct = new DirectCommands(database);
        documents = new DocumentCommands(new CommandTransaction(database, TimeProvider.System));
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_whole_document_is_revoked_across_awards_and_nothing_else_is()
    {
        var (document, honours) = await ArrangeAsync();

        var outcome = await RevokeAsync(document, await DigestAsync(document), Stamp);

        outcome.Result.ShouldBe(CommandResult.Applied, outcome.Message);
        await using var db = database.Open();
        var all = await db.Conferrals.Include(c => c.Revocation).ToListAsync();
        all.Where(c => c.DocumentId == document).ShouldAllBe(c => c.Status == ConferralStatus.Revoked && c.Revocation!.Body == "示例集团");
        all.Where(c => c.DocumentId != document).ShouldAllBe(c => c.Status == ConferralStatus.Confirmed);
        foreach (var honour in honours)
        {
            (await database.ChainOfAsync(honour.Award.Id))[^1].Action.ShouldBe("award.end");
        }

        (await database.ChainOfAsync(document))[^1].Action.ShouldBe("document.revoke");
    }

    [Fact]
    public async Task Whoever_saw_other_honours_revokes_none()
    {
        var (document, honours) = await ArrangeAsync();
        var seen = await DigestAsync(document);
        await direct.Awards.ConferAsync(honours[0].Award.Id, Of(honours[0], document, 2023));

        var outcome = await RevokeAsync(document, seen, Stamp);

        outcome.Rule.ShouldBe(nameof(WhatIsRevokedIsWhatWasSeen));
        await using var db = database.Open();
        (await db.Conferrals.AnyAsync(c => c.Status == ConferralStatus.Revoked)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_revocation_again_writes_nothing()
    {
        var (document, _) = await ArrangeAsync();
        var (seen, stamp) = (await DigestAsync(document), Stamp);
        var first = await RevokeAsync(document, seen, stamp);
        var before = await database.RowsAsync();

        (await RevokeAsync(document, seen, stamp)).ShouldBe(first);

        (await database.RowsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_document_that_confers_nothing_has_nothing_to_revoke()
    {
        var document = A.Document(A.UniqueName("示发"));
        await database.SaveAsync(document);

        (await RevokeAsync(document.Id, DocumentCommands.DigestOf([]), Stamp)).Rule.ShouldBe(nameof(ADocumentIsRevokedWhereItConfers));
    }

    [Fact]
    public async Task The_same_scan_twice_is_one()
    {
        var document = A.Document(A.UniqueName("示发"));
        await database.SaveAsync(document);
        var scan = new ScanFacts("决定.pdf", Sha256Hex.Of("扫描"), "application/pdf", 10);

        (await documents.AttachAsync(document.Id, scan, Stamp)).Result.ShouldBe(CommandResult.Applied);
        (await documents.AttachAsync(document.Id, scan, Stamp)).Result.ShouldBe(CommandResult.NothingToDo);

        (await database.ChainOfAsync(document.Id)).Select(r => r.Action).ShouldBe(["document.scan"]);
    }

    [Fact]
    public async Task A_scan_of_no_document_is_refused() =>
        (await documents.AttachAsync(Guid.NewGuid(), new ScanFacts("a.pdf", Sha256Hex.Of("a"), "application/pdf", 1), Stamp)).Rule.ShouldBe(
            nameof(TheEntityExists)
        );

    [Fact]
    public async Task A_corrected_issuer_is_who_asserts_what_the_document_proves()
    {
        var (document, honours) = await ArrangeAsync();
        await direct.Awards.ConferAsync(honours[0].Award.Id, honours[0].Confer(2019) with { Evidence = A.Decision(document) });
        await using var db = database.Open();
        var seen = (await db.Documents.AsNoTracking().SingleAsync(d => d.Id == document)).Facts;

        var corrected = seen with { IssuingBody = "示例集团工会", Number = A.UniqueName("正发") };
        (await documents.CorrectAsync(document, corrected, seen.Digest, Stamp)).Result.ShouldBe(CommandResult.Applied);

        (await db.Documents.AsNoTracking().SingleAsync(d => d.Id == document)).Facts.ShouldBe(corrected);
        (await db.Evidence.AsNoTracking().SingleAsync(e => e.DocumentId == document)).AssertedBy.ShouldBe("示例集团工会");
        (await documents.CorrectAsync(document, seen, seen.Digest, Stamp)).Rule.ShouldBe(nameof(TheDocumentIsAsItWasSeen));
        (await database.ChainOfAsync(document)).Select(r => r.Action).ShouldBe(["document.correct"]);
    }

    [Fact]
    public async Task Several_are_honoured_each_or_nobody_is()
    {
        var honour = await Honour.PrepareAsync(database);
        var (twin, document) = (A.Honoree(), A.Document(A.UniqueName("示发")));
        await database.SaveAsync(twin, document);
        var command = new ConferEach(
            Stamp,
            A.Facts(2023, documentId: document.Id),
            [new(Guid.CreateVersion7(), honour.Recipient, "证-1"), new(Guid.CreateVersion7(), A.Person(twin.Id, null, twin.Name))],
            A.Decision(document.Id)
        );

        (await direct.Awards.ConferEachAsync(honour.Award.Id, command)).Result.ShouldBe(CommandResult.Applied);
        (await direct.Awards.ConferEachAsync(honour.Award.Id, command)).Result.ShouldBe(CommandResult.Applied);
        var again = command with { Stamp = Stamp, Recipients = [new(Guid.CreateVersion7(), A.Team("新班组")), .. command.Recipients] };
        var refused = await direct.Awards.ConferEachAsync(honour.Award.Id, again);

        refused.Rule.ShouldBe(nameof(AnHonourIsConferredToEachOnce));
        (await database.ConferralsOfAsync(honour.Award.Id)).Count.ShouldBe(2);
    }

    /// <summary>Two honours of two awards by one document, and one by another.</summary>
    private async Task<(Guid Document, Honour[] Honours)> ArrangeAsync()
    {
        var (document, other) = (A.Document(A.UniqueName("示发")), A.Document(A.UniqueName("示发")));
        await database.SaveAsync(document, other);
        Honour[] honours = [await Honour.PrepareAsync(database), await Honour.PrepareAsync(database)];
        foreach (var honour in honours)
        {
            await direct.Awards.ConferAsync(honour.Award.Id, Of(honour, document.Id, 2024));
        }

        await direct.Awards.ConferAsync(honours[0].Award.Id, Of(honours[0], other.Id, 2022));
        return (document.Id, honours);
    }

    private static Confer Of(Honour honour, Guid document, int year) =>
        honour.Confer(year) with
        {
            Facts = A.Facts(year, documentId: document),
        };

    private async Task<string> DigestAsync(Guid document)
    {
        await using var db = database.Open();
        var concerned = await DocumentCommands.ConcernedBy(db.Conferrals, document).Select(c => new { c.Id, c.Version }).ToListAsync();
        return DocumentCommands.DigestOf(concerned.Select(c => (c.Id, c.Version)));
    }

    private Task<CommandOutcome> RevokeAsync(Guid document, string seen, CommandStamp stamp) =>
        documents.RevokeAsync(
            document,
            "评选作废",
            new RevocationFacts("示例集团", new PartialDate(2025, 3, 1)),
            seen,
            newDocument: null,
            stamp
        );

    private static CommandStamp Stamp => CommandStamp.New(A.Clerk, "测试理由");
}
