using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Domain.Tests.Rules;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Domain.Tests.Conferrals;

public sealed class RevocationTests
{
    [Fact]
    public void A_revocation_keeps_who_took_back_when_and_what_came_back()
    {
        var conferral = Revoked(new RevocationFacts("示例集团", new PartialDate(2025, 3), Guid.NewGuid(), MedalReturned: true));

        var revocation = conferral.Revocation.ShouldNotBeNull();
        (revocation.Body, revocation.Date?.ToString(), revocation.MedalReturned, revocation.CertificateReturned).ShouldBe(
            ("示例集团", "2025-03", true, false)
        );
    }

    [Fact]
    public void Nothing_is_taken_back_before_it_was_given() =>
        Broken.Rule<ARevocationFollowsItsConferral>(() => Revoked(new RevocationFacts(Date: new PartialDate(2023))));

    [Fact]
    public void What_comes_back_later_is_noted_once()
    {
        var conferral = Revoked(new RevocationFacts());

        conferral.GiveBack(medal: true, certificate: false, A.Clerk, A.Moment).ShouldBeTrue();
        conferral.GiveBack(medal: true, certificate: false, A.Clerk, A.Moment).ShouldBeFalse();

        conferral.Revocation!.MedalReturned.ShouldBeTrue();
    }

    [Fact]
    public void Nothing_comes_back_of_what_stands() =>
        Broken.Rule<OnlyARevokedHonourIsGivenBack>(() => A.Conferral().GiveBack(medal: true, certificate: true, A.Clerk, A.Moment));

    [Fact]
    public void A_revocation_that_was_entered_wrongly_is_gone_when_the_honour_is_restored()
    {
        var conferral = Revoked(new RevocationFacts());

        conferral.Restore("误登");

        (conferral.Status, conferral.StatusReason, conferral.Revocation).ShouldBe((ConferralStatus.Confirmed, null, null));
    }

    [Fact]
    public void What_had_ended_by_itself_stays_ended_when_it_is_restored()
    {
        var conferral = A.Conferral();
        conferral.Expire("期满");
        conferral.Deprecate("误录");

        conferral.Restore("经核对无误");

        (conferral.Status, conferral.StatusReason).ShouldBe((ConferralStatus.Expired, "经核对无误"));
    }

    [Fact]
    public void What_stands_is_not_restored() => Broken.Rule<OnlyWhatWasEndedByHandIsRestoredByHand>(() => A.Conferral().Restore("误登"));

    [Fact]
    public void What_a_finding_ended_is_not_restored_by_hand()
    {
        var conferral = Revoked(new RevocationFacts());
        conferral.EndedBy(Guid.NewGuid());

        Broken.Rule<OnlyWhatWasEndedByHandIsRestoredByHand>(() => conferral.Restore("误登"));
    }

    [Fact]
    public void Every_change_moves_the_version_and_what_changes_nothing_does_not()
    {
        var conferral = A.Conferral();
        conferral.Correct(conferral.Facts, A.Moment);
        conferral.Show(conferral.Visibility);
        conferral.Version.ShouldBe(1);

        conferral.Correct(A.Facts(2023), A.Moment);
        conferral.AddEvidence(A.Decision(Guid.NewGuid()), A.Clerk, A.Moment);
        conferral.Deprecate("误录");
        conferral.Restore("无误");

        conferral.Version.ShouldBe(5);
    }

    private static Conferral Revoked(RevocationFacts facts)
    {
        var conferral = A.Conferral();
        conferral.Revoke("违纪", facts, A.Clerk, A.Moment);
        return conferral;
    }
}
