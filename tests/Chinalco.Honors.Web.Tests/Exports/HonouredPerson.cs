using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Web.Tests.Exports;

/// <summary>A person with an honour of their own, one shared, one revoked, one hidden, and a team with one.</summary>
internal sealed record HonouredPerson(
    Guid Id,
    string Name,
    string Number,
    Guid Unit,
    string UnitName,
    string Award,
    string Shared,
    string Revoked,
    string Hidden,
    string OfTeam,
    string Partner,
    string Document,
    string Certificate
)
{
    public static async Task<HonouredPerson> SaveAsync(IHonorsDatabase database, string edition = "第八届")
    {
        var unit = A.Unit(A.UniqueName("示例厂"), tier: UnitTier.Enterprise);
        var team = A.Unit(A.UniqueName("示例甲班"), unit.Id, UnitTier.Team);
        var (person, partner) = (A.Honoree(A.UniqueName("出"), A.UniqueName("EXP-")), A.Honoree(A.UniqueName("伴")));
        person.Employ(team.Id, team.Name, "班长", PartialDate.Parse("2010"));
        partner.Employ(unit.Id, unit.Name, "钳工", PartialDate.Parse("2012"));
        var document = A.Document(A.UniqueName("示发〔2024〕") + "号");
        var awards = Enumerable.Range(0, 5).Select(i => A.Award(A.UniqueName("示例荣誉" + "甲乙丙丁戊"[i]))).ToList();
        RecipientDraft[] alone = [A.Person(person.Id, team.Id, person.Name)];
        var own = Confer(0, alone, document.Id, edition);
        var shared = Confer(1, [.. alone, A.Person(partner.Id, unit.Id, partner.Name)], document.Id);
        var revoked = Confer(2, alone, document.Id);
        revoked.Revoke(
            "材料不实，予以撤销",
            new RevocationFacts("示例纪委", PartialDate.Parse("2025-05-06"), document.Id),
            A.Clerk,
            A.Moment
        );
        var certificate = A.UniqueName("证字");
        own.NoteCertificate(
            new CertificateDraft(own.Recipients[0].Id, CertificateStep.Issued, certificate + "甲", On: null),
            A.Clerk,
            A.Moment
        );
        own.NoteCertificate(new CertificateDraft(own.Recipients[0].Id, CertificateStep.Lost, Number: null, On: null), A.Clerk, A.Moment);
        own.NoteCertificate(
            new CertificateDraft(own.Recipients[0].Id, CertificateStep.Reissued, certificate + "乙", On: null),
            A.Clerk,
            A.Moment
        );
        var hidden = Confer(3, alone, document.Id);
        hidden.Show(Visibility.HrOnly);
        var ofTeam = Confer(4, [A.Team(team.Name, team.Id)], document.Id);
        await database.SaveAsync([unit, team, person, partner, document, .. awards, own, shared, revoked, hidden, ofTeam]);
        return new HonouredPerson(
            person.Id,
            person.Name,
            person.EmployeeNumber!,
            unit.Id,
            unit.Name,
            awards[0].Name,
            awards[1].Name,
            awards[2].Name,
            awards[3].Name,
            awards[4].Name,
            partner.Name,
            document.Number!,
            certificate
        );

        Conferral Confer(int award, RecipientDraft[] recipients, Guid documentId, string? of = null)
        {
            var conferral = new Conferral(
                Guid.CreateVersion7(),
                awards[award].Id,
                A.Facts(2020 + award, of, documentId),
                recipients,
                A.Moment
            );
            conferral.AddEvidence(A.Decision(documentId), A.Clerk, A.Moment);
            return conferral;
        }
    }
}
