using System.Text;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Imports.Runs;
using Chinalco.Honors.Ingestion.Jobs;
using Chinalco.Honors.Ingestion.Pictures;
using Chinalco.Honors.Ingestion.Rereading;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Hosting;
using Chinalco.Honors.Web.Tests.Press;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Browser;

/// <summary>Pages that show something only after something has happened; it happens here, once for each site.</summary>
internal static class PreparedPages
{
    private const string Decision = """
        关于表彰2024年度石桥示例铜业劳动模范的决定
        各单位：
        经研究，决定授予下列同志“2024年度石桥示例铜业劳动模范”称号。
        附件：劳动模范名单
        1．许牧州　石桥示例铜业电解车间电解工
        2．蒲清和　石桥示例铜业化验室化验员
        石桥示例铜业有限公司
        2025年1月16日
        """;

    private const string Correction = """
        更正
        1月20日刊登的表彰决定中，“2024年度石桥示例铜业劳动模范”获得者应为“石桥示例铜业 许牧川”，误为“石桥示例铜业 许牧州”。特此更正。
        """;

    private const string Headcounts = """
        示例青岚铝业有限公司职工人数（截至2024年12月31日）,,
        单位,2023年末人数,2024年末人数
        示例青岚铝业有限公司,"2,310",2286
        示例青岚铝业有限公司电解一厂,655,648
        示例青岚铝业有限公司氧化铝厂,702,约七百
        示例青岚铝业有限公司机修厂,120,118
        合计,3787,3752
        """;

    private const string Winners = """
        关于表彰2024年度示例青岚铝业劳动模范的决定,,,,
        示青铝发〔2025〕3号,,,2025年1月16日,
        姓名,工号,单位,荣誉称号,身份证号
        贺长庚,S100005,示例青岚铝业有限公司电解一厂,企业劳动模范,
        阮志恒,,示例青岚铝业有限公司氧化铝厂焙烧甲班,企业劳动模范,
        葛青阳,,示例青岚铝业有限公司团委,企业劳动模范,
        杜红梅,,,企业劳动模范,
        示例新人,,示例青岚铝业有限公司电解一厂,企业劳动模范,
        合计,5人,,,
        """;

    private const string Units = """
        单位代码,单位名称,上级单位,层级,所在地,曾用名,简称
        S101,示例青岚铝业有限公司电解三厂,示例青岚铝业有限公司,基层单位,青岚,示例青岚铝业有限公司电解实验厂（2019—2024）,电解三厂
        ,电解一班,S101,班组,,,
        ,示例青岚铝业有限公司,,,示例青岚市,,青岚示例
        ,热轧厂,示例没有的公司,基层单位,,,
        S103,阳极厂,示例青岚铝业有限公司,处级,,,
        """;

    private const string Awards = """
        荣誉代码,荣誉名称,别名,授予机构,级别,待遇层级,评选周期,授予对象,系列,备注
        W901,示例集团首席工匠,"首席工匠、示例首席",示例集团,集团级,,两年,个人,技能,示例：每两年评选一次。
        W003,全国五一劳动奖章,五一奖章,,省部级,,每年,,,
        ,示例青年岗位能手,,示例集团团委,处级,,每年,个人,共青团,
        ,全国劳模,,,国家级,,,个人,劳模,
        """;

    private static readonly Dictionary<string, Func<TestSite, Task<string>>> Pages = new(StringComparer.Ordinal)
    {
        ["round"] = RoundAsync,
        ["correction"] = CorrectionAsync,
        ["page-image"] = PageImageAsync,
        ["page-images"] = async site => $"/issues/{(await PictureAsync(site)).IssueId}/pages",
        ["import-headcounts"] = site => ImportAsync(site, ImportKind.Headcounts, "2024年人数.csv", Headcounts),
        ["import-winners"] = site => ImportAsync(site, ImportKind.Winners, "2024年度劳模名单.csv", Winners),
        ["import-units"] = site => ImportAsync(site, ImportKind.Units, "2025年组织机构.csv", Units),
        ["packet"] = Nominations.PacketWorld.SampleAsync,
        ["import-awards"] = site => ImportAsync(site, ImportKind.Awards, "2025年荣誉目录.csv", Awards),
        ["shortlist"] = site => Nominations.ShortlistWorld.AddressAsync(site, "group-model-worker"),
        ["shortlist of units"] = site => Nominations.ShortlistWorld.AddressAsync(site, "national-pioneer"),
    };

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<TestSite, Dictionary<string, Task<string>>> Prepared = [];

    public static IEnumerable<string> Names => Pages.Keys;

    public static bool Contain(string name) => Pages.ContainsKey(name);

    /// <summary>The address of the page, once it shows what it is to show.</summary>
    public static Task<string> AddressAsync(TestSite site, string name)
    {
        var prepared = Prepared.GetOrCreateValue(site);
        lock (prepared)
        {
            return prepared.TryGetValue(name, out var begun) ? begun : prepared[name] = Pages[name](site);
        }
    }

    /// <summary>A decision was read before its company was in the catalogue; since then somebody has entered it.</summary>
    private static async Task<string> RoundAsync(TestSite site)
    {
        var file = await ReadAsync(
            site,
            "东岭表彰.txt",
            Decision.Replace("许牧州", "童远山", StringComparison.Ordinal).Replace("石桥", "东岭", StringComparison.Ordinal)
        );
        var unit = A.Unit("东岭示例铜业有限公司");
        unit.AddName("东岭示例铜业", UnitNameKind.Alias);
        await using var db = site.OpenDatabase();
        var standing = await db
            .Findings.AsNoTracking()
            .FirstAsync(f => db.Articles.Any(a => a.Id == f.ArticleId && a.SourceFileId == file), Stop);
        var claim = standing.Claim with { RecipientName = "东岭示例", HonoreeId = null, UnitName = null };
        var proof = new FindingProof(standing.Start, standing.End, standing.Quote, standing.Rule, 0.6, "单位写法不在目录中。");
        var gone = new Finding(Guid.CreateVersion7(), standing.ArticleId, 99, FindingKind.Conferral, claim, proof, safe: false);
        await site.Services.GetRequiredService<IHonorsDatabase>().SaveAsync(unit, gone);
        var round = Guid.CreateVersion7();
        await site
            .Services.GetRequiredService<RoundDesk>()
            .BeginAsync(round, new RoundWish(RoundScope.OneFile, Since: null, file), A.Clerk);
        await DoneAsync(site, j => j.RoundId == round);
        return $"/rounds/{round}";
    }

    private static async Task<string> CorrectionAsync(TestSite site)
    {
        await ReadAsync(site, "表彰决定.txt", Decision);
        await ReadAsync(site, "更正.txt", Correction);
        return "/desk";
    }

    private static async Task<string> PageImageAsync(TestSite site) => $"/articles/{(await PictureAsync(site)).ArticleId}";

    /// <summary>A table that HR of the samples' company has handed in and not yet approved.</summary>
    private static async Task<string> ImportAsync(TestSite site, ImportKind kind, string name, string table)
    {
        await using var db = site.OpenDatabase();
        var account = await db.Accounts.FirstAsync(a => a.SignInName == "demo-hr", Stop);
        var actor = new Actor(account.Id.ToString("D"), account.DisplayName);
        var run = await site
            .Services.GetRequiredService<ImportRuns>()
            .ReceiveAsync(kind, name, Encoding.UTF8.GetBytes(table), actor, scopeUnits: null, Stop);
        return $"/imports/{run}";
    }

    /// <summary>A picture on the page of an article of the samples' newspaper.</summary>
    private static async Task<(Guid IssueId, Guid ArticleId)> PictureAsync(TestSite site)
    {
        await using var db = site.OpenDatabase();
        var article = await db
            .Articles.AsNoTracking()
            .Where(a => a.IssueId != null && a.Page != null && db.Evidence.Any(e => e.ArticleId == a.Id))
            .OrderBy(a => a.Id)
            .FirstAsync(Stop);
        await site
            .Services.GetRequiredService<PageImageDesk>()
            .AttachAsync(article.IssueId!.Value, article.Page!.Value, Picture.Value, CommandStamp.New(A.Clerk), Stop);
        return (article.IssueId.Value, article.Id);
    }

    private static readonly Lazy<byte[]> Picture = new(() => Pictures.Png(900, 1240));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<Guid> ReadAsync(TestSite site, string name, string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        await site.Services.GetRequiredService<IngestionInbox>().ReceiveAsync(name, content, A.Clerk);
        site.Services.GetRequiredService<JobSignal>().Ring();
        var file = SourceFile.IdOf(content);
        await DoneAsync(site, j => j.SourceFileId == file);
        return file;
    }

    private static async Task DoneAsync(TestSite site, System.Linq.Expressions.Expression<Func<IngestionJob, bool>> which)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            await using var db = site.OpenDatabase();
            if (await db.IngestionJobs.Where(which).AllAsync(j => j.State == JobState.Done, Stop))
            {
                return;
            }

            await timer.WaitForNextTickAsync(Stop);
        }
    }
}
