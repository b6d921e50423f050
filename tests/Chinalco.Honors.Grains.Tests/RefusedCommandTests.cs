using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Grains.Tests;

/// <summary>What the rules forbid: the rule's name comes across the boundary, and no table has a row more.</summary>
[Collection(OneSiloShared.Name)]
public sealed class RefusedCommandTests(OneSilo silo)
{
    [Fact]
    public Task A_quote_that_is_not_literal() =>
        ConferIsRefusedAsync<AQuoteStandsInItsArticle>(h => h.Confer() with { Evidence = A.Passage(h.Article.Id, 0, "第99次会上") });

    [Fact]
    public Task A_quote_from_no_article() =>
        ConferIsRefusedAsync<TheEntityExists>(h => h.Confer() with { Evidence = A.Passage(Guid.NewGuid(), 0, "甲") });

    [Fact]
    public Task A_recipient_nobody_knows() => ConferIsRefusedAsync<TheEntityExists>(h => h.Confer(recipients: A.Person()));

    [Fact]
    public Task A_unit_nobody_knows() => ConferIsRefusedAsync<TheEntityExists>(h => h.Confer(recipients: A.Team("班组", Guid.NewGuid())));

    [Fact]
    public Task A_document_nobody_knows() =>
        ConferIsRefusedAsync<TheEntityExists>(h => h.Confer() with { Facts = A.Facts(documentId: Guid.NewGuid()) });

    [Fact]
    public Task A_conferral_to_nobody() => ConferIsRefusedAsync<AConferralHasRecipients>(h => h.Confer() with { Recipients = [] });

    [Fact]
    public Task A_year_before_the_republic() => ConferIsRefusedAsync<TheYearIsPlausible>(h => h.Confer(1900));

    [Fact]
    public async Task An_award_nobody_knows()
    {
        var honour = await Honour.PrepareAsync(silo.Database);

        await IsRefusedAsync<TheEntityExists>(() => silo.Award(Guid.NewGuid()).ConferAsync(honour.Confer()));
    }

    [Fact]
    public Task An_implausible_year_to_learn() =>
        AfterConferralIsRefusedAsync<TheYearIsPlausible>(
            year: null,
            (h, grain, _) => grain.ConferAsync(h.Confer(year: null, sentence: 1)),
            (h, grain, _) => grain.ConferAsync(h.Confer(1900))
        );

    [Theory]
    [InlineData(ConferralStatus.Expired)]
    [InlineData(ConferralStatus.Deprecated)]
    [InlineData(ConferralStatus.Revoked)]
    public Task Ending_a_revoked_conferral(ConferralStatus status) =>
        AfterConferralIsRefusedAsync<ARevokedConferralStaysRevoked>(
            2024,
            (_, grain, id) => grain.EndAsync(Honour.End(id, ConferralStatus.Revoked)),
            (_, grain, id) => grain.EndAsync(Honour.End(id, status))
        );

    [Fact]
    public Task Ending_a_conferral_by_confirming_it() =>
        AfterConferralIsRefusedAsync<AnEndIsExpiredDeprecatedOrRevoked>(
            2024,
            (_, grain, id) => grain.EndAsync(Honour.End(id, ConferralStatus.Expired)),
            (_, grain, id) => grain.EndAsync(Honour.End(id, ConferralStatus.Confirmed))
        );

    [Fact]
    public Task Correcting_a_revoked_conferral() =>
        AfterConferralIsRefusedAsync<ARevokedConferralStaysRevoked>(
            2024,
            (_, grain, id) => grain.EndAsync(Honour.End(id, ConferralStatus.Revoked)),
            (_, grain, id) => grain.CorrectAsync(Honour.Correct(id, A.Facts(2023)))
        );

    [Fact]
    public Task Correcting_a_conferral_into_another_one() =>
        AfterConferralIsRefusedAsync<AnHonourIsConferredOnce>(
            2024,
            (h, grain, _) => grain.ConferAsync(h.Confer(2023)),
            (_, grain, id) => grain.CorrectAsync(Honour.Correct(id, A.Facts(2023)))
        );

    [Fact]
    public async Task Ending_a_conferral_of_another_award()
    {
        var (honour, other) = (await Honour.PrepareAsync(silo.Database), await Honour.PrepareAsync(silo.Database));
        var command = honour.Confer();
        await silo.Award(honour.Award.Id).ConferAsync(command);

        await IsRefusedAsync<TheEntityExists>(() =>
            silo.Award(other.Award.Id).EndAsync(Honour.End(command.ConferralId, ConferralStatus.Revoked))
        );
    }

    [Fact]
    public async Task A_second_award_of_the_same_name()
    {
        var honour = await Honour.PrepareAsync(silo.Database);

        await IsRefusedAsync<AnAwardsNameIsItsOwn>(() => silo.Award(Guid.NewGuid()).RegisterAsync(Registering.Award(honour.Award.Name)));
    }

    [Fact]
    public async Task An_employee_number_given_twice()
    {
        await silo.Database.SaveAsync(A.Honoree(employeeNumber: "E7001"));

        await IsRefusedAsync<AnEmployeeNumberIsGivenOnce>(() =>
            silo.Honoree(Guid.NewGuid()).RegisterAsync(Registering.Honoree(employeeNumber: "E7001"))
        );
    }

    [Fact]
    public Task An_employment_in_no_unit() =>
        IsRefusedAsync<TheEntityExists>(() =>
            silo.Honoree(Guid.NewGuid()).RegisterAsync(Registering.Honoree(new EmploymentFact(Guid.NewGuid(), "示例厂", "工人")))
        );

    [Fact]
    public Task An_employment_from_no_date() =>
        IsRefusedAsync<ADateIsAYearAMonthOrADay>(() =>
            silo.Honoree(Guid.NewGuid()).RegisterAsync(Registering.Honoree(new EmploymentFact(UnitId: null, "示例厂", "工人", "去年")))
        );

    [Fact]
    public Task Moving_nobody() =>
        IsRefusedAsync<TheEntityExists>(() =>
            silo.Honoree(Guid.NewGuid())
                .MoveAsync(
                    new MoveHonoree(
                        CommandStamp.New(A.Clerk),
                        new EmploymentFact(UnitId: null, "示例厂", Position: null),
                        new PartialDate(2024)
                    )
                )
        );

    [Fact]
    public Task A_unit_below_no_unit() =>
        IsRefusedAsync<TheEntityExists>(() => silo.Unit(Guid.NewGuid()).RegisterAsync(Registering.Unit(parentId: Guid.NewGuid())));

    [Fact]
    public Task A_person_without_a_name() =>
        IsRefusedAsync<TextIsGiven>(() => silo.Honoree(Guid.NewGuid()).RegisterAsync(Registering.Honoree() with { Name = " " }));

    [Fact]
    public async Task A_unit_below_its_own_workshop()
    {
        var honour = await Honour.PrepareAsync(silo.Database);

        await IsRefusedAsync<AUnitIsNotItsOwnAncestor>(() =>
            silo.Unit(honour.Group.Id).MoveAsync(new MoveUnit(CommandStamp.New(A.Clerk), honour.Unit.Id))
        );
    }

    private async Task ConferIsRefusedAsync<TRule>(Func<Honour, Confer> command)
        where TRule : IRule
    {
        var honour = await Honour.PrepareAsync(silo.Database);

        await IsRefusedAsync<TRule>(() => silo.Award(honour.Award.Id).ConferAsync(command(honour)));
    }

    private async Task AfterConferralIsRefusedAsync<TRule>(
        int? year,
        Func<Honour, IAwardGrain, Guid, Task<CommandOutcome>> before,
        Func<Honour, IAwardGrain, Guid, Task<CommandOutcome>> refused
    )
        where TRule : IRule
    {
        var honour = await Honour.PrepareAsync(silo.Database);
        var (grain, first) = (silo.Award(honour.Award.Id), honour.Confer(year));
        await grain.ConferAsync(first);
        await before(honour, grain, first.ConferralId);

        await IsRefusedAsync<TRule>(() => refused(honour, grain, first.ConferralId));
    }

    private async Task IsRefusedAsync<TRule>(Func<Task<CommandOutcome>> act)
        where TRule : IRule
    {
        var before = await silo.Database.RowsAsync();

        var outcome = await act();

        (outcome.Result, outcome.Rule).ShouldBe((CommandResult.Rejected, typeof(TRule).Name));
        (await silo.Database.RowsAsync()).ShouldBe(before);
    }
}
