using Chinalco.Honors.Data.Rankings;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Rankings.Tests;

public sealed class ChangePositionTests
{
    private static readonly DateTimeOffset Now = A.Moment;

    [Fact]
    public void What_comes_after_the_last_is_new()
    {
        var (next, news) = Behind(1, 2).Take(Read(2, 3, 4), Now)!.Value;

        news.Select(c => c.Seq).ShouldBe([3, 4]);
        next.Last.Seq.ShouldBe(4);
        next.Take(Read(4), Now)!.Value.New.ShouldBeEmpty();
    }

    [Fact]
    public void A_number_that_is_left_out_is_waited_for()
    {
        var (waiting, first) = Behind(1).Take(Read(1, 4), Now)!.Value;
        var (later, second) = waiting.Take(Read(3, 4), Now)!.Value;
        var (last, third) = later.Take(Read(2, 4, 5), Now)!.Value;

        first.Select(c => c.Seq).ShouldBe([4]);
        second.Select(c => c.Seq).ShouldBe([3]);
        third.Select(c => c.Seq).ShouldBe([2, 5]);
        last.Gaps.ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_waits_for_ever_for_what_was_rolled_back()
    {
        var waiting = Behind(1).Take(Read(1, 4), Now)!.Value.Next;

        waiting.Take(Read(4), Now + ChangePosition.Patience - TimeSpan.FromSeconds(1))!.Value.Next.Gaps.ShouldNotBeEmpty();
        waiting.Take(Read(4), Now + ChangePosition.Patience)!.Value.Next.Gaps.ShouldBeEmpty();
    }

    [Fact]
    public void Who_loads_waits_for_what_was_not_committed_by_then()
    {
        var position = ChangePosition.Behind(Read(2, 5), from: 1, Now);

        position.Gaps.Select(g => (g.From, g.To)).ShouldBe([(1, 1), (3, 4)]);
        position.Take(Read(3, 5), Now)!.Value.New.Select(c => c.Seq).ShouldBe([3]);
    }

    [Fact]
    public void The_way_is_lost_when_the_last_one_is_gone_or_another()
    {
        Behind(1, 2).Take(Read(7, 8), Now).ShouldBeNull();
        Behind(1, 2).Take([new NumberedChange(2, RankingChangeKind.Units, null)], Now).ShouldBeNull();
        Behind(1, 2).Take([], Now).ShouldBeNull();
    }

    [Fact]
    public void A_database_without_changes_has_none()
    {
        var empty = ChangePosition.Behind([], from: 1, Now);

        empty.Take([], Now)!.Value.New.ShouldBeEmpty();
        empty.Take(Read(1, 2), Now)!.Value.New.Count.ShouldBe(2);
        empty.Take(Read(900), Now).ShouldBeNull();
    }

    private static ChangePosition Behind(params long[] seqs) => ChangePosition.Behind(Read(seqs), from: 1, Now);

    private static NumberedChange[] Read(params long[] seqs) =>
        [.. seqs.Select(seq => new NumberedChange(seq, RankingChangeKind.Conferral, new Guid((int)seq, 0, 0, new byte[8])))];
}
