using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Auditing;

/// <summary>Everybody sees and takes away what is held about them, and nothing about anybody else.</summary>
public sealed class OwnDataTests(SampleSite site)
{
    [Fact]
    public async Task An_employee_sees_everything_that_is_held_about_them()
    {
        using var client = await LinkedAsync("付军");

        var page = await client.PageAsync("/me");

        page.Words("main").ShouldContain("付军");
        page.Words(".facts").ShouldContain("仅主管人事、工会");
        page.QuerySelectorAll(".honour").Length.ShouldBeGreaterThan(0);
        page.QuerySelectorAll("#mentions ~ ul a").Length.ShouldBeGreaterThan(0);
        page.Words("#history ~ table").ShouldContain("人物");
    }

    [Fact]
    public async Task A_number_that_only_hr_sees_is_shown_to_its_owner()
    {
        var (person, number) = await NewPersonAsync();
        using var client = await LinkedAsync(person);

        (await client.PageAsync("/me")).Words(".facts").ShouldContain(number);
    }

    [Fact]
    public async Task Looks_at_sensitive_fields_are_counted()
    {
        var (person, _) = await NewPersonAsync();
        for (var i = 0; i < 3; i++)
        {
            var look = new LookAtHonoree(CommandStamp.New(A.Clerk, "资格审查"), "employeeNumber");
            (await Registry.SendAsync(person, look)).Result.ShouldBe(CommandResult.Applied);
        }

        using var client = await LinkedAsync(person);

        (await client.PageAsync("/me")).Words(".notice").ShouldContain("敏感信息被查看 3 次");
    }

    [Fact]
    public async Task An_account_that_belongs_to_nobody_says_so_and_what_to_do()
    {
        using var client = await site.SignedInAsync(Role.Reader);

        var page = await client.PageAsync("/me");

        page.Words(".empty").ShouldContain("还没有对应到人物");
        page.Words(".empty").ShouldContain("人力资源");
        page.Words("#account ~ .facts").ShouldContain("读者");
    }

    [Fact]
    public async Task The_file_holds_all_of_it_and_the_download_is_on_record()
    {
        var (person, number) = await NewPersonAsync();
        using var client = await LinkedAsync(person);
        var page = await client.PageAsync("/me");

        using var response = await client.SendFormAsync(page, "/me/export");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var held = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var about = held.GetProperty("person");
        about.GetProperty("id").GetGuid().ShouldBe(person);
        about.GetProperty("employeeNumber").GetString().ShouldBe(number);
        about.GetProperty("employments")[0].GetProperty("unit").GetString().ShouldBe("示例车间");
        about.GetProperty("employments")[0].GetProperty("from").GetString().ShouldBe("2019-05");
        held.GetProperty("account").GetProperty("signIns").GetArrayLength().ShouldBe(1);
        var text = held.GetRawText();
        text.ShouldNotContain("passwordHash", Case.Insensitive);
        text.ShouldNotContain("securityStamp", Case.Insensitive);
        (await ActionsOnAsync(AuditKinds.Honoree, person)).ShouldContain("honoree.export-own");
    }

    [Fact]
    public async Task The_download_of_an_account_alone_is_on_record_too()
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        using var client = site.SignedIn(await site.Services.CookieAsync(account));
        var page = await client.PageAsync("/me");

        using var response = await client.SendFormAsync(page, "/me/export");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ActionsOnAsync(AuditKinds.Account, account.Id)).ShouldBe(["account.sign-in", "account.export-own"]);
    }

    [Fact]
    public async Task No_address_and_no_field_asks_for_somebody_elses_data()
    {
        var (mine, _) = await NewPersonAsync();
        var (others, othersNumber) = await NewPersonAsync();
        using var client = await LinkedAsync(mine);
        var page = await client.PageAsync($"/me?id={others}&honoreeId={others}");

        using var response = await client.SendFormAsync(page, "/me/export", ("id", others.ToString()), ("HonoreeId", others.ToString()));

        page.Words("main").ShouldNotContain(othersNumber);
        var file = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        file.ShouldContain(mine.ToString());
        file.ShouldNotContain(others.ToString());
    }

    [Fact]
    public async Task The_privacy_notice_is_open_to_all_and_linked_from_every_page()
    {
        using var client = site.Browse();

        var home = await client.PageAsync("/");
        var notice = await client.PageAsync("/privacy");

        home.QuerySelector("footer a[href='/privacy']").ShouldNotBeNull();
        foreach (var words in new[] { "保存什么", "不保存身份证号", "谁能看到", "12 个月", "190 天", "人力资源部门更正" })
        {
            notice.Words("main").ShouldContain(words);
        }
    }

    private IRegistry Registry => site.Services.GetRequiredService<IRegistry>();

    private async Task<(Guid Id, string Number)> NewPersonAsync()
    {
        var id = Guid.CreateVersion7();
        var number = A.UniqueName("ME");
        var command = new RegisterHonoree(
            CommandStamp.New(A.Clerk),
            A.UniqueName("本人"),
            number,
            HonoreeStatus.Active,
            [new EmploymentFact(UnitId: null, "示例车间", "钳工", "2019-05", To: null)],
            IsSample: true
        );
        (await Registry.SendAsync(id, command)).Result.ShouldBe(CommandResult.Applied);
        return (id, number);
    }

    private async Task<HttpClient> LinkedAsync(string name) =>
        site.SignedIn(await site.Services.CookieAsync(await site.Services.AccountOfAsync(name)));

    /// <summary>A client signed in with the person's account.</summary>
    private async Task<HttpClient> LinkedAsync(Guid person) =>
        site.SignedIn(await site.Services.CookieAsync(await site.Services.AccountOfAsync(person)));

    private async Task<List<string>> ActionsOnAsync(string kind, Guid id)
    {
        var db = site.Services.GetRequiredService<IHonorsDatabase>().Open();
        await using (db)
        {
            return await db
                .AuditRecords.Where(a => a.EntityKind == kind && a.EntityId == id)
                .OrderBy(a => a.Sequence)
                .Select(a => a.Action)
                .ToListAsync(TestContext.Current.CancellationToken);
        }
    }
}
