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

    /// <summary>The pages for the browser.</summary>
    public static readonly Dictionary<string, Func<PacketWorld, string>> Pages = new(StringComparer.Ordinal)
    {
        ["packet"] = world => world.Page,
        ["templates"] = _ => "/nominations/templates",
    };

    public string Page => $"/nominations/of/{Nomination}/packet";

    public static async Task<PacketWorld> PrepareAsync(SampleSite site)
    {
        var world = await EditingWorld.PrepareAsync(site);
        var database = site.Services.GetRequiredService<IHonorsDatabase>();
        await database.SaveAsync(
            new PersonnelFile(world.Person.Id, new PersonnelFacts(Gender.Male, new PartialDate(1985, 3), PoliticalStatus: "中共党员"))
        );
        Guid programme;
        await using (var db = site.OpenDatabase())
        {
            programme = await db
                .NominationProgrammes.Where(p => p.Code == "national-may-day-medal" && p.State == ProgrammeState.Published)
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
            world.Unit.Id,
            new RoundText(A.UniqueName("示例推荐"), 2, new DateOnly(2099, 3, 15), ""),
            Stop
        );
        opened.Succeeded.ShouldBeTrue(opened.Message);
        var entered = await batch.NominateAsync(
            CommandStamp.New(A.Clerk, "测试"),
            new NewNomination(nomination, round, world.Person.Id, null, world.Unit.Id, NominationChoice.First, ["产业工人"]),
            Stop
        );
        entered.Succeeded.ShouldBeTrue(entered.Message);
        return new PacketWorld(world, nomination);
    }

    /// <summary>Union of the unit; tells of redirects.</summary>
    public async Task<HttpClient> UnionAsync() =>
        Base.Site.SignedIn(await Base.Site.Services.CookieAsync(Role.Union, Base.Unit.Id), followsRedirects: false);

    /// <summary>Makes a packet over the page.</summary>
    public async Task<HttpResponseMessage> MakeAsync(HttpClient client) => await client.PostFormAsync(Page, "make", ("Form.Kind", "Worker"));
}
