using System.Net;
using System.Text;
using System.Text.Json;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Api;
using Chinalco.Honors.Web.Tests.Hosting;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Tests.Rankings;

/// <summary>Rankings show every figure, and every figure opens to what it is made of.</summary>
public sealed class RankingPagesTests(SampleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_units_below_a_unit_are_ranked_with_movement_and_interval()
    {
        var world = await RankingWorld.PrepareAsync(site);
        using var client = site.Browse();

        var page = await client.PageAsync($"/ranking?unit={world.Company.Id}&from=2022&to=2024");

        page.QuerySelectorAll(".rank-table tbody .unit-name").Select(a => a.TextContent).ShouldBe([world.South.Name, world.North.Name]);
        page.QuerySelectorAll(".figure a").Select(a => a.TextContent).ShouldBe(["60", "40"]);
        page.Words(".rank-table .move .unseen").ShouldContain("上升 1 位，上一时期第 2 位");
        page.Words(".rank-table .move .unseen").ShouldContain("下降 1 位，上一时期第 1 位");
        page.QuerySelectorAll(".firm").Select(f => f.TextContent.Trim()).ShouldBe(["1", "2"]);
        page.QuerySelectorAll(".spark").Length.ShouldBe(2);
        page.QuerySelector(".spark")!.GetAttribute("aria-label").ShouldBe("2022 年 0 分、2023 年 60 分、2024 年 0 分");
        page.Words(".internal-only").ShouldContain("本排名仅供内部统计参考，不是评比表彰");
    }

    [Fact]
    public async Task A_new_honour_is_in_the_ranking_on_the_next_request()
    {
        var world = await RankingWorld.PrepareAsync(site);
        using var client = site.Browse();
        var address = $"/api/v1/rankings?unit={world.Company.Id}";
        (await client.GetJsonAsync(address)).GetProperty("items")[1].GetProperty("score").GetDecimal().ShouldBe(70);

        await world.HonourAsync(world.South, 2024, AwardLevel.National);

        var first = (await client.GetJsonAsync(address)).GetProperty("items")[0];
        first.GetProperty("unit").GetProperty("id").GetGuid().ShouldBe(world.South.Id);
        first.GetProperty("score").GetDecimal().ShouldBe(170);
    }

    [Fact]
    public async Task Points_per_thousand_use_the_nearest_headcount_and_list_units_without_one_apart()
    {
        var world = await RankingWorld.PrepareAsync(site);
        await world.CountAsync(world.North, 2021, 500);
        await world.CountAsync(world.North, 2026, 10);
        using var client = site.Browse();

        var page = await client.PageAsync($"/ranking?unit={world.Company.Id}&from=2022&to=2024&measure=per-thousand");

        page.QuerySelectorAll(".figure a").Select(a => a.TextContent).ShouldBe(["80"]);
        page.Words(".figure .people").ShouldContain("40 分 ÷ 500 人（2021 年）");
        page.Words("#uncounted").ShouldContain("1 个单位");
        page.Words(".uncounted").ShouldContain(world.South.Name);
        page.Words("main").ShouldContain("请在“导入”中导入");
    }

    [Theory]
    [InlineData("from=abc", "年份没有看懂")]
    [InlineData("from=2030&to=1990", "已对调")]
    [InlineData("tier=没有", "没有“没有”这个单位层级")]
    [InlineData("family=没有", "没有“没有”这个荣誉类别")]
    [InlineData("measure=x", "没有“x”这个口径")]
    [InlineData("policy=1999-1", "没有“1999-1”这一版积分规则")]
    [InlineData("unit=没有这个厂", "没有找到单位“没有这个厂”")]
    public async Task What_cannot_be_read_is_told_and_the_api_refuses_it(string query, string told)
    {
        using var client = site.Browse();

        (await client.PageAsync("/ranking?" + query)).Words(".notice").ShouldContain(told);

        using var answer = await client.GetAsync(new Uri("/api/v1/rankings?" + query, UriKind.Relative), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task From_a_score_three_clicks_lead_to_the_sentence_that_proves_an_honour()
    {
        using var client = site.Browse();
        var ranking = await client.PageAsync("/ranking?from=2016&to=2025");

        var breakdown = await client.PageAsync(ranking.QuerySelector(".figure a")!.GetAttribute("href")!);
        var cell = await client.PageAsync(breakdown.QuerySelector(".breakdown-table tbody td a")!.GetAttribute("href")!);
        var proof = cell.QuerySelector("a.proof-link[href^='/articles/']").ShouldNotBeNull().GetAttribute("href")!;

        var article = await client.PageAsync(proof[..proof.IndexOf('#', StringComparison.Ordinal)]);
        article.QuerySelector($"[id='{proof[(proof.IndexOf('#', StringComparison.Ordinal) + 1)..]}']").ShouldNotBeNull();
    }

    /// <summary>Weights that leave something over in every division, and fade.</summary>
    public static TheoryData<string> Filters => ["", "from=2018&to=2024", "to=2022", "family=劳模", "draft", "draft&from=2010&to=2025"];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task The_honours_of_a_cell_sum_up_to_the_cell_and_the_cells_to_the_score_to_the_last_digit(string filter)
    {
        var world = await RankingWorld.PrepareAsync(site);
        if (filter.StartsWith("draft", StringComparison.Ordinal))
        {
            filter = filter.Replace("draft", $"policy={await OddPolicyAsync()}", StringComparison.Ordinal);
        }

        using var client = site.Browse();
        var top = (await client.GetJsonAsync($"/api/v1/rankings?{filter}"))
            .GetProperty("items")[0]
            .GetProperty("unit")
            .GetProperty("id")
            .GetGuid();
        foreach (var unit in new[] { world.North.Id, world.Company.Id, top })
        {
            var breakdown = await client.GetJsonAsync($"/api/v1/rankings/{unit}?{filter}");
            decimal total = 0;
            foreach (var year in breakdown.GetProperty("years").EnumerateArray())
            {
                var name = year.GetProperty("year") is { ValueKind: JsonValueKind.Number } number
                    ? $"year={number.GetRawText()}"
                    : "undated=1";
                foreach (var part in year.GetProperty("parts").EnumerateArray())
                {
                    var cell = $"level={part.GetProperty("level").GetString()}&kind={part.GetProperty("kind").GetString()}&{name}";
                    var points = part.GetProperty("score").GetDecimal();
                    (await RowsAsync(client, $"/api/v1/rankings/{unit}/conferrals?{filter}&{cell}")).ShouldBe(points, cell);
                    total += points;
                }
            }

            total.ShouldBe(breakdown.GetProperty("score").GetDecimal());
        }
    }

    [Fact]
    public async Task A_shared_honour_shows_the_sum_that_its_share_is()
    {
        var world = await RankingWorld.PrepareAsync(site);
        using var client = site.Browse();

        var page = await client.PageAsync($"/ranking/{world.North.Id}/conferrals?year=2020");

        page.Words(".total-score").ShouldContain("66.666666");
        page.QuerySelectorAll(".cell-sum b").Select(b => b.TextContent).ShouldBe(["33.333333 分", "33.333333 分"]);
        page.Words(".cell-sum").ShouldContain("100 ÷3");
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task An_export_says_what_it_was_made_with_and_is_recorded(string format)
    {
        var world = await RankingWorld.PrepareAsync(site);
        using var client = await site.SignedInAsync(Role.UnitLeader, world.Company.Id);
        var page = await client.PageAsync($"/ranking?unit={world.Company.Id}&from=2022&to=2024");

        using var answer = await client.SendFormAsync(page, "/ranking/export", ("format", format));

        var text = await TextAsync(answer, format);
        text.ShouldContain("本排名仅供内部统计参考，不是评比表彰");
        text.ShouldContain("积分规则 2025-1");
        text.ShouldContain("国家级 100 分");
        text.ShouldContain("2022—2024 年");
        text.ShouldContain(world.South.Name);
        await using var db = site.OpenDatabase();
        var record = await db.AuditRecords.Where(a => a.Action == "ranking.export").OrderByDescending(a => a.At).FirstAsync(Stop);
        text.ShouldContain(record.EntityId.ToString());
        text.ShouldContain(record.ActorName);
    }

    [Fact]
    public async Task A_units_name_that_a_spreadsheet_would_run_is_text_in_an_export()
    {
        var world = await RankingWorld.PrepareAsync(site);
        var evil = A.Unit("=1+1", world.Company.Id);
        await using (var db = site.OpenDatabase())
        {
            db.Add(evil);
            await db.SaveChangesAsync(Stop);
        }

        await world.HonourAsync(evil, 2024, AwardLevel.City);
        using var client = await site.SignedInAsync(Role.Reader);
        var page = await client.PageAsync($"/ranking?unit={world.Company.Id}");

        using var answer = await client.SendFormAsync(page, "/ranking/export", ("format", "csv"));

        (await TextAsync(answer, "csv")).ShouldContain("'=1+1");
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_is_offered_an_export()
    {
        using var client = site.Browse();

        (await client.PageAsync("/ranking")).QuerySelector("form[action='/ranking/export']").ShouldBeNull();
    }

    [Fact]
    public async Task A_unit_that_is_not_there_has_no_breakdown()
    {
        using var client = site.Browse();

        foreach (
            var path in new[]
            {
                $"/ranking/{Guid.NewGuid()}",
                $"/ranking/{Guid.NewGuid()}/conferrals",
                $"/api/v1/rankings/{Guid.NewGuid()}",
            }
        )
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    /// <summary>A published version of the past: rankings that name it are made with it.</summary>
    private async Task<string> OddPolicyAsync()
    {
        var name = A.UniqueName("odd-");
        var draft = await RankingWorld.DraftAsync(
            site,
            name,
            text =>
                text with
                {
                    Weights = text.Weights with
                    {
                        Levels = text.Weights.Levels.SetItem(AwardLevel.National, 99_990_000).SetItem(AwardLevel.Group, 33_330_000),
                        Kinds = text.Weights.Kinds.SetItem(RecipientKind.Person, 1237),
                        Ages = [new Domain.Ranking.AgeStep(3, 777), new Domain.Ranking.AgeStep(7, 333)],
                    },
                }
        );
        await using var db = site.OpenDatabase();
        await db
            .RankingPolicies.Where(p => p.Id == draft.Id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(p => p.State, Domain.Ranking.RankingPolicyState.Retired)
                        .SetProperty(p => p.PublishedAt, A.Moment)
                        .SetProperty(p => p.PublishedBy, "测试员")
                        .SetProperty(p => p.PublishReason, "测试"),
                Stop
            );
        return name;
    }

    /// <summary>The points of all rows of all pages; the answer's own sum must be the same.</summary>
    private static async Task<decimal> RowsAsync(HttpClient client, string address)
    {
        var (sum, page, total) = (0m, 0, 1);
        var seen = 0;
        while (seen < total)
        {
            var answer = await client.GetJsonAsync($"{address}&row={++page}");
            var items = answer.GetProperty("items").EnumerateArray().ToList();
            items.ShouldNotBeEmpty();
            (total, seen) = (answer.GetProperty("total").GetInt32(), seen + items.Count);
            sum += items.Sum(i => i.GetProperty("score").GetDecimal());
            if (seen >= total)
            {
                sum.ShouldBe(answer.GetProperty("score").GetDecimal());
            }
        }

        return sum;
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer, string format)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var content = await answer.Content.ReadAsByteArrayAsync(Stop);
        if (format == "csv")
        {
            return Encoding.UTF8.GetString(content);
        }

        using var workbook = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        return string.Join('\n', workbook.WorkbookPart!.WorksheetParts.Select(p => p.Worksheet!.InnerText));
    }
}
