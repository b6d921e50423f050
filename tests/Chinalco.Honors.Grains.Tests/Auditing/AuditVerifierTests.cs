using System.Reflection;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains.Auditing;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chinalco.Honors.Grains.Tests.Auditing;

/// <summary>What somebody with the database in hand can do to the trail, and how each of it is found and named.</summary>
public sealed class AuditVerifierTests : IAsyncLifetime
{
    /// <summary>Three people with a chain of three records each.</summary>
    private readonly Guid[] people = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];

    private TemporaryDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TemporaryDatabase.CreateAsync();
        var honorees = new DirectCommands(database).Honorees;
        foreach (var person in people)
        {
            (await honorees.RegisterAsync(person, Registering.Honoree())).Result.ShouldBe(CommandResult.Applied);
            await ChangeStatusAsync(person, HonoreeStatus.Retired);
            await ChangeStatusAsync(person, HonoreeStatus.Active);
        }
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_whole_trail_shows_no_fault_before_and_after_it_is_anchored()
    {
        var (before, faultsBefore) = await VerifyAsync();
        await CastAsync();
        var (after, faultsAfter) = await VerifyAsync();

        faultsBefore.ShouldBeEmpty();
        faultsAfter.ShouldBeEmpty();
        (before.Chains, before.Records, before.Unanchored, before.Anchors, before.Commands).ShouldBe((3, 9, 9, 0, 9));
        (after.Chains, after.Records, after.Unanchored, after.Anchors).ShouldBe((3, 9, 0, 1));
        after.LastAnchor.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_changed_field_is_found_at_its_record()
    {
        await TamperAsync($"UPDATE AuditRecords SET Reason = '另有原因' WHERE EntityId = {people[1]} AND Sequence = 2");

        var (_, faults) = await VerifyAsync();

        faults
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                fault => fault.Kind.ShouldBe(AuditFaultKind.Altered),
                fault => fault.Subject.ShouldBe(new AuditSubject(AuditKinds.Honoree, people[1])),
                fault => fault.Sequence.ShouldBe(2),
                fault => fault.ToChinese().ShouldContain($"人物 {people[1]} 第 2 条")
            );
    }

    [Fact]
    public async Task A_changed_field_with_a_hash_made_to_fit_is_found_by_the_next_record()
    {
        await ForgeAsync(people[1], sequence: 2);

        var (_, faults) = await VerifyAsync();

        Kinds(faults).ShouldBe([AuditFaultKind.NotLinked]);
        faults[0].Sequence.ShouldBe(3);
    }

    [Fact]
    public async Task A_changed_last_record_with_a_hash_made_to_fit_is_found_by_its_anchor()
    {
        await CastAsync();
        await ForgeAsync(people[1], sequence: 3);

        var (_, faults) = await VerifyAsync();

        faults.ShouldHaveSingleItem().Kind.ShouldBe(AuditFaultKind.AnchorRoot);
        faults[0].Sequence.ShouldBe(1);
    }

    [Fact]
    public async Task A_missing_record_in_the_middle_is_found_as_a_gap()
    {
        await TamperAsync($"DELETE FROM AuditRecords WHERE EntityId = {people[0]} AND Sequence = 2");

        var (_, faults) = await VerifyAsync();

        var gap = faults.First(f => f.Kind == AuditFaultKind.Gap);
        gap.Subject!.EntityId.ShouldBe(people[0]);
        gap.What.ShouldContain("缺少第 2 条");
    }

    [Fact]
    public async Task A_missing_last_record_is_found_through_its_anchor_and_its_command()
    {
        await CastAsync();
        await TamperAsync($"DELETE FROM AuditRecords WHERE EntityId = {people[2]} AND Sequence = 3");

        var (_, faults) = await VerifyAsync();

        Kinds(faults).ShouldBe([AuditFaultKind.AnchorCount, AuditFaultKind.CommandWithoutRecord]);
        faults[0].What.ShouldContain("应覆盖 9 条记录，现有 8 条");
        faults[1].What.ShouldContain(people[2].ToString());
    }

    [Fact]
    public async Task A_missing_chain_is_found_through_its_anchor_and_its_owner()
    {
        await CastAsync();
        await TamperAsync($"DELETE FROM AuditRecords WHERE EntityId = {people[2]}");
        await TamperAsync(
            $"DELETE FROM ProcessedCommands WHERE NOT EXISTS (SELECT * FROM AuditRecords a WHERE a.CommandId = ProcessedCommands.CommandId)"
        );

        var (_, faults) = await VerifyAsync();

        Kinds(faults).ShouldBe([AuditFaultKind.AnchorCount, AuditFaultKind.EntityWithoutChain]);
        faults[1].Subject.ShouldBe(new AuditSubject(AuditKinds.Honoree, people[2]));
    }

    [Fact]
    public async Task A_record_moved_to_another_chain_is_found_there_and_missed_here()
    {
        await TamperAsync($"UPDATE AuditRecords SET EntityId = {people[1]}, Sequence = 4 WHERE EntityId = {people[0]} AND Sequence = 2");

        var (_, faults) = await VerifyAsync();

        faults.ShouldContain(f => f.Kind == AuditFaultKind.Gap && f.Subject!.EntityId == people[0] && f.Sequence == 3);
        faults.ShouldContain(f => f.Kind == AuditFaultKind.NotLinked && f.Subject!.EntityId == people[1] && f.Sequence == 4);
        faults.ShouldContain(f => f.Kind == AuditFaultKind.Altered && f.Subject!.EntityId == people[1] && f.Sequence == 4);
    }

    [Fact]
    public async Task Records_that_change_places_are_both_found()
    {
        await TamperAsync($"UPDATE AuditRecords SET Sequence = 9 WHERE EntityId = {people[0]} AND Sequence = 2");
        await TamperAsync($"UPDATE AuditRecords SET Sequence = 2 WHERE EntityId = {people[0]} AND Sequence = 3");
        await TamperAsync($"UPDATE AuditRecords SET Sequence = 3 WHERE EntityId = {people[0]} AND Sequence = 9");

        var (_, faults) = await VerifyAsync();

        faults.Where(f => f.Kind == AuditFaultKind.Altered).Select(f => f.Sequence).ShouldBe([2L, 3L]);
    }

    [Fact]
    public async Task An_altered_anchor_is_found()
    {
        await CastAsync();
        await TamperAsync($"UPDATE AuditAnchors SET Records = 8 WHERE Sequence = 1");

        var (_, faults) = await VerifyAsync();

        Kinds(faults).ShouldBe([AuditFaultKind.AnchorBroken, AuditFaultKind.AnchorCount]);
        faults[0].ToChinese().ShouldStartWith("锚点 1：");
    }

    [Fact]
    public async Task A_missing_anchor_in_the_middle_is_found()
    {
        await CastThreeAsync();
        await TamperAsync($"UPDATE AuditRecords SET AnchorSequence = NULL WHERE AnchorSequence = 2");
        await TamperAsync($"DELETE FROM AuditAnchors WHERE Sequence = 2");

        var (_, faults) = await VerifyAsync();

        faults.ShouldHaveSingleItem().What.ShouldContain("缺少锚点 2");
    }

    [Fact]
    public async Task A_missing_last_anchor_is_found_by_the_hash_that_the_log_kept()
    {
        var hash = (await CastThreeAsync()).LastAnchor!;
        await TamperAsync($"UPDATE AuditRecords SET AnchorSequence = NULL WHERE AnchorSequence = 3");
        await TamperAsync($"DELETE FROM AuditAnchors WHERE Sequence = 3");

        var (_, unnoticed) = await VerifyAsync();
        var (_, faults) = await VerifyAsync(hash);

        unnoticed.ShouldBeEmpty();
        faults.ShouldHaveSingleItem().Kind.ShouldBe(AuditFaultKind.AnchorUnknown);
        faults[0].What.ShouldContain(hash);
    }

    [Fact]
    public async Task A_known_anchor_is_found_among_the_anchors()
    {
        var hash = (await CastThreeAsync()).LastAnchor!;

        var (_, faults) = await VerifyAsync(hash);

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_record_that_no_command_made_is_found()
    {
        await TamperAsync(
            $"DELETE FROM ProcessedCommands WHERE CommandId IN (SELECT CommandId FROM AuditRecords WHERE EntityId = {people[0]} AND Sequence = 1)"
        );

        var (_, faults) = await VerifyAsync();

        faults.ShouldHaveSingleItem().Kind.ShouldBe(AuditFaultKind.RecordWithoutCommand);
        faults[0].Subject!.EntityId.ShouldBe(people[0]);
    }

    [Fact]
    public async Task Each_anchor_covers_what_came_since_the_one_before()
    {
        await CastThreeAsync();

        var db = database.Open();
        await using (db)
        {
            var anchors = await db.AuditAnchors.OrderBy(a => a.Sequence).ToListAsync();
            anchors.Select(a => a.Records).ShouldBe([9, 1, 1]);
            anchors.Select(a => a.PreviousHash).ShouldBe([AuditRecord.ChainStart, anchors[0].Hash, anchors[1].Hash]);
        }
    }

    [Fact]
    public async Task Nothing_new_casts_no_anchor()
    {
        await CastAsync();

        (await CastAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Two_nodes_that_cast_at_once_cover_each_record_once()
    {
        await Task.WhenAll(CastAsync(), CastAsync(), CastAsync());

        var (report, faults) = await VerifyAsync();

        faults.ShouldBeEmpty();
        (report.Anchors, report.Unanchored).ShouldBe((1, 0));
    }

    [Fact]
    public async Task One_chain_is_checked_alone()
    {
        await TamperAsync($"UPDATE AuditRecords SET Detail = '{{}}' WHERE EntityId = {people[1]} AND Sequence = 3");
        var verifier = new AuditVerifier(database);

        var whole = await verifier.VerifyChainAsync(new AuditSubject(AuditKinds.Honoree, people[0]), CancellationToken.None);
        var broken = await verifier.VerifyChainAsync(new AuditSubject(AuditKinds.Honoree, people[1]), CancellationToken.None);

        (whole.Records, whole.Faults.Count).ShouldBe((3, 0));
        broken.Faults.ShouldHaveSingleItem().Sequence.ShouldBe(3);
    }

    [Fact]
    public async Task Sql_server_understands_every_query_of_it()
    {
        var elsewhere = new AlsoOnSqlServer();
        var watched = database.OpenAgain(elsewhere);
        await using (watched)
        {
            await new AnchorCaster(watched, TimeProvider.System, NullLogger<AnchorCaster>.Instance).CastAllAsync(CancellationToken.None);
            await new AuditVerifier(watched).VerifyAsync(_ => { }, knownAnchor: null, CancellationToken.None);
            await new AuditVerifier(watched).VerifyChainAsync(new AuditSubject(AuditKinds.Honoree, people[0]), CancellationToken.None);
        }

        elsewhere.Translated.ShouldBeGreaterThan(0);
        elsewhere.Untranslated.ShouldBeEmpty();
    }

    private static IEnumerable<AuditFaultKind> Kinds(IEnumerable<AuditFault> faults) => faults.Select(f => f.Kind);

    private async Task ChangeStatusAsync(Guid person, HonoreeStatus status)
    {
        var command = new ChangeHonoreeStatus(CommandStamp.New(A.Clerk, "试一试"), status);
        (await new DirectCommands(database).Honorees.ChangeStatusAsync(person, command)).Result.ShouldBe(CommandResult.Applied);
    }

    private Task<int> CastAsync() =>
        new AnchorCaster(database, TimeProvider.System, NullLogger<AnchorCaster>.Instance).CastAllAsync(CancellationToken.None);

    /// <summary>Three anchors: over nine records, one and one.</summary>
    private async Task<AuditReport> CastThreeAsync()
    {
        await CastAsync();
        await ChangeStatusAsync(people[0], HonoreeStatus.Retired);
        await CastAsync();
        await ChangeStatusAsync(people[1], HonoreeStatus.Retired);
        await CastAsync();
        return (await VerifyAsync()).Report;
    }

    private async Task<(AuditReport Report, List<AuditFault> Faults)> VerifyAsync(string? anchor = null)
    {
        var faults = new List<AuditFault>();
        var report = await new AuditVerifier(database).VerifyAsync(faults.Add, anchor, CancellationToken.None);
        report.Faults.ShouldBe(faults.Count);
        return (report, faults);
    }

    private async Task TamperAsync(FormattableString sql)
    {
        var db = database.Open();
        await using (db)
        {
            (await db.Database.ExecuteSqlAsync(sql)).ShouldBeGreaterThan(0);
        }
    }

    /// <summary>Changes a record as somebody would who knows how its hash is made.</summary>
    private async Task ForgeAsync(Guid person, long sequence)
    {
        var db = database.Open();
        await using (db)
        {
            var record = await db.AuditRecords.AsNoTracking().FirstAsync(a => a.EntityId == person && a.Sequence == sequence);
            typeof(AuditRecord)
                .GetProperty(nameof(AuditRecord.Reason), BindingFlags.Public | BindingFlags.Instance)!
                .SetValue(record, "另有原因");
            var hash = record.ComputeHash();
            await TamperAsync($"UPDATE AuditRecords SET Reason = '另有原因', Hash = {hash} WHERE Id = {record.Id}");
        }
    }
}
