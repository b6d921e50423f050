using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.Tests;

/// <summary>What a context holds back from its viewer, whichever table is asked.</summary>
public sealed class ViewerTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private static readonly Viewer Colleague = new(Visibility.Internal, [], [], []);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Visibility.Public, Visibility.Public, true)]
    [InlineData(Visibility.Internal, Visibility.Public, false)]
    [InlineData(Visibility.HrOnly, Visibility.Public, false)]
    [InlineData(Visibility.Internal, Visibility.Internal, true)]
    [InlineData(Visibility.HrOnly, Visibility.Internal, false)]
    [InlineData(Visibility.HrOnly, Visibility.HrOnly, true)]
    public async Task A_person_is_in_no_table_that_is_read_for_somebody_who_may_not_see_the_person(
        Visibility person,
        Visibility sees,
        bool there
    )
    {
        var honour = await HonourAsync(person);
        var db = fixture.Database.OpenFor(new Viewer(sees, [], [], []));
        await using (db)
        {
            (await db.Honorees.AnyAsync(h => h.Id == honour.Person.Id, Stop)).ShouldBe(there);
            (await db.Employments.AnyAsync(e => e.HonoreeId == honour.Person.Id, Stop)).ShouldBe(there);
            (await db.Recipients.AnyAsync(r => r.HonoreeId == honour.Person.Id, Stop)).ShouldBe(there);
            (await db.Conferrals.CountAsync(c => c.Id == honour.Conferral, Stop)).ShouldBe(there ? 1 : 0);
            (await db.Evidence.AnyAsync(e => e.ConferralId == honour.Conferral, Stop)).ShouldBe(there);
        }
    }

    [Fact]
    public async Task Whoever_answers_for_the_unit_sees_its_hidden_people_and_nobody_else_s()
    {
        var mine = await HonourAsync(Visibility.HrOnly);
        var other = await HonourAsync(Visibility.HrOnly);
        var db = fixture.Database.OpenFor(new Viewer(Visibility.Internal, [mine.Unit], [mine.Person.Id], []));
        await using (db)
        {
            var seen = await db
                .Conferrals.Where(c => c.Id == mine.Conferral || c.Id == other.Conferral)
                .Select(c => c.Id)
                .ToListAsync(Stop);
            seen.ShouldBe([mine.Conferral]);
        }
    }

    [Fact]
    public async Task A_hidden_honour_is_gone_and_its_holder_stays()
    {
        var honour = await HonourAsync(Visibility.Public, conferral: Visibility.Internal);
        var (outside, inside) = (fixture.Database.OpenFor(Viewer.Anonymous), fixture.Database.OpenFor(Colleague));
        await using (outside)
        await using (inside)
        {
            (await outside.Honorees.AnyAsync(h => h.Id == honour.Person.Id, Stop)).ShouldBeTrue();
            (await outside.Conferrals.AnyAsync(c => c.Id == honour.Conferral, Stop)).ShouldBeFalse();
            (await inside.Conferrals.AnyAsync(c => c.Id == honour.Conferral, Stop)).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_shared_honour_stays_when_one_of_its_holders_is_hidden()
    {
        var (seen, hidden) = (A.Honoree(), A.Honoree());
        hidden.Show(HonoreeVisibility.Default with { Person = Visibility.HrOnly });
        var award = A.Award();
        var conferral = new Domain.Conferrals.Conferral(
            Guid.CreateVersion7(),
            award.Id,
            A.Facts(),
            [A.Person(seen.Id), A.Person(hidden.Id)],
            A.Moment
        );
        await fixture.Database.SaveAsync(seen, hidden, award, conferral);
        var db = fixture.Database.OpenFor(Viewer.Anonymous);
        await using (db)
        {
            var read = await db.Conferrals.Include(c => c.Recipients).SingleAsync(c => c.Id == conferral.Id, Stop);
            read.Recipients.Select(r => r.HonoreeId).ShouldBe([seen.Id]);
        }
    }

    [Fact]
    public async Task What_lies_behind_a_person_is_for_colleagues()
    {
        var (person, unit) = (A.Honoree(), A.Unit());
        person.Employ(unit.Id, "老厂", "电工", PartialDate.Parse("2001"), PartialDate.Parse("2010"));
        person.Employ(unit.Id, "新厂", "班长", PartialDate.Parse("2010"));
        await fixture.Database.SaveAsync(unit, person);

        (await UnitsAsync(Viewer.Anonymous)).ShouldBe(["新厂"]);
        (await UnitsAsync(Colleague)).ShouldBe(["新厂", "老厂"], ignoreOrder: true);

        async Task<List<string>> UnitsAsync(Viewer viewer)
        {
            var db = fixture.Database.OpenFor(viewer);
            await using (db)
            {
                return await db.Employments.Where(e => e.HonoreeId == person.Id).Select(e => e.UnitText).ToListAsync(Stop);
            }
        }
    }

    [Fact]
    public async Task A_context_that_comes_back_from_the_pool_remembers_nobody()
    {
        var honour = await HonourAsync(Visibility.HrOnly);
        for (var turn = 0; turn < 3; turn++)
        {
            var restricted = fixture.Database.OpenFor(Viewer.Anonymous);
            await using (restricted)
            {
                (await restricted.Honorees.AnyAsync(h => h.Id == honour.Person.Id, Stop)).ShouldBeFalse();
            }

            var whole = fixture.Database.Open();
            await using (whole)
            {
                (await whole.Honorees.AnyAsync(h => h.Id == honour.Person.Id, Stop)).ShouldBeTrue();
            }
        }
    }

    private async Task<(Honoree Person, Guid Unit, Guid Conferral)> HonourAsync(Visibility person, Visibility conferral = Visibility.Public)
    {
        Unit unit = A.Unit();
        var honoree = A.Honoree();
        honoree.Employ(unit.Id, unit.Name, "电工", from: null);
        honoree.Show(HonoreeVisibility.Default with { Person = person });
        var (award, document) = (A.Award(), A.Document(A.UniqueName("示发")));
        var honour = new Domain.Conferrals.Conferral(Guid.CreateVersion7(), award.Id, A.Facts(), [A.Person(honoree.Id)], A.Moment);
        honour.AddEvidence(A.Decision(document.Id), A.Clerk, A.Moment);
        honour.Show(conferral);
        await fixture.Database.SaveAsync(unit, honoree, award, document, honour);
        return (honoree, unit.Id, honour.Id);
    }
}
