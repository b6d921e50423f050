using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Grains.Tests;

/// <summary>A page that shows something new has a new version, whoever changed it.</summary>
[Collection(OneSiloShared.Name)]
public sealed class PageVersionTests(OneSilo silo)
{
    [Fact]
    public async Task A_conferral_moves_the_pages_of_all_it_touches()
    {
        var honour = await Honour.PrepareAsync(silo.Database);

        await silo.Award(honour.Award.Id).ConferAsync(honour.Confer());

        (await silo.Database.PagesAsync(honour)).ShouldBe(new PageVersions(Honoree: 2, Unit: 2, Group: 2, Article: 2, Award: 2));
    }

    [Fact]
    public async Task A_revocation_moves_them_again()
    {
        var honour = await Honour.PrepareAsync(silo.Database);
        var command = honour.Confer();
        await silo.Award(honour.Award.Id).ConferAsync(command);

        await silo.Award(honour.Award.Id).EndAsync(Honour.End(command.ConferralId, ConferralStatus.Revoked));

        (await silo.Database.PagesAsync(honour)).ShouldBe(new PageVersions(Honoree: 3, Unit: 3, Group: 3, Article: 3, Award: 3));
    }

    [Fact]
    public async Task A_conferral_leaves_the_owners_version_of_a_person_alone()
    {
        var honour = await Honour.PrepareAsync(silo.Database);

        await silo.Award(honour.Award.Id).ConferAsync(honour.Confer());

        (await silo.Honoree(honour.Honoree.Id).GetAsync())!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_conferral_moves_nobody_elses_page()
    {
        var (honour, bystander) = (await Honour.PrepareAsync(silo.Database), await Honour.PrepareAsync(silo.Database));
        var before = await silo.Database.PagesAsync(bystander);

        await silo.Award(honour.Award.Id).ConferAsync(honour.Confer());

        (await silo.Database.PagesAsync(bystander)).ShouldBe(before);
    }

    [Fact]
    public async Task A_conferral_moves_the_page_of_its_document()
    {
        var (honour, document) = (await Honour.PrepareAsync(silo.Database), A.Document());
        await silo.Database.SaveAsync(document);

        await silo.Award(honour.Award.Id).ConferAsync(honour.Confer() with { Facts = A.Facts(documentId: document.Id) });

        (await DocumentPageAsync(document.Id)).ShouldBe(2);
    }

    [Fact]
    public async Task Taking_a_conferral_from_a_document_moves_the_documents_page()
    {
        var (honour, document) = (await Honour.PrepareAsync(silo.Database), A.Document());
        await silo.Database.SaveAsync(document);
        var command = honour.Confer() with { Facts = A.Facts(documentId: document.Id) };
        await silo.Award(honour.Award.Id).ConferAsync(command);

        await silo.Award(honour.Award.Id).CorrectAsync(Honour.Correct(command.ConferralId, A.Facts(documentId: null)));

        (await DocumentPageAsync(document.Id)).ShouldBe(3);
    }

    [Fact]
    public async Task A_person_who_changes_moves_the_page_of_their_unit()
    {
        var (honour, honoree) = (await Honour.PrepareAsync(silo.Database), A.Honoree());
        honoree.Employ(honour.Unit.Id, "示例厂", position: null, from: null);
        await silo.Database.SaveAsync(honoree);

        await silo.Honoree(honoree.Id).ChangeStatusAsync(new ChangeHonoreeStatus(CommandStamp.New(A.Clerk), HonoreeStatus.Retired));

        (await silo.Database.PagesAsync(honour)).Unit.ShouldBe(2);
    }

    [Fact]
    public async Task A_unit_that_moves_changes_everything_above_its_old_place_and_its_new_one()
    {
        var (from, to) = (await Honour.PrepareAsync(silo.Database), await Honour.PrepareAsync(silo.Database));
        var moved = A.Unit(parentId: from.Unit.Id);
        await silo.Database.SaveAsync(moved);

        await silo.Unit(moved.Id).MoveAsync(new MoveUnit(CommandStamp.New(A.Clerk), to.Unit.Id));

        var (left, reached) = (await silo.Database.PagesAsync(from), await silo.Database.PagesAsync(to));
        (left.Unit, left.Group, reached.Unit, reached.Group).ShouldBe((2, 2, 2, 2));
    }

    private async Task<long> DocumentPageAsync(Guid id)
    {
        using var db = silo.Database.Open();
        return (await db.Documents.FindAsync([id], TestContext.Current.CancellationToken))!.PageVersion;
    }
}
