using System.Globalization;
using System.Net.Http.Headers;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Imports.Tests;
using Chinalco.Honors.Ingestion.Testing.Files;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Nominations;

/// <summary>A company whose round waits for its decision: one nominee is in it, one is not, and it names somebody whom nobody nominated.</summary>
/// <param name="Winner">Nominated, and in the decision.</param>
/// <param name="Loser">Nominated, and not in it.</param>
/// <param name="Other">In it, and not nominated.</param>
internal sealed record RoundDecisionWorld(
    TestSite Site,
    Unit Company,
    Unit Plant,
    Honoree Winner,
    Honoree Loser,
    Honoree Other,
    Award Award,
    Guid Round
)
{
    public string Page => $"/nominations/{Round}/results";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static int Year => CoursePagesWorld.Today.Year;

    /// <summary>A decision of the year as the group writes them, with its list.</summary>
    public string Text =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {Title}
            各车间、各部室：
            一年来，全公司广大职工立足岗位、甘于奉献。经公司党委研究并公示，决定授予{Winner.Name}等2名同志“{Year}年度{Award.Name}”称号。
            希望受表彰的同志珍惜荣誉、再接再厉。
            附件：{Award.Name}名单
            附件
            {Award.Name}名单（2名，排名不分先后）
            1．{Winner.Name}　{Plant.Name}电解工
            2．{Other.Name}　{Plant.Name}铸造工
            {Company.Name}
            {Year}年1月16日
            """
        );

    private string Title => $"{Company.Name}关于表彰{Year}年度{Award.Name}的决定";

    /// <param name="word">Tells the world from others: a word of two characters.</param>
    /// <param name="people">Three names: winner, loser, and who was not nominated.</param>
    public static async Task<RoundDecisionWorld> PrepareAsync(TestSite site, string word, params string[] people)
    {
        var company = A.Unit($"示例{word}铝业有限公司");
        var plant = A.Unit($"示例{word}铝业有限公司电解厂", company.Id, UnitTier.Grassroots);
        Honoree[] all = [.. people.Select(name => A.Honoree(name))];
        foreach (var person in all)
        {
            person.Employ(plant.Id, plant.Name, person == all[2] ? "铸造工" : "电解工", new PartialDate(2015));
        }

        var award = new Award(
            Guid.CreateVersion7(),
            A.UniqueName("D"),
            $"示例{word}劳动模范",
            AwardLevel.Enterprise,
            AwardFamily.ModelWorker,
            company.Name
        );
        var code = A.UniqueName("decision-");
        var text = $$"""
            code: {{code}}
            year: {{Year}}
            name: {{word}}标兵
            candidates: person
            awards: [{{award.Code}}]
            sources: { notice: 示例通知 }
            rules:
            - { rule: the-candidate-is-in-service, source: notice, clause: 评选范围为在职职工 }
            """.ReplaceLineEndings("\n");
        var head = new ProgrammeHead(code, Year, $"{word}标兵", CandidateKind.Person);
        var programme = new NominationProgramme(Guid.CreateVersion7(), head, revision: 1, text, A.Clerk, A.Moment);
        programme.Publish(head, "示例", A.Clerk, A.Moment);
        var database = site.Services.GetRequiredService<IHonorsDatabase>();
        await database.SaveAsync(company, programme, award);
        await database.SaveAsync(plant);
        await database.SaveAsync([.. all]);
        var world = new RoundDecisionWorld(site, company, plant, all[0], all[1], all[2], award, Guid.CreateVersion7());
        await world.OpenAsync(programme.Id, word);
        return world;
    }

    /// <summary>A role in the company; tells of redirects.</summary>
    public async Task<HttpClient> AsAsync(Role role) =>
        Site.SignedIn(await Site.Services.CookieAsync(role, Company.Id), followsRedirects: false);

    /// <summary>Hands a decision in over the page's form, as a browser does.</summary>
    public async Task<HttpResponseMessage> HandInAsync(HttpClient client, (string Name, byte[] Content)? file, string text = "")
    {
        var page = await client.PageAsync(Page);
        using var content = new MultipartFormDataContent();
        foreach (var hidden in page.QuerySelectorAll("form[enctype] input[type=hidden]"))
        {
            content.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        }

        content.Add(new StringContent(text), "Form.Text");
        if (file is { } given)
        {
            var part = new ByteArrayContent(given.Content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(part, "Form.File", given.Name);
        }

        return await client.PostAsync(new Uri(Page, UriKind.Relative), content, Stop);
    }

    /// <summary>The decision as a text document.</summary>
    public byte[] Document() =>
        Text.ReplaceLineEndings("\n").Split('\n').Aggregate(new WordFile(), (file, line) => file.Paragraph(line)).ToBytes();

    /// <summary>The decision as a workbook: its title above its list.</summary>
    public byte[] Workbook() =>
        Sheets.Workbook([
            [Title],
            ["姓名", "单位", "荣誉名称", "年度"],
            [Winner.Name, Plant.Name, Award.Name, Year],
            [Other.Name, Plant.Name, Award.Name, Year],
        ]);

    private async Task OpenAsync(Guid programme, string word)
    {
        var opened = new RoundText($"{word}标兵推荐", 2, CoursePagesWorld.Today.AddDays(60), "");
        var rounds = Site.Services.GetRequiredService<NominationRoundCommands>();
        (await rounds.OpenAsync(CommandStamp.New(A.Clerk), Round, programme, Company.Id, opened, Stop)).Succeeded.ShouldBeTrue();
        var batches = Site.Services.GetRequiredService<NominationBatchCommands>();
        foreach (var person in (Honoree[])[Winner, Loser])
        {
            var nominee = new NewNomination(Guid.CreateVersion7(), Round, person.Id, null, Plant.Id, NominationChoice.First, []);
            (await batches.NominateAsync(CommandStamp.New(A.Clerk), nominee, Stop)).Succeeded.ShouldBeTrue();
        }

        // How a nomination comes so far, other tests tell.
        await using var db = Site.OpenDatabase();
        await db
            .Nominations.Where(n => n.RoundId == Round)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.Stage, NominationStage.Submitted), Stop);
    }
}
