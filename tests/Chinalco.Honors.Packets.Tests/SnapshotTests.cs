using Chinalco.Honors.Packets.Facts;
using Chinalco.Honors.Packets.Snapshots;

namespace Chinalco.Honors.Packets.Tests;

public sealed class SnapshotTests
{
    private static readonly PacketFacts Then = SampleFacts.Zou();

    private static readonly FrozenFact[] Frozen = [.. Then.All.Select(FrozenFact.Of)];

    [Fact]
    public void A_packet_whose_facts_stand_is_not_flagged() => PacketChanges.Between(Frozen, SampleFacts.Zou()).ShouldBeEmpty();

    [Fact]
    public void What_is_new_since_is_no_change()
    {
        var more = Then with
        {
            Sentences = Then.Sentences.Add(SampleFacts.Fact(FactKind.Sentence, "new", "新的一句。", new Proof("报纸"))),
        };
        PacketChanges.Between(Frozen, more).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(FactEnd.Revoked, FactChangeKind.Revoked, true)]
    [InlineData(FactEnd.Wrong, FactChangeKind.Wrong, true)]
    [InlineData(FactEnd.Expired, FactChangeKind.Expired, false)]
    public void An_honour_that_ended_flags_the_packet(FactEnd end, FactChangeKind kind, bool stops)
    {
        var honour = Then.Honours[1];
        var now = Then with
        {
            Honours = Then.Honours.RemoveAt(1),
            Ended = [new EndedFact(FactKind.Honour, honour.Fact.Id, end, "弄虚作假")],
        };
        var change = PacketChanges.Between(Frozen, now).ShouldHaveSingleItem();
        (change.Kind, change.Stops, change.Reason, change.Was).ShouldBe((kind, stops, "弄虚作假", honour.Fact.Text));
    }

    [Fact]
    public void A_corrected_honour_says_what_it_was_and_is()
    {
        var honour = Then.Honours[0];
        var corrected = honour with { Fact = honour.Fact with { Text = "2017年，获中国铜业劳动模范。", State = "2017" } };
        var change = PacketChanges.Between(Frozen, Then with { Honours = Then.Honours.SetItem(0, corrected) }).ShouldHaveSingleItem();
        (change.Kind, change.Was, change.Now).ShouldBe(
            (FactChangeKind.Corrected, "2016年，获中国铜业劳动模范。", "2017年，获中国铜业劳动模范。")
        );
    }

    [Fact]
    public void A_merged_person_flags_the_packet_and_what_is_gone_stops_it()
    {
        var now = Then with
        {
            Candidate = Then.Candidate with { Fact = SampleFacts.Fact(FactKind.Candidate, "other", "邹承岳。", new Proof("人事名册")) },
            Honours = Then.Honours.RemoveAt(0),
            Ended = [new EndedFact(FactKind.Candidate, Then.Candidate.Fact.Id, FactEnd.Merged, null)],
        };
        PacketChanges.Between(Frozen, now).Select(c => c.Kind).ShouldBe([FactChangeKind.Gone, FactChangeKind.Merged]);
    }
}
