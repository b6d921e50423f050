using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Identities;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Tests.Identities;

/// <summary>Two entries become one person, one entry two people, and either is taken back exactly.</summary>
public sealed class MergingTests : IAsyncLifetime
{
    private TemporaryDatabase database = null!;
    private DirectCommands direct = null!;
    private CrashOnce crash = null!;

    private static CommandStamp Stamp => CommandStamp.New(A.Clerk, "经核实为同一人");

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    public async ValueTask InitializeAsync()
    {
        crash = new CrashOnce();
        database = await TemporaryDatabase.CreateAsync(crash);
        direct = new DirectCommands(database);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_is_merged_and_taken_back_is_as_it_was(int seed)
    {
        var registry = await RandomRegistry.SaveAsync(database, seed);
        var before = await database.EveryRowAsync();
        var choices = new MergeChoices(
            Enum.GetValues<IdentityField>()
                .ToImmutableDictionary(
                    f => f,
                    f => registry.Pick<Side>(f == IdentityField.Posts ? [Side.Kept, Side.Absorbed, Side.Both] : [Side.Kept, Side.Absorbed])
                )
        );
        var (first, second) = (Stamp, Stamp);
        await MergeAsync(registry.People[0], registry.People[1], first, choices);
        var between = await database.EveryRowAsync();
        await MergeAsync(registry.People[2], registry.People[0], second, choices);
        await TermsAreDerivedAsync();

        (await direct.Identities.UndoAsync(second.CommandId, Stamp)).Succeeded.ShouldBeTrue();
        (await database.EveryRowAsync()).ShouldBe(between);
        var undone = await direct.Identities.UndoAsync(first.CommandId, Stamp);
        undone.Succeeded.ShouldBeTrue(undone.Message);
        (await database.EveryRowAsync()).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_is_split_and_taken_back_is_as_it_was(int seed)
    {
        var registry = await RandomRegistry.SaveAsync(database, seed);
        var before = await database.EveryRowAsync();
        var (person, other) = (registry.People[0], registry.People[1]);
        var toOther = registry.Maybe();
        var mine = registry.Conferrals.Where(c => c.Recipients.Any(r => r.HonoreeId == person.Id));
        var choice = new SplitChoice(
            [.. mine.Where(c => registry.Maybe() && !(toOther && c.Recipients.Any(r => r.HonoreeId == other.Id))).Select(c => c.Id)],
            [.. person.Employments.Where(_ => registry.Maybe()).Select(e => e.Id)],
            [.. person.Aliases.Select(a => a.Id)],
            [.. registry.Articles.Where(_ => registry.Maybe()).Select(a => a.Id)],
            [],
            Number: true
        );
        var target = toOther ? new SplitTarget(other.Id) : new SplitTarget(ExistingId: null, "付军", UnitText: "示例厂");
        var stamp = Stamp;

        var outcome = await direct.Identities.SplitAsync(person.Id, choice, target, await SeenAsync(person.Id, target.ExistingId), stamp);

        outcome.Succeeded.ShouldBeTrue(outcome.Message);
        await using (var db = database.Open())
        {
            var moved = await db.Recipients.Where(r => choice.Conferrals.Contains(r.ConferralId)).ToListAsync();
            moved.ShouldNotContain(r => r.HonoreeId == person.Id);
        }

        await TermsAreDerivedAsync();
        var undone = await direct.Identities.UndoAsync(stamp.CommandId, Stamp);
        undone.Succeeded.ShouldBeTrue(undone.Message);
        (await database.EveryRowAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_same_honour_of_both_stands_once_with_the_proofs_of_both()
    {
        var (honour, twin) = await TwinsAsync();
        var (one, two) = (honour.Confer(sentence: 0), honour.Confer(2024, null, 1, A.Person(twin.Id, honour.Unit.Id, twin.Name)));
        await direct.Awards.ConferAsync(honour.Award.Id, one);
        await direct.Awards.ConferAsync(honour.Award.Id, two);

        await MergeAsync(honour.Honoree, twin, Stamp);

        var all = await database.ConferralsOfAsync(honour.Award.Id);
        var stays = all.Single(c => c.Status == ConferralStatus.Confirmed);
        stays.Id.ShouldBe(one.ConferralId);
        stays.Evidence.Count.ShouldBe(2);
        stays.Recipients.ShouldHaveSingleItem().HonoreeId.ShouldBe(honour.Honoree.Id);
        all.Single(c => c.Id == two.ConferralId).Status.ShouldBe(ConferralStatus.Deprecated);
    }

    [Fact]
    public async Task What_was_revoked_of_one_is_revoked_of_both()
    {
        var (honour, twin) = await TwinsAsync();
        var (one, two) = (honour.Confer(), honour.Confer(2024, null, 1, A.Person(twin.Id, honour.Unit.Id, twin.Name)));
        await direct.Awards.ConferAsync(honour.Award.Id, one);
        await direct.Awards.ConferAsync(honour.Award.Id, two);
        await direct.Awards.EndAsync(honour.Award.Id, Honour.End(two.ConferralId, ConferralStatus.Revoked));

        await MergeAsync(honour.Honoree, twin, Stamp);

        (await database.ConferralsOfAsync(honour.Award.Id)).ShouldNotContain(c => c.Counts);
    }

    [Fact]
    public async Task Names_and_numbers_of_both_lead_to_the_one_who_is_kept()
    {
        var (kept, absorbed) = (A.Honoree("王建国", "S1"), A.Honoree("王建囯", "S2"));
        await database.SaveAsync(kept, absorbed);

        await MergeAsync(
            kept,
            absorbed,
            Stamp,
            new MergeChoices(ImmutableDictionary<IdentityField, Side>.Empty.Add(IdentityField.Number, Side.Absorbed))
        );

        await using var db = database.Open();
        var one = await db.Honorees.Include(h => h.Aliases).SingleAsync();
        (one.Id, one.EmployeeNumber).ShouldBe((kept.Id, "S2"));
        one.Aliases.Select(a => (a.Kind, a.Text)).ShouldBe([(AliasKind.Name, "王建囯"), (AliasKind.Number, "S1")], ignoreOrder: true);
        (await db.SearchTerms.Where(t => t.Term == "王建囯").Select(t => t.EntityId).SingleAsync()).ShouldBe(kept.Id);
        (await MergedPeople.KeptAsync(db, absorbed.Id)).ShouldBe(kept.Id);
    }

    [Fact]
    public async Task Whoever_was_merged_along_a_chain_leads_to_its_end()
    {
        var people = Enumerable.Range(0, 3).Select(_ => A.Honoree()).ToArray();
        await database.SaveAsync([.. people]);

        await MergeAsync(people[1], people[2], Stamp);
        await MergeAsync(people[0], people[1], Stamp);

        await using var db = database.Open();
        (await MergedPeople.KeptAsync(db, people[2].Id)).ShouldBe(people[0].Id);
        (await MergedPeople.KeptAsync(db, people[1].Id)).ShouldBe(people[0].Id);
    }

    [Fact]
    public async Task Whoever_is_read_anew_under_the_old_name_is_the_one_who_is_kept()
    {
        var (kept, absorbed) = (A.Honoree(), A.Honoree());
        await database.SaveAsync(kept, absorbed);
        await MergeAsync(kept, absorbed, Stamp);

        var command = new RegisterHonoree(Stamp, absorbed.Name, EmployeeNumber: null, HonoreeStatus.Unknown, []);
        var outcome = await direct.Honorees.RegisterAsync(absorbed.Id, command);

        (outcome.Result, outcome.SubjectId).ShouldBe((CommandResult.NothingToDo, kept.Id));
    }

    [Fact]
    public async Task The_same_merge_twice_is_one()
    {
        var (honour, twin) = await TwinsAsync();
        var (stamp, seen) = (Stamp, await SeenTwoAsync(honour.Honoree.Id, twin.Id));
        var first = await direct.Identities.MergeAsync(honour.Honoree.Id, twin.Id, MergeChoices.None, seen, stamp);
        var before = await database.RowsAsync();

        (await direct.Identities.MergeAsync(honour.Honoree.Id, twin.Id, MergeChoices.None, seen, stamp)).ShouldBe(first);

        first.Result.ShouldBe(CommandResult.Applied);
        (await database.RowsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Whoever_saw_something_else_merges_nothing()
    {
        var (honour, twin) = await TwinsAsync();
        var seen = await SeenTwoAsync(honour.Honoree.Id, twin.Id);
        await direct.Awards.ConferAsync(honour.Award.Id, honour.Confer());

        var outcome = await direct.Identities.MergeAsync(honour.Honoree.Id, twin.Id, MergeChoices.None, seen, Stamp);

        outcome.Rule.ShouldBe(nameof(WhoIsWhoIsAsItWasSeen));
        await using var db = database.Open();
        (await db.Honorees.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_process_that_dies_in_the_middle_leaves_nothing_half_done()
    {
        var (honour, twin) = await TwinsAsync();
        await direct.Awards.ConferAsync(honour.Award.Id, honour.Confer(2024, null, 1, A.Person(twin.Id, honour.Unit.Id, twin.Name)));
        var (stamp, seen, before) = (Stamp, await SeenTwoAsync(honour.Honoree.Id, twin.Id), await database.EveryRowAsync());
        crash.BeforeCommit();

        await Should.ThrowAsync<Exception>(() => direct.Identities.MergeAsync(honour.Honoree.Id, twin.Id, MergeChoices.None, seen, stamp));

        (await database.EveryRowAsync()).ShouldBe(before);
        (await direct.Identities.MergeAsync(honour.Honoree.Id, twin.Id, MergeChoices.None, seen, stamp)).Result.ShouldBe(
            CommandResult.Applied
        );
    }

    [Fact]
    public async Task What_was_changed_since_is_named_and_nothing_is_taken_back()
    {
        var (honour, twin) = await TwinsAsync();
        var confer = honour.Confer(2024, null, 1, A.Person(twin.Id, honour.Unit.Id, twin.Name));
        await direct.Awards.ConferAsync(honour.Award.Id, confer);
        var stamp = Stamp;
        await MergeAsync(honour.Honoree, twin, stamp);
        await direct.Awards.CorrectAsync(honour.Award.Id, Honour.Correct(confer.ConferralId, A.Facts(2021)));
        var before = await database.EveryRowAsync();

        var outcome = await direct.Identities.UndoAsync(stamp.CommandId, Stamp);

        outcome.Rule.ShouldBe(nameof(NothingWasChangedSince));
        outcome.Message.ShouldNotBeNull().ShouldContain(honour.Award.Name);
        (await database.EveryRowAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Whoever_was_split_off_and_honoured_since_is_not_undone()
    {
        var honour = await Honour.PrepareAsync(database);
        var confer = honour.Confer();
        await direct.Awards.ConferAsync(honour.Award.Id, confer);
        var choice = new SplitChoice([confer.ConferralId], [], [], [], [], Number: false);
        var stamp = Stamp;
        var split = await direct.Identities.SplitAsync(
            honour.Honoree.Id,
            choice,
            new SplitTarget(ExistingId: null, "付军"),
            await SeenAsync(honour.Honoree.Id, otherId: null),
            stamp
        );
        await direct.Awards.ConferAsync(honour.Award.Id, honour.Confer(2019, null, 2, A.Person(split.SubjectId, honour.Unit.Id, "付军")));

        var outcome = await direct.Identities.UndoAsync(stamp.CommandId, Stamp);

        outcome.Message.ShouldNotBeNull().ShouldContain("新登记的荣誉");
    }

    [Fact]
    public async Task An_undo_is_done_once_and_leaves_its_record()
    {
        var (honour, twin) = await TwinsAsync();
        var stamp = Stamp;
        await MergeAsync(honour.Honoree, twin, stamp);
        (await direct.Identities.UndoAsync(stamp.CommandId, Stamp)).Result.ShouldBe(CommandResult.Applied);

        (await direct.Identities.UndoAsync(stamp.CommandId, Stamp)).Rule.ShouldBe(nameof(AnIdentityChangeIsUndoneOnce));

        (await database.ChainOfAsync(twin.Id)).Select(r => r.Action).ShouldBe(["honoree.merge", "honoree.undo"]);
        (await database.ChainOfAsync(twin.Id)).IsWhole().ShouldBeTrue();
    }

    private async Task<(Honour Honour, Honoree Twin)> TwinsAsync()
    {
        var (honour, twin) = (await Honour.PrepareAsync(database), A.Honoree());
        await database.SaveAsync(twin);
        return (honour, twin);
    }

    private async Task MergeAsync(Honoree kept, Honoree absorbed, CommandStamp stamp, MergeChoices? choices = null)
    {
        var seen = await SeenTwoAsync(kept.Id, absorbed.Id);
        var outcome = await direct.Identities.MergeAsync(kept.Id, absorbed.Id, choices ?? MergeChoices.None, seen, stamp);
        outcome.Result.ShouldBe(CommandResult.Applied, outcome.Message);
    }

    private async Task<string> SeenTwoAsync(Guid kept, Guid absorbed)
    {
        await using var db = database.Open();
        return (await TwoEntries.LoadAsync(db, kept, absorbed)).ShouldNotBeNull().Digest;
    }

    private async Task<string> SeenAsync(Guid person, Guid? otherId)
    {
        await using var db = database.Open();
        return (await OneOfTwo.LoadAsync(db, person, otherId)).ShouldNotBeNull().Digest;
    }

    private async Task TermsAreDerivedAsync()
    {
        await using var db = database.Open();
        var people = await db.Honorees.AsNoTracking().Include(h => h.Aliases).ToListAsync();
        var stored = await db.SearchTerms.AsNoTracking().Where(t => t.Of == SearchKind.Person).ToListAsync();
        stored.ToHashSet().SetEquals(people.SelectMany(SearchTerms.Of)).ShouldBeTrue();
    }
}
