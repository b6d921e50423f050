using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Domain.Tests.Rules;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Domain.Tests.Conferrals;

public sealed class CertificateTests
{
    [Fact]
    public void A_lost_certificate_is_reissued_and_every_step_is_kept()
    {
        var conferral = A.Conferral();

        Note(conferral, CertificateStep.Issued, "证-001", 2024);
        Note(conferral, CertificateStep.Lost, number: null, 2025);
        Note(conferral, CertificateStep.Reissued, "证-001补", 2025);

        conferral
            .Certificates.OrderBy(c => c.Order)
            .Select(c => (c.Order, c.Step, c.Number))
            .ShouldBe([
                (1, CertificateStep.Issued, "证-001"),
                (2, CertificateStep.Lost, "证-001"),
                (3, CertificateStep.Reissued, "证-001补"),
            ]);
    }

    [Theory]
    [InlineData(CertificateStep.Lost)]
    [InlineData(CertificateStep.Found)]
    [InlineData(CertificateStep.Reissued)]
    [InlineData(CertificateStep.Renumbered)]
    public void Nothing_happens_to_a_certificate_before_it_is_issued(CertificateStep step) =>
        Broken.Rule<ACertificateTakesOneStepAfterAnother>(() => Note(A.Conferral(), step, "证-001"));

    [Theory]
    [InlineData(CertificateStep.Issued)]
    [InlineData(CertificateStep.Found)]
    [InlineData(CertificateStep.Reissued)]
    public void A_certificate_at_hand_is_neither_issued_nor_found_nor_reissued(CertificateStep step)
    {
        var conferral = A.Conferral();
        Note(conferral, CertificateStep.Issued, "证-001");

        Broken.Rule<ACertificateTakesOneStepAfterAnother>(() => Note(conferral, step, "证-002"));
    }

    [Fact]
    public void A_found_certificate_keeps_its_number()
    {
        var conferral = A.Conferral();
        Note(conferral, CertificateStep.Issued, "证-001");
        Note(conferral, CertificateStep.Lost, number: null);

        Note(conferral, CertificateStep.Found, number: null);

        conferral.Certificates.MaxBy(c => c.Order)!.Number.ShouldBe("证-001");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void An_issued_certificate_has_a_number(string? number) =>
        Broken.Rule<ANumberIsGivenWhereACertificateIs>(() => Note(A.Conferral(), CertificateStep.Issued, number));

    [Fact]
    public void No_certificate_is_lost_before_it_was_issued()
    {
        var conferral = A.Conferral();
        Note(conferral, CertificateStep.Issued, "证-001", 2025);

        Broken.Rule<ACertificatesDatesFollowEachOther>(() => Note(conferral, CertificateStep.Lost, number: null, 2024));
    }

    [Fact]
    public void Each_recipient_has_a_certificate_of_their_own()
    {
        var conferral = A.Conferral(null, A.Person(name: "甲"), A.Person(name: "乙"));
        foreach (var recipient in conferral.Recipients)
        {
            conferral.NoteCertificate(
                new CertificateDraft(recipient.Id, CertificateStep.Issued, "证-" + recipient.Order, null),
                A.Clerk,
                A.Moment
            );
        }

        conferral.Certificates.Select(c => c.Order).ShouldBe([1, 1]);
    }

    [Fact]
    public void A_certificate_of_somebody_else_is_none() =>
        Broken.Rule<TheCertificateIsARecipients>(() =>
            A.Conferral().NoteCertificate(new CertificateDraft(Guid.NewGuid(), CertificateStep.Issued, "证-001", null), A.Clerk, A.Moment)
        );

    private static void Note(Conferral conferral, CertificateStep step, string? number, int? year = null) =>
        conferral.NoteCertificate(
            new CertificateDraft(conferral.Recipients[0].Id, step, number, year is { } y ? new PartialDate(y) : null),
            A.Clerk,
            A.Moment
        );
}
