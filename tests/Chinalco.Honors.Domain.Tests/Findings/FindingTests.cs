using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Tests.Rules;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Domain.Tests.Findings;

public sealed class FindingTests
{
    [Theory]
    [InlineData(true, FindingState.Confirming)]
    [InlineData(false, FindingState.Waiting)]
    public void Only_a_safe_finding_is_confirmed_by_its_job(bool safe, FindingState expected) => Finding(safe).State.ShouldBe(expected);

    [Fact]
    public void A_confirmed_finding_names_its_conferral()
    {
        var (finding, conferral) = (Finding(), Guid.NewGuid());

        finding.Confirm(conferral, A.Clerk, A.Moment);

        (finding.State, finding.ConferralId).ShouldBe((FindingState.Confirmed, conferral));
    }

    [Fact]
    public void A_rejected_finding_is_not_confirmed()
    {
        var finding = Finding();
        finding.Reject("同名不同人", A.Clerk, A.Moment);

        Broken.Rule<ARejectedFindingStaysRejected>(() => finding.Confirm(Guid.NewGuid(), A.Clerk, A.Moment));
    }

    [Fact]
    public void A_rejected_finding_does_not_wait_again()
    {
        var finding = Finding();
        finding.Reject("同名不同人", A.Clerk, A.Moment);

        Broken.Rule<ARejectedFindingStaysRejected>(() => finding.Wait("再看"));
    }

    [Fact]
    public void A_finding_that_waits_says_why()
    {
        var finding = Finding();

        finding.Wait("有两位同名");

        (finding.State, finding.DecisionReason).ShouldBe((FindingState.Waiting, "有两位同名"));
    }

    private static Finding Finding(bool safe = true) =>
        new(
            Guid.NewGuid(),
            Guid.NewGuid(),
            ordinal: 1,
            FindingKind.Conferral,
            new FindingClaim("甲", RecipientKind.Person, null, null, null, null, "示例标兵", "示例标兵", null, null, 2024, null),
            new FindingProof(0, 1, "甲", "rule", 0.9, "说明"),
            safe
        );
}
