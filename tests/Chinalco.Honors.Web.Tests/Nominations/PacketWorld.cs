using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Editing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Nominations;

/// <summary>A person with an honour, nominated in a round that the person's unit holds.</summary>
internal sealed record PacketWorld(EditingWorld Base, Guid Nomination)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public string Page => $"/nominations/of/{Nomination}/packet";

    public static async Task<PacketWorld> PrepareAsync(SampleSite site)
    {
        var world = await EditingWorld.PrepareAsync(site);
        var database = site.Services.GetRequiredService<IHonorsDatabase>();
        await database.SaveAsync(
            new PersonnelFile(world.Person.Id, new PersonnelFacts(Gender.Male, new PartialDate(1985, 3), PoliticalStatus: "中共党员"))
        );
        return new PacketWorld(world, await NominateAsync(site, world.Person.Id, world.Unit.Id));
    }

    /// <summary>A sample person who was written about, and one sentence that nothing proves: the page's address.</summary>
    public static async Task<string> SampleAsync(TestSite site)
    {
        Guid person;
        Guid unit;
        await using (var db = site.OpenDatabase())
        {
            var post = await db
                .Employments.Where(e => e.To == null && e.UnitId != null && db.Honorees.Any(h => h.Id == e.HonoreeId && h.Name == "邹承岳"))
                .FirstAsync(Stop);
            (person, unit) = (post.HonoreeId, post.UnitId!.Value);
        }

        var nomination = await NominateAsync(site, person, unit);
        var told = await site
            .Services.GetRequiredService<PacketCommands>()
            .TellAsync(
                CommandStamp.New(A.Clerk),
                nomination,
                seen: 1,
                story: "",
                "邹承岳是石桥铜业检修中心的机修钳工首席技师。他带出了一大批徒弟。",
                Stop
            );
        told.Succeeded.ShouldBeTrue(told.Message);
        return $"/nominations/of/{nomination}/packet";
    }

    /// <summary>The unit itself, nominated in a round that it holds.</summary>
    public async Task<string> UnitPageAsync() =>
        $"/nominations/of/{await NominateAsync(Base.Site, person: null, Base.Unit.Id, "national-pioneer")}/packet";

    private static async Task<Guid> NominateAsync(TestSite site, Guid? person, Guid unit, string code = "national-may-day-medal")
    {
        Guid programme;
        await using (var db = site.OpenDatabase())
        {
            programme = await db
                .NominationProgrammes.Where(p => p.Code == code && p.State == ProgrammeState.Published)
                .Select(p => p.Id)
                .FirstAsync(Stop);
        }

        var (round, nomination) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var rounds = site.Services.GetRequiredService<NominationRoundCommands>();
        var batch = site.Services.GetRequiredService<NominationBatchCommands>();
        var opened = await rounds.OpenAsync(
            CommandStamp.New(A.Clerk, "测试"),
            round,
            programme,
            unit,
            new RoundText(A.UniqueName("示例推荐"), 2, new DateOnly(2099, 3, 15), ""),
            Stop
        );
        opened.Succeeded.ShouldBeTrue(opened.Message);
        var entered = await batch.NominateAsync(
            CommandStamp.New(A.Clerk, "测试"),
            new NewNomination(
                nomination,
                round,
                person,
                person is null ? unit : null,
                unit,
                NominationChoice.First,
                person is null ? [] : ["产业工人"]
            ),
            Stop
        );
        entered.Succeeded.ShouldBeTrue(entered.Message);
        return nomination;
    }

    /// <summary>Union of the unit; tells of redirects.</summary>
    public async Task<HttpClient> UnionAsync() =>
        Base.Site.SignedIn(await Base.Site.Services.CookieAsync(Role.Union, Base.Unit.Id), followsRedirects: false);

    /// <summary>Makes a packet over the page.</summary>
    public async Task<HttpResponseMessage> MakeAsync(HttpClient client) =>
        await client.PostFormAsync(Page, "make", ("Form.Kind", "Worker"));
}
