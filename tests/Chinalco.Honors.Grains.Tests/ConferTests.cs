using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Grains.Tests;

/// <summary>Conferring, and what a second report of the same honour does.</summary>
[Collection(OneSiloShared.Name)]
public sealed class ConferTests(OneSilo silo)
{
    [Fact]
    public async Task A_conferral_names_its_recipient()
    {
        var (honour, grain) = await ArrangeAsync();

        await grain.ConferAsync(honour.Confer());

        (await ConferralsAsync(honour)).Single().Recipients.Single().HonoreeId.ShouldBe(honour.Honoree.Id);
    }

    [Fact]
    public async Task The_outcome_names_the_conferral()
    {
        var (honour, grain) = await ArrangeAsync();
        var command = honour.Confer();

        var outcome = await grain.ConferAsync(command);

        outcome.ShouldBe(CommandOutcome.Applied(command.ConferralId, 2));
    }

    [Fact]
    public async Task A_conferral_is_written_into_the_awards_chain()
    {
        var (honour, grain) = await ArrangeAsync();

        await grain.ConferAsync(honour.Confer());

        (await silo.Database.ChainOfAsync(honour.Award.Id))
            .Select(a => (a.Action, a.ActorId, a.Reason))
            .ShouldBe([("award.confer", A.Clerk.Id, "测试")]);
    }

    [Fact]
    public async Task The_same_honour_reported_twice_is_one_conferral_with_two_proofs()
    {
        var (honour, grain) = await ArrangeAsync();
        await grain.ConferAsync(honour.Confer(sentence: 0));

        await grain.ConferAsync(honour.Confer(sentence: 1));

        (await ConferralsAsync(honour)).Select(c => c.Evidence.Count).ShouldBe([2]);
    }

    [Fact]
    public async Task The_same_sentence_reported_twice_leaves_nothing_to_do()
    {
        var (honour, grain) = await ArrangeAsync();
        await grain.ConferAsync(honour.Confer());

        (await grain.ConferAsync(honour.Confer())).Result.ShouldBe(CommandResult.NothingToDo);
    }

    [Fact]
    public async Task Another_year_is_another_conferral()
    {
        var (honour, grain) = await ArrangeAsync();
        await grain.ConferAsync(honour.Confer(2023));

        await grain.ConferAsync(honour.Confer(2024));

        (await ConferralsAsync(honour)).Select(c => c.Year).ShouldBe([2023, 2024]);
    }

    [Fact]
    public async Task Another_edition_of_the_year_is_another_conferral()
    {
        var (honour, grain) = await ArrangeAsync();
        await grain.ConferAsync(honour.Confer(edition: "上半年"));

        await grain.ConferAsync(honour.Confer(edition: "下半年"));

        (await ConferralsAsync(honour)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Another_company_of_recipients_is_another_conferral()
    {
        var (honour, grain) = await ArrangeAsync();
        await grain.ConferAsync(honour.Confer());

        await grain.ConferAsync(honour.Confer(sentence: 1, recipients: [honour.Recipient, A.Team("示例班组")]));

        (await ConferralsAsync(honour)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_report_without_a_year_joins_the_one_conferral_there_is()
    {
        var (honour, grain) = await ArrangeAsync();
        await grain.ConferAsync(honour.Confer(2023));

        await grain.ConferAsync(honour.Confer(year: null, sentence: 1));

        (await ConferralsAsync(honour)).Select(c => (c.Year, c.Evidence.Count)).ShouldBe([((int?)2023, 2)]);
    }

    [Fact]
    public async Task A_report_without_a_year_is_undecided_between_two()
    {
        var (honour, grain) = await ArrangeAsync();
        await grain.ConferAsync(honour.Confer(2023));
        await grain.ConferAsync(honour.Confer(2024));

        (await grain.ConferAsync(honour.Confer(year: null, sentence: 1))).Result.ShouldBe(CommandResult.Undecided);
    }

    [Fact]
    public async Task An_undecided_report_writes_nothing()
    {
        var (honour, grain) = await ArrangeAsync();
        await grain.ConferAsync(honour.Confer(2023));
        await grain.ConferAsync(honour.Confer(2024));
        var before = await silo.Database.RowsAsync();

        await grain.ConferAsync(honour.Confer(year: null, sentence: 1));

        (await silo.Database.RowsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_report_of_a_year_with_two_editions_is_undecided_between_them()
    {
        var (honour, grain) = await ArrangeAsync();
        await grain.ConferAsync(honour.Confer(edition: "上半年"));
        await grain.ConferAsync(honour.Confer(edition: "下半年"));

        (await grain.ConferAsync(honour.Confer(sentence: 1))).Result.ShouldBe(CommandResult.Undecided);
    }

    [Fact]
    public async Task A_report_of_an_edition_joins_the_conferral_of_that_edition()
    {
        var (honour, grain) = await ArrangeAsync();
        await grain.ConferAsync(honour.Confer(2022, "第七届"));
        var eighth = honour.Confer(2023, "第八届");
        await grain.ConferAsync(eighth);

        (await grain.ConferAsync(honour.Confer(year: null, "第八届", sentence: 1))).SubjectId.ShouldBe(eighth.ConferralId);
    }

    [Fact]
    public async Task A_later_report_teaches_the_year()
    {
        var (honour, grain) = await ArrangeAsync();
        await grain.ConferAsync(honour.Confer(year: null));

        await grain.ConferAsync(honour.Confer(2023, sentence: 1));

        (await ConferralsAsync(honour)).Select(c => c.Year).ShouldBe([2023]);
    }

    [Fact]
    public async Task A_year_learned_from_the_same_sentence_is_audited_too()
    {
        var (honour, grain) = await ArrangeAsync();
        await grain.ConferAsync(honour.Confer(year: null));

        await grain.ConferAsync(honour.Confer(2023));

        (await silo.Database.ChainOfAsync(honour.Award.Id)).Select(a => a.Action).ShouldBe(["award.confer", "award.learn"]);
    }

    [Fact]
    public async Task A_wrong_conferral_is_not_joined_but_entered_anew()
    {
        var (honour, grain) = await ArrangeAsync();
        var wrong = honour.Confer();
        await grain.ConferAsync(wrong);
        await grain.EndAsync(Honour.End(wrong.ConferralId, ConferralStatus.Deprecated));

        await grain.ConferAsync(honour.Confer());

        (await ConferralsAsync(honour)).Select(c => c.Status).Order().ShouldBe([ConferralStatus.Confirmed, ConferralStatus.Deprecated]);
    }

    [Fact]
    public async Task A_revoked_honour_reported_again_stays_revoked()
    {
        var (honour, grain) = await ArrangeAsync();
        var revoked = honour.Confer();
        await grain.ConferAsync(revoked);
        await grain.EndAsync(Honour.End(revoked.ConferralId, ConferralStatus.Revoked));

        await grain.ConferAsync(honour.Confer(sentence: 1));

        (await ConferralsAsync(honour)).Select(c => c.Status).ShouldBe([ConferralStatus.Revoked]);
    }

    [Fact]
    public async Task A_finding_is_confirmed_with_its_conferral()
    {
        var (honour, grain) = await ArrangeAsync();
        var finding = await FindingAsync(honour);
        var command = honour.Confer();

        await grain.ConferAsync(command with { Evidence = command.Evidence with { FindingId = finding.Id } });

        using var db = silo.Database.Open();
        db.Findings.Single(f => f.Id == finding.Id).ConferralId.ShouldBe(command.ConferralId);
    }

    [Fact]
    public async Task A_rejected_finding_confers_nothing()
    {
        var (honour, grain) = await ArrangeAsync();
        var finding = await FindingAsync(honour, f => f.Reject("同名不同人", A.Clerk, A.Moment));
        var command = honour.Confer();

        var outcome = await grain.ConferAsync(command with { Evidence = command.Evidence with { FindingId = finding.Id } });

        outcome.Rule.ShouldBe(nameof(ARejectedFindingStaysRejected));
    }

    private async Task<Finding> FindingAsync(Honour honour, Action<Finding>? then = null)
    {
        var proof = honour.Proof(0);
        var finding = new Finding(
            Guid.NewGuid(),
            honour.Article.Id,
            ordinal: 1,
            FindingKind.Conferral,
            new FindingClaim("甲", RecipientKind.Person, null, null, null, honour.Honoree.Id, "示例", "示例", null, null, 2024, null),
            new FindingProof(proof.Start!.Value, proof.End!.Value, proof.Quote!, "rule", 0.9, "说明"),
            safe: true
        );
        then?.Invoke(finding);
        await silo.Database.SaveAsync(finding);
        return finding;
    }

    private async Task<(Honour Honour, IAwardGrain Grain)> ArrangeAsync()
    {
        var honour = await Honour.PrepareAsync(silo.Database);
        return (honour, silo.Award(honour.Award.Id));
    }

    private Task<List<Conferral>> ConferralsAsync(Honour honour) => silo.Database.ConferralsOfAsync(honour.Award.Id);
}
