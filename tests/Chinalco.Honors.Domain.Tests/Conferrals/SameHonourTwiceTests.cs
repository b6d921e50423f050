using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Domain.Tests.Conferrals;

/// <summary>What becomes of conferrals when two recipients turn out to be one person.</summary>
public sealed class SameHonourTwiceTests
{
    private static readonly (Guid One, Guid Two) People = (Guid.CreateVersion7(), Guid.CreateVersion7());

    [Fact]
    public void A_recipient_who_is_somebody_else_makes_the_conferral_that_ones()
    {
        var conferral = A.Conferral(null, A.Person(People.Two));
        var (key, version) = (conferral.RecipientsKeyAfter(People.Two, People.One), conferral.Version);

        conferral.Reassign(People.Two, People.One);

        conferral.Recipients.ShouldHaveSingleItem().HonoreeId.ShouldBe(People.One);
        conferral.RecipientsKey.ShouldBe(key);
        conferral.RecipientsKey.ShouldBe(Conferral.RecipientsKeyOf([A.Person(People.One)]));
        conferral.Version.ShouldBe(version + 1);
    }

    [Fact]
    public void Whoever_stands_in_a_conferral_twice_stands_in_it_once()
    {
        var conferral = A.Conferral(null, A.Person(People.One), A.Person(People.Two));
        var key = conferral.RecipientsKeyAfter(People.Two, People.One);
        Certify(conferral, conferral.Recipients[1].Id, "证-2");

        conferral.Reassign(People.Two, People.One);

        var stays = conferral.Recipients.ShouldHaveSingleItem();
        conferral.RecipientsKey.ShouldBe(key);
        conferral.Certificates.ShouldHaveSingleItem().RecipientId.ShouldBe(stays.Id);
    }

    [Fact]
    public void The_one_that_stays_takes_the_proofs_certificates_and_facts_of_the_other()
    {
        var article = Guid.CreateVersion7();
        var stays = A.Conferral(A.Facts(year: null), A.Person(People.One));
        var folded = A.Conferral(A.Facts(2024, "第八届", Guid.CreateVersion7()), A.Person(People.One));
        stays.AddEvidence(A.Passage(article, 0, "甲"), A.Clerk, A.Moment);
        folded.AddEvidence(A.Passage(article, 0, "甲"), A.Clerk, A.Moment);
        folded.AddEvidence(A.Passage(article, 9, "甲"), A.Clerk, A.Moment);
        Certify(folded, folded.Recipients[0].Id, "证-1");

        stays.FoldIn(folded, People.One, "同一荣誉");

        stays.Evidence.Count.ShouldBe(2);
        stays.Evidence.ShouldAllBe(e => e.ConferralId == stays.Id);
        (stays.Year, stays.Edition, stays.DocumentId).ShouldBe((2024, "第八届", folded.DocumentId));
        stays.Certificates.ShouldHaveSingleItem().RecipientId.ShouldBe(stays.Recipients[0].Id);
        (folded.Status, folded.StatusReason, folded.Counts).ShouldBe((ConferralStatus.Deprecated, "同一荣誉", false));
    }

    [Fact]
    public void Where_both_have_a_certificate_each_keeps_its_own()
    {
        var (stays, folded) = (A.Conferral(null, A.Person(People.One)), A.Conferral(null, A.Person(People.One)));
        Certify(stays, stays.Recipients[0].Id, "证-1");
        Certify(folded, folded.Recipients[0].Id, "证-2");

        stays.FoldIn(folded, People.One, "同一荣誉");

        (stays.Certificates.Single().Number, folded.Certificates.Single().Number).ShouldBe(("证-1", "证-2"));
    }

    private static void Certify(Conferral conferral, Guid recipient, string number) =>
        conferral.NoteCertificate(new CertificateDraft(recipient, CertificateStep.Issued, number, On: null), A.Clerk, A.Moment);
}
