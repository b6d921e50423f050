using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Domain.Tests.Rules;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Domain.Tests.Conferrals;

public sealed class ConferralTests
{
    [Fact]
    public void A_conferral_to_nobody_is_refused() =>
        Broken.Rule<AConferralHasRecipients>(() => _ = new Conferral(Guid.NewGuid(), Guid.NewGuid(), A.Facts(), [], A.Moment));

    [Fact]
    public void A_person_must_be_known_to_the_registry() =>
        Broken.Rule<AConferralHasRecipients>(() =>
            A.Conferral(A.Facts(), new RecipientDraft(RecipientKind.Person, HonoreeId: null, UnitId: null, "甲", UnitAsPrinted: null))
        );

    [Fact]
    public void A_recipient_without_a_name_is_refused() => Broken.Rule<AConferralHasRecipients>(() => A.Conferral(A.Facts(), A.Team(" ")));

    [Fact]
    public void A_team_needs_no_unit_of_the_tree() => A.Conferral(A.Facts(), A.Team("示例班组")).Recipients.Count.ShouldBe(1);

    [Fact]
    public void Nobody_receives_the_same_conferral_twice()
    {
        var person = A.Person();

        Broken.Rule<ARecipientStandsOnceInAConferral>(() => A.Conferral(A.Facts(), person, person));
    }

    [Fact]
    public void No_team_receives_the_same_conferral_twice()
    {
        var team = A.Team("示例班组");

        Broken.Rule<ARecipientStandsOnceInAConferral>(() => A.Conferral(A.Facts(), team, team));
    }

    [Fact]
    public void Two_teams_of_one_unit_may_receive_it_together()
    {
        var unit = Guid.NewGuid();

        A.Conferral(A.Facts(), A.Team("一班", unit), A.Team("二班", unit)).Recipients.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(1948)]
    [InlineData(2027)]
    public void An_implausible_year_is_refused(int year) => Broken.Rule<TheYearIsPlausible>(() => A.Conferral(A.Facts(year)));

    [Theory]
    [InlineData(1949)]
    [InlineData(2026)]
    [InlineData(null)]
    public void A_plausible_year_or_none_is_taken(int? year) => A.Conferral(A.Facts(year)).Year.ShouldBe(year);

    [Fact]
    public void Recipients_keep_the_printed_order() =>
        A.Conferral(A.Facts(), A.Person(name: "乙"), A.Person(name: "甲"))
            .Recipients.Select(r => (r.Order, r.NameAsPrinted))
            .ShouldBe([(0, "乙"), (1, "甲")]);

    [Fact]
    public void The_key_of_recipients_does_not_depend_on_their_order()
    {
        RecipientDraft[] recipients = [A.Person(), A.Team("示例班组"), A.Team("示例工作室", Guid.NewGuid())];

        Conferral.RecipientsKeyOf(recipients.Reverse()).ShouldBe(Conferral.RecipientsKeyOf(recipients));
    }

    [Fact]
    public void The_key_tells_a_subset_from_the_whole()
    {
        var (one, other) = (A.Person(), A.Person());

        Conferral.RecipientsKeyOf([one]).ShouldNotBe(Conferral.RecipientsKeyOf([one, other]));
    }

    [Fact]
    public void The_key_knows_a_person_by_id_whatever_print_calls_them()
    {
        var id = Guid.NewGuid();

        Conferral
            .RecipientsKeyOf([A.Person(id, name: "李　华")])
            .ShouldBe(Conferral.RecipientsKeyOf([A.Person(id, Guid.NewGuid(), "李华")]));
    }

    [Fact]
    public void Only_confirmed_and_expired_conferrals_count()
    {
        Conferral[] all =
        [
            A.Conferral(),
            Ended(c => c.Expire("期满")),
            Ended(c => c.Deprecate("录错")),
            Ended(c => c.Revoke("撤销", new RevocationFacts(), A.Clerk, A.Moment)),
        ];

        all.Select(c => c.Counts).ShouldBe([true, true, false, false]);
    }

    [Fact]
    public void Ending_needs_a_reason() => Broken.Rule<TextIsGiven>(() => A.Conferral().Deprecate(" "));

    [Fact]
    public void The_reason_of_an_end_is_kept() =>
        Ended(c => c.Revoke("违纪", new RevocationFacts(), A.Clerk, A.Moment)).StatusReason.ShouldBe("违纪");

    [Fact]
    public void A_revoked_conferral_is_not_revived() =>
        Broken.Rule<ARevokedConferralStaysRevoked>(() =>
            Ended(c => c.Revoke("违纪", new RevocationFacts(), A.Clerk, A.Moment)).Expire("期满")
        );

    [Fact]
    public void A_revoked_conferral_is_not_corrected() =>
        Broken.Rule<ARevokedConferralStaysRevoked>(() =>
            Ended(c => c.Revoke("违纪", new RevocationFacts(), A.Clerk, A.Moment)).Correct(A.Facts(2023), A.Moment)
        );

    [Fact]
    public void A_deprecated_conferral_is_not_revived() =>
        Broken.Rule<ADeprecatedConferralStaysDeprecated>(() => Ended(c => c.Deprecate("录错")).Expire("期满"));

    [Fact]
    public void A_deprecated_conferral_is_not_corrected() =>
        Broken.Rule<ADeprecatedConferralStaysDeprecated>(() => Ended(c => c.Deprecate("录错")).Correct(A.Facts(2023), A.Moment));

    [Fact]
    public void An_expired_conferral_may_still_be_revoked() =>
        Ended(c =>
        {
            c.Expire("期满");
            c.Revoke("违纪", new RevocationFacts(), A.Clerk, A.Moment);
        })
            .Status.ShouldBe(ConferralStatus.Revoked);

    [Fact]
    public void A_correction_replaces_every_fact()
    {
        var facts = new ConferralFacts(2023, "第八届", "示例先锋", AwardLevel.National, "示例部", Guid.NewGuid());
        var conferral = A.Conferral();

        conferral.Correct(facts, A.Moment);

        new ConferralFacts(
            conferral.Year,
            conferral.Edition,
            conferral.AwardAsPrinted,
            conferral.Level,
            conferral.ConferringBody,
            conferral.DocumentId
        ).ShouldBe(facts);
    }

    [Fact]
    public void A_correction_to_an_implausible_year_is_refused() =>
        Broken.Rule<TheYearIsPlausible>(() => A.Conferral().Correct(A.Facts(1900), A.Moment));

    [Fact]
    public void An_open_year_is_learned()
    {
        var conferral = A.Conferral(A.Facts(year: null));

        conferral.LearnYear(2023, edition: null, A.Moment);

        conferral.Year.ShouldBe(2023);
    }

    [Fact]
    public void A_known_year_is_not_unlearned()
    {
        var conferral = A.Conferral(A.Facts(2024));

        conferral.LearnYear(2023, edition: null, A.Moment);

        conferral.Year.ShouldBe(2024);
    }

    [Fact]
    public void Learning_says_whether_anything_was_new() =>
        A.Conferral(A.Facts(2024)).LearnYear(2024, edition: null, A.Moment).ShouldBeFalse();

    [Fact]
    public void An_implausible_year_is_not_learned() =>
        Broken.Rule<TheYearIsPlausible>(() => A.Conferral(A.Facts(year: null)).LearnYear(1900, edition: null, A.Moment));

    private static Conferral Ended(Action<Conferral> end)
    {
        var conferral = A.Conferral();
        end(conferral);
        return conferral;
    }
}
