using System.Net;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Editing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Nominations;

/// <summary>A nomination is led from draft to result on the site, without script, by those whose it is.</summary>
public sealed class CoursePagesTests(SampleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_nomination_is_led_from_draft_to_an_honour_with_its_document()
    {
        var world = await CoursePagesWorld.PrepareAsync(site);
        using var plant = await world.UnionAsync(world.Plant);
        (await EditingWorld.WordsAsync(plant, world.Page)).ShouldContain($"由{world.Plant.Name}完善材料后提交审核");
        await GoOnAsync(world, plant);
        (await (await PostAsync(world, plant, "advance")).TextAsync()).ShouldContain("还有 1 条规则不符合或待核");
        await DoneAsync(world, plant, "declare", ("Form.Key", CoursePagesWorld.Fact), ("Form.Value", "无"), ("Form.Evidence", "纪委函"));
        await GoOnAsync(world, plant);

        (await EditingWorld.WordsAsync(plant, world.Page)).ShouldContain("尚未登记职代会");
        using var vote = await world.VoteAsync(plant);
        vote.LeadsTo().ShouldBe(world.Page, await vote.TextAsync());
        await GoOnAsync(world, plant);
        await DoneAsync(world, plant, "put-up", ("Form.Date", CoursePagesWorld.TodayText), ("Form.Place", "厂务公开栏"));
        (await EditingWorld.WordsAsync(plant, world.Page)).ShouldContain("“所在单位”公示中");
        await world.LetPublicityEndAsync();
        await GoOnAsync(world, plant);
        await DoneAsync(world, plant, "ask", ("Form.Body", CoursePagesWorld.Body), ("Form.Date", CoursePagesWorld.TodayText));
        var asked = (await world.LoadAsync()).Consultations[0].Id.ToString();
        await DoneAsync(
            world,
            plant,
            "answer",
            ("Form.Which", asked),
            ("Form.Date", CoursePagesWorld.TodayText),
            ("Form.Answer", "yes"),
            ("Form.Text", "没有异议")
        );
        await GoOnAsync(world, plant);
        (await EditingWorld.WordsAsync(plant, world.Page)).ShouldContain("尚未生成材料包");
        await world.MakePacketAsync(plant);
        await GoOnAsync(world, plant);
        (await world.LoadAsync()).Nomination.Stage.ShouldBe(NominationStage.Submitted);
        (await world.LoadAsync()).LastPacket!.SubmittedAt.ShouldNotBeNull();

        using var company = await world.UnionAsync(world.Company);
        var result = $"{world.Page}/result?document=new";
        using var entered = await EditingWorld.UploadAsync(
            company,
            result,
            "confer",
            null,
            ("Form.Document.Title", "关于表彰示例标兵的决定"),
            ("Form.Document.Number", A.UniqueName("进程发")),
            ("Form.Document.IssuingBody", "示例集团"),
            ("Form.Document.Date", CoursePagesWorld.TodayText),
            ("Form.Award", world.Award.Id.ToString()),
            ("Form.Reason", "按表彰决定登记")
        );

        entered.LeadsTo().ShouldBe(world.Page, await entered.TextAsync());
        var nomination = (await world.LoadAsync()).Nomination;
        (nomination.Stage, nomination.Outcome).ShouldBe((NominationStage.Decided, NominationOutcome.Conferred));
        await using var db = site.OpenDatabase();
        var honour = await db
            .Conferrals.Include(c => c.Recipients)
            .Include(c => c.Evidence)
            .SingleAsync(c => c.AwardId == world.Award.Id, Stop);
        honour.Id.ShouldBe(nomination.OutcomeConferralId!.Value);
        honour.Recipients.Single().HonoreeId.ShouldBe(world.Person.Id);
        honour.Evidence.Single().DocumentId.ShouldBe(honour.DocumentId);
        (await EditingWorld.WordsAsync(plant, world.Page)).ShouldContain("评选结果：授予");
    }

    [Fact]
    public async Task What_is_shown_is_everybodys_until_its_end_and_nobodys_after()
    {
        var world = await CoursePagesWorld.PrepareAsync(site);
        var address = $"/publicity/{await world.PutUpAsync()}";
        using var anybody = site.Browse();

        var words = await EditingWorld.WordsAsync(anybody, address);
        words.ShouldContain(world.Person.Name);
        words.ShouldContain(world.Plant.Name);
        words.ShouldContain("电解工");
        words.ShouldNotContain("2015");
        (await EditingWorld.WordsAsync(anybody, "/publicity")).ShouldContain(world.Person.Name);
        await world.LetPublicityEndAsync();

        (await StatusAsync(anybody, address)).ShouldBe(HttpStatusCode.NotFound);
        (await EditingWorld.WordsAsync(anybody, "/publicity")).ShouldNotContain(world.Person.Name);
    }

    [Fact]
    public async Task An_objection_is_logged_and_answered_before_the_nomination_goes_on()
    {
        var world = await CoursePagesWorld.PrepareAsync(site);
        var shown = (await world.PutUpAsync()).ToString();
        using var plant = await world.UnionAsync(world.Plant);
        await DoneAsync(
            world,
            plant,
            "object",
            ("Form.Which", shown),
            ("Form.Date", CoursePagesWorld.TodayText),
            ("Form.Channel", "来信"),
            ("Form.Text", "产量数据与实际不符")
        );
        await world.LetPublicityEndAsync();
        (await EditingWorld.WordsAsync(plant, world.Page)).ShouldContain("收到的异议尚未处理");

        var objection = (await world.LoadAsync()).Objections[0].Id.ToString();
        await DoneAsync(world, plant, "reply", ("Form.Which", objection), ("Form.Answer", "no"), ("Form.Text", "经查与台账一致"));

        (await EditingWorld.WordsAsync(plant, world.Page)).ShouldContain("异议不成立");
        await GoOnAsync(world, plant);
    }

    [Fact]
    public async Task Two_who_write_at_once_do_not_overwrite_each_other_and_a_form_sent_twice_counts_once()
    {
        var world = await CoursePagesWorld.PrepareAsync(site);
        using var plant = await world.UnionAsync(world.Plant);
        var shown = await plant.GetStringAsync(new Uri(world.Page, UriKind.Relative), Stop);
        using var first = await plant.SendFormAsync(world.Page, shown, "advance");
        first.LeadsTo().ShouldBe(world.Page, await first.TextAsync());

        using var again = await plant.SendFormAsync(world.Page, shown, "advance");
        using var other = await plant.SendFormAsync(world.Page, shown, "withdraw", ("Form.Reason", "本人放弃"));

        again.LeadsTo().ShouldBe(world.Page);
        (await other.TextAsync()).ShouldContain("刚刚被别人改过");
        (await world.LoadAsync()).Nomination.Stage.ShouldBe(NominationStage.UnitReview);
    }

    [Fact]
    public async Task Others_find_neither_the_nomination_nor_its_files_and_the_plant_enters_no_result()
    {
        var world = await CoursePagesWorld.PrepareAsync(site);
        await world.ReachAsync(NominationStage.Assembly);
        using var plant = await world.UnionAsync(world.Plant);
        using var vote = await world.VoteAsync(plant);
        vote.LeadsTo().ShouldBe(world.Page, await vote.TextAsync());
        var file = $"{world.Page}/files/{(await world.LoadAsync()).Votes[0].Id}";
        var stranger = A.Unit(A.UniqueName("进程别的厂"));
        await site.Services.GetRequiredService<IHonorsDatabase>().SaveAsync(stranger);
        using var others = await world.UnionAsync(stranger);
        using var company = await world.UnionAsync(world.Company);

        (await StatusAsync(plant, file)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(company, file)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(others, file)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(others, world.Page)).ShouldBe(HttpStatusCode.NotFound);
        await world.ReachAsync(NominationStage.Submitted);
        (await StatusAsync(plant, $"{world.Page}/result")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(plant, $"/nominations/{world.Round}/results")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(company, $"{world.Page}/result")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_honour_that_a_list_of_winners_brought_is_found_and_confirmed()
    {
        var world = await CoursePagesWorld.PrepareAsync(site);
        await world.ReachAsync(NominationStage.Submitted);
        var honour = new Conferral(
            Guid.CreateVersion7(),
            world.Award.Id,
            A.Facts(CoursePagesWorld.Today.Year) with
            {
                AwardAsPrinted = world.Award.Name,
            },
            [A.Person(world.Person.Id, world.Plant.Id, world.Person.Name)],
            A.Moment
        );
        await site.Services.GetRequiredService<IHonorsDatabase>().SaveAsync(honour);
        using var company = await world.UnionAsync(world.Company);
        var page = $"/nominations/{world.Round}/results";
        (await EditingWorld.WordsAsync(company, page)).ShouldContain(world.Award.Name);
        var version = (await world.LoadAsync()).Nomination.Version;

        using var settled = await company.PostFormAsync(page, "settle", ($"row-{world.Id}", $"{version} {honour.Id}"));

        settled.LeadsTo().ShouldBe(page, await settled.TextAsync());
        (await world.LoadAsync()).Nomination.OutcomeConferralId.ShouldBe(honour.Id);
        (await EditingWorld.WordsAsync(company, page)).ShouldContain("已登记 1 项");
    }

    [Fact]
    public async Task Whoever_did_not_win_is_kept_without_an_honour()
    {
        var world = await CoursePagesWorld.PrepareAsync(site);
        await world.ReachAsync(NominationStage.Submitted);
        using var company = await world.UnionAsync(world.Company);

        using var entered = await company.PostFormAsync($"{world.Page}/result", "not");

        entered.LeadsTo().ShouldBe(world.Page, await entered.TextAsync());
        (await world.LoadAsync()).Nomination.Outcome.ShouldBe(NominationOutcome.NotConferred);
    }

    [Fact]
    public async Task A_packet_whose_honour_was_taken_back_is_told_everywhere_and_not_sent_off()
    {
        var world = await CoursePagesWorld.PrepareAsync(site);
        await world.ReachAsync(NominationStage.ReadyToSubmit);
        using var plant = await world.UnionAsync(world.Plant);
        (await EditingWorld.WordsAsync(plant, "/nominations")).ShouldContain("生成新的材料包，核对后上报");

        await world.ChangeAfterPacketAsync();

        var page = await EditingWorld.WordsAsync(plant, world.Page);
        page.ShouldContain("已撤销");
        page.ShouldContain("弄虚作假");
        page.ShouldContain("所依据的事实有 1 处变化");
        (await EditingWorld.WordsAsync(plant, $"/nominations/{world.Round}")).ShouldContain("材料包停止使用");
        (await EditingWorld.WordsAsync(plant, "/nominations")).ShouldContain("材料包停止使用");
        page.ShouldContain("请在“材料包”页核对后重新生成");
        (await plant.PageAsync(world.Page)).QuerySelector("input[name=_handler][value=advance]").ShouldBeNull();
        await world.MakePacketAsync(plant);
        (await EditingWorld.WordsAsync(plant, $"/nominations/{world.Round}")).ShouldNotContain("停止使用");
        (await EditingWorld.WordsAsync(plant, world.Page)).ShouldNotContain("停止使用");
    }

    [Fact]
    public async Task What_waits_is_the_plants_until_it_is_sent_off_and_the_holders_after()
    {
        var world = await CoursePagesWorld.PrepareAsync(site);
        using var plant = await world.UnionAsync(world.Plant);
        using var company = await world.UnionAsync(world.Company);
        var waiting = await WaitingAsync(plant);
        waiting.ShouldContain(world.Person.Name);
        waiting.ShouldContain($"由{world.Plant.Name}完善材料后提交审核");
        waiting.ShouldContain("还有 60 天");
        await world.PutUpAsync();
        (await WaitingAsync(plant)).ShouldContain("期满");

        await world.ReachAsync(NominationStage.Submitted);

        (await WaitingAsync(plant)).ShouldContain("没有等您处理的推荐");
        (await WaitingAsync(company)).ShouldContain($"等待{world.Company.Name}登记评选结果");

        async Task<string> WaitingAsync(HttpClient of) => (await of.PageAsync("/nominations")).Words("section[aria-labelledby=waiting]");
    }

    private static Task<HttpResponseMessage> PostAsync(
        CoursePagesWorld world,
        HttpClient by,
        string form,
        params (string Name, string Value)[] fields
    ) => by.PostFormAsync(world.Page, form, fields);

    private static async Task DoneAsync(CoursePagesWorld world, HttpClient by, string form, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(world, by, form, fields);
        answer.LeadsTo().ShouldBe(world.Page, await answer.TextAsync());
    }

    private static Task GoOnAsync(CoursePagesWorld world, HttpClient by) => DoneAsync(world, by, "advance");

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Stop);
        return answer.StatusCode;
    }
}
