using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Grains.Tests;

/// <summary>The process dies around the commit of a command.</summary>
[Collection(OneSiloShared.Name)]
public sealed class CrashTests(OneSilo silo)
{
    [Fact]
    public async Task A_crash_before_the_commit_leaves_nothing()
    {
        var honour = await Honour.PrepareAsync(silo.Database);
        var before = await silo.Database.RowsAsync();
        silo.Crash.BeforeCommit();

        await Should.ThrowAsync<Exception>(() => silo.Award(honour.Award.Id).ConferAsync(honour.Confer()));

        (await silo.Database.RowsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_crash_before_the_commit_moves_no_page()
    {
        var honour = await Honour.PrepareAsync(silo.Database);
        var before = await silo.Database.PagesAsync(honour);
        silo.Crash.BeforeCommit();

        await Should.ThrowAsync<Exception>(() => silo.Award(honour.Award.Id).ConferAsync(honour.Confer()));

        (await silo.Database.PagesAsync(honour)).ShouldBe(before);
    }

    [Fact]
    public async Task After_a_crash_before_the_commit_the_same_command_is_carried_out()
    {
        var honour = await Honour.PrepareAsync(silo.Database);
        var command = honour.Confer();
        silo.Crash.BeforeCommit();
        await Should.ThrowAsync<Exception>(() => silo.Award(honour.Award.Id).ConferAsync(command));

        (await silo.Award(honour.Award.Id).ConferAsync(command)).Result.ShouldBe(CommandResult.Applied);
    }

    [Fact]
    public async Task After_a_crash_behind_the_commit_the_same_command_answers_what_it_did()
    {
        var (honour, command) = await CrashBehindCommitAsync();

        (await silo.Award(honour.Award.Id).ConferAsync(command)).ShouldBe(CommandOutcome.Applied(command.ConferralId, 2));
    }

    [Fact]
    public async Task After_a_crash_behind_the_commit_there_is_one_conferral()
    {
        var (honour, command) = await CrashBehindCommitAsync();

        await silo.Award(honour.Award.Id).ConferAsync(command);

        (await silo.Database.ConferralsOfAsync(honour.Award.Id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_a_crash_behind_the_commit_there_is_one_audit_record()
    {
        var (honour, command) = await CrashBehindCommitAsync();

        await silo.Award(honour.Award.Id).ConferAsync(command);

        (await silo.Database.ChainOfAsync(honour.Award.Id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_a_crash_behind_the_commit_the_owner_tells_the_new_version()
    {
        var (honour, _) = await CrashBehindCommitAsync();

        (await silo.Award(honour.Award.Id).GetAsync())!.Version.ShouldBe(2);
    }

    private async Task<(Honour Honour, Awards.Confer Command)> CrashBehindCommitAsync()
    {
        var honour = await Honour.PrepareAsync(silo.Database);
        await silo.Award(honour.Award.Id).GetAsync();
        var command = honour.Confer();
        silo.Crash.AfterCommit();
        await Should.ThrowAsync<Exception>(() => silo.Award(honour.Award.Id).ConferAsync(command));
        return (honour, command);
    }
}
