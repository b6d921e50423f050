using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Ingestion.Desk;
using Chinalco.Honors.Ingestion.Tests.Jobs;

namespace Chinalco.Honors.Ingestion.Tests.Desk;

/// <summary>What a paper or a body takes back is tied to what it takes back, and changes it when an editor says so.</summary>
public sealed class CorrectionTests
{
    private const string Notice = """
        关于表彰2024年度青禾铝业劳动模范的决定
        各单位：
        经研究，决定授予下列同志“2024年度青禾铝业劳动模范”称号。
        附件：劳动模范名单
        1．许牧州　青禾铝业电解车间电解工
        2．蒲清和　青禾铝业化验室化验员
        青禾铝业有限公司
        2025年1月16日
        """;

    private const string Correction = """
        更正
        本报1月20日刊登的表彰决定中，“2024年度青禾铝业劳动模范”获得者应为“青禾铝业 许牧川”，误为“青禾铝业 许牧州”。特此更正。
        """;

    private const string Revocation = """
        关于撤销蒲清和2024年度青禾铝业劳动模范称号的决定
        各单位：
        经查，蒲清和在申报中提供虚假材料。经研究，决定撤销蒲清和2024年度“青禾铝业劳动模范”称号。
        青禾铝业有限公司
        2025年6月3日
        """;

    [Fact]
    public async Task A_correction_is_one_finding_that_says_what_was_wrong_and_changes_nothing_by_itself()
    {
        var world = await ReportedAsync(Correction);
        await using (world)
        {
            var correction = (await world.FindingsAsync()).Where(f => f.State == FindingState.Waiting).ShouldHaveSingleItem();

            correction.Kind.ShouldBe(FindingKind.Correction);
            (correction.WrongRecipient, correction.RecipientName).ShouldBe(("许牧州", "许牧川"));
            (await StandingAsync(world)).ShouldBe(["蒲清和", "许牧州"], ignoreOrder: true);
        }
    }

    [Fact]
    public async Task Accepted_it_ends_the_wrong_conferral_and_enters_the_right_one()
    {
        var world = await ReportedAsync(Correction);
        await using (world)
        {
            await AcceptCorrectionAsync(world);

            (await StandingAsync(world)).ShouldBe(["蒲清和", "许牧川"], ignoreOrder: true);
            var conferrals = await world.ConferralsAsync();
            conferrals.Single(c => NameOf(c) == "许牧州").StatusReason.ShouldBe("更正");
            conferrals.Single(c => NameOf(c) == "许牧川").Evidence.ShouldHaveSingleItem().Quote.ShouldNotBeNull().ShouldContain("误为");
        }
    }

    [Fact]
    public async Task Taken_back_everything_is_as_it_was()
    {
        var world = await ReportedAsync(Correction);
        await using (world)
        {
            await AcceptCorrectionAsync(world);

            var undone = await world.Desk.UndoAsync(On(await OfKindAsync(world, FindingKind.Correction)));

            undone.Succeeded.ShouldBeTrue(undone.Message);
            (await StandingAsync(world)).ShouldBe(["蒲清和", "许牧州"], ignoreOrder: true);
            (await OfKindAsync(world, FindingKind.Correction)).State.ShouldBe(FindingState.Waiting);
        }
    }

    [Fact]
    public async Task A_correction_of_what_still_waits_answers_it()
    {
        var world = await ReportedAsync(Correction);
        await using (world)
        {
            var wrong = (await world.FindingsAsync()).Single(f => f.RecipientName == "许牧州");
            await world.Desk.UndoAsync(On(wrong));
            var correction = await OfKindAsync(world, FindingKind.Correction);

            var accepted = await world.Desk.AcceptCorrectionAsync(On(correction), new WrongReport(ConferralId: null, wrong.Id, "更正"));
            accepted.Succeeded.ShouldBeTrue(accepted.Message);

            (await world.FindingsAsync()).Single(f => f.Id == wrong.Id).State.ShouldBe(FindingState.Rejected);
            (await StandingAsync(world)).ShouldBe(["蒲清和", "许牧川"], ignoreOrder: true);

            await world.Desk.UndoAsync(On(await OfKindAsync(world, FindingKind.Correction)));
            (await world.FindingsAsync()).Single(f => f.Id == wrong.Id).State.ShouldBe(FindingState.Waiting);
        }
    }

    [Fact]
    public async Task A_year_put_right_keeps_the_reports_of_the_honour()
    {
        var world = await ReportedAsync(Correction);
        await using (world)
        {
            var correction = await OfKindAsync(world, FindingKind.Correction);
            var wrong = (await world.ConferralsAsync()).Single(c => NameOf(c) == "许牧州");
            var same = correction.Claim with { HonoreeId = wrong.Recipients[0].HonoreeId, Year = 2023 };

            await world.Desk.AcceptCorrectionAsync(On(correction), new WrongReport(wrong.Id, FindingId: null, "更正"), same);

            var right = (await world.ConferralsAsync()).Single(c => c.Year == 2023);
            right.Evidence.Count.ShouldBe(2);
        }
    }

    [Fact]
    public async Task A_revocation_ends_the_honour_and_taken_back_it_holds_again()
    {
        var world = await ReportedAsync(Revocation);
        await using (world)
        {
            var revocation = await OfKindAsync(world, FindingKind.Revocation);
            var conferral = (await world.ConferralsAsync()).Single(c => NameOf(c) == "蒲清和");

            var accepted = await world.Desk.AcceptRevocationAsync(On(revocation), conferral.Id, ConferralStatus.Revoked, "据决定撤销");
            accepted.Succeeded.ShouldBeTrue(accepted.Message);
            (await world.ConferralsAsync()).Single(c => c.Id == conferral.Id).Status.ShouldBe(ConferralStatus.Revoked);

            var undone = await world.Desk.UndoAsync(On(await OfKindAsync(world, FindingKind.Revocation)));
            undone.Succeeded.ShouldBeTrue(undone.Message);
            (await world.ConferralsAsync()).Single(c => c.Id == conferral.Id).Status.ShouldBe(ConferralStatus.Confirmed);
            (await OfKindAsync(world, FindingKind.Revocation)).State.ShouldBe(FindingState.Waiting);
        }
    }

    private static async Task<IngestWorld> ReportedAsync(string then)
    {
        var world = await IngestWorld.BeginAsync();
        await world.IngestAsync("决定.txt", Notice);
        await world.IngestAsync("其后.txt", then);
        return world;
    }

    private static async Task AcceptCorrectionAsync(IngestWorld world)
    {
        var correction = await OfKindAsync(world, FindingKind.Correction);
        var wrong = (await world.ConferralsAsync()).Single(c => NameOf(c) == correction.WrongRecipient);
        var accepted = await world.Desk.AcceptCorrectionAsync(On(correction), new WrongReport(wrong.Id, FindingId: null, "更正"));
        accepted.Succeeded.ShouldBeTrue(accepted.Message);
    }

    private static string NameOf(Conferral conferral) => conferral.Recipients[0].NameAsPrinted;

    private static async Task<List<string>> StandingAsync(IngestWorld world) =>
        [.. (await world.ConferralsAsync()).Where(c => c.Status == ConferralStatus.Confirmed).Select(NameOf)];

    private static async Task<Finding> OfKindAsync(IngestWorld world, FindingKind kind) =>
        (await world.FindingsAsync()).Single(f => f.Kind == kind);

    private static Decision On(Finding finding) => new(finding.Id, finding.Round, Guid.CreateVersion7(), IngestWorld.Editor);
}
