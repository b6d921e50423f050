using System.Globalization;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Api;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Rounds;

/// <summary>An editor reads a file anew over the pages, sees what would differ, and decides.</summary>
public sealed class RoundPageTests(SampleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_would_differ_is_shown_and_applied_on_an_editors_word()
    {
        using var editor = await site.SignedInAsync(Role.Editor);
        var (file, invented) = await FileWithAnInventedFindingAsync(editor);
        var address = await BeginAsync(editor, file);

        var page = await editor.PageAsync(address);
        page.Words(".round-change").ShouldContain(invented.RecipientName);
        page.Words(".round-change").ShouldContain("撤下");
        (await StateAsync(invented)).ShouldBe(FindingState.Waiting);

        using var applied = await editor.PostFormAsync(
            address,
            "round",
            ("Form.Act", "chosen"),
            ("Form.Changes", await ChangeAsync(invented))
        );
        (await applied.TextAsync()).ShouldContain("已交给后台应用");
        await Eventually(async () => await StateAsync(invented) == FindingState.Withdrawn);
        (await editor.PageAsync(address)).Words(".round-change").ShouldContain("已应用");
    }

    [Fact]
    public async Task What_is_put_away_changes_nothing()
    {
        using var editor = await site.SignedInAsync(Role.Editor);
        var (file, invented) = await FileWithAnInventedFindingAsync(editor);
        var address = await BeginAsync(editor, file);

        using var discarded = await editor.PostFormAsync(address, "round", ("Form.Act", "discard"));

        (await discarded.TextAsync()).ShouldContain("其余变动已放弃");
        (await StateAsync(invented)).ShouldBe(FindingState.Waiting);
    }

    [Fact]
    public async Task An_editor_of_another_unit_sees_none_of_it()
    {
        using var editor = await site.SignedInAsync(Role.Editor);
        var (file, invented) = await FileWithAnInventedFindingAsync(editor);
        var address = await BeginAsync(editor, file);
        var other = A.Unit();
        await site.Services.GetRequiredService<IHonorsDatabase>().SaveAsync(other);

        using var stranger = await site.SignedInAsync(Role.Editor, other.Id);

        (await stranger.GetStringAsync(new Uri(address, UriKind.Relative), Stop)).ShouldNotContain(invented.RecipientName);
    }

    [Fact]
    public async Task Nothing_chosen_is_said_in_words()
    {
        using var editor = await site.SignedInAsync(Role.Editor);
        var (file, _) = await FileWithAnInventedFindingAsync(editor);
        var address = await BeginAsync(editor, file);

        using var answer = await editor.PostFormAsync(address, "round", ("Form.Act", "chosen"));

        (await answer.TextAsync()).ShouldContain("没有选中任何");
    }

    /// <summary>A file that has been read, and a finding of it that its text does not give.</summary>
    private async Task<(Guid File, Finding Invented)> FileWithAnInventedFindingAsync(HttpClient editor)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"夜班纪事\n本报讯　{A.UniqueName("示例车间")}的灯亮到天明，没有人说起奖励。\n"
        );
        var content = System.Text.Encoding.UTF8.GetBytes(text);
        using var received = await editor.IngestAsync("纪事.txt", content);
        var file = SourceFile.IdOf(content);
        await Eventually(async () =>
        {
            await using var db = site.OpenDatabase();
            return await db.IngestionJobs.AnyAsync(j => j.SourceFileId == file && j.State == JobState.Done, Stop);
        });
        await using var context = site.OpenDatabase();
        var article = await context.Articles.AsNoTracking().FirstAsync(a => a.SourceFileId == file, Stop);
        var claim = new FindingClaim(
            A.UniqueName("无名氏"),
            RecipientKind.Person,
            UnitText: null,
            UnitName: null,
            Position: null,
            HonoreeId: null,
            "示例标兵",
            "示例标兵",
            AwardLevel.Enterprise,
            ConferringBody: null,
            2024,
            Edition: null
        );
        var finding = new Finding(
            Guid.CreateVersion7(),
            article.Id,
            99,
            FindingKind.Conferral,
            claim,
            new FindingProof(0, 4, article.Text[..4], "prose", 0.6, "单位不明。"),
            safe: false
        );
        await site.Services.GetRequiredService<IHonorsDatabase>().SaveAsync(finding);
        return (file, finding);
    }

    /// <returns>The round's address, once its job is done.</returns>
    private async Task<string> BeginAsync(HttpClient editor, Guid file)
    {
        using var begun = await editor.PostFormAsync("/ingest", "round", ("Form.Scope", "OneFile"), ("Form.File", file.ToString()));
        var address = begun.RequestMessage!.RequestUri!.AbsolutePath;
        address.ShouldStartWith("/rounds/");
        await Eventually(async () =>
        {
            await using var db = site.OpenDatabase();
            return await db.IngestionJobs.AnyAsync(j => j.RoundId != null && j.SourceFileId == file && j.State == JobState.Done, Stop);
        });
        return address;
    }

    private async Task<string> ChangeAsync(Finding finding)
    {
        await using var db = site.OpenDatabase();
        return (await db.RoundChanges.Where(c => c.FindingId == finding.Id).Select(c => c.Id).SingleAsync(Stop)).ToString();
    }

    private async Task<FindingState> StateAsync(Finding finding)
    {
        await using var db = site.OpenDatabase();
        return await db.Findings.Where(f => f.Id == finding.Id).Select(f => f.State).SingleAsync(Stop);
    }

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await holds())
        {
            await timer.WaitForNextTickAsync(Stop);
        }
    }
}
